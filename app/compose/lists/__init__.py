"""Lists that the records hold whole, with their count.

listing   which list is asked for          people         who was there, who chairs
agenda    the items of a meeting           meetings       meetings held, papers on a topic
register  decisions of a meeting or year   tasks          actions by owner
coming    bodies, and when each meets next members        interests declared, motions moved
asked     what a question limits           abbreviations  what they stand for
unlisted  lists that no record has         votes          who voted how, and by how many
vote_meant  which vote a question means     remit          what a committee is for
figures   the figure that was decided last
"""

__all__: list[str] = [
    "abbreviations",
    "agenda",
    "asked",
    "coming",
    "figures",
    "listing",
    "meetings",
    "members",
    "people",
    "register",
    "remit",
    "tasks",
    "unlisted",
    "vote_meant",
    "votes",
]
