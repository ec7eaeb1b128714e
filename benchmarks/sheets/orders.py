"""The sheets of the race: all typical cases of all matters, and the sheets that stand alone."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import count

from counter_app.domain.checklist import Checklist
from counter_app.domain.content import Content
from counter_app.domain.evaluation import Truth
from counter_app.domain.language import Language
from counter_app.domain.sheet import Appointment, MissingDocument, SheetDefinition, SheetOrder, missing_documents

MISSING_AT_MOST = 4


class Orders:
    """Orders for one language; no sheet comes twice, for each has a day and a time of its own."""

    def __init__(self, content: Content, language: Language) -> None:
        self._content = content
        self._language = language
        self._numbers = count()
        sheets = content.sheets.values()
        self._of_matters = [sheet for sheet in sheets if sheet.needs_matter]
        self._alone = [sheet for sheet in sheets if not sheet.needs_matter and not sheet.is_for_everyone]

    def of_matters(self) -> Iterator[SheetOrder]:
        """One round: each typical case as every sheet that needs a matter."""
        for service in self._content.services.values():
            for case in service.cases:
                checklist = self._content.checklists.make(service, case.facts, self._content.day)
                for sheet in self._of_matters:
                    yield self._order(sheet, checklist)

    def alone(self) -> Iterator[SheetOrder]:
        """The other sheets, one time each: what is fixed on them would be cached the second time."""
        return (self._order(sheet, None) for sheet in self._alone)

    def _order(self, sheet: SheetDefinition, checklist: Checklist | None) -> SheetOrder:
        number = next(self._numbers)
        day = self._content.day
        start = datetime.combine(day, time(8)) + timedelta(days=21 + number // 50, minutes=number % 50 * 5)
        appointment = Appointment(start, f"{number % 9 + 1}.{number % 90 + 10}")
        missing = () if checklist is None else self._missing(checklist)
        deadline = day + timedelta(days=7 + number)
        return SheetOrder(sheet, self._language, checklist, missing, deadline, appointment)

    def _missing(self, checklist: Checklist) -> tuple[MissingDocument, ...]:
        """Every other paper of the list, each for another reason."""
        papers = [row.document.id for row in checklist.needed(Truth.YES)][::2]
        named = dict(zip(papers[:MISSING_AT_MOST], self._content.reasons.texts, strict=False))
        return missing_documents(checklist, named, self._content.documents)
