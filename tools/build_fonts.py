"""Rebuild the shipped fonts: ``python tools/build_fonts.py PACKAGE.deb …``, or a folder that holds the packages.

Slim means: no hints (sheets and high-resolution screens do not use them) and no name records beyond identity and
licence. Coverage and layout tables stay whole, because most scripts need them to be readable at all. Only Chinese and
the fonts of signs are cut down to the characters that a sheet may hold; Chinese becomes TrueType, like all others.
"""

import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "tools" / "fonts.toml"
FONTS = ROOT / "resources" / "fonts"
KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # copyright, names, version, licence and its address
CHINESE = "chinese"
"""In the table's ``characters``: what :func:`chinese_characters` gives."""
VERTICAL_TABLES = ["BASE", "VORG", "vhea", "vmtx"]
LARGEST_SHIFT = 1.0
"""How far an outline may move, in thousandths of the font size, when it becomes TrueType."""


@dataclass(frozen=True, slots=True)
class Package:
    """A Debian package that fonts come from."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Font:
    """One row of ``fonts.toml``: a source file, the file made from it, and the sha256 of both.

    Args:
        package: name of the package.
        input: place of the file below the package's folder of fonts.
        face: which one of a collection.
        characters: all that is kept; empty for everything, ``chinese`` for a set of its own.
        without: characters that shall come from the next font.
    """

    family: str
    style: str
    package: str
    input: str
    input_sha256: str
    output: str
    output_sha256: str
    face: int = -1
    characters: str = ""
    without: str = ""


def read_packages(path: Path = TABLE) -> list[Package]:
    """The packages we take fonts from."""
    return [Package(**row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["package"]]


def read_table(path: Path = TABLE) -> list[Font]:
    """The fonts we ship, in the order of the table."""
    return [Font(**row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["font"]]


def chinese_characters() -> set[int]:
    """The ideographs of GB 2312, CJK punctuation and full-width forms; Latin and digits come from Noto Sans."""
    rows = (bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    ideographs = {ord(character) for code in rows if (character := code.decode("gb2312", errors="ignore"))}
    return ideographs | {*range(0x3000, 0x3020), *range(0xFF01, 0xFF5F), *map(ord, "·—…‘’“”￥")}


def slim(source: bytes, *, face: int = -1, characters: str = "", without: str = "") -> bytes:
    """The same font without hints and spare names; equal input gives equal bytes, so the time stamp is kept.

    Args:
        face: which one of a collection.
        characters, without: see :class:`Font`.
    """
    font = TTFont(BytesIO(source), fontNumber=face, recalcTimestamp=False)
    options = Options(
        hinting=False, layout_features=["*"], name_IDs=KEPT_NAMES, notdef_outline=True, recalc_timestamp=False
    )
    wanted = set(font.getBestCmap())
    if characters:
        options.layout_features = []  # signs and ideographs stand as they are
        options.drop_tables += VERTICAL_TABLES
        wanted = chinese_characters() if characters == CHINESE else set(map(ord, characters))
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted - set(map(ord, without)))
    subsetter.subset(font)
    if "CFF " in font:
        _make_true_type(font)
    result = BytesIO()
    font.save(result)
    return result.getvalue()


def _make_true_type(font: TTFont) -> None:
    """Quadratic outlines in the place of cubic ones: half the size in a sheet, and a third of the time."""
    glyphs = {}
    outlines = font.getGlyphSet()
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, LARGEST_SHIFT, reverse_direction=True))
        glyphs[name] = pen.glyph()
    del font["CFF "]
    font["loca"] = newTable("loca")
    font["glyf"] = newTable("glyf")
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["glyf"].glyphs = glyphs
    for name, glyph in glyphs.items():
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = font["hmtx"][name][0], getattr(glyph, "xMin", 0)
    _fill_profile(font)
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"


def _fill_profile(font: TTFont) -> None:
    """What a TrueType font says about itself; the counts of points are found when it is saved."""
    profile = font["maxp"]
    profile.tableVersion = 0x00010000
    profile.maxZones = 1
    for name in (
        *("maxPoints", "maxContours", "maxCompositePoints", "maxCompositeContours"),
        *("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs"),
        *("maxStackElements", "maxSizeOfInstructions", "maxComponentElements", "maxComponentDepth"),
    ):
        setattr(profile, name, 0)


def build(fonts: Iterable[Font], sources: Mapping[str, Path], target: Path) -> list[str]:
    """Write each slim font into ``target``.

    Args:
        sources: name of a package to the folder of its fonts; fonts of other packages stay as they are.

    Returns:
        One line for each file that is not what the table says; a wrong input is not used at all.
    """
    complaints = []
    for font in fonts:
        if font.package not in sources:
            continue
        data = (sources[font.package] / font.input).read_bytes()
        if (found := sha256(data).hexdigest()) != font.input_sha256:
            complaints.append(f"{font.input}: input_sha256 should be {font.input_sha256}, is {found}; not used")
            continue
        result = slim(data, face=font.face, characters=font.characters, without=font.without)
        (target / font.output).write_bytes(result)
        if (found := sha256(result).hexdigest()) != font.output_sha256:
            complaints.append(f"{font.output}: output_sha256 should be {font.output_sha256}, is {found}")
    return complaints


def find_packages(places: Iterable[Path], wanted: Sequence[Package]) -> dict[str, Path]:
    """The package files among these files and folders, known by their checksums."""
    files = [file for place in places for file in (sorted(place.glob("*.deb")) if place.is_dir() else [place])]
    names = {package.sha256: package.name for package in wanted}
    sums = ((sha256(file.read_bytes()).hexdigest(), file) for file in files)
    return {names[found]: file for found, file in sums if found in names}


@contextmanager
def unpacked(packages: Mapping[str, Path]) -> Iterator[dict[str, Path]]:
    """The folder of fonts of each package, as long as it is needed."""
    with tempfile.TemporaryDirectory() as folder:
        for name, file in packages.items():
            subprocess.run(["dpkg-deb", "--extract", file, Path(folder) / name], check=True)
        yield {name: Path(folder) / name / "usr" / "share" / "fonts" for name in packages}


def main(arguments: list[str]) -> int:
    """Rebuild all fonts; exit code 1 when a package is missing or a checksum does not fit."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    wanted = read_packages()
    found = find_packages(map(Path, arguments), wanted)
    complaints = [
        f"{package.name} {package.version} is missing; its sha256 is {package.sha256}"
        for package in wanted
        if package.name not in found
    ]
    with unpacked(found) as sources:
        complaints += build(read_table(), sources, FONTS)
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
