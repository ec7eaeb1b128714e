"""The command line: also what scripts and checks use."""

import sys
from io import TextIOWrapper
from multiprocessing import freeze_support
from pathlib import Path

import click

from counter_app.app.commands.checklist import checklist
from counter_app.app.commands.content import content
from counter_app.app.commands.demo import demo
from counter_app.app.commands.phrases import phrases
from counter_app.app.commands.services import services
from counter_app.app.commands.sheet import sheet
from counter_app.app.commands.sheets import sheets
from counter_app.app.usage import complaint
from counter_app.domain.errors import CounterError

WRONG_INPUT = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    metavar="ORDNER",
    help="Wo die Daten dieses Rechners liegen (sonst: der Ordner, den das System dafür vorsieht).",
)
@click.pass_context
def cli(context: click.Context, *, data: Path | None) -> int | None:
    """Schalterlotse: Sätze, Checklisten und zweisprachige Blätter für den Schalter.

    Ohne Befehl öffnet sich der Schalter.
    """
    if context.invoked_subcommand is not None:
        return None
    from counter_app.app.counter import run  # noqa: PLC0415 - the commands do without windows

    return run(data)


for command in (services, checklist, sheet, sheets, phrases, content, demo):
    cli.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run one command; expected trouble becomes one line on stderr and exit code 2."""
    freeze_support()  # the built program also starts the processes that make sheets
    _write_utf8()
    try:
        outcome = cli.main(arguments, prog_name="counter-app", standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.UsageError as error:
        click.echo(complaint(error), err=True)
        sys.exit(WRONG_INPUT)
    except CounterError as error:
        click.echo(str(error), err=True)
        sys.exit(WRONG_INPUT)
    sys.exit(outcome if isinstance(outcome, int) else 0)


def _write_utf8() -> None:
    """All output is UTF-8, even into a file on Windows, whose code page has no Arabic letters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
