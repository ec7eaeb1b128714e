"""``counter-app sheet``."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from counter_app.app import arguments
from counter_app.app.commands.shared import date_option, fact_option, language_option, shipped_content
from counter_app.domain.checklist import Checklist
from counter_app.domain.content import Content
from counter_app.domain.fact import FactValues
from counter_app.domain.language import GERMAN, Language
from counter_app.domain.sheet import Appointment, BlockKind, Paper, SheetDefinition, SheetOrder, missing_documents
from counter_app.system.files import write_whole
from counter_app.system.paths import fonts_folder, office_pictures_folder


@click.command()
@click.argument("name", metavar="BLATT")
@click.option("--service", "service_id", metavar="ANLIEGEN", help="Das Anliegen; Blätter mit einer Liste brauchen es.")
@fact_option
@click.option("--missing", metavar="UNTERLAGE[:GRUND],…", help="Was fehlt, und warum (sonst: heute nicht dabei).")
@click.option("--appointment", metavar='"JJJJ-MM-TT HH:MM"', help="Nächster Termin.")
@click.option("--room", default="", metavar="ZIMMER", help="Zimmer des Termins.")
@click.option("--deadline", metavar="JJJJ-MM-TT", help="Bis wann die Unterlagen da sein sollen.")
@date_option
@language_option
@click.option("--paper", "paper_name", default=Paper.A4.value, show_default=True, metavar="a4|a3", help="Das Papier.")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), metavar="DATEI.pdf", help="Wohin das Blatt kommt."
)
def sheet(  # noqa: PLR0913 - one parameter for each option
    *,
    name: str,
    service_id: str | None,
    given: tuple[str, ...],
    missing: str | None,
    appointment: str | None,
    room: str,
    deadline: str | None,
    day_text: str | None,
    tag: str,
    paper_name: str,
    out: Path,
) -> None:
    """Ein Blatt als PDF; „counter-app sheets“ nennt alle."""
    content = shipped_content()
    definition = content.sheet(name)
    language = content.language(tag)
    _check_use(definition, given, deadline, appointment)
    _check_language(definition, language)
    told = arguments.day(day_text, "--date")
    today = told or date.today()  # noqa: DTZ011 - the office's own calendar
    agreed = _appointment(appointment, room, today)
    day = told or (agreed.start.date() if agreed else today)  # the papers are handed in on that day
    checklist = _checklist(content, definition, service_id, arguments.facts(given), day)
    named = arguments.missing(missing or "", content)
    _check_missing(definition, named, checklist)
    order = SheetOrder(
        definition,
        language,
        checklist,
        missing_documents(checklist, named, content.documents) if checklist else (),
        arguments.not_before(arguments.day(deadline, "--deadline"), today, "--deadline"),
        agreed,
        paper=arguments.paper(paper_name, "--paper"),
        day=day,
    )
    write_sheet(content, order, out)
    click.echo(f"Geschrieben: {out}")


def write_sheet(content: Content, order: SheetOrder, out: Path) -> None:
    """Put the PDF in place, whole or not at all.

    Raises:
        SheetError: it cannot be set. FileError: it cannot be written.
    """
    # Loaded late: the other commands answer without it, and it is most of the start-up time.
    from counter_app.sheets.printer import SheetPrinter  # noqa: PLC0415

    write_whole(out, SheetPrinter(fonts_folder(), office_pictures_folder()).pdf(content, order))


def _checklist(
    content: Content, definition: SheetDefinition, service_id: str | None, facts: FactValues, day: date
) -> Checklist | None:
    if service_id is not None:
        return content.checklists.make(content.service(service_id), facts, day)
    if definition.needs_matter:
        example = next(iter(content.services))
        detail = f"Das Blatt „{definition.id}“ gehört zu einem Anliegen, zum Beispiel --service {example}."
        raise arguments.ArgumentError(detail, "--service")
    return None


def _check_use(
    definition: SheetDefinition, facts: tuple[str, ...], deadline: str | None, appointment: str | None
) -> None:
    """Refuse what the sheet would not show; whoever asks for it expects it to be there."""
    kinds = {block.kind for block in definition.blocks}
    unused = {
        "--fact": ("Angaben", bool(facts) and not definition.needs_matter),
        "--deadline": ("eine Frist", deadline is not None and BlockKind.DEADLINE not in kinds),
        "--appointment": ("einen Termin", appointment is not None and BlockKind.APPOINTMENT not in kinds),
    }
    for option, (what, is_unused) in unused.items():
        if is_unused:
            detail = f"Das Blatt „{definition.id}“ ist nicht für {what} gemacht; bitte weglassen."
            raise arguments.ArgumentError(detail, option)


def _check_language(definition: SheetDefinition, language: Language) -> None:
    if definition.is_for_everyone and language.tag != GERMAN:
        detail = f"Das Blatt „{definition.id}“ ist für alle Sprachen zugleich; bitte weglassen."
        raise arguments.ArgumentError(detail, "--language")


def _check_missing(definition: SheetDefinition, named: Mapping[str, str], checklist: Checklist | None) -> None:
    if checklist is not None and definition.needs_missing and not named:
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
