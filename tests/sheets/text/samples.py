"""Languages, texts and readers that the tests of the text engine share."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from counter_app.domain.language import Direction, Language
from counter_app.sheets.pages import WIDTH_PT, build_pdf
from counter_app.sheets.rows import Cell, Group, Row
from counter_app.sheets.tagging import StructureTree
from counter_app.sheets.text.fonts import FontLibrary
from counter_app.sheets.text.paragraph import Paragraph, TextStyle

FONTS = FontLibrary(Path(__file__).parents[3] / "resources" / "fonts")
GERMAN = Language("de", "Deutsch", "Deutsch", "Latn", Direction.LTR, ("NotoSans",), 1.3, 1)
ENGLISH = Language("en", "English", "Englisch", "Latn", Direction.LTR, ("NotoSans",), 1.3, 1)
ARABIC = Language("ar", "العربية", "Arabisch", "Arab", Direction.RTL, ("NotoSansArabic", "NotoSans"), 1.5, 1)
TIGRINYA = Language("ti", "ትግርኛ", "Tigrinya", "Ethi", Direction.LTR, ("NotoSansEthiopic", "NotoSans"), 1.4, 1)
LANGUAGES = (GERMAN, ENGLISH, ARABIC, TIGRINYA)
BODY = TextStyle(12)

# Test strings, not reviewed translations.
TEXTS = {
    "de": "Für Ihren Antrag nach § 16b Abs. 1 AufenthG benötigen wir bis zum 03.12.2026 die folgenden Unterlagen: "
    "Reisepass, Mietvertrag (450,00 € monatlich). Bitte an amt@stadt-beispiel.de – vor 09:30 Uhr!",
    "en": "For your application under § 16b AufenthG we need these documents by 03.12.2026: no office, no affidavit. "
    "Upload them at https://www.stadt-beispiel.de/termin (before 09:30), or call +49 30 1234-567.",
    "ar": "لتقديم طلب تصريح الإقامة وفقًا للمادة § 16b AufenthG نحتاج إلى المستندات التالية حتى تاريخ 03.12.2026. "
    "يُرجى إرسالها إلى amt@stadt-beispiel.de أو رفعها قبل الموعد (الساعة 09:30)، الرسوم 93,00 €.",
    "ti": "ንመሕተቲ ፍቓድ መንበሪ ብመሰረት § 16b AufenthG ክሳብ 03.12.2026 እዞም ዝስዕቡ ሰነዳት የድልዩና። "
    "በጃኹም ብኢመይል ናብ amt@stadt-beispiel.de ስደድዎም (ቅድሚ ሰዓት 09:30)።",
}


def page_of(text: str, language: Language) -> bytes:
    """A PDF that holds one paragraph."""
    tree = StructureTree()
    paragraph = Paragraph(text, language, BODY, FONTS, tree.root.add("P"))
    return pdf_of(paragraph, tree)


def pdf_of(paragraph: Paragraph, tree: StructureTree) -> bytes:
    """A PDF that holds one paragraph whose element is in the tree."""
    group = Group([Row([Cell(0, WIDTH_PT, [paragraph])])])
    return build_pdf([group], title="Probe", language="de", structure=tree)


def opened(pdf: bytes) -> pikepdf.Pdf:
    """The file as qpdf reads it."""
    return pikepdf.open(BytesIO(pdf))


def structure_of(pdf: pikepdf.Pdf) -> list[tuple[str, str]]:
    """Tag and text of each structure element in reading order, as a screen reader gets them; else its alternative."""
    marked = [_marked_texts(page) for page in pdf.pages]
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}

    def walk(element: pikepdf.Object) -> Iterator[tuple[str, str]]:
        kids = list(element.K)
        own = [marked[numbers[kid.Pg.objgen]][int(kid.MCID)] for kid in kids if "/MCID" in kid]
        yield str(element.S)[1:], "".join(own) or str(element.get("/Alt", ""))
        for kid in kids:
            if "/MCID" not in kid:
                yield from walk(kid)

    return list(walk(pdf.Root.StructTreeRoot.K))


def _marked_texts(page: pikepdf.Page) -> dict[int, str]:
    """The text of each marked piece of a page in stream order, with ActualText in place of glyphs."""
    fonts = {name: _to_unicode(font) for name, font in page.Resources.Font.items()} if "/Font" in page.Resources else {}
    found: dict[int, str] = {}
    stack: list[tuple[int | None, str | None]] = []  # number and replacement text of each open mark
    current: dict[str, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        number = next((number for number, _ in stack if number is not None), None)
        match str(instruction.operator):
            case "BDC":
                properties = operands[1]
                stack.append((properties.get("/MCID"), properties.get("/ActualText")))
                if number is None:
                    number = properties.get("/MCID")
                if number is not None:
                    found[number] = found.get(number, "") + str(properties.get("/ActualText", ""))
            case "EMC":
                stack.pop()
            case "Tf":
                current = fonts[str(operands[0])]
            case "TJ" if number is not None and all(actual is None for _, actual in stack):
                codes = "".join(bytes(piece).hex() for piece in operands[0] if isinstance(piece, pikepdf.String))
                found[number] += "".join(current[codes[place : place + 4]] for place in range(0, len(codes), 4))
    return found


def _to_unicode(font: pikepdf.Object) -> dict[str, str]:
    """What each glyph code (four hexadecimal digits) stands for."""
    lines = bytes(font.ToUnicode.read_bytes()).decode().splitlines()
    pairs = (line[1:-1].split("> <") for line in lines if line.startswith("<") and "> <" in line)
    return {code.lower(): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs if "begin" not in text}
