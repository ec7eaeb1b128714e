"""Reads ``forms/sheets/``: sheets as blocks that an office manager can write."""

from collections.abc import Mapping

from counter_app.content.forms_reader import FEE
from counter_app.content.problems import Problems
from counter_app.content.references import all_named, by_id
from counter_app.content.table import ID, Table
from counter_app.content.texts import Texts
from counter_app.domain.document import Confidence
from counter_app.domain.errors import ContentError
from counter_app.domain.fee import Fee
from counter_app.domain.sheet import Block, BlockKind, RowChoice, SheetDefinition
from counter_app.domain.text import Text

NEEDED: Mapping[BlockKind, tuple[str, ...]] = {
    BlockKind.TEXT: ("text",),
    BlockKind.BOX: ("text",),
    BlockKind.STEPS: ("items",),
    BlockKind.POINTS: ("items",),
    BlockKind.FIELDS: ("items",),
    BlockKind.CHECKLIST: ("rows",),
    BlockKind.FEES: ("fees",),
}
"""What a block of a kind cannot do without; heading and text may stand in every block."""


class SheetsReader:
    """Makes sheets from tables.

    Args:
        fees: by id, for lists of prices.
        sources: the keys of ``forms/sources.toml``.
    """

    def __init__(self, texts: Texts, fees: Mapping[str, Fee], sources: Mapping[str, str], problems: Problems) -> None:
        self._texts = texts
        self._fees = fees
        self._sources = sources
        self._problems = problems

    def sheet(self, root: Table) -> SheetDefinition:
        """One file of ``sheets/``; what it states itself has a source, what it takes from a matter has one there."""
        sheet_id = root.id()
        title = self._texts.make(root, "title", f"sheet/{sheet_id}/title")
        blocks = by_id("Block", root.tables("block"), lambda table: self._block(table, sheet_id), self._problems)
        sheet = SheetDefinition(sheet_id, title, tuple(blocks.values()))
        if sheet.needs_matter or sheet.is_for_everyone:
            return sheet
        confidence, source = root.choice("confidence", Confidence), root.source(self._sources)
        return SheetDefinition(sheet_id, title, sheet.blocks, confidence, source, root.text("note", ""))

    def _block(self, table: Table, sheet_id: str) -> Block:
        block_id = table.id()
        kind = table.choice("kind", BlockKind)
        prefix = f"sheet/{sheet_id}/{block_id}"
        for key in NEEDED.get(kind, ()):
            if not table.holds(key):
                detail = f"„{key}“ fehlt oder ist leer; ein Block „{kind}“ braucht das."
                raise ContentError(detail, table.where(key))
        return Block(
            block_id,
            kind,
            self._texts.optional(table, "heading", f"{prefix}/heading"),
            self._texts.optional(table, "text", f"{prefix}/text"),
            self._items(table.table("items"), prefix) if "items" in NEEDED.get(kind, ()) else (),
            table.choice("rows", RowChoice) if kind is BlockKind.CHECKLIST else None,
            all_named(FEE, "fees", self._fees, table, self._problems) if kind is BlockKind.FEES else (),
        )

    def _items(self, table: Table, prefix: str) -> tuple[Text, ...]:
        for key in table:
            if not ID.fullmatch(key):
                detail = f"„{key}“ ist keine Kennung; erwartet kleine Buchstaben, Ziffern und „_“."
                raise ContentError(detail, table.where(key))
        return tuple(self._texts.make(table, key, f"{prefix}/{key}") for key in table)
