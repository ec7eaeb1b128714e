"""Sentences at the counter, and the answers a customer can tap."""

from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.text import Text


class Speaker(StrEnum):
    """Who says a phrase; a question is said by staff and always has an answer."""

    STAFF = "staff"
    QUESTION = "question"
    CUSTOMER = "customer"
    ANSWER = "answer"


class PhraseClass(StrEnum):
    """What a poor translation costs: nothing much, a second visit, the status."""

    TALK = "talk"
    PROCEDURE = "procedure"
    LEGAL = "legal"


class AnswerKind(StrEnum):
    """How the customer answers."""

    NONE = "none"
    YES_NO = "yes_no"
    CHOICE = "choice"
    POINT_AT = "point_at"
    NUMBER = "number"
    DATE = "date"
    TEXT_PAPER = "text_paper"


class PointsAt(StrEnum):
    """What the customer points at on the screen or on the table."""

    LANGUAGES = "languages"
    SERVICES = "services"
    DOCUMENTS = "documents"
    CALENDAR = "calendar"
    DOCUMENT = "document"
    PASSPORT = "passport"


@dataclass(frozen=True, slots=True)
class Answer:
    """One tile of an answer board."""

    id: str
    tile: Text


@dataclass(frozen=True, slots=True)
class Phrase:
    """One sentence a clerk can show, or a customer can point to.

    Args:
        words: everyday words that find the phrase, too.
        answers: the tiles; empty unless the kind is a choice or yes and no.
        points_at: what the customer points at, where that is the answer.
        only_when: what the clerk must confirm before the phrase is shown; German.
    """

    id: str
    situation: str
    said_by: Speaker
    phrase_class: PhraseClass
    text: Text
    words: tuple[str, ...] = ()
    answer: AnswerKind = AnswerKind.NONE
    answers: tuple[Answer, ...] = ()
    points_at: PointsAt | None = None
    only_when: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """A moment of a visit with the phrases that belong to it. ``place``: its turn in a visit, from 1."""

    id: str
    title: Text
    place: int
    phrases: tuple[Phrase, ...]
