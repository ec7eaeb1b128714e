"""Records as bytes, and the hashes that tell whether these are still the bytes that were written."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from counter_app.domain.record import Catalogue, EntryRecord, Records

FILE, CATALOGUE = "file", "catalogue"


@dataclass(frozen=True, slots=True)
class Body:
    """One piece of a layer: a whole content file, or all translations into one language.

    Args:
        kind: ``file`` or ``catalogue``.
        name: the file, e.g. ``forms/facts.toml``, or the language tag.
    """

    kind: str
    name: str
    data: bytes

    @property
    def sha(self) -> str:
        """The hash of the bytes: 64 hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()


def bodies_of(records: Records) -> Iterator[Body]:
    """The records as bodies, in the order of kind and name."""
    yield from (Body(CATALOGUE, catalogue.tag, catalogue.packed) for catalogue in records.catalogues)
    for file, entries in groupby(records.entries, attrgetter("file")):
        rows = [[entry.key, entry.order, dict(entry.fields)] for entry in entries]
        yield Body(FILE, file, json.dumps(rows, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode())


def records_of(bodies: Iterable[Body]) -> Records:
    """The records that these bodies were made of."""
    entries: list[EntryRecord] = []
    catalogues: list[Catalogue] = []
    for body in bodies:
        if body.kind == FILE:
            entries += (EntryRecord(body.name, *row) for row in json.loads(body.data))
        else:
            catalogues.append(Catalogue(body.name, body.data))
    return Records(tuple(entries), tuple(catalogues))


def seal(fingerprint: str, rows: Iterable[tuple[str, str, str]]) -> str:
    """What ties a layer together: it changes when any body is lost, added or trades its name.

    Args:
        rows: kind, name and hash of every body, in the order of kind and name.
    """
    lines = [fingerprint, *("\t".join(row) for row in rows)]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
