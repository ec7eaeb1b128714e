"""Languages are known when we can print them, and offered when something is translated into them."""

from pathlib import Path

from counter_app.content.from_records import content_of
from counter_app.content.loader import ContentFolders, load_content, load_records
from counter_app.domain.content import Content
from tests.content.copies import KEPT_LANGUAGE

BEGUN = """msgid ""
msgstr "Language: kmr\\n"

msgctxt "document/pass/short"
msgid "Pass"
msgstr "{text}"
"""


def put_kurdish(folder: Path, text: str) -> None:
    (folder / "kmr.po").write_text(BEGUN.format(text=text), encoding="utf-8")


def test_only_german_and_what_is_translated_into_is_offered(folders: ContentFolders) -> None:
    content = load_content(folders)
    assert list(content.languages) == ["de", KEPT_LANGUAGE]
    assert {"uk", "kmr", "de-simple", "my"} < set(content.known_languages)


def test_a_language_with_one_translation_is_offered_where_it_stands_in_the_file(folders: ContentFolders) -> None:
    put_kurdish(folders.forms, "Pasaport")
    assert list(load_content(folders).languages) == ["de", KEPT_LANGUAGE, "kmr"]


def test_a_language_that_is_only_begun_is_not_offered(folders: ContentFolders) -> None:
    put_kurdish(folders.forms, "")
    assert "kmr" not in load_content(folders).languages


def test_stored_content_offers_the_same_languages(folders: ContentFolders) -> None:
    put_kurdish(folders.forms, "Pasaport")
    (folders.phrasebooks / "uk.po").write_text('msgid ""\nmsgstr ""\n', encoding="utf-8")
    content = content_of(load_records(folders))
    assert list(content.languages) == ["de", KEPT_LANGUAGE, "kmr"]
    assert content.known_languages == load_content(folders).known_languages


def test_every_known_language_says_its_own_name_once(shipped: Content) -> None:
    known = shipped.known_languages.values()
    for names in ([one.own_name for one in known], [one.german_name for one in known]):
        assert len(set(names)) == len(names)


def test_plain_german_is_set_larger_and_sentence_by_sentence(shipped: Content) -> None:
    plain = shipped.known_languages["de-simple"]
    assert (plain.type_scale, plain.sentence_lines) == (1.2, True)
    german = shipped.german
    assert (german.type_scale, german.sentence_lines) == (1, False)
