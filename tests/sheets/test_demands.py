"""What a sheet says about who brings a paper, how old it may be and how many copies; and about law that may be new."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from counter_app.domain.checklist import Checklist
from counter_app.domain.document import Age, Form
from counter_app.domain.label import Label
from counter_app.domain.role import Role
from counter_app.domain.sheet import BlockKind, SheetOrder
from counter_app.domain.text import Trust
from counter_app.domain.validity import Validity
from counter_app.domain.watch import Watch
from counter_app.sheets.composer import Composer
from counter_app.sheets.parts import Items, Part
from tests.sheets.slips import DAY, checklist_of, content_in, entries_of, order_of

CONTENT = content_in(Trust.REVIEWED)
PLAIN = checklist_of("study", content=CONTENT)
DATES = (DAY, DAY - timedelta(days=100))


def wanting(role: Role = Role.APPLICANT, age: Age | None = None, copies: int = 1) -> Checklist:
    """The list, on which the passport is wanted like this and nothing else in an unusual way."""
    usual = [replace(row, role=Role.APPLICANT, age=None, copies=1) for row in PLAIN.rows]
    rows = (replace(row, role=role, age=age, copies=copies) if row.document.id == "pass" else row for row in usual)
    return replace(PLAIN, rows=tuple(rows))


def parts_of(order: SheetOrder) -> tuple[Part, ...]:
    return Composer(CONTENT, order).compose().parts


def said_about_the_passport(checklist: Checklist, reason: str = "expired", sheet: str = "missing") -> list[str]:
    """What stands below the passport."""
    order = order_of(checklist, sheet=sheet, missing={"pass": reason}, content=CONTENT)
    (entry,) = [
        entry
        for part in parts_of(order)
        for entry in entries_of(part)
        if entry.name.german == CONTENT.documents["pass"].name.german
    ]
    assert all(line.other for line in entry.lines)
    return [line.german for line in entry.lines]


def changed_lines(checklist: Checklist, reason: str = "expired", sheet: str = "missing") -> list[str]:
    """What an unusual demand adds."""
    usual = said_about_the_passport(wanting(), reason, sheet)
    return [line for line in said_about_the_passport(checklist, reason, sheet) if line not in usual]


@pytest.mark.parametrize("sheet", ["missing", "full"])
def test_what_is_not_usual_stands_below_the_paper(sheet: str) -> None:
    assert changed_lines(wanting(), sheet=sheet) == []
    assert changed_lines(wanting(Role.EMPLOYER, Age(months=3), 2), sheet=sheet) == [
        "So viele Kopien: 2",
        "Nicht älter als 3 Monate am Tag des Termins.",
        "Das kommt von: Arbeitgeber",
    ]


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (Age(days=14), "Nicht älter als 14 Tage"),
        (Age(months=1), "Nicht älter als einen Monat"),
        (Age(months=3), "Nicht älter als 3 Monate"),
    ],
)
def test_an_age_is_said_in_days_or_months(age: Age, said: str) -> None:
    assert changed_lines(wanting(age=age)) == [f"{said} am Tag des Termins."]


def test_where_only_the_original_is_missing_nobody_is_asked_for_copies() -> None:
    assert changed_lines(wanting(copies=3), "original_missing") == []
    assert changed_lines(wanting(copies=3), "copy_missing") == ["So viele Kopien: 3"]


def test_a_paper_that_the_list_does_not_ask_for_says_what_it_wants_itself() -> None:
    document = replace(CONTENT.documents["ve_gast"], role=Role.HOST, forms=(Form.CERTIFIED_TRANSLATION,))
    content = replace(CONTENT, documents={**CONTENT.documents, "ve_gast": document})
    order = order_of(PLAIN, missing={"ve_gast": "not_brought"}, content=content)
    (entry,) = [entry for part in Composer(content, order).compose().parts for entry in entries_of(part)]
    said = [line.german for line in entry.lines]
    assert "Mitbringen: Beglaubigte Übersetzung" in said
    assert "Das kommt von: Person, die einlädt" in said


def boxes_of(checklist: Checklist, sheet: str = "full") -> list[str]:
    parts = parts_of(order_of(checklist, sheet=sheet, content=CONTENT))
    return [line.german for part in parts if part.is_box for line in part.lines]


@pytest.mark.parametrize("sheet", ["missing", "full"])
def test_a_sheet_says_since_when_the_law_may_be_another(sheet: str) -> None:
    watches = tuple(Watch(f"watch_{day}", day, "Neu.", ("study",), "") for day in DATES)
    checklist = replace(PLAIN, service=replace(PLAIN.service, watches=watches))
    said = CONTENT.label(Label.NEEDS_CHECK).german.replace("{date}", f"{min(DATES):%d.%m.%Y}")
    assert said in boxes_of(checklist, sheet)


def test_a_change_that_is_still_to_come_is_not_on_the_sheet() -> None:
    watch = Watch("new", DAY + timedelta(days=1), "Neu.", ("study",), "")
    waiting = replace(PLAIN, service=replace(PLAIN.service, watches=(watch,)))
    assert boxes_of(waiting) == boxes_of(replace(PLAIN, service=replace(PLAIN.service, watches=())))


def test_a_sheet_without_a_list_knows_no_matter_to_check() -> None:
    checklist = checklist_of("toleration", content=CONTENT)
    order = SheetOrder(CONTENT.sheet("help"), CONTENT.german, checklist)
    since = CONTENT.label(Label.NEEDS_CHECK).german.partition("{")[0]
    assert not any(line.german.startswith(since) for part in parts_of(order) for line in part.every_line())


@pytest.mark.parametrize(("day", "eur"), [(date(2026, 12, 31), "6,00 €"), (date(2027, 1, 1), "8,00 €")])
def test_prices_are_those_of_the_day(day: date, eur: str) -> None:
    definition = CONTENT.sheet("fee_payment")
    block = next(block for block in definition.blocks if block.kind is BlockKind.FEES)
    fee = block.fees[0]
    amounts = (
        replace(fee.amounts[-1], eur=Decimal("6.00"), validity=Validity(last=date(2026, 12, 31))),
        replace(fee.amounts[-1], eur=Decimal("8.00"), validity=Validity(date(2027, 1, 1))),
    )
    dated = replace(definition, blocks=(replace(block, fees=(replace(fee, amounts=amounts),)),))
    (part,) = parts_of(SheetOrder(dated, CONTENT.german, day=day))
    assert isinstance(part.body, Items)
    assert [line.german.partition(" – ")[2].startswith(eur) for line in part.body.lines] == [True]
