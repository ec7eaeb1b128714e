"""``counter-app demo``: one visit through the windows of both sides, without a screen."""

from pathlib import Path

import click

from counter_app.domain.visit import RowState


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("demo"),
    show_default=True,
    metavar="ORDNER",
    help="Wohin Bilder, Blatt und Protokoll kommen.",
)
def demo(*, out: Path) -> None:
    """Spielt einen Besuch durch beide Fenster, ohne Bildschirm: sheet.pdf, counter.png, customer.png, visit.json."""
    from counter_app.app.demo_visit import play  # noqa: PLC0415 - the other commands do without windows

    visit = play(out)
    missing = len(visit.in_state(RowState.MISSING))
    click.echo(f"Besuch gespielt: {visit.case.service.name.german if visit.case.service else ''}")
    click.echo(f"{len(visit.rows)} Zeilen, {missing} fehlen; das Blatt ist gedruckt.")
    for name in ("sheet.pdf", "counter.png", "customer.png", "visit.json"):
        click.echo(f"Geschrieben: {out / name}")
