"""Says what changed to whoever listens instead of looking."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say something once, without moving the focus; nothing for an empty text."""
    if text:
        speak(QAccessibleAnnouncementEvent(widget, text))


def speak(event: QAccessibleAnnouncementEvent) -> None:
    """Hand it to the system; a test listens here."""
    QAccessible.updateAccessibility(event)
