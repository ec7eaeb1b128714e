"""``counter-app sheets``: what sheets there are, and all of them at once."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counter_app.app import arguments
from counter_app.app.commands.shared import echo_json, json_option, shipped_content
from counter_app.app.json_shapes import sheets_json
from counter_app.domain.content import Content
from counter_app.domain.sheet import SheetDefinition

if TYPE_CHECKING:
    from counter_app.app.stock.making import Outcome


@click.command()
@click.option("--all", "wants_all", is_flag=True, help="Alle Blätter machen: in jeder Sprache, zu jedem Anliegen.")
@click.option("--out", type=click.Path(path_type=Path), metavar="ORDNER", help="Wohin die Blätter kommen.")
@click.option("--language", "tags", multiple=True, metavar="TAG", help="Nur diese Sprache; mehrmals für mehrere.")
@click.option("--jobs", "jobs_text", metavar="ZAHL", help="Wie viele Prozesse (sonst: so viele wie Prozessorkerne).")
@json_option
def sheets(
    *, wants_all: bool, out: Path | None, tags: tuple[str, ...], jobs_text: str | None, as_json: bool
) -> int | None:
    """Die Blätter, die es gibt; mit --all alle in einen Ordner machen."""
    if not wants_all:
        _refuse({"--out": out, "--language": tags, "--jobs": jobs_text}, "Das gibt es nur mit --all.")
        _list(shipped_content(), as_json=as_json)
        return None
    _refuse({"--json": as_json}, "Das gibt es nur für die Liste, ohne --all.")
    if out is None:
        detail = "Bitte einen Ordner für die Blätter angeben, zum Beispiel --out blaetter."
        raise arguments.ArgumentError(detail, "--out")
    jobs = None if jobs_text is None else arguments.count(jobs_text, "--jobs")
    return _make_all(out, tags, jobs)


def _list(content: Content, *, as_json: bool) -> None:
    if as_json:
        echo_json(sheets_json(content))
        return
    for definition in content.sheets.values():
        needs = _needs(definition)
        click.echo(f"{definition.id:<22} {definition.title.german}{f' · {needs}' if needs else ''}")


def _needs(definition: SheetDefinition) -> str:
    if definition.needs_matter:
        return f"braucht --service{' und --missing' if definition.needs_missing else ''}"
    return "für alle Sprachen zugleich" if definition.is_for_everyone else ""


def _make_all(out: Path, tags: tuple[str, ...], jobs: int | None) -> int:
    # Loaded late: the list does without the text engine.
    from counter_app.app.stock.making import LibraryMaking  # noqa: PLC0415
    from counter_app.app.stock.progress import Progress  # noqa: PLC0415
    from counter_app.app.stock.serving import seldom_collected  # noqa: PLC0415

    with seldom_collected():  # the content stays until the end
        making = LibraryMaking(out, tags, date.today())  # noqa: DTZ011 - the office's own calendar
    progress = Progress(making.total, sys.stderr)
    try:
        making.run(jobs, progress.one_more)
    except KeyboardInterrupt:
        progress.close()
        click.echo("Abgebrochen. Was geschrieben ist, ist ganz; der nächste Aufruf macht den Rest.", err=True)
        raise click.Abort from None
    finally:
        progress.close()
    return _tell(making.outcome)


def _tell(outcome: "Outcome") -> int:
    for name, trouble in outcome.failed.items():
        click.echo(f"{name}: {trouble}", err=True)
    removed = f", {len(outcome.removed)} entfernt" if outcome.removed else ""
    click.echo(
        f"{len(outcome.written)} geschrieben, {len(outcome.unchanged)} unverändert,"
        f" {len(outcome.failed)} nicht möglich{removed}."
    )
    return 2 if outcome.failed else 0


def _refuse(options: dict[str, object], detail: str) -> None:
    for option, value in options.items():
        if value:
            raise arguments.ArgumentError(detail, option)
