"""The list, with the same numbers as at the counter."""

from counter_app.domain.label import Label, ScreenText
from counter_app.domain.text import Text, joined
from counter_app.domain.visit import Visit
from counter_app.ui.customer.paper_lines import paper_lines
from counter_app.ui.customer.paper_list import PaperList
from counter_app.ui.customer.scale import Scale
from counter_app.ui.customer.scene_page import Opening, ScenePage
from counter_app.ui.customer.wording import Reader, Wording


class PapersPage(ScenePage):
    """What is there, what is missing and why, what is still open."""

    def __init__(self, reader: Reader, scale: Scale, visit: Visit) -> None:
        service = visit.case.service
        matter = reader.reads(service.name) if service is not None else None
        whose = _whose(reader, visit) if visit.is_family else None
        opening = Opening(reader.screen(ScreenText.PAPERS), matter, whose, largest=44, share=0.14)
        self._list = PaperList(opening.heading.text, paper_lines(visit, reader), scale)
        super().__init__(reader, scale, opening, self._list)

    def show_row(self, number: int) -> None:
        """Turn to the page with a row."""
        self._list.show_row(number)

    def show_visit(self, visit: Visit) -> None:
        """Follow what the clerk ticks."""
        self._list.show_lines(paper_lines(visit, self._reader))


def _whose(reader: Reader, visit: Visit) -> Wording:
    """„Person 2 · Kind“, where more than one person came."""
    person = visit.person
    name = joined(" · ", reader.content.label(Label.PERSON), reader.content.role(person.role))
    return reader.reads(name, {"number": Text("", str(person.number))})
