"""Text files as editors write them: UTF-8, with or without a byte order mark, any line ends."""

from pathlib import Path

from counter_app.domain.errors import ContentError


def read_text(path: Path, shown_as: str) -> str:
    """The whole file, lines ending in a line feed.

    Args:
        shown_as: how errors name it, e.g. ``forms/facts.toml``.

    Raises:
        ContentError: it is missing, cannot be read or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        detail = "Die Datei fehlt."
        raise ContentError(detail, shown_as) from error
    except OSError as error:
        detail = f"Die Datei ist nicht lesbar ({error.strerror})."
        raise ContentError(detail, shown_as) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        detail = "Die Datei ist nicht in UTF-8 gespeichert."
        raise ContentError(detail, f"{shown_as}:{line}") from error
