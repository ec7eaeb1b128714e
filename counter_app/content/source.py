"""Where content is read from: the shipped files, or records of them."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from counter_app.content.table import Table
from counter_app.domain.record import Catalogue


class Source(Protocol):
    """Gives what stands in the content files, by their names."""

    def root(self, name: str) -> Table:
        """What stands in one file, e.g. ``forms/facts.toml``.

        Raises:
            ContentError: it is missing or cannot be read.
        """

    def stems(self, folder: str) -> tuple[str, ...]:
        """The sorted names of all files in a folder such as ``forms/services``, without ``.toml``."""

    def catalogues(self, folder: str, tags: tuple[str, ...]) -> Mapping[str, Catalogue]:
        """The translations of the texts in ``forms`` or ``phrasebooks``, by language tag."""

    def complaints(self, german: str) -> Iterable[str]:
        """What is wrong with the wording of a German text; nothing where it was looked through before."""

    def check_translations(self, folder: str, german: Mapping[str, str]) -> None:
        """Note what is wrong with the translations of ``forms`` or ``phrasebooks``.

        Args:
            german: today's German texts by id.
        """
