"""``content check``, ``coverage`` and ``sync``, on copies of the shipped files."""

import re
from pathlib import Path

import polib

from tests.app.command import Run, change
from tests.sheets.slips import shipped


def po_files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*.po"))}


def test_the_shipped_content_has_no_finding(run: Run) -> None:
    outcome = run("content", "check")
    services, texts = len(shipped().services), len(shipped().texts)
    *hints, last = outcome.out.splitlines()
    assert (outcome.code, outcome.err) == (0, "")
    assert last == f"{services} Anliegen, {texts} Texte, 0 Fehler, {len(hints)} Hinweise."
    assert all(re.match(r"(forms|phrasebooks)/[a-z_/]+\.toml:[0-9]+: Hinweis: ", hint) for hint in hints)


def test_a_text_with_an_old_amount_is_wrong_from_the_day_of_the_new_one(run: Run, root: Path) -> None:
    change(
        root / "forms" / "fees.toml",
        '{ when = "always", eur = "113.00" }',
        '{ when = "always", eur = "113.00", valid_to = 2026-12-31 },\n'
        '    { when = "always", eur = "120.00", valid_from = 2027-01-01 }',
    )
    change(root / "forms" / "services" / "sponsorship.toml", 'notes = "', 'notes = "Niederlassung: 113 €. ')
    quoted = "forms/services/sponsorship.toml:11: Der Text nennt 113,00 €"
    assert quoted not in run("content", "check").err
    late = run("content", "check", "--date", "2027-01-02")
    assert late.code == 2
    assert f"{quoted}; diesen Betrag gibt es am 02.01.2027" in late.err
    assert "„Niederlassungserlaubnis“ hat ihn nur bis 31.12.2026." in late.err


def test_a_day_that_is_none_is_refused(run: Run) -> None:
    assert "--date" in run("content", "check", "--date", "2027-02-30").complaint


def test_every_finding_names_its_place_and_the_check_fails(run: Run, root: Path) -> None:
    change(root / "forms" / "services" / "study.toml", 'when = "enrolled"', 'when = "enroled"')
    change(root / "forms" / "offices" / "default.toml", "Ausländerbehörde", "Ausländerbehörde 北")
    outcome = run("content", "check")
    assert outcome.code == 2
    first, *_, last = findings = outcome.err.splitlines()
    assert re.match(r"forms/services/study\.toml:[0-9]+: .*Meinten Sie „enrolled“\?", first)
    assert last.startswith("de: office/default: ")
    assert f" {len(findings)} Fehler, " in outcome.out


def test_a_translation_that_no_font_can_print_is_found(run: Run, root: Path) -> None:
    file = root / "forms" / "en.po"
    entries = polib.pofile(str(file), wrapwidth=0)
    next(entry for entry in entries if entry.msgctxt == "document/pass/name").msgstr = "Passport 北"
    entries.save(str(file))
    outcome = run("content", "check")
    assert outcome.complaint.startswith("en: document/pass/name: ")
    assert "U+5317" in outcome.err


def test_a_logo_that_is_missing_is_found_once(run: Run, root: Path) -> None:
    change(root / "forms" / "offices" / "default.toml", 'logo = ""', 'logo = "wappen.png"')
    outcome = run("content", "check")
    assert outcome.complaint.startswith("forms/offices/default.toml: Das Bild „wappen.png“ fehlt. Bitte")
    assert " 1 Fehler, " in outcome.out


def test_a_sheet_that_cannot_be_set_is_found(run: Run, root: Path) -> None:
    change(root / "phrasebooks" / "languages.toml", 'own_name = "Deutsch"', 'own_name = "Deutsch \u13a0"')
    complaint = run("content", "check").complaint
    assert complaint.startswith("forms/sheets/language_poster.toml: ")
    assert "U+13A0" in complaint


def test_coverage_counts_every_text_of_every_language(run: Run) -> None:
    shape = run("content", "coverage", "--json").json
    assert list(shape) == ["languages"]
    assert set(shape["languages"]) == set(shipped().languages) - {"de"}
    for counts in shape["languages"].values():
        assert set(counts) == {"total", "missing", "outdated", "draft", "reviewed"}
        assert all(isinstance(count, int) for count in counts.values())
        assert counts["total"] == len(shipped().texts) == sum(counts.values()) - counts["total"]


def test_coverage_reads_well(run: Run) -> None:
    counts = run("content", "coverage", "--json").json["languages"]["ar"]
    (line,) = (line for line in run("content", "coverage").out.splitlines() if line.startswith("ar "))
    assert line == (
        f"ar       Arabisch: {counts['total']} Texte: fehlt {counts['missing']}, veraltet {counts['outdated']}, "
        f"Entwurf {counts['draft']}, geprüft {counts['reviewed']}"
    )


def test_a_sync_of_what_is_in_step_changes_no_file(run: Run, root: Path) -> None:
    run("content", "sync")
    before = po_files(root)
    outcome = run("content", "sync")
    assert (outcome.code, outcome.err) == (0, "")
    assert po_files(root) == before
    assert outcome.out.splitlines() == [f"{name}: aktuell" for name in _in_order(before)]


def _in_order(files: dict[str, bytes]) -> list[str]:
    tags = [tag for tag in shipped().languages if tag != "de"]
    names = [f"{folder}/{tag}.po" for folder in ("forms", "phrasebooks") for tag in tags]
    assert set(names) == set(files)
    return names


def test_a_language_is_begun_and_offered_once_something_is_translated(run: Run, root: Path) -> None:
    outcome = run("content", "sync", "--begin", "kmr")
    assert f"forms/kmr.po: {len(polib.pofile(str(root / 'forms' / 'kmr.po')))} neu" in outcome.out
    assert (root / "phrasebooks" / "kmr.po").is_file()
    assert "kmr" not in run("content", "coverage", "--json").json["languages"]
    change(root / "forms" / "kmr.po", 'msgstr ""\n\n#', 'msgstr "Pasaport"\n\n#')
    counts = run("content", "coverage", "--json").json["languages"]["kmr"]
    assert counts["draft"] == 1
    assert "forms/kmr.po: aktuell" in run("content", "sync").out


def test_only_a_known_language_can_begin(run: Run, root: Path) -> None:
    before = po_files(root)
    assert "„rom“ gibt es nicht als Sprache" in run("content", "sync", "--begin", "rom").complaint
    assert po_files(root) == before


def test_a_sync_keeps_the_translation_of_a_changed_text_and_tells(run: Run, root: Path) -> None:
    run("content", "sync")
    before = run("content", "coverage", "--json").json["languages"]["ar"]["outdated"]
    change(root / "forms" / "sheets" / "missing.toml", "Dann können wir", "Dann können wir gern")
    outcome = run("content", "sync")
    assert outcome.out.splitlines().count("forms/ar.po: 0 neu, 1 veraltet, 0 abgelegt") == 1
    entries = polib.pofile(str(root / "forms" / "ar.po"))
    (entry,) = (entry for entry in entries if entry.previous_msgid and "Dann können wir" in entry.previous_msgid)
    assert "gern" in entry.msgid
    assert entry.msgstr == shipped().texts[entry.msgctxt].in_language("ar")
    assert run("content", "coverage", "--json").json["languages"]["ar"]["outdated"] == before + 1


def test_a_sync_mends_a_file_of_translations_that_is_gone(run: Run, root: Path) -> None:
    (root / "phrasebooks" / "ti.po").unlink()
    assert " neu, 0 veraltet, 0 abgelegt" in run("content", "sync").out
    counts = run("content", "coverage", "--json").json["languages"]["ti"]
    assert 0 < counts["missing"] < counts["total"]
