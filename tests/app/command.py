"""What a test needs to run the command line and to look at what came out."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counter_app.system.paths import shipped_root

CONTENT_FOLDERS = ("forms", "phrasebooks")


@dataclass(frozen=True)
class Outcome:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - the tests are about its shape
        """What a script gets from a command that went well."""
        assert (self.code, self.err) == (0, "")
        return json.loads(self.out)

    @property
    def complaint(self) -> str:
        """The one line of a command that was refused."""
        assert self.code == 2
        assert self.err.endswith("\n")
        (line,) = self.err.splitlines()
        return line


Run = Callable[..., Outcome]


def copy_content(target: Path, *, with_fonts: bool = True) -> Path:
    """The shipped folders once more, to be changed or broken."""
    for name in CONTENT_FOLDERS:
        shutil.copytree(shipped_root() / name, target / name)
    if with_fonts:
        (target / "resources").symlink_to(shipped_root() / "resources")
    return target


def change(file: Path, old: str, new: str) -> None:
    """Replace the first place of a text in a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
