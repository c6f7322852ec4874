"""The papers for other programs: a question of a program in, records with quotes, pages and addresses out.

Every door asks the one assistant of the process, with its right to see, its proof and its turns. All doors are closed
unless the settings open them, and each takes a key.

Files in working order:
    records     what another program is given
    service     what the papers say, as these records
    schemas     the schemas of what tools give
    tools       the seven tools for language models, as a table
    mcp_server  these tools by the Model Context Protocol
    keys        which programs may come in by which door, and how often
    gate        what each request passes before a door answers it
    chat        the interface that is like OpenAI's
    api/        the HTTP interface: lists of papers, meetings, items, decisions and matters, search and answers
    routes      the doors that are open
    commands    mcp and key
    cards       what other sites show of a link to a page: its title and a line, by Open Graph
    beside      the same beside the pages, and nothing loaded where all are closed
"""

__all__: list[str] = [
    "beside",
    "cards",
    "chat",
    "gate",
    "keys",
    "mcp_server",
    "records",
    "routes",
    "schemas",
    "service",
    "tools",
]
