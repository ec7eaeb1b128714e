"""Where the shipped folders lie: the one place that knows."""

import sys
from pathlib import Path

from counter_app.content.loader import ContentFolders


def shipped_root() -> Path:
    """The folder that holds ``forms/``, ``phrasebooks/`` and ``resources/``: the unpacked program, or the checkout."""
    bundled = getattr(sys, "_MEIPASS", None)
    return Path(bundled) if bundled else Path(__file__).resolve().parents[2]


def content_folders() -> ContentFolders:
    """Where the shipped content lies."""
    root = shipped_root()
    return ContentFolders(root / "forms", root / "phrasebooks")


def fonts_folder() -> Path:
    """Where the shipped fonts lie."""
    return shipped_root() / "resources" / "fonts"
