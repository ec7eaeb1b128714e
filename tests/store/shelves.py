"""Small content for stores."""

from datetime import date

from counter_app.domain.record import Catalogue, EntryRecord, Records, Review, TranslationRecord

FIRST, SECOND = "1" * 64, "2" * 64
"""Fingerprints of two states of the content."""


def make_records(word: str = "Pass", *tags: str) -> Records:
    """Two files and some languages; the word stands in all of them."""
    entries = (
        EntryRecord("forms/content.toml", "", 0, {"date": {"$day": "2026-11-22"}}),
        EntryRecord("forms/documents.toml", "", 0, {}),
        EntryRecord(
            "forms/documents.toml", "document/pass", 1, {"id": "pass", "name": word, "form": ["copy"], "x": 1.5}
        ),
        EntryRecord("forms/documents.toml", "document/foto", 2, {"id": "foto", "name": f"{word}bild", "alone": True}),
    )
    review = Review("A. Muster", date(2026, 10, 1), "0123abcd")
    return Records(
        entries,
        tuple(
            Catalogue.of(
                tag,
                [
                    TranslationRecord("document/pass/name", word, "", f"{word} {tag}", review=review),
                    TranslationRecord("document/foto/name", f"{word}bild", "Bild", "صورة", is_fuzzy=True),
                ],
            )
            for tag in tags or ("ar", "en")
        ),
    )
