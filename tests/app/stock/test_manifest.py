"""What a folder of sheets knows about itself."""

import json
from pathlib import Path

import pytest

from counter_app.app.stock.manifest import (
    FILE,
    KIND,
    Entry,
    fingerprint_of_file,
    read_manifest,
    remove_gone,
    write_manifest,
)

PDF = b"%PDF-1.7 whole"
MADE = Entry("a" * 64, fingerprint_of_file(PDF))


def put(folder: Path, name: str, data: bytes = PDF) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def test_what_was_written_is_read(tmp_path: Path) -> None:
    entries = {"zh-Hans/full_blue_card.pdf": MADE, "de/help.pdf": Entry("b", "c")}
    write_manifest(tmp_path, entries)
    assert read_manifest(tmp_path) == entries


def test_the_same_entries_give_the_same_file(tmp_path: Path) -> None:
    write_manifest(tmp_path, {"de/a.pdf": MADE, "ar/b.pdf": MADE})
    first = (tmp_path / FILE).read_bytes()
    write_manifest(tmp_path, {"ar/b.pdf": MADE, "de/a.pdf": MADE})
    assert (tmp_path / FILE).read_bytes() == first


BROKEN = {
    "no JSON": "{",
    "a list": "[]",
    "no sheets": f'{{"kind": {KIND}}}',
    "sheets in a list": f'{{"kind": {KIND}, "sheets": []}}',
    "an entry that is a number": f'{{"kind": {KIND}, "sheets": {{"de/help.pdf": 3}}}}',
    "an entry without its file": f'{{"kind": {KIND}, "sheets": {{"de/help.pdf": {{"made_from": "a"}}}}}}',
    "another kind": '{"kind": 0, "sheets": {"de/help.pdf": {"made_from": "a", "file": "b"}}}',
    "half": '{"kind": 1, "sheets": {"de/help.pdf": {"made_from": "a", "fi',
    "no UTF-8": "\udcff",
    "lists in lists": "[" * 100_000,
    "objects in objects": '{"sheets":' * 100_000,
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_broken_manifest_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8", errors="surrogateescape")
    assert read_manifest(tmp_path) == {}


def test_a_folder_without_a_manifest_has_none(tmp_path: Path) -> None:
    assert read_manifest(tmp_path) == {}
    (tmp_path / FILE).mkdir()
    assert read_manifest(tmp_path) == {}


@pytest.mark.parametrize("name", ["../x.pdf", "/etc/x.pdf", "de/../x.pdf", "de/x/y.pdf", "x.pdf", "de\\x.pdf", "de/x"])
def test_names_that_are_not_ours_are_not_read(tmp_path: Path, name: str) -> None:
    entry = {"made_from": "a", "file": "b"}
    text = json.dumps({"kind": KIND, "sheets": {name: entry, "de/help.pdf": entry}})
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert list(read_manifest(tmp_path)) == ["de/help.pdf"]


def test_a_file_is_whole_only_byte_for_byte(tmp_path: Path) -> None:
    assert MADE.is_whole(put(tmp_path, "de/help.pdf"))
    assert not MADE.is_whole(put(tmp_path, "de/help.pdf", PDF[:-1]))
    assert not MADE.is_whole(tmp_path / "de" / "gone.pdf")
    assert not MADE.is_whole(tmp_path / "de")


def test_what_is_gone_is_removed_with_its_folder(tmp_path: Path) -> None:
    put(tmp_path, "ar/help.pdf")
    kept = put(tmp_path, "de/help.pdf")
    entries = {"ar/help.pdf": MADE, "de/help.pdf": MADE}
    assert remove_gone(tmp_path, entries, ["de/help.pdf"]) == ("ar/help.pdf",)
    assert entries == {"de/help.pdf": MADE}
    assert list(tmp_path.rglob("*")) == [kept.parent, kept]


def test_what_somebody_changed_stays_and_is_no_longer_ours(tmp_path: Path) -> None:
    mine = put(tmp_path, "ar/help.pdf", b"mine")
    entries = {"ar/help.pdf": MADE}
    assert remove_gone(tmp_path, entries, []) == ()
    assert entries == {}
    assert mine.read_bytes() == b"mine"
