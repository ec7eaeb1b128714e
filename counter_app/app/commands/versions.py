"""Versions of the content that a command compares: the shipped one, or one in a folder."""

from pathlib import Path

from counter_app.app.arguments import ArgumentError
from counter_app.app.commands.shared import shipped_content
from counter_app.content.folders import FORMS, PHRASEBOOKS, ContentFolders
from counter_app.content.loader import load_content
from counter_app.domain.content import Content
from counter_app.domain.errors import ContentError

SHIPPED = "shipped"


def version(given: str, argument: str) -> Content:
    """The content somebody named.

    Args:
        given: ``shipped``, a folder that holds ``forms`` and ``phrasebooks``, or its ``forms``.
        argument: what the command calls it.

    Raises:
        ArgumentError: there is no such folder.
        ContentError: something in it is wrong; only sound content can be compared.
    """
    try:
        return shipped_content() if given == SHIPPED else load_content(_folders(Path(given), argument))
    except ContentError as error:
        place = error.where if given == SHIPPED else f"{given}: {error.where}"
        advice = "Verglichen wird nur, was ohne Fehler ist: Bitte dort mit „counter-app content check“ prüfen."
        raise ContentError(f"{error.detail} {advice}", place) from error


def _folders(given: Path, argument: str) -> ContentFolders:
    for root in (given, given.parent) if given.name == FORMS else (given,):
        folders = ContentFolders(root / FORMS, root / PHRASEBOOKS)
        if folders.forms.is_dir() and folders.phrasebooks.is_dir():
            return folders
    detail = (
        f"„{given}“ ist kein Ordner mit Inhalten; erwartet einen Ordner, in dem „{FORMS}“ und „{PHRASEBOOKS}“ liegen, "
        f"oder das Wort „{SHIPPED}“."
    )
    raise ArgumentError(detail, argument)
