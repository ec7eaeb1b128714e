"""``docs/cli.md`` names every command and every option there is."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from counter_app.app.cli import cli

HANDBOOK = (Path(__file__).resolve().parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command that can be given, with the words that lead to it."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


COMMANDS = list(commands(cli))
OPTIONS = sorted(
    {
        (path[0], option)
        for path, command in COMMANDS
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    }
)
"""The first word of a command, and an option of it or of one below it."""


def chapter(command: str) -> str:
    """What the handbook says under the heading of a command."""
    chapters = re.split(r"^## ", HANDBOOK, flags=re.MULTILINE)
    (found,) = (text for text in chapters if text.startswith((f"`{command} ", f"`{command}`")))
    return found


@pytest.mark.parametrize("path", [path for path, _ in COMMANDS], ids=" ".join)
def test_every_command_is_in_the_handbook(path: tuple[str, ...]) -> None:
    first, *others = path
    assert all(re.search(rf"\b{word}\b", chapter(first)) for word in others), path


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_every_option_is_in_the_chapter_of_its_command(command: str, option: str) -> None:
    assert re.search(rf"{option}(?![a-z-])", chapter(command))


@pytest.mark.parametrize("command", sorted({command for command, _ in OPTIONS}))
def test_the_handbook_names_no_option_that_is_gone(command: str) -> None:
    named = set(re.findall(r"--[a-z]+", chapter(command)))
    assert named <= {option for owner, option in OPTIONS if owner == command}


@pytest.mark.parametrize(
    ("path", "command"), COMMANDS, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_every_command_and_option_explains_itself(path: tuple[str, ...], command: click.Command) -> None:
    assert command.help, path
    assert [option.name for option in command.params if isinstance(option, click.Option) and not option.help] == []
