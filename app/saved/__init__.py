"""What is kept for people besides the papers. Each is a file of its own beside the index; nothing here changes the index.

Files in working order:
    answers        an Answer as text, and that text as an Answer again, proved anew
    conversations  questions and answers of a visitor, until they are deleted
    reports        what readers said of an answer
"""

from app.saved.answers import recalled, written_down
from app.saved.conversations import Conversations, KeptTurn
from app.saved.reports import Reports, Verdict

__all__ = ["Conversations", "KeptTurn", "Reports", "Verdict", "recalled", "written_down"]
