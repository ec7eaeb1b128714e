"""The state of a translation is computed from the texts and the review mark, and cannot be talked up."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.content.po_file import entries, read_po
from counter_app.content.problems import Problems
from counter_app.domain.errors import ContentError
from counter_app.domain.record import review_mark
from counter_app.domain.text import Trust

GERMAN, ENGLISH = "Ihr Pass.", "Your passport."
MARK = review_mark(GERMAN, ENGLISH)
REVIEW = f"# reviewed: A. Muster, 2026-10-01, {MARK}"
OUTDATED_BY_NOTE = '#| msgid "Der Pass."'
FUZZY = "#, fuzzy"


def po_text(*comments: str, german: str = GERMAN, translation: str = ENGLISH) -> str:
    """A PO file of one text."""
    lines = [*comments, 'msgctxt "document/pass/name"', f'msgid "{german}"', f'msgstr "{translation}"']
    return 'msgid ""\nmsgstr "Language: en\\n"\n\n' + "\n".join(lines) + "\n"


def trust_of(path: Path, text: str, german: str = GERMAN) -> Trust:
    """The state of the one translation in a file."""
    path.write_text(text, encoding="utf-8")
    (entry,) = entries(read_po(path, "forms/en.po"), "forms/en.po", Problems())
    return entry.record.translation(german).trust


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "en.po"


STATES: Mapping[str, tuple[str, Trust]] = {
    "no text is missing": (po_text(translation=""), Trust.MISSING),
    "no text is missing, reviewed or not": (po_text(REVIEW, translation=""), Trust.MISSING),
    "a text is a draft": (po_text(), Trust.DRAFT),
    "a fuzzy text is a draft": (po_text(FUZZY), Trust.DRAFT),
    "a noted previous German is outdated": (po_text(OUTDATED_BY_NOTE), Trust.OUTDATED),
    "another German is outdated": (po_text(german="Der Pass."), Trust.OUTDATED),
    "a review does not help an outdated text": (po_text(REVIEW, FUZZY, OUTDATED_BY_NOTE), Trust.OUTDATED),
    "a review that fits is a review": (po_text(REVIEW), Trust.REVIEWED),
    "a review among other comments counts": (po_text("# Bitte kurz halten.", REVIEW), Trust.REVIEWED),
    "a fuzzy text is not reviewed": (po_text(REVIEW, FUZZY), Trust.DRAFT),
    "a fuzzy text in the newer spelling is not reviewed": (po_text(REVIEW, "#= fuzzy"), Trust.DRAFT),
    "a review of another translation does not fit": (po_text(REVIEW, translation="Your pass."), Trust.DRAFT),
    "a review of another German does not fit": (
        po_text(f"# reviewed: A. Muster, 2026-10-01, {review_mark('Der Pass.', ENGLISH)}"),
        Trust.DRAFT,
    ),
    "a review without a name does not count": (po_text(f"# reviewed: 2026-10-01, {MARK}"), Trust.DRAFT),
    "a review on no day does not count": (po_text(f"# reviewed: A. Muster, 2026-13-01, {MARK}"), Trust.DRAFT),
    "a review without a mark does not count": (po_text("# reviewed: A. Muster, 2026-10-01"), Trust.DRAFT),
    "a review in a comment for programs does not count": (po_text(REVIEW.replace("# ", "#. ")), Trust.DRAFT),
}


@pytest.mark.parametrize(("text", "trust"), STATES.values(), ids=STATES.keys())
def test_the_state_follows_from_the_file(text: str, trust: Trust, path: Path) -> None:
    assert trust_of(path, text) is trust


def test_a_change_of_the_german_breaks_the_review(path: Path) -> None:
    assert trust_of(path, po_text(REVIEW), german="Ihr Reisepass.") is Trust.OUTDATED


def test_a_tool_that_takes_over_the_new_german_breaks_the_review(path: Path) -> None:
    assert trust_of(path, po_text(REVIEW, german="Ihr Reisepass."), german="Ihr Reisepass.") is Trust.DRAFT


@pytest.mark.parametrize("comments", [(), (FUZZY,), ("#, python-brace-format",), ("# reviewed",), (f"# {MARK}",)])
def test_no_flag_makes_a_draft_reviewed(comments: tuple[str, ...], path: Path) -> None:
    assert trust_of(path, po_text(*comments)) is Trust.DRAFT


@given(german=st.text(), translation=st.text(), other=st.text())
def test_a_review_mark_belongs_to_one_pair_of_texts(german: str, translation: str, other: str) -> None:
    mark = review_mark(german, translation)
    assert len(mark) == 8
    assert (review_mark(german, other) == mark) is (other == translation)
    assert (review_mark(other, translation) == mark) is (other == german)


def test_texts_cannot_trade_letters_across_the_mark() -> None:
    assert review_mark("Pass", "port") != review_mark("Passp", "ort")


def test_obsolete_entries_are_no_translations(path: Path) -> None:
    path.write_text(po_text().replace("msgctxt", "#~ msgctxt").replace('msgid "I', '#~ msgid "I'), encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace('msgstr "Y', '#~ msgstr "Y'), encoding="utf-8")
    assert list(entries(read_po(path, "x.po"), "x.po", Problems())) == []


@pytest.mark.parametrize(
    "line",
    [
        "msgstr Your passport.",
        'msgstr "Your passport.',
        'msgstr "Your "passport"."',
        'msgstr "Your passport.\\"',
        "Your passport.",
        '#| msgid Your passport."',
        '#~ msgstr Your passport."',
    ],
)
def test_a_line_that_polib_would_cut_is_refused(line: str, path: Path) -> None:
    path.write_text(po_text().replace(f'msgstr "{ENGLISH}"', line), encoding="utf-8")
    with pytest.raises(ContentError, match="erwartet zum Beispiel: msgstr") as caught:
        read_po(path, "forms/en.po")
    assert caught.value.where == "forms/en.po:6"


def test_an_empty_file_has_no_entries(path: Path) -> None:
    path.write_text("", encoding="utf-8")
    assert list(entries(read_po(path, "x.po"), "x.po", Problems())) == []
