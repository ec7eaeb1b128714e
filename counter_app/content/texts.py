"""Texts with their translations; remembers every text a customer may see."""

from collections.abc import Mapping
from types import MappingProxyType

from counter_app.content.po_file import Translations
from counter_app.content.problems import Problems
from counter_app.content.toml_file import Table
from counter_app.content.wording import complaints
from counter_app.domain.errors import ContentError
from counter_app.domain.text import Text


class Texts:
    """Makes the texts of one folder.

    Args:
        translations: the PO files of the folder.
        problems: where texts that break the rules of wording are noted.
    """

    def __init__(self, translations: Translations, problems: Problems) -> None:
        self._translations = translations
        self._problems = problems
        self._made: dict[str, Text] = {}

    @property
    def made(self) -> Mapping[str, Text]:
        """Every text so far, by id."""
        return MappingProxyType(self._made)

    def make(self, table: Table, key: str, text_id: str) -> Text:
        """The text that stands in a table.

        Raises:
            ContentError: missing, empty, or its id is taken.
        """
        if text_id in self._made:
            detail = f"Die Kennung „{text_id}“ gibt es schon."
            raise ContentError(detail, table.where(key))
        text = self.internal(table, key, text_id)
        self._made[text_id] = text
        return text

    def optional(self, table: Table, key: str, text_id: str) -> Text | None:
        """The text that stands in a table, if there is one."""
        return self.make(table, key, text_id) if key in table else None

    def internal(self, table: Table, key: str, text_id: str) -> Text:
        """A text that only the clerk sees; translators need not know it."""
        german = table.text(key)
        if not german.strip():
            detail = f"„{key}“ ist leer; erwartet deutschen Text."
            raise ContentError(detail, table.where(key))
        for complaint in complaints(german):
            self._problems.add(table.where(key), complaint)
        return Text(text_id, german, MappingProxyType(self._translations.of(text_id, german)))
