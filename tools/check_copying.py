"""What can be copied from the pages of hard text: ``PYTHONPATH=. python tools/check_copying.py``.

One extractor for all languages: MuPDF, because it follows the order of the file, as ISO 32000 means it. It comes with
the package ``pymupdf``, which is not among ours (AGPL); put it into an environment of its own. A second column shows
PDFium, the viewer of most browsers, which sorts the characters of a line by their places.
"""

import sys
from importlib import import_module

from tests.sheets.text.hard_texts import copied_by_pdfium, hard_pages

GOAL = 0.95


def copied_by_mupdf(pdf: bytes) -> str:
    """The text of all pages."""
    with import_module("pymupdf").open(stream=pdf) as document:
        return "\n".join(page.get_text("text") for page in document)


def main() -> int:
    """Print the share of words of each language; exit code 1 where less than the goal is copied."""
    short = []
    print("language  MuPDF  PDFium")
    for tag, page in hard_pages().items():
        pdf = page.pdf()
        ours, browser = (page.share_found(copy(pdf)) for copy in (copied_by_mupdf, copied_by_pdfium))
        print(f"{tag:<9} {ours:>5.0%}  {browser:>6.0%}")
        if ours < GOAL:
            short.append(tag)
    print(f"below {GOAL:.0%}: {', '.join(short) or 'none'}")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
