"""Makes decisions: a new row, and the claim's columns made anew, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from observatory.records.models import Claim, ClaimBody, Count, Party, Place
from observatory.records.pieces import pieces
from observatory.records.projection import Rows, take_columns
from observatory.review.anchors import JOINING, about_claim
from observatory.review.corrections import corrected_field
from observatory.review.models import Decision
from observatory.review.state import claim_state, counting, standing

_LEAST_KEY = 6


class DecisionError(ValueError):
    """A decision cannot be made; the message says why and what helps."""


def find_claim(key: str) -> Claim:
    """The current claim of a key or of its first characters; DecisionError when there is none or more than one."""
    wanted = key.strip().lower()
    if len(wanted) < _LEAST_KEY:
        raise DecisionError(f"«{key}» is too short for the key of a claim: give {_LEAST_KEY} characters or more")
    claims = Claim.objects.select_related("document", "body").filter(current=True)
    found = list(claims.filter(key__startswith=wanted)[:2])
    if len(found) == 1:
        return found[0]
    if found:
        raise DecisionError(f"«{key}» begins the keys of several claims: give more characters")
    older = Claim.objects.filter(key__startswith=wanted, current=False).exists()
    why = "is read by an older reading only" if older else "is the key of no claim"
    raise DecisionError(f"«{key}» {why}: «hudna export --format jsonl» shows the keys")


def accept(claim: Claim, person: str, reason: str) -> Decision:
    """The claim is right as it stands."""
    return _decide(claim, Decision.Action.ACCEPT, person, reason)


def reject(claim: Claim, person: str, reason: str) -> Decision:
    """The text makes no such claim."""
    return _decide(claim, Decision.Action.REJECT, person, reason)


def note(claim: Claim, person: str, text: str, reason: str = "") -> Decision:
    """A remark that changes nothing else."""
    return _decide(claim, Decision.Action.NOTE, person, reason, new=text, old=claim.note)


def correct(claim: Claim, field: str, value: Any, person: str, reason: str) -> Decision:
    """A field is wrong and should be this. CorrectionError when the value does not fit the field or the text."""
    now = claim.body.standing or claim.body.read
    new = corrected_field(field, value, now, claim.document.body.text)
    return _decide(claim, Decision.Action.CORRECT, person, reason, field=field, old=now[field], new=new)


def merge(claims: Sequence[Claim], person: str, reason: str) -> Decision:
    """These claims are about one happening."""
    keys = _distinct(claims)
    return _join(Decision.Action.MERGE, claims, {"claims": keys}, person, reason)


def split(apart: Sequence[Claim], others: Sequence[Claim], person: str, reason: str) -> Decision:
    """The claims of `apart` are about another happening than `others`."""
    _distinct([*apart, *others])
    new = {"apart": [claim.key for claim in apart], "others": [claim.key for claim in others]}
    return _join(Decision.Action.SPLIT, [*apart, *others], new, person, reason)


def undo(number: int, person: str, reason: str) -> Decision:
    """A decision counts no more; what stood before it stands again."""
    with transaction.atomic():
        undone = Decision.objects.filter(pk=number).first()
        if undone is None:
            raise DecisionError(f"there is no decision {number}: «hudna decide history KEY» shows their numbers")
        if Decision.objects.filter(undoes=undone).exists():
            raise DecisionError(f"decision {number} is undone already")
        decision = Decision.objects.create(
            made_at=timezone.now(),
            person=_named(person),
            action=Decision.Action.UNDO,
            target_kind=undone.target_kind,
            target_key=undone.target_key,
            document_key=undone.document_key,
            about=undone.about,
            reason=reason,
            undoes=undone,
        )
        for claim in Claim.objects.filter(key=undone.target_key, current=True).select_related("document", "body"):
            refresh(claim)
    return decision


def _decide(
    claim: Claim,
    action: Decision.Action,
    person: str,
    reason: str,
    field: str | None = None,
    old: Any = None,
    new: Any = None,
) -> Decision:
    with transaction.atomic():
        decision = Decision.objects.create(
            made_at=timezone.now(),
            person=_named(person),
            action=action,
            target_kind=Decision.Kind.CLAIM,
            target_key=claim.key,
            document_key=claim.document.key,
            about={claim.key: about_claim(claim.body.read, claim.document.key)},
            field=field,
            old=old,
            new=new,
            reason=reason,
        )
        refresh(claim)
    return decision


def _join(action: Decision.Action, claims: Sequence[Claim], new: Any, person: str, reason: str) -> Decision:
    return Decision.objects.create(
        made_at=timezone.now(),
        person=_named(person),
        action=action,
        target_kind=Decision.Kind.INCIDENT,
        target_key=claims[0].key,
        document_key=claims[0].document.key,
        about={claim.key: about_claim(claim.body.read, claim.document.key) for claim in claims},
        new=new,
        reason=reason,
    )


def _named(person: str) -> str:
    if not person.strip():
        raise DecisionError("a decision needs the name of the person who makes it")
    return person.strip()


def _distinct(claims: Sequence[Claim]) -> list[str]:
    keys = [claim.key for claim in claims]
    if len(keys) < 2 or len(set(keys)) < len(keys):
        raise DecisionError("name two claims or more, each once")
    return keys


def refresh(claim: Claim) -> None:
    """Make the columns and rows of a claim anew from what was read and from the decisions about it."""
    state = claim_state(list(Decision.objects.filter(target_kind=Decision.Kind.CLAIM, target_key=claim.key)))
    body = claim.body
    body.standing = standing(body.read, state)
    claim.review, claim.note = state.review, state.note
    data = body.standing or body.read
    take_columns(claim, data, claim.document.published)
    claim.save()
    ClaimBody.objects.filter(pk=body.pk).update(standing=body.standing)
    for table in (Party, Place, Count):
        table.objects.filter(claim=claim).delete()
    rows = Rows()
    rows.add(claim, data)
    rows.write()


def history(key: str) -> list[Decision]:
    """Every decision about a claim in its order, those about its incident among them."""
    own = Decision.objects.filter(target_key=key)
    joining = [row for row in Decision.objects.filter(action__in=JOINING) if key in (row.about or {})]
    undos = Decision.objects.filter(undoes__in=joining)
    return sorted({*own, *joining, *undos}, key=lambda row: row.pk)


def joins() -> list[Decision]:
    """The merges and splits that count, in their order."""
    kinds = Decision.objects.filter(target_kind=Decision.Kind.INCIDENT).order_by("pk")
    return [row for row in counting(kinds) if row.action in JOINING]


def lost() -> list[tuple[Decision, str]]:
    """The decisions that count and a claim of each that no current reading holds any more."""
    rows = counting(Decision.objects.exclude(target_kind=Decision.Kind.DOCUMENT).order_by("pk"))
    named = {key for row in rows for key in row.about or {}}
    held: set[str] = set()
    for asked in pieces(sorted(named), 500):
        held.update(Claim.objects.filter(key__in=asked, current=True).values_list("key", flat=True))
    return [(row, key) for row in rows for key in row.about or {} if key not in held]
