"""A small office: two matters with a few papers, quick to evaluate and easy to follow by eye."""

from dataclasses import replace
from datetime import date, datetime

from counter_app.domain.content import Content
from counter_app.domain.document import Age
from counter_app.domain.fact import Asked, FactBook
from counter_app.domain.service import Requirement, Service, TypicalCase
from counter_app.domain.sheet import Appointment
from counter_app.domain.visit import RowState, Tick, Visit
from tests.makers import (
    make_book,
    make_clause,
    make_document,
    make_fact,
    make_fee,
    make_group,
    make_multi_fact,
    make_row,
    make_service,
    make_setting,
)

DAY = date(2026, 11, 20)
APPOINTMENT = Appointment(datetime(2026, 12, 10, 9, 30), "2.14")  # noqa: DTZ001 - the office's own wall clock
CHILD_MARRIED = "Ein Kind ist nicht verheiratet."
CATALOGUE = ("vollmacht", "urkunde")
"""Papers that no matter asks for."""
OPEN_STUDY = {
    "antrag": 1,
    "pass": 2,
    "foto": 3,
    "lohn": 4,
    "sparbuch": 5,
    "kv_gesetzlich": 6,
    "kv_privat": 7,
    "meldung": 8,
    "mietvertrag": 9,
}
"""The list of ``study`` while nothing was said."""
PRESENT, MISSING, UNCLEAR, NOT_NEEDED = map(
    Tick, (RowState.PRESENT, RowState.MISSING, RowState.UNCLEAR, RowState.NOT_NEEDED)
)


def small_office(content: Content) -> Content:
    """The shipped languages, labels and sheets with two small matters.

    While nothing was said, 3 to 7 of ``OPEN_STUDY`` depend, and of 6 and 7 as of 8 and 9 one is enough; ``work`` lists
    1 vertrag, 2 pass, 3 lohn (depends), 4 antrag. The paper ``meldung`` may be three months old.
    """
    services = (_study(), _work())
    papers = {row.document.id: row.document for service in services for row in service.requirements}
    papers |= {name: make_document(name) for name in CATALOGUE}
    return replace(
        content,
        facts=_book(),
        groups=(
            make_group("insurance", "kv_gesetzlich", "kv_privat"),
            make_group("home", "meldung", "mietvertrag"),
        ),
        services={service.id: service for service in services},
        documents=papers,
    )


def numbers(visit: Visit) -> dict[str, int]:
    """The list: paper to number."""
    return {row.document.id: row.number for row in visit.rows}


def states(visit: Visit) -> dict[str, str]:
    """The list: paper to state."""
    return {row.document.id: str(row.tick.state) for row in visit.rows}


def _book() -> FactBook:
    return make_book(
        make_fact("application", "first", "renewal"),
        make_multi_fact("income", "employed", "savings", "none", alone="none"),
        make_fact("health", "statutory", "private"),
        make_fact("age", "child", "adult"),
        make_fact("married"),
        replace(make_fact("express"), asked=Asked.OFFICE),
        make_setting("asks_rent"),
        contradictions={"married and age == child": CHILD_MARRIED},
    )


def _study() -> Service:
    service = make_service(
        make_row("antrag", "always"),
        make_row("pass", "always"),
        make_row("foto", "application == first"),
        make_row("lohn", "income has employed"),
        make_row("sparbuch", "income has savings"),
        make_row("kv_gesetzlich", "health == statutory"),
        make_row("kv_privat", "health == private"),
        Requirement(make_document("meldung", age=Age(months=3)), (make_clause("always"),)),
        make_row("mietvertrag", "always"),
        make_row("heirat", "married"),
        fees=(make_fee(("express", "70.00"), ("always", "100.00")),),
        assumptions={"married": "no", "express": "no"},
    )
    renewal = {"application": ("renewal",), "income": ("savings",), "health": ("statutory",)}
    first = {"application": ("first",), "income": ("employed",), "married": ("yes",)}
    cases = TypicalCase("Verlängerung, Erspartes", renewal), TypicalCase("Erster Antrag, verheiratet", first)
    return replace(service, cases=cases)


def _work() -> Service:
    return make_service(
        make_row("vertrag", "always"),
        make_row("pass", "always"),
        make_row("lohn", "income has employed"),
        make_row("antrag", "always"),
        make_row("foto", "application == renewal"),
        service_id="work",
        limits={"application": ("first",)},
    )
