"""Words that ask how a matter stands, and no more: what is left of such a question is the name of the matter."""

from __future__ import annotations

ASKS_STANDING = frozenset(
    "happening happened happen latest news update updates updated status state stand stands stood standing position decide "
    "decided decision decisions agreed agree approved approve approval refused rejected going ahead closing close closed "
    "closure open opening reopen reopening stopped scrapped cancelled finished done settled progress current currently now "
    "today far yet still next discussed discuss dealing deals deal dealt handling responsible charge concerning regarding "
    "situation story background history matter issue item case plan plans proposal proposals about tell become became "
    "outcome result results final finally council committee cabinet board meeting meetings come comes coming work works "
    "please there anything something know heard hear ok made make report reported say said past date up on is are was will "
    "everything continue continuing confirmed delayed postponed deferred building built happens".split()
)

ASKS_NEXT = frozenset("next coming upcoming".split())
"""Words that ask for what is to come."""
