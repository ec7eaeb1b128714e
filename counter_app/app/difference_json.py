"""The shape of ``counter-app content diff --json``; documented in ``docs/cli.md``."""

from collections.abc import Callable

from counter_app.app.json_shapes import Json, in_languages
from counter_app.domain.difference import Difference, YearlyAmount
from counter_app.domain.difference.cases import Change, Result
from counter_app.domain.difference.matters import MatterDifference, Turned
from counter_app.domain.difference.rows import Cost, FeeDifference, RowDifference, Wanted
from counter_app.domain.language import GERMAN
from counter_app.domain.text import Text


def difference_json(found: Difference) -> Json:
    """All of it."""
    return {
        "date": found.day.isoformat(),
        "matters_added": [service.id for service in found.added],
        "matters_removed": [service.id for service in found.removed],
        "matters": [_matter(matter) for matter in found.matters],
        "values": [
            {"id": one.id, "name": one.name, "before": _yearly(one.before), "after": _yearly(one.after)}
            for one in found.values
        ],
        "texts": list(found.particulars),
    }


def _matter(found: MatterDifference) -> Json:
    return {
        "id": found.service.id,
        "name": _german(found.service.name),
        "rows": [_row(row) for row in found.rows],
        "fees": [_fee(fee) for fee in found.fees],
        "limits": [_turned(one) for one in found.limits],
        "assumptions": [_turned(one) for one in found.assumptions],
        "texts": list(found.particulars),
        "later": [day.isoformat() for day in found.later],
    }


def _row(found: RowDifference) -> Json:
    changes = [_change(change, _wanted) for change in found.cases.changes]
    return {"id": found.document, **_part(found), "changes": changes}


def _fee(found: FeeDifference) -> Json:
    changes = [_change(change, _cost) for change in found.cases.changes]
    return {"id": found.fee, **_part(found), "changes": changes}


def _part(found: RowDifference | FeeDifference) -> Json:
    return {
        "name": _german(found.name),
        "fate": found.fate.value,
        "cases": found.cases.total,
        "changed": found.cases.changed,
        "is_complete": found.cases.is_complete,
    }


def _change(change: Change[Result], shape: Callable[[Result], Json | None]) -> Json:
    return {
        "before": shape(change.before),
        "after": shape(change.after),
        "cases": change.count,
        "when": None if change.when is None else str(change.when),
        "example": {fact: list(values) for fact, values in change.example.items()},
    }


def _wanted(wanted: Wanted | None) -> Json | None:
    if wanted is None:
        return None
    age = wanted.age
    return {
        "role": wanted.role.value,
        "copies": wanted.copies,
        "max_age_days": age.days if age and age.days else None,
        "max_age_months": age.months if age and age.months else None,
    }


def _cost(cost: Cost | None) -> Json | None:
    if cost is None:
        return None
    return {"amount_eur": f"{cost.eur:.2f}", "norm": cost.norm, "discretion_norm": cost.discretion or None}


def _turned(found: Turned) -> Json:
    return {"fact": found.fact, "before": list(found.before), "after": list(found.after)}


def _yearly(found: YearlyAmount | None) -> Json | None:
    if found is None:
        return None
    amount = None if found.amount is None else f"{found.amount:.2f}"
    return {"amount_eur": amount, "unit": found.unit.value, "norm": found.norm}


def _german(text: Text) -> Json:
    return {**in_languages(text, (GERMAN,))}
