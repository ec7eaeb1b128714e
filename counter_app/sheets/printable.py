"""Whether the office's pictures can be printed and every sheet can be set, before somebody waits for one."""

from collections.abc import Iterator
from pathlib import Path

from counter_app.domain.content import Content
from counter_app.domain.errors import SheetError
from counter_app.domain.sheet import SheetDefinition, SheetOrder, missing_documents
from counter_app.sheets.pictures import Pictures
from counter_app.sheets.printer import SheetPrinter


def unprintable_pictures(content: Content, folder: Path) -> Iterator[SheetError]:
    """Every picture of an office that is missing or cannot be printed; names the file that wants it.

    Args:
        folder: where the pictures lie.
    """
    pictures = Pictures(folder)
    for office in content.offices.values():
        for name in filter(None, (office.logo, office.funding.logo if office.funding else "")):
            try:
                pictures.picture(name)
            except SheetError as error:
                yield SheetError(error.detail, f"forms/offices/{office.id}.toml")


def unprintable_sheets(content: Content, fonts: Path, pictures: Path) -> Iterator[SheetError]:
    """Every sheet that cannot be set even in German, where it is shortest; names its file."""
    printer = SheetPrinter(fonts, pictures)
    for definition in content.sheets.values():
        if definition.needs_matter and not content.services:
            continue  # nobody can ask for it
        try:
            printer.pdf(content, _sample(definition, content))
        except SheetError as error:
            yield type(error)(error.detail, f"forms/sheets/{definition.id}.toml")


def _sample(definition: SheetDefinition, content: Content) -> SheetOrder:
    """The sheet with the list of the first matter, all of whose papers are missing where one must be."""
    if not definition.needs_matter:
        return SheetOrder(definition, content.german)
    service = next(iter(content.services.values()))
    checklist = content.checklists.make(service, {}, content.day)
    reason = content.reasons.default
    named = {row.document.id: reason for row in checklist.rows} if definition.needs_missing else {}
    return SheetOrder(definition, content.german, checklist, missing_documents(checklist, named, content.documents))
