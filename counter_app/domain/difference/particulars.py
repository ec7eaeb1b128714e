"""Everything content says that no rule decides: texts, notes, sources, forms of papers, by id."""

from collections.abc import Iterator

from counter_app.domain.content import Content
from counter_app.domain.fact import FactBook
from counter_app.domain.office import Office
from counter_app.domain.service import Requirement, Service

Particular = tuple[str, object]
"""An id, e.g. ``service/study/law``, and what stands there; compared, never shown."""

_OF_MATTERS = ("law", "who", "notes", "application_forms", "confidence", "sources", "words")
_OF_PAPERS = ("forms", "form_note", "limit", "confidence", "source")
_OF_FEES = ("note", "confidence", "source")
_OF_RELIEFS = ("name", "note", "confidence", "source")


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
        yield from _fields(f"document/{document.id}", document, _OF_PAPERS)
    yield from _of_fees(content)
    for group in content.groups:
        yield f"one_of/{group.id}/papers", (group.documents, group.services)
    for watch in content.watches.values():
        yield f"watch/{watch.id}", (watch.first, watch.text, tuple(sorted(watch.services)), watch.source)
    yield from _of_facts(content.facts)
    yield from (one for office in content.offices.values() for one in _of_office(office))


def _of_matter(service: Service) -> Iterator[Particular]:
    prefix = f"service/{service.id}"
    yield from _fields(prefix, service, _OF_MATTERS)
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
        yield from _fields(f"fee/{fee.id}", fee, _OF_FEES)
        for relief in fee.reliefs:
            yield from _fields(f"relief/{relief.id}", relief, _OF_RELIEFS)


def _of_facts(book: FactBook) -> Iterator[Particular]:
    for fact in book.facts.values():
        rule = None if fact.rule is None else str(fact.rule)
        answers = tuple((value.id, value.alone) for value in fact.values)
        yield f"fact/{fact.id}/answers", (fact.kind, fact.asked, answers, rule, fact.default)
    for contradiction in book.contradictions:
        yield f"contradiction/{contradiction.id}", (contradiction.rule, contradiction.text)


def _of_office(office: Office) -> Iterator[Particular]:
    for name, value in office.settings.items():
        yield f"setting/{name}", value


def _fields(prefix: str, thing: object, names: tuple[str, ...]) -> Iterator[Particular]:
    return ((f"{prefix}/{name}", getattr(thing, name)) for name in names)
