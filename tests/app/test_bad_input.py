"""Wrong input: one line in German, exit code 2, nothing written, no traceback."""

import errno
import os
from pathlib import Path

import pytest

from counter_app.content.loader import ContentFolders
from counter_app.system import paths
from tests.app.command import Run, change, copy_content

SLIP = ("sheet", "missing", "--service", "study", "--missing", "pass", "--out", "slip.pdf")
FULL = ("sheet", "full", "--service", "study", "--out", "full.pdf")
HELP = ("sheet", "help", "--out", "help.pdf")
LIBRARY = ("sheets", "--all", "--out", "x")
CHECKLIST = ("checklist", "study")

WRONG = {
    "no command of content": (("content",), "Bitte einen Befehl angeben: check, coverage, diff, sync."),
    "unknown command": (("servces",), "„servces“ gibt es nicht als Befehl. Meinten Sie „services“?"),
    "unknown content command": (("content", "chek"), "„chek“ gibt es nicht als Befehl. Meinten Sie „check“?"),
    "no version to compare with": (("content", "diff", "shipped"), "Es fehlt: NEU."),
    "no folder of content": (
        ("content", "diff", "shipped", "binary"),
        "NEU: „binary“ ist kein Ordner mit Inhalten; erwartet einen Ordner, in dem „forms“ und „phrasebooks“ liegen",
    ),
    "no such day of a comparison": (
        ("content", "diff", "shipped", "shipped", "--date", "2026-02-30"),
        "--date: „2026-02-30“ ist kein Tag",
    ),
    "unknown option": ((*CHECKLIST, "--fct", "x"), "„--fct“ gibt es nicht als Option. Meinten Sie „--fact“?"),
    "too much": (("phrases", "mietvertrag", "fehlt"), "Nach dem Befehl stehen zu viele Wörter. Text mit"),
    "no value": ((*CHECKLIST, "--fact"), "„--fact“: Der Wert fehlt"),
    "value for a switch": ((*CHECKLIST, "--json=yes"), "„--json“: Der Wert fehlt, oder es ist keiner vorgesehen."),
    "no matter": (("checklist",), "Es fehlt: ANLIEGEN."),
    "no sheet": (("sheet",), "Es fehlt: BLATT."),
    "sheet without matter": (
        ("sheet", "full", "--out", "x.pdf"),
        "--service: Das Blatt „full“ gehört zu einem Anliegen",
    ),
    "slip without matter": (
        ("sheet", "missing", "--missing", "pass", "--out", "x.pdf"),
        "--service: Das Blatt „missing“ gehört zu einem Anliegen, zum Beispiel --service ",
    ),
    "facts for a sheet without a list": (
        (*HELP, "--fact", "application=renewal"),
        "--fact: Das Blatt „help“ ist nicht für Angaben gemacht; bitte weglassen.",
    ),
    "missing papers on a sheet without a list": ((*HELP, "--missing", "pass"), "--missing: Das Blatt „help“ zeigt"),
    "deadline on a sheet that has none": (
        (*HELP, "--deadline", "2030-12-03"),
        "--deadline: Das Blatt „help“ ist nicht für eine Frist gemacht; bitte weglassen.",
    ),
    "appointment on a sheet that has none": (
        (*HELP, "--appointment", "2030-12-03 09:30"),
        "--appointment: Das Blatt „help“ ist nicht für einen Termin gemacht; bitte weglassen.",
    ),
    "unknown matter of a sheet that needs none": (
        (*HELP, "--service", "studi"),
        "„studi“ gibt es nicht als Anliegen. Meinten Sie „study“?",
    ),
    "poster in one language": (
        ("sheet", "language_poster", "--language", "ar", "--out", "x.pdf"),
        "--language: Das Blatt „language_poster“ ist für alle Sprachen zugleich; bitte weglassen.",
    ),
    "unknown size of paper": (
        (*HELP, "--paper", "a5"),
        "„a5“ gibt es nicht als Papier. Möglich sind: a3, a4.",
    ),
    "library without folder": (("sheets", "--all"), "--out: Bitte einen Ordner für die Blätter angeben"),
    "folder without library": (("sheets", "--out", "x"), "--out: Das gibt es nur mit --all."),
    "processes without library": (("sheets", "--jobs", "2"), "--jobs: Das gibt es nur mit --all."),
    "language without library": (("sheets", "--language", "ar"), "--language: Das gibt es nur mit --all."),
    "library for scripts": ((*LIBRARY, "--json"), "--json: Das gibt es nur für die Liste, ohne --all."),
    "no processes": ((*LIBRARY, "--jobs", "0"), "--jobs: „0“ ist keine Anzahl; erwartet eine ganze Zahl ab 1."),
    "more processes than can be counted": ((*LIBRARY, "--jobs", "9" * 5000), "ist keine Anzahl; erwartet"),
    "library in an unknown language": ((*LIBRARY, "--language", "arb"), "Meinten Sie „ar“?"),
    "library into a file": ((*LIBRARY[:-1], "binary"), "Der Ordner lässt sich nicht anlegen"),
    "sheet without file": (("sheet", "full", "--service", "study"), "Es fehlt: --out DATEI.pdf."),
    "unknown matter": (("checklist", "stduy"), "„stduy“ gibt es nicht als Anliegen. Meinten Sie „study“?"),
    "matter like no other": (("checklist", "xyz"), "„xyz“ gibt es nicht als Anliegen. Möglich sind "),
    "unknown matter of a sheet": (("sheet", "full", "--service", "studi", "--out", "x.pdf"), "Meinten Sie „study“?"),
    "unknown sheet": (("sheet", "mising", *FULL[2:]), "„mising“ gibt es nicht als Blatt. Meinten Sie „missing“?"),
    "unknown language": ((*CHECKLIST, "--language", "arb"), "„arb“ gibt es nicht als Sprache. Meinten Sie „ar“?"),
    "unknown language of phrases": (("phrases", "pass", "--language", "e"), "gibt es nicht als Sprache."),
    "unknown fact": ((*CHECKLIST, "--fact", "houseing=rent"), "als Angabe. Meinten Sie „housing“?"),
    "unknown value": ((*CHECKLIST, "--fact", "housing=rented"), "„housing“. Meinten Sie „rent“?"),
    "fact without value": ((*CHECKLIST, "--fact", "housing"), "--fact: „housing“ ist keine Angabe; erwartet NAME=WERT"),
    "fact with empty value": ((*CHECKLIST, "--fact", "housing= "), "--fact: „housing= “ ist keine Angabe"),
    "two values for one": (
        (*CHECKLIST, "--fact", "housing=rent", "--fact", "housing=owned"),
        "„housing“ nimmt genau einen Wert, gesagt wurden: rent, owned.",
    ),
    "answers that exclude each other": (
        (*CHECKLIST, "--fact", "income=none", "--fact", "income=employed"),
        "passt nicht zu",
    ),
    "a value the matter does not know": (
        ("checklist", "toleration", "--fact", "application=transfer"),
        "Möglich ist hier: ",
    ),
    "no such day": ((*CHECKLIST, "--date", "2026-02-30"), "--date: „2026-02-30“ ist kein Tag; erwartet JJJJ-MM-TT"),
    "day in another form": ((*CHECKLIST, "--date", "20261203"), "--date: „20261203“ ist kein Tag"),
    "deadline that has passed": (
        (*SLIP, "--date", "2026-12-03", "--deadline", "2026-12-02"),
        "--deadline: Der 02.12.2026 ist schon vorbei; erwartet einen Tag ab dem 03.12.2026.",
    ),
    "appointment that has passed": (
        (*SLIP, "--date", "2026-12-03", "--appointment", "2026-12-02 09:30"),
        "--appointment: Der 02.12.2026 ist schon vorbei",
    ),
    "a paper that is missing twice": (
        (*SLIP[:4], "--missing", "pass,pass:expired", *SLIP[6:]),
        "--missing: „pass“ steht zweimal da; bitte einen Grund wählen.",
    ),
    "missing papers on the whole list": (
        (*FULL, "--missing", "pass"),
        "--missing: Das Blatt „full“ zeigt nicht, was fehlt",
    ),
    "unknown paper, where it was named": (
        (*SLIP[:4], "--missing", "pas", *SLIP[6:]),
        "--missing: „pas“ gibt es nicht als Unterlage.",
    ),
    "German day": ((*SLIP, "--deadline", "03.12.2026"), "--deadline: „03.12.2026“ ist kein Tag; erwartet JJJJ-MM-TT"),
    "no such moment": (
        (*SLIP, "--appointment", "2026-12-03 25:00"),
        "--appointment: „2026-12-03 25:00“ ist kein Termin",
    ),
    "moment without time": ((*SLIP, "--appointment", "2026-12-03"), "ist kein Termin; erwartet „JJJJ-MM-TT HH:MM“"),
    "room without appointment": ((*SLIP, "--room", "2.14"), "--room: Zum Zimmer fehlt der Termin"),
    "room too long for the code": (
        (*SLIP, "--appointment", "2026-12-03 09:30", "--room", "x" * 400),
        "zu lang für den QR-Code. Bitte",
    ),
    "nothing missing": (
        ("sheet", "missing", *FULL[2:]),
        "--missing: Bitte sagen, was fehlt, zum Beispiel --missing antrag",
    ),
    "only commas missing": (("sheet", "missing", *FULL[2:], "--missing", " , "), "--missing: Bitte sagen, was fehlt"),
    "unknown paper": ((*SLIP, "--missing", "pas"), "„pas“ gibt es nicht als Unterlage. Meinten Sie „pass“?"),
    "unknown reason": ((*SLIP, "--missing", "pass:expird"), "„expird“ gibt es nicht als Grund. Meinten Sie „expired“?"),
    "folder as file": ((*FULL[:-1], "folder"), "folder: Die Datei lässt sich nicht schreiben (dort steht ein Ordner"),
    "file in no folder": ((*FULL[:-1], "no/full.pdf"), "no/full.pdf: Die Datei lässt sich nicht schreiben"),
    "file in a file": ((*FULL[:-1], "binary/full.pdf"), "binary/full.pdf: Die Datei lässt sich nicht schreiben"),
    "demo into a file": (("demo", "--out", "binary"), "binary: Der Ordner lässt sich nicht anlegen"),
    "neither query nor batch": (("phrases",), "Bitte entweder eine Suche oder --batch DATEI angeben."),
    "query and batch": (("phrases", "x", "--batch", "binary"), "Bitte entweder eine Suche oder --batch DATEI angeben."),
    "batch that is not there": (
        ("phrases", "--batch", "none.txt"),
        "none.txt: Die Datei ist nicht lesbar; erwartet Text",
    ),
    "binary batch": (("phrases", "--batch", "binary"), "binary: Die Datei ist nicht lesbar; erwartet Text in UTF-8"),
    "folder as batch": (("phrases", "--batch", "folder"), "folder: Die Datei ist nicht lesbar"),
    "limit of none": (
        ("phrases", "x", "--limit", "0"),
        "--limit: „0“ ist keine Anzahl; erwartet eine ganze Zahl ab 1.",
    ),
    "limit below none": (("phrases", "x", "--limit", "-1"), "--limit: „-1“ ist keine Anzahl"),
    "limit that is no number": (("phrases", "x", "--limit", "ten"), "--limit: „ten“ ist keine Anzahl"),
}

