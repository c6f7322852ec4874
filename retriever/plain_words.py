"""Plain words: how people say what papers put more formally, so that a question in the one finds the other."""

from __future__ import annotations

from retriever.words import stem

_TABLE = """
kids children pupils young | youngsters young youth | teens young youth | teenagers young youth
quit resigned resignation | sacked dismissed dismissal | hired appointed recruited | picked appointed elected selected chosen
chosen appointed elected selected | rise increase increased | hike increase | raise increase | cut reduction reduced
rubbish waste refuse litter | trash waste refuse | garbage waste refuse | bins waste refuse
firm company contractor supplier | company contractor firm | builder contractor developer
money funding funds grant | cash funding funds grant | price cost | cost price expenditure | paying cost | pay salary payment
buy purchase | bought purchased purchase | sell sale disposal | sold sale disposal | rent lease | tax precept levy
fix repair | fixed repaired repair | mend repair | broken damaged repair | built construction constructed | build construction
shut closed closure | closing closure | axe closure withdrawn | scrap withdrawn abandoned | scrapped withdrawn abandoned
start commence begin | finish complete completion | delayed deferred postponed | delay deferred postponed
backed supported endorsed | allowed permitted approved | turned refused rejected
row dispute | worried concern concerns | complain complaint | complained complaint | promise undertaking undertake
missing absent apologies | absent apologies | came attended attendance | attend attendance | spoke addressed speech
talk presentation address | told advised informed reported | asked requested | boss chief head | lawyers legal counsel solicitors
homes dwellings houses housing households | houses dwellings homes housing | flats apartments
elderly older | pensioners older | disabled disability | staff employees officers | lorries vehicles hgv | cops police
pavement footway footpath | footpath path | playground play | fair fayre | fete fayre | toilets conveniences
graveyard cemetery burial | donation donated grant | donate donation | retiring retirement retiree | retired retirement
website webpage web site | slow speed limit | speeding speed | kept maintained retained | checked inspected inspection
yearly annual | cheap cost | jobs actions tasks | job contract
"""

ALIKE: dict[str, frozenset[str]] = {
    stem(said): frozenset(map(stem, written))
    for row in _TABLE.replace("\n", "|").split("|")
    if row.strip()
    for said, *written in [row.split()]
}
"""The stem of a plain word -> the stems that papers have in its place."""


def written_for(word: str) -> tuple[str, ...]:
    """The words that papers have in place of a plain one, sorted; none where it is not in the table."""
    return tuple(sorted(ALIKE.get(stem(word), ())))
