"""Files, their records and what is read from the records say the same."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.content.entries import RecordFile, entries_of
from counter_app.content.folders import ContentFolders, fingerprint
from counter_app.content.from_records import content_of
from counter_app.content.loader import load_content, load_records
from counter_app.domain.content import Content
from counter_app.domain.errors import ContentError
from counter_app.domain.record import EntryRecord, Records
from counter_app.system.paths import content_folders
from tests.content.copies import edit

FILE = "forms/services/study.toml"
KEYS = st.from_regex(r"[a-z_]{1,5}", fullmatch=True)
VALUES = st.recursive(
    st.text() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)
TABLES = st.dictionaries(KEYS | st.sampled_from(["id", "tag", "document", "name"]), VALUES, max_size=4)


@pytest.fixture(scope="module")
def records() -> Records:
    """The shipped content as records."""
    return load_records(content_folders())


def test_content_from_records_is_the_content_of_the_files(shipped: Content, records: Records) -> None:
    content = content_of(records)
    assert content == shipped
    for name in (
        "languages",
        "known_languages",
        "documents",
        "service_groups",
        "services",
        "situations",
        "sheets",
        "labels",
        "texts",
    ):
        assert list(getattr(content, name)) == list(getattr(shipped, name)), name
    assert list(content.facts.facts) == list(shipped.facts.facts)


def test_content_from_records_gives_the_same_checklists(shipped: Content, records: Records) -> None:
    content = content_of(records)
    for service_id, service in shipped.services.items():
        for case in service.cases:
            wanted = shipped.checklists.make(service, case.facts, shipped.day)
            assert content.checklists.make(content.service(service_id), case.facts, content.day) == wanted


def test_every_entry_has_its_own_key(records: Records) -> None:
    places = [(entry.file, entry.key) for entry in records.entries]
    assert len(set(places)) == len(places)
    assert ("forms/documents.toml", "document/pass") in places
    assert ("phrasebooks/languages.toml", "language/ar") in places
    assert (FILE, "requirement/studiendauer") in places


def test_records_come_in_one_order(shipped: Content, records: Records) -> None:
    assert list(records.entries) == sorted(records.entries, key=lambda entry: (entry.file, entry.order))
    assert [catalogue.tag for catalogue in records.catalogues] == sorted(set(shipped.languages) - {"de"})


def test_content_that_is_not_sound_gives_no_records(folders: ContentFolders) -> None:
    edit(folders.forms / "documents.toml", 'short = "Pass"', "short = 1")
    with pytest.raises(ContentError, match="„short“ ist falsch"):
        load_records(folders)


@given(st.dictionaries(KEYS, VALUES | st.lists(TABLES, max_size=4), max_size=5))
def test_a_file_can_be_put_together_from_its_entries(data: dict[str, object]) -> None:
    entries = list(entries_of(FILE, data))
    assert len({entry.key for entry in entries}) == len(entries)
    root = RecordFile(FILE, reversed(entries)).root
    assert {key: root._data[key] for key in root} == data  # noqa: SLF001 - there is no other way to see all of it


def test_entries_are_named_by_what_tells_them_apart() -> None:
    twice = {"document": "lohn", "when": "minor"}
    data = {
        "id": "study",
        "date": date(2026, 12, 3),
        "requirement": [twice, twice, {"x": 1}],
        "case": [{"name": "A, B"}],
    }
    assert list(entries_of(FILE, data)) == [
        EntryRecord(FILE, "", 0, {"id": "study", "date": {"$day": "2026-12-03"}}),
        EntryRecord(FILE, "requirement/lohn", 1, {"document": "lohn", "when": "minor"}),
        EntryRecord(FILE, "requirement/lohn~2", 2, {"document": "lohn", "when": "minor"}),
        EntryRecord(FILE, "requirement/", 3, {"x": 1}),
        EntryRecord(FILE, "case/A, B", 4, {"name": "A, B"}),
    ]


def changed(records: Records, key: str, **fields: object) -> Records:
    """The records with other fields in one entry; None takes a field out."""
    entries = tuple(
        EntryRecord(one.file, key, one.order, {k: v for k, v in {**one.fields, **fields}.items() if v is not None})  # type: ignore[misc]
        if one.key == key
        else one
        for one in records.entries
    )
    return Records(entries, records.catalogues)


@pytest.mark.parametrize(
    ("fields", "says", "where"),
    [
        ({"short": None}, "„short“ fehlt", "forms/documents.toml › document/pass"),
        ({"short": 3}, "„short“ ist falsch", "forms/documents.toml › document/pass"),
    ],
)
def test_records_that_do_not_fit_are_refused_with_their_place(
    records: Records, fields: dict[str, object], says: str, where: str
) -> None:
    with pytest.raises(ContentError, match=says) as caught:
        content_of(changed(records, "document/pass", **fields))
    assert caught.value.where == where


def test_a_file_without_records_is_missing(records: Records) -> None:
    rest = tuple(entry for entry in records.entries if entry.file != "forms/fees.toml")
    with pytest.raises(ContentError, match="Die Datei fehlt") as caught:
        content_of(Records(rest, records.catalogues))
    assert caught.value.where == "forms/fees.toml"


def test_the_fingerprint_stays_while_nothing_changes(folders: ContentFolders) -> None:
    before = fingerprint(folders)
    (folders.forms / "LICENSE").write_text("Other words.", encoding="utf-8")
    (folders.forms / "documents.toml").touch()
    assert fingerprint(folders) == before
    assert len(before) == 64


@pytest.mark.parametrize("name", ["forms/services/study.toml", "forms/en.po", "phrasebooks/languages.toml"])
def test_the_fingerprint_changes_with_any_byte(folders: ContentFolders, name: str) -> None:
    before = fingerprint(folders)
    with folders.path(name).open("ab") as file:
        file.write(b"\n")
    assert fingerprint(folders) != before


def test_the_fingerprint_changes_with_any_name(folders: ContentFolders) -> None:
    seen = {fingerprint(folders)}
    path = folders.forms / "services/study.toml"
    path.rename(path.with_stem("studies"))
    seen.add(fingerprint(folders))
    path.with_stem("studies").unlink()
    seen.add(fingerprint(folders))
    assert len(seen) == 3


def test_the_fingerprint_does_not_depend_on_where_the_folders_lie(folders: ContentFolders) -> None:
    before = fingerprint(folders)
    moved = folders.forms.parent / "elsewhere"
    moved.mkdir()
    for folder in (folders.forms, folders.phrasebooks):
        folder.rename(moved / folder.name)
    assert fingerprint(ContentFolders(moved / "forms", moved / "phrasebooks")) == before


def test_content_read_from_a_copy_is_equal(folders: ContentFolders) -> None:
    assert content_of(load_records(folders)) == load_content(folders)
