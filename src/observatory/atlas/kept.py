"""The incidents of the record as the pages know them, under the keys that they are kept by."""

from __future__ import annotations

from collections.abc import Iterator

from hudna.incidents import Incident as Joined
from hudna.incidents import incident_of
from hudna.recorded import RecordedClaim
from observatory.atlas.build import refresh
from observatory.atlas.models import Incident, Member
from observatory.records.pieces import pieces
from observatory.records.query import Query
from observatory.records.recorded import recorded_of

_ASKED = 500


def incidents(query: Query) -> Iterator[Joined]:
    """The incidents that have a claim among those that are asked for, each with all its claims, the earliest first.

    What has come in since they were made is joined first.
    """
    refresh()
    asked = Member.objects.filter(claim__in=query.claims()).values("incident")
    rows = Incident.objects.filter(pk__in=asked).order_by("first_day", "key").values_list("pk", "key")
    for numbers in pieces(rows.iterator(chunk_size=_ASKED), _ASKED):
        claims = _claims([number for number, _ in numbers])
        for number, key in numbers:
            if number in claims:
                yield incident_of(claims[number], key)


def _claims(numbers: list[int]) -> dict[int, list[RecordedClaim]]:
    owners = dict(Member.objects.filter(incident__in=numbers).values_list("claim_key", "incident"))
    found: dict[int, list[RecordedClaim]] = {}
    for claim in recorded_of(owners):
        found.setdefault(owners[claim.key], []).append(claim)
    return found
