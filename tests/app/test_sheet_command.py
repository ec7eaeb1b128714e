"""``sheet``: files that are there, whole, and say what was ordered."""

from pathlib import Path

import pikepdf
import pytest

from counter_app.domain.label import Label
from tests.app.command import Run, change
from tests.sheets.slips import papers_of, read, shipped

RENEWAL = ("--service", "study", "--fact", "application=renewal", "--fact", "income=blocked_account")


def texts_of(path: Path) -> list[str]:
    return [text for _, text in read(path.read_bytes()).texts]


def test_the_slip_says_everything_that_was_ordered(run: Run, tmp_path: Path) -> None:
    outcome = run(
        "sheet", "missing", *RENEWAL, "--missing", "kontoauszug:expired, pass",
        "--appointment", "2026-12-10 09:30", "--room", "2.14", "--deadline", "2026-12-03",
        "--language", "ar", "--out", "slip.pdf",
    )  # fmt: skip
    assert (outcome.code, outcome.out, outcome.err) == (0, "Geschrieben: slip.pdf\n", "")
    tree = read((tmp_path / "slip.pdf").read_bytes())
    rows = run("checklist", *RENEWAL[1:], "--json").json["documents"]
    numbered = {row["id"]: (str(row["number"]), row["name"]["de"]) for row in rows}
    assert papers_of(tree) == sorted((numbered["pass"], numbered["kontoauszug"]), key=lambda paper: int(paper[0]))
    said = [text for _, text in tree.texts]
    reasons = [text for text in said if text.startswith(f"{shipped().label(Label.REASON).german}: ")]
    assert [reason.partition(": ")[2] for reason in reasons] == [
        shipped().reasons.texts[reason].german for reason in ("not_brought", "expired")
    ]
    for words in ("Datum: 10.12.2026", "Uhrzeit: 09:30", "Zimmer: 2.14"):
        assert words in said
    assert any("03.12.2026" in text for text in said)
    assert {language for language, _ in tree.texts} == {"de", "ar"}


def test_an_added_paper_gets_the_next_number(run: Run, tmp_path: Path) -> None:
    rows = run("checklist", *RENEWAL[1:], "--json").json["documents"]
    run("sheet", "missing", *RENEWAL, "--missing", "heiratsurkunde", "--out", "slip.pdf")
    shown = max(row["number"] or 0 for row in rows)
    name = shipped().documents["heiratsurkunde"].name.german
    assert papers_of(read((tmp_path / "slip.pdf").read_bytes())) == [(str(shown + 1), name)]


def test_without_date_and_appointment_their_parts_are_left_out(run: Run, tmp_path: Path) -> None:
    run("sheet", "full", "--service", "study", "--out", "full.pdf")
    said = texts_of(tmp_path / "full.pdf")
    assert shipped().label(Label.APPOINTMENT).german not in said
    assert "Bis wann?" not in said
    assert shipped().label(Label.FEE).german in said


def test_the_same_order_writes_the_same_file(run: Run, tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        run("sheet", "full", "--service", "study", "--date", "2026-11-22", "--language", "ti", "--out", name)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_a_sheet_that_needs_no_matter_goes_without(run: Run, tmp_path: Path) -> None:
    outcome = run("sheet", "help", "--language", "ar", "--out", "help.pdf")
    assert (outcome.code, outcome.out, outcome.err) == (0, "Geschrieben: help.pdf\n", "")
    said = texts_of(tmp_path / "help.pdf")
    assert shipped().sheets["help"].title.german in said
    assert not any(text.startswith(f"{shipped().label(Label.MATTER).german}:") for text in said)


def test_with_a_matter_its_name_stands_on_such_a_sheet(run: Run, tmp_path: Path) -> None:
    run("sheet", "help", "--service", "study", "--out", "help.pdf")
    name = shipped().service("study").name.german
    assert any(
        text.startswith(f"{shipped().label(Label.MATTER).german}: {name}") for text in texts_of(tmp_path / "help.pdf")
    )


def test_a_sheet_about_appointments_takes_one_without_a_matter(run: Run, tmp_path: Path) -> None:
    outcome = run(
        "sheet", "appointment", "--date", "2026-12-01", "--appointment", "2026-12-10 09:30", "--room", "2.14",
        "--out", "a.pdf",
    )  # fmt: skip
    assert outcome.err == ""
    assert "Uhrzeit: 09:30" in texts_of(tmp_path / "a.pdf")


@pytest.mark.parametrize(("paper", "size_pt"), [("a4", (595, 842)), ("A3", (842, 1191))])
def test_a_sheet_comes_on_the_paper_that_was_asked_for(
    run: Run, tmp_path: Path, paper: str, size_pt: tuple[int, int]
) -> None:
    assert run("sheet", "language_poster", "--paper", paper, "--out", "poster.pdf").err == ""
    with pikepdf.open(tmp_path / "poster.pdf") as document:
        box = [round(float(side)) for side in document.pages[0].mediabox]
    assert tuple(box[2:]) == size_pt


def test_an_older_file_is_replaced(run: Run, tmp_path: Path) -> None:
    (tmp_path / "full.pdf").write_text("old", encoding="utf-8")
    run("sheet", "full", "--service", "study", "--out", "full.pdf")
    assert (tmp_path / "full.pdf").read_bytes().startswith(b"%PDF-")
    assert [path.name for path in tmp_path.iterdir()] == ["full.pdf"]


def test_the_head_names_the_office_with_the_lines_it_filled_in(run: Run, root: Path, tmp_path: Path) -> None:
    file = root / "forms" / "offices" / "default.toml"
    change(file, 'phone = ""', 'phone = "+49 371 488-0"')
    change(file, 'hours = ""', 'hours = "Mo 9–12 Uhr"')
    assert run("sheet", "full", "--service", "study", "--out", "full.pdf").err == ""
    notice = shipped().label(Label.INFORMATION_ONLY).german
    said = texts_of(tmp_path / "full.pdf")
    assert said[:3] == [shipped().office.name, "+49 371 488-0 · Mo 9–12 Uhr", notice]


def test_a_changed_german_text_makes_the_translation_outdated_on_paper(run: Run, root: Path, tmp_path: Path) -> None:
    change(root / "forms" / "sheets" / "missing.toml", "Dann können wir", "Dann können wir gern")
    run("content", "sync")
    run("sheet", "missing", *RENEWAL, "--missing", "pass", "--language", "en", "--out", "slip.pdf")
    said = texts_of(tmp_path / "slip.pdf")
    assert any(text.endswith(shipped().labels["trust_mark/outdated"].german) for text in said)
    assert shipped().labels["trust/outdated"].german in said


def test_the_list_is_that_of_the_day_of_the_appointment_unless_another_day_is_named(run: Run, tmp_path: Path) -> None:
    order = ("sheet", "full", "--service", "blue_card", "--appointment", "2099-01-12 09:30")
    run(*order, "--out", "then.pdf")
    run(*order, "--date", "2026-12-01", "--out", "now.pdf")
    warning = shipped().label(Label.NEEDS_CHECK).german.partition("{")[0]
    assert any(text.startswith(warning) for text in texts_of(tmp_path / "then.pdf"))
    assert not any(text.startswith(warning) for text in texts_of(tmp_path / "now.pdf"))
