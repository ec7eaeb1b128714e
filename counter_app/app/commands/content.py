"""``counter-app content check | coverage | diff | sync``."""

from datetime import date

import click

from counter_app.app import arguments
from counter_app.app.commands.shared import date_option, echo_json, json_option, shipped_content
from counter_app.app.commands.versions import version
from counter_app.app.difference_json import difference_json
from counter_app.app.difference_lines import DifferenceLines
from counter_app.app.json_shapes import coverage_json
from counter_app.content.check import looked_over
from counter_app.content.coverage import coverage as coverage_of
from counter_app.content.loader import read_content
from counter_app.content.problems import Finding
from counter_app.content.sync import synced_files
from counter_app.domain.content import Content
from counter_app.domain.difference import difference
from counter_app.domain.text import Trust
from counter_app.system.files import write_whole
from counter_app.system.paths import content_folders, fonts_folder, office_pictures_folder


@click.group()
def content() -> None:
    """Inhalte prüfen und abgleichen."""


@content.command()
@click.option("--date", "day_text", metavar="JJJJ-MM-TT", help="Stichtag (ohne Angabe: der Tag der Inhalte).")
def check(*, day_text: str | None) -> int:
    """Alles prüfen: Kennungen, Regeln, Texte, Übersetzungen, Schriftzeichen, Bilder, Blätter."""
    day = arguments.day(day_text, "--date")
    reading = read_content(content_folders())
    found = looked_over(reading, day)
    hints = [finding for finding in found if finding.is_hint]
    findings = [*(finding for finding in found if not finding.is_hint), *_print_findings(reading.content)]
    # Whatever was found would only be found again where it stands on a sheet.
    findings = findings or _sheet_findings(reading.content)
    for hint in hints:
        click.echo(str(hint))
    for finding in findings:
        click.echo(str(finding), err=True)
    services, texts = len(reading.content.services), len(reading.content.texts)
    click.echo(f"{services} Anliegen, {texts} Texte, {len(findings)} Fehler, {len(hints)} Hinweise.")
    return 2 if findings else 0


@content.command()
@json_option
def coverage(*, as_json: bool) -> None:
    """Wie weit jede Sprache übersetzt und geprüft ist."""
    loaded = shipped_content()
    found = coverage_of(loaded)
    if as_json:
        echo_json(coverage_json(found))
        return
    names = {Trust.MISSING: "fehlt", Trust.OUTDATED: "veraltet", Trust.DRAFT: "Entwurf", Trust.REVIEWED: "geprüft"}
    for tag, one in found.items():
        states = ", ".join(f"{names[trust]} {count}" for trust, count in one.by_trust.items())
        click.echo(f"{tag:<8} {loaded.languages[tag].german_name}: {one.total} Texte: {states}")


@content.command()
@click.argument("old", metavar="ALT")
@click.argument("new", metavar="NEU")
@date_option
@json_option
def diff(*, old: str, new: str, day_text: str | None, as_json: bool) -> None:
    """Was sich zwischen zwei Fassungen ändert, Fall für Fall.

    ALT und NEU sind Ordner, in denen „forms“ und „phrasebooks“ liegen, oder das Wort „shipped“ für die Inhalte des
    Programms.
    """
    day = arguments.day(day_text, "--date") or date.today()  # noqa: DTZ011 - the office's own calendar
    before, after = version(old, "ALT"), version(new, "NEU")
    found = difference(before, after, day)
    if as_json:
        echo_json(difference_json(found))
        return
    for line in DifferenceLines(before, after).lines(found):
        click.echo(line)


@content.command()
@click.option("--begin", metavar="TAG", default="", help="Die Dateien einer Sprache anlegen, die noch keine hat.")
def sync(begin: str) -> None:
    """Die Übersetzungsdateien auf das heutige Deutsch bringen; nichts geht verloren."""
    for file in synced_files(content_folders(), shipped_content_even_if_untidy(), begin):
        if file.is_changed:
            write_whole(file.path, file.text.encode())
        state = f"{file.added} neu, {file.outdated} veraltet, {file.retired} abgelegt" if file.is_changed else "aktuell"
        click.echo(f"{file.shown_as}: {state}")


def shipped_content_even_if_untidy() -> Content:
    """The content as far as it is usable: findings in translations are what a sync is there to mend."""
    reading = read_content(content_folders())
    blocking = [finding for finding in reading.findings if ".po" not in finding.where]
    if blocking:
        return shipped_content()
    return reading.content


def _print_findings(loaded: Content) -> list[Finding]:
    """Every text with a character that no font of its language has, and every picture that cannot be printed."""
    # Loaded late: only this command needs fonts.
    from counter_app.sheets.glyphs import missing_glyphs  # noqa: PLC0415
    from counter_app.sheets.printable import unprintable_pictures  # noqa: PLC0415
    from counter_app.sheets.text.fonts import FontLibrary  # noqa: PLC0415

    glyphs = missing_glyphs(loaded, FontLibrary(fonts_folder()))
    pictures = unprintable_pictures(loaded, office_pictures_folder())
    return [Finding(error.where, error.detail) for error in (*glyphs, *pictures)]


def _sheet_findings(loaded: Content) -> list[Finding]:
    """Every sheet that cannot be set."""
    from counter_app.sheets.printable import unprintable_sheets  # noqa: PLC0415 - as above

    found = unprintable_sheets(loaded, fonts_folder(), office_pictures_folder())
    return [Finding(error.where, error.detail) for error in found]
