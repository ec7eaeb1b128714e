"""The clerk of ``dev.py bench questions``: no key too many, and never a wrong list."""

import pytest

from benchmarks.bench_questions import visit_of
from benchmarks.questions.clerk import Clerk, best_question, in_file_order, keys_for, letters_to
from benchmarks.questions.people import Visitor, visitors
from counter_app.content.loader import load_content
from counter_app.domain.content import Content
from counter_app.domain.visit_steps import VisitSteps
from counter_app.system.paths import content_folders
from tests.makers import make_fact, make_multi_fact

MATTERS = {"study", "address_change"}


@pytest.fixture(scope="module")
def content() -> Content:
    """The shipped content."""
    return load_content(content_folders())


@pytest.fixture(scope="module")
def people(content: Content) -> list[Visitor]:
    """Those who come with two of the matters."""
    return [one for one in visitors(content) if one.service.id in MATTERS]


def test_everybody_gets_a_settled_list_each_way(people: list[Visitor], content: Content) -> None:
    assert {one.service.id for one in people} == MATTERS
    for one in people:
        visited = visit_of(one, content.day)
        assert one.wanted[1] == frozenset(), "nothing is open at the end"
        assert visited.ours in {visited.by_case, visited.by_questions}
        assert visited.by_case.keys[0].startswith("Ctrl+")
        for effort in (visited.by_questions, visited.in_order):
            assert effort.presses >= effort.questions
            assert len({*effort.asked, *effort.corrected}) == effort.questions, "nothing is asked or put right twice"


def test_a_person_like_the_typical_case_takes_one_key(people: list[Visitor], content: Content) -> None:
    student = next(one for one in people if one.says.startswith("Studentin, 22, verlängert."))
    assert visit_of(student, content.day).ours.keys == ("Ctrl+1",)


def test_what_stands_there_otherwise_is_put_right(people: list[Visitor], content: Content) -> None:
    student = next(one for one in people if one.says.startswith("Studentin hat ihre Karte verloren."))
    effort = Clerk(VisitSteps(content, content.day), student, best_question).settle(0)
    assert (effort.corrected, effort.asked) == (("application", "housing"), ())
    assert effort.keys == ("Ctrl+1", "Ctrl+G", "A", "R", "5", "W", "4")


def test_file_order_asks_the_first_open_fact_of_the_file(people: list[Visitor], content: Content) -> None:
    student = next(one for one in people if one.says.startswith("Studentin, 22, verlängert."))
    effort = Clerk(VisitSteps(content, content.day), student, in_file_order).settle()
    assert list(effort.asked) == sorted(effort.asked, key=content.facts.order)
    assert effort.asked[0] == "application"


def test_several_answers_take_their_digits_and_enter() -> None:
    income = make_multi_fact("income", "work", "grant", "parents", "none", alone="none")
    offered = ("work", "grant", "parents", "none")
    assert keys_for(income, offered, (), ("work", "parents")) == ["3", "1", "Return"]
    assert keys_for(income, offered, ("work",), ("work", "grant")) == ["2", "Return"]
    assert keys_for(income, offered, ("work",), ("none",)) == ["4", "Return"], "what stands alone takes its place"
    assert keys_for(income, offered, ("none",), ("work",)) == ["1", "Return"]
    assert keys_for(make_fact("home", "a", "b"), ("a", "b"), ("a",), ("b",)) == ["2"]


def test_letters_lead_to_a_name_by_spelling_it_or_by_the_same_letter_again() -> None:
    names = ["Alter", "Wohnung", "Art des Antrags", "Apostille"]
    assert letters_to(names, 1, "Wohnung", (0, 0)) == "W"
    assert letters_to(names, 3, "Apostille", (0, 0)) == "AP"
    assert letters_to(names, 2, "AAAA", (0, 0)) == "AA"
    assert letters_to(names, 0, "AAAA", (3, 4)) == "A", "round again"
