"""Do the figures of a document fit each other? Totals against their parts, headlines against the sides' totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hudna.arabic.letters import fold
from hudna.arabic.tokens import tokenise
from hudna.records import Claim, Count, Figure, Finding, Level
from hudna.sums.forms import Unit, load_forms
from hudna.sums.messages import addition, figure, message, sides
from hudna.sums.sides import is_side

_TOLD = frozenset({"happened", "ongoing", "possible", "denied"})
_CLAUSE_MARKS = frozenset("،,؛;.\n")
_FLOW_DAYS = 3
"""A window of more days than this is a stock, not a day's flow."""


def check_sums(claims: Sequence[Claim]) -> tuple[Finding, ...]:
    """The findings about the figures of one document's claims: parts first, then headlines."""
    found: list[Finding] = []
    for index, claim in enumerate(claims):
        for count in claim.counts:
            finding = _check_parts(index, claim, count)
            if finding is not None:
                found.append(finding)
    found.extend(_check_headlines(claims))
    return tuple(found)


def _check_parts(index: int, claim: Claim, count: Count) -> Finding | None:
    values = [part.value for part in count.parts if part.value is not None]
    if count.value is None or not values:
        return None
    names = [part.name for part in count.parts if part.value is not None]
    total: Figure = sum(values)
    gap = count.value - total
    code, key = _verdict(count, total)
    level: Level = "warning" if code == "parts_differ" else "info"
    shown = _short(claim.speaker.span.text) if claim.speaker is not None else ""
    keys = ("speaker", key) if shown else (key,)
    stated, summed, missing = figure(count.value), figure(total), figure(abs(gap))
    text = message(*keys, name=shown, stated=stated, sum=summed, gap=missing, parts=addition(names, values))
    figures: dict[str, Figure | list[Figure] | None] = {
        "stated": count.value, "sum": total, "totals": [count.value], "parts": values, "difference": gap
    }  # fmt: skip
    return Finding(code, level, (index,), figures, text)


def _verdict(count: Count, total: Figure) -> tuple[str, str]:
    """The code of a breakdown and the catalogue entry that tells it."""
    assert count.value is not None
    if total == count.value:
        return "parts_match", "parts_match"
    if _agrees(count, total):
        return "parts_match", "parts_match_about"
    if total > count.value:
        return "parts_differ", "parts_more"
    return ("parts_differ", "parts_fewer") if count.whole else ("parts_partial", "parts_partial")


def _agrees(count: Count, total: Figure) -> bool:
    """Whether a sum is within what «نحو», «أكثر من», «ما لا يقل عن» leave open."""
    assert count.value is not None
    if count.qualifier in ("more_than", "at_least"):
        return total > count.value
    if count.qualifier in ("up_to", "less_than"):
        return count.whole and total < count.value
    return count.qualifier == "about" and abs(total - count.value) * 20 <= count.value


@dataclass(frozen=True, slots=True)
class _Tally:
    """A figure of violations told by one source, or by one side as a part of a total."""

    claim: int
    value: Figure
    name: str
    shown: str
    unit: str
    parts: Figure | None
    listed: bool
    stock: bool
    days: tuple[int, int] | None


def _check_headlines(claims: Sequence[Claim]) -> Iterator[Finding]:
    tallies = list(_tallies(claims))
    seen: set[tuple[Figure, bool]] = set()
    for headline in tallies:
        if headline.listed or not headline.value or (headline.value, headline.stock) in seen:
            continue
        below = _below(headline, tallies, claims)
        if len(below) < 2:
            continue
        seen.add((headline.value, headline.stock))
        finding = _headline_finding(headline, below)
        if finding.code != "headline_differs" or all(is_side(tally.name) for tally in below):
            yield finding  # figures of others than the sides of a commission need not be shares of a headline


def _tallies(claims: Sequence[Claim]) -> Iterator[_Tally]:
    for index, claim in enumerate(claims):
        if claim.status not in _TOLD:
            continue
        for count in claim.counts:
            if count.what != "violations" or count.value is None:
                continue
            values = [part.value for part in count.parts if part.value is not None]
            told = sum(values) if values and (count.whole or sum(values) > count.value) else None
            shown = claim.speaker.span.text if claim.speaker is not None else ""
            stock, days, name = _is_stock(claim, count), _days(claim), fold(shown)
            shown = _short(shown)
            yield _Tally(index, count.value, name, shown, count.of or "", told, bool(values), stock, days)


def _below(headline: _Tally, tallies: Sequence[_Tally], claims: Sequence[Claim]) -> list[_Tally]:
    """The sides' tallies under a headline: one for each other speaker, of the same series and window."""
    found: dict[str, _Tally] = {}
    for tally in tallies:
        if _is_territory(tally.name):
            continue
        fits = tally.claim != headline.claim and tally.stock == headline.stock and _same_window(tally, headline)
        if not fits or not tally.name or tally.name == headline.name:
            continue
        old = found.get(tally.name)
        if old is None or (tally.listed and not old.listed):
            found[tally.name] = tally
    reporting = [tally for tally in found.values() if is_side(tally.name)]
    chosen = reporting if len(reporting) > 1 else list(found.values())
    if is_side(headline.name) and not _names_both(headline.name):
        return []
    return chosen if len(chosen) > 1 else _told_as_parts(headline, claims)


