"""Reads ``phrasebooks/``: languages, answers, situations with their phrases."""

from collections.abc import Mapping

from counter_app.content.forms_reader import by_id, named
from counter_app.content.problems import Problems
from counter_app.content.texts import Texts
from counter_app.content.toml_file import Table
from counter_app.domain.errors import ContentError
from counter_app.domain.language import GERMAN, Direction, Language
from counter_app.domain.phrase import Answer, AnswerKind, Phrase, PhraseClass, PointsAt, Situation, Speaker


def language(table: Table) -> Language:
    """One language of ``languages.toml``."""
    return Language(
        table.text("tag"),
        table.text("own_name"),
        table.text("german_name"),
        table.text("script"),
        table.choice("direction", Direction),
        table.words("fonts"),
        table.number("line_spacing"),
        int(table.number("tier")),
    )


def languages(root: Table, problems: Problems) -> dict[str, Language]:
    """All languages, German among them.

    Raises:
        ContentError: German is missing.
    """
    found: dict[str, Language] = {}
    for table in root.tables("language"):
        with problems.collected(table.where()):
            one = language(table)
            found[one.tag] = one
            table.close(problems)
    if GERMAN not in found:
        detail = f"Die Sprache „{GERMAN}“ fehlt; ohne sie geht nichts."
        raise ContentError(detail, root.where())
    return found


class PhrasesReader:
    """Makes situations from tables."""

    def __init__(self, texts: Texts, problems: Problems) -> None:
        self._texts = texts
        self._problems = problems

    def answer(self, table: Table) -> Answer:
        """One tile of ``answers.toml``."""
        return Answer(table.id(), self._texts.make(table, "tile", f"answer/{table.id()}"))

    def situation(self, root: Table, answers: Mapping[str, Answer]) -> Situation:
        """One file of ``situations/``."""
        situation_id = root.id()
        title = self._texts.make(root, "title", f"situation/{situation_id}")
        phrases = by_id(root.tables("phrase"), lambda table: self._phrase(table, situation_id, answers), self._problems)
        return Situation(situation_id, title, tuple(phrases.values()))

    def _phrase(self, table: Table, situation_id: str, answers: Mapping[str, Answer]) -> Phrase:
        speaker = table.choice("said_by", Speaker)
        kind = table.choice("answer", AnswerKind, AnswerKind.NONE)
        if speaker is Speaker.QUESTION and kind is AnswerKind.NONE:
            detail = "Eine Frage braucht „answer“, damit die Kundin oder der Kunde antworten kann."
            raise ContentError(detail, table.where())
        tiles: tuple[Answer, ...] = ()
        if kind is AnswerKind.CHOICE:
            tiles = named(answers, table, "answers", "Antwort")
        elif kind is AnswerKind.YES_NO:
            tiles = (answers["yes"], answers["no"])
        return Phrase(
            table.id(),
            situation_id,
            speaker,
            table.choice("class", PhraseClass),
            self._texts.make(table, "text", f"phrase/{table.id()}"),
            table.words("words", ()),
            kind,
            tiles,
            table.choice("points_at", PointsAt) if kind is AnswerKind.POINT_AT else None,
            table.text("only_when", ""),
        )
