"""The shapes of ``--json``; documented in ``docs/cli.md`` and tested, because scripts rely on them."""

from collections.abc import Iterable

from counter_app.content.coverage import Coverage
from counter_app.domain.checklist import Checklist, Row
from counter_app.domain.content import Content
from counter_app.domain.document import Age
from counter_app.domain.evaluation import Reason
from counter_app.domain.fact import Fact
from counter_app.domain.fee import FeeResult
from counter_app.domain.language import GERMAN
from counter_app.domain.phrase import Phrase
from counter_app.domain.question import NextQuestion
from counter_app.domain.text import Text
from counter_app.domain.value import Value, ValueStep
from counter_app.domain.visit import Visit

Json = dict[str, object]


def in_languages(text: Text, tags: Iterable[str]) -> dict[str, str]:
    """A text by language tag; missing translations are left out."""
    return {tag: found for tag in tags if (found := text.in_language(tag))}


def services_json(content: Content) -> Json:
    """``counter-app services --json``."""
    return {
        "services": [
            {
                "id": service.id,
                "name": in_languages(service.name, content.languages),
                "law": service.law,
                "group": service.group.id,
            }
            for service in content.services.values()
        ]
    }


def sheets_json(content: Content) -> Json:
    """``counter-app sheets --json``."""
    return {
        "sheets": [
            {
                "id": sheet.id,
                "title": in_languages(sheet.title, content.languages),
                "needs_service": sheet.needs_matter,
                "needs_missing": sheet.needs_missing,
                "is_for_everyone": sheet.is_for_everyone,
            }
            for sheet in content.sheets.values()
        ]
    }


def phrase_json(phrase: Phrase, tag: str) -> Json:
    """One phrase in German and one other language."""
    tags = dict.fromkeys((GERMAN, tag))
    return {
        "id": phrase.id,
        "text": in_languages(phrase.text, tags),
        "situation": phrase.situation,
        "trust": phrase.text.trust(tag).value,
    }


def coverage_json(found: dict[str, Coverage]) -> Json:
    """``counter-app content coverage --json``."""
    return {
        "languages": {
            tag: {"total": one.total, **{trust.value: count for trust, count in one.by_trust.items()}}
            for tag, one in found.items()
        }
    }


def visit_json(visit: Visit) -> Json:
    """``visit.json`` of ``counter-app demo``: how the visit stood at its end."""
    case = visit.case
    rows = [
        {
            "number": row.number,
            "id": row.document.id,
            "state": row.tick.state.value,
            "reason": row.tick.reason or None,
        }
        for row in visit.rows
    ]
    return {
        "language": visit.language,
        "service": case.service.id if case.service else None,
        "facts": {fact: list(values) for fact, values in case.facts.items()},
        "rows": rows,
        "deadline": case.deadline.isoformat() if case.deadline else None,
        "appointment": case.appointment.start.isoformat() if case.appointment else None,
        "room": case.appointment.room if case.appointment else None,
        "is_printed": visit.printed == visit.slip,
    }


class ChecklistJson:
    """``counter-app checklist --json`` in German and one other language."""

    def __init__(self, content: Content, tag: str) -> None:
        self._content = content
        self._tags = tuple(dict.fromkeys((GERMAN, tag)))

    def shape(self, checklist: Checklist) -> Json:
        """The whole list."""
        return {
            "service": checklist.service.id,
            "date": checklist.day.isoformat(),
            "documents": [self._row(row) for row in checklist.rows],
            "fee": self._fee(checklist.fee),
            "assumed": dict(checklist.assumed),
            "next_question": self._question(checklist.next_question),
            "needs_check": [
                {"id": watch.id, "from": watch.first.isoformat(), "text": watch.text} for watch in checklist.needs_check
            ],
            "values": [_value(value, step) for value, step in checklist.values],
        }

    def _row(self, row: Row) -> Json:
        return {
            "number": row.number,
            "id": row.document.id,
            "name": in_languages(row.document.name, self._tags),
            "needed": row.needed.value,
            "because": self._because(row.because),
            "depends_on": list(row.depends_on),
            "form": [form.value for form in row.document.forms],
            "limit": row.document.limit,
            "role": row.role.value,
            "copies": row.copies,
            "max_age": _max_age(row.age),
            "group": row.groups[0].id if row.groups else None,
            "groups": [group.id for group in row.groups],
        }

    def _fee(self, fee: FeeResult) -> Json:
        return {
            "state": fee.state.value,
            "total_eur": None if fee.total is None else f"{fee.total:.2f}",
            "items": [
                {
                    "id": item.fee.id,
                    "amount_eur": f"{item.charge.eur:.2f}",
                    "norm": item.charge.norm,
                    "discretion_norm": item.charge.discretion.norm if item.charge.discretion else None,
                    "because": self._because(item.because),
                }
                for item in fee.items
            ],
            "depends_on": list(fee.depends_on),
        }

    def _because(self, reasons: Iterable[Reason]) -> list[Json]:
        return [
            {
                "fact": reason.fact,
                "values": list(reason.values),
                "text": in_languages(self._content.reason_text(reason), self._tags),
            }
            for reason in reasons
        ]

    def _question(self, question: NextQuestion | None) -> Json | None:
        if question is None:
            return None
        return {
            "fact": question.fact.id,
            "asked": question.fact.asked.value,
            "text": self._question_text(question.fact),
            "answers": [
                {"value": value, "text": in_languages(question.fact.value(value).tile, self._tags)}
                for value in question.answers
            ],
        }

    def _question_text(self, fact: Fact) -> dict[str, str]:
        return in_languages(fact.question or fact.label, self._tags)


def _max_age(age: Age | None) -> Json | None:
    if age is None:
        return None
    return {"days": age.days} if age.days else {"months": age.months}


def _value(value: Value, step: ValueStep) -> Json:
    amount = None if step.amount is None else f"{step.amount:.2f}"
    return {"id": value.id, "name": value.name, "amount": amount, "unit": value.unit.value, "norm": step.norm}
