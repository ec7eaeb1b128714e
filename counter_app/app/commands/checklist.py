"""``counter-app checklist``."""

from collections.abc import Iterator
from datetime import date

import click

from counter_app.app import arguments
from counter_app.app.commands.shared import (
    date_option,
    echo_json,
    fact_option,
    json_option,
    language_option,
    shipped_content,
)
from counter_app.app.json_shapes import ChecklistJson
from counter_app.domain.checklist import Checklist, Row
from counter_app.domain.content import Content
from counter_app.domain.evaluation import Truth
from counter_app.domain.fact import Asked, FactKind
from counter_app.domain.fee import FeeItem, FeeState
from counter_app.domain.language import GERMAN
from counter_app.domain.process import Process
from counter_app.domain.role import Role
from counter_app.domain.slots import german_amount, german_date
from counter_app.domain.value import Value, ValueStep


@click.command()
@click.argument("service_id", metavar="ANLIEGEN")
@fact_option
@date_option
@language_option
@json_option
def checklist(*, service_id: str, given: tuple[str, ...], day_text: str | None, tag: str, as_json: bool) -> None:
    """Die Unterlagen für ein Anliegen, so genau die Angaben es zulassen."""
    content = shipped_content()
    language = content.language(tag)
    day = arguments.day(day_text, "--date") or date.today()  # noqa: DTZ011 - the office's own calendar
    made = content.checklists.make(content.service(service_id), arguments.facts(given), day)
    if as_json:
        echo_json(ChecklistJson(content, language.tag).shape(made))
        return
    for line in checklist_lines(made, content, language.tag):
        click.echo(line)


def checklist_lines(made: Checklist, content: Content, tag: str) -> Iterator[str]:
    """The list as a clerk reads it, line by line."""
    yield f"{made.service.name.german} · {made.service.law}"
    for watch in made.needs_check:
        yield f"Bitte prüfen, das Gesetz kann seit dem {german_date(watch.first)} anders sein: {watch.text}"
    for row in made.rows:
        if row.needed is not Truth.NO:
            yield from _row_lines(row, made, content, tag)
    yield _fee_line(made, content)
    if made.assumed:
        values = (_fact_value(fact, value, content) for fact, value in made.assumed.items())
        yield f"Angenommen: {'; '.join(values)}"
    if question := made.next_question:
        who = "" if question.fact.asked is Asked.CUSTOMER else " (entscheidet das Amt)"
        text = (question.fact.question or question.fact.label).german
        yield f"Nächste Frage: {text}{who}"
        yield f"  --fact {question.fact.id}={'|'.join(question.answers)}"
    yield from (_value_line(value, step) for value, step in made.values)
    yield from _process_lines(made.service.process)


def _row_lines(row: Row, made: Checklist, content: Content, tag: str) -> Iterator[str]:
    mark = "?" if row.needed is Truth.DEPENDS else " "
    yield f"{row.number:>3}{mark} {row.document.name.german}{_demands(row, content)}   [{row.document.id}]"
    if tag != GERMAN and (translated := row.document.name.in_language(tag)):
        yield f"     {translated}"
    yield f"     {_why(row, content)}"
    yield from (f"     Hinweis: {hint}" for hint in row.hints)
    for group in row.groups:
        numbers = [str(other.number) for other in made.rows if group in other.groups]
        yield f"     {group.name.german}: {group.hint.german} (Nr. {', '.join(numbers)})"


def _demands(row: Row, content: Content) -> str:
    """Who must bring the paper, how many copies, how old: only what is not usual."""
    role = "" if row.role is Role.APPLICANT else content.role(row.role).german
    copies = f"{row.copies} Kopien" if row.copies > 1 else ""
    age = f"höchstens {row.age.german} alt" if row.age else ""
    return "".join(f" · {said}" for said in (role, copies, age) if said)


def _why(row: Row, content: Content) -> str:
    if row.needed is Truth.DEPENDS:
        return f"hängt ab von: {_fact_names(row.depends_on, content)}"
    reasons = "; ".join(content.reason_text(reason).german for reason in row.because)
    return f"weil: {reasons or 'immer'}"


def _fact_names(facts: tuple[str, ...], content: Content) -> str:
    return ", ".join(content.facts[fact].label.german for fact in facts)


def _fact_value(fact_id: str, value: str, content: Content) -> str:
    fact = content.facts[fact_id]
    return f"{fact.label.german}: {fact.value(value).tile.german}" if fact.kind is not FactKind.SETTING else fact_id


def _fee_line(made: Checklist, content: Content) -> str:
    fee = made.fee
    items = ", ".join(map(_fee_item, fee.items))
    match fee.state:
        case FeeState.NONE:
            return "Gebühr: keine"
        case FeeState.DEPENDS:
            names = _fact_names(fee.depends_on, content)
            return f"Gebühr: hängt ab von: {names}{f'; sicher: {items}' if items else ''}"
        case FeeState.OFFICE_DECIDES:
            return f"Gebühr: Das Amt kann sie senken oder erlassen. Sonst: {items}"
        case FeeState.KNOWN:
            total = german_amount(fee.total) if fee.total is not None else ""
            return f"Gebühr: {total} · {items}"


def _fee_item(item: FeeItem) -> str:
    note = f"; {item.fee.note}" if item.fee.note else ""
    lowered = f"; senken: {item.charge.discretion.norm}" if item.charge.discretion else ""
    return f"{item.fee.name.german} {german_amount(item.charge.eur)} ({item.charge.norm}{lowered}{note})"


def _value_line(value: Value, step: ValueStep) -> str:
    amount = "nicht bekannt" if step.amount is None else f"{german_amount(step.amount)} {value.unit.german}"
    note = f"; {step.note}" if step.note else ""
    return f"{value.name}: {amount} ({step.norm}{note})"


def _process_lines(process: Process) -> Iterator[str]:
    yield f"{process.name.german}: {process.duration.german}"
    for number, step in enumerate(process.steps, start=1):
        yield f"{number:>3}  {step.text.german}"
