"""``counter-app sheet``."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from counter_app.app import arguments
from counter_app.app.commands.shared import date_option, fact_option, language_option, shipped_content
from counter_app.domain.checklist import Checklist
from counter_app.domain.content import Content
from counter_app.domain.sheet import Appointment, SheetDefinition, SheetOrder, missing_documents
from counter_app.system.files import write_whole
from counter_app.system.paths import fonts_folder


@click.command()
@click.argument("name", metavar="BLATT")
@click.option("--service", "service_id", required=True, metavar="ANLIEGEN", help="Das Anliegen.")
@fact_option
@click.option("--missing", metavar="UNTERLAGE[:GRUND],…", help="Was fehlt, und warum (sonst: heute nicht dabei).")
@click.option("--appointment", metavar='"JJJJ-MM-TT HH:MM"', help="Nächster Termin.")
@click.option("--room", default="", metavar="ZIMMER", help="Zimmer des Termins.")
@click.option("--deadline", metavar="JJJJ-MM-TT", help="Bis wann die Unterlagen da sein sollen.")
@date_option
@language_option
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), metavar="DATEI.pdf", help="Wohin das Blatt kommt."
)
def sheet(  # noqa: PLR0913 - one parameter for each option
    *,
    name: str,
    service_id: str,
    given: tuple[str, ...],
    missing: str | None,
    appointment: str | None,
    room: str,
    deadline: str | None,
    day_text: str | None,
    tag: str,
    out: Path,
) -> None:
    """Ein Blatt als PDF: „missing“ (was fehlt) oder „full“ (alles, was gebraucht wird)."""
    content = shipped_content()
    definition = content.sheet(name)
    day = arguments.day(day_text, "--date") or date.today()  # noqa: DTZ011 - the office's own calendar
    checklist = content.checklists.make(content.service(service_id), arguments.facts(given), day)
    named = arguments.missing(missing or "", content)
    _check_missing(definition, named, checklist)
    order = SheetOrder(
        definition,
        content.language(tag),
        checklist,
        missing_documents(checklist, named, content.documents),
        arguments.not_before(arguments.day(deadline, "--deadline"), day, "--deadline"),
        _appointment(appointment, room, day),
    )
    write_sheet(content, order, out)
    click.echo(f"Geschrieben: {out}")


def write_sheet(content: Content, order: SheetOrder, out: Path) -> None:
    """Put the PDF in place, whole or not at all.

    Raises:
        SheetError: it cannot be set. FileError: it cannot be written.
    """
    # Loaded late: the other commands answer without it, and it is most of the start-up time.
    from counter_app.sheets.printer import sheet_pdf  # noqa: PLC0415
    from counter_app.sheets.text.fonts import FontLibrary  # noqa: PLC0415

    write_whole(out, sheet_pdf(content, order, FontLibrary(fonts_folder())))


def _check_missing(definition: SheetDefinition, named: Mapping[str, str], checklist: Checklist) -> None:
    if definition.needs_missing and not named:
        detail = f"Bitte sagen, was fehlt, zum Beispiel --missing {checklist.rows[0].document.id}:expired."
        raise arguments.ArgumentError(detail, "--missing")
    if named and not definition.needs_missing:
        detail = f"Das Blatt „{definition.id}“ zeigt nicht, was fehlt; bitte weglassen oder das Blatt „missing“ nehmen."
        raise arguments.ArgumentError(detail, "--missing")


def _appointment(text: str | None, room: str, today: date) -> Appointment | None:
    if room and not text:
        detail = 'Zum Zimmer fehlt der Termin, zum Beispiel --appointment "2026-12-03 09:30".'
        raise arguments.ArgumentError(detail, "--room")
    if not text:
        return None
    start = arguments.moment(text, "--appointment")
    arguments.not_before(start.date(), today, "--appointment")
    return Appointment(start, room)