ENGLISH = ("Error", "Usage", "Missing", "Invalid", "No such", "Got ", "Did you mean", "Traceback")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The folder a command runs in: a folder and a file that is no text."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00\x80")
    return tmp_path


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("arguments", "words"), WRONG.values(), ids=WRONG)
def test_wrong_input_is_one_clear_line(run: Run, arguments: tuple[str, ...], words: str) -> None:
    complaint = run(*arguments).complaint
    assert words in complaint
    assert [word for word in ENGLISH if word in complaint] == []


@pytest.mark.parametrize(("arguments", "words"), WRONG.values(), ids=WRONG)
def test_wrong_input_writes_nothing(run: Run, desk: Path, arguments: tuple[str, ...], words: str) -> None:
    assert words in run(*arguments).err
    assert sorted(path.name for path in desk.rglob("*")) == ["binary", "folder"]


def test_advice_names_the_command_it_is_about(run: Run) -> None:
    assert run("sheet").complaint.endswith("(„counter-app sheet --help“ zeigt, was möglich ist.)")
    assert run("content", "x").complaint.endswith("(„counter-app content --help“ zeigt, was möglich ist.)")


# The machine in the way.


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS], ids=errno.errorcode.__getitem__)
def test_a_file_that_cannot_be_written_leaves_the_old_one(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    (tmp_path / "full.pdf").write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", refuse)
    assert run(*FULL).complaint.startswith("full.pdf: Die Datei lässt sich nicht schreiben")
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["old"]


def test_missing_fonts_are_named(
    run: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = copy_content(tmp_path_factory.mktemp("root"), with_fonts=False)
    monkeypatch.setattr(paths, "shipped_root", lambda: copied)
    for arguments in (FULL, ("content", "check")):
        complaint = run(*arguments).complaint
        assert ".ttf fehlt. Bitte" in complaint
        assert str(copied) in complaint


def test_a_character_that_no_font_has_is_named(run: Run, root: Path, tmp_path: Path) -> None:
    change(root / "forms" / "offices" / "default.toml", "Ausländerbehörde", "Ausländerbehörde 北")
    complaint = run(*FULL).complaint
    assert "北" in complaint
    assert list(tmp_path.iterdir()) == []


# Content in the way.

READERS = (
    ("services",),
    ("sheets",),
    (*LIBRARY, "--jobs", "1"),
    CHECKLIST,
    FULL,
    SLIP,
    ("phrases", "pass"),
    ("content", "coverage"),
    ("demo",),
)
each_reader = pytest.mark.parametrize("arguments", READERS, ids=" ".join)


@each_reader
def test_a_broken_content_file_is_named_with_its_line(
    run: Run, root: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    change(root / "forms" / "services" / "study.toml", 'when = "enrolled"', 'when = "enrolled and"')
    complaint = run(*arguments).complaint
    assert complaint.startswith("forms/services/study.toml:")
    assert list(tmp_path.iterdir()) == []


@each_reader
def test_a_file_that_is_no_toml_is_named(run: Run, root: Path, arguments: tuple[str, ...]) -> None:
    (root / "forms" / "documents.toml").write_text('[[document]\nid = "pass"\n', encoding="utf-8")
    assert run(*arguments).complaint.startswith("forms/documents.toml:")


@pytest.mark.parametrize("name", ["forms", "phrasebooks"])
def test_a_folder_of_content_that_is_gone_is_told(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    gone = ContentFolders(**{"forms": root / "forms", "phrasebooks": root / "phrasebooks", name: root / "none"})
    monkeypatch.setattr("counter_app.app.commands.shared.content_folders", lambda: gone)
    assert f"{name}/" in run("services").complaint


def test_a_broken_file_of_translations_is_not_overwritten_by_a_sync(run: Run, root: Path) -> None:
    file = root / "forms" / "ar.po"
    file.write_text('msgid "offen\n', encoding="utf-8")
    assert "forms/ar.po" in run("content", "sync").complaint
    assert file.read_text(encoding="utf-8") == 'msgid "offen\n'
