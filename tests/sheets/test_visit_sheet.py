"""The sheet of a visit, read back from the file: n is n on the screens and on paper."""

from dataclasses import dataclass
from datetime import date

import pytest

from counter_app.domain.label import Label
from counter_app.domain.language import GERMAN
from counter_app.domain.visit import ListRow, Papers, RowState, Tick, Visit
from counter_app.domain.visit_steps import VisitSteps
from counter_app.domain.visit_view import sheet_order
from tests.sheets.slips import APPOINTMENT, DAY, DEADLINE, PRINTER, TAGS, Node, one_line, read, shipped

STEPS = VisitSteps(shipped(), DAY)
MISSING, UNCLEAR, NOT_NEEDED, PRESENT = map(
    Tick, (RowState.MISSING, RowState.UNCLEAR, RowState.NOT_NEEDED, RowState.PRESENT)
)
UNCLEAR_HEADING = "Das prüfen wir noch"


@dataclass(frozen=True)
class Paper:
    """A printed sheet as somebody reads it."""

    tree: Node

    @property
    def tables(self) -> list[list[tuple[str, str]]]:
        """The lists on it: number and German name of each paper."""
        return [[_number_and_name(row) for row in table.children[1:]] for table in self.tree.every("Table")]

    @property
    def texts(self) -> list[str]:
        """Everything that is read out."""
        return [text for _, text in self.tree.texts]

    @property
    def languages(self) -> set[str]:
        """The languages of all texts."""
        return {language for language, _ in self.tree.texts}


def printed(visit: Visit) -> Paper:
    order = sheet_order(visit, shipped())
    assert order is not None
    return Paper(read(PRINTER.pdf(shipped(), order)))


def _number_and_name(row: Node) -> tuple[str, str]:
    number, *cells = row.children
    names = (text for cell in cells for node in cell.walk() for text in [node.text] if text)
    box = shipped().label(Label.TICK_BOX).german
    return number.texts[0][1], next(name for name in names if name != box)


def on_paper(*rows: ListRow) -> list[tuple[str, str]]:
    """Number and name as they must stand there."""
    return [(str(row.number), one_line(row.document.name.german)) for row in rows]


def student(tag: str = "") -> Visit:
    """A student who renews; the list had gaps from the first answer on."""
    visit = STEPS.language_chosen(Visit(), tag) if tag else Visit()
    return STEPS.shown(STEPS.typical_case_chosen(STEPS.service_chosen(visit, "study"), 0), Papers())


def ticked(visit: Visit, **ticks: Tick) -> Visit:
    for name, tick in ticks.items():
        visit = STEPS.ticked(visit, name, tick)
    return visit


def rows_of(visit: Visit, *names: str) -> list[ListRow]:
    return [row for row in visit.rows if row.document.id in names]


@pytest.mark.parametrize("tag", TAGS)
def test_what_is_missing_keeps_the_number_both_sides_pointed_at(tag: str) -> None:
    visit = ticked(STEPS.rest_is_present(student(tag)), foto=MISSING, kv_gesetzlich=MISSING, studienverlauf=MISSING)
    rows = rows_of(visit, "foto", "kv_gesetzlich", "studienverlauf")
    assert [row.number for row in rows] != [1, 2, 3]  # the slip keeps the gaps
    assert printed(visit).tables == [on_paper(*rows)]


def test_a_fact_that_changes_after_the_list_was_out_moves_no_number_on_paper() -> None:
    before = ticked(student("en"), kv_gesetzlich=MISSING, foto=MISSING)
    after = STEPS.fact_told(before, "housing", ("rent",))
    (number,) = {row.number for row in rows_of(after, "mietvertrag")}
    assert number not in {row.number for row in before.rows}
    after = ticked(after, mietvertrag=MISSING)
    assert printed(after).tables[0] == on_paper(*rows_of(after, "foto", "kv_gesetzlich", "mietvertrag"))
    assert set(printed(before).tables[0]) < set(printed(after).tables[0])


