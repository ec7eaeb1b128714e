"""Writing the file: ReportLab's objects as they are, hundreds of small ones of our own packed into one stream."""

import zlib
from collections.abc import Mapping
from io import BytesIO

from reportlab.pdfbase import pdfdoc

# The second line tells programs that move files that this one is not text.
HEADER = b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n"
# Two fifths quicker than zlib's own choice, and the file grows by one twenty-fifth.
COMPRESSION = 4
# Bytes per entry of the cross-reference stream: kind, place or number of the packing stream, place in that.
FIELD_WIDTHS = (1, 4, 3)
FREE, PLAIN, PACKED = range(3)
NEVER_AGAIN = 0xFFFF


class PackedObject(pdfdoc.PDFObject):
    """Holds the number of an object that others refer to and that is written packed."""


class _Flate:
    """The stream filter; ReportLab asks for these two names."""

    pdfname = "FlateDecode"

    @staticmethod
    def encode(content: bytes) -> bytes:
        return zlib.compress(content, COMPRESSION)


def flate_stream(content: bytes, **entries: object) -> pdfdoc.PDFStream:
    """A compressed stream with further dictionary entries."""
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), content, [_Flate])


def number_of(document: pdfdoc.PDFDocument, target: pdfdoc.PDFObject) -> int:
    """The object's number in the file; it gets one if it has none yet."""
    name = document.Reference(target).name
    return int(document.idToObjectNumberAndVersion[name][0])


class FileWriter:
    """Writes one document: first :meth:`add_document`, then :meth:`add_packed`, then :meth:`finish`."""

    def __init__(self, document: pdfdoc.PDFDocument, version: tuple[int, int]) -> None:
        self._document = document
        self._target = BytesIO()
        self._target.write(HEADER % version)
        self._entries: dict[int, tuple[int, int, int]] = {0: (FREE, 0, NEVER_AGAIN)}

    def add_document(self) -> int:
        """Write ReportLab's objects; the number of the next object."""
        document = self._document
        number = 1
        # Formatting an object may give numbers to further ones.
        while number in document.numberToId:
            found = document.idToObject[document.numberToId[number]]
            if not isinstance(found, PackedObject):
                self._add(number, pdfdoc.format(found, document, toplevel=1))
            number += 1
        return number

    def add_packed(self, objects: Mapping[int, bytes], number: int) -> None:
        """Write all these objects, by number, as one stream that has a number itself."""
        places, place = [], 0
        for index, (packed, content) in enumerate(objects.items()):
            self._entries[packed] = (PACKED, number, index)
            places.append(f"{packed} {place}")
            place += len(content) + 1
        head = " ".join(places).encode() + b"\n"
        content = head + b"\n".join(objects.values())
        stream = flate_stream(content, Type="/ObjStm", N=len(objects), First=len(head))
        self._add(number, stream.format(self._document))

    def finish(self, root: int, info: int) -> bytes:
        """Write where each object stands; the file."""
        number = len(self._entries)
        start = self._target.tell()
        self._entries[number] = (PLAIN, start, 0)
        kinds, places, indexes = FIELD_WIDTHS
        table = b"".join(
            kind.to_bytes(kinds, "big") + place.to_bytes(places, "big") + index.to_bytes(indexes, "big")
            for kind, place, index in (self._entries[key] for key in range(number + 1))
        )
        identifier = f"<{self._document.signature.hexdigest()}>"
        stream = flate_stream(
            table,
            Type="/XRef",
            Size=number + 1,
            W=f"[{kinds} {places} {indexes}]",
            Root=f"{root} 0 R",
            Info=f"{info} 0 R",
            ID=f"[{identifier} {identifier}]",
        )
        self._add(number, stream.format(self._document))
        self._target.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return self._target.getvalue()

    def _add(self, number: int, content: bytes) -> None:
        self._entries[number] = (PLAIN, self._target.tell(), 0)
        self._target.write(b"%d 0 obj\n%b\nendobj\n" % (number, content))
