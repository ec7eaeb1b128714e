"""Putting the used glyphs of a font into a PDF: Type 0, Identity-H, with a map back to text."""

from hashlib import sha256

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from counter_app.sheets.tagging import flate_stream
from counter_app.sheets.text.fonts import EM, FontFile

# A PDF font needs outlines and widths; what shaping needed is done with.
DROPPED_TABLES = ("GSUB", "GPOS", "GDEF", "kern", "name", "post", "OS/2", "cmap")
SYMBOLIC = 4
CAP_HEIGHT = 714
STEM_WIDTHS = {False: 80, True: 140}
LARGEST_BLOCK = 100
CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{blocks}
endcmap CMapName currentdict /CMap defineresource pop end end"""


class EmbeddedFont:
    """One font in one document. ReportLab calls :meth:`addObjects` when it writes the file.

    Args:
        resource: its name in the pages' font resources.
    """

    def __init__(self, file: FontFile, resource: str) -> None:
        self.file = file
        self.resource = resource
        self.glyphs: set[int] = {0}
        self._texts: dict[int, str] = {}

    def can_say(self, glyph: int, text: str) -> bool:
        """Whether a reader gets this text from the glyph alone; the first text that asks decides."""
        return self._texts.setdefault(glyph, text) == text

    def addObjects(self, document: pdfdoc.PDFDocument) -> None:  # noqa: N802  # the name ReportLab calls
        """Write the subset and its dictionaries."""
        reference = document.Reference
        subset = self._subset()
        name = f"/{_tag(subset)}+{self.file.name}"
        left, bottom, right, top = self.file.bounding_box
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": name,
                "Flags": SYMBOLIC,
                "ItalicAngle": 0,
                "StemV": STEM_WIDTHS[self.file.name.endswith("Bold")],
                "Ascent": self.file.ascent,
                "Descent": -self.file.descent,
                "CapHeight": CAP_HEIGHT,
                "FontBBox": pdfdoc.PDFArray([left, bottom, right, top]),
                "FontFile2": reference(flate_stream(subset, Length1=len(subset))),
            }
        )
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": name,
                "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
                "CIDToGIDMap": "/Identity",
                "FontDescriptor": reference(descriptor),
                "DW": EM,
                "W": self._widths(),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": name,
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([reference(descendant)]),
                "ToUnicode": reference(flate_stream(self._to_unicode().encode())),
            }
        )
        document.idToObject["BasicFonts"].dict[self.resource] = reference(font)

    def _subset(self) -> bytes:
        request = hb.SubsetInput()
        request.sets(hb.SubsetInputSets.GLYPH_INDEX).update(self.glyphs)
        # Kept glyph ids cost half a kilobyte, and the page needs no second numbering.
        request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.RETAIN_GIDS
        dropped = request.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
        for table in DROPPED_TABLES:
            dropped.add(int.from_bytes(table.ljust(4).encode(), "big"))
        return bytes(hb.subset(self.file.face, request).blob.data)

    def _widths(self) -> str:
        advances = self.file.advances
        return "[" + " ".join(f"{glyph} [{advances[glyph]}]" for glyph in sorted(self.glyphs)) + "]"

    def _to_unicode(self) -> str:
        lines = [f"<{glyph:04X}> <{text.encode('utf-16-be').hex()}>" for glyph, text in sorted(self._texts.items())]
        blocks: list[str] = []
        for start in range(0, len(lines), LARGEST_BLOCK):
            block = lines[start : start + LARGEST_BLOCK]
            blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        return CMAP.format(blocks="\n".join(blocks))


def embedded(document: pdfdoc.PDFDocument, file: FontFile) -> EmbeddedFont:
    """The font's one instance in a ReportLab document."""
    fonts: list[EmbeddedFont] = document.delayedFonts
    for font in fonts:
        if font.file is file:
            return font
    fonts.append(EmbeddedFont(file, f"F{len(fonts)}"))
    return fonts[-1]


def _tag(subset: bytes) -> str:
    """Six letters that tell two subsets apart, always the same for the same glyphs."""
    return "".join(chr(ord("A") + byte % 26) for byte in sha256(subset).digest()[:6])
