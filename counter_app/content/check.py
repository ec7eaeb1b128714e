"""What the single files cannot see: whether matters, cases, fees and texts fit together."""

from collections.abc import Iterator
from datetime import date

from counter_app.content.check_analysis import analysis_findings
from counter_app.content.check_cases import case_findings
from counter_app.content.check_quotes import quote_findings
from counter_app.content.check_unused import unused_findings
from counter_app.content.loader import Reading
from counter_app.content.problems import Finding


def check(reading: Reading, day: date | None = None) -> tuple[Finding, ...]:
    """Everything that must not be published; hints are left out.

    Args:
        day: the day from which on law and limits must be right; without: that of the content.
    """
    return tuple(finding for finding in looked_over(reading, day) if not finding.is_hint)


def looked_over(reading: Reading, day: date | None = None) -> tuple[Finding, ...]:
    """Everything that is wrong or deserves a look: in the files, and once these can all be read, between them.

    Args:
        day: as above.
    """
    found = [*reading.findings, *reading.noted.hints]
    if reading.is_complete:
        found += _crossing(reading, day or reading.content.day)
    return tuple(dict.fromkeys(found))


def _crossing(reading: Reading, day: date) -> Iterator[Finding]:
    yield from case_findings(reading, day)
    yield from unused_findings(reading)
    yield from quote_findings(reading, day)
    yield from analysis_findings(reading, day)
