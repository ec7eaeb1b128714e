"""``counter-app demo``: one visit on real content, from the facts to the paper."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import click

from counter_app.app.commands.checklist import checklist_lines
from counter_app.app.commands.shared import shipped_content
from counter_app.app.commands.sheet import write_sheet
from counter_app.domain.content import Content
from counter_app.domain.sheet import Appointment, SheetOrder, missing_documents
from counter_app.system.files import make_folder

SERVICE, CASE, LANGUAGE = "study", 0, "ar"
MISSING = {"sperrkonto": "expired", "kv_gesetzlich": "copy_missing", "untermiete": "not_brought"}


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("demo"),
    show_default=True,
    metavar="ORDNER",
    help="Wohin das Blatt kommt.",
)
def demo(*, out: Path) -> None:
    """Ein Besuch zum Ansehen: die Liste eines typischen Falls und sein Blatt als PDF."""
    content = shipped_content()
    today = date.today()  # noqa: DTZ011 - the office's own calendar
    order = _order(content, today)
    case = order.checklist.service.cases[CASE]
    click.echo(f"Typischer Fall: {case.name}")
    for line in checklist_lines(order.checklist, content, LANGUAGE):
        click.echo(line)
    make_folder(out)
    path = out / "sheet.pdf"
    write_sheet(content, order, path)
    click.echo(f"\nWas fehlt, auf Deutsch und {order.language.german_name}: {path}")


def _order(content: Content, today: date) -> SheetOrder:
    service = content.service(SERVICE)
    checklist = content.checklists.make(service, service.cases[CASE].facts, today)
    return SheetOrder(
        content.sheet("missing"),
        content.language(LANGUAGE),
        checklist,
        missing_documents(checklist, MISSING, content.documents),
        today + timedelta(days=14),
        Appointment(datetime.combine(today + timedelta(days=21), time(9, 30)), "2.14"),
    )
