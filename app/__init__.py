"""A question in, a proved answer out.

And everything else that a person does with the papers. Never reads a file itself.

Data goes down this list, imports go up it; a room never imports one below it:
    answers/      Answer and Citation, and the words for them
    holdings/     which papers are indexed, and which seem to be missing
    meetings/     what happened at a meeting, and what a member did
    matters/      what happened to a matter: register, chronology, briefing
    compose/      how each kind of answer is put together
    model/        a language model, and the checks on what it says
    people/       who somebody is and what they may see; the audit log
    saved/        conversations, answers and reports that are kept
    upkeep/       papers added and removed, and who may do it
    exports/      what can be taken away as a file
    connect/      the same for other programs: tools for assistants, an HTTP interface, chat
    alerts/       what is new for those who follow something: a feed, a message
    assistant     a question -> an Answer; with proof, suggestions, assumptions and evaluation beside it
    side_by_side  the same of many councils, each with its own answer
    cli, __main__ the commands ask, batch, monitor, new, mcp, key and digest; batch_file reads and names the lines of
                  a file of questions
    front         what the first page shows: the latest decisions, the matters that go on
    listings      the options and the lines of the commands that list what is stored
    views/        the pages

    proof         a draft -> what can be proved of it       suggestions  questions to begin and to go on with
    assumptions   what an open question was taken to mean   evaluation   how well the answers did when last measured
"""

__all__: list[str] = [
    "assistant",
    "assumptions",
    "cli",
    "evaluation",
    "front",
    "listings",
    "proof",
    "side_by_side",
    "suggestions",
]
