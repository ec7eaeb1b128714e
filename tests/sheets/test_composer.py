"""What stands on a sheet and what does not: states, numbers, fees, appointments."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from counter_app.domain.checklist import Checklist
from counter_app.domain.content import Content
from counter_app.domain.document import Confidence
from counter_app.domain.evaluation import Reason, Truth
from counter_app.domain.fact import Asked
from counter_app.domain.fee import Charge, FeeItem, FeeResult, FeeState, Relief
from counter_app.domain.label import Label
from counter_app.domain.rule import Always
from counter_app.domain.sheet import Appointment, SheetOrder
from counter_app.domain.text import Trust
from counter_app.sheets.composer import Composer
from counter_app.sheets.parts import CalendarCode, ComposedSheet, Entry, Part
from counter_app.sheets.wording import Line, Wording
from tests.sheets.slips import APPOINTMENT, checklist_of, content_in, entries_of, order_of, shipped

REVIEWED = content_in(Trust.REVIEWED)
CASE = checklist_of("study", content=REVIEWED)
OPEN = checklist_of("study", {}, REVIEWED)


def composed(order: SheetOrder, content: Content = REVIEWED) -> ComposedSheet:
    return Composer(content, order).compose()


def slip_for(checklist: Checklist, missing: Mapping[str, str], content: Content = REVIEWED) -> list[Entry]:
    """The papers on the slip."""
    sheet = composed(order_of(checklist, missing=missing, content=content), content)
    return [entry for part in sheet.parts for entry in entries_of(part)]


def lines_of(sheet: ComposedSheet) -> list[Line]:
    """Every line of a sheet."""
    parts = [line for part in sheet.parts for line in part.every_line()]
    head = [line for line in (sheet.notice, sheet.title, sheet.matter) if line is not None]
    return [*head, *parts, *sheet.closing]


def german(label: Label) -> str:
    return REVIEWED.label(label).german


def trust_line(trust: Trust) -> str:
    return REVIEWED.labels[f"trust/{trust}"].german


def one_state_off(key: str, trust: Trust, sheet: str = "missing") -> ComposedSheet:
    """A slip on which all is reviewed but for one text."""
    content = content_in(Trust.REVIEWED, (key, trust))
    order = order_of(checklist_of("study", content=content), sheet=sheet, missing={"pass": "expired"}, content=content)
    return composed(order, content)


# Languages and trust.


def test_a_german_sheet_says_nothing_in_a_second_language() -> None:
    sheet = composed(order_of(CASE, "de", content=REVIEWED))
    assert {line.other for line in lines_of(sheet)} == {""}
    assert [line.german for line in sheet.closing] == [
        german(Label.CONTENT_DATE).replace("{date}", f"{REVIEWED.day:%d.%m.%Y}")
    ]


def test_a_sheet_that_is_all_reviewed_says_so() -> None:
    sheet = composed(order_of(CASE, content=REVIEWED))
    assert {part.trust for part in sheet.parts} == {Trust.REVIEWED}
    assert sheet.closing[1].german == trust_line(Trust.REVIEWED)


@pytest.mark.parametrize("trust", [Trust.MISSING, Trust.OUTDATED, Trust.DRAFT])
def test_one_text_decides_the_state_of_its_part_and_of_the_sheet(trust: Trust) -> None:
    sheet = one_state_off("document/pass/name", trust)
    assert [part.trust for part in sheet.parts if entries_of(part)] == [trust]
    assert {part.trust for part in sheet.parts if not entries_of(part)} == {Trust.REVIEWED}
    assert sheet.closing[1].german == trust_line(trust)


@pytest.mark.parametrize(
    "key",
    [
        "sheet/missing/title",
        "service/study/name",
        "label/information_only",
        "label/german_binds",
        "label/translation_helps",
        "label/content_date",
        "label/qr_caption",
        "document/pass/not_enough",
        "reason/expired",
    ],
)
def test_no_text_of_a_sheet_is_left_out_of_its_state(key: str) -> None:
    assert one_state_off(key, Trust.OUTDATED).closing[1].german == trust_line(Trust.OUTDATED)


def test_the_lowest_of_several_states_counts() -> None:
    content = content_in(Trust.DRAFT, ("document/pass/name", Trust.MISSING), ("document/pass/plain", Trust.OUTDATED))
    order = order_of(checklist_of("study", content=content), missing={"pass": "expired"}, content=content)
    assert composed(order, content).closing[1].german == trust_line(Trust.MISSING)


def test_what_is_not_translated_stands_in_german_alone() -> None:
    sheet = one_state_off("document/pass/name", Trust.MISSING)
    (entry,) = (entry for part in sheet.parts for entry in entries_of(part))
    assert entry.name.german == REVIEWED.documents["pass"].name.german
    assert entry.name.other == ""
    assert all(line.other for line in entry.lines)


# Papers.


def test_a_missing_paper_says_why_it_counts_as_missing() -> None:
    (entry,) = slip_for(CASE, {"pass": "not_signed"})
    reason = REVIEWED.reasons.texts["not_signed"].german
    assert entry.lines[0].german == f"{german(Label.REASON)}: {reason}"


def test_the_slip_keeps_the_numbers_of_the_list_in_their_order() -> None:
    entries = slip_for(CASE, {"kv_gesetzlich": "expired", "pass": "expired"})
    numbers = [row.number for row in CASE.rows if row.document.id in {"pass", "kv_gesetzlich"}]
    assert [entry.number for entry in entries] == numbers
    assert numbers != [1, 2]


def test_added_papers_get_the_next_numbers() -> None:
    shown = max(row.number or 0 for row in CASE.rows)
    entries = slip_for(CASE, {"heiratsurkunde": "expired", "pass": "expired", "geburtsurkunde": "expired"})
    assert [(entry.number, entry.name.german) for entry in entries[1:]] == [
        (shown + 1, REVIEWED.documents["heiratsurkunde"].name.german),
        (shown + 2, REVIEWED.documents["geburtsurkunde"].name.german),
    ]


def test_a_paper_the_list_does_not_ask_for_gets_a_number_but_no_reason_why_it_is_needed() -> None:
    hidden = next(row for row in CASE.rows if row.needed is Truth.NO)
    (entry,) = slip_for(CASE, {hidden.document.id: "expired"})
    assert entry.number == max(row.number or 0 for row in CASE.rows) + 1
    assert not any(line.german_lead == f"{german(Label.WHY)}:" for line in entry.lines)


def test_a_paper_is_explained_and_its_traps_are_named() -> None:
    (entry,) = slip_for(CASE, {"kv_gesetzlich": "expired"})
    leads = [line.german_lead for line in entry.lines if line.german_lead]
    order = (Label.REASON, Label.BRING, Label.NOT_ENOUGH, Label.WHERE, Label.WHY)
    assert leads == [f"{german(label)}:" for label in order]


def test_a_note_of_the_matter_stands_on_the_paper() -> None:
    checklist = checklist_of("sponsorship", content=REVIEWED)
    row = next(row for row in checklist.rows if row.notes and row.needed is Truth.YES)
    (entry,) = slip_for(checklist, {row.document.id: "expired"})
    assert row.notes[0].german in [line.german for line in entry.lines]


def test_reasons_that_only_the_office_knows_stay_off_the_slip() -> None:
    facts = REVIEWED.facts.facts.values()
    office = next(fact for fact in facts if fact.asked is Asked.OFFICE)
    rows = tuple(
        replace(row, because=(Reason(office.id, (office.value_ids[0],)),)) if row.document.id == "pass" else row
        for row in CASE.rows
    )
    (entry,) = slip_for(replace(CASE, rows=rows), {"pass": "expired"})
    assert office.label.german not in " ".join(line.german for line in entry.lines)


@pytest.mark.parametrize("matter", sorted(shipped().services))
def test_nothing_that_only_the_office_decides_stands_on_the_list_of_an_open_case(matter: str) -> None:
    checklist = checklist_of(matter, {}, REVIEWED)
    labels = (Label.DEPENDS_ON, Label.FEE_OPEN, Label.WHY)
    leads = {f"{german(label)}:" for label in labels}
    said = [
        line.german.removeprefix(line.german_lead).strip()
        for line in lines_of(composed(order_of(checklist, sheet="full", content=REVIEWED)))
        if line.german_lead in leads
    ]
    office = {fact.label.german for fact in REVIEWED.facts.facts.values() if fact.asked is Asked.OFFICE}
    asked = {fact.label.german for fact in REVIEWED.facts.facts.values() if fact.asked is Asked.CUSTOMER}
    named = {part.partition(":")[0] for line in said for part in line.split(" · ")}
    assert named & (office - asked) == set()


# Everything to bring.


def test_what_is_still_open_stands_apart_with_what_it_depends_on() -> None:
    sheet = composed(order_of(OPEN, sheet="full", content=REVIEWED))
    needed, maybe = (part for part in sheet.parts if entries_of(part))
    assert needed.heading is None
    assert maybe.heading is not None
    for part, truth in ((needed, Truth.YES), (maybe, Truth.DEPENDS)):
        assert [entry.number for entry in entries_of(part)] == [row.number for row in OPEN.needed(truth)]
    (row,) = (row for row in OPEN.rows if row.document.id == "kontoauszug")
    (entry,) = (entry for entry in entries_of(maybe) if entry.number == row.number)
    depends = next(line for line in entry.lines if line.german_lead == f"{german(Label.DEPENDS_ON)}:")
    assert REVIEWED.facts["income"].label.german in depends.german


def test_a_list_without_papers_is_left_out() -> None:
    sheet = composed(order_of(CASE, sheet="full", content=REVIEWED))
    assert len([part for part in sheet.parts if entries_of(part)]) == 1
    assert not any(part.heading and part.heading.key == "sheet/full/open/heading" for part in sheet.parts)


# One of several is enough.


def hints(entries: list[Entry]) -> list[str]:
    """What the papers say about being one of several."""
    column = german(Label.NUMBER_COLUMN)
    return [line.german for entry in entries for line in entry.lines if f" {column} " in line.german]


def test_papers_of_which_one_is_enough_name_each_other() -> None:
    checklist = checklist_of("study", {"health": ("none",)}, REVIEWED)
    group = next(group for group in REVIEWED.groups if group.id == "health")
    named = dict.fromkeys(("kv_gesetzlich", "kv_privat"), "expired")
    entries = slip_for(checklist, named)
    numbers = ", ".join(str(entry.number) for entry in entries)
    assert hints(entries) == [f"{group.hint.german} {german(Label.NUMBER_COLUMN)} {numbers}"] * 2
    assert numbers.count(",") == 1


def test_a_paper_whose_alternatives_are_not_on_the_slip_names_none() -> None:
    checklist = checklist_of("study", {"health": ("none",)}, REVIEWED)
    assert hints(slip_for(checklist, {"kv_gesetzlich": "expired", "pass": "expired"})) == []


def test_on_the_whole_list_alternatives_name_each_other() -> None:
    checklist = checklist_of("study", {"health": ("none",)}, REVIEWED)
    sheet = composed(order_of(checklist, sheet="full", content=REVIEWED))
    rows = [row for row in checklist.rows if any(group.id == "health" for group in row.groups)]
    numbers = ", ".join(str(row.number) for row in rows)
    entries = [entry for part in sheet.parts for entry in entries_of(part)]
    assert sum(hint.endswith(f" {numbers}") for hint in hints(entries)) == len(rows) > 1


def test_a_paper_that_may_be_needed_says_only_what_that_hangs_on() -> None:
    papers = [part for part in composed(order_of(OPEN, sheet="full", content=REVIEWED)).parts if entries_of(part)]
    depends = german(Label.DEPENDS_ON)
    needed, maybe = (entries_of(part) for part in papers)
    assert [len(entry.lines) for entry in maybe] == [1] * len(maybe)
    assert all(entry.lines[0].german.startswith(depends) for entry in maybe)
    assert not any(line.german.startswith(depends) for entry in needed for line in entry.lines)


# Fees.


def fee_part(fee: FeeResult, sheet: str = "missing") -> list[str]:
    """What the sheet says about a fee in German."""
    parts = composed(order_of(replace(CASE, fee=fee), sheet=sheet, content=REVIEWED)).parts
    (part,) = (part for part in parts if part.heading and part.heading.key == "label/fee")
    return [line.german for line in part.lines]


def item(eur: str, norm: str = "§ 45", discretion: Relief | None = None) -> FeeItem:
    return FeeItem(CASE.fee.items[0].fee, Charge(Decimal(eur), norm, (), discretion), ())


MAY_BE_LOWERED = Relief("benefits", "", Always(), None, "§ 53 Abs. 2", Confidence.HIGH, "", "")


NAME = CASE.fee.items[0].fee.name.german
KNOWN, DEPENDS, OFFICE, NONE = FeeState.KNOWN, FeeState.DEPENDS, FeeState.OFFICE_DECIDES, FeeState.NONE


@pytest.mark.parametrize(
    ("fee", "said"),
    [
        (FeeResult(KNOWN, Decimal("93.00"), (item("93.00"),), ()), [f"{NAME} – 93,00 € (§ 45)", Label.FEE_EXACT]),
        (
            FeeResult(KNOWN, Decimal("1115.50"), (item("1100.50"), item("15.00")), ()),
            [
                f"{NAME} – 1.100,50 € (§ 45)",
                f"{NAME} – 15,00 € (§ 45)",
                f"{german(Label.FEE_TOTAL)}: 1.115,50 €",
                Label.FEE_EXACT,
            ],
        ),
        (FeeResult(KNOWN, Decimal("0.00"), (item("0.00"),), ()), [f"{NAME} – 0,00 € (§ 45)", Label.FEE_ZERO]),
        (FeeResult(NONE, Decimal("0.00"), (), ()), [Label.FEE_NONE]),
        (
            FeeResult(DEPENDS, None, (), ("application",)),
            [f"{german(Label.FEE_OPEN)}: {REVIEWED.facts['application'].label.german}", Label.FEE_EXACT],
        ),
        (FeeResult(DEPENDS, None, (), ("extension_short",)), [Label.FEE_EXACT]),
        (
            FeeResult(OFFICE, None, (item("98.00", discretion=MAY_BE_LOWERED),), ()),
            [f"{NAME} – 98,00 € (§ 45)", f"{german(Label.FEE_OFFICE)} (§ 53 Abs. 2)", Label.FEE_EXACT],
        ),
    ],
    ids=["known", "several", "zero", "none", "depends", "depends-on-the-office", "office-decides"],
)
def test_each_state_of_the_fee_has_its_words(fee: FeeResult, said: list[str | Label]) -> None:
    assert fee_part(fee) == [german(words) if isinstance(words, Label) else words for words in said]


def test_what_was_assumed_stands_on_the_sheet_as_far_as_the_customer_can_say() -> None:
    checklist = replace(CASE, assumed={"age_band": "24_44", "wants_express": "no", "turkish_association": "no"})
    (line,) = (line for line in lines_of(composed(order_of(checklist))) if line.german.startswith("Angenommen:"))
    assert line.german == "Angenommen: 24 bis 44 Jahre · Express-Karte: Nein"


def test_where_nothing_was_assumed_the_sheet_says_nothing_of_it() -> None:
    lines = lines_of(composed(order_of(replace(CASE, assumed={"turkish_association": "no"}))))
    assert not any(line.german.startswith("Angenommen") for line in lines)


def test_the_paragraph_of_a_fee_stands_on_the_german_side_only() -> None:
    sheet = composed(order_of(CASE, content=REVIEWED))
    (line,) = (line for line in lines_of(sheet) if "€" in line.german)
    assert "(§ 45" in line.german
    assert "§" not in line.other
    assert line.other.endswith(" – 93,00 €")


# Date and time.


def parts_with(order: SheetOrder, key: str) -> list[Part]:
    return [part for part in composed(order).parts if part.heading and part.heading.key == key]


def test_the_deadline_is_a_request_with_its_date() -> None:
    (part,) = parts_with(order_of(CASE, content=REVIEWED), "sheet/missing/deadline/heading")
    assert "03.12.2026" in part.lines[0].german
    assert "03.12.2026" in part.lines[0].other


def test_without_deadline_or_appointment_their_blocks_are_left_out() -> None:
    order = order_of(CASE, content=REVIEWED)
    bare = replace(order, deadline=None, appointment=None)
    assert len(composed(order).parts) - len(composed(bare).parts) == 2
    assert parts_with(bare, "sheet/missing/deadline/heading") == []
    assert parts_with(bare, "label/appointment") == []


def test_the_appointment_is_said_and_coded() -> None:
    (part,) = parts_with(order_of(CASE, content=REVIEWED), "label/appointment")
    assert isinstance(part.body, CalendarCode)
    assert [line.german.rpartition(": ")[2] for line in part.body.lines[:3]] == ["10.12.2026", "09:30", "2.14"]
    assert [line.other.rpartition(": ")[2] for line in part.body.lines[:3]] == ["10.12.2026", "09:30", "2.14"]
    assert part.body.lines[3:] == (Wording(REVIEWED, REVIEWED.language("en")).label(Label.QR_CAPTION),)
    assert part.body.appointment == APPOINTMENT


def test_without_a_room_no_room_is_named() -> None:
    order = replace(order_of(CASE, content=REVIEWED), appointment=Appointment(APPOINTMENT.start, ""))
    (part,) = parts_with(order, "label/appointment")
    assert isinstance(part.body, CalendarCode)
    assert len(part.body.lines) == 3
    assert not any(line.german.startswith(german(Label.ROOM)) for line in part.body.lines)


# The office.


def test_an_office_prints_only_the_lines_it_filled_in() -> None:
    office = replace(shipped().office, address="Am Markt 1", phone="", email="amt@stadt-beispiel.de", hours="")
    assert office.lines == ("Am Markt 1", "amt@stadt-beispiel.de")
