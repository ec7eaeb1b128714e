"""How a matter goes on after the counter: what happens, in which order, and how long it usually takes."""

from dataclasses import dataclass

from counter_app.domain.document import Confidence
from counter_app.domain.text import Text


@dataclass(frozen=True, slots=True)
class ProcessStep:
    """One step, in plain words."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Process:
    """The way of a matter, as a customer may read it.

    Args:
        duration: how long it usually takes.
    """

    id: str
    name: Text
    duration: Text
    steps: tuple[ProcessStep, ...]
    confidence: Confidence
    source: str
