"""A text that no font can write is found before somebody prints it."""

from dataclasses import replace

import pytest

from counter_app.domain.errors import MissingGlyph
from counter_app.sheets.glyphs import missing_glyphs
from tests.sheets.slips import PRINTER, checklist_of, order_of, shipped
from tests.sheets.text.samples import FONTS


def test_everything_shipped_can_be_printed() -> None:
    assert list(missing_glyphs(shipped(), FONTS)) == []


def test_an_office_whose_address_cannot_be_printed_is_named() -> None:
    office = replace(shipped().office, id="dresden", address="Straße 北 1")
    (found,) = missing_glyphs(replace(shipped(), offices={"dresden": office}, texts={}), FONTS)
    assert found.where == "de: office/dresden"
    assert "U+5317" in found.detail


def test_a_sheet_with_a_character_nobody_can_print_is_refused() -> None:
    content = replace(shipped(), offices={"dresden": replace(shipped().office, name="Amt 北")})
    with pytest.raises(MissingGlyph, match=r"U\+5317"):
        PRINTER.pdf(content, order_of(checklist_of("study")))
