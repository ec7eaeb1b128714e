"""Rows, fees and assumptions of one matter that can never or always count."""

from collections.abc import Iterator

from counter_app.domain.analysis.insight import Insight, InsightKind
from counter_app.domain.analysis.matter import Matter
from counter_app.domain.knowledge import Knowledge, fact_of
from counter_app.domain.rule import Always, Rule, variables
from counter_app.domain.service import Requirement
from counter_app.domain.slots import german_date
from counter_app.domain.validity import Validity


def row_insights(matter: Matter) -> Iterator[Insight]:
    """Grounds that never hold, always hold without saying so, or belong to the past."""
    for requirement in matter.service.requirements:
        for number, clause in enumerate(requirement.clauses):
            about = ("row", matter.service.id, requirement.document.id, str(number))
            what = f"Die Zeile „{requirement.document.id}“"
            if over := _over(clause.validity, matter):
                yield Insight(InsightKind.ROW_OVER, about, f"{what} {over}")
            elif proof := _never(clause.when, matter):
                yield Insight(InsightKind.ROW_NEVER, about, f"{what} kann sich nie zeigen: {proof}")
            elif proof := _always(clause.when, matter):
                yield Insight(InsightKind.ROW_ALWAYS, about, f"{what} zeigt sich immer: {proof}")
        yield from _together_always(requirement, matter)


def fee_row_insights(matter: Matter) -> Iterator[Insight]:
    """Fees that the matter never costs, always costs without saying so, or cost once."""
    for number, row in enumerate(matter.service.fees):
        about = ("fee", matter.service.id, row.fee.id, str(number))
        what = f"Die Gebühr „{row.fee.id}“"
        if over := _over(row.validity, matter):
            yield Insight(InsightKind.FEE_OVER, about, f"{what} {over}")
        elif proof := _never(row.when, matter):
            yield Insight(InsightKind.FEE_NEVER, about, f"{what} kann nie anfallen: {proof}")
        elif proof := _always(row.when, matter):
            yield Insight(InsightKind.FEE_ALWAYS, about, f"{what} fällt immer an: {proof}")


def free_insights(matter: Matter) -> Iterator[Insight]:
    """A matter without a fee that does not say why, and one that is free and costs something."""
    service, about = matter.service, ("service", matter.service.id)
    if service.free and service.fees:
        fees = ", ".join(row.fee.id for row in service.fees)
        yield Insight(InsightKind.FREE_WITH_FEE, about, f"„{service.id}“ ist „free“ und hat doch Gebühren: {fees}.")
    elif not service.free and (day := next((day for day in matter.days if not service.fees_on(day)), None)):
        since = "" if day == matter.day else f" ab {german_date(day)}"
        detail = f"„{service.id}“ hat{since} keine Gebühr; kostet es nichts, steht der Grund in „free“."
        yield Insight(InsightKind.NO_FEE, about, detail)


def limit_insights(matter: Matter) -> Iterator[Insight]:
    """Values the matter allows although they cannot be there."""
    for fact, values in matter.service.limits.items():
        for value in values:
            if value not in matter.known.values(fact):
                detail = f"Den Wert „{fact} = {value}“ schließen die anderen Werte des Anliegens aus."
                yield Insight(InsightKind.LIMIT_IMPOSSIBLE, ("limit", matter.service.id, fact), detail)


def assumption_insights(matter: Matter) -> Iterator[Insight]:
    """Assumptions that cannot be, because of the limits or of those before them, and those that change nothing."""
    known = matter.known
    for fact, value in matter.service.assumptions.items():
        about = ("assumption", matter.service.id, fact)
        if value not in known.open_values(fact):
            detail = f"Die Annahme „{fact} = {value}“ ist hier unmöglich: {_possible(fact, known)}"
            yield Insight(InsightKind.ASSUMPTION_IMPOSSIBLE, about, detail)
        elif not _matters(fact, matter):
            detail = f"Die Annahme „{fact} = {value}“ ändert in diesem Anliegen nichts; keine Zeile fragt danach."
            yield Insight(InsightKind.ASSUMPTION_IDLE, about, detail)
        known = known.assume(fact, value)


def _over(validity: Validity, matter: Matter) -> str:
    """That something belongs to the past; empty where it does not."""
    if validity.last is None or validity.last >= matter.day:
        return ""
    return f"galt bis {german_date(validity.last)} und zählt nicht mehr."


def _never(rule: Rule, matter: Matter) -> str:
    """The proof that a rule never holds; empty where it can."""
    return f"{matter.never_words(rule)}.{_why(rule, matter)}" if matter.never(rule) else ""


def _always(rule: Rule, matter: Matter) -> str:
    """The proof that a rule always holds without saying so; empty where it does not, or says ``always``."""
    if isinstance(rule, Always) or not matter.always(rule):
        return ""
    return f"{matter.always_words(rule)}; bitte „always“ schreiben.{_why(rule, matter)}"


def _why(rule: Rule, matter: Matter) -> str:
    """The only answers that limits and contradictions leave to the facts of a rule."""
    known = matter.known
    left = {name: known.values(name) for name in variables(rule)}
    narrowed = {name: values for name, values in left.items() if values != known.book.domain(name)}
    if not narrowed:
        return ""
    words = ", ".join(f"{name} = {' / '.join(sorted(values))}" for name, values in narrowed.items())
    return f" Möglich ist hier nur {words}."


def _together_always(requirement: Requirement, matter: Matter) -> Iterator[Insight]:
    """A paper that is always wanted, though each of its grounds alone is a condition."""
    for day in matter.days:
        clauses = requirement.valid_clauses(day)
        rule = requirement.when(day)
        if rule is None or len(clauses) == 1 or any(matter.always(clause.when) for clause in clauses):
            continue
        if matter.always(rule):
            document = requirement.document.id
            about = ("row", matter.service.id, document, str(requirement.clauses.index(clauses[-1])))
            detail = (
                f"Die Zeile „{document}“ zeigt sich immer: {matter.always_words(rule)}, so sagen es ihre "
                f"{len(clauses)} Gründe zusammen; bitte eine Zeile mit „always“ daraus machen."
            )
            yield Insight(InsightKind.ROW_ALWAYS, about, detail)
            return


def _possible(fact: str, known: Knowledge) -> str:
    values = known.open_values(fact)
    return f"Möglich ist nur {', '.join(values)}." if values else "Kein Wert ist mehr möglich."


def _matters(fact: str, matter: Matter) -> bool:
    """Whether a row or fee looks at a fact, or at one that a contradiction ties to it."""
    used = matter.service.facts_used
    if fact in used:
        return True
    touching = matter.known.book.touching
    ties = (limit for name, limits in touching.items() if fact_of(name) == fact for limit in limits)
    return any(fact_of(other) in used for limit in ties for other in limit.names)
