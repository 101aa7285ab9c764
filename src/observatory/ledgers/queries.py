"""The ledger of a ceasefire as an audience may see it: a fixed number of questions, for a bounded number of days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from hudna.ledger import Ceasefire, Ledger, build
from hudna.protect import Profile, protect_ledger, visible
from hudna.recorded import RecordedClaim
from hudna.series import LONGEST_DAILY, window
from observatory.documents.queries import open_until
from observatory.people.audience import visible_claims
from observatory.people.roles import Person
from observatory.records.models import Claim, Count, Party
from observatory.records.projection import folded_naming
from observatory.records.query import Query
from observatory.records.recorded import recorded_of

SHOWN = 14
"""Days on a page where none are asked for."""
MOST_SHOWN = 31
"""Days on a page, at most."""
MOST_TAKEN = 366
"""Days in a file of data, at most."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a ledger. `cut` says that more were asked for."""

    first: date
    last: date
    cut: bool = False


def span(
    ceasefire: Ceasefire, person: Person, profile: Profile, first: date | None, last: date | None, most: int
) -> Span:
    """The days that are asked for, inside the ceasefire's own; else those up to the last report that may be seen."""
    today = date.today()
    end = min(filter(None, (last, ceasefire.last, today)))
    if last is None:
        told = last_report(ceasefire, person, profile, end)
        end = min(end, first + timedelta(days=SHOWN - 1)) if first else told or end
    start = max(first or end - timedelta(days=SHOWN - 1), ceasefire.first)
    limit = end - timedelta(days=most - 1)
    return Span(max(start, limit), end, start < limit)


def last_report(ceasefire: Ceasefire, person: Person, profile: Profile, end: date) -> date | None:
    """The last day up to `end` of which a reporting side of the ceasefire tells; None where there is none."""
    limit = min(filter(None, (end, open_until(profile))))
    told = Claim.objects.filter(current=True, to_day__lte=limit, from_day__gte=ceasefire.first)
    told = visible_claims(person, told.exclude(review="rejected"))
    speakers = {speaker for side in ceasefire.sides for speaker in side.speakers}
    named = Party.objects.filter(role=Party.Role.SPEAKER, folded__in=map(folded_naming, speakers))
    kinds = _kinds(ceasefire)
    for asked in (Q(speaker_entry__in=speakers), Q(pk__in=named.values("claim"))):
        days = told.filter(asked).filter(kinds).order_by("-from_day").values_list("to_day", flat=True)
        if (found := days.first()) is not None:
            return found
    return None


def claims_of(ceasefire: Ceasefire, person: Person, profile: Profile, first: date, last: date) -> list[RecordedClaim]:
    """The claims that a ledger of these days can rest on, as far as a person may see them."""
    # Asked for by what it is, nearly every claim would be found by its review; so the days decide what is looked at.
    asked = Query(first_day=first, last_day=last).claims().exclude(review="rejected").filter(_kinds(ceasefire))
    limit = open_until(profile)
    until = min(filter(None, (last, limit)))
    keys: QuerySet[Claim, str] = visible_claims(person, asked.filter(to_day__lte=until)).values_list("key", flat=True)
    return visible(recorded_of(keys), profile)


def _kinds(ceasefire: Ceasefire) -> Q:
    """Breaches, and figures of what the sides count."""
    counted = Count.objects.filter(claim=OuterRef("pk"), what__in={side.counts for side in ceasefire.sides})
    return Q(type="ceasefire_violation") | Q(Exists(counted))


def ledger_of(
    ceasefire: Ceasefire, person: Person, profile: Profile, days: Span
) -> tuple[Ledger, dict[str, RecordedClaim]]:
    """The ledger of these days, and the claims that it rests on by the keys that its cells name."""
    after = days.last + timedelta(days=LONGEST_DAILY)
    claims = claims_of(ceasefire, person, profile, days.first, after)
    made = build(ceasefire, claims, days.first, days.last)
    if any(_reaches_over(claim, days) for claim in claims):
        made = _within_later(made, _end_of(ceasefire, claims, days, after))
    through = protect_ledger(made, claims, profile)
    own = {claim.key: claim for claim in claims}
    if through is made:
        return made, own
    pairs = zip(_keys(through), _keys(made), strict=True)
    return through, {shown: own[key] for shown, key in pairs}


def _reaches_over(claim: RecordedClaim, days: Span) -> bool:
    """Whether a claim tells of a window that begins in these days and is booked after them."""
    first, last = window(claim)
    return first is not None and last is not None and first <= days.last < last


def _end_of(ceasefire: Ceasefire, claims: list[RecordedClaim], days: Span, after: date) -> Ledger:
    """The ledger of the last days, which a window booked up to `after` can reach, and of those up to then."""
    first = max(days.first, days.last - timedelta(days=LONGEST_DAILY))
    booked = [claim for claim in claims if (day := window(claim)[1]) is not None and first <= day <= after]
    return build(ceasefire, booked, first, after)


def _keys(ledger: Ledger) -> list[str]:
    """The keys that cells and running totals name, in a fixed order."""
    found = [key for cell in ledger.cells for key in cell.claims]
    found += [key for cell in ledger.cells for _, keys in cell.otherwise for key in keys]
    return found + [key for total in ledger.running for key in total.claims]


def _within_later(ledger: Ledger, longer: Ledger) -> Ledger:
    """Days at the end that lie in a window which is booked after the last day are no days without a report."""
    within = {(cell.day, cell.zone, cell.side, cell.unit) for cell in longer.cells if cell.state == "within"}
    moved = {
        key
        for cell in ledger.cells
        if cell.state == "no_report" and (key := (cell.day, cell.zone, cell.side, cell.unit)) in within
    }
    if not moved:
        return ledger
    cells = tuple(
        replace(cell, state="within") if (cell.day, cell.zone, cell.side, cell.unit) in moved else cell
        for cell in ledger.cells
    )
    totals = tuple(
        replace(
            total,
            days_without_report=total.days_without_report
            - sum(key[1:] == (total.zone, total.side, total.unit) for key in moved),
        )
        for total in ledger.totals
    )
    return replace(ledger, cells=cells, totals=totals)
