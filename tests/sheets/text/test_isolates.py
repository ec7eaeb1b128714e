"""Fragments that must keep their order and not break."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.language import Direction
from counter_app.sheets.text.bidi import levels, visual_order
from counter_app.sheets.text.drawing import place_line
from counter_app.sheets.text.isolates import LAYOUT_MARKS, glued, with_isolates
from counter_app.sheets.text.runs import Span
from counter_app.sheets.text.shaping import shape_text
from tests.sheets.text.samples import ARABIC, FONTS, GERMAN

HEBREW = re.compile("[א-ת]")  # our Arabic font has no Hebrew letters
FRAGMENTS = [
    ("بموجب {} يرجى الحضور.", "§ 16b Abs. 1 AufenthG"),
    ("بموجب {} يرجى.", "§§ 18a, 18b"),
    ("الرسوم حسب {}.", "§ 45 Nr. 2 Buchst. b, § 50 Abs. 1 S. 2 AufenthV"),
    ("اتصل بنا: {} (القسم 2.14).", "+49 30 1234-567"),
    ("اتصل بنا: {}.", "030 1234 567"),
    ("اتصل بنا: {}، شكرا", "(0371) 488-0"),
    ("التاريخ {} أو بعده", "2026-12-03"),
    ("التاريخ {} أو بعده", "03.12.2026"),
    ("التاريخ {} أو بعده", "3. Dezember 2026"),
    ("من {}.", "09:30–10:15"),
    ("خلال {} أسابيع", "2–4"),
    ("صورة {} مم", "35 × 45"),
    ("الرسوم {} (انظر)", "93,00 €"),
    ("انظر {}.", "https://www.stadt-beispiel.de/termin"),
    ("البريد: {}", "amt@stadt-beispiel.de"),
    ("ملف رقم {}.", "AZ 33/2026-B (Ausländerbehörde)"),
    ("عند {}، من فضلك", "Stadt Chemnitz, Dr. Müller (Zimmer 2.14)"),
    ("جواز سفر {} ساري", "(Reisepass)"),
    ("يرجى إحضار {}.", "„Fiktionsbescheinigung“"),
    ("يرجى الاتصال {}.", "Tel.: +49 341 123-4567"),
    ("المادة {} وما بعدها", "Nr. 3, 4"),
    ("المادة {} من القانون", "16b"),
    ("و{} أيضا", "93,00 €"),
    # Hebrew
    ("לפי {}, נא להביא:", "§ 16b Abs. 1 AufenthG"),
    ("טלפון {} (חדר 2.14).", "+49 341 123-4567"),
    ("בתאריך {} בשעה", "2026-12-03"),
    ("ב-{} בלבד", "93,00 €"),
    ("{} בעיר", "(Ausländerbehörde, Zimmer 2.14)"),
    # Persian and Dari
    ("طبق {}، لطفاً مدارک را بیاورید.", "§ 25 Abs. 2 Satz 1 AufenthG"),
    ("ساعت {} تا", "09:30–10:15"),
    ("پرونده {} است", "33-1234/26"),
    ("به {} بنویسید؛", "amt@stadt-beispiel.de"),
    # Urdu
    ("براہِ کرم {} پر فون کریں۔", "(0341) 123-4567"),
    ("فیس {} ہے۔", "1.234,56 €"),
    ("ویب سائٹ: {}۔", "https://www.stadt-beispiel.de/termin?x=1"),
    # Pashto
    ("د {} سره سم", "§ 60a Abs. 2 AufenthG"),
    ("په {} نېټه", "03.12.2026"),
    # Sorani
    ("بەپێی {} پێویستە", "§ 81 Abs. 4 AufenthG"),
    ("لە {} بۆ", "Mo–Fr 9:00–12:00 Uhr"),
]


def without_marks(text: str) -> str:
    """The text as it is read and copied."""
    return "".join(character for character in text if character not in LAYOUT_MARKS)


def displayed(text: str) -> str:
    """The characters of a right-to-left text in one line, from left to right."""
    marked = with_isolates(text, Direction.RTL)
    found = levels(marked, Direction.RTL)
    return without_marks("".join(marked[place] for place in visual_order(found)))


def seen(text: str) -> str:
    """The same as drawn with a font."""
    shaped = shape_text((Span(text),), ARABIC, FONTS)
    clusters = [
        (left + cluster.x - run.left, cluster.text)
        for run, left, _ in place_line(shaped, 0, len(shaped.text)).runs
        for cluster in run.clusters
    ]
    return "".join(text for _, text in sorted(clusters))


@pytest.mark.parametrize(("sentence", "fragment"), FRAGMENTS)
def test_a_german_fragment_reads_from_left_to_right(sentence: str, fragment: str) -> None:
    assert fragment in displayed(sentence.format(fragment))


@pytest.mark.parametrize(("sentence", "fragment"), [pair for pair in FRAGMENTS if not HEBREW.search(pair[0])])
def test_a_german_fragment_reads_from_left_to_right_on_the_paper(sentence: str, fragment: str) -> None:
    assert fragment in seen(sentence.format(fragment))


def test_a_whole_line_is_read_from_right_to_left() -> None:
    assert seen("اب (Reise) ج، § 5 د") == "د § 5 ،ج (Reise) با"


@pytest.mark.parametrize("number", ["۰۳۴۱ ۱۲۳ ۴۵۶۷", "+٤٩ ٣٤١ ١٢٣-٤٥٦٧", "(٠٣٤١) ١٢٣-٠"])
def test_a_phone_number_in_other_digits_reads_from_left_to_right_too(number: str) -> None:
    assert number in seen(f"هاتف {number}، غدا")


@pytest.mark.parametrize(("sentence", "fragment"), FRAGMENTS)
def test_each_fragment_gets_one_isolate(sentence: str, fragment: str) -> None:
    assert with_isolates(sentence.format(fragment), Direction.RTL) == sentence.format(f"\u2066{fragment}\u2069")


@pytest.mark.parametrize(
    "text", ["القسم 2.14 (الطابق 2)", "10, 20, 30", "في 3 أيام.", "٢٠٢٦", "٢–٤ أيام", "۱۴۰۵/۰۹/۱۲", "«نعم»"]
)
def test_plain_numbers_stay_in_the_order_of_the_sentence(text: str) -> None:
    assert with_isolates(text, Direction.RTL) == text


def test_a_sentence_end_is_no_part_of_a_fragment() -> None:
    assert with_isolates("Reisepass. Mietvertrag.", Direction.RTL) == "\u2066Reisepass\u2069. \u2066Mietvertrag\u2069."


def test_left_to_right_text_needs_no_isolates() -> None:
    assert with_isolates("Reisepass § 5", Direction.LTR) == "Reisepass § 5"


def test_a_german_name_in_its_own_language_keeps_its_order_among_arabic_letters() -> None:
    spans = (Span("من "), Span("Amt (Görlitz)!", language=GERMAN), Span(" في"))
    shaped = shape_text(spans, ARABIC, FONTS)
    lefts = {
        cluster.start: left + cluster.x - run.left
        for run, left, _ in place_line(shaped, 0, len(shaped.text)).runs
        for cluster in run.clusters
    }
    name = [lefts[place] for place in range(3, 3 + len("Amt (Görlitz)!"))]
    assert name == sorted(name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("§ 16b Abs. 1 AufenthG", "§_16b_Abs._1_AufenthG"),
        ("93,00 € (§ 45 Nr. 2 Buchst. b AufenthV)", "93,00_€ (§_45_Nr._2 Buchst._b_AufenthV)"),
        ("Original · Kopie – 98,00 €", "Original_· Kopie_– 98,00_€"),
        ("§§ 18a, 18b AufenthG", "§§_18a, 18b_AufenthG"),
        ("Nachweis (z. B. Klage)", "Nachweis (z._B. Klage)"),
        ("für 93,00 € am 3. Dezember 2026 um 09:30 Uhr", "für 93,00_€ am 3._Dezember_2026 um 09:30_Uhr"),
        ("Tel. +49 30 1234-567, Zimmer 2", "Tel. +49_30_1234-^567, Zimmer_2"),
        ("AZ 33/2026-B", "AZ_33/^2026-^B"),
        ("amt@stadt-beispiel.de", "amt@^stadt-^beispiel.^de"),
        ("https://a-b.de/x/y", "https:^/^/^a-^b.^de/x/y"),
        ("von 09:30–10:15", "von 09:30–^10:15"),
        ("ein Reisepass", "ein Reisepass"),
        ("nach Abs. 1 Satz 2 Nr. 3 Buchst. a", "nach Abs._1 Satz_2 Nr._3 Buchst._a"),
        ("1.234,56 €, 100 %, 35 × 45 mm, 5 m", "1.234,56_€, 100_%, 35_×_45_mm, 5_m"),
        ("Mo–Fr 9:00–12:00 Uhr, Sa 09:30 – 10:15", "Mo–^Fr 9:00–^12:00_Uhr, Sa 09:30_–_10:15"),
        ("vom 12.–14. März im 2. Stock", "vom 12.–^14._März im 2._Stock"),
        ("Az.: 33-1234/26, Tel.: 0341 123-0", "Az.:_33-^1234/^26, Tel.:_0341_123-^0"),
        ("§ 5 i. V. m. § 10 SGB II", "§_5 i._V._m. §_10_SGB_II"),
        ("Dr. Müller, E-Mail, U-Bahn", "Dr._Müller, E-^Mail, U-^Bahn"),
        ("am 2026-12-03. Bitte", "am 2026-^12-^03. Bitte"),
        ("Vor- und Nachname, 3 Monate", "Vor- und Nachname, 3 Monate"),
    ],
)
def test_what_belongs_together_does_not_break(text: str, expected: str) -> None:
    assert glued(text).replace("\u00a0", "_").replace("\u2060", "^") == expected


@given(st.text("aZäb§€%@.:/-–()[] ,019+ابت،\u00a0", max_size=60))
def test_marks_change_nothing_that_is_read(text: str) -> None:
    marked = glued(with_isolates(text, Direction.RTL))
    assert without_marks(marked).replace("\u00a0", " ") == text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "hostile", ["(" + "a" * 20_000 + " ا", "1." * 10_000, "a." * 10_000, "(0 1" * 5_000, "„a" * 9_000, "۰" * 20_000]
)
def test_hostile_text_takes_no_endless_time(hostile: str) -> None:
    assert without_marks(with_isolates(hostile, Direction.RTL)) == hostile
    assert len(glued(hostile)) >= len(hostile)
