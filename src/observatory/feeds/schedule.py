"""When a feed is asked next: at its interval while it answers, ever more rarely while it fails."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from observatory.feeds.client import FetchError, Marks

LONGEST_WAIT = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class FeedState:
    """What is known of a feed between two requests."""

    marks: Marks = field(default_factory=Marks)
    due: datetime | None = None
    """The moment of the next request; None for a feed that was never asked."""
    asked: datetime | None = None
    answered: datetime | None = None
    failures: int = 0
    """Failures in a row."""
    problem: str | None = None
    remedy: str | None = None

    def is_due(self, now: datetime) -> bool:
        """Whether the feed is to be asked now."""
        return self.due is None or self.due <= now


def after_answer(state: FeedState, marks: Marks, now: datetime, interval: timedelta) -> FeedState:
    """The state after an answer, changed or not."""
    return FeedState(marks=marks, due=now + interval, asked=now, answered=now)


def after_failure(state: FeedState, error: FetchError, now: datetime, interval: timedelta) -> FeedState:
    """The state after a failure: the wait doubles each time, up to a day; a server that names a wait is obeyed.

    A failure that time does not heal (an address that is gone) waits the whole day at once.
    """
    wait = min(interval * 2 ** min(state.failures, 16), LONGEST_WAIT) if error.passing else LONGEST_WAIT
    wait = max(wait, error.after or timedelta())
    return replace(
        state,
        due=now + wait,
        asked=now,
        failures=state.failures + 1,
        problem=error.problem,
        remedy=error.remedy,
    )
