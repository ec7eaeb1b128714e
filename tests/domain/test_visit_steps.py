"""From one value of a visit to the next: what the customer sees and says, the matter, the facts."""

from dataclasses import replace

import pytest

from counter_app.domain.content import Content
from counter_app.domain.errors import FactError, UnknownName
from counter_app.domain.evaluation import Truth
from counter_app.domain.label import ScreenText
from counter_app.domain.phrase import Phrase
from counter_app.domain.visit import (
    Heard,
    IsClear,
    Languages,
    Moment,
    Papers,
    Question,
    RowState,
    Scene,
    Sentence,
    Services,
    Tick,
    Visit,
)
from counter_app.domain.visit_steps import VisitError, VisitSteps
from tests.domain.small_office import CHILD_MARRIED, DAY, OPEN_STUDY, PRESENT, numbers, small_office, states


@pytest.fixture
def steps(content: Content) -> VisitSteps:
    """The steps in the small office."""
    return VisitSteps(small_office(content), DAY)


@pytest.fixture
def study(steps: VisitSteps) -> Visit:
    """A visit about studying, nothing said yet."""
    return steps.service_chosen(Visit(), "study")


@pytest.fixture
def shipped(content: Content) -> VisitSteps:
    """The steps with everything that is shipped."""
    return VisitSteps(content, DAY)


# The customer's language


@pytest.mark.parametrize("tag", ["de", "ar", "en", "ti"])
def test_whoever_points_to_a_language_is_asked_what_brings_them(shipped: VisitSteps, tag: str) -> None:
    visit = shipped.language_chosen(Visit(), tag)
    assert visit == Visit(language=tag, scene=Services())


def test_another_language_later_does_not_take_the_question_off_the_screen(steps: VisitSteps, study: Visit) -> None:
    asked = steps.asked(steps.language_chosen(study, "ar"), "health")
    changed = steps.language_chosen(asked, "en")
    assert (changed.language, changed.scene, changed.case) == ("en", asked.scene, asked.case)


def test_a_language_that_is_not_shipped_is_refused(steps: VisitSteps) -> None:
    with pytest.raises(UnknownName, match="„xx“ gibt es nicht als Sprache"):
        steps.language_chosen(Visit(), "xx")


def test_a_language_is_nothing_to_undo(steps: VisitSteps) -> None:
    visit = steps.language_chosen(Visit(), "ar")
    assert steps.undone(visit) == visit


# What the customer's screen shows


@pytest.mark.parametrize("scene", [Languages(), Services(), Services("stay"), IsClear(), Moment()])
def test_the_screen_shows_what_it_is_told_and_nothing_else_changes(
    steps: VisitSteps, study: Visit, scene: Scene
) -> None:
    assert steps.shown(study, scene) == replace(study, scene=scene)


def test_the_list_is_out_once_it_was_shown(steps: VisitSteps, study: Visit) -> None:
    assert not study.is_list_out
    shown = steps.shown(study, Papers())
    assert (shown.scene, shown.is_list_out) == (Papers(), True)
    assert steps.shown(shown, Moment()).is_list_out


def test_there_is_no_list_before_the_matter_is_known(steps: VisitSteps) -> None:
    with pytest.raises(VisitError, match="zuerst das Anliegen"):
        steps.shown(Visit(), Papers())


def test_a_phrase_is_answered_and_another_tap_corrects_it(content: Content, steps: VisitSteps) -> None:
    phrase = phrase_with_answers(content)
    visit = steps.shown(Visit(), Sentence(phrase))
    first, second = phrase.answers[:2]
    answered = steps.phrase_answered(visit, first.id)
    assert answered.scene == Sentence(phrase, chosen=(first.id,))
    assert answered.heard == Heard(phrase.text, (first.tile,))
    corrected = steps.phrase_answered(answered, second.id)
    assert corrected.scene == Sentence(phrase, chosen=(second.id,))
    assert corrected.heard == Heard(phrase.text, (second.tile,))
    assert corrected.case == visit.case


def test_only_the_answers_of_the_phrase_on_the_screen_count(content: Content, steps: VisitSteps) -> None:
    visit = steps.shown(Visit(), Sentence(phrase_with_answers(content)))
    for wrong in (visit, Visit()):
        with pytest.raises(VisitError, match="kein Satz mit dieser Antwort"):
            steps.phrase_answered(wrong, "quark")


def phrase_with_answers(content: Content) -> Phrase:
    return next(phrase for phrase in content.phrases if len(phrase.answers) > 1)


