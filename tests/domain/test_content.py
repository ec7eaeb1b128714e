"""The snapshot of all content."""

from dataclasses import replace

import pytest

from counter_app.domain.content import Content
from counter_app.domain.errors import UnknownName
from counter_app.domain.evaluation import Reason
from counter_app.domain.text import Translation, Trust


@pytest.mark.parametrize("kind", ["language", "service", "document", "sheet"])
def test_what_does_not_exist_is_named_with_its_kind(content: Content, kind: str) -> None:
    german = {"language": "Sprache", "service": "Anliegen", "document": "Unterlage", "sheet": "Blatt"}[kind]
    with pytest.raises(UnknownName, match=f"^„xx“ gibt es nicht als {german}"):
        getattr(content, kind)("xx")


def test_what_exists_is_found(content: Content) -> None:
    assert content.language("de") is content.german
    assert content.service("study").id == "study"
    assert content.document("pass").id == "pass"
    assert content.sheet("missing").id == "missing"


def test_the_checklists_use_the_settings_of_the_office(content: Content) -> None:
    assert content.checklists.settings == content.office.settings
    assert content.office in content.offices.values()


def test_a_reason_reads_as_fact_and_answers(content: Content) -> None:
    assert content.reason_text(Reason("income", ("employed",)), "de") == "Einkommen: Ich arbeite"
    several = content.reason_text(Reason("health", ("statutory", "none")), "de")
    assert several == "Krankenversicherung: Gesetzliche Krankenkasse / Keine Versicherung"


def test_a_setting_of_the_office_is_not_explained_to_the_customer(content: Content) -> None:
    setting = next(fact for fact in content.facts.facts.values() if fact.id.startswith("office_"))
    assert content.reason_text(Reason(setting.id, ("yes",)), "de") == content.labels["label/office_asks"].german


def test_a_reason_without_every_translation_is_left_out(content: Content) -> None:
    health = content.facts["health"]
    label = replace(health.label, translations={"xx": Translation("H", Trust.DRAFT)})
    halfway = replace(health, label=label)
    facts = replace(content.facts, facts={**content.facts.facts, "health": halfway})
    assert replace(content, facts=facts).reason_text(Reason("health", ("none",)), "xx") == ""
    assert content.reason_text(Reason("health", ("none",)), "xx") == ""


def test_the_phrases_come_situation_by_situation(content: Content) -> None:
    assert [phrase.situation for phrase in content.phrases] == [
        situation.id for situation in content.situations.values() for _ in situation.phrases
    ]
