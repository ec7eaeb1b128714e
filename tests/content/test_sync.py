"""A sync brings the PO files up to today's German and never loses what somebody translated."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.content.loader import ContentFolders, read_content
from counter_app.content.po_file import entries, read_po
from counter_app.content.problems import Problems
from counter_app.content.sync import SyncedFile, synced_files
from counter_app.domain.content import Content
from counter_app.domain.errors import ContentError, UnknownName
from counter_app.domain.record import review_mark
from counter_app.domain.text import Text, Trust

PASS, ROOM, HELLO = "document/pass/name", "label/room", "phrase/hello"
REVIEWED = f"reviewed: A. Muster, 2026-10-01, {review_mark('Pass', 'Passport')}"


class Desk:
    """German texts and the English files beside them, in a folder of their own."""

    def __init__(self, folder: Path, shipped: Content) -> None:
        self.folders = ContentFolders(folder / "forms", folder / "phrasebooks")
        self.content = replace(shipped, languages={tag: shipped.languages[tag] for tag in ("de", "en")})
        for part in (self.folders.forms, self.folders.phrasebooks):
            part.mkdir(exist_ok=True)

    @property
    def forms(self) -> Path:
        return self.folders.forms / "en.po"

    @property
    def phrases(self) -> Path:
        return self.folders.phrasebooks / "en.po"

    def compare(self, german: Mapping[str, str]) -> Sequence[SyncedFile]:
        """What a sync would write."""
        texts = {key: Text(key, text) for key, text in german.items()}
        return synced_files(self.folders, replace(self.content, texts=texts))

    def sync(self, **german: str) -> Sequence[SyncedFile]:
        """Sync and write; texts are named ``pass``, ``room`` and ``hello``."""
        return self.sync_all({NAMES[name]: text for name, text in german.items()})

    def sync_all(self, german: Mapping[str, str]) -> Sequence[SyncedFile]:
        files = self.compare(german)
        for file in files:
            if file.is_changed:
                file.path.write_text(file.text, encoding="utf-8")
        return files

    def entry(self, key: str = PASS, *, obsolete: bool = False) -> polib.POEntry:
        """The one entry with an id."""
        (found,) = [entry for entry in self.all_entries() if entry.msgctxt == key and entry.obsolete == obsolete]
        return found

    def all_entries(self) -> list[polib.POEntry]:
        return [*read_po(self.forms, "forms/en.po"), *read_po(self.phrases, "phrasebooks/en.po")]

    def trust(self, german: str, key: str = PASS) -> Trust:
        """The state of a translation."""
        found = [*entries(read_po(self.forms, ""), "", Problems()), *entries(read_po(self.phrases, ""), "", Problems())]
        return next(entry for entry in found if entry.key == key).record.translation(german).trust

    def change(self, key: str = PASS, **changes: object) -> None:
        """Change an entry as a translation tool does."""
        path = self.phrases if key == HELLO else self.forms
        file = read_po(path, path.name)
        (entry,) = [entry for entry in file if entry.msgctxt == key and not entry.obsolete]
        for name, value in changes.items():
            setattr(entry, name, value)
        path.write_text(f"{file}\n", encoding="utf-8")


NAMES = {"passport": PASS, "room": ROOM, "hello": HELLO}


@pytest.fixture
def desk(tmp_path: Path, shipped: Content) -> Desk:
    """A passport that is translated."""
    made = Desk(tmp_path, shipped)
    made.sync(passport="Pass")
    made.change(msgstr="Passport")
    made.sync(passport="Pass")
    return made


def test_a_known_language_begins_with_empty_files(desk: Desk) -> None:
    files = synced_files(desk.folders, desk.content, begin="uk")
    assert [file.shown_as for file in files] == ["forms/uk.po", "forms/en.po", "phrasebooks/uk.po", "phrasebooks/en.po"]
    uk, en, *_ = files
    assert (uk.added, uk.is_changed) == (len(polib.pofile(uk.text)), True)
    assert {entry.msgstr for entry in polib.pofile(uk.text)} == {""}
    assert '"Language: uk\\n"' in uk.text
    assert en.path == desk.forms


def test_a_begun_language_is_kept_up_from_then_on(desk: Desk) -> None:
    (desk.folders.phrasebooks / "uk.po").write_text('msgid ""\nmsgstr ""\n', encoding="utf-8")
    assert [file.shown_as for file in desk.compare({PASS: "Pass"})][::2] == ["forms/uk.po", "phrasebooks/uk.po"]


def test_a_language_that_no_font_is_known_for_cannot_begin(desk: Desk) -> None:
    with pytest.raises(UnknownName, match=r"„uck“ gibt es nicht als Sprache in phrasebooks/languages\.toml"):
        synced_files(desk.folders, desk.content, begin="uck")


def test_a_new_text_comes_in_empty(desk: Desk) -> None:
    forms, _ = desk.sync(passport="Pass", room="Zimmer {number}")
    entry = desk.entry(ROOM)
    assert (entry.msgid, entry.msgstr, entry.flags) == ("Zimmer {number}", "", ["python-brace-format"])
    assert (forms.added, forms.outdated, forms.retired, forms.is_changed) == (1, 0, 0, True)


def test_a_changed_german_makes_its_translation_outdated(desk: Desk) -> None:
    forms, _ = desk.sync(passport="Reisepass")
    entry = desk.entry()
    assert (entry.msgid, entry.previous_msgid, entry.msgstr, entry.fuzzy) == ("Reisepass", "Pass", "Passport", True)
    assert desk.trust("Reisepass") is Trust.OUTDATED
    assert (forms.added, forms.outdated, forms.retired) == (0, 1, 0)


def test_several_changes_keep_the_german_that_was_translated(desk: Desk) -> None:
    desk.sync(passport="Reisepass")
    forms, _ = desk.sync(passport="Ihr Reisepass")
    assert desk.entry().previous_msgid == "Pass"
    assert forms.outdated == 0


def test_the_german_coming_back_makes_the_translation_good_again(desk: Desk) -> None:
    before = desk.forms.read_text(encoding="utf-8")
    desk.sync(passport="Reisepass")
    desk.sync(passport="Ihr Reisepass")
    desk.sync(passport="Pass")
    assert desk.forms.read_text(encoding="utf-8") == before
    assert desk.trust("Pass") is Trust.DRAFT


def test_a_review_holds_again_when_the_german_comes_back(desk: Desk) -> None:
    desk.change(tcomment=REVIEWED)
    assert desk.trust("Pass") is Trust.REVIEWED
    desk.sync(passport="Reisepass")
    assert desk.trust("Reisepass") is Trust.OUTDATED
    desk.sync(passport="Pass")
    assert desk.trust("Pass") is Trust.REVIEWED


def test_a_tool_that_only_drops_fuzzy_leaves_the_text_outdated(desk: Desk) -> None:
    desk.sync(passport="Reisepass")
    desk.change(flags=[])
    assert desk.trust("Reisepass") is Trust.OUTDATED
    desk.sync(passport="Reisepass")
    assert desk.entry().fuzzy


def test_fuzzy_from_a_translator_stays(desk: Desk) -> None:
    desk.change(flags=["fuzzy"])
    desk.sync(passport="Pass")
    assert desk.entry().fuzzy


def test_an_untranslated_text_is_never_outdated(desk: Desk) -> None:
    desk.sync(passport="Reisepass")
    desk.change(msgstr="")
    desk.sync(passport="Ihr Reisepass")
    entry = desk.entry()
    assert (entry.msgid, entry.previous_msgid, entry.flags) == ("Ihr Reisepass", None, [])
    desk.change(msgstr="Your passport")
    assert desk.trust("Ihr Reisepass") is Trust.DRAFT


def test_a_text_that_is_gone_is_put_aside_with_its_translation(desk: Desk) -> None:
    forms, _ = desk.sync(room="Zimmer")
    assert desk.entry(obsolete=True).msgstr == "Passport"
    assert (forms.added, forms.outdated, forms.retired) == (1, 0, 1)


def test_a_text_that_comes_back_brings_its_translation(desk: Desk) -> None:
    desk.sync(room="Zimmer")
    desk.sync(passport="Pass")
    assert desk.entry().msgstr == "Passport"
    assert desk.trust("Pass") is Trust.DRAFT


def test_a_text_that_comes_back_in_other_words_is_outdated(desk: Desk) -> None:
    desk.sync(passport="Reisepass")
    desk.sync(room="Zimmer")
    assert not any(file.is_changed for file in desk.compare({ROOM: "Zimmer"}))
    desk.sync(passport="Reisepass")
    assert desk.entry().previous_msgid == "Pass"
    assert desk.trust("Reisepass") is Trust.OUTDATED


def test_a_text_nobody_translated_just_goes(desk: Desk) -> None:
    desk.sync(passport="Pass", room="Zimmer")
    desk.sync(passport="Pass")
    assert [entry.msgctxt for entry in desk.all_entries()] == [PASS]


def test_an_obsolete_entry_does_not_push_out_the_one_in_use(desk: Desk) -> None:
    with desk.forms.open("a", encoding="utf-8") as file:
        file.write(f'\n#~ msgctxt "{PASS}"\n#~ msgid "Pass"\n#~ msgstr "Old passport"\n')
    desk.sync(passport="Pass")
    assert desk.entry().msgstr == "Passport"
    assert desk.entry(obsolete=True).msgstr == "Old passport"


def test_the_latest_of_two_obsolete_entries_comes_back_and_the_other_stays(desk: Desk) -> None:
    with desk.forms.open("a", encoding="utf-8") as file:
        file.write(f'\n#~ msgctxt "{PASS}"\n#~ msgid "Pass"\n#~ msgstr "Old passport"\n')
    desk.sync(room="Zimmer")
    desk.sync(passport="Pass")
    assert desk.entry().msgstr == "Passport"
    assert desk.entry(obsolete=True).msgstr == "Old passport"


def test_plural_forms_of_another_tool_are_kept_aside(desk: Desk) -> None:
    with desk.forms.open("a", encoding="utf-8") as file:
        file.write('\nmsgctxt "x"\nmsgid "Pass"\nmsgid_plural "Pässe"\nmsgstr[0] "passport"\nmsgstr[1] "passports"\n')
    desk.sync(passport="Pass")
    assert desk.entry("x", obsolete=True).msgstr_plural == {0: "passport", 1: "passports"}


def test_comments_and_flags_of_others_survive(desk: Desk) -> None:
    desk.change(tcomment="Bitte kurz halten.\nZweite Zeile", comment="aus dem Amt", flags=["max-length:20", "no-wrap"])
    desk.sync(passport="Reisepass")
    entry = desk.entry()
    assert (entry.tcomment, entry.comment) == ("Bitte kurz halten.\nZweite Zeile", "aus dem Amt")
    assert entry.flags == ["fuzzy", "max-length:20", "no-wrap"]
    desk.sync(passport="Pass")
    assert desk.entry().flags == ["max-length:20", "no-wrap"]


def test_the_header_survives(desk: Desk) -> None:
    text = desk.forms.read_text(encoding="utf-8")
    changed = "# Agentur Muster\n" + text.partition("\n")[2].replace(
        '"Language: en', '"Last-Translator: A\\n"\n"Language: en'
    )
    desk.forms.write_text(changed, encoding="utf-8")
    desk.sync(passport="Pass")
    file = read_po(desk.forms, "")
    assert file.header == "Agentur Muster"
    assert (file.metadata["Last-Translator"], file.metadata["Language"]) == ("A", "en")


def test_forms_and_phrasebooks_get_their_own_texts(desk: Desk) -> None:
    forms, phrases = desk.sync(passport="Pass", room="Zimmer", hello="Guten Tag.")
    assert (forms.shown_as, forms.added) == ("forms/en.po", 1)
    assert (phrases.shown_as, phrases.added) == ("phrasebooks/en.po", 1)
    assert HELLO not in forms.text
    assert HELLO in phrases.text


def test_entries_are_sorted_and_one_line_each(desk: Desk) -> None:
    long = "Bitte " + "sehr " * 60 + "gern."
    desk.sync(room=long, passport="Pass")
    text = desk.forms.read_text(encoding="utf-8")
    assert f'msgid "{long}"\n' in text
    assert text.index(PASS) < text.index(ROOM)


def test_a_file_with_line_ends_of_windows_is_up_to_date(desk: Desk) -> None:
    desk.forms.write_bytes(desk.forms.read_bytes().replace(b"\n", b"\r\n"))
    assert not any(file.is_changed for file in desk.compare({PASS: "Pass"}))


BROKEN = {
    "a lost quote": ('\nmsgctxt "label/x"\nmsgid "x"\nmsgstr x\n', "erwartet zum Beispiel"),
    "a doubled id": (f'\nmsgctxt "{ROOM}"\nmsgid "Pass"\nmsgstr "Two"\n', "steht doppelt"),
    "no id": ('\nmsgid "Pass"\nmsgstr "Two"\n', "keine Kennung"),
    "another encoding": ("# \udce4\n", "UTF-8"),
}


@pytest.mark.parametrize(("broken", "says"), BROKEN.values(), ids=BROKEN.keys())
def test_a_bad_file_stops_everything_before_anything_is_written(broken: str, says: str, desk: Desk) -> None:
    desk.sync(passport="Pass", room="Zimmer", hello="Guten Tag.")
    with desk.forms.open("a", encoding="utf-8", errors="surrogateescape") as file:
        file.write(broken)
    before = {path: path.read_bytes() for path in (desk.forms, desk.phrases)}
    with pytest.raises(ContentError, match=says) as caught:
        desk.sync(passport="Reisepass", room="Raum", hello="Hallo.")
    assert caught.value.where.startswith("forms/en.po:")
    assert {path: path.read_bytes() for path in (desk.forms, desk.phrases)} == before


def test_the_shipped_files_are_up_to_date(folders: ContentFolders) -> None:
    files = synced_files(folders, read_content(folders).content)
    assert [file.shown_as for file in files if file.is_changed and file.path.exists()] == []


PIECES = st.sampled_from(["a", "Pass", '"', "\\", "\n", "{date}", "ä", "می\u200cخواهم", "#~ ", "msgid", "\\n"])
TEXTS = st.lists(PIECES, min_size=1, max_size=4).map("".join)
KEYS = st.sampled_from([PASS, ROOM, HELLO, "label/room_2"])
STEPS = st.one_of(
    st.tuples(st.just("write"), KEYS, TEXTS),
    st.tuples(st.just("remove"), KEYS, st.just("")),
    st.tuples(st.just("translate"), KEYS, TEXTS),
    st.tuples(st.just("comment"), KEYS, st.just("")),
    st.tuples(st.just("fuzzy"), KEYS, st.just("")),
)


@settings(max_examples=40, deadline=None)
@given(steps=st.lists(STEPS, max_size=10))
def test_no_translation_is_ever_lost(steps: list[tuple[str, str, str]], shipped: Content) -> None:
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder), shipped)
        german: dict[str, str] = {}
        translated: dict[str, tuple[str, str]] = {}
        for step, key, text in steps:
            if step == "write":
                german[key] = text if text.strip() else "Text"
            elif step == "remove":
                german.pop(key, None)
            elif key in german:
                if step == "translate":
                    desk.change(key, msgstr=text, previous_msgid=None, flags=[])
                    translated[key] = (german[key], text)
                elif step == "fuzzy":
                    desk.change(key, flags=["fuzzy"])
                else:
                    desk.change(key, tcomment="Bitte kurz halten.")
            desk.sync_all(german)
            assert_in_order(desk, german, translated)


def assert_in_order(desk: Desk, german: Mapping[str, str], translated: Mapping[str, tuple[str, str]]) -> None:
    """Every text is there once, every translation is there, and its state is right."""
    assert not any(file.is_changed for file in desk.compare(german)), "a second sync changes something"
    found = desk.all_entries()
    live = [entry.msgctxt for entry in found if not entry.obsolete]
    assert sorted(live) == sorted(german)
    assert {entry.msgctxt: entry.msgstr for entry in found if entry.msgstr} == {
        key: text for key, (_, text) in translated.items() if text
    }
    for key, text in german.items():
        if key in translated and translated[key][1]:
            assert (desk.trust(text, key) is Trust.OUTDATED) is (translated[key][0] != text)
