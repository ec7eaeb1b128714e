"""Lines in two languages: what is joined, what stands out, what a customer never reads."""

import pytest

from counter_app.domain.evaluation import Reason
from counter_app.domain.fact import Asked
from counter_app.domain.label import Label
from counter_app.domain.text import Text, Translation, Trust
from counter_app.sheets.wording import Line, Wording, joined
from tests.sheets.slips import content_in, shipped

DRAFTS = content_in(Trust.DRAFT)
ENGLISH = Wording(DRAFTS, DRAFTS.language("en"))
GERMAN = Wording(DRAFTS, DRAFTS.german)
PASS = Text("document/x/name", "Pass am {date}", {"en": Translation("Passport on {date}", Trust.OUTDATED)})


def said(fact: str, value: str, tag: str) -> str:
    """The tile in one language."""
    return DRAFTS.facts[fact].value(value).tile.in_language(tag)


def test_a_line_holds_both_languages_with_filled_slots_and_the_state_of_the_translation() -> None:
    line = ENGLISH.line(PASS, {"date": "03.12.2026"})
    assert line == Line("Pass am 03.12.2026", "Passport on 03.12.2026", "document/x/name", Trust.OUTDATED)


def test_on_a_german_sheet_nothing_is_said_twice_and_nothing_is_mistrusted() -> None:
    assert GERMAN.line(PASS) == Line("Pass am {date}", "", "document/x/name", Trust.REVIEWED)
    assert GERMAN.plain("2.14") == Line("2.14", "", "", Trust.REVIEWED)
    assert not GERMAN.is_bilingual


def test_a_slot_without_a_value_stays_visible() -> None:
    assert ENGLISH.line(PASS).german == "Pass am {date}"


def test_a_label_stands_out_in_both_languages() -> None:
    line = ENGLISH.labelled(Label.REASON, ENGLISH.line(PASS), ENGLISH.plain("x"))
    assert line.german == f"{line.german_lead} Pass am {{date}} · x"
    assert line.other == f"{line.other_lead} Passport on {{date}} · x"
    assert line.german_lead == f"{DRAFTS.label(Label.REASON).german}:"


def test_a_joined_line_has_the_lowest_state_of_its_parts() -> None:
    line = joined(" ", Line("a", "x", "", Trust.REVIEWED), Line("b", "y", "k", Trust.OUTDATED))
    assert line == Line("a b", "x y", "k", Trust.OUTDATED)


def test_a_language_that_lacks_one_part_says_nothing() -> None:
    missing = Line("b", "", "k", Trust.MISSING)
    assert joined(" ", Line("a", "x", "", Trust.DRAFT), missing) == Line("a b", "", "k", Trust.MISSING)
    assert ENGLISH.labelled(Label.REASON, missing).other == ""


def test_a_number_may_say_less_on_the_other_side() -> None:
    assert ENGLISH.plain("93,00 € (§ 45)", "93,00 €").other == "93,00 €"
    assert ENGLISH.plain("2.14").other == "2.14"


def test_the_reasons_are_facts_with_their_answers() -> None:
    reasons = [Reason("application", ("first", "renewal")), Reason("housing", ("rent",))]
    line = ENGLISH.because(reasons)
    assert line is not None
    first, second = (said("application", value, "de") for value in ("first", "renewal"))
    assert line.german == f"{line.german_lead} {first} / {second} · {said('housing', 'rent', 'de')}"
    assert said("housing", "rent", "en") in line.other


def test_what_is_not_the_case_explains_nothing_on_paper() -> None:
    assert ENGLISH.because([Reason("enrolled", ("no",))]) is None
    other_passport = ENGLISH.because([Reason("host_german", ("no",))])
    assert other_passport is not None
    assert other_passport.german.endswith("Anderer Pass")


OFFICE_FACTS = [fact.id for fact in shipped().facts.facts.values() if fact.asked is Asked.OFFICE]


@pytest.mark.parametrize("fact", OFFICE_FACTS)
def test_what_only_the_office_decides_never_reaches_paper(fact: str) -> None:
    value = DRAFTS.facts[fact].value_ids[0]
    assert ENGLISH.because([Reason(fact, (value,))]) is None
    assert ENGLISH.facts(Label.DEPENDS_ON, [fact]) is None
    mixed = [Reason(fact, (value,)), Reason("housing", ("rent",))]
    assert ENGLISH.because(mixed) == ENGLISH.because(mixed[1:])
    assert ENGLISH.facts(Label.DEPENDS_ON, [fact, "housing"]) == ENGLISH.facts(Label.DEPENDS_ON, ["housing"])


def test_without_a_reason_there_is_no_line() -> None:
    assert ENGLISH.because([]) is None
    assert ENGLISH.facts(Label.DEPENDS_ON, []) is None
