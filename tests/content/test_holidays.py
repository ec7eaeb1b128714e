"""The shipped holidays, and what is said about broken ones."""

from datetime import date

import pytest

from counter_app.content.loader import ContentFolders, load_content, read_content
from counter_app.domain.calendar import Calendar, DayKind, Land
from counter_app.domain.content import Content
from tests.content.copies import edit, line_of

HOLIDAYS, OFFICE, DOCUMENTS = "forms/holidays.toml", "forms/offices/default.toml", "forms/documents.toml"
EVERYWHERE = [
    date(2026, 1, 1),
    date(2026, 4, 3),
    date(2026, 4, 6),
    date(2026, 5, 1),
    date(2026, 5, 14),
    date(2026, 5, 25),
    date(2026, 10, 3),
    date(2026, 10, 31),
    date(2026, 12, 25),
    date(2026, 12, 26),
]
REPENTANCE, CHILDREN, CORPUS_CHRISTI = date(2026, 11, 18), date(2026, 9, 20), date(2026, 6, 4)
ENTRY = '\n[[holiday]]\nid = "new"\nname = "Neu"\n{}\nconfidence = "low"\nsource = "x"\n'
BOTH = 'lands = ["sachsen", "thueringen"]\n'


def year_of(calendar: Calendar, kind: DayKind) -> list[date]:
    days = (date.fromordinal(number) for number in range(date(2026, 1, 1).toordinal(), date(2027, 1, 1).toordinal()))
    return [day for day in days if (mark := calendar.mark(day)) and mark.kind is kind]


@pytest.mark.parametrize(
    ("land", "own"), [(Land.SACHSEN, {REPENTANCE}), (Land.THUERINGEN, {CHILDREN}), (None, {REPENTANCE, CHILDREN})]
)
def test_the_holidays_of_a_year_are_those_of_the_law(shipped: Content, land: Land | None, own: set[date]) -> None:
    calendar = Calendar(shipped.holidays, land)
    assert year_of(calendar, DayKind.HOLIDAY) == sorted({*EVERYWHERE, *own})
    assert year_of(calendar, DayKind.LOCAL_HOLIDAY) == [CORPUS_CHRISTI]


def test_what_holds_only_in_some_places_says_where(shipped: Content) -> None:
    assert all(holiday.note for holiday in shipped.holidays if holiday.is_local)


def test_the_shipped_office_has_not_said_where_it_is(shipped: Content) -> None:
    assert shipped.office.land is None
    mark = shipped.calendar.mark(REPENTANCE)
    assert mark is not None
    assert (mark.name, mark.lands) == ("Buß- und Bettag", (Land.SACHSEN,))


def test_an_office_names_its_land_and_its_months(folders: ContentFolders) -> None:
    edit(folders.path(OFFICE), 'land = ""', 'land = "thueringen"')
    edit(folders.path(OFFICE), "renewal_months = 3", "renewal_months = 6")
    content = load_content(folders)
    assert (content.office.land, content.office.renewal_months) == (Land.THUERINGEN, 6)
    assert content.calendar.mark(REPENTANCE) is None


def test_an_office_that_says_nothing_gets_the_usual(folders: ContentFolders) -> None:
    edit(folders.path(OFFICE), 'land = ""\n', "")
    edit(folders.path(OFFICE), "renewal_months = 3\n", "")
    office = load_content(folders).office
    assert (office.land, office.renewal_months) == (None, 3)


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (OFFICE, 'land = ""', 'land = "saxony"', "„saxony“"),
        (OFFICE, "renewal_months = 3", "renewal_months = 0", "von 1 bis 999"),
        (DOCUMENTS, "expires = true", 'expires = "yes"', "erwartet true oder false"),
    ],
)
def test_what_an_office_or_a_paper_says_wrongly_is_named(
    folders: ContentFolders, file: str, old: str, new: str, says: str
) -> None:
    line = edit(folders.path(file), old, new)
    found = [finding for finding in read_content(folders).findings if finding.where == f"{file}:{line}"]
    assert [says in finding.detail for finding in found] == [True]


@pytest.mark.parametrize(
    ("lines", "at", "says"),
    [
        (BOTH + 'on = "02-29"', 'on = "02-29"', "die es jedes Jahr gibt"),
        (BOTH + 'on = "31-12"', 'on = "31-12"', "die es jedes Jahr gibt"),
        (BOTH + 'on = "Neujahr"', 'on = "Neujahr"', "die es jedes Jahr gibt"),
        (BOTH + "easter = 400", "easter = 400", "höchstens 100 Tage"),
        (BOTH + 'on = "02-02"\neaster = 3', '[[holiday]]\nid = "new"', "sagt genau eines"),
        (BOTH, '[[holiday]]\nid = "new"', "sagt genau eines"),
        (BOTH + 'on = "02-02"\nweekday = "monday"', '[[holiday]]\nid = "new"', "sagt genau eines"),
        (BOTH + 'weekday = "mittwoch"\nbefore = "11-23"', 'weekday = "mittwoch"', "„mittwoch“"),
        ('lands = []\non = "02-02"', "lands = []", "jedes Land einmal"),
        ('lands = ["sachsen", "sachsen"]\non = "02-02"', 'lands = ["sachsen", "sachsen"]', "jedes Land einmal"),
        ('lands = ["bayern"]\non = "02-02"', 'lands = ["bayern"]', "„bayern“"),
    ],
)
def test_a_broken_holiday_is_named_with_its_line(folders: ContentFolders, lines: str, at: str, says: str) -> None:
    path = folders.path(HOLIDAYS)
    path.write_text(path.read_text(encoding="utf-8") + ENTRY.format(lines), encoding="utf-8")
    findings = read_content(folders).findings
    assert [(finding.where, says in finding.detail) for finding in findings] == [
        (f"{HOLIDAYS}:{line_of(path, at)}", True)
    ]
