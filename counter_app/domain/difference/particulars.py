"""Everything content says that no rule decides: texts, notes, sources, forms of papers, by id.

Things are compared field by field; only what is told elsewhere is named, so that a field to come is not forgotten.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from counter_app.domain.content import Content
from counter_app.domain.fact import FactBook
from counter_app.domain.fee import Fee
from counter_app.domain.rule import Rule
from counter_app.domain.service import Requirement, Service
from counter_app.domain.text import Text
from counter_app.domain.value import Value

Particular = tuple[str, object]
"""An id, e.g. ``service/study/law``, and what stands there; compared, never shown."""

_MATTERS_ELSEWHERE = {
    "id", "group", "process", "assumptions", "limits", "requirements", "fees", "cases", "yearly_values", "watches",
}  # fmt: skip
_PAPERS_ELSEWHERE = {"id", "role", "age", "copies"}
_FEES_ELSEWHERE = {"id", "norm", "amounts", "reliefs"}
_RELIEFS_ELSEWHERE = {"id", "when", "eur", "norm", "validity"}
_OFFICES_ELSEWHERE = {"id", "settings"}


def changed_particulars(old: Content, new: Content) -> tuple[str, ...]:
    """The ids of all that came, went or reads otherwise, in order."""
    before, after = dict(_particulars(old)), dict(_particulars(new))
    ids = sorted({*before, *after})
    return tuple(name for name in ids if before.get(name) != after.get(name))


def of_matter(ids: tuple[str, ...], service_id: str) -> tuple[str, ...]:
    """Those that stand in the file of a matter."""
    return tuple(name for name in ids if name.startswith(f"service/{service_id}/"))


def _particulars(content: Content) -> Iterator[Particular]:
    yield from ((key, text.german) for key, text in content.texts.items())
    for service in content.services.values():
        yield from _of_matter(service)
    for document in content.documents.values():
        yield from _fields(f"document/{document.id}", document, _PAPERS_ELSEWHERE)
    yield from _of_fees(content)
    for group in content.groups:
        yield from _fields(f"one_of/{group.id}", group, {"id"})
    for process in content.processes.values():
        yield from _fields(f"process/{process.id}", process, {"id"})
    for value in content.values.values():
        yield from _of_value(value)
    yield from _of_facts(content.facts)
    yield from _of_offices(content)
    yield from ((f"watch/{one.id}", _plain(one)) for one in content.watches.values())
    yield from ((f"sheet/{one.id}", _plain(one)) for one in content.sheets.values())
    yield from ((f"situation/{one.id}", _plain(one)) for one in content.situations.values())
    yield from ((f"holiday/{one.id}", _plain(one)) for one in content.holidays)


def _of_matter(service: Service) -> Iterator[Particular]:
    prefix = f"service/{service.id}"
    yield from _fields(prefix, service, _MATTERS_ELSEWHERE)
    yield f"{prefix}/group", service.group.id
    yield f"{prefix}/process", service.process.id
    yield f"{prefix}/yearly_values", tuple(value.id for value in service.yearly_values)
    for case in service.cases:
        yield f"{prefix}/case/{case.name}", dict(case.facts)
    yield from (_of_row(f"{prefix}/{row.document.id}", row) for row in service.requirements)


def _of_row(prefix: str, row: Requirement) -> Particular:
    said = tuple((one.note.key if one.note else "", one.hint, one.confidence, one.source) for one in row.clauses)
    return f"{prefix}/grounds", said


def _of_fees(content: Content) -> Iterator[Particular]:
    fees = {row.fee.id: row.fee for service in content.services.values() for row in service.fees}
    for fee in fees.values():
        yield from _fields(f"fee/{fee.id}", fee, _FEES_ELSEWHERE)
        for relief in fee.reliefs:
            yield from _fields(f"relief/{relief.id}", relief, _RELIEFS_ELSEWHERE)


def _of_value(value: Value) -> Iterator[Particular]:
    """What it is called, and how sure its steps are; amounts of a day are compared as such."""
    yield f"value/{value.id}/name", value.name
    for step in value.steps:
        yield f"value/{value.id}/{step.validity.first or 'always'}", (step.confidence, step.source, step.note)


def _of_facts(book: FactBook) -> Iterator[Particular]:
    for fact in book.facts.values():
        yield from _fields(f"fact/{fact.id}", fact, {"id"})
        yield from ((value.tile.key, value.tile.german) for value in fact.values)
    for contradiction in book.contradictions:
        yield f"contradiction/{contradiction.id}", (contradiction.rule, contradiction.text)


def _of_offices(content: Content) -> Iterator[Particular]:
    for office in content.offices.values():
        yield from _fields(f"office/{office.id}", office, _OFFICES_ELSEWHERE)
        yield from ((f"setting/{name}", value) for name, value in office.settings.items())


def _fields(prefix: str, thing: object, told_elsewhere: set[str]) -> Iterator[Particular]:
    """The fields of a thing; that of a text has the id of the text."""
    if is_dataclass(thing):
        for field in fields(thing):
            if field.name not in told_elsewhere:
                value = getattr(thing, field.name)
                yield f"{prefix}/{field.name}", value.german if isinstance(value, Text) else _plain(value)


def _plain(value: object) -> object:
    """A value with all that is in it; texts and fees only by their ids, as they are told by themselves."""
    if isinstance(value, Text):
        return value.key
    if isinstance(value, Fee):
        return value.id
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, Rule):
        return type(value), [_plain(getattr(value, field.name)) for field in fields(value)]
    return value
