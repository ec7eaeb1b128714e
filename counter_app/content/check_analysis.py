"""Says where in the files stands what the exact analysis has found."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from counter_app.content.facts_reader import CONTRADICTION, FACT
from counter_app.content.forms_reader import ONE_OF, RELIEF
from counter_app.content.problems import Finding
from counter_app.content.reader import Reading
from counter_app.content.values_reader import VALUE
from counter_app.content.watch_reader import WATCH
from counter_app.domain.analysis import analysed
from counter_app.domain.analysis.insight import Insight

_KINDS = {
    "group": ONE_OF,
    "fact": FACT,
    "contradiction": CONTRADICTION,
    "relief": RELIEF,
    "value": VALUE,
    "watch": WATCH,
}
"""How places of entries begin."""


def analysis_findings(reading: Reading, day: date) -> Iterator[Finding]:
    """What was found out about rules, fees and limits, at the lines to blame.

    A row of a block is nothing to speak of while it does its work in one of the matters that take it over; else it is
    told once, as it is in the first of them.
    """
    insights = [(_place(insight, reading.places), insight) for insight in analysed(reading.content, day)]
    users = Counter(place for name, place in reading.places.items() if name.startswith("row/"))
    found = Counter((place, insight.kind) for place, insight in insights)
    told = set()
    for place, insight in insights:
        if insight.about[0] == "row":
            if found[place, insight.kind] < users[place] or (place, insight.kind) in told:
                continue
            told.add((place, insight.kind))
        yield Finding(place, insight.detail, is_hint=not insight.kind.is_defect)


def _place(insight: Insight, places: Mapping[str, str]) -> str:
    """File and line of the thing itself, or of the nearest one around it."""
    kind, *names = insight.about
    while names:
        for name in (f"{kind}/{'/'.join(names)}", f"{_KINDS.get(kind)}/{'/'.join(names)}"):
            if name in places:
                return places[name]
        names.pop()
    return "forms"
