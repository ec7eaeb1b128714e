"""The folders of the shipped content, and whether anything in them changed."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from counter_app.domain.errors import ContentError

FORMS, PHRASEBOOKS = "forms", "phrasebooks"
"""The two folders of content; every other place begins with one of them."""

_SUFFIXES = (".toml", ".po")
_KIND_OF_RECORDS = b"2"
"""Counts up when the same files make other records."""


@dataclass(frozen=True, slots=True)
class ContentFolders:
    """Where the content lies."""

    forms: Path
    phrasebooks: Path

    def path(self, name: str) -> Path:
        """Where a file or folder such as ``forms/services`` lies."""
        room, _, rest = name.partition("/")
        return {FORMS: self.forms, PHRASEBOOKS: self.phrasebooks}[room] / rest


def fingerprint(folders: ContentFolders) -> str:
    """What changes with any name or byte of the content files: 64 hexadecimal digits.

    Raises:
        ContentError: a file cannot be read.
    """
    whole = hashlib.sha256(_KIND_OF_RECORDS)
    for room, folder in ((FORMS, folders.forms), (PHRASEBOOKS, folders.phrasebooks)):
        for name, path in sorted(_files(str(folder), room)):
            whole.update(f"\n{name}\n".encode())
            whole.update(hashlib.sha256(_bytes(path, name)).digest())
    return whole.hexdigest()


def _files(folder: str, shown_as: str) -> Iterator[tuple[str, str]]:
    """Name and path of all files below a folder; strings, because this runs at every start."""
    for parent, _, names in os.walk(folder):
        inside = parent[len(folder) :].replace(os.sep, "/")
        for name in names:
            if name.endswith(_SUFFIXES):
                yield f"{shown_as}{inside}/{name}", os.path.join(parent, name)  # noqa: PTH118


def _bytes(path: str, name: str) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read()
    except OSError as error:
        detail = f"Die Datei ist nicht lesbar ({error.strerror}). Bitte das Programm neu installieren."
        raise ContentError(detail, name) from error
