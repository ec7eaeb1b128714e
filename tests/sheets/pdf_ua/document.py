"""What the file says about itself as a whole."""

import re
from collections.abc import Iterator

import pikepdf

from tests.sheets.pdf_ua.rules import Rule

# Language, script, region, variants and private use of RFC 5646; nothing that is only kept for old times' sake.
BCP_47 = re.compile(
    r"[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))*(-x(-[a-z\d]{1,8})+)?",
    re.IGNORECASE,
)
IN_CATALOG = ("/AcroForm", "/OpenAction", "/AA", "/OCProperties", "/Names", "/Collection", "/Outlines", "/Perms")
ON_PAGES = ("/Annots", "/AA")
PART = "{http://www.aiim.org/pdfua/ns/id/}part"


def document_problems(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What is wrong with the catalog, the metadata and the pages' dictionaries."""
    if pdf.is_encrypted:
        yield Rule.ENCRYPTED
    if not pdf.pdf_version.startswith("1."):
        yield Rule.HEADER
    yield from _catalog(pdf.Root)
    yield from _metadata(pdf)
    for number, page in enumerate(pdf.pages):
        if page.obj.get("/Tabs") != pikepdf.Name.S:
            yield f"{Rule.TAB_ORDER} (page {number})"
        yield from (f"{Rule.UNKNOWN_FEATURE} (page {number}, {key})" for key in ON_PAGES if key in page.obj)


def language_problems(languages: Iterator[tuple[str, str]]) -> Iterator[str]:
    """Which of these languages, each with its place, are no language tags."""
    for language, place in languages:
        if not BCP_47.fullmatch(language):
            yield f"{Rule.BAD_LANGUAGE} ({place}, {language!r})"


def _catalog(catalog: pikepdf.Object) -> Iterator[str]:
    marking = catalog.get("/MarkInfo", pikepdf.Dictionary())
    if not _flag(marking, "/Marked"):
        yield Rule.NOT_MARKED
    if _flag(marking, "/Suspects"):
        yield Rule.SUSPECTS
    shown = _flag(catalog.get("/ViewerPreferences", pikepdf.Dictionary()), "/DisplayDocTitle")
    if not shown:
        yield Rule.NO_TITLE_SHOWN if shown is None else Rule.TITLE_HIDDEN
    if "/Lang" not in catalog:
        yield Rule.NO_LANGUAGE
    yield from (f"{Rule.UNKNOWN_FEATURE} ({key})" for key in IN_CATALOG if key in catalog)


def _flag(dictionary: pikepdf.Object, key: str) -> bool | None:
    value = dictionary.get(key)
    return None if value is None else bool(value)


def _metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    if "/Metadata" not in pdf.Root:
        yield Rule.NO_XMP
        return
    metadata = pdf.open_metadata()
    title, part = metadata.get("dc:title"), metadata.get(PART, "1")
    if not title:
        yield Rule.NO_TITLE
    elif title != str(pdf.docinfo.get("/Title", "")):
        yield Rule.TITLES_DIFFER
    if part != "1":
        yield Rule.CLAIM
