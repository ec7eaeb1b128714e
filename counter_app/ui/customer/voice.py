"""What the customer's taps say, in the same words from tile to window."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Voice(QWidget):
    """Speaks up when the customer taps.

    Signals:
        language_chosen: tag of the language that was tapped.
        scene_wanted: the Scene that a tap leads to.
        service_tapped: id of the matter.
        fact_answered: tuple of value ids, for the question on the screen.
        phrase_answered: id of the answer to the phrase on the screen.
        said: ScreenText; what is always there, beside the matters, or the answer to „Is everything clear?“.
    """

    language_chosen = Signal(str)
    scene_wanted = Signal(object)
    service_tapped = Signal(str)
    fact_answered = Signal(object)
    phrase_answered = Signal(str)
    said = Signal(object)

    def speak_for(self, other: "Voice") -> None:
        """Say from now on whatever the other one says."""
        other.language_chosen.connect(self.language_chosen)
        other.scene_wanted.connect(self.scene_wanted)
        other.service_tapped.connect(self.service_tapped)
        other.fact_answered.connect(self.fact_answered)
        other.phrase_answered.connect(self.phrase_answered)
        other.said.connect(self.said)
