"""Reads ``phrasebooks/``: languages, answers, situations with their phrases."""

from collections.abc import Mapping

from counter_app.content.problems import Problems
from counter_app.content.references import all_named, by_id, named
from counter_app.content.table import Table
from counter_app.content.texts import Texts
from counter_app.domain.errors import ContentError
from counter_app.domain.language import GERMAN, Direction, Language
from counter_app.domain.phrase import Answer, AnswerKind, Phrase, PhraseClass, PointsAt, Situation, Speaker
from counter_app.domain.rule import NO, YES

ANSWER, PHRASE = "Antwort", "Satz"
LARGEST_TYPE_SCALE = 2
"""More would leave no room for whole words in half a page."""


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
        table.whole("tier"),
        _type_scale(table),
        table.flag("sentence_lines"),
    )


def _type_scale(table: Table) -> float:
    scale = table.number("type_scale") if "type_scale" in table else 1.0
    if not 1 <= scale <= LARGEST_TYPE_SCALE:
        detail = f"„type_scale“ ist falsch; erwartet eine Zahl von 1 bis {LARGEST_TYPE_SCALE}."
        raise ContentError(detail, table.where("type_scale"))
    return scale


def languages(root: Table, problems: Problems) -> dict[str, Language]:
    """All languages, German among them.

    Raises:
        ContentError: one is broken, or German is missing; nothing can be read without them.
    """
    found: dict[str, Language] = {}
    for table in root.tables("language"):
        one = language(table)
        if one.tag in found:
            detail = f"Die Sprache „{one.tag}“ gibt es schon."
            raise ContentError(detail, table.where("tag"))
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
        phrases = by_id(
            PHRASE, root.tables("phrase"), lambda table: self._phrase(table, situation_id, answers), self._problems
        )
        return Situation(situation_id, title, root.whole("place"), tuple(phrases.values()))

    def _phrase(self, table: Table, situation_id: str, answers: Mapping[str, Answer]) -> Phrase:
        speaker = table.choice("said_by", Speaker)
        kind = table.choice("answer", AnswerKind, AnswerKind.NONE)
        if speaker is Speaker.QUESTION and kind is AnswerKind.NONE:
            detail = "Eine Frage braucht „answer“, damit die Kundin oder der Kunde antworten kann."
            raise ContentError(detail, table.where())
        return Phrase(
            table.id(),
            situation_id,
            speaker,
            table.choice("class", PhraseClass),
            self._texts.make(table, "text", f"phrase/{table.id()}"),
            table.words("words", ()),
            kind,
            self._tiles(table, kind, answers),
            table.choice("points_at", PointsAt) if kind is AnswerKind.POINT_AT else None,
            table.text("only_when", ""),
        )

    def _tiles(self, table: Table, kind: AnswerKind, answers: Mapping[str, Answer]) -> tuple[Answer, ...]:
        if kind is AnswerKind.YES_NO:
            return tuple(named(ANSWER, name, answers, table.where("answer"), self._problems) for name in (YES, NO))
        if kind is not AnswerKind.CHOICE:
            return ()
        tiles = all_named(ANSWER, "answers", answers, table, self._problems)
        if not tiles:
            detail = "„answers“ ist leer; erwartet die Kennungen der Antworten."
            raise ContentError(detail, table.where("answers"))
        return tiles
