"""How long a sheet takes: our printer next to typst's reused compiler, WeasyPrint, fpdf2 and Qt.

    python3 dev.py bench sheets                                all of it
    python benchmarks/bench_sheets.py --peers typst ar ti      only these

All set the same sheets in the same process, turn by turn: every typical case of every matter as every sheet that needs
a matter, and each of the other sheets once. Each has a deadline and an appointment of its own, so that no sheet comes
twice. Who begins changes from sheet to sheet. All are warm: typst and we made a whole round of other sheets before the
clock starts, the slow ones three. typst and we make all sheets, the slow ones a sample of them (20 a language).

The same for all: the lines as we compose them, the fonts of ``resources/fonts``, A4, sizes of type and lines, rows of
two columns, the head of a list again on every page, boxes to tick, the QR code ready-made as rows of modules, and page
n/m at the foot. The look differs by a line here and there; the table counts pages and where they differ from ours.

What is on the clock:

- ours: the whole of ``SheetPrinter.pdf``, from the order to the PDF, composing included;
- typst: ``Compiler.compile`` of ``sheets/slip.typ``, from JSON to the PDF;
- WeasyPrint: from HTML to the PDF with tags; fonts and style sheet are kept;
- fpdf2: from the lines to the PDF; it keeps no fonts between documents, so it reads them every time;
- Qt: from HTML by ``QTextDocument`` on a ``QPdfWriter``, offscreen.

JSON, HTML and the lines, with their isolates and no-break spaces, are ready before the clock starts; ours puts them in
on the clock. Of our time the steps are told: composing, setting (shaping, lines, pages), drawing, writing (footers,
fonts, structure, the file). fpdf2 and Qt write no tags.

Languages whose translation is not shipped yet, or not all of it, get words in place of the texts that are missing
(``sheets/stand_in.py``); how many is told for each.

Cold: a process of its own, from asking for it to its end, with one sheet. The peers and "ours" get the sheet ready to
be set; "ours with all content" reads the content's files and computes the QR code, too. "nothing" is an empty process.

How to read the end: ``ratio sheets ours/typst warm ar: 0.80`` says that the median of our times in Arabic is 0.8 times
that of typst, so less is better. The line without a language is the geometric mean. Machines differ and are seldom
idle: only ratios say something, and those of CPU time more than others on a busy one. (typst uses several processors.)
"""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # what belongs to this benchmark lies in benchmarks/sheets

from benchmarks.sheets.ours import OurPrinter  # noqa: E402
from benchmarks.sheets.printers import PEERS, peers  # noqa: E402
from benchmarks.sheets.race import RaceTrack  # noqa: E402
from benchmarks.sheets.report import Outcome, show_language, show_ratios  # noqa: E402
from benchmarks.sheets.stand_in import stocked  # noqa: E402
from benchmarks.sheets.starts import Places, Starter  # noqa: E402
from counter_app.system.paths import content_folders, fonts_folder, office_pictures_folder  # noqa: E402

LANGUAGES = ("ar", "hi", "ti", "zh-Hans", "uk")


def main(arguments: Sequence[str]) -> None:
    """Run all languages and print the ratios last."""
    parser = ArgumentParser(description="How long a sheet takes, ours and others'.")
    parser.add_argument("languages", nargs="*", default=LANGUAGES, help="BCP 47 tags")
    parser.add_argument("--peers", nargs="+", choices=PEERS, default=tuple(PEERS), help="beside whom")
    chosen = parser.parse_args(arguments)
    with TemporaryDirectory() as scratch:
        run(chosen.languages, chosen.peers, Path(scratch))


def run(languages: Sequence[str], names: Sequence[str], scratch: Path) -> None:
    """The race with all of these."""
    places = Places(fonts_folder(), office_pictures_folder(), scratch)
    stock = stocked(content_folders(), languages, scratch)
    taking_part = dict(peers(names, places.fonts))
    ours = OurPrinter(stock.content, places.fonts, places.pictures)
    outcomes: dict[str, Outcome] = {}
    for tag in languages:
        language = stock.content.language(tag)
        race = RaceTrack(stock.content, language, ours, taking_part).run()
        starts = Starter(stock, language, tuple(taking_part), places).run()
        outcomes[tag] = Outcome(race, starts)
        show_language(tag, stock.stand_ins[tag], outcomes[tag])
    show_ratios(outcomes)


if __name__ == "__main__":
    main(sys.argv[1:])