def _names_both(name: str) -> bool:
    """«الجانبان الروسي والتركي», «العسكريون الروس والأتراك»: both sides together, whose figure is the sum of theirs."""
    forms = load_forms()
    words = [base for word in name.split() for base in forms.bases(word)]
    return len({forms.states[word] for word in words if word in forms.states}) > 1


def _is_territory(name: str) -> bool:
    """«سجلت محافظة تعز 12 خرقا»: a province of which breaches are told, no side that reports them."""
    return load_forms().has_role(name.split(" ")[0], "stripped_head") if name else False


def _told_as_parts(headline: _Tally, claims: Sequence[Claim]) -> list[_Tally]:
    """Sides told as parts of another total stand under the headline like tallies of their own."""
    for index, claim in enumerate(claims):
        for count in claim.counts:
            sided = [part for part in count.parts if part.by == "side" and part.value is not None]
            if index != headline.claim and count.what == "violations" and len(sided) > 1:
                stock, days = headline.stock, headline.days
                unit = count.of or ""
                return [
                    _Tally(index, part.value or 0, fold(part.name), part.name, unit, None, False, stock, days)
                    for part in sided
                ]
    return []


def _short(name: str) -> str:
    """«الطرف الروسي» of «الطرف الروسي من اللجنة المشتركة»."""
    return " ".join(name.split()[:2]) if is_side(fold(name)) else name


def _is_stock(claim: Claim, count: Count) -> bool:
    """Whether a figure is told since a beginning («منذ بدء الهدنة»), by its own clause or its window of days."""
    days = _days(claim)
    if days is not None and days[1] - days[0] > _FLOW_DAYS:
        return True
    if claim.when is not None and fold(claim.when.span.text).startswith("منذ") and days is None:
        return True
    text, at = claim.evidence.text, count.span.start - claim.evidence.start
    if not 0 <= at < len(text):
        return False
    first = max((text.rfind(mark, 0, at) for mark in _CLAUSE_MARKS), default=-1) + 1
    ends = [end for end in (text.find(mark, at) for mark in _CLAUSE_MARKS) if end >= 0]
    return _is_cumulative(text[first : min(ends, default=len(text))])


def _is_cumulative(clause: str) -> bool:
    forms = load_forms()
    tokens = [token.form for token in tokenise(clause)]
    for token, following in zip(tokens, [*tokens[1:], ""], strict=True):
        since_today = token == "منذ" and forms.has_role(following, "after_since_today")
        if forms.has_role(token, "cumulative") and not since_today:
            return True
    return False


def _days(claim: Claim) -> tuple[int, int] | None:
    when = claim.when
    if when is None or when.first_day is None:
        return None
    return when.first_day.toordinal(), (when.last_day or when.first_day).toordinal()


def _same_window(one: _Tally, other: _Tally) -> bool:
    if one.days is None or other.days is None or one.stock:
        return True
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]


def _headline_finding(headline: _Tally, below: Sequence[_Tally]) -> Finding:
    totals = [tally.value for tally in below]
    parts = [tally.value if tally.parts is None else tally.parts for tally in below]
    names = [f"«{tally.shown}»" for tally in below]
    told = any(tally.parts is not None for tally in below)
    code, keys, fitting = _reading(headline, below, sum(totals), sum(parts), told)
    units = _units([headline, *below])
    if len(units["ar"]) > 1:
        keys = (*keys, "units")
    text = message(
        *keys, stated=figure(headline.value), sum=figure(sum(totals)), all=figure(sum(totals)),
        totals=addition(names, totals),
        parts=addition(names, parts), parts_sum=figure(sum(parts)), gap=figure(abs(headline.value - sum(totals))),
        name=next((name for name, tally in zip(names, below, strict=True) if tally.value == headline.value), ""),
        units_ar="، ".join(units["ar"]), units_en=", ".join(units["en"]), **sides(len(below)),
    )  # fmt: skip
    figures: dict[str, Figure | list[Figure] | None] = {
        "stated": headline.value, "sum": fitting, "totals": totals, "parts": parts,
        "difference": headline.value - fitting,
    }  # fmt: skip
    claims = (headline.claim, *dict.fromkeys(tally.claim for tally in below))
    return Finding(code, "warning" if code == "headline_differs" else "info", claims, figures, text)


def _reading(
    headline: _Tally, below: Sequence[_Tally], totals: Figure, parts: Figure, told: bool
) -> tuple[str, tuple[str, ...], Figure]:
    """Which reading makes the headline true: its code, the catalogue entries that say so, and the sum that fits."""
    if headline.value == totals:
        also = () if not told else ("and_parts",) if parts == totals else ("not_parts",)
        return "headline_matches_totals", ("headline_matches_totals", *also), totals
    if told and headline.value == parts:
        return "headline_matches_parts", ("headline_matches_parts",), parts
    if any(tally.value == headline.value for tally in below):
        return "headline_matches_totals", ("headline_one_side",), headline.value
    return "headline_differs", ("headline_differs",), totals


def _units(tallies: Sequence[_Tally]) -> dict[str, list[str]]:
    """The different units that figures are told in, as words of each language."""
    forms = load_forms()
    found: dict[str, Unit] = {}
    for tally in tallies:
        unit = forms.unit_of(tally.unit)
        if unit is not None:
            found.setdefault(unit.id, unit)
    return {"ar": [unit.arabic for unit in found.values()], "en": [unit.english for unit in found.values()]}
