"""Rebuild the shipped fonts: ``python tools/build_fonts.py PACKAGE.deb``, or the folder of the package's TTFs.

Slim means: no hints (sheets and high-resolution screens do not use them) and no name records beyond identity and
licence. Coverage and layout tables stay whole, because Arabic and Ethiopic need them to be readable at all.
"""

import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "tools" / "fonts.toml"
FONTS = ROOT / "resources" / "fonts"
KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # copyright, names, version, licence and its address


@dataclass(frozen=True, slots=True)
class Font:
    """One row of ``fonts.toml``: a source file, the file made from it, and the sha256 of both."""

    family: str
    style: str
    input: str
    input_sha256: str
    output: str
    output_sha256: str


def read_table(path: Path = TABLE) -> list[Font]:
    """The fonts we ship, in the order of the table."""
    return [Font(**row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["font"]]


def slim(source: bytes) -> bytes:
    """The same font without hints and spare names; equal input gives equal bytes, so the time stamp is kept."""
    options = Options(
        hinting=False, layout_features=["*"], name_IDs=KEPT_NAMES, notdef_outline=True, recalc_timestamp=False
    )
    font = TTFont(BytesIO(source), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    result = BytesIO()
    font.save(result)
    return result.getvalue()


def build(fonts: list[Font], source: Path, target: Path) -> list[str]:
    """Write each slim font into ``target``.

    Returns:
        One line for each file that is not what the table says; a wrong input is not used at all.
    """
    complaints = []
    for font in fonts:
        data = (source / font.input).read_bytes()
        if (found := sha256(data).hexdigest()) != font.input_sha256:
            complaints.append(f"{font.input}: input_sha256 should be {font.input_sha256}, is {found}; not used")
            continue
        result = slim(data)
        (target / font.output).write_bytes(result)
        if (found := sha256(result).hexdigest()) != font.output_sha256:
            complaints.append(f"{font.output}: output_sha256 should be {font.output_sha256}, is {found}")
    return complaints


@contextmanager
def unpacked(source: Path) -> Iterator[Path]:
    """The folder that holds the TTFs of a Debian package, or ``source`` itself when it is a folder."""
    if source.is_dir():
        yield source
        return
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "--extract", source, folder], check=True)
        yield Path(folder) / "usr" / "share" / "fonts" / "truetype" / "noto"


def main(arguments: list[str]) -> int:
    """Rebuild all fonts; exit code 1 when a checksum does not fit."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    with unpacked(Path(arguments[0])) as source:
        complaints = build(read_table(), source, FONTS)
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
