"""What the customer reads, and in which language it really is."""

from counter_app.domain.content import Content
from counter_app.domain.label import ScreenText
from counter_app.domain.text import Text, Translation, Trust
from counter_app.ui.customer.wording import Reader, Wording, trust_of
from tests.makers import make_text

LEFT_TO_RIGHT, POP = "\u2066", "\u2069"


def reader(content: Content, tag: str) -> Reader:
    return Reader(content, content.language(tag))


def test_german_fragments_keep_their_order_in_right_to_left_text(content: Content) -> None:
    wording = Wording("جواز (§ 3 AufenthG)", content.language("ar"))
    assert f"{LEFT_TO_RIGHT}(§\u00a03\u00a0AufenthG){POP}" in wording.shown
    assert wording.text == "جواز (§ 3 AufenthG)", "what is read aloud has no marks"


def test_left_to_right_text_gets_no_isolates(content: Content) -> None:
    assert LEFT_TO_RIGHT not in Wording("Pass (§ 3 AufenthG)", content.german).shown


def test_a_missing_text_is_german_and_says_so(content: Content) -> None:
    wording = reader(content, "ar").reads(make_text("Nur auf Deutsch"))
    assert wording == Wording("Nur auf Deutsch", content.german, Trust.MISSING)
    assert reader(content, "ar").german(make_text("Nur auf Deutsch")) is None


def test_before_the_language_is_known_everything_is_german(content: Content) -> None:
    assert Reader(content, None).screen(ScreenText.BACK).language == content.german


def test_a_slot_lowers_the_trust_only_where_it_could_be_translated(content: Content) -> None:
    text = make_text("Bis {date}: {document}", ar="{date}: {document}")
    date = Text("date", "03.12.2026")
    good = {"date": date, "document": make_text("Pass", ar="جواز")}
    draft = {"date": date, "document": Text("pass", "Pass", {"ar": Translation("جواز", Trust.DRAFT)})}
    assert reader(content, "ar").reads(text, good).trust is Trust.REVIEWED
    assert reader(content, "ar").reads(text, draft).trust is Trust.DRAFT


def test_a_page_is_as_good_as_its_weakest_text(content: Content) -> None:
    good, poor = (Wording("x", content.german, trust) for trust in (Trust.REVIEWED, Trust.OUTDATED))
    assert trust_of([good, poor]) is Trust.OUTDATED
    assert trust_of([]) is Trust.REVIEWED