@pytest.mark.parametrize("said", [ScreenText.OTHER_MATTER, ScreenText.DO_NOT_KNOW, ScreenText.LETTER])
def test_beside_the_matters_there_are_other_answers(content: Content, steps: VisitSteps, said: ScreenText) -> None:
    visit = steps.said(steps.shown(Visit(), Services("stay")), said)
    assert visit.scene == Moment()
    assert visit.heard == Heard(content.screen(ScreenText.CHOOSE_MATTER), (content.screen(said),))
    assert visit.case == Visit().case


@pytest.mark.parametrize("said", [ScreenText.ALL_CLEAR, ScreenText.SIMPLER, ScreenText.INTERPRETER])
def test_the_clerk_hears_whether_everything_is_clear(content: Content, steps: VisitSteps, said: ScreenText) -> None:
    visit = steps.said(steps.shown(Visit(), IsClear()), said)
    assert visit.scene == IsClear(said)
    assert visit.heard == Heard(content.screen(ScreenText.IS_CLEAR), (content.screen(said),))


@pytest.mark.parametrize("scene", [Languages(), Services("stay"), Moment(), Papers()])
@pytest.mark.parametrize("said", [ScreenText.REPEAT, ScreenText.NOT_UNDERSTOOD, ScreenText.INTERPRETER])
def test_what_is_always_there_reaches_the_clerk_and_leaves_the_screen(
    content: Content, steps: VisitSteps, study: Visit, scene: Scene, said: ScreenText
) -> None:
    visit = steps.shown(study, scene)
    assert steps.said(visit, said) == replace(visit, heard=Heard(None, (content.screen(said),)))


# The matter


def test_the_matter_brings_its_list(study: Visit) -> None:
    assert numbers(study) == OPEN_STUDY
    assert set(states(study).values()) == {"open"}
    assert study.case.checklist is not None
    assert study.case.checklist.next_question is not None


def test_an_unknown_matter_is_refused(steps: VisitSteps) -> None:
    for step in (steps.service_chosen, steps.service_tapped):
        with pytest.raises(UnknownName, match="„studi“ gibt es nicht als Anliegen"):
            step(Visit(), "studi")


def test_a_matter_that_the_customer_taps_opens_and_is_heard(content: Content, steps: VisitSteps, study: Visit) -> None:
    visit = steps.service_tapped(steps.shown(Visit(), Services("stay")), "study")
    assert visit.case == study.case
    assert visit.scene == Moment()
    assert visit.heard == Heard(content.screen(ScreenText.CHOOSE_MATTER), (steps.content.service("study").name,))


@pytest.mark.parametrize(
    ("scene", "expected"),
    [
        (Services("stay"), Moment()),
        (Question("health", ("statutory",)), Moment()),
        (Languages(), Languages()),
        (IsClear(), IsClear()),
    ],
)
def test_a_question_that_the_matter_settles_leaves_the_screen(steps: VisitSteps, scene: Scene, expected: Scene) -> None:
    assert steps.service_chosen(steps.shown(Visit(), scene), "work").scene == expected


def test_the_same_matter_again_changes_nothing(steps: VisitSteps, study: Visit) -> None:
    told = steps.fact_told(study, "married", ("yes",))
    assert steps.service_chosen(told, "study") == told


def test_another_matter_before_the_list_is_out_starts_its_numbers_at_one(steps: VisitSteps, study: Visit) -> None:
    assert numbers(steps.service_chosen(study, "work")) == {"vertrag": 1, "pass": 2, "lohn": 3, "antrag": 4}


@pytest.mark.parametrize("on_paper", [False, True])
def test_another_matter_keeps_the_numbers_of_a_list_that_is_out(
    steps: VisitSteps, study: Visit, *, on_paper: bool
) -> None:
    out = steps.printed(study) if on_paper else steps.shown(study, Papers())
    work = steps.service_chosen(out, "work")
    assert numbers(work) == {"antrag": 1, "pass": 2, "lohn": 4, "vertrag": 10}
    assert numbers(steps.service_chosen(work, "study")) == OPEN_STUDY


def test_another_matter_keeps_what_was_said_as_far_as_it_makes_sense_there(steps: VisitSteps, study: Visit) -> None:
    told = steps.fact_told(steps.fact_told(study, "application", ("renewal",)), "income", ("employed",))
    work = steps.service_chosen(told, "work")
    assert work.case.facts == {"income": ("employed",)}  # to work, one can only apply for the first time
    assert "foto" not in numbers(work)
    checklist = work.case.checklist
    assert checklist is not None
    assert [row.document.id for row in checklist.needed(Truth.YES)] == ["vertrag", "pass", "lohn", "antrag"]


def test_another_matter_keeps_what_was_found_about_a_paper(steps: VisitSteps, study: Visit) -> None:
    work = steps.service_chosen(steps.ticked(study, "pass", PRESENT), "work")
    assert states(work) == {"vertrag": "open", "pass": "present", "lohn": "open", "antrag": "open"}


