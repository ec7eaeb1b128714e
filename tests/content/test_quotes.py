"""Numbers in texts: which amounts and ages they quote, in German and in translation."""

from decimal import Decimal

import pytest

from counter_app.content.check_ages import note_ages
from counter_app.content.problems import Finding, Problems
from counter_app.content.quotes import ages, amount_complaints, german_amounts, old_ages
from counter_app.content.table import KeyPath, Table
from counter_app.domain.document import Age

MONTHS = Age(months=3)


class Line:
    """A file of one line."""

    def where(self, path: KeyPath) -> str:
        """The line, with the key."""
        return f"forms/documents.toml:1 {path[-1]}"


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Das kostet 93 €.", ["93"]),
        ("50.700 € (50 % BBG) oder 45.934,20 €", ["50700", "45934.20"]),
        ("46 € / 27,60 €", ["46", "27.60"]),
        ("29 Euro, 6 EUR, 1.091 €/Monat", ["29", "6", "1091"]),
        ("Rechnung: 475 + 380 = 992 €", ["992"]),
        ("Die Gebühr beträgt {amount} Euro.", []),
        ("Viele Länder in Europa, 27 Länder; 50 % des Betrags; EU 2024/1348", []),
        ("nicht 1.2.3 € und 24.02.2022", []),
    ],
)
def test_german_amounts_are_read_as_they_are_written(text: str, amounts: list[str]) -> None:
    assert list(german_amounts(text)) == [Decimal(amount) for amount in amounts]


@pytest.mark.parametrize(
    "translation",
    ["It costs €1,091.50.", "1091.50 euros", "Это стоит 1 091,50 евро.", "التكلفة ١٠٩١٫٥٠ يورو", "费用为1091.50欧元"],
)
def test_a_translation_may_write_an_amount_in_its_own_way(translation: str) -> None:
    assert list(amount_complaints("Das kostet 1.091,50 €.", translation)) == []


@pytest.mark.parametrize(
    ("german", "translation", "complaints"),
    [
        ("Das kostet 93 €.", "It costs 98 €.", ["stehen 93,00 €; in der Übersetzung fehlt", "nennt 98 €"]),
        ("Das kostet 93 €.", "It costs money.", ["stehen 93,00 €; in der Übersetzung fehlt"]),
        ("Das kostet Geld.", "التكلفة ٩٣ يورو", ["nennt 93 €; im Deutschen steht dieser Betrag nicht"]),
        ("§ 16b, bis 24.02.", "§ 16b, until 24 February", []),
    ],
)
def test_a_translation_that_quotes_another_amount_is_named(
    german: str, translation: str, complaints: list[str]
) -> None:
    found = list(amount_complaints(german, translation))
    assert len(found) == len(complaints)
    assert all(piece in said for piece, said in zip(complaints, found, strict=True))


@pytest.mark.parametrize(
    ("text", "old", "every"),
    [
        ("höchstens 3 Monate alt", [MONTHS], [MONTHS]),
        ("nicht älter als 2 Wochen", [Age(days=14)], [Age(days=14)]),
        ("14 Tage bis 1 Monat", [], [Age(days=14), Age(months=1)]),
        ("seit 6 Monaten; 12 Monatsraten; ein Monat", [], [Age(months=6)]),
    ],
)
def test_ages_are_read_in_months_and_days(text: str, old: list[Age], every: list[Age]) -> None:
    assert (list(old_ages(text)), list(ages(text))) == (old, every)


@pytest.mark.parametrize(
    ("text", "age", "is_hint"),
    [
        ("höchstens 3 Monate alt", MONTHS, None),
        ("3 Monate (Ämter: 1–6 Monate)", MONTHS, None),
        ("14 Tage gültig", MONTHS, None),
        ("6 Monate", None, None),
        ("höchstens 6 Monate alt", MONTHS, False),
        ("nicht älter als 90 Tage", MONTHS, False),
        ("Auszüge von 6 Monaten", MONTHS, True),
        ("höchstens 6 Monate alt", None, True),
    ],
)
def test_texts_about_the_age_of_a_paper_fit_what_is_computed(text: str, age: Age | None, is_hint: bool | None) -> None:  # noqa: FBT001 - of a table
    problems = Problems()
    note_ages(Table({"limit": text}, Line(), ()), age, ("plain", "limit"), problems)
    found: list[Finding] = [*problems.findings, *problems.noted.hints]
    expected = [] if is_hint is None else [("forms/documents.toml:1 limit", is_hint)]
    assert [(finding.where, finding.is_hint) for finding in found] == expected
