"""The feed of changes: what was read or decided since a moment, with the value before and the reason.

Who does not see everything is told which claims and documents of theirs changed, and not what was said of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from heapq import merge
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Router
from ninja.errors import HttpError

from hudna import protect
from hudna.protect import Profile
from observatory.api.access import READS
from observatory.api.deciding import seen_decisions
from observatory.api.schemas import Changes
from observatory.documents.keys import public_key
from observatory.documents.queries import open_documents, open_until
from observatory.people.audience import audience_of, person_of, visible_claims
from observatory.people.exports import note_export
from observatory.people.roles import Person
from observatory.records.models import Claim, Reading
from observatory.review.models import Decision

router = Router(auth=READS)
MOST = 500


@router.get("/changes", response=Changes, summary="What changed since a moment")
def changes(request: HttpRequest, since: datetime | None = None, after: str = "", limit: int = MOST) -> dict[str, Any]:
    """Begin with `since` (ISO 8601 with its zone), and go on with `after` of each answer until `more` is false."""
    profile, person = audience_of(request), person_of(request)
    decided, read = _place(after) if after or since is None else _before(since)
    decisions = _decisions(person, profile).filter(pk__gt=decided).order_by("pk")
    readings = Reading.objects.filter(pk__gt=read, document__in=open_documents(person, profile)).order_by("pk")
    most = min(max(limit, 1), MOST)
    told: list[Iterable[Decision | Reading]] = [
        decisions[: most + 1],
        readings.select_related("document")[: most + 1],
    ]
    rows = list(merge(*told, key=lambda row: row.made_at))
    shown = rows[:most]
    for row in shown:
        decided = max(decided, row.pk) if isinstance(row, Decision) else decided
        read = max(read, row.pk) if isinstance(row, Reading) else read
    note_export(request, "api", len(shown))
    items = [_decision(row, profile) if isinstance(row, Decision) else _reading(row, profile) for row in shown]
    return {"items": items, "after": f"{decided}.{read}", "more": len(rows) > most}


def _place(after: str) -> tuple[int, int]:
    """The last decision and the last reading that a program has seen."""
    if not after:
        return 0, 0
    decided, _, read = after.partition(".")
    if not (decided.isdecimal() and read.isdecimal()):
        raise HttpError(422, "«after» is none that this feed gave")
    return int(decided), int(read)


def _before(since: datetime) -> tuple[int, int]:
    """The last decision and the last reading before a moment."""
    moment = since if since.tzinfo else since.replace(tzinfo=UTC)
    earlier = (model.objects.filter(made_at__lt=moment).order_by("-pk") for model in (Decision, Reading))
    decided, read = (rows.values_list("pk", flat=True).first() or 0 for rows in earlier)
    return decided, read


def _decisions(person: Person, profile: Profile) -> QuerySet[Decision]:
    if profile.text == "full":
        return seen_decisions(person)
    claims = visible_claims(person, Claim.objects.filter(current=True))
    limit = open_until(profile)
    if limit:
        claims = claims.filter(to_day__lte=limit, document__published__lte=limit)
    about = Decision.objects.filter(target_kind=Decision.Kind.CLAIM, target_key__in=claims.values("key"))
    return about.exclude(action=Decision.Action.NOTE)


def _decision(row: Decision, profile: Profile) -> dict[str, Any]:
    is_claim = row.target_kind == Decision.Kind.CLAIM
    told = {
        "at": row.made_at,
        "kind": "decision",
        "document": public_key(row.document_key, profile) if row.document_key else None,
        "claim": protect.public_key(row.target_key, "claim", profile) if is_claim else None,
        "action": row.action,
        "field": row.field,
    }
    if profile.text != "full":
        return told
    more = {"number": row.pk, "old": row.old, "new": row.new, "reason": row.reason, "person": row.person}
    return {**told, **more, "claim": row.target_key}


def _reading(row: Reading, profile: Profile) -> dict[str, Any]:
    return {
        "at": row.made_at,
        "kind": "reading",
        "document": public_key(row.document.key, profile),
        "engine": row.engine,
        "lexicon": row.lexicon,
    }
