"""What several commands share."""

import json

import click

from counter_app.app.json_shapes import Json
from counter_app.content.loader import load_content
from counter_app.domain.content import Content
from counter_app.system.paths import content_folders

json_option = click.option("--json", "as_json", is_flag=True, help="Ausgabe als JSON (Formen: docs/cli.md).")
language_option = click.option(
    "--language", "tag", default="de", show_default=True, metavar="TAG", help="Sprache der Kundin oder des Kunden."
)
fact_option = click.option(
    "--fact",
    "given",
    multiple=True,
    metavar="NAME=WERT",
    help="Eine Angabe; mehrere Werte: die Option mehrmals angeben.",
)
date_option = click.option("--date", "day_text", metavar="JJJJ-MM-TT", help="Stichtag (ohne Angabe: heute).")


def shipped_content() -> Content:
    """The content this program was shipped with.

    Raises:
        ContentError: it is broken.
    """
    return load_content(content_folders())


def echo_json(shape: Json) -> None:
    """Print JSON for scripts: UTF-8, two blanks, letters as they are."""
    click.echo(json.dumps(shape, ensure_ascii=False, indent=2))
