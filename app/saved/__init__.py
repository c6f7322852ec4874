"""What is stored for people besides the papers, in files beside the index or in a database. Never changes the index.

Files in working order:
    answers        an Answer as text, and that text as an Answer again, after a new proof
    conversations  questions and answers of a visitor, until they are deleted
    follows        what people follow by feed or e-mail, and when each piece of news was first there
    reports        what readers said about an answer
    served         all of them opened with the settings, in files or in a database
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
