"""The snapshot of all content."""

import pytest

from counter_app.domain.content import Content
from counter_app.domain.errors import UnknownName
from counter_app.domain.evaluation import Reason
from counter_app.domain.fact import FactKind


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


@pytest.mark.parametrize(
    ("fact", "values", "text"),
    [
        ("income", ("employed",), "Ich arbeite"),
        ("health", ("statutory", "none"), "Gesetzliche Krankenkasse / Keine Versicherung"),
        ("enrolled", ("yes",), "Eingeschrieben"),
        ("enrolled", ("no",), "Eingeschrieben: Nein"),
        ("host_german", ("no",), "Anderer Pass"),
        ("income", (), "Einkommen: Nein"),
    ],
)
def test_a_reason_reads_as_both_sides_say_it(content: Content, fact: str, values: tuple[str, ...], text: str) -> None:
    assert content.reason_text(Reason(fact, values)).german == text


def test_a_setting_of_the_office_is_not_explained_to_the_customer(content: Content) -> None:
    setting = next(fact for fact in content.facts.facts.values() if fact.kind is FactKind.SETTING)
    assert content.reason_text(Reason(setting.id, ("yes",))) == content.labels["label/office_asks"]


def test_the_phrases_come_situation_by_situation(content: Content) -> None:
    assert [phrase.situation for phrase in content.phrases] == [
        situation.id for situation in content.situations.values() for _ in situation.phrases
    ]
