"""How a matter went on: dated steps, each by its best quote.

trace    the whole answer                 windows  the stretch of a passage that tells a step
matter   what belongs to the matter       figures  figures that differ between papers
stages   what kind of step it is          gaps     minutes that are not held
standing where a matter stands, and its steps newest first
course   the same, and its steps in date order         latest   the quote in front of a course
settled  yes, no or not yet, by the words of decisions   part     what one body, or one time, did
asks     what was asked for, and whether a later paper reports back
mention  the newest words on what is no stored matter
"""

__all__: list[str] = [
    "asks",
    "course",
    "figures",
    "gaps",
    "latest",
    "matter",
    "mention",
    "part",
    "settled",
    "stages",
    "standing",
    "trace",
    "windows",
]
