"""What a question's wording asks for: rows with examples, and the reading of a question by them. Knows no paper.

form     what a row is; all that can be asked for      kinds    what sort of answer is wanted
lists    rows that ask for a list                      answers  rows that say what form the answer takes
decisions  rows about a decision or a course; talk     things   the words for what is sought, named or explained
times    days, months, years                           follow_ups  the question before once more
names    initials and short forms
standing words that ask how a matter stands
ends     what may become of a thing, as it is asked      signs   the words by which a decision says so
limbs    the name of a thing within a limb
numbers  minutes, items and decisions named by their number
reading  a question's text in, its Reading out
"""

from retriever.question_forms.form import Ask, QuestionForm
from retriever.question_forms.kinds import QuestionKind
from retriever.question_forms.reading import Reading, kind_of, read

__all__ = ["Ask", "QuestionForm", "QuestionKind", "Reading", "kind_of", "read"]
