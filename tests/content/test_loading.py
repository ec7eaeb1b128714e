"""The shipped content is sound, comes out the same each time, and never changes."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from types import MappingProxyType

import pytest

from counter_app.content.check import check
from counter_app.content.loader import Reading, load_content, read_content
from counter_app.content.wording import complaints, translation_complaints
from counter_app.domain.content import Content
from counter_app.domain.text import Trust
from counter_app.system.paths import content_folders

FIXED_KINDS = (str, bytes, int, float, Decimal, date, timedelta, Enum, type(None), frozenset)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_content(content_folders())


def test_the_shipped_content_has_no_finding(reading: Reading) -> None:
    assert check(reading) == ()
    assert reading.is_complete


def test_every_file_is_in_the_content(shipped: Content) -> None:
    folders = content_folders()
    assert set(shipped.services) == {path.stem for path in (folders.forms / "services").glob("*.toml")}
    assert set(shipped.sheets) == {path.stem for path in (folders.forms / "sheets").glob("*.toml")}
    assert set(shipped.situations) == {path.stem for path in (folders.phrasebooks / "situations").glob("*.toml")}
    assert {tag for text in shipped.texts.values() for tag in text.translations} == {
        path.stem for path in folders.forms.glob("*.po")
    }


def test_loading_twice_gives_equal_content(shipped: Content, reading: Reading) -> None:
    assert reading.content == shipped
    assert list(reading.content.texts) == list(shipped.texts)
    assert list(reading.content.services) == list(shipped.services)


def test_every_text_knows_its_own_id(shipped: Content) -> None:
    assert all(text.key == key for key, text in shipped.texts.items())


def test_no_shipped_text_breaks_the_rules_of_wording(shipped: Content) -> None:
    for text in shipped.texts.values():
        assert list(complaints(text.german)) == [], text.key
        for tag, translation in text.translations.items():
            if translation.trust is not Trust.OUTDATED:
                assert list(translation_complaints(text.german, translation.text)) == [], (tag, text.key)


def test_nothing_in_the_content_can_be_changed(shipped: Content) -> None:
    assert list(changeable(shipped, "content", set())) == []


def changeable(value: object, path: str, seen: set[int]) -> Iterator[str]:
    """The places of everything that somebody could change."""
    if id(value) in seen:
        return
    seen.add(id(value))
    parts = parts_of(value)
    if parts is None:
        yield path
    else:
        for name, part in parts:
            yield from changeable(part, f"{path}.{name}", seen)


def parts_of(value: object) -> Iterable[tuple[object, object]] | None:
    """What something is made of; None for what can be changed."""
    if isinstance(value, MappingProxyType):
        return value.items()
    if isinstance(value, tuple):
        return enumerate(value)
    if is_dataclass(value) and getattr(value, "__dataclass_params__").frozen:  # noqa: B009 - typeshed does not know it
        return [(field.name, getattr(value, field.name)) for field in fields(value)]
    return () if isinstance(value, FIXED_KINDS) else None


def test_loading_gives_what_reading_found(shipped: Content) -> None:
    assert load_content(content_folders()) == shipped
