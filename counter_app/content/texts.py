"""Texts with their translations; remembers every text a customer may see."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from counter_app.content.problems import Problems
from counter_app.content.table import Table
from counter_app.domain.errors import ContentError
from counter_app.domain.record import Catalogue, Translations
from counter_app.domain.text import Text


class Texts:
    """Makes the texts of one folder.

    Args:
        catalogues: the translations of the folder, by language tag.
        complaints: what is wrong with the wording of a German text.
        problems: where that is noted.
    """

    def __init__(
        self,
        catalogues: Mapping[str, Catalogue],
        complaints: Callable[[str], Iterable[str]],
        problems: Problems,
    ) -> None:
        self._catalogues = catalogues
        self._complaints = complaints
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
        for complaint in self._complaints(german):
            self._problems.add(table.where(key), complaint)
        return Text(text_id, german, Translations(text_id, german, self._catalogues))
