"""``services``, ``checklist`` and ``phrases``: as a clerk reads them, and as scripts do."""

import re
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from counter_app.content.loader import load_content
from counter_app.domain.document import Form
from counter_app.domain.role import Role
from counter_app.system.paths import content_folders
from tests.app.command import Run

CONTENT = load_content(content_folders())
MATTERS = tuple(CONTENT.services)
TAGS = tuple(CONTENT.languages)
OPEN_CASE = ("checklist", "study", "--date", "2026-11-22", "--json")
SETTLED_CASE = (*OPEN_CASE, "--fact", "application=renewal", "--fact", "housing=rent", "--fact", "income=employed")


def keys_of(thing: Any) -> set[str]:  # noqa: ANN401 - whatever came out of JSON
    assert isinstance(thing, dict)
    return set(thing)


def is_texts(thing: Any, *tags: str) -> bool:  # noqa: ANN401
    """Whether this is ``{tag: text}`` with exactly these languages."""
    return keys_of(thing) == {"de", *tags} and all(isinstance(text, str) and text for text in thing.values())


# services


def test_services_lists_every_matter_with_its_names(run: Run) -> None:
    shape = run("services", "--json").json
    assert keys_of(shape) == {"services"}
    assert [service["id"] for service in shape["services"]] == list(MATTERS)
    for service in shape["services"]:
        assert keys_of(service) == {"id", "name", "law", "group"}
        assert service["name"]["de"]
        assert set(service["name"]) <= set(TAGS)
        assert service["group"] in CONTENT.service_groups
        assert "§" in service["law"]


def test_services_stand_in_groups_for_people(run: Run) -> None:
    lines = run("services").out.splitlines()
    groups = [line for line in lines if not line.startswith(" ")]
    used = {service.group.id for service in CONTENT.services.values()}
    assert groups == [group.name.german for group in CONTENT.service_groups.values() if group.id in used]
    assert sorted(line.split()[0] for line in lines if line.startswith("  ")) == sorted(MATTERS)


# checklist


@pytest.mark.parametrize(("matter", "tag"), [*zip(MATTERS, cycle(TAGS), strict=False)])  # they take turns
def test_a_checklist_has_the_documented_shape(run: Run, matter: str, tag: str) -> None:
    shape = run("checklist", matter, "--language", tag, "--json").json
    assert list(shape) == [
        "service", "date", "documents", "fee", "assumed", "next_question", "needs_check", "values",
    ]  # fmt: skip
    assert (shape["service"], shape["date"]) == (matter, date.today().isoformat())  # noqa: DTZ011 - local, as the office
    others = () if tag == "de" else (tag,)
    assert shape["documents"]
    for row in shape["documents"]:
        assert list(row) == [
            "number", "id", "name", "needed", "because", "depends_on", "form", "limit",
            "role", "copies", "max_age", "group", "groups",
        ]  # fmt: skip
        assert is_texts(row["name"], *others)
        assert row["needed"] in {"yes", "no", "depends"}
        assert set(row["depends_on"]) <= set(CONTENT.facts.facts)
        assert (row["needed"] == "depends") is bool(row["depends_on"])
        assert set(row["form"]) <= set(Form)
        assert row["role"] in set(Role)
        assert row["copies"] >= 1
        assert row["max_age"] is None or list(row["max_age"]) in (["days"], ["months"])
        assert isinstance(row["limit"], str)
        assert [row["group"]] == (row["groups"][:1] or [None])
    assert set(shape["assumed"]) <= set(CONTENT.facts.facts)
    assert all(keys_of(watch) == {"id", "from", "text"} for watch in shape["needs_check"])
    assert all(keys_of(value) == {"id", "name", "amount", "unit", "norm"} for value in shape["values"])


@pytest.mark.parametrize("matter", MATTERS)
def test_rows_that_are_not_needed_come_last_without_a_number(run: Run, matter: str) -> None:
    rows = run("checklist", matter, "--json").json["documents"]
    shown = [row for row in rows if row["needed"] != "no"]
    assert rows[: len(shown)] == shown
    assert [row["number"] for row in shown] == list(range(1, len(shown) + 1))
    assert {row["number"] for row in rows[len(shown) :]} <= {None}


def test_the_reasons_of_a_row_are_facts_values_and_text(run: Run) -> None:
    rows = run(*SETTLED_CASE, "--language", "ar").json["documents"]
    (lease,) = (row for row in rows if row["id"] == "mietvertrag")
    (reason,) = lease["because"]
    assert list(reason) == ["fact", "values", "text"]
    assert (reason["fact"], reason["values"]) == ("housing", ["rent"])
    assert is_texts(reason["text"], "ar")
    assert reason["text"]["de"] == CONTENT.facts["housing"].value("rent").tile.german


