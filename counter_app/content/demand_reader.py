"""Reads who must bring a paper, how old it may be and how many copies are wanted: of papers, and of single rows."""

from counter_app.content.table import Table
from counter_app.domain.document import Age
from counter_app.domain.errors import ContentError
from counter_app.domain.role import Role

MONTHS, DAYS = "max_age_months", "max_age_days"


def role_of(table: Table) -> Role | None:
    """Who must bring or make it, if the table says so."""
    return table.choice("role", Role) if "role" in table else None


def age_of(table: Table) -> Age | None:
    """How old it may be on the day of the appointment, if the table says so."""
    has_months, has_days = MONTHS in table, DAYS in table
    if has_months and has_days:
        detail = f"Das Alter steht doppelt da; erwartet „{MONTHS}“ oder „{DAYS}“."
        raise ContentError(detail, table.where(DAYS))
    if has_months:
        return Age(months=_count(table, MONTHS))
    return Age(days=_count(table, DAYS)) if has_days else None


def copies_of(table: Table) -> int | None:
    """How many copies are wanted, if the table says so."""
    return _count(table, "copies") if "copies" in table else None


def renewal_months_of(table: Table) -> int | None:
    """How many months before a card ends the office wants the application for the next one, if it says so."""
    return _count(table, "renewal_months") if "renewal_months" in table else None


def _count(table: Table, key: str) -> int:
    count = table.whole(key)
    if not 1 <= count <= 999:  # noqa: PLR2004 - more is a typing error
        detail = f"„{key} = {count}“ ist falsch; erwartet eine ganze Zahl von 1 bis 999."
        raise ContentError(detail, table.where(key))
    return count
