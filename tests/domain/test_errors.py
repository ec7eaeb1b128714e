"""Expected trouble."""

import pytest

from counter_app.domain.errors import ContentError, CounterError, unknown


def test_trouble_says_where_it_is() -> None:
    assert str(ContentError("Der Text fehlt.", "forms/facts.toml:3")) == "forms/facts.toml:3: Der Text fehlt."
    assert str(ContentError("Der Text fehlt.")) == "Der Text fehlt."


@pytest.mark.parametrize(
    ("name", "known", "hint"),
    [
        ("studi", ["study", "work"], "Meinten Sie „study“?"),
        ("xyz", ["work", "study"], "Möglich sind: study, work."),
        ("xyz", [], "Möglich sind: keine."),
        ("xyz", list("abcdefghijklmno"), "Möglich sind: a, b, c, d, e, f, g, h, i, j, k, l, m, n, o."),
        (
            "xyz",
            list("abcdefghijklmnop"),
            "Möglich sind 16, zum Beispiel: a, b, c, d, e, f, g, h, i, j, k, l, m, n, o.",
        ),
    ],
)
def test_an_unknown_name_comes_with_the_nearest_or_all_valid_ones(name: str, known: list[str], hint: str) -> None:
    error = unknown("Anliegen", name, known, "--service")
    assert str(error) == f"--service: „{name}“ gibt es nicht als Anliegen. {hint}"


def kinds(error: type[CounterError] = CounterError) -> list[type[CounterError]]:
    return [error, *(kind for child in error.__subclasses__() for kind in kinds(child))]


def test_each_kind_of_trouble_has_a_code_of_its_own() -> None:
    codes = [kind.code for kind in kinds()]
    assert len(set(codes)) == len(codes)
