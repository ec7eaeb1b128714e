"""Puts into words what a step changed, for whoever listens instead of looking."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from counter_app.domain.evaluation import Truth
from counter_app.domain.visit import ListRow, Visit
from counter_app.domain.visit_view import list_change
from counter_app.ui.counter.people_words import PeopleWords
from counter_app.ui.counter.row_words import RowWords


class ChangeTeller(QObject):
    """„3 Zeilen entfallen“, „2: fehlt, Die Kopie fehlt“; nothing where the list did not change."""

    def __init__(self, words: RowWords, people: PeopleWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._people = people

    def told(self, before: Visit, visit: Visit) -> str:
        """What happened to the list between two values of a visit, and to whose where there is more than one."""
        if visit.person.number != before.person.number:
            return ", ".join((self._people.name(visit.person), self._people.state(visit.person)))
        undone = self._undone(before, visit) if visit.is_family else ""
        return ", ".join(filter(None, (undone, self._told(before, visit))))

    def _undone(self, before: Visit, visit: Visit) -> str:
        """Whose step was taken back, and which."""
        if len(visit.past) >= len(before.past):
            return ""
        return self._people.undone(visit.person, before.past[-1].step)

    def _told(self, before: Visit, visit: Visit) -> str:
        if visit.case.service is None:
            return ""
        if visit.case.service is not before.case.service:
            return self._new_list(visit)
        return ", ".join((*self._changes(before, visit), *self._ticks(before, visit), *self._days(before, visit)))

    def _new_list(self, visit: Visit) -> str:
        depends = sum(row.row is not None and row.row.needed is Truth.DEPENDS for row in visit.rows)
        rows = self.tr("%n Zeile(n)", "", len(visit.rows))
        return self.tr("{rows}, davon hängen ab: {depends}").format(rows=rows, depends=depends)

    def _changes(self, before: Visit, visit: Visit) -> Iterator[str]:
        change = list_change(before, visit)
        if change.came:
            yield self.tr("%n Zeile(n) neu", "", change.came)
        if change.went:
            yield self.tr("%n Zeile(n) entfallen", "", change.went)
        if change.settled:
            yield self.tr("%n Zeile(n) entschieden", "", change.settled)

    def _ticks(self, before: Visit, visit: Visit) -> Iterator[str]:
        """One row by its number; many together."""
        ticked = _ticked(before, visit)
        if len(ticked) == 1:
            yield f"{ticked[0].number}: {self._words.state(ticked[0])}"
        elif ticked:
            yield self.tr("%n Zeile(n) geändert", "", len(ticked))

    def _days(self, before: Visit, visit: Visit) -> Iterator[str]:
        """What the clock says of a paper whose day was just told."""
        told, known = before.case.paper_days, visit.case.paper_days
        for row in visit.rows:
            name = row.document.id
            if row.time is not None and told.get(name) != known.get(name):
                yield f"{row.number}: {self._words.papers.said(row)}"


def _ticked(before: Visit, visit: Visit) -> list[ListRow]:
    ticks = {row.document.id: row.tick for row in before.rows}
    return [row for row in visit.rows if ticks.get(row.document.id, row.tick) != row.tick]