# Facts


def test_what_is_said_shortens_the_list_and_the_other_numbers_stay(steps: VisitSteps, study: Visit) -> None:
    told = steps.fact_told(study, "income", ("savings",))
    assert numbers(told) == {name: number for name, number in OPEN_STUDY.items() if name != "lohn"}
    row = told.row_of("sparbuch")
    assert row is not None
    assert row.row is not None
    assert row.row.needed is Truth.YES


def test_a_fact_that_is_told_takes_the_place_of_an_assumption(steps: VisitSteps, study: Visit) -> None:
    told = steps.fact_told(study, "married", ("yes",))
    assert numbers(told) == OPEN_STUDY | {"heirat": 10}
    assert told.case.checklist is not None
    assert "married" not in told.case.checklist.assumed


def test_a_fact_that_is_told_again_is_corrected(steps: VisitSteps, study: Visit) -> None:
    told = steps.fact_told(steps.fact_told(study, "income", ("savings",)), "income", ("employed",))
    assert told.case.facts == {"income": ("employed",)}
    assert numbers(told) == {name: number for name, number in OPEN_STUDY.items() if name != "sparbuch"}


def test_a_fact_taken_back_leaves_everything_as_before_it_was_told(steps: VisitSteps, study: Visit) -> None:
    told = steps.fact_told(study, "married", ("yes",))
    back = steps.fact_taken_back(told, "married")
    assert (back.case, numbers(back)) == (study.case, OPEN_STUDY)
    again = steps.fact_told(back, "married", ("yes",))
    assert numbers(again)["heirat"] == 10


def test_a_contradiction_is_named_and_the_visit_stays_as_it_was(steps: VisitSteps, study: Visit) -> None:
    told = steps.fact_told(study, "age", ("child",))
    before = replace(told)
    with pytest.raises(FactError, match=CHILD_MARRIED):
        steps.fact_told(told, "married", ("yes",))
    assert told == before
    assert told.case.facts == {"age": ("child",)}


@pytest.mark.parametrize(
    ("fact", "values", "error"),
    [
        ("incom", ("savings",), UnknownName),
        ("income", ("saving",), UnknownName),
        ("health", (), FactError),
        ("health", ("statutory", "private"), FactError),
        ("income", ("none", "savings"), FactError),
        ("asks_rent", ("yes",), FactError),
    ],
)
def test_a_fact_that_cannot_be_is_refused(
    steps: VisitSteps, study: Visit, fact: str, values: tuple[str, ...], error: type[Exception]
) -> None:
    with pytest.raises(error):
        steps.fact_told(study, fact, values)


def test_facts_belong_to_a_matter(steps: VisitSteps) -> None:
    with pytest.raises(VisitError, match="zuerst das Anliegen"):
        steps.fact_told(Visit(), "married", ("yes",))
    with pytest.raises(VisitError, match="zuerst das Anliegen"):
        steps.asked(Visit(), "married")


def test_saying_the_same_twice_is_one_step(steps: VisitSteps, study: Visit) -> None:
    told = steps.fact_told(study, "married", ("yes",))
    assert steps.fact_told(told, "married", ("yes",)) == told


def test_a_question_offers_every_answer_that_is_possible_whatever_was_said_before(
    steps: VisitSteps, study: Visit
) -> None:
    told = steps.fact_told(study, "health", ("private",))
    assert steps.asked(told, "health").scene == Question("health", ("statutory", "private"))
    assert steps.asked(study, "married").scene == Question("married", ("yes", "no"))  # though "no" is assumed
    child = steps.fact_told(study, "age", ("child",))
    assert steps.asked(child, "married").scene == Question("married", ("no",))
    work = steps.service_chosen(Visit(), "work")
    assert steps.asked(work, "application").scene == Question("application", ("first",))


def test_asking_for_an_unknown_fact_is_refused(steps: VisitSteps, study: Visit) -> None:
    with pytest.raises(UnknownName, match="„quark“ gibt es nicht als Angabe"):
        steps.asked(study, "quark")


def test_an_answer_is_a_fact_stays_visible_and_is_heard(steps: VisitSteps, study: Visit) -> None:
    answered = steps.fact_answered(steps.asked(study, "income"), ("employed", "savings"))
    assert answered.case == steps.fact_told(study, "income", ("employed", "savings")).case
    assert answered.scene == Question("income", ("employed", "savings", "none"), chosen=("employed", "savings"))
    fact = steps.content.facts["income"]
    assert answered.heard == Heard(fact.question, (fact.value("employed").tile, fact.value("savings").tile))


