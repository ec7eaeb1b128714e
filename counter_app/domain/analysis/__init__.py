"""Exact analysis of all content: every finding is proven over all cases, or shown by one of them; nothing is sampled.

Only single rules are gone through, over their own facts, with everything that the limits of the matter and the
contradictions leave open. Settings of the office count in both ways: an office may change them.
"""

from collections.abc import Iterator
from datetime import date

from counter_app.domain.analysis.facts import fact_insights
from counter_app.domain.analysis.fees import fee_insights
from counter_app.domain.analysis.groups import group_insights
from counter_app.domain.analysis.insight import Insight, InsightKind
from counter_app.domain.analysis.matter import Matter
from counter_app.domain.analysis.rows import (
    assumption_insights,
    fee_row_insights,
    free_insights,
    limit_insights,
    row_insights,
)
from counter_app.domain.analysis.time import time_insights
from counter_app.domain.content import Content
from counter_app.domain.errors import FactError


def analysed(content: Content, day: date) -> tuple[Insight, ...]:
    """Everything that can be found out about rules, fees and limits.

    Args:
        day: the day from which on the law is looked at: rows that count later count, too.
    """
    return tuple(_insights(content, day))


def _insights(content: Content, day: date) -> Iterator[Insight]:
    yield from fact_insights(content.facts, content.services.values())
    matters = []
    for service in content.services.values():
        try:
            matters.append(Matter.of(service, content.facts, day))
        except FactError as error:
            detail = f"Die Werte von „{service.id}“ schließen sich aus; kein Fall ist möglich. {error.detail}"
            yield Insight(InsightKind.LIMITS_CLASH, ("service", service.id), detail)
    for matter in matters:
        yield from row_insights(matter)
        yield from fee_row_insights(matter)
        yield from free_insights(matter)
        yield from limit_insights(matter)
        yield from assumption_insights(matter)
    yield from group_insights(content.groups, matters)
    yield from fee_insights(matters, day)
    yield from time_insights(content, day)
