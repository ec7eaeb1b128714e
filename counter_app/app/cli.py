"""The command line: also what scripts and checks use."""

import sys

import click

from counter_app.app.commands.checklist import checklist
from counter_app.app.commands.content import content
from counter_app.app.commands.demo import demo
from counter_app.app.commands.phrases import phrases
from counter_app.app.commands.services import services
from counter_app.app.commands.sheet import sheet
from counter_app.domain.errors import CounterError

WRONG_INPUT = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Schalterlotse: Sätze, Checklisten und zweisprachige Blätter für den Schalter."""


for command in (services, checklist, sheet, phrases, content, demo):
    cli.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run one command; expected trouble becomes one line on stderr and exit code 2."""
    try:
        outcome = cli.main(arguments, prog_name="counter-app", standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        click.echo(_one_line(error), err=True)
        sys.exit(WRONG_INPUT)
    except CounterError as error:
        click.echo(str(error), err=True)
        sys.exit(WRONG_INPUT)
    sys.exit(outcome if isinstance(outcome, int) else 0)


def _one_line(error: click.ClickException) -> str:
    """What is wrong and how to see what is possible."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context else "counter-app"
    return f"{' '.join(error.format_message().split())} („{path} --help“ zeigt, was möglich ist.)"
