"""Coverage says how far each language is, and its counts add up."""

from counter_app.content.coverage import coverage
from counter_app.content.loader import ContentFolders, load_content
from counter_app.domain.content import Content
from counter_app.domain.record import review_mark
from counter_app.domain.text import Trust
from tests.content.copies import KEPT_LANGUAGE, edit


def test_the_states_add_up_to_all_texts_in_every_language_but_german(shipped: Content) -> None:
    found = coverage(shipped)
    assert list(found) == [tag for tag in shipped.languages if tag != "de"]
    for one in found.values():
        assert list(one.by_trust) == list(Trust)
        assert sum(one.by_trust.values()) == one.total == len(shipped.texts)


def test_one_text_more_in_a_state_is_one_less_in_another(folders: ContentFolders) -> None:
    before = coverage(load_content(folders))["en"].by_trust
    english = folders.forms / "en.po"
    mark = review_mark("Pass", "Passport")
    edit(english, 'msgctxt "document/pass/short"', f'# reviewed: A, 2026-01-02, {mark}\nmsgctxt "document/pass/short"')
    edit(english, 'msgstr "Passport or passport substitute"', 'msgstr ""')
    edit(english, 'msgid "Ein Foto vom Pass genügt nicht."', 'msgid "Ein Foto genügt nicht."')
    after = coverage(load_content(folders))["en"].by_trust
    assert {trust: after[trust] - before[trust] for trust in Trust} == {
        Trust.MISSING: 1,
        Trust.OUTDATED: 1,
        Trust.DRAFT: -3,
        Trust.REVIEWED: 1,
    }


def test_a_language_that_nothing_is_translated_into_is_not_counted(folders: ContentFolders) -> None:
    assert list(coverage(load_content(folders))) == [KEPT_LANGUAGE]
