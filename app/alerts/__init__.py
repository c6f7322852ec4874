"""What is new for somebody who follows a topic, a matter, a committee or a member: by a feed, or by e-mail.

Takes what is stored as anybody may see it, gives quotes that are proved at the moment they are sent. Never sends a word
that is not public, and never writes to an address that its owner has not confirmed.

Files in working order:
    news      News: one thing that came to a meeting, was decided, moved, seconded or declared
    newsroom  all news of a store, when each was first there, and what concerns a follow, with its quote
    feed      the news of a follow as an Atom feed
    letters   the messages: to confirm an address, and what is new
    post      a message handed to the council's own mail server
    digest    what is due, sent
    routes    the addresses of a feed, and to confirm or stop a follow
    commands  digest
"""

__all__: list[str] = ["commands", "digest", "feed", "letters", "news", "newsroom", "post", "routes"]
