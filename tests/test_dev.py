"""What dev.py decides, without making an environment or touching the network."""

import sys
from pathlib import Path

import pytest

import dev

QT_PACKAGE = "libegl1"


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dev.Environment:
    """A fresh environment in a checkout of its own."""
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    (tmp_path / "pyproject.toml").write_text("[project]", encoding="utf-8")
    (tmp_path / "dev.txt").write_text("click==8.5.1", encoding="utf-8")
    made = dev.Environment(tmp_path / "venv", tmp_path / "dev.txt")
    made.folder.mkdir()
    made.stamp.write_text(made.fingerprint(), encoding="utf-8")
    return made


@pytest.fixture
def poor_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt's libraries are missing and nobody may install them."""
    monkeypatch.setattr(dev, "root_prefix", lambda: None)
    monkeypatch.setattr(dev, "missing_for_venv", list)
    monkeypatch.setattr(dev, "missing_for_qt", lambda: [QT_PACKAGE])


def test_an_environment_is_fresh_as_long_as_nothing_changes(environment: dev.Environment) -> None:
    assert environment.is_fresh()


@pytest.mark.parametrize("name", ["dev.txt", "pyproject.toml"])
def test_a_changed_file_makes_the_environment_stale(environment: dev.Environment, name: str) -> None:
    (dev.ROOT / name).write_text("changed", encoding="utf-8")
    assert not environment.is_fresh()


def test_an_environment_without_a_stamp_is_stale(environment: dev.Environment) -> None:
    environment.stamp.unlink()
    assert not environment.is_fresh()


def test_a_broken_setup_is_refused_and_leaves_no_stamp(
    environment: dev.Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.stamp.unlink()
    monkeypatch.setattr(dev, "provide_system_packages", lambda: None)
    monkeypatch.setattr(dev, "call", lambda *_, **__: 1)
    with pytest.raises(dev.Refusal, match="could not make"):
        environment.make()
    assert not environment.is_fresh()


def test_a_missing_tool_says_how_to_get_it(environment: dev.Environment) -> None:
    with pytest.raises(dev.Refusal, match=r"ruff is missing .* dev\.py setup"):
        environment.tool("ruff")


@pytest.mark.parametrize("arguments", [[], ["brew"]])
def test_an_unknown_command_lists_the_commands(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(arguments) == 2
    told = capsys.readouterr().err
    assert all(f"dev.py {name}" in told for name in dev.COMMANDS)


@pytest.mark.usefixtures("poor_machine")
def test_missing_qt_libraries_are_told_with_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    dev.provide_system_packages()
    assert f"sudo apt-get install {QT_PACKAGE}" in capsys.readouterr().out


@pytest.mark.usefixtures("poor_machine")
def test_without_the_venv_package_nothing_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "missing_for_venv", lambda: ["python3.11-venv"])
    with pytest.raises(dev.Refusal, match=f"sudo apt-get install python3.11-venv {QT_PACKAGE}"):
        dev.provide_system_packages()


def test_a_refusal_is_one_line_and_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["bench", "no_such_thing"]) == 1
    assert capsys.readouterr().out.startswith("dev.py: no benchmark no_such_thing; there are: ")


@pytest.mark.parametrize(
    ("environment", "expected"), [({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, True)]
)
def test_a_screen_is_what_linux_says_it_has(
    monkeypatch: pytest.MonkeyPatch, *, environment: dict[str, str], expected: bool
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert dev.has_screen() is expected


def test_without_a_screen_run_plays_the_demo_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls: list[tuple[str, ...]] = []

    def call(*command: str) -> int:
        calls.append(command)
        return 0

    monkeypatch.setattr(dev, "DEV", type("Made", (), {"made_fresh": lambda self: self, "tool": lambda _, name: name})())
    monkeypatch.setattr(dev, "call", call)
    monkeypatch.setattr(dev, "has_screen", lambda: False)
    dev.run(["--out", "x"])
    monkeypatch.setattr(dev, "has_screen", lambda: True)
    dev.run([])
    assert calls == [("counter-app", "demo", "--out", "x"), ("counter-app",)]
    assert "there is no screen here" in capsys.readouterr().out
