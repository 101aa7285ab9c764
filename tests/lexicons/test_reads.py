"""The whole reader finds in the example of every event entry what the entry says it must find (`reads`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from hudna.arabic.letters import fold
from hudna.records import Claim, Document
from tests.claims.telling import rules

LEXICONS = Path(__file__).resolve().parents[2] / "lexicons"
PUBLISHED = date(2024, 1, 1)


def _events() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for file in sorted((LEXICONS / "events").glob("*.yaml")):
        content = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
        found.extend(content if isinstance(content, list) else [e for part in content.values() for e in part])
    return found


EVENTS = _events()


def _words(surface: str) -> frozenset[str]:
    """The folded words of a name without article and a proclitic before it."""
    words = set()
    for word in fold(surface).split():
        if word.startswith("لل"):
            word = word[2:]
        words.add(word.removeprefix("ال"))
    return frozenset(words)


def _same(wanted: str, found: str) -> bool:
    first, second = _words(wanted), _words(found)
    return first <= second or second <= first


def _covered(wanted: Sequence[str], found: Sequence[str]) -> bool:
    left = list(found)
    for name in wanted:
        match = next((other for other in left if _same(name, other)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _tells(claim: Claim, reads: dict[str, Any], example: str) -> bool:
    """Whether a claim is of the entry's type and its event word, or the clause that tells it, holds the trigger."""
    if claim.type != reads["type"]:
        return False
    start = example.find(reads["trigger"])
    end = start + len(reads["trigger"])
    overlaps = start >= 0 and claim.trigger.start < end and start < claim.trigger.end
    return overlaps or reads["trigger"] in claim.evidence.text


def _slots(claim: Claim) -> dict[str, list[str]]:
    return {
        "actors": [actor.span.text for actor in claim.actors],
        "targets": [target.span.text for target in claim.targets],
        "places": [place.span.text for place in claim.places],
    }


def _fits(claim: Claim, reads: dict[str, Any]) -> bool:
    """Actors and targets exactly as told, the places told among those read, the figures told among those read."""
    slots = _slots(claim)
    for slot in ("actors", "targets"):
        wanted = reads.get(slot, [])
        if len(wanted) != len(slots[slot]) or not _covered(wanted, slots[slot]):
            return False
    figures = [(count.what, count.value) for count in claim.counts]
    wanted_figures = [(count["what"], count["value"]) for count in reads.get("counts", []) if "value" in count]
    return _covered(reads.get("places", []), slots["places"]) and all(f in figures for f in wanted_figures)


@pytest.mark.parametrize("entry", EVENTS, ids=[entry["id"] for entry in EVENTS])
def test_example_is_read(entry: dict[str, Any]) -> None:
    example, reads = entry["example"], entry["reads"]
    claims = rules().read(Document(text=example, published=PUBLISHED)).claims
    telling = [claim for claim in claims if _tells(claim, reads, example)]
    assert telling, f"no {reads['type']} told by «{reads['trigger']}» in {[(c.type, c.trigger.text) for c in claims]}"
    assert any(_fits(claim, reads) for claim in telling), [
        (_slots(claim), [(c.what, c.value) for c in claim.counts]) for claim in telling
    ]
