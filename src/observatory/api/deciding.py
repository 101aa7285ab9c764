"""Decisions: those that were made, and new ones by a token of the scope «review»."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Router, Status
from ninja.errors import HttpError

from observatory.api.access import DECIDES, READS
from observatory.api.paging import DEFAULT, page_asked, paged
from observatory.api.schemas import DecisionIn, DecisionOut, Decisions, Problem, UndoIn
from observatory.people.audience import person_of, visible_documents
from observatory.people.roles import Permission, Person, may
from observatory.records.models import Claim
from observatory.review import decide as deciding
from observatory.review.claim_page import find
from observatory.review.corrections import CorrectionError
from observatory.review.models import Decision

router = Router()
_REFUSED = {409: Problem, 422: Problem}


def seen_decisions(person: Person) -> QuerySet[Decision]:
    """The decisions about documents that a person may see."""
    found = Decision.objects.all()
    if may(person, Permission.KEEP_PEOPLE):
        return found
    return found.filter(document_key__in=visible_documents(person).values("key"))


@router.get("/decisions", response=Decisions, auth=READS, summary="Decisions, the newest first")
def decisions(request: HttpRequest, claim: str = "", page: int = 1, size: int = DEFAULT) -> dict[str, Any]:
    """Of all claims or of one, for who sees everything."""
    person = person_of(request)
    if not may(person, Permission.SEE_INTERNAL):
        raise HttpError(403, "decisions are withheld from you: /api/changes tells what changed")
    rows = seen_decisions(person).order_by("-pk")
    found = page_asked(request, rows.filter(target_key=claim) if claim else rows, page, size)
    return paged(request, found, list(found.object_list))


@router.post(
    "/claims/{key}/decisions",
    response={201: DecisionOut, **_REFUSED},
    auth=DECIDES,
    summary="Decide about a claim",
)
def decide(request: HttpRequest, key: str, told: DecisionIn) -> Status[Any]:
    """409 when somebody has decided about it after `seen`; 422 for a value that does not fit the field or the text."""
    person = person_of(request)
    found, name = find(key, person), person.get_username()
    if told.seen is not None:
        later = [row for row in deciding.history(found.key) if row.pk > told.seen]
        if later:
            return Status(409, {"detail": f"{later[-1].person} has decided about it: see decision {later[-1].pk}"})
    try:
        return Status(201, _ACTIONS[told.action](found, name, told))
    except (CorrectionError, deciding.DecisionError) as error:
        return Status(422, {"detail": str(error)})


def _correct(found: Claim, name: str, told: DecisionIn) -> Decision:
    return deciding.correct(found, told.field or "", told.value, name, told.reason)


def _note(found: Claim, name: str, told: DecisionIn) -> Decision:
    if not isinstance(told.value, str) or not told.value.strip():
        raise CorrectionError("a note is a text in «value»")
    return deciding.note(found, name, told.value.strip(), told.reason)


_ACTIONS: dict[str, Callable[[Claim, str, DecisionIn], Decision]] = {
    "accept": lambda found, name, told: deciding.accept(found, name, told.reason),
    "reject": lambda found, name, told: deciding.reject(found, name, told.reason),
    "correct": _correct,
    "note": _note,
}


@router.post(
    "/decisions/{number}/undo",
    response={201: DecisionOut, **_REFUSED},
    auth=DECIDES,
    summary="Undo a decision",
)
def undo(request: HttpRequest, number: int, told: UndoIn) -> Status[Any]:
    """What stood before it stands again; an undo is a decision of its own."""
    person = person_of(request)
    if not seen_decisions(person).filter(pk=number).exists():
        raise HttpError(404, f"no decision {number}")
    try:
        return Status(201, deciding.undo(number, person.get_username(), told.reason))
    except deciding.DecisionError as error:
        return Status(409, {"detail": str(error)})