def test_a_paper_that_the_clerk_added_stands_there_with_its_number_and_reason() -> None:
    visit = STEPS.paper_added(ticked(student("en"), foto=MISSING), "heiratsurkunde")
    visit = ticked(visit, heiratsurkunde=Tick(RowState.MISSING, "translation_missing"))
    paper = printed(visit)
    assert paper.tables == [on_paper(*rows_of(visit, "foto", "heiratsurkunde"))]
    reason = shipped().reasons.texts["translation_missing"].german
    assert any(reason in text for text in paper.texts)


@pytest.mark.parametrize("reason", shipped().reasons.texts)
def test_every_reason_is_on_paper(reason: str) -> None:
    paper = printed(ticked(student("ti"), **{"pass": Tick(RowState.MISSING, reason)}))
    text = shipped().reasons.texts[reason]
    assert any(text.german in said for said in paper.texts)
    assert any(text.in_language("ti") in said for said in paper.texts)


def test_what_is_unclear_stands_below_its_own_heading() -> None:
    visit = ticked(student("ar"), foto=MISSING, sperrkonto=UNCLEAR, untermiete=UNCLEAR)
    paper = printed(visit)
    assert paper.tables == [on_paper(*rows_of(visit, "foto")), on_paper(*rows_of(visit, "sperrkonto", "untermiete"))]
    assert UNCLEAR_HEADING in paper.texts
    assert UNCLEAR_HEADING not in printed(ticked(student("ar"), foto=MISSING)).texts


def test_everything_to_bring_keeps_the_gaps_and_leaves_out_what_is_not_needed() -> None:
    visit = ticked(student("en"), kontoauszug=NOT_NEEDED)
    left = [row for row in visit.rows if row.document.id != "kontoauszug"]
    assert len(left) == len(visit.rows) - 1
    assert printed(visit).tables == [on_paper(*left)]


def test_what_still_depends_stands_apart_with_its_number() -> None:
    visit = STEPS.service_chosen(STEPS.language_chosen(Visit(), "en"), "study")
    certain = [row for row in visit.rows if row.row and not row.row.depends_on]
    open_rows = [row for row in visit.rows if row.row and row.row.depends_on]
    assert printed(visit).tables == [on_paper(*certain), on_paper(*open_rows)]


@pytest.mark.parametrize(("tag", "languages"), [("", {GERMAN}), (GERMAN, {GERMAN}), ("ar", {GERMAN, "ar"})])
def test_the_sheet_is_in_german_alone_until_a_language_is_chosen(tag: str, languages: set[str]) -> None:
    assert printed(ticked(student(tag), foto=MISSING)).languages == languages


def test_deadline_and_appointment_are_on_paper_once_they_are_set() -> None:
    visit = ticked(student("en"), foto=MISSING)
    without = " ".join(printed(visit).texts)
    assert "03.12.2026" not in without
    assert "10.12.2026" not in without
    visit = STEPS.appointment_set(STEPS.deadline_set(visit, DEADLINE), APPOINTMENT)
    text = " ".join(printed(visit).texts)
    assert all(said in text for said in ("03.12.2026", "10.12.2026", "09:30", "2.14"))


def test_a_step_taken_back_is_not_on_paper() -> None:
    visit = ticked(student("en"), foto=MISSING)
    wrong = ticked(STEPS.paper_added(visit, "heiratsurkunde"), sperrkonto=MISSING)
    assert printed(STEPS.undone(STEPS.undone(wrong))).texts == printed(visit).texts
    assert len(printed(wrong).tables[0]) == 3


def test_the_slip_says_until_when_a_paper_counts_whose_day_was_told() -> None:
    study = STEPS.service_chosen(STEPS.language_chosen(Visit(), "ar"), "study")
    visit = STEPS.ticked(study, "meldebescheinigung", MISSING)
    until = "Ihr Papier gilt bis "
    assert not any(text.startswith(until) for text in printed(visit).texts)
    dated = STEPS.paper_dated(visit, "meldebescheinigung", date(2026, 1, 3))
    assert f"{until}03.04.2026." in printed(dated).texts
