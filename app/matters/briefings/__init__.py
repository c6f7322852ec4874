"""Briefings: what somebody new has to know of a committee or a topic, on one page; every statement is proved.

Files in working order:
    purpose    what a committee is for, or a thing is, in words of the papers
    to_come    what was put off or promised, and is not settled
    acronyms   the short forms of the papers, each with what it stands for
    briefing   the Document of a committee or a topic
"""

from app.matters.briefings.briefing import Known, briefing_on_body, briefing_on_topic
from app.matters.briefings.purpose import subjects_of

__all__ = ["Known", "briefing_on_body", "briefing_on_topic", "subjects_of"]
