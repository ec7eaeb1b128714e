"""typst, with the compiler and all its caches kept from sheet to sheet."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import typst

from benchmarks.sheets.model import Sheet, code_svg


class TypstPeer:
    """Sets ``slip.typ``; typst tags every file."""

    def __init__(self, fonts: Path) -> None:
        folder = str(Path(__file__).parent)
        self._compiler = typst.Compiler(root=folder, font_paths=[str(fonts)], ignore_system_fonts=True)

    def job(self, sheet: Sheet) -> Callable[[], bytes]:
        """One compilation, from JSON to the PDF; the JSON and the code's picture are ready before."""
        data = asdict(sheet)
        for part in data["parts"]:
            part["modules"], part["svg"] = len(part["code"]), code_svg(part["code"])
            del part["code"]
        # The data goes in as a string; nothing in it is read as markup.
        text = json.dumps(data, ensure_ascii=False).replace("\\", "\\\\").replace('"', '\\"')
        source = f'#import "slip.typ": slip\n#slip(json(bytes("{text}")))'.encode()
        return lambda: self._compiled(source)

    def _compiled(self, source: bytes) -> bytes:
        pdf = self._compiler.compile(source, format="pdf")
        assert isinstance(pdf, bytes)
        return pdf
