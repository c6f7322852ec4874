"""Who somebody is, and what they may see. Knows no page and asks no store.

Files in working order:
    seeing   Person: role and bodies; the one table of who may see which label -> Right
    listed   People: the file that gives roles, read again when it changes; claims of a sign-in -> Person
    audit    Audit: who asked and opened what, for as many days as the council says
    recording  what people do, as the log has it
"""

from app.people.audit import Audit, Deed, Entry
from app.people.listed import People
from app.people.seeing import VISITOR, Person, Role, may_see, right_of

__all__ = ["VISITOR", "Audit", "Deed", "Entry", "People", "Person", "Role", "may_see", "right_of"]
