"""Our checker finds what it looks for: a good file is broken in one way after the other."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from tests.sheets.breaks import BREAKS, Change, changed
from tests.sheets.breaks.registry import append, elements, font
from tests.sheets.pdf_ua import Rule, violations
from tests.sheets.tagged import good_pdf


@pytest.fixture(scope="module")
def good() -> bytes:
    return good_pdf()


def broken_rules(pdf: bytes) -> set[Rule]:
    """The rules that a file breaks."""
    found = violations(pdf)
    return {rule for rule in Rule if any(violation.startswith(rule) for violation in found)}


def nothing(_pdf: pikepdf.Pdf) -> None:
    """No change."""


def test_the_good_file_breaks_no_rule(good: bytes) -> None:
    assert violations(good) == []


def test_writing_it_anew_breaks_no_rule(good: bytes) -> None:
    assert violations(changed(good, nothing)) == []


@pytest.mark.parametrize(("rules", "change"), BREAKS, ids=[change.__name__ for _, change in BREAKS])
def test_one_change_breaks_just_its_rule(good: bytes, rules: frozenset[Rule], change: Change) -> None:
    assert broken_rules(changed(good, change)) == rules


def test_every_rule_is_broken_by_some_test() -> None:
    whole_file = {Rule.HEADER, Rule.ENCRYPTED}
    assert whole_file.union(*(rules for rules, _ in BREAKS)) == set(Rule)


def test_a_newer_kind_of_file_is_found(good: bytes) -> None:
    assert broken_rules(changed(good, nothing, force_version="2.0")) == {Rule.HEADER}


def test_an_encrypted_file_is_found(good: bytes) -> None:
    assert broken_rules(changed(good, nothing, encryption=pikepdf.Encryption(owner="x"))) == {Rule.ENCRYPTED}


@pytest.mark.parametrize("operators", [b"0 0 1 1 re f", b"0 0 m 1 1 l S", b"0 0 1 1 re B*", b"BI /W 1 /H 1 ID x EI"])
def test_unmarked_drawing_is_found(good: bytes, operators: bytes) -> None:
    assert broken_rules(changed(good, lambda pdf: append(pdf, operators))) == {Rule.UNMARKED}


def test_a_path_that_is_not_painted_needs_no_mark(good: bytes) -> None:
    assert violations(changed(good, lambda pdf: append(pdf, b"q 0 0 1 1 re W n Q"))) == []


def test_a_type_may_be_mapped_to_a_standard_one(good: bytes) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.RoleMap = Dictionary(Absatz=Name.Text, Text=Name.P)
        elements(pdf, "P")[0].S = Name.Absatz

    assert violations(changed(good, change)) == []


def test_a_cell_may_span_columns_and_rows(good: bytes) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        row = elements(pdf, "TR")[2]
        row.K = Array([row.K[0]])
        elements(pdf, "TD")[0].A = Array([Dictionary(O=Name.Table, RowSpan=2), 0])

    assert violations(changed(good, change)) == []


def test_a_stream_may_map_characters_to_glyphs(good: bytes) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        numbers = b"".join(number.to_bytes(2, "big") for number in range(0x10000))
        font(pdf).DescendantFonts[0].CIDToGIDMap = pdf.make_stream(numbers)

    assert violations(changed(good, change)) == []
