"""Small real objects of the trade: each maker takes only what the test is about."""

from collections.abc import Mapping
from decimal import Decimal

from counter_app.domain.document import Age, Confidence, Document, Form, OneOf
from counter_app.domain.fact import Asked, Contradiction, Fact, FactBook, FactKind, FactValue
from counter_app.domain.fee import Amount, Fee, Relief, ServiceFee
from counter_app.domain.phrase import Phrase, PhraseClass, Speaker
from counter_app.domain.process import Process, ProcessStep
from counter_app.domain.role import Role
from counter_app.domain.rule import NO, YES
from counter_app.domain.rule_parser import parse_rule
from counter_app.domain.service import Clause, Requirement, Service, ServiceGroup
from counter_app.domain.text import Text, Translation, Trust
from counter_app.domain.validity import Validity

ALWAYS = Validity()


def make_text(german: str, key: str = "", **translations: str) -> Text:
    """A text with reviewed translations, by language tag."""
    return Text(key or german, german, {tag: Translation(text, Trust.REVIEWED) for tag, text in translations.items()})


def make_fact(
    fact_id: str,
    *values: str,
    kind: FactKind | None = None,
    rule: str = "",
    alone: str = "",
    default: str = NO,
) -> Fact:
    """A fact asked at the counter: yes or no without values, a choice with values, derived with a rule."""
    usual = FactKind.CHOICE if values else FactKind.DERIVED if rule else FactKind.YES_NO
    text = make_text(fact_id)
    return Fact(
        fact_id,
        kind or usual,
        Asked.CUSTOMER,
        text,
        None if rule else text,
        tuple(FactValue(value, make_text(value), value == alone) for value in values or (YES, NO)),
        parse_rule(rule) if rule else None,
        default,
    )


def make_multi_fact(fact_id: str, *values: str, alone: str = "") -> Fact:
    """A fact that takes several values."""
    return make_fact(fact_id, *values, kind=FactKind.MULTI_CHOICE, alone=alone)


def make_setting(fact_id: str, default: str = NO) -> Fact:
    """Something the office decides once."""
    return make_fact(fact_id, kind=FactKind.SETTING, default=default)


def make_book(*facts: Fact, contradictions: Mapping[str, str] | None = None) -> FactBook:
    """A fact book; contradictions as rule to the text the clerk reads."""
    return FactBook(
        {fact.id: fact for fact in facts},
        tuple(
            Contradiction(f"contradiction_{number}", parse_rule(rule), text)
            for number, (rule, text) in enumerate((contradictions or {}).items())
        ),
    )


def make_document(document_id: str, role: Role = Role.APPLICANT, age: Age | None = None, copies: int = 1) -> Document:
    """A paper."""
    name, forms = make_text(document_id), (Form.ORIGINAL,)
    return Document(document_id, name, name, name, None, None, forms, "", "", Confidence.HIGH, "", role, age, copies)


def make_group(group_id: str, *documents: str, services: tuple[str, ...] = ()) -> OneOf:
    """Papers of which any one is enough."""
    return OneOf(group_id, make_text(group_id), make_text(group_id), documents, services)


def make_clause(when: str, note: str = "", validity: Validity = ALWAYS) -> Clause:
    """One ground on which a paper is wanted."""
    return Clause(parse_rule(when), make_text(note) if note else None, "", validity, Confidence.HIGH, "")


def make_row(document_id: str, *clauses: Clause | str) -> Requirement:
    """One row: a paper and the grounds for it, as clauses or just as rules."""
    grounds = (make_clause(clause) if isinstance(clause, str) else clause for clause in clauses)
    return Requirement(make_document(document_id), tuple(grounds))


def make_relief(when: str, eur: str | None, norm: str = "§ 53") -> Relief:
    """Who pays less; without an amount the office decides."""
    price = None if eur is None else Decimal(eur)
    return Relief(f"relief_{when}", "", parse_rule(when), price, norm, Confidence.HIGH, "", "")


def make_fee(*amounts: tuple[str, str], reliefs: tuple[Relief, ...] = (), when: str = "always") -> ServiceFee:
    """A fee a matter can cost: amounts as (rule, euros), the first that holds counts."""
    prices = tuple(Amount(parse_rule(rule), Decimal(eur)) for rule, eur in amounts)
    fee = Fee(f"fee_{when}", make_text("Gebühr"), "§ 45", prices, reliefs, "", Confidence.HIGH, "")
    return ServiceFee(fee, parse_rule(when))


def make_process(process_id: str = "card", *steps: str) -> Process:
    """How a matter goes on."""
    name = make_text(process_id)
    return Process(process_id, name, name, tuple(ProcessStep(s, make_text(s)) for s in steps), Confidence.HIGH, "")


def make_service(
    *rows: Requirement,
    service_id: str = "study",
    fees: tuple[ServiceFee, ...] = (),
    assumptions: Mapping[str, str] | None = None,
    limits: Mapping[str, tuple[str, ...]] | None = None,
) -> Service:
    """A matter with its rows."""
    return Service(
        id=service_id,
        group=ServiceGroup("stay", make_text("Aufenthalt")),
        name=make_text(service_id),
        plain=make_text(service_id),
        law="",
        who="",
        words=(),
        notes="",
        application_forms="",
        process=make_process(),
        confidence=Confidence.HIGH,
        sources=(),
        assumptions=assumptions or {},
        limits=limits or {},
        requirements=rows,
        fees=fees,
        cases=(),
    )


def make_phrase(phrase_id: str, german: str, *words: str) -> Phrase:
    """A sentence of the staff with its everyday words."""
    return Phrase(phrase_id, "form", Speaker.STAFF, PhraseClass.TALK, make_text(german, phrase_id), words)
