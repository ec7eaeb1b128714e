"""The files of the interface languages: they say what the sources say, completely, and the program loads what they say.

When one of these fails after a change of a text: ``python tools/update_translations.py``, translate, commit both kinds.
"""

import ast
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QTranslator

from counter_app.system.paths import translations_folder
from counter_app.system.settings import InterfaceLanguage
from tools.update_translations import OPTIONS, ROOT, sources, tool, update

LANGUAGES = tuple(InterfaceLanguage)
PAGE_KEY = r"Bild (?:auf|ab)wärts|Pg(?:Up|Down)"
OTHER_KEY = r"F\d{1,2}|Esc|Enter|Entf|Del|Leertaste|Space"
KEY = re.compile(rf"(?:Strg|Ctrl)\+(?:Umschalt\+|Shift\+)?(?:{PAGE_KEY}|Tab|\{{\w+\}}|\S)|\b(?:{OTHER_KEY})\b")
PLACEHOLDER = re.compile(r"\{\w*\}|%n")
ENGLISH_KEYS = {"Strg": "Ctrl", "Umschalt": "Shift", "Entf": "Del", "Leertaste": "Space"}


@dataclass(frozen=True)
class Message:
    """A text and its translations: one, or one for a single thing and one for several."""

    context: str
    source: str
    forms: tuple[str, ...]
    is_plural: bool
    is_finished: bool


def file_of(language: str, folder: Path | None = None) -> Path:
    return (folder or translations_folder()) / f"counter_app_{language}.ts"


def messages(file: Path) -> Iterator[Message]:
    """What stands in a .ts file."""
    for context in ET.parse(file).iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            plurals = tuple(form.text or "" for form in translation.iter("numerusform"))
            yield Message(
                context.findtext("name", ""),
                message.findtext("source", ""),
                plurals or (translation.text or "",),
                is_plural=message.get("numerus") == "yes",
                is_finished=translation.get("type") is None,
            )


def texts_in_code() -> Iterator[tuple[str, str]]:
    """Class and text of every ``self.tr`` in the sources, as Python reads them."""
    for source in sources():
        tree = ast.parse((ROOT / source).read_text(encoding="utf-8"))
        for owner in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
            for call in (node for node in ast.walk(owner) if isinstance(node, ast.Call)):
                if isinstance(call.func, ast.Attribute) and call.func.attr == "tr":
                    text = call.args[0]
                    place = f"{source}:{call.lineno}"
                    assert isinstance(text, ast.Constant), f"{place}: only a fixed text can be translated"
                    yield owner.name, str(text.value)


MESSAGES = [(language, message) for language in LANGUAGES for message in messages(file_of(language))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_has_just_the_texts_of_the_sources(language: str, tmp_path: Path) -> None:
    if not tool("lupdate").is_file():
        pytest.skip("this PySide6 came without lupdate")
    shutil.copytree(translations_folder(), tmp_path, dirs_exist_ok=True)
    update(tmp_path)
    before, after = (
        {(message.context, message.source, message.is_plural) for message in messages(file_of(language, folder))}
        for folder in (None, tmp_path)
    )
    assert before == after, "run tools/update_translations.py"


def test_no_text_in_a_window_is_overlooked() -> None:
    known = {(message.context, message.source) for message in messages(file_of("en"))}
    assert set(texts_in_code()) <= known


def test_every_language_that_can_be_set_has_its_file() -> None:
    assert set(OPTIONS) == {str(language) for language in LANGUAGES}


def test_the_german_file_holds_plurals_only() -> None:
    assert all(message.is_plural for message in messages(file_of("de")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    open_ones = [message for message in messages(file_of(language)) if not message.is_finished or "" in message.forms]
    assert open_ones == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_program_loads_what_the_file_says(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(file_of(language).with_suffix(".qm")))
    for message in messages(file_of(language)):
        counts = (1, 3) if message.is_plural else (-1,)
        loaded = tuple(translator.translate(message.context, message.source, "", count) for count in counts)
        assert loaded == message.forms, "run tools/update_translations.py"


def test_every_placeholder_is_in_every_translation() -> None:
    for _, message in MESSAGES:
        for form in message.forms:
            assert sorted(PLACEHOLDER.findall(form)) == sorted(PLACEHOLDER.findall(message.source)), message


def test_every_key_stays_the_same_key() -> None:
    for language, message in MESSAGES:
        keys = KEY.findall(message.source)
        if language == InterfaceLanguage.ENGLISH:
            keys = [re.sub("|".join(ENGLISH_KEYS), lambda found: ENGLISH_KEYS[found[0]], key) for key in keys]
        for form in message.forms:
            assert KEY.findall(form) == keys, message


def test_what_has_a_letter_to_jump_to_has_one_in_every_language() -> None:
    for _, message in MESSAGES:
        assert [form.count("&") for form in message.forms] == [message.source.count("&")] * len(message.forms)


def test_a_text_has_one_translation_wherever_it_stands() -> None:
    by_source: dict[str, set[tuple[str, ...]]] = {}
    for language, message in MESSAGES:
        by_source.setdefault(f"{language}: {message.source}", set()).add(message.forms)
    assert {source: forms for source, forms in by_source.items() if len(forms) > 1} == {}


@pytest.mark.parametrize("wrong", ["Schirm", "Vorhang", "Blatt", "Satz", "Sätze", "Unterlage", "Anliegen", "Strg"])
def test_no_german_word_stays_in_the_english_texts(wrong: str) -> None:
    assert [message for message in messages(file_of("en")) if any(wrong in form for form in message.forms)] == []
