"""Every key of a TOML file in our form is found on its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.content.table import KeyPath
from counter_app.content.toml_file import TomlFile
from counter_app.content.toml_lines import line_index
from counter_app.system.paths import content_folders

KEYS = st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True)
STRANGE = '[table] [[x]] key = "{}#\\\u2028\u0085ä'
VALUES = st.one_of(
    st.text(st.sampled_from(STRANGE), max_size=12).map(
        lambda text: '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"'))
    ),
    st.sampled_from(["7", "true", "2026-12-03", '["a", "b"]', '[{ id = "x" }]', '"""\n[x]\ny = 1\n"""']),
)
ELEMENTS = st.dictionaries(KEYS, st.sampled_from(['"{ a"', "1", '"id = 2"']), min_size=1, max_size=3)
Fields = dict[str, str | list[dict[str, str]]]
FIELDS: st.SearchStrategy[Fields] = st.dictionaries(
    KEYS, st.one_of(VALUES, st.lists(ELEMENTS, min_size=1, max_size=3)), max_size=4
)
FILLING = st.sampled_from(["", "\n", "# key = [comment]\n", "\n# [[table]]\n"])


class Writer:
    """Writes our form and keeps book of the lines."""

    def __init__(self) -> None:
        self.text = ""
        self.lines: dict[KeyPath, int] = {}

    def write(self, text: str, path: KeyPath = ()) -> None:
        if path:
            self.lines[path] = self.text.count("\n") + 1
        self.text += text

    def fields(self, fields: Fields, path: KeyPath) -> None:
        for key, value in fields.items():
            if isinstance(value, str):
                self.write(f"{key} = {value}\n", (*path, key))
                continue
            self.write(f"{key} = [\n", (*path, key))
            for index, element in enumerate(value):
                inline = ", ".join(f"{name} = {part}" for name, part in element.items())
                self.write(f"    {{ {inline} }},\n", (*path, key, index))
            self.write("]\n")


@given(data=st.data())
def test_the_line_of_a_key_is_the_line_it_was_written_on(data: st.DataObject) -> None:
    writer = Writer()
    writer.write(data.draw(FILLING))
    names = iter(data.draw(st.lists(KEYS, min_size=7, max_size=7, unique=True)))
    root = data.draw(FIELDS)
    names = iter([f"{name}_t" for name in names])
    writer.fields({key: value for key, value in root.items() if not key.endswith("_t")}, ())
    for kind in data.draw(st.lists(st.sampled_from(["table", "array", "nested"]), max_size=3)):
        name = next(names)
        if kind == "table":
            writer.write(f"[{name}]\n", (name,))
            writer.fields(data.draw(FIELDS), (name,))
            continue
        for index in range(data.draw(st.integers(1, 3))):
            writer.write(data.draw(FILLING))
            writer.write(f"[[{name}]]\n", (name, index))
            writer.fields(data.draw(FIELDS), (name, index))
            if kind == "nested":
                writer.write(f"[{name}.inner_t]\n", (name, index, "inner_t"))
                writer.fields(data.draw(FIELDS), (name, index, "inner_t"))
                for deeper in range(data.draw(st.integers(0, 2))):
                    writer.write(f"[[{name}.row_t]]\n", (name, index, "row_t", deeper))
                    writer.fields(data.draw(FIELDS), (name, index, "row_t", deeper))
    assert line_index(writer.text) == writer.lines


def shipped_files() -> list[Path]:
    folders = content_folders()
    return sorted([*folders.forms.rglob("*.toml"), *folders.phrasebooks.rglob("*.toml")])


@pytest.mark.parametrize("path", shipped_files(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_shipped_text_is_found_on_its_line(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    for where, text in TomlFile(path, "x").texts():
        line = lines[int(where.removeprefix("x:")) - 1]
        assert text in line or line.endswith("= ["), f"{path.name}:{where}: {text}"
