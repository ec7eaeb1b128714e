"""Asking the next best question again and again: it ends, and nothing is asked in vain."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.checklist import Checklist
from counter_app.domain.content import Content
from counter_app.domain.evaluation import Truth
from counter_app.domain.fee import FeeState
from counter_app.domain.question import NextQuestion
from counter_app.domain.service import Service

FEW = settings(max_examples=20)
"""Each example is a whole visit."""


def _asked(
    content: Content, service: Service, choice: st.DataObject
) -> Iterator[tuple[Checklist, NextQuestion | None]]:
    """Every question gets one of the answers that it offers: the list each time, and what it asks next."""
    facts: dict[str, tuple[str, ...]] = {}
    while True:
        made = content.checklists.make(service, facts, content.day)
        question = made.next_question
        yield made, question
        if question is None:
            return
        assert question.fact.id not in facts, "nothing is asked twice"
        facts[question.fact.id] = (choice.draw(st.sampled_from(question.answers), label=question.fact.id),)


@pytest.mark.parametrize("matter", ["study", "spouse_foreigner", "toleration", "travel_refugee"])
@FEW
@given(choice=st.data())
def test_asking_ends_with_a_settled_list_after_no_more_questions_than_there_are_facts(
    content: Content, matter: str, choice: st.DataObject
) -> None:
    service = content.service(matter)
    *asked, (last, _) = _asked(content, service, choice)
    assert len(asked) <= len(service.facts_used)
    assert last.needed(Truth.DEPENDS) == ()
    assert last.fee.state is not FeeState.DEPENDS


@FEW
@given(choice=st.data())
def test_every_answer_that_is_offered_can_be_given_and_says_something(content: Content, choice: st.DataObject) -> None:
    for made, question in _asked(content, content.service("family_german"), choice):
        for answer in question.answers if question else ():
            assert question is not None
            wiser = made.known.tell(question.fact.id, (answer,))
            assert wiser.possible != made.known.possible


@FEW
@given(choice=st.data())
def test_only_what_a_row_or_the_fee_depends_on_is_asked(content: Content, choice: st.DataObject) -> None:
    for made, question in _asked(content, content.service("study"), choice):
        open_facts = {fact for row in made.rows for fact in row.depends_on} | {*made.fee.depends_on}
        assert question is None or question.fact.id in open_facts
