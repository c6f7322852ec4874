"""What is stored for people besides the papers, each in a separate file beside the index. Never changes the index.

Files in working order:
    answers        an Answer as text, and that text as an Answer again, after a new proof
    conversations  questions and answers of a visitor, until they are deleted; served: the same in a database
    follows        what people follow by feed or e-mail, and when each piece of news was first there
    reports        what readers said about an answer
"""

from app.saved.answers import recalled, written_down
from app.saved.conversations import Conversations, KeptTurn
from app.saved.follows import Follow, Following, FollowKind, Follows, Rhythm
from app.saved.reports import Reports, Verdict

__all__ = [
    "Conversations",
    "Follow",
    "FollowKind",
    "Following",
    "Follows",
    "KeptTurn",
    "Reports",
    "Rhythm",
    "Verdict",
    "recalled",
    "written_down",
]
