"""WeasyPrint, with its fonts and style sheet kept from sheet to sheet."""

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from benchmarks.sheets.html import Page
from benchmarks.sheets.model import Sheet, Voice, code_svg

LOOK = """
p { margin: 0 }
table { border-collapse: collapse; table-layout: fixed; width: 100% }
td, th { padding: 0; text-align: start; font-weight: normal; vertical-align: top }
.pair td:first-child, .papers :nth-child(2), .items td:nth-child(2) { padding-right: 16pt }
.pair td:last-child { width: 218pt } .box .pair td:last-child { width: 210pt }
.papers th:last-child { width: 218pt }
.body { font-size: 12pt } .strong { font-size: 12pt; font-weight: bold }
.small { font-size: 10pt } .mark { font-size: 9pt }
.h1 { font-size: 16pt; font-weight: bold } div.h1 { margin-top: 8pt }
.h2 { font-size: 14pt; font-weight: bold; break-after: avoid }
.head { border-bottom: 1.2pt solid; padding-bottom: 4pt; margin-bottom: 8pt }
.part, .box { margin-top: 12pt }
.box { border: 1.2pt solid; padding: 8pt; break-inside: avoid }
.closing { break-inside: avoid } .rule { border-top: .6pt solid; margin-top: 8pt; padding-bottom: 4pt }
.papers thead { border-bottom: 1.2pt solid }
.papers tr { border-bottom: .6pt solid; break-inside: avoid }
.papers td, .papers th { padding-top: 4pt; padding-bottom: 4pt }
.papers td:first-child, .papers th:first-child { width: 40pt }
.items tr { break-inside: avoid }
.items td { padding-top: 4pt }
.field { border-bottom: .6pt solid; margin-top: 8pt; height: 38pt; break-inside: avoid }
.code { border: 1.2pt solid; break-inside: avoid } .code .pair td:last-child { width: 50% }
.code > tr > td { padding: 4pt }
.code img { width: 100%; padding: 2mm; box-sizing: border-box }
.tick { display: inline-block; width: 11.4pt; height: 11.4pt; border: 1.3pt solid; float: right }
"""


class WeasyPrintPeer:
    """Writes tagged PDF from HTML and CSS."""

    def __init__(self, fonts: Path) -> None:
        self._fonts = fonts
        self._configuration = FontConfiguration()
        self._sheets: dict[str, CSS] = {}

    def job(self, sheet: Sheet) -> Callable[[], bytes]:
        """From HTML to the PDF; the HTML is ready before."""
        look = self._look(sheet)
        modules = next((len(part.code) for part in sheet.parts if part.code), 0)
        svg = next((code_svg(part.code) for part in sheet.parts if part.code), "")
        picture = f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
        code = f'<img src="{picture}" alt="{sheet.code_says}" style="max-width: {(modules + 8) * 0.5}mm">'
        html = Page(sheet, f'<span class="tick" role="img" aria-label="{sheet.tick_box}"></span>', code).html()
        html = html.replace("<head>", f"<head><style>{_page(sheet, modules)}</style>")
        return lambda: _written(html, look, self._configuration)

    def _look(self, sheet: Sheet) -> CSS:
        tag = sheet.other.tag
        if tag not in self._sheets:
            faces = "".join(self._face(name, weight) for name in sheet.other.fonts for weight in ("Regular", "Bold"))
            voices = "".join(map(_voice, (sheet.german, sheet.other)))
            sign = 4 if sheet.other.rtl else 3
            items = f".items td:first-child {{ width: 20pt }} .items td:nth-child({sign}) {{ width: 20pt }}"
            items += f".items td:nth-child({7 - sign}) {{ width: 198pt }}"
            css = faces + LOOK + items + voices
            self._sheets[tag] = CSS(string=css, font_config=self._configuration)
        return self._sheets[tag]

    def _face(self, family: str, weight: str) -> str:
        path = self._fonts / f"{family.replace(' SC', 'sc').replace(' ', '')}-{weight}.ttf"
        if not path.is_file():
            return ""
        about = f'font-family: "{family}"; font-weight: {"bold" if weight == "Bold" else "normal"}'
        return f'@font-face {{ {about}; src: url("{path.as_uri()}") }}'


def _written(html: str, look: CSS, configuration: FontConfiguration) -> bytes:
    document = HTML(string=html)
    return bytes(document.write_pdf(stylesheets=[look], font_config=configuration, pdf_tags=True))


def _voice(voice: Voice) -> str:
    families = ", ".join(f'"{family}"' for family in voice.fonts)
    return f":lang({voice.tag}) {{ font-family: {families}; line-height: {voice.spacing} }}"


def _page(sheet: Sheet, modules: int) -> str:
    before, after = sheet.footer.split("{page}")
    families = ", ".join(f'"{family}"' for family in sheet.german.fonts)
    content = f'"{before}" counter(page) "/" counter(pages) "{after}"'
    footer = f"@bottom-left {{ content: {content}; font: 8.5pt/1.35 {families}; width: 100%; vertical-align: middle }}"
    code = f".code > tbody > tr > td:last-child {{ width: {(modules + 8) * 0.5}mm }}"
    return f"@page {{ size: A4; margin: 14mm 18mm 15mm; {footer} }} {code}"
