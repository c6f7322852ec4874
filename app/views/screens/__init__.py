"""The pages, one file each; `shell` puts them into the navigation. No page imports another
page.

Files in working order:
    ask        questions and answers, with the source beside them
    meetings   meetings and members, one by one
    decisions  the register of decisions
    trace      what happened to a matter
    monitor    what was asked for or promised, with what became of it
    briefing   a body or a topic for somebody new
    papers     which papers are indexed
    machines   on that page and over all: what many machines on one database are at
    pulled     on that page: when each source of papers was last read
    about      how answers are made
"""

__all__: list[str] = [
    "about",
    "ask",
    "briefing",
    "decisions",
    "machines",
    "meetings",
    "monitor",
    "papers",
    "pulled",
    "trace",
]
