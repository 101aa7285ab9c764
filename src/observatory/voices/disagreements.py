"""Keeps what voices disagree about up with incidents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from json import dumps
from typing import Any, NamedTuple

from django.db import connection, transaction
from django.db.models import Count, Q

from hudna.incidents import Incident as Joined
from hudna.recorded import RecordedClaim
from hudna.sides import default_sides
from observatory.atlas.models import Incident
from observatory.json_text import CompactEncoder
from observatory.records.models import Claim
from observatory.records.pieces import numbers_of, pieces
from observatory.records.recorded import recorded_of
from observatory.voices.compare import Quarrel, quarrels
from observatory.voices.models import Contradiction, Said, Voice
from observatory.voices.stamp import stamp

_ASKED = 400
_COLUMNS = (
    "incident_id", "voice_id", "other_id", "claim_id", "other_claim_id", "kind", "own", "theirs", "day", "open_day",
    "named",
)  # fmt: skip
Advance = Callable[[int], None]


class Teller(NamedTuple):
    """Who says a claim of an incident."""

    key: str
    incident: int
    day: date | None
    """The last day of the incident."""
    claim: int
    voice: int
    named: bool
    open_day: date | None


def rebuild(advance: Advance = lambda number: None) -> None:
    """Make all disagreements anew, of every incident that more than one source tells."""
    Contradiction.objects.all().delete()
    for numbers in numbers_of(Incident.objects.filter(sources__gt=1), _ASKED):
        tellers = _tellers(numbers)
        _write(recorded_of(tellers), tellers)
        advance(len(numbers))
    recount()


def refresh(documents: Sequence[int]) -> None:
    """Make the disagreements of the incidents anew that these documents tell of."""
    asked = Incident.objects.filter(sources__gt=1, members__claim__document__in=documents).distinct()
    numbers = list(asked.values_list("pk", flat=True))
    tellers = _tellers(numbers)
    _renew(numbers, recorded_of(tellers), tellers)


def take(joined: Sequence[Joined]) -> None:
    """Put what is said of these incidents in the place of what was said of them before."""
    numbers: list[int] = []
    for asked in pieces((incident.key for incident in joined), _ASKED):
        numbers.extend(Incident.objects.filter(key__in=asked).values_list("pk", flat=True))
    _renew(numbers, (claim for incident in joined for claim in incident.claims), _tellers(numbers))


def _renew(incidents: Sequence[int], claims: Iterable[RecordedClaim], tellers: Mapping[str, Teller]) -> None:
    with transaction.atomic():
        for asked in pieces(incidents, _ASKED):
            Contradiction.objects.filter(incident__in=asked).delete()
        _write(claims, tellers)
        recount()


def _tellers(incidents: Sequence[int]) -> dict[str, Teller]:
    """Who says the claims of those incidents that several sources and voices tell, by the key of the claim.

    Of the others no claim is taken up: to read it costs more than to know who says it.
    """
    found: dict[str, Teller] = {}
    voices: dict[int, set[int]] = {}
    for asked in pieces(incidents, _ASKED):
        said = Said.objects.filter(claim__member__incident__in=asked, claim__member__incident__sources__gt=1)
        told = said.filter(claim__current=True).values_list(
            "claim__key",
            "claim__member__incident",
            "claim__member__incident__last_day",
            "claim",
            "voice",
            "voice__named",
            "open_day",
        )
        for teller in (Teller(*row) for row in told):
            found[teller.key] = teller
            voices.setdefault(teller.incident, set()).add(teller.voice)
    return {key: teller for key, teller in found.items() if len(voices[teller.incident]) > 1}


def _write(claims: Iterable[RecordedClaim], tellers: Mapping[str, Teller]) -> None:
    told: dict[int, dict[int, list[RecordedClaim]]] = {}
    for claim in claims:
        if teller := tellers.get(claim.key):
            told.setdefault(teller.incident, {}).setdefault(teller.voice, []).append(claim)
    sides = default_sides()
    found = (quarrel for voices in told.values() for quarrel in quarrels(voices, sides))
    rows = (row for quarrel in found for row in _both(quarrel, [tellers[claim.key] for claim in quarrel.claims]))
    # As rows of the table: a large record has a million of them, and an object of each takes longer than all the rest.
    columns, values = ", ".join(_COLUMNS), ", ".join(["%s"] * len(_COLUMNS))
    with transaction.atomic(), connection.cursor() as cursor:
        for batch in pieces(rows, _ASKED):
            cursor.executemany(f"INSERT INTO {Contradiction._meta.db_table} ({columns}) VALUES ({values})", batch)


def _both(quarrel: Quarrel, tellers: Sequence[Teller]) -> Iterator[tuple[Any, ...]]:
    """A quarrel as either of the two has it, by `_COLUMNS`."""
    days = [teller.open_day for teller in tellers]
    open_day = None if None in days else max(filter(None, days))
    named = all(teller.named for teller in tellers)
    figures: list[str | None] = [dumps(asdict(figure), cls=CompactEncoder) for figure in quarrel.figures or ()]
    own, theirs = figures or (None, None)
    one, other = tellers
    for teller, beside, figure, opposed in ((one, other, own, theirs), (other, one, theirs, own)):
        told = teller.incident, teller.voice, beside.voice, teller.claim, beside.claim, quarrel.kind
        yield *told, figure, opposed, teller.day, open_day, named


def recount() -> None:
    """Count anew in how many incidents each voice contradicts another."""
    incidents = Count("contradictions__incident", distinct=True)
    named = Count("contradictions__incident", distinct=True, filter=Q(contradictions__named=True))
    concerned = Voice.objects.filter(Q(disagreements__gt=0) | Q(pk__in=Contradiction.objects.values("voice")))
    changed = []
    for row in concerned.annotate(now=incidents, now_named=named).only("pk", "disagreements", "named_disagreements"):
        if (row.disagreements, row.named_disagreements) != (row.now, row.now_named):
            row.disagreements, row.named_disagreements = row.now, row.now_named
            changed.append(row)
    Voice.objects.bulk_update(changed, ["disagreements", "named_disagreements"], batch_size=_ASKED)
    stamp()


def forget(documents: Sequence[int]) -> None:
    """Take out what rests on claims that no current reading holds any more."""
    gone = Claim.objects.filter(document__in=documents, current=False)
    gone_pairs = Contradiction.objects.filter(Q(claim__in=gone) | Q(other_claim__in=gone))
    if gone_pairs.exists():
        gone_pairs.delete()
        recount()
