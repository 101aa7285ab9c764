"""What people decided about the claims of an incident, and how they decide about the incident itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from observatory.records.models import Claim
from observatory.review import decide
from observatory.review.anchors import JOINING
from observatory.review.decide import DecisionError
from observatory.review.models import Decision


@dataclass(frozen=True, slots=True)
class Step:
    """One decision; `undone` says that it counts no more."""

    decision: Decision
    undone: bool

    @property
    def is_open(self) -> bool:
        """Whether it can be undone."""
        return not self.undone and self.decision.action != Decision.Action.UNDO


def history(keys: Sequence[str]) -> list[Step]:
    """Every decision about these claims and about the incidents that they stood in, the latest first."""
    joining = Q(action__in=JOINING, about__has_any_keys=list(keys))
    own = Q(target_kind=Decision.Kind.CLAIM, target_key__in=keys)
    found = list(Decision.objects.filter(own | joining))
    undos = list(Decision.objects.filter(undoes__in=found).exclude(pk__in=[row.pk for row in found]))
    rows = sorted({row.pk: row for row in (*found, *undos)}.values(), key=lambda row: -row.pk)
    undone = {row.undoes_id for row in rows if row.action == Decision.Action.UNDO}
    return [Step(row, row.pk in undone) for row in rows]


def merge(keys: Sequence[str], person: str, reason: str) -> Decision:
    """These claims tell one happening."""
    return decide.merge(_claims(keys), person, _told(reason))


def split(apart: Sequence[str], keys: Sequence[str], person: str, reason: str) -> Decision:
    """Some claims of an incident tell another happening than the rest."""
    chosen = [key for key in keys if key in set(apart)]
    others = [key for key in keys if key not in set(apart)]
    if not chosen or not others:
        raise DecisionError("incident.split_none")
    return decide.split(_claims(chosen), _claims(others), person, _told(reason))


def undo(number: str, keys: Sequence[str], person: str, reason: str) -> Decision:
    """A decision of an incident's history counts no more."""
    if number not in {str(step.decision.pk) for step in history(keys) if step.is_open}:
        raise DecisionError("incident.undo_none")
    return decide.undo(int(number), person, reason)


def _claims(keys: Sequence[str]) -> list[Claim]:
    found = Claim.objects.filter(key__in=keys, current=True).select_related("document", "body")
    return sorted(found, key=lambda claim: list(keys).index(claim.key))


def _told(reason: str) -> str:
    if not reason.strip():
        raise DecisionError("incident.reason_none")
    return reason.strip()