@pytest.mark.parametrize("facts", [(), ("application=renewal", "extension_short=no", "income=employed")])
def test_amounts_are_texts_and_never_guessed(run: Run, facts: tuple[str, ...]) -> None:
    fee = run("checklist", "study", "--json", *(part for fact in facts for part in ("--fact", fact))).json["fee"]
    assert list(fee) == ["state", "total_eur", "items", "depends_on"]
    if facts:
        assert (fee["state"], fee["depends_on"]) == ("known", [])
        (item,) = fee["items"]
        assert list(item) == ["id", "amount_eur", "norm", "discretion_norm", "because"]
        assert item["amount_eur"] == fee["total_eur"]
        assert re.fullmatch(r"[0-9]+\.[0-9]{2}", fee["total_eur"])
        assert {reason["fact"] for reason in item["because"]} >= {"application"}
    else:
        assert (fee["state"], fee["total_eur"], fee["items"]) == ("depends", None, [])
        assert "application" in fee["depends_on"]


def test_no_fee_is_zero_and_a_fee_the_office_decides_has_no_total(run: Run) -> None:
    assert run("checklist", "asylum_permission", "--json").json["fee"]["state"] == "none"
    assert run("checklist", "asylum_permission", "--json").json["fee"]["total_eur"] == "0.00"
    decided = run("checklist", "sponsorship", "--fact", "income=benefits", "--json").json["fee"]
    assert (decided["state"], decided["total_eur"]) == ("office_decides", None)


def test_the_next_question_brings_its_answers(run: Run) -> None:
    question = run(*OPEN_CASE, "--language", "ti").json["next_question"]
    assert list(question) == ["fact", "asked", "text", "answers"]
    assert question["fact"] in CONTENT.facts.facts
    assert question["asked"] == "customer"
    assert is_texts(question["text"], "ti")
    assert len(question["answers"]) > 1
    for answer in question["answers"]:
        assert list(answer) == ["value", "text"]
        assert is_texts(answer["text"], "ti")


def test_when_all_is_settled_nothing_is_asked(run: Run) -> None:
    facts = CONTENT.service("study").cases[0].facts
    told = (part for fact, values in facts.items() for value in values for part in ("--fact", f"{fact}={value}"))
    shape = run("checklist", "study", *told, "--json").json
    assert shape["next_question"] is None
    assert {row["needed"] for row in shape["documents"]} == {"yes", "no"}


def test_what_was_said_is_no_longer_assumed(run: Run) -> None:
    assumed = run(*OPEN_CASE).json["assumed"]
    assert assumed["wants_express"] == "no"
    said = run(*OPEN_CASE, "--fact", "wants_express=yes").json["assumed"]
    assert {**said, "wants_express": "no"} == assumed
    assert "wants_express" not in said


def test_a_fact_with_several_values_is_given_several_times(run: Run) -> None:
    rows = run(*SETTLED_CASE, "--fact", "income=scholarship").json["documents"]
    assert {"lohn3", "stipendium"} <= {row["id"] for row in rows if row["needed"] == "yes"}


def test_the_rules_of_the_given_day_count(run: Run) -> None:
    assert run(*OPEN_CASE).json["date"] == "2026-11-22"


def test_a_change_of_law_is_named_from_its_day_on(run: Run) -> None:
    before, after = (
        run("checklist", "sponsorship", "--date", day, "--json").json for day in ("2027-06-30", "2027-07-01")
    )
    assert "attachment_limit_2027" not in [watch["id"] for watch in before["needs_check"]]
    (watch,) = [watch for watch in after["needs_check"] if watch["id"] == "attachment_limit_2027"]
    assert watch["from"] == "2027-07-01"
    out = run("checklist", "sponsorship", "--date", "2027-07-01").out
    assert f"Bitte prüfen, das Gesetz kann seit dem 01.07.2027 anders sein: {watch['text']}\n" in out


def test_a_row_says_how_old_its_paper_may_be(run: Run) -> None:
    rows = run("checklist", "study", "--json").json["documents"]
    (row,) = [row for row in rows if row["id"] == "meldebescheinigung"]
    assert (row["role"], row["copies"], row["max_age"]) == ("applicant", 1, {"months": 3})
    assert re.search(
        r" · höchstens 3 Monate alt   \[meldebescheinigung\]$", run("checklist", "study").out, re.MULTILINE
    )


def test_the_way_of_a_matter_stands_at_the_end(run: Run) -> None:
    process = CONTENT.service("study").process
    lines = run("checklist", "study").out.splitlines()
    steps = [f"{number:>3}  {step.text.german}" for number, step in enumerate(process.steps, start=1)]
    assert lines[-len(steps) - 1 :] == [f"{process.name.german}: {process.duration.german}", *steps]


