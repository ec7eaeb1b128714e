"""``counter-app phrases``."""

from pathlib import Path

import click

from counter_app.app import arguments
from counter_app.app.commands.shared import echo_json, json_option, language_option, shipped_content
from counter_app.app.json_shapes import Json, phrase_json
from counter_app.domain.language import GERMAN
from counter_app.domain.phrase import Phrase
from counter_app.search.index import phrase_index


@click.command()
@click.argument("query", metavar="SUCHE", required=False)
@language_option
@click.option(
    "--limit", "limit_text", default="10", show_default=True, metavar="ZAHL", help="Höchstens so viele Sätze."
)
@click.option(
    "--batch", type=click.Path(path_type=Path), metavar="DATEI", help="Eine Suche je Zeile; Ausgabe als JSON."
)
@json_option
def phrases(*, query: str | None, tag: str, limit_text: str, batch: Path | None, as_json: bool) -> None:
    """Sätze finden: ein paar Buchstaben genügen."""
    content = shipped_content()
    language = content.language(tag)
    limit = arguments.count(limit_text, "--limit")
    index = phrase_index(content.phrases)
    if (query is None) == (batch is None):
        detail = "Bitte entweder eine Suche oder --batch DATEI angeben."
        raise arguments.ArgumentError(detail)
    if batch is not None:
        results = [{"query": line, **_found(index.search(line, limit), language.tag)} for line in _lines(batch)]
        echo_json({"results": results})
        return
    found = index.search(query or "", limit)
    if as_json:
        echo_json(_found(found, language.tag))
        return
    for phrase in found:
        click.echo(f"{phrase.text.german}   [{phrase.id}]")
        if language.tag != GERMAN:
            click.echo(f"  {phrase.text.in_language(language.tag) or '(noch nicht übersetzt)'}")
    if not found:
        click.echo("Kein Satz gefunden. Bitte mit weniger oder anderen Wörtern suchen.")


def _found(found: list[Phrase], tag: str) -> Json:
    return {"phrases": [phrase_json(phrase, tag) for phrase in found]}


def _lines(path: Path) -> list[str]:
    try:
        return [line for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        detail = "Die Datei ist nicht lesbar; erwartet Text in UTF-8, eine Suche je Zeile."
        raise arguments.ArgumentError(detail, str(path)) from error
