"""The HTTP interface: a request in, JSON or CSV out, with one lasting address for each paper, meeting, item, decision
and matter, and with what has changed or gone since a moment.

Files in working order:
    things     papers, meetings, items, decisions and matters as flat records
    changes    when each of them was last changed, and which are gone
    lists      a part of a list: what changed since, a cursor, CSV
    interface  the addresses, as FastAPI describes them
"""

__all__: list[str] = ["changes", "interface", "lists", "things"]
