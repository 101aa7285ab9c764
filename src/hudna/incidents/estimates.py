"""Low, best and high by a stated rule, and figures that a source changed.

The rule, for one kind of count of one incident:

1. What counts are claims that say it happened or goes on. Doubtful ones («ربما») count only when there are no others;
   denials, demands and announcements never give a figure.
2. A source is the speaker, or the outlet where it speaks in its own voice. Each source counts once, with the figure of
   its latest telling; copies of one speaker's words in several outlets are one source.
3. Each figure has bounds: «exact 11» 11–11; «about 50» 45–55; «more than 20» from 21; «at least 20» from 20; «up to 30»
   0–30; «less than 30» 0–29; «dozens» from 10, «hundreds» from 100, «thousands» from 1,000.
4. best is the exact or approximate figure that the most sources give; of equally many the one told last; of those still
   equal the lower. Without any such figure it is the highest lower bound that the most sources support in the same way.
5. low is the least of the sources' lower bounds, high the greatest of their upper bounds; where a source leaves the
   upper end open its lower bound stands in, and the estimate says that it is open. Always low ≤ best ≤ high.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from hudna.incidents.records import Change, Estimate, Version, VersionFigure
from hudna.records import Figure

_COUNTED = ("happened", "ongoing")
_CERTAIN = frozenset({"exact", "about"})


def estimates(versions: Sequence[Version]) -> tuple[Estimate, ...]:
    """Low, best and high of every kind of count that the versions give."""
    counted = [version for version in versions if version.status in _COUNTED]
    if not any(version.figures for version in counted):
        counted = [version for version in versions if version.status == "possible"]
    kinds = dict.fromkeys(figure.what for version in counted for figure in version.figures)
    found = (_estimate(what, counted) for what in kinds)
    return tuple(estimate for estimate in found if estimate is not None)


def changes(versions: Sequence[Version]) -> tuple[Change, ...]:
    """Where one source gave another figure in a later telling."""
    found: list[Change] = []
    last: dict[tuple[str, str], tuple[Version, Figure]] = {}
    for version in sorted(versions, key=_told_at):
        for figure in version.figures:
            if figure.value is None or figure.qualifier not in _CERTAIN:
                continue
            before = last.get((version.source, figure.what))
            if before is not None and before[1] != figure.value and before[0].published != version.published:
                found.append(_change(figure, before, version))
            last[version.source, figure.what] = (version, figure.value)
    return tuple(found)


def _change(figure: VersionFigure, before: tuple[Version, Figure], version: Version) -> Change:
    assert figure.value is not None
    earlier, value = before
    return Change(
        what=figure.what,
        source=version.source,
        speaker=version.speaker,
        before=value,
        after=figure.value,
        published_before=earlier.published,
        published_after=version.published,
        claims=(earlier.claims[0], version.claims[0]),
    )


def _told_at(version: Version) -> tuple[date, str]:
    return version.published or date.min, version.claims[0]


def _estimate(what: str, versions: Iterable[Version]) -> Estimate | None:
    latest: dict[str, tuple[date, VersionFigure]] = {}
    for version in sorted(versions, key=_told_at):
        for figure in version.figures:
            if figure.what == what and (figure.low is not None or figure.high is not None):
                latest[version.source] = (version.published or date.min, figure)
    told = list(latest.values())
    if not told:
        return None
    best, agreeing = _best(told)
    lows = [figure.low for _, figure in told if figure.low is not None]
    highs = [figure.high if figure.high is not None else figure.low or 0 for _, figure in told]
    return Estimate(
        what=what,
        low=min([*lows, best]),
        best=best,
        high=max([*highs, best]),
        open_ended=any(figure.high is None for _, figure in told),
        sources=len(told),
        agreeing=agreeing,
    )


def _best(told: Sequence[tuple[date, VersionFigure]]) -> tuple[Figure, int]:
    certain = [(day, figure.value) for day, figure in told if figure.qualifier in _CERTAIN and figure.value is not None]
    candidates = certain or [(day, figure.low if figure.low else figure.high or 0) for day, figure in told]
    support = Counter(value for _, value in candidates)
    latest = {value: max(day for day, other in candidates if other == value) for value in support}
    if certain:
        best = min(support, key=lambda value: (-support[value], -latest[value].toordinal(), value))
    else:
        best = min(support, key=lambda value: (-support[value], -value))
    return best, support[best]
