"""One quiet line: what the customer's screen shows."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.content import Content
from counter_app.domain.visit import IsClear, Languages, Moment, Papers, Question, Scene, Sentence, Services, Visit
from counter_app.ui.counter.headings import quiet


class ShownLine(QWidget):
    """Keeps to the visit, and to whether the screen is on and veiled."""

    def __init__(self, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._scene: Scene = Languages()
        self._is_on = self._is_veiled = False
        self._text = quiet("", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text)
        self._refresh()

    @property
    def text(self) -> str:
        """What the line says."""
        return self._text.text()

    def show_visit(self, visit: Visit) -> None:
        """Tell what the customer sees now."""
        self._scene = visit.scene
        self._refresh()

    def show_screen(self, *, is_on: bool, is_veiled: bool) -> None:
        """Tell whether the customer sees anything at all."""
        self._is_on, self._is_veiled = is_on, is_veiled
        self._refresh()

    def _refresh(self) -> None:
        if not self._is_on:
            text = self.tr("Kundenbildschirm ist aus (F11)")
        elif self._is_veiled:
            text = self.tr("Vorhang ist zu (F12)")
        else:
            text = self.tr("Kundenbildschirm: {what}").format(what=self._what(self._scene))
        self._text.setText(text)

    def _what(self, scene: Scene) -> str:
        match scene:
            case Sentence(phrase):
                return self.tr("Satz „{text}“").format(text=phrase.text.german)
            case Question(fact):
                asked = self._content.facts[fact]
                return self.tr("Frage „{text}“").format(text=(asked.question or asked.label).german)
            case Languages() | Services() | Papers() | IsClear() | Moment():
                return self._page(scene)

    def _page(self, scene: Languages | Services | Papers | IsClear | Moment) -> str:
        pages = {
            Languages: self.tr("Sprachen"),
            Services: self.tr("Anliegen"),
            Papers: self.tr("Liste"),
            IsClear: self.tr("Ist alles klar?"),
            Moment: self.tr("Einen Moment bitte"),
        }
        return pages[type(scene)]
