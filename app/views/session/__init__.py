"""What one visitor, or one process, stores between two clicks, and the paths that serve papers. Never draws a page.

Files in working order:
    office        what a process stores besides the papers: conversations, reports, people, a sync
    desk          Desk: the assistant of this process, asked by one person at a time
    health        addresses for whoever watches the server, and the log as JSON lines
    address       where visitors reach the pages
    signed_in     who sent a request, or looks at a page
    product       DESK: the desk of the running product
    visitor       the random id by which a browser finds its conversations again
    serving       the papers behind the citations, and the headers of every page
    guards        what every request passes first: whose page sent it, cookie, headers
    renewal       a new id for a visitor who signs in
    original_response  the file of a paper, sent only while it is the one that was indexed
    answering     a question being answered, in its own thread
    conversation  the questions of one visitor with their answers
    opened        the source that is open beside another page
    choices       what is chosen on a page, in its address
"""

__all__: list[str] = [
    "address",
    "answering",
    "choices",
    "conversation",
    "desk",
    "guards",
    "health",
    "office",
    "opened",
    "original_response",
    "product",
    "renewal",
    "serving",
    "signed_in",
    "visitor",
]
