"""Buttons with our own icons, in the colours of the palette."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from counter_app.ui.shared.icons import icon

GAP = 8
"""Pixels between icon, words and key."""
PADDING = 12
"""Pixels left and right of the words."""
_ONE_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LINES = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class IconButton(QToolButton):
    """A button with icon and words; the icon follows palette and text size.

    Args:
        key: the key that does the same, shown beside the words, less prominent; empty for none.
    """

    def __init__(self, icon_name: str, text: str, parent: QWidget | None = None, *, key: str = "") -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._key = key
        self._has_key = bool(key)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Say something else."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text}  {self._key}" if self._key else "")
        self.setAccessibleDescription(self._key)
        self._renew()

    def show_icon(self, icon_name: str) -> None:
        """Show another drawing."""
        self._icon_name = icon_name
        self._renew()

    def show_key(self, *, is_shown: bool) -> None:
        """Leave the key away where room is short; it still works."""
        if self._has_key is not (is_shown and bool(self._key)):
            self._has_key = is_shown and bool(self._key)
            self._renew()

    def show_words(self, *, is_shown: bool) -> None:
        """Leave the words away where room is short; they are still read aloud, and stand in the tool tip."""
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonTextBesideIcon if is_shown else style.ToolButtonIconOnly)
        self._renew()

    def sizeHint(self) -> QSize:
        """One line of the window's own text, whatever script a name is in."""
        metrics = self.fontMetrics()
        if self._is_bare:
            return QSize(2 * GAP + metrics.height(), metrics.height() + PADDING)
        words = metrics.horizontalAdvance(self.text())
        key = metrics.horizontalAdvance(self._key) + GAP if self._has_key else 0
        return QSize(2 * PADDING + metrics.height() + GAP + words + key, metrics.height() + PADDING)

    @property
    def _is_bare(self) -> bool:
        """Whether there is nothing but the icon."""
        return self.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly

    def minimumSizeHint(self) -> QSize:
        """All of it."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of colours or text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._renew()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The style draws the button; icon, words and key stand in its middle, evenly spaced."""
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        self._draw_words(painter)

    def _draw_words(self, painter: QPainter) -> None:
        metrics = self.fontMetrics()
        side = metrics.height()
        x = max(0, (self.width() - self.sizeHint().width()) // 2) + (GAP if self._is_bare else PADDING)
        role = words_role(self)
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        drawn = icon(self._icon_name, self.palette().color(group, role))
        drawn.paint(painter, QRect(x, (self.height() - side) // 2, side, side))
        if self._is_bare:
            return
        x += side + GAP
        painter.setPen(self.palette().color(group, role))
        painter.drawText(QRect(x, 0, self.width(), self.height()), int(_ONE_LINE), self.text())
        if self._has_key:
            x += metrics.horizontalAdvance(self.text()) + GAP
            if role is QPalette.ColorRole.ButtonText and self.isEnabled():
                painter.setPen(self.palette().color(group, QPalette.ColorRole.PlaceholderText))
            painter.drawText(QRect(x, 0, self.width(), self.height()), int(_ONE_LINE), self._key)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()


class WrapButton(QPushButton):
    """A button whose words may take several lines.

    Args:
        text: what stands on it. name: what it is called when read aloud.
        icon_name: a drawing before the words; empty for none.
    """

    def __init__(self, text: str, name: str, parent: QWidget | None = None, *, icon_name: str = "") -> None:
        super().__init__(parent)
        self._words = text
        self._icon_name = icon_name
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """What stands on the button."""
        return self._words

    def show_icon(self, icon_name: str) -> None:
        """Show another drawing."""
        self._icon_name = icon_name
        self.update()

    def sizeHint(self) -> QSize:
        """All words on one line; the height for a width is asked for apart."""
        width = self.fontMetrics().horizontalAdvance(self._words) + self._indent() + PADDING + 2
        return QSize(width, self._height_of(1_000_000))

    def minimumSizeHint(self) -> QSize:
        """A few letters wide: the words wrap."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.fontMetrics().height() + PADDING)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the lines."""
        return self._height_of(width - self._indent() - PADDING)

    def changeEvent(self, event: QEvent) -> None:
        """Make room for larger words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The style draws the button; the words stand in it, line by line."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        role = words_role(self)
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        colour = self.palette().color(group, role)
        if self._icon_name:
            side = self.fontMetrics().height()
            icon(self._icon_name, colour).paint(painter, QRect(PADDING, PADDING // 2, side, side))
        painter.setPen(colour)
        painter.drawText(self.rect().adjusted(self._indent(), 0, -PADDING, 0), int(_LINES), self._words)

    def _indent(self) -> int:
        return PADDING + (self.fontMetrics().height() + GAP if self._icon_name else 0)

    def _height_of(self, width: int) -> int:
        area = QRect(0, 0, max(width, 1), 1_000_000)
        return self.fontMetrics().boundingRect(area, int(_LINES), self._words).height() + PADDING


def words_role(button: QAbstractButton) -> QPalette.ColorRole:
    """The colour of what stands on a button, as it stands now."""
    is_filled = button.isChecked() or button.isDown()
    return QPalette.ColorRole.HighlightedText if is_filled else QPalette.ColorRole.ButtonText
