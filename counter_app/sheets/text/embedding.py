"""Putting the used glyphs of a font into a PDF: Type 0, Identity-H, with a map back to text."""

from functools import cache
from hashlib import sha256
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from counter_app.sheets.tagging import flate_stream
from counter_app.sheets.text.fonts import EM, FontFile

# A PDF font needs outlines and widths; what shaping needed is done with.
DROPPED_TABLES = ("GSUB", "GPOS", "GDEF", "kern", "name", "post", "OS/2", "cmap")
# Kept glyph ids cost up to a kilobyte, and the page needs no second numbering.
SUBSET_FLAGS = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.RETAIN_GIDS
SYMBOLIC = 4
CAP_HEIGHT = 714
STEM_WIDTHS = {False: 80, True: 140}
LARGEST_BLOCK = 100
ZERO_WIDTH_SPACE = "\u200b"
CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{blocks}
endcmap CMapName currentdict /CMap defineresource pop end end"""


class FontUse:
    """Which glyphs of a font are used, and which text a reader gets from each of them alone."""

    def __init__(self) -> None:
        self.glyphs: set[int] = {0}
        self.texts: dict[int, str] = {}

    def claims(self, glyph: int, text: str) -> bool:
        """Let a glyph stand for a text; False where it stands for another one already."""
        return self.texts.setdefault(glyph, text) == text

    def admits(self, other: "FontUse") -> bool:
        """Whether no glyph says something else there."""
        get = self.texts.get
        return all(get(glyph, text) == text for glyph, text in other.texts.items())

    def add(self, other: "FontUse") -> None:
        """Use all that is used there."""
        self.glyphs |= other.glyphs
        self.texts |= other.texts


class FontUses(dict[FontFile, FontUse]):
    """The use of each font; one that nobody used yet begins empty."""

    def __missing__(self, file: FontFile) -> FontUse:
        """Begin to use a font."""
        use = self[file] = FontUse()
        return use


class EmbeddedFont:
    """One font in one document, under its own name. ReportLab calls :meth:`addObjects` when it writes the file."""

    def __init__(self, file: FontFile, use: FontUse) -> None:
        self.file = file
        self._use = use

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
        document.idToObject["BasicFonts"].dict[self.file.name] = reference(font)

    def _subset(self) -> bytes:
        request = hb.SubsetInput()
        request.sets(hb.SubsetInputSets.GLYPH_INDEX).update(self._use.glyphs)
        request.flags = SUBSET_FLAGS
        return bytes(hb.subset(_outlines(self.file), request).blob.data)

    def _widths(self) -> str:
        advances = self.file.advances
        return "[" + " ".join(f"{glyph} [{advances[glyph]}]" for glyph in sorted(self._use.glyphs)) + "]"

    def _text_of(self, glyph: int) -> str:
        """What it says alone, or else belongs to: PDF/UA wants a text for glyphs below a replacement text, too."""
        return self._use.texts.get(glyph) or self.file.characters.get(glyph, ZERO_WIDTH_SPACE)

    def _to_unicode(self) -> str:
        texts = ((glyph, self._text_of(glyph)) for glyph in sorted(self._use.glyphs - {0}))
        lines = [f"<{glyph:04X}> <{text.encode('utf-16-be').hex()}>" for glyph, text in texts]
        blocks: list[str] = []
        for start in range(0, len(lines), LARGEST_BLOCK):
            block = lines[start : start + LARGEST_BLOCK]
            blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        return CMAP.format(blocks="\n".join(blocks))


class _DocumentUses(FontUses):
    """The fonts of one ReportLab document, each embedded with its first use."""

    def __init__(self, document: pdfdoc.PDFDocument) -> None:
        super().__init__()
        self._fonts: list[EmbeddedFont] = document.delayedFonts

    def __missing__(self, file: FontFile) -> FontUse:
        use = super().__missing__(file)
        self._fonts.append(EmbeddedFont(file, use))
        return use


def document_uses(document: pdfdoc.PDFDocument) -> FontUses:
    """What the fonts of a ReportLab document hold and say."""
    if not hasattr(document, "font_uses"):
        document.font_uses = _DocumentUses(document)
    uses: FontUses = document.font_uses
    return uses


def admit(document: pdfdoc.PDFDocument, uses: FontUses) -> bool:
    """Add what a text uses to the document's fonts; False, and nothing is added, where a glyph says something else."""
    own = document_uses(document)
    pairs = [(own[file], use) for file, use in uses.items()]
    if not all(mine.admits(use) for mine, use in pairs):
        return False
    for mine, use in pairs:
        mine.add(use)
    return True


@cache
def _outlines(file: FontFile) -> Any:  # noqa: ANN401 - HarfBuzz is untyped
    """The font without what only shaping needs: cutting glyphs out of it is two to five times quicker."""
    request = hb.SubsetInput()
    request.sets(hb.SubsetInputSets.GLYPH_INDEX).update(range(file.face.glyph_count))
    request.flags = SUBSET_FLAGS
    dropped = request.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
    for table in DROPPED_TABLES:
        dropped.add(int.from_bytes(table.ljust(4).encode(), "big"))
    return hb.Face(hb.subset(file.face, request).blob)


def _tag(subset: bytes) -> str:
    """Six letters that tell two subsets apart, always the same for the same glyphs."""
    return "".join(chr(ord("A") + byte % 26) for byte in sha256(subset).digest()[:6])
