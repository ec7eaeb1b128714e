"""A visit in Arabic: the customer's side runs from right to left, the clerk's stays; the numbers are the same."""

from PySide6.QtCore import Qt

from counter_app.ui.customer.tile import Tile
from tests.journeys.counter_place import Place
from tests.sheets.slips import one_line, read

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


def left_of(tile: Tile) -> int:
    return tile.mapToGlobal(tile.rect().topLeft()).x()


def begin(place: Place) -> None:
    place.press("F2")
    place.type("arab")
    place.press("Return", "F3")
    place.type("stud")
    place.press("Return", "Ctrl+1")


def test_only_the_customers_side_turns_round(place: Place) -> None:
    assert place.customer.page.layoutDirection() is LTR
    begin(place)
    assert place.customer.page.layoutDirection() is RTL
    assert place.counter.layoutDirection() is LTR
    assert "العربية · Arabisch" in place.counter_sees()
    place.press("Ctrl+N")
    assert place.customer.page.layoutDirection() is LTR


def test_the_first_tile_is_the_right_one_and_has_the_number_one(place: Place) -> None:
    place.tap("العربية")
    first, second = place.tile("الدراسة والتدريب المهني"), place.tile("العمل")
    assert (first.face.number, second.face.number) == (1, 2)
    assert left_of(first) > left_of(second) or first.y() < second.y()
    sayings = [place.tile(name) for name in ("مرة أخرى من فضلكم", "لا أفهم ذلك")]
    assert left_of(sayings[0]) > left_of(sayings[1])


def test_both_sides_and_the_sheet_have_the_same_numbers(place: Place) -> None:
    begin(place)
    place.press("F9")
    assert "مستنداتكم" in place.customer_sees()
    assert place.papers() == place.rows()
    place.press("Ctrl+L", "F", "2", "D", "F", "1", "Ctrl+R")
    place.print_sheet()
    document = read(place.made[-1])
    texts = [text for language, text in document.texts if language.startswith("ar")]
    missing = {number: name for number, name in place.rows().items() if number in {1, 3}}
    assert missing == {1: "Antragsformular", 3: "Digitales biometrisches Lichtbild"}
    for number in missing:
        name = place.visit.rows[number - 1].document.name.in_language("ar")
        assert any(one_line(name) in text for text in texts), texts
    assert [text for _, text in document.texts if text.isdecimal()] == ["1", "3"]
    assert any("هذه المستندات ما زالت ناقصة" in text for text in texts)


def test_an_answer_in_arabic_comes_back_in_german(place: Place) -> None:
    begin(place)
    place.open_fact("Krankenversicherung")
    place.tab_to("Angabe zurücknehmen")
    place.press("Space", "F4")
    assert "ما هو تأمينكم الصحي؟" in place.customer_sees()
    place.tap("تأمين خاص")
    assert place.heard() == "Wie sind Sie krankenversichert? → Private Versicherung"
