"""Limbs: where the name of a thing begins and ends within a limb of a decision, and on what the limb depends."""

from __future__ import annotations

from indexer.forms.form import form

OPENING = form(
    "how a limb begins before the thing that it is about",
    r"^\W*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)] ?)?(?:(?:it was )?(?:resolved|agreed|decided)\b[ :,]*)?(?:(?:that|to)\b ?)?"
    r"(?:(?:the |this )?(?:\w+ )?(?:council|cabinet|committee|board|authority|executive|meeting|members)\b ?)?"
    r"(?:(?:hereby|do|does|shall|will) )*(?:(?:agree|resolve|confirm|decide)[sd]? (?:that|to) )?(?:(?:the|an?|its?) )?",
    "that the Council agrees that the mill",
    "mill that",
)

NAME_ENDS = form(
    "where the name of a thing ends within a limb",
    r"[,;:()]|\b(?:at|of|in|for|on|to|from|with|under|by|between|until|unless|subject|as|within|during|over|which|while|"
    r"and (?=(?:the|an?|to|that)\b))\b",
    "the mill at Saltby",
    "the tide mill",
)

LIMITED = form(
    "a day up to which something is decided",
    r"\b(?:until|till|before) (?P<day>\d{1,2}(?:st|nd|rd|th)? \w{3,9} \d{4}|(?:the end of )?[A-Z][a-z]{2,8} \d{4})",
    "remain open until 31 March 2031",
    "until the lease is signed",
)

CONDITION = form(
    "a condition on which something is decided",
    r"\b(?:unless|subject to|provided (?:that)?|if|on condition|once|while|pending|until)\b",
    "subject to planning permission",
    "the subject of planning",
)

VERB = form(
    "a verb before the one that is looked for",
    r"\b(?:be|been|is|are|was|were|has|have|whether|how|if|should|would|could|may|might|yet|still)\b",
    "the Director be asked whether the mill",
    "the tide mill",
)

NOT = form("that something is not so", r"\b(?:not|no longer)\b", "not be closed", "noted")

ARTICLE = form("what stands before a name", r"^(?:that |to |the |an? |its? |this )*(?=\w)", "that the mill", "")

CARRYING_OUT = form(
    "that something is done, before its name",
    r"^(?:\w+ )?(?:extension|introduction|implementation|continuation|start|launch|expansion|roll-?out|provision|delivery|"
    r"consideration|determination|discussion|decision) (?:of|on) (?:the |an? )?(?:weekly |new |proposed )*",
    "extension of the ferry service",
    "extension at the ferry house",
)

FOR_APPROVAL = form(
    "that somebody is asked to approve something",
    r"\b(?:approv|agree|adopt|endors|authoris|sign off)",
    "that the Board approve the draft plan",
    "that the Board note the draft plan",
)

REOPENS = form(
    "that an earlier decision is taken back, or is to be looked at again",
    r"\b(?:rescind|revok|set aside|overturn|quash)\w*\b|\breferred back\b|\breconsider",
    "rescinds limb 2 of its decision",
    "considers limb 2",
)

GENERIC = frozenset("applic propos scheme plan strategi polici programm project".split())
"""Stems that mean the matter of the item under which they stand: "that the application be refused"."""
