"""Which matters of a group come first."""

import pytest

from counter_app.content.loader import ContentFolders, read_content
from counter_app.domain.content import Content
from tests.content.copies import edit, line_of

GROUPS = "forms/service_groups.toml"
FIRST = 'first = ["eu_family_card", "eu_permanent"]'


def test_what_most_people_come_for_stands_before_the_rest_and_nothing_is_lost(shipped: Content) -> None:
    for group in shipped.service_groups.values():
        matters = [service.id for service in shipped.matters_of(group)]
        assert tuple(matters[: len(group.first)]) == group.first
        assert sorted(matters) == sorted(one.id for one in shipped.services.values() if one.group.id == group.id)


@pytest.mark.parametrize(
    ("first", "at", "says"),
    [
        ('first = ["eu_permanentt"]', "first", "Meinten Sie „eu_permanent“?"),
        ('first = ["study"]', "group", "„study“ steht in der Gruppe „education“"),
    ],
)
def test_what_cannot_come_first_is_named(folders: ContentFolders, first: str, at: str, says: str) -> None:
    path = folders.path(GROUPS)
    line = edit(path, FIRST, first)
    if at == "group":
        line = line_of(path, 'id = "eu"') - 1
    found = [finding for finding in read_content(folders).findings if finding.where == f"{GROUPS}:{line}"]
    assert [says in finding.detail for finding in found] == [True]
