"""Every step of a visit: from one value to the next."""

from dataclasses import dataclass

from counter_app.domain.case_steps import VisitError
from counter_app.domain.people_steps import PeopleSteps
from counter_app.domain.screen_steps import ScreenSteps

__all__ = ["VisitError", "VisitSteps"]


@dataclass(frozen=True)
class VisitSteps(ScreenSteps, PeopleSteps):
    """The steps, on one snapshot of the content and one day. Each raises and changes nothing where it makes no sense.

    Args:
        content: everything that can be shown and printed.
        day: today, in the office's own calendar.
    """
