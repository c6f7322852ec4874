"""A question in, ranked passages out. Takes any text a person writes; never composes an answer, never prints.

words         a text as the searches count it         periods     the stretches of time that a question names
vocabulary    names and rare words of the papers      questions   understand(text, history) -> Question
fusion        two rankings into one                   search      Retriever.search(question) -> ranked Hits
coverage      how much of a question a text has       register    which rulings are about what is asked
chain         PapersRetriever, the same for LangChain; not behind this door, since LangChain takes seconds to load
again         a follow-up that asks the same once more
cross_encoder, late_interaction    two ways to rank the best passages again
matters       which matters some words mean
question_forms/ how people word what they ask, as rows with examples
cli, __main__ the search on the command line
"""

from retriever.questions import Question, QuestionKind
from retriever.search import Hit, Retriever

__all__ = ["Hit", "Question", "QuestionKind", "Retriever"]
