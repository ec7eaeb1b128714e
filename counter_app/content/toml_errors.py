"""Says in German what the TOML reader of Python says in English."""

import re
import tomllib

_GERMAN = {
    "Cannot overwrite": "Dieser Schlüssel steht schon weiter oben.",
    "Cannot declare": "Diese Tabelle steht schon weiter oben; Listen von Tabellen stehen in [[doppelten Klammern]].",
    "Cannot mutate": "Diese Tabelle ist schon geschlossen.",
    "Illegal character": "Ein Steuerzeichen steht im Text, oder ein Anführungszeichen am Ende der Zeile fehlt.",
    "Unterminated string": "Ein Anführungszeichen am Ende des Textes fehlt.",
    "Unescaped": "Im Text steht ein „\\“; erwartet „\\\\“.",
    "Invalid value": "Dieser Wert ist falsch; Texte stehen in Anführungszeichen.",
    "Expected '=' ": "Nach dem Schlüssel fehlt „=“.",
    "Expected newline": "Nach dem Wert steht noch etwas; erwartet eine neue Zeile.",
    "Expected ']": "Eine eckige Klammer „]“ fehlt.",
    "Unclosed array": "Eine Liste ist nicht mit „]“ geschlossen.",
    "Unclosed inline table": "Eine Tabelle ist nicht mit „}“ geschlossen.",
    "Duplicate inline table key": "Dieser Schlüssel steht doppelt in der Tabelle.",
    "Invalid statement": "Diese Zeile passt nicht in eine TOML-Datei.",
    "Invalid initial character": "Der Schlüssel hat falsche Zeichen.",
}
_LINE = re.compile(r"line (\d+)")


def german_detail(error: tomllib.TOMLDecodeError) -> str:
    """What is wrong and what was expected; English only where Python says something new."""
    known = (german for english, german in _GERMAN.items() if english in str(error))
    return f'Das ist kein gültiges TOML. {next(known, str(error))} Erwartet zum Beispiel: name = "Text".'


def line_of(error: tomllib.TOMLDecodeError, text: str) -> int:
    """The line of the error; the last one where the end came too early."""
    line = _LINE.search(str(error))
    return int(line[1]) if line else len(text.rstrip().split("\n"))
