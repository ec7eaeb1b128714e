"""Buttons with our own icons, in the colours of the palette."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from counter_app.ui.shared.icons import icon


class IconButton(QToolButton):
    """A button with icon and words; the icon follows palette and text size.

    Args:
        key: the key that does the same, shown beside the words; empty for none.
    """

    def __init__(self, icon_name: str, text: str, parent: QWidget | None = None, *, key: str = "") -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._key = key
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.show_text(text)
        self._refresh()

    def show_text(self, text: str) -> None:
        """Say something else."""
        self.setText(f"{text}  {self._key}" if self._key else text)
        self.setAccessibleName(text)
        self.setToolTip("")

    def show_icon(self, icon_name: str) -> None:
        """Show another drawing."""
        self._icon_name = icon_name
        self._refresh()

    def sizeHint(self) -> QSize:
        """One line of the window's own text, whatever script a name is in."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + 12)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of colours or text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._refresh()

    def _refresh(self) -> None:
        colours, active = self.palette(), QPalette.ColorGroup.Active  # Qt greys the icon of a disabled button itself
        checked = colours.color(active, QPalette.ColorRole.HighlightedText)
        self.setIcon(icon(self._icon_name, colours.color(active, QPalette.ColorRole.ButtonText), checked))
        side = self.fontMetrics().height()
        self.setIconSize(QSize(side, side))


class WrapButton(QPushButton):
    """A button whose words may take several lines."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._label = QLabel(text, self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._label.setForegroundRole(QPalette.ColorRole.ButtonText)
        self._label.setMinimumWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # one line is enough to start from
        layout.addWidget(self._label)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """All words on one line; the height for a width is asked for apart."""
        margins = self._box().contentsMargins()
        width = self.fontMetrics().horizontalAdvance(self._label.text()) + margins.left() + margins.right() + 2
        return QSize(width, self.fontMetrics().height() + margins.top() + margins.bottom())

    def minimumSizeHint(self) -> QSize:
        """A few letters wide: the words wrap."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the lines."""
        return self._box().heightForWidth(width)

    def nextCheckState(self) -> None:
        """Show on the words, too, whether the button is checked."""
        super().nextCheckState()
        self._follow()

    def setChecked(self, checked: bool) -> None:  # noqa: FBT001 - Qt's own signature
        """Check or uncheck."""
        super().setChecked(checked)
        self._follow()

    def _follow(self) -> None:
        role = QPalette.ColorRole.HighlightedText if self.isChecked() else QPalette.ColorRole.ButtonText
        self._label.setForegroundRole(role)

    def _box(self) -> QVBoxLayout:
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101 - made above; Qt's types do not know
        return layout
