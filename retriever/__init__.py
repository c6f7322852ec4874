"""A question in, ranked passages out. Takes any text a person writes; never composes an answer, never prints.

words         a text as the searches count it         periods     the stretches of time that a question names
vocabulary    names and rare words of the papers      questions   understand(text, history) -> Question
fusion        two rankings into one                   search      Retriever.search(question) -> ranked Hits
chain         the same as a LangChain retriever       again       a follow-up that asks the same once more
"""

from retriever.chain import PapersRetriever
from retriever.questions import Question, QuestionKind
from retriever.search import Hit, Retriever

__all__ = ["Hit", "PapersRetriever", "Question", "QuestionKind", "Retriever"]
