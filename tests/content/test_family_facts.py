"""What is said of a family as a whole, and what is asked of everybody; and what is said about mistakes in that."""

import pytest

from counter_app.content.loader import ContentFolders, read_content
from counter_app.domain.content import Content
from counter_app.domain.role import Role
from tests.content.copies import edit

HOUSING = 'id = "housing"\nkind = "choice"\nasked = "customer"\nshared = true\n'


def test_a_family_lives_in_one_flat_and_a_child_is_asked_for_its_age(shipped: Content) -> None:
    assert {"housing", "address_changed", "reference"} <= {*shipped.facts.shared}
    assert shipped.facts["age_band"].ask_always == {Role.CHILD}
    assert not {"income", "married", "age_band", "passport", "role"} & {*shipped.facts.shared}


def test_a_fact_that_says_nothing_about_it_is_said_of_one_person(folders: ContentFolders) -> None:
    edit(folders.forms / "facts.toml", HOUSING, HOUSING.replace("shared = true\n", ""))
    assert "housing" not in read_content(folders).content.facts.shared


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('shared = "yes"', "true oder false"),
        ('ask_always = ["kid"]', "child"),
        ('ask_always = "child"', "Liste von Texten"),
    ],
)
def test_a_mistake_is_found_at_its_line(line: str, says: str, folders: ContentFolders) -> None:
    number = edit(folders.forms / "facts.toml", HOUSING, HOUSING.replace("shared = true", line))
    finding = next(one for one in read_content(folders).findings if one.where == f"forms/facts.toml:{number}")
    assert says in finding.detail
