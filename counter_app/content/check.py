"""What the single files cannot see: whether matters, cases and questions fit together."""

from collections.abc import Iterator

from counter_app.content.loader import Reading
from counter_app.content.problems import Finding
from counter_app.domain.content import Content
from counter_app.domain.errors import CounterError
from counter_app.domain.evaluation import Truth
from counter_app.domain.fee import FeeState
from counter_app.domain.knowledge import Knowledge
from counter_app.domain.service import Service, TypicalCase

FEWEST_CASES, MOST_CASES = 2, 6
MOST_COMBINATIONS = 4096
"""Cases one row may tell apart; more cannot be gone through while somebody waits."""


def check(reading: Reading) -> tuple[Finding, ...]:
    """Everything that is wrong: in the files, and between them."""
    return (*reading.findings, *_crossing(reading.content))


def _crossing(content: Content) -> Iterator[Finding]:
    for service in content.services.values():
        where = f"forms/services/{service.id}.toml"
        yield from (Finding(where, detail) for detail in _service_complaints(service, content))


def _service_complaints(service: Service, content: Content) -> Iterator[str]:
    if not FEWEST_CASES <= len(service.cases) <= MOST_CASES:
        yield f"Ein Anliegen hat {FEWEST_CASES} bis {MOST_CASES} typische Fälle, hier sind es {len(service.cases)}."
    for case in service.cases:
        yield from _case_complaints(case, service, content)
    nothing = Knowledge.nothing(content.facts, service.limits).settled_by_office(content.office.settings)
    for requirement in service.requirements:
        rules = [clause.when for clause in requirement.clauses]
        if (count := nothing.count_cases(rules)) > MOST_COMBINATIONS:
            row = requirement.document.id
            yield f"Die Zeile „{row}“ unterscheidet {count} Fälle; höchstens {MOST_COMBINATIONS} sind möglich."


def _case_complaints(case: TypicalCase, service: Service, content: Content) -> Iterator[str]:
    try:
        checklist = content.checklists.make(service, case.facts, content.day)
    except CounterError as error:
        yield f"Typischer Fall „{case.name}“: {error.detail}"
        return
    open_rows = [row for row in checklist.rows if row.needed is Truth.DEPENDS]
    if open_rows:
        facts = ", ".join(dict.fromkeys(fact for row in open_rows for fact in row.depends_on))
        yield f"Typischer Fall „{case.name}“: Es bleibt offen: {facts}."
    if checklist.fee.state is FeeState.DEPENDS:
        yield f"Typischer Fall „{case.name}“: Die Gebühr hängt noch ab von {', '.join(checklist.fee.depends_on)}."
