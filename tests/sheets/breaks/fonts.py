"""Fonts that do not hold what they promise."""

from io import BytesIO

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Name

from tests.sheets.breaks.registry import ARTIFACT, add_meaning, append, breaks, font
from tests.sheets.pdf_ua import Rule


@breaks(Rule.NOT_COMPOSITE)
def simple_font(pdf: pikepdf.Pdf) -> None:
    font(pdf).Subtype = Name.TrueType


@breaks(Rule.CODES)
def other_codes(pdf: pikepdf.Pdf) -> None:
    font(pdf).Encoding = Name("/UniGB-UCS2-H")


@breaks(Rule.NO_GLYPH_MAP)
def no_glyph_map(pdf: pikepdf.Pdf) -> None:
    del font(pdf).DescendantFonts[0].CIDToGIDMap


@breaks(Rule.BAD_GLYPH_MAP)
def bad_glyph_map(pdf: pikepdf.Pdf) -> None:
    font(pdf).DescendantFonts[0].CIDToGIDMap = Name.Other


@breaks(Rule.NOTDEF)
def stream_that_maps_to_nothing(pdf: pikepdf.Pdf) -> None:
    font(pdf).DescendantFonts[0].CIDToGIDMap = pdf.make_stream(b"")


@breaks(Rule.NOT_EMBEDDED)
def not_embedded(pdf: pikepdf.Pdf) -> None:
    del font(pdf).DescendantFonts[0].FontDescriptor.FontFile2


@breaks(Rule.UNKNOWN_FEATURE)
def bare_outlines(pdf: pikepdf.Pdf) -> None:
    descriptor = font(pdf).DescendantFonts[0].FontDescriptor
    del descriptor.FontFile2
    descriptor.FontFile3 = pdf.make_stream(b"", Subtype=Name.CIDFontType0C)


@breaks(Rule.NOT_SUBSET)
def whole_font(pdf: pikepdf.Pdf) -> None:
    font(pdf).BaseFont = Name("/NotoSans-Regular")


@breaks(Rule.NO_GLYPH)
def letters_without_outlines(pdf: pikepdf.Pdf) -> None:
    descriptor = font(pdf).DescendantFonts[0].FontDescriptor
    program = TTFont(BytesIO(descriptor.FontFile2.read_bytes()))
    outlines = program["glyf"]
    for name in program.getGlyphOrder():
        outlines[name].numberOfContours = 0
        outlines[name].data = b""
    target = BytesIO()
    program.save(target)
    descriptor.FontFile2 = pdf.make_stream(target.getvalue())


@breaks(Rule.NO_GLYPH)
def glyph_behind_the_last_one(pdf: pikepdf.Pdf) -> None:
    append(pdf, ARTIFACT % b"BT /NotoSans-Regular 12 Tf <FFF0> Tj ET")
    add_meaning(pdf, b"FFF0", b"0041")


@breaks(Rule.CIDSET)
def list_of_characters(pdf: pikepdf.Pdf) -> None:
    font(pdf).DescendantFonts[0].FontDescriptor.CIDSet = pdf.make_stream(b"\x80")


@breaks(Rule.WIDTHS)
def default_widths(pdf: pikepdf.Pdf) -> None:
    del font(pdf).DescendantFonts[0].W


@breaks(Rule.WIDTHS)
def one_width_for_all(pdf: pikepdf.Pdf) -> None:
    font(pdf).DescendantFonts[0].W = Array([0, 0xFFFF, 600])


@breaks(Rule.NO_UNICODE_MAP)
def no_unicode_map(pdf: pikepdf.Pdf) -> None:
    del font(pdf).ToUnicode


@breaks(Rule.NOT_IN_UNICODE)
def unicode_map_of_other_characters(pdf: pikepdf.Pdf) -> None:
    font(pdf).ToUnicode = pdf.make_stream(b"1 beginbfchar <FFF0> <0041> endbfchar")


@breaks(Rule.ZERO)
def mapped_to_zero(pdf: pikepdf.Pdf) -> None:
    add_meaning(pdf, b"FFF0", b"0000")


@breaks(Rule.BYTE_ORDER_MARK)
def mapped_to_a_byte_order_mark(pdf: pikepdf.Pdf) -> None:
    add_meaning(pdf, b"FFF0", b"FEFF")


@breaks(Rule.BYTE_ORDER_MARK)
def range_that_reaches_a_byte_order_mark(pdf: pikepdf.Pdf) -> None:
    cmap = font(pdf).ToUnicode.read_bytes() + b"\n1 beginbfrange <FFF0> <FFF2> <FEFD> endbfrange"
    font(pdf).ToUnicode = pdf.make_stream(cmap)


@breaks(Rule.BYTE_ORDER_MARK)
def list_with_a_byte_order_mark(pdf: pikepdf.Pdf) -> None:
    cmap = font(pdf).ToUnicode.read_bytes() + b"\n1 beginbfrange <FFF0> <FFF1> [<0041> <FFFE>] endbfrange"
    font(pdf).ToUnicode = pdf.make_stream(cmap)


@breaks(Rule.NOTDEF)
def box_for_a_missing_character(pdf: pikepdf.Pdf) -> None:
    append(pdf, ARTIFACT % b"BT /NotoSans-Regular 12 Tf [<0000>] TJ ET")
    add_meaning(pdf, b"0000", b"0041")
