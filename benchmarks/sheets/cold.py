"""A fresh process that makes sheets with one printer: ``python -m benchmarks.sheets.cold NAME FILE COUNT``.

It ends with the most memory it had, in kB. What a printer does not need is not loaded.
"""

import pickle
import sys
from pathlib import Path

from benchmarks.sheets.printers import peer

NOTHING, OURS, ALL_OF_OURS = "nothing", "ours", "ours with all content"


def main(name: str, file: str, count: str) -> None:
    """Make the first sheets of a file of pickled ones."""
    if name == OURS:
        _ours(file, int(count))
    elif name == ALL_OF_OURS:
        _all_of_ours(file)
    elif name != NOTHING:
        _peer(name, file, int(count))
    print(_memory_kb())


def _peer(name: str, file: str, count: int) -> None:
    fonts, sheets = pickle.loads(Path(file).read_bytes())
    printer = peer(name, fonts)
    for sheet in sheets[:count]:
        printer.job(sheet)()


def _ours(file: str, count: int) -> None:
    """Our sheets as composed, so that we read as little as the peers."""
    from counter_app.sheets import part_layout  # noqa: PLC0415 - peers do without
    from counter_app.sheets.layout import Layout  # noqa: PLC0415
    from counter_app.sheets.pictures import Pictures  # noqa: PLC0415
    from counter_app.sheets.text.fonts import FontLibrary  # noqa: PLC0415

    fonts, pictures, composed = pickle.loads(Path(file).read_bytes())
    library, office_pictures = FontLibrary(fonts), Pictures(pictures)
    for sheet, matrix in composed[:count]:
        part_layout.__dict__["calendar_matrix"] = lambda *_, ready=matrix: ready
        Layout(sheet, library, office_pictures).pdf()


def _all_of_ours(file: str) -> None:
    """The files of the content, the list of the matter and the QR code included."""
    from benchmarks.sheets.orders import Orders  # noqa: PLC0415 - peers do without
    from counter_app.content.loader import read_content  # noqa: PLC0415
    from counter_app.sheets.printer import SheetPrinter  # noqa: PLC0415

    fonts, pictures, folders, tag = pickle.loads(Path(file).read_bytes())
    content = read_content(folders).content
    order = next(Orders(content, content.language(tag)).of_matters())
    SheetPrinter(fonts, pictures).pdf(content, order)


def _memory_kb() -> int:
    """The most this process ever had; 0 where the system does not tell (the usual call counts its parent in)."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0
    return int(status.split("VmHWM:")[1].split()[0])


if __name__ == "__main__":
    main(*sys.argv[1:])
