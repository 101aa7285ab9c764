"""From what a person gives as the right value of a field to its JSON form, with its words found in the text.

A value is a word, a list of namings, days or figures. Namings are given by their words or by their offsets; their words
are looked for in the claim's evidence first, then nearest to it. What cannot point at the text is refused.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, get_args

from hudna.deserialise import claim_from_dict
from hudna.labels import COUNTS
from hudna.lexicon.types import EVENT_TYPES
from hudna.records import Qualifier, SpanError, Status
from hudna.sides import default_sides
from hudna.sources.source import parse_day

RULE = "review.correction"


class CorrectionError(ValueError):
    """A value does not fit the field or the text; the message says why and what helps."""


def corrected_field(field: str, value: Any, claim: Mapping[str, Any], text: str) -> Any:
    """The JSON form of a field's right value, checked with the whole claim against the text.

    `value` is a string or what JSON gives; a string may hold JSON. CorrectionError when it does not fit.
    """
    if field not in FIELDS:
        raise CorrectionError(f"«{field}» is no field that can be corrected: {', '.join(FIELDS)}")
    try:
        found = FIELDS[field](_told(value), claim, text)
        claim_from_dict({**claim, field: found}, text)
    except (KeyError, TypeError, AttributeError) as error:
        raise CorrectionError(f"the value does not fit «{field}»: see «hudna decide correct --help»") from error
    except SpanError as error:
        raise CorrectionError(str(error)) from error
    return found


def _told(value: Any) -> Any:
    if (isinstance(value, str) and value.strip()[:1] in ("[", "{", '"')) or value == "null":
        try:
            return json.loads(value)
        except json.JSONDecodeError as error:
            raise CorrectionError(f"the value is no valid JSON (column {error.colno}: {error.msg})") from error
    return value


def _one_of(choices: frozenset[str]) -> Callable[[Any, Mapping[str, Any], str], str]:
    def choose(value: Any, claim: Mapping[str, Any], text: str) -> str:
        if value not in choices:
            raise CorrectionError(f"«{value}» is none of: {', '.join(sorted(choices))}")
        return str(value)

    return choose


def _span(value: Any, claim: Mapping[str, Any], text: str) -> dict[str, Any]:
    """The text, start and end of words given by themselves or by their offsets."""
    if isinstance(value, Mapping) and "start" in value and "end" in value:
        start, end = int(value["start"]), int(value["end"])
    else:
        words = value.get("surface", value.get("text")) if isinstance(value, Mapping) else value
        start = _find(str(words or "").strip(), claim, text)
        end = start + len(str(words).strip())
    if not 0 <= start < end <= len(text):
        raise CorrectionError(f"{start}–{end} is no stretch of the text ({len(text)} characters)")
    return {"text": text[start:end], "start": start, "end": end}


def _find(words: str, claim: Mapping[str, Any], text: str) -> int:
    first, last = claim["evidence"]["start"], claim["evidence"]["end"]
    places = _occurrences(words, text)
    if not places:
        raise CorrectionError(f"the text does not hold «{words}»: give the words as they stand in it")
    return min(places, key=lambda at: (not first <= at <= last - len(words), abs(at - first)))


def _occurrences(words: str, text: str) -> list[int]:
    found: list[int] = []
    at = text.find(words) if words else -1
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _surface(value: Any, claim: Mapping[str, Any], text: str) -> dict[str, Any]:
    span = _span(value, claim, text)
    return {"surface": span["text"], "start": span["start"], "end": span["end"]}


def _listed(value: Any) -> list[Any]:
    """The items of a list, which a string separates by «|»."""
    if isinstance(value, str):
        return [item.strip() for item in value.split("|") if item.strip()]
    return list(value or ())


def _parties(value: Any, claim: Mapping[str, Any], text: str) -> list[dict[str, Any]]:
    return [_party(item, claim, text) for item in _listed(value)]


def _party(value: Any, claim: Mapping[str, Any], text: str) -> dict[str, Any]:
    sides, found = default_sides(), _surface(value, claim, text)
    same = next((item for item in (*claim["actors"], *claim["targets"]) if _at(item) == _at(found)), None)
    if same is not None:
        return dict(same)
    actor = sides.find(found["surface"])
    known = {"name": sides.arabic(actor), "id": actor, "kind": sides.kind(actor)} if actor else {}
    return {**found, **{key: told for key, told in known.items() if told}, "rule": RULE, "entry": actor}


def _at(item: Mapping[str, Any]) -> tuple[int, int]:
    return item["start"], item["end"]


def _speaker(value: Any, claim: Mapping[str, Any], text: str) -> dict[str, Any] | None:
    if value in (None, ""):
        return None
    found = _party(value, claim, text)
    known = {"id": found["id"]} if found.get("id") else {}
    place = {key: found[key] for key in ("surface", "start", "end", "rule", "entry")}
    return {**place, **known, "chain": [found["surface"]]}


def _places(value: Any, claim: Mapping[str, Any], text: str) -> list[dict[str, Any]]:
    return [_place(item, claim, text) for item in _listed(value)]


def _place(value: Any, claim: Mapping[str, Any], text: str) -> dict[str, Any]:
    from observatory.review.places import named_place

    found = _surface(value, claim, text)
    same = next((place for place in claim["places"] if place["surface"] == found["surface"]), None)
    if same is not None:
        return {**same, **found}
    identity = value.get("id") if isinstance(value, Mapping) else None
    return {**found, **named_place(found["surface"], identity, claim), "rule": RULE}


def _when(value: Any, claim: Mapping[str, Any], text: str) -> dict[str, Any]:
    """Days with the words that tell them: «2021-03-03», «2021-03-03..2021-03-05», «2021-03-03 أمس»; null for none."""
    if value in (None, ""):
        return {"surface": None, "start": None, "end": None}
    if isinstance(value, str):
        days, _, words = value.strip().partition(" ")
        first, _, last = days.partition("..")
        value = {"start": first, "end": last or first, "surface": words.strip() or claim["when"]["surface"]}
    if not value.get("surface"):
        raise CorrectionError("give the words that tell the day too, for example «2021-03-03 أمس»")
    first_day, last_day = _day(value["start"]), _day(value.get("end") or value["start"])
    if last_day < first_day:
        raise CorrectionError(f"{last_day} is before {first_day}: give the earlier day first")
    told = dict(zip(("start", "end"), value.get("span") or (), strict=False)) or {"surface": value["surface"]}
    place = _span(told, claim, text)
    days_told = {"start": first_day.isoformat(), "end": last_day.isoformat()}
    return {
        "surface": place["text"], **days_told, "span": [place["start"], place["end"]], "rule": RULE, "entry": None
    }  # fmt: skip


def _day(value: Any) -> date:
    try:
        return parse_day(str(value))
    except ValueError as error:
        raise CorrectionError(f"{error}: write YYYY-MM-DD") from error


def _counts(value: Any, claim: Mapping[str, Any], text: str) -> list[dict[str, Any]]:
    """Figures as JSON: {"what", "value", "surface"}, and where they are told "of", "qualifier", "parts", "whole"."""
    return [_count(item, claim, text) for item in _listed(value)]


def _count(item: Mapping[str, Any], claim: Mapping[str, Any], text: str) -> dict[str, Any]:
    place = _span(item, claim, text)
    number = item.get("value")
    qualifier = item.get("qualifier") or ("vague" if number is None else "exact")
    if item["what"] not in COUNTS or qualifier not in get_args(Qualifier):
        raise CorrectionError(f"«{item['what']}», «{qualifier}»: no count of the codebook")
    if (number is None) != (qualifier == "vague") or not isinstance(number, int | float | None):
        raise CorrectionError("a vague figure has no value, any other has a number")
    parts = [_part(part, claim, text) for part in item.get("parts", ())]
    where = {"start": place["start"], "end": place["end"]}
    told = {"what": item["what"], "of": item.get("of"), "value": number, "qualifier": qualifier}
    return {**told, "parts": parts, "whole": bool(item.get("whole")), **where, "rule": RULE, "entry": None}


def _part(part: Mapping[str, Any], claim: Mapping[str, Any], text: str) -> dict[str, Any]:
    place = _span(part if "start" in part else part["place"], claim, text)
    where = {"start": place["start"], "end": place["end"]}
    return {"place": part["place"], "value": part["value"], "by": part.get("by", "place"), **where}


def _spans(value: Any, claim: Mapping[str, Any], text: str) -> list[dict[str, Any]]:
    return [_span(item, claim, text) for item in _listed(value)]


FIELDS: Mapping[str, Callable[[Any, Mapping[str, Any], str], Any]] = {
    "type": _one_of(EVENT_TYPES),
    "status": _one_of(frozenset(get_args(Status))),
    "actors": _parties,
    "targets": _parties,
    "speaker": _speaker,
    "places": _places,
    "when": _when,
    "counts": _counts,
    "evidence": _span,
    "also": _spans,
}
"""The fields that can be corrected, each with the way from a told value to its JSON form."""