def test_a_clerk_reads_numbers_reasons_fee_and_the_next_question(run: Run) -> None:
    out = run("checklist", "study", "--fact", "housing=rent", "--language", "ar").out
    service = CONTENT.service("study")
    assert out.startswith(f"{service.name.german} · {service.law}\n")
    lease = CONTENT.documents["mietvertrag"].name
    assert re.search(
        rf"^ *[0-9]+  {lease.german}   \[mietvertrag\]\n     {lease.in_language('ar')}\n     weil: ", out, re.MULTILINE
    )
    assert re.search(r"^ *[0-9]+\? .*\n.*\n     hängt ab von: ", out, re.MULTILINE)
    for start in ("Gebühr: hängt ab von: ", "Angenommen: ", "Nächste Frage: ", "  --fact "):
        assert f"\n{start}" in out


def test_rows_that_are_not_needed_are_not_listed_for_people(run: Run) -> None:
    shape = run(*SETTLED_CASE).json
    listed = re.findall(r"\[([a-z0-9_]+)\]$", run(*SETTLED_CASE[:-7], *SETTLED_CASE[5:]).out, re.MULTILINE)
    assert listed == [row["id"] for row in shape["documents"] if row["needed"] != "no"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("asylum_permission",), "Gebühr: keine"),
        (("sponsorship", "--fact", "income=employed"), "Gebühr: 29,00 €"),
        (("sponsorship", "--fact", "income=benefits"), "Gebühr: Das Amt kann sie senken oder erlassen. Sonst: "),
    ],
)
def test_each_state_of_the_fee_is_said_in_words(run: Run, arguments: tuple[str, ...], words: str) -> None:
    assert f"\n{words}" in run("checklist", *arguments).out


# phrases


def test_phrases_are_found_with_their_translation_and_its_state(run: Run) -> None:
    shape = run("phrases", "pass", "--language", "ar", "--limit", "3", "--json").json
    assert list(shape) == ["phrases"]
    assert len(shape["phrases"]) == 3
    for phrase in shape["phrases"]:
        assert list(phrase) == ["id", "text", "situation", "trust"]
        assert is_texts(phrase["text"], "ar")
        assert phrase["situation"] in CONTENT.situations
        assert phrase["trust"] == CONTENT.texts[f"phrase/{phrase['id']}"].trust("ar").value
        assert phrase["trust"] != "reviewed"  # the shipped translations are drafts, so the state is not just German's


def test_in_german_every_phrase_can_be_trusted(run: Run) -> None:
    shape = run("phrases", "pass", "--json").json
    assert {phrase["trust"] for phrase in shape["phrases"]} == {"reviewed"}
    assert all(is_texts(phrase["text"]) for phrase in shape["phrases"])


def test_no_phrase_is_an_empty_list_for_scripts_and_advice_for_people(run: Run) -> None:
    assert run("phrases", "xyzzyx", "--json").json == {"phrases": []}
    assert run("phrases", "xyzzyx").out == "Kein Satz gefunden. Bitte mit weniger oder anderen Wörtern suchen.\n"


def test_people_see_both_languages_and_the_id(run: Run) -> None:
    (found,) = run("phrases", "pass", "--limit", "1", "--json", "--language", "en").json["phrases"]
    out = run("phrases", "pass", "--limit", "1", "--language", "en").out
    assert out == f"{found['text']['de']}   [{found['id']}]\n  {found['text']['en']}\n"
    assert run("phrases", "pass", "--limit", "1").out == f"{found['text']['de']}   [{found['id']}]\n"


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "written-by-notepad"])
def test_a_batch_answers_each_line_in_order(run: Run, tmp_path: Path, mark: str) -> None:
    queries = ["pass", "mietvertrag fehlt", "xyzzyx"]
    (tmp_path / "queries.txt").write_text(mark + "\n\n".join(queries) + "\n", encoding="utf-8")
    shape = run("phrases", "--batch", "queries.txt", "--limit", "2", "--language", "ti").json
    assert list(shape) == ["results"]
    assert [result["query"] for result in shape["results"]] == queries
    for result in shape["results"]:
        assert list(result) == ["query", "phrases"]
        assert (
            result["phrases"]
            == run("phrases", result["query"], "--limit", "2", "--language", "ti", "--json").json["phrases"]
        )


def test_an_empty_batch_has_no_results(run: Run, tmp_path: Path) -> None:
    (tmp_path / "queries.txt").write_text("\n \n", encoding="utf-8")
    assert run("phrases", "--batch", "queries.txt").json == {"results": []}
