"""What is wrong with content files, all of it at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from counter_app.domain.errors import CounterError


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong: file and line, what is wrong and what was expected."""

    where: str
    detail: str

    def __str__(self) -> str:
        return f"{self.where}: {self.detail}"


@dataclass
class Problems:
    """Collects findings while reading goes on."""

    findings: list[Finding] = field(default_factory=list)

    def add(self, where: str, detail: str) -> None:
        """Note one finding."""
        self.findings.append(Finding(where, detail))

    @contextmanager
    def collected(self, where: str = "") -> Iterator[None]:
        """Turn expected trouble inside into a finding, so that the next entry is still read.

        Args:
            where: the place, for errors that do not know theirs.
        """
        try:
            yield
        except CounterError as error:
            self.add(error.where or where, error.detail)
