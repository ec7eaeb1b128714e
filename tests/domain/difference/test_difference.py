"""Two versions of all content: what the comparison tells, and that it tells exactly that."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from counter_app.domain.content import Content
from counter_app.domain.difference import Difference, YearlyAmount, difference
from counter_app.domain.difference.matters import MatterDifference
from counter_app.domain.difference.rows import Cost, Fate, Wanted
from counter_app.domain.document import Age, Confidence
from counter_app.domain.errors import FactError
from counter_app.domain.evaluation import Truth
from counter_app.domain.fact import FactValues
from counter_app.domain.fee import Amount
from counter_app.domain.role import Role
from counter_app.domain.rule_parser import parse_rule
from counter_app.domain.service import Service
from counter_app.domain.text import Text
from counter_app.domain.validity import Validity
from counter_app.domain.value import Unit, Value, ValueStep
from tests.domain.small_office import DAY, small_office
from tests.makers import make_clause, make_fee, make_row

LATER = date(2027, 1, 1)


@pytest.fixture
def office(content: Content) -> Content:
    """A small office."""
    return small_office(content)


def with_matter(content: Content, name: str, change: Callable[[Service], Service]) -> Content:
    """The same content with one matter changed."""
    return replace(content, services={**content.services, name: change(content.services[name])})


def with_row(content: Content, paper: str, *rules: str) -> Content:
    """The same content with one row of ``study`` changed, or a further one."""

    def changed(service: Service) -> Service:
        rows = {row.document.id: row for row in service.requirements}
        rows[paper] = make_row(paper, *rules)
        return replace(service, requirements=tuple(rows.values()))

    return with_matter(content, "study", changed)


def study(found: Difference) -> MatterDifference:
    """The one matter that changes."""
    (matter,) = found.matters
    assert matter.service.id == "study"
    return matter


def test_the_same_content_has_no_difference(content: Content) -> None:
    assert difference(content, content, DAY).is_empty


def test_a_changed_rule_is_told_with_its_cases_and_nothing_else_is(office: Content) -> None:
    found = difference(office, with_row(office, "lohn", "income has employed and not application == renewal"), DAY)
    (row,) = study(found).rows
    assert (row.document, row.fate, row.cases.total, row.cases.changed) == ("lohn", Fate.CHANGED, 4, 1)
    (change,) = row.cases.changes
    assert (change.before is not None, change.after, change.count) == (True, None, 1)
    assert str(change.when) == "application == renewal and income has employed"
    assert change.example == {"application": ("renewal",), "income": ("employed",)}
    assert (found.values, found.particulars, study(found).particulars) == ((), (), ())


def test_independent_rows_are_never_multiplied(office: Content) -> None:
    once = with_row(office, "lohn", "always")
    found = difference(office, with_row(once, "kv_privat", "always"), DAY)
    assert [(row.document, row.cases.total) for row in study(found).rows] == [("lohn", 2), ("kv_privat", 2)]


def test_a_row_that_came_and_one_that_went_are_told_as_such(office: Content) -> None:
    new = with_row(office, "zeugnis", "application == first")
    (row,) = study(difference(office, new, DAY)).rows
    assert (row.document, row.fate, row.cases.changed, row.cases.total) == ("zeugnis", Fate.ADDED, 1, 2)
    (row,) = study(difference(new, office, DAY)).rows
    assert (row.fate, row.cases.changes[0].after) == (Fate.REMOVED, None)


def test_limits_of_a_paper_are_told_where_they_change(office: Content) -> None:
    clause = make_clause("income has employed")
    old = replace(clause, role=Role.EMPLOYER, copies=2)
    by = {"a": replace(clause, when=parse_rule("application == first"), age=Age(months=3), copies=3), "b": old}

    def row(*names: str) -> Callable[[Service], Service]:
        return lambda service: replace(service, requirements=(make_row("lohn", *(by[name] for name in names)),))

    found = difference(with_matter(office, "study", row("b")), with_matter(office, "study", row("b", "a")), DAY)
    changes = {str(change.when): (change.before, change.after) for change in study(found).rows[0].cases.changes}
    two = Wanted(Role.EMPLOYER, None, 2)
    assert changes == {
        "application == first and income has employed": (two, Wanted(Role.EMPLOYER, Age(months=3), 3)),
        "application == first and not income has employed": (None, Wanted(Role.APPLICANT, Age(months=3), 3)),
    }


def test_a_fee_tells_which_amounts_become_which(office: Content) -> None:
    def dearer(service: Service) -> Service:
        return replace(service, fees=(make_fee(("express", "75.00"), ("always", "100.00")),))

    found = difference(office, with_matter(office, "study", dearer), DAY)
    (fee,) = study(found).fees
    assert (fee.fate, fee.cases.total) == (Fate.CHANGED, 2)
    (change,) = fee.cases.changes
    assert (change.before, change.after) == (Cost(Decimal("70.00"), "§ 45", ""), Cost(Decimal("75.00"), "§ 45", ""))
    assert str(change.when) == "express"


def test_a_change_of_law_counts_from_its_day_and_is_announced_before(office: Content) -> None:
    def announced(service: Service) -> Service:
        (fee,) = service.fees
        always = parse_rule("always")
        steps = (
            Amount(always, Decimal(70), "", Validity(last=date(2026, 12, 31))),
            Amount(always, Decimal(80), "", Validity(first=LATER)),
        )
        return replace(service, fees=(replace(fee, fee=replace(fee.fee, amounts=steps)),))

    new = with_matter(office, "study", announced)
    before = study(difference(office, new, DAY))
    assert before.later == (LATER,)
    assert [change.after and change.after.eur for change in before.fees[0].cases.changes] == [Decimal(70)]
    after = study(difference(office, new, LATER))
    assert {change.after and change.after.eur for change in after.fees[0].cases.changes} == {Decimal(80)}
    assert after.later == ()


def test_values_of_the_year_matters_and_words_are_told(office: Content) -> None:
    step = ValueStep(Validity(), Decimal(48300), "§ 18g", Confidence.HIGH, "", "")
    more = replace(step, amount=Decimal(50700))
    value = Value("blue_card", "Gehalt", Unit.EUR_YEAR, (step,))
    old = replace(office, values={"blue_card": value})
    new = with_matter(
        replace(old, values={"blue_card": replace(value, steps=(more,))}),
        "study",
        lambda service: replace(
            service,
            law="§ 16b",
            limits={"application": ("first",)},
            assumptions={"married": "yes", "express": "no"},
        ),
    )
    services = {name: service for name, service in new.services.items() if name != "work"}
    found = difference(old, replace(new, services={**services, "help": replace(services["study"], id="help")}), DAY)
    before, after = (YearlyAmount(one.amount, Unit.EUR_YEAR, "§ 18g") for one in (step, more))
    assert [(one.before, one.after) for one in found.values] == [(before, after)]
    assert ([one.id for one in found.added], [one.id for one in found.removed]) == (["help"], ["work"])
    matter = study(found)
    assert matter.particulars == ("service/study/law",)
    assert [(one.fact, one.before, one.after) for one in matter.limits] == [("application", (), ("first",))]
    assert [(one.fact, one.before, one.after) for one in matter.assumptions] == [("married", ("no",), ("yes",))]
    assert found.particulars == ()


def test_another_unit_of_a_limit_is_another_limit(office: Content) -> None:
    step = ValueStep(Validity(), Decimal(4000), "§ 18g", Confidence.HIGH, "", "")
    value = Value("blue_card", "Gehalt", Unit.EUR_YEAR, (step,))
    old, new = (replace(office, values={"v": replace(value, unit=unit)}) for unit in (Unit.EUR_YEAR, Unit.EUR_MONTH))
    (found,) = difference(old, new, DAY).values
    assert [one.unit for one in (found.before, found.after) if one] == [Unit.EUR_YEAR, Unit.EUR_MONTH]


def changed(things: Mapping[str, Any], key: str, **changes: object) -> dict[str, Any]:
    """The same things with one of them changed."""
    return {**things, key: replace(things[key], **changes)}


@pytest.mark.parametrize(
    ("told", "change"),
    [
        ("document/foto/expires", lambda old: replace(old, documents=changed(old.documents, "foto", expires=True))),
        ("fact/married/shared", lambda old: with_fact(old, "married", shared=True)),
        ("fact/married/ask_always", lambda old: with_fact(old, "married", ask_always=frozenset({Role.CHILD}))),
        ("fact/it_route/label", lambda old: with_fact(old, "it_route", label=Text("fact/it_route/label", "IT"))),
        ("office/default/rooms", lambda old: replace(old, offices=changed(old.offices, "default", rooms="7"))),
        ("one_of/health/optional", lambda old: replace(old, groups=(replace(old.groups[0], optional=True),))),
        ("process/card/source", lambda old: replace(old, processes=changed(old.processes, "card", source="X"))),
        ("process/card/steps", lambda old: replace(old, processes=changed(old.processes, "card", steps=()))),
        ("sheet/missing", lambda old: replace(old, sheets=changed(old.sheets, "missing", blocks=()))),
        ("value/blue_card/name", lambda old: replace(old, values=changed(old.values, "blue_card", name="Lohn"))),
        ("value/blue_card/always", lambda old: replace(old, values={"blue_card": value(note="Gelesen.")})),
    ],
)
def test_whatever_no_rule_decides_is_told_by_its_id(
    content: Content, told: str, change: Callable[[Content], Content]
) -> None:
    old = replace(content, groups=content.groups[:1], values={"blue_card": value()})
    found = difference(old, change(old), DAY)
    assert (found.particulars, found.matters) == ((told,), ())


def value(note: str = "") -> Value:
    step = ValueStep(Validity(), Decimal(4000), "§ 18g", Confidence.HIGH, "", note)
    return Value("blue_card", "Gehalt", Unit.EUR_YEAR, (step,))


def with_fact(office: Content, name: str, **changes: object) -> Content:
    return replace(office, facts=replace(office.facts, facts=changed(office.facts.facts, name, **changes)))


def test_a_contradiction_that_came_is_told_and_what_it_excludes_still_is_a_case(office: Content) -> None:
    book = replace(office.facts, contradictions=())
    old = replace(with_row(office, "heirat", "age == adult"), facts=book)
    found = difference(old, office, DAY)
    assert found.particulars == ("contradiction/contradiction_0",)
    assert study(found).rows[0].cases.total == 4


def test_one_changed_rule_of_the_shipped_content_changes_exactly_the_cases_in_which_the_list_differs(
    content: Content,
) -> None:
    wanted = parse_rule("application in [first, renewal] and passport == expired")

    def changed(service: Service) -> Service:
        rows = tuple(
            replace(row, clauses=tuple(replace(one, when=wanted) for one in row.clauses[:1]))
            if row.document.id == "zulassung"
            else row
            for row in service.requirements
        )
        return replace(service, requirements=rows)

    new = with_matter(content, "study", changed)
    found = difference(content, new, content.day)
    (row,) = study(found).rows
    assert (row.document, study(found).fees) == ("zulassung", ())
    for change in row.cases.changes:
        assert _is_needed(content, change.example) is not _is_needed(new, change.example)
    assert row.cases.total == 4 * 2 * 2
    assert row.cases.changed == len(_changed_cases(content, new))


def _is_needed(content: Content, facts: FactValues) -> bool:
    made = content.checklists.make(content.services["study"], facts, content.day).row_of("zulassung")
    assert made is not None
    assert made.needed is not Truth.DEPENDS
    return made.needed is Truth.YES


def _answers(content: Content, *facts: str) -> Iterator[FactValues]:
    """Every way to answer that is possible in ``study``."""
    for values in product(*(content.facts[fact].value_ids for fact in facts)):
        told = {fact: (value,) for fact, value in zip(facts, values, strict=True)}
        try:
            content.checklists.know(content.services["study"], told)
        except FactError:
            continue
        yield told


def _changed_cases(old: Content, new: Content) -> set[tuple[str, ...]]:
    """The cases in which the list differs, where values that no rule tells apart count once."""
    alike = {"transfer": "loss", "new": "valid", "none": "valid"}
    answers = _answers(old, "application", "passport", "enrolled")
    different = (facts for facts in answers if _is_needed(old, facts) is not _is_needed(new, facts))
    return {tuple(alike.get(value, value) for (value,) in facts.values()) for facts in different}
