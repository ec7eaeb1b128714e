"""Compares the greatest age of a paper with what its own texts say about it."""

from collections.abc import Iterable, Iterator

from counter_app.content.problems import Problems
from counter_app.content.quotes import ages, old_ages
from counter_app.content.table import Table
from counter_app.domain.document import Age

OF_PAPERS = ("name", "short", "plain", "where", "not_enough", "form_note", "limit")
OF_ROWS = ("note", "hint")


def note_ages(table: Table, age: Age | None, keys: Iterable[str], problems: Problems) -> None:
    """Note texts of a paper or a row that speak of another age than the one that is computed.

    Args:
        age: how old the paper may be; None where it cannot be too old.
        keys: the texts to look at.
    """
    if problems.is_looked_through:
        return
    for key in keys:
        if key in table:
            for is_wrong, complaint in _complaints(table.text(key), age):
                (problems.add if is_wrong else problems.hint)(table.where(key), complaint)


def _complaints(text: str, age: Age | None) -> Iterator[tuple[bool, str]]:
    """What is wrong or deserves a look. A text that names the right age somewhere may name others beside it."""
    said = tuple(old_ages(text))
    if age is None:
        if said:
            yield False, f"Der Text sagt, wie alt die Unterlage sein darf ({said[0].german}); „{_key(said[0])}“ fehlt."
        return
    others = tuple(ages(text))
    if age in others:
        return
    if said:
        yield (
            True,
            f"Der Text sagt, die Unterlage darf {said[0].german} alt sein; {_key(age)} = {age.months or age.days}.",
        )
    elif same_unit := [one for one in others if bool(one.months) is bool(age.months)]:
        yield False, f"Der Text nennt {same_unit[0].german}; {_key(age)} = {age.months or age.days}."


def _key(age: Age) -> str:
    return "max_age_months" if age.months else "max_age_days"
