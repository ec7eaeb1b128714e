"""What is wrong with content files, all of it at once."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal

from counter_app.domain.errors import CounterError, unknown


class Consequence(CounterError):
    """Names something that is there but broken; it is reported where it stands, and only there."""

    code = "consequence"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong: file and line, what is wrong and what was expected.

    Args:
        is_hint: it is not wrong for certain; somebody should look.
    """

    where: str
    detail: str
    is_hint: bool = False

    def __str__(self) -> str:
        return f"{self.where}: {'Hinweis: ' if self.is_hint else ''}{self.detail}"


@dataclass
class Noted:
    """What was seen while reading, for what can only be judged when all is read.

    Args:
        named: kind and id of everything that some entry names, with the places that do.
        asked: facts that the rule of a row, fee or relief looks at, derived ones included.
        quotes: amounts in euro that texts quote, with their places.
        hints: what deserves a look but is not wrong.
    """

    named: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    quotes: list[tuple[str, Decimal]] = field(default_factory=list)
    hints: list[Finding] = field(default_factory=list)


@dataclass
class Problems:
    """Collects findings while reading goes on.

    Args:
        is_complete: nothing was left out, so that what is missing is really missing.
        left_out: kind and id of every broken entry; an empty id where that is what is broken.
        places: file and line of what can only be judged when all is read, e.g. ``case/study/…``.
        is_looked_through: all this was read before and found sound; what takes time to check need not be checked again.
    """

    findings: list[Finding] = field(default_factory=list)
    is_complete: bool = True
    left_out: set[tuple[str, str]] = field(default_factory=set)
    places: dict[str, str] = field(default_factory=dict)
    is_looked_through: bool = False
    noted: Noted = field(default_factory=Noted)

    def add(self, where: str, detail: str) -> None:
        """Note one finding; the same one twice is one."""
        finding = Finding(where, detail)
        if finding not in self.findings:
            self.findings.append(finding)

    def hint(self, where: str, detail: str) -> None:
        """Note what deserves a look."""
        self.noted.hints.append(Finding(where, detail, is_hint=True))

    def name(self, kind: str, name: str, where: str) -> None:
        """Note that an entry is named."""
        if not self.is_looked_through:
            self.noted.named.setdefault((kind, name), set()).add(where)

    def leave_out(self, kind: str, name: str) -> None:
        """Note that an entry is broken: whatever names it has a consequence, no finding of its own."""
        self.is_complete = False
        self.left_out.add((kind, name))

    def is_left_out(self, kind: str, name: str) -> bool:
        """Whether an id that cannot be found may belong to a broken entry."""
        return not self.left_out.isdisjoint({(kind, name), (kind, "")})

    def unknown(self, kind: str, name: str, known: Iterable[str], where: str) -> CounterError:
        """The error for an id that cannot be found."""
        return Consequence("", where) if self.is_left_out(kind, name) else unknown(kind, name, known, where)

    @contextmanager
    def collected(self, where: str = "") -> Iterator[None]:
        """Turn expected trouble inside into a finding, so that the next entry is still read.

        Args:
            where: the place, for errors that do not know theirs.
        """
        try:
            yield
        except Consequence:
            self.is_complete = False
        except CounterError as error:
            self.is_complete = False
            self.add(error.where or where, error.detail)
