"""What click finds wrong with a command line, said in German, with the nearest valid name."""

import click

from counter_app.domain.errors import unknown


def complaint(error: click.UsageError) -> str:
    """One line: what is wrong, what is expected, and how to see what is possible."""
    path = error.ctx.command_path if error.ctx else "counter-app"
    return f"{_what_is_wrong(error)} („{path} --help“ zeigt, was möglich ist.)"


def _what_is_wrong(error: click.UsageError) -> str:
    match error:
        case click.NoSuchCommand():
            return unknown("Befehl", error.command_name, _commands(error.ctx)).detail
        case click.NoSuchOption():
            return unknown("Option", error.option_name, _options(error.ctx)).detail
        case click.MissingParameter(param=click.Parameter() as parameter):
            name = f"{parameter.opts[0]} " if isinstance(parameter, click.Option) else ""
            return f"Es fehlt: {name}{parameter.metavar}."
        case click.BadOptionUsage():
            return f"„{error.option_name}“: Der Wert fehlt, oder es ist keiner vorgesehen."
        case click.exceptions.NoArgsIsHelpError():
            return f"Bitte einen Befehl angeben: {', '.join(_commands(error.ctx))}."
        case _:
            return "Nach dem Befehl stehen zu viele Wörter. Text mit Leerzeichen bitte in Anführungszeichen setzen."


def _commands(context: click.Context | None) -> list[str]:
    command = context.command if context else None
    return sorted(command.commands) if isinstance(command, click.Group) else []


def _options(context: click.Context | None) -> list[str]:
    if context is None:
        return []
    options = (found for found in context.command.get_params(context) if isinstance(found, click.Option))
    return [name for option in options for name in option.opts]
