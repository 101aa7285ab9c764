"""From the fields of a correction's form to the value that `corrections.corrected_field` takes.

Words are told as they stand in the visible field; where the page's script knows where they stand, their offsets come
beside them. Offsets count only while the text holds these words there: the words are what the person saw.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from observatory.review.corrections import CorrectionError

NAMINGS = ("actors", "targets", "places", "also")
SINGLE = ("speaker", "evidence")
CHOICES = ("type", "status")


def given_value(field: str, form: QueryDict, claim: Mapping[str, Any], text: str) -> Any:
    """What a person gives as the right value of a field; CorrectionError where it does not make sense."""
    if field in CHOICES:
        return form.get("value", "")
    if field in NAMINGS:
        return _words(form, text)
    if field in SINGLE:
        found = _words(form, text)
        if len(found) > 1:
            raise CorrectionError("give one stretch of words")
        return found[0] if found else None
    if field == "when":
        return _when(form, text)
    return _counts(form, claim, text) if field == "counts" else None


def _words(form: QueryDict, text: str) -> list[Any]:
    told = [item.strip() for item in form.get("words", "").split("|") if item.strip()]
    known = _spans(form.get("spans", ""), text)
    found: list[Any] = []
    for words in told:
        place = next((span for span in known if span["surface"] == words), None)
        if place is not None:
            known.remove(place)
        found.append(place or {"surface": words})
    return found


def _spans(told: str, text: str) -> list[dict[str, Any]]:
    """The stretches that the script tells and that hold what it says."""
    try:
        listed = json.loads(told) if told else []
        spans = [(str(span["surface"]), int(span["start"]), int(span["end"])) for span in listed]
    except (ValueError, KeyError, TypeError):
        return []
    return [
        {"surface": words, "start": start, "end": end}
        for words, start, end in spans
        if start >= 0 and text[start:end] == words
    ]


def _when(form: QueryDict, text: str) -> dict[str, Any] | None:
    found = _words(form, text)
    first, last = form.get("first", ""), form.get("last", "")
    if not found and not first:
        return None
    if len(found) != 1 or not first:
        raise CorrectionError("give the day and the one stretch of words that tells it")
    place = [found[0]["start"], found[0]["end"]] if "start" in found[0] else None
    return {"start": first, "end": last or first, "surface": found[0]["surface"], **({"span": place} if place else {})}


def _counts(form: QueryDict, claim: Mapping[str, Any], text: str) -> list[dict[str, Any]]:
    lists = [form.getlist(name) for name in ("kept", "what", "number", "qualifier", "words", "spans")]
    if len({len(each) for each in lists}) != 1:
        raise CorrectionError("the form of the figures is not whole: load the page again")
    found = []
    for kept, what, number, qualifier, words, spans in zip(*lists, strict=True):
        if words.strip():
            found.append(_count(_before(kept, claim), what, number, qualifier, _place(words.strip(), spans, text)))
    return found


def _before(kept: str, claim: Mapping[str, Any]) -> Mapping[str, Any]:
    """The figure that a row of the form changes; its breakdown stays."""
    at = int(kept) if kept.isdecimal() else -1
    counts = claim["counts"]
    return counts[at] if 0 <= at < len(counts) else {}


def _place(words: str, spans: str, text: str) -> dict[str, Any]:
    return next((span for span in _spans(spans, text) if span["surface"] == words), {"surface": words})


def _count(
    before: Mapping[str, Any], what: str, number: str, qualifier: str, place: Mapping[str, Any]
) -> dict[str, Any]:
    told = {"what": what, "value": _number(number), "qualifier": qualifier or None, **place}
    return {**told, "of": before.get("of"), "parts": before.get("parts", ()), "whole": before.get("whole", False)}


def _number(told: str) -> float | None:
    if not told.strip():
        return None
    try:
        value = float(told.replace(",", ""))  # Python reads Arabic digits too
    except ValueError as error:
        raise CorrectionError(f"«{told}» is no number") from error
    return int(value) if value.is_integer() else value
