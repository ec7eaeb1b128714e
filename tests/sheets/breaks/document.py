"""Files that say something wrong about themselves."""

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.sheets.breaks.registry import ARTIFACT, append, breaks, elements
from tests.sheets.pdf_ua import Rule
from tests.sheets.pdf_ua.document import PART


@breaks(Rule.NOT_MARKED)
def no_mark_info(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


@breaks(Rule.SUSPECTS)
def suspects(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


@breaks(Rule.NO_XMP)
def no_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


@breaks(Rule.CLAIM)
def claim_of_another_part(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata[PART] = "2"


@breaks(Rule.NO_TITLE)
def no_title(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["dc:title"]


@breaks(Rule.TITLES_DIFFER)
def another_title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo.Title = "Anders"


@breaks(Rule.NO_TITLE_SHOWN)
def no_preference(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences


@breaks(Rule.TITLE_HIDDEN)
def title_hidden(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


@breaks(Rule.NO_LANGUAGE)
def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


@breaks(Rule.BAD_LANGUAGE)
def bad_language_of_the_document(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = "deutsch_DE"


@breaks(Rule.BAD_LANGUAGE)
def bad_language_of_an_element(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H1")[0].Lang = ""


@breaks(Rule.BAD_LANGUAGE)
def bad_language_of_a_piece_of_text(pdf: pikepdf.Pdf) -> None:
    append(pdf, ARTIFACT % b"/Span <</Lang (d)>> BDC 0 0 1 1 re f EMC")


@breaks(Rule.TAB_ORDER)
def no_tab_order(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].obj["/Tabs"]


@breaks(Rule.UNKNOWN_FEATURE)
def an_annotation(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/Annots"] = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 1, 1])])


@breaks(Rule.UNKNOWN_FEATURE)
def a_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.beep(0)")


@breaks(Rule.UNKNOWN_FEATURE)
def a_form(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(b"0 0 1 1 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1])
    pdf.pages[0].resources.XObject = Dictionary({"/X0": form})
    append(pdf, ARTIFACT % b"/X0 Do")
