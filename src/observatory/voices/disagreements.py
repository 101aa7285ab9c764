"""Keeps what voices disagree about up with incidents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date

from django.db import transaction
from django.db.models import Count, Q

from hudna.incidents import Incident as Joined
from hudna.incidents import incident_of
from hudna.recorded import RecordedClaim
from hudna.sides import default_sides
from observatory.atlas.models import Incident, Member
from observatory.records.models import Claim
from observatory.records.pieces import pieces
from observatory.records.recorded import recorded_of
from observatory.voices.compare import Quarrel, quarrels
from observatory.voices.models import Contradiction, Said, Voice
from observatory.voices.stamp import stamp

_ASKED = 400
Advance = Callable[[int], None]


def rebuild(advance: Advance = lambda number: None) -> None:
    """Make all disagreements anew, of every incident that more than one source tells."""
    Contradiction.objects.all().delete()
    asked = Incident.objects.filter(sources__gt=1).order_by("pk").values_list("pk", flat=True)
    for numbers in pieces(asked.iterator(chunk_size=_ASKED), _ASKED):
        _write(_joined(numbers))
        advance(len(numbers))
    recount()


def refresh(documents: Sequence[int]) -> None:
    """Make the disagreements of the incidents anew that these documents tell of."""
    asked = Incident.objects.filter(sources__gt=1, members__claim__document__in=documents).distinct()
    take(_joined(list(asked.values_list("pk", flat=True))))


def _joined(numbers: Sequence[int]) -> list[Joined]:
    """Incidents with their claims."""
    keys = dict(Incident.objects.filter(pk__in=numbers).values_list("pk", "key"))
    members = Member.objects.filter(incident__in=numbers, claim__current=True)
    owners = dict(members.values_list("claim_key", "incident"))
    told: dict[int, list[RecordedClaim]] = {}
    for claim in recorded_of(owners):
        told.setdefault(owners[claim.key], []).append(claim)
    return [incident_of(claims, keys[number]) for number, claims in told.items()]


def take(joined: Sequence[Joined]) -> None:
    """Put what is said of these incidents in the place of what was said of them before."""
    with transaction.atomic():
        for asked in pieces((incident.key for incident in joined), _ASKED):
            Contradiction.objects.filter(incident__key__in=asked).delete()
        _write([incident for incident in joined if len(incident.versions) > 1])
        recount()


def _write(joined: Sequence[Joined]) -> None:
    numbers: dict[str, int] = {}
    for asked in pieces((incident.key for incident in joined), _ASKED):
        numbers.update(Incident.objects.filter(key__in=asked).values_list("key", "pk"))
    said: dict[str, Said] = {}
    for keys in pieces((claim.key for incident in joined for claim in incident.claims), _ASKED):
        rows = Said.objects.filter(claim__key__in=keys, claim__current=True).select_related("claim", "voice")
        said.update({row.claim.key: row for row in rows})
    found = (row for incident in joined for row in _rows(incident, numbers[incident.key], said))
    Contradiction.objects.bulk_create(found, batch_size=_ASKED)


def _rows(incident: Joined, number: int, said: dict[str, Said]) -> Iterator[Contradiction]:
    told: dict[int, list[RecordedClaim]] = {}
    for claim in incident.claims:
        if claim.key in said:
            told.setdefault(said[claim.key].voice_id, []).append(claim)
    if len(told) < 2:
        return
    for quarrel in quarrels(told, default_sides()):
        yield from _both(quarrel, number, incident.last_day, [said[claim.key] for claim in quarrel.claims])


def _both(quarrel: Quarrel, number: int, day: date | None, rows: Sequence[Said]) -> Iterable[Contradiction]:
    """A quarrel as either of the two has it."""
    days = [row.open_day for row in rows]
    figures = [asdict(figure) for figure in quarrel.figures] if quarrel.figures else [None, None]
    for one, other in ((0, 1), (1, 0)):
        yield Contradiction(
            incident_id=number,
            voice_id=rows[one].voice_id,
            other_id=rows[other].voice_id,
            claim_id=rows[one].claim_id,
            other_claim_id=rows[other].claim_id,
            kind=quarrel.kind,
            own=figures[one],
            theirs=figures[other],
            day=day,
            open_day=None if None in days else max(filter(None, days)),
            named=all(row.voice.named for row in rows),
        )


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