def test_another_tap_corrects_the_first(steps: VisitSteps, study: Visit) -> None:
    answered = steps.fact_answered(steps.asked(study, "health"), ("statutory",))
    corrected = steps.fact_answered(answered, ("private",))
    assert corrected.case.facts == {"health": ("private",)}
    assert corrected.scene == Question("health", ("statutory", "private"), chosen=("private",))
    assert steps.undone(corrected).case == answered.case


def test_an_answer_without_a_question_is_refused(steps: VisitSteps, study: Visit) -> None:
    with pytest.raises(VisitError, match="keine Frage"):
        steps.fact_answered(steps.shown(study, Moment()), ("yes",))


def test_an_answer_that_contradicts_is_refused(steps: VisitSteps, study: Visit) -> None:
    asked = steps.asked(study, "married")
    meanwhile = steps.fact_told(asked, "age", ("child",))
    with pytest.raises(FactError, match=CHILD_MARRIED):
        steps.fact_answered(meanwhile, ("yes",))


def test_a_typical_case_sets_its_facts_instead_of_all_that_was_said(steps: VisitSteps, study: Visit) -> None:
    told = steps.fact_told(steps.assumption_toggled(study, "express"), "age", ("adult",))
    chosen = steps.typical_case_chosen(told, 0)
    assert chosen.case.facts == {"application": ("renewal",), "income": ("savings",), "health": ("statutory",)}
    assert chosen.case.withdrawn == frozenset()
    assert numbers(chosen) == {
        "antrag": 1,
        "pass": 2,
        "sparbuch": 3,
        "kv_gesetzlich": 4,
        "meldung": 5,
        "mietvertrag": 6,
    }  # nobody has pointed at a number yet


def test_what_is_said_sends_away_what_only_a_typical_case_says(steps: VisitSteps, study: Visit) -> None:
    married = steps.typical_case_chosen(study, 1)
    assert steps.answers(married, "age") == ("child", "adult")
    told = steps.fact_told(married, "age", ("child",))
    assert told.case.facts == {"application": ("first",), "income": ("employed",), "age": ("child",)}
    assert told.case.typical == {"application", "income"}
    assert steps.undone(told).case == married.case


def test_what_is_said_never_sends_away_what_was_said(steps: VisitSteps, study: Visit) -> None:
    typical = steps.typical_case_chosen(study, 1)
    married = steps.fact_told(steps.fact_told(typical, "married", ("no",)), "married", ("yes",))
    assert steps.answers(married, "age") == ("adult",)
    with pytest.raises(FactError, match=CHILD_MARRIED):
        steps.fact_told(married, "age", ("child",))


def test_a_typical_case_keeps_numbers_that_somebody_may_have_pointed_at(steps: VisitSteps, study: Visit) -> None:
    ticked = steps.typical_case_chosen(steps.ticked(study, "pass", Tick(RowState.PRESENT)), 0)
    chosen = steps.typical_case_chosen(steps.shown(study, Papers()), 0)
    for visit in (ticked, chosen):
        assert all(numbers(study)[name] == number for name, number in numbers(visit).items())
    other = steps.typical_case_chosen(chosen, 1)
    assert numbers(other) == {name: OPEN_STUDY[name] for name in OPEN_STUDY if name != "sparbuch"} | {"heirat": 10}


@pytest.mark.parametrize("index", [-1, 2])
def test_a_typical_case_that_the_matter_does_not_have_is_refused(steps: VisitSteps, study: Visit, index: int) -> None:
    with pytest.raises(VisitError, match=f"2 typische Fälle, keinen mit der Nummer {index + 1}"):
        steps.typical_case_chosen(study, index)


def test_typical_cases_belong_to_a_matter(steps: VisitSteps) -> None:
    with pytest.raises(VisitError, match="zuerst das Anliegen"):
        steps.typical_case_chosen(Visit(), 0)


def test_every_shipped_case_can_be_chosen_and_undone(shipped: VisitSteps) -> None:
    for service in shipped.content.services.values():
        visit = shipped.service_chosen(Visit(), service.id)
        for index, case in enumerate(service.cases):
            chosen = shipped.typical_case_chosen(visit, index)
            assert chosen.case.facts == case.facts
            assert sorted(numbers(chosen).values()) == [*range(1, len(chosen.rows) + 1)]
            undone = shipped.undone(chosen)
            assert (undone.case, numbers(undone)) == (visit.case, numbers(visit))


def test_an_assumption_goes_and_comes_back(steps: VisitSteps, study: Visit) -> None:
    without = steps.assumption_toggled(study, "married")
    assert without.case.checklist is not None
    assert "married" not in without.case.checklist.assumed
    assert numbers(without) == OPEN_STUDY | {"heirat": 10}
    again = steps.assumption_toggled(without, "married")
    assert (again.case, numbers(again)) == (study.case, OPEN_STUDY)
