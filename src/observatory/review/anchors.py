"""Finds the claims of a new reading that decisions were made about.

The key of a claim is made of its document, type and trigger. Where a newer reader reads the type that a person had
corrected it to, or takes in a word more as the trigger, the claim keeps the key that its decisions name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from observatory.review.models import Decision
from observatory.review.state import counting

JOINING = frozenset({"merge", "split"})
"""Actions that name several claims."""


def about_claim(data: Mapping[str, Any], document: str) -> dict[str, Any]:
    """What a decision notes of a claim, as the reader read it."""
    return {
        "document": document,
        "type": data["type"],
        "trigger": data["trigger"],
        "evidence": data["evidence"]["text"],
    }


def keep_keys(
    document: str, keys: Sequence[str], claims: Sequence[Mapping[str, Any]], decisions: Iterable[Decision]
) -> list[str]:
    """The keys of a reading's claims, those of decided claims kept where exactly one claim answers to them."""
    wanted: dict[str, set[str]] = {}
    anchors: dict[str, Mapping[str, Any]] = {}
    for decision in counting(decisions):
        for key, about in (decision.about or {}).items():
            if about["document"] == document and key not in keys:
                anchors[key] = about
                types = wanted.setdefault(key, {about["type"]})
                if decision.field == "type" and key == decision.target_key:
                    types.add(str(decision.new))
    named = {decision.target_key for decision in decisions}
    free = [at for at, key in enumerate(keys) if key not in named]
    answers: dict[int, list[str]] = {}
    for key, types in wanted.items():
        answering = [at for at in free if claims[at]["type"] in types and _overlap(claims[at], anchors[key])]
        if len(answering) == 1:
            answers.setdefault(answering[0], []).append(key)
    return [answers[at][0] if len(answers.get(at, ())) == 1 else key for at, key in enumerate(keys)]


def _overlap(claim: Mapping[str, Any], about: Mapping[str, Any]) -> bool:
    before, now = about["trigger"], claim["trigger"]
    return bool(now["start"] < before["end"] and before["start"] < now["end"])
