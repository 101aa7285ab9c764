"""Signs that a date of the text is that of an event: what the weights in `lexicons/weights/dates.tsv` weigh."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from hudna.arabic.dates import DateMention
from hudna.claims.circumstances import compares, dates_speech
from hudna.claims.clauses import Clauses, is_finite_verb
from hudna.claims.draft import DateFiller, Draft
from hudna.claims.surroundings import role_of, step_of
from hudna.lexicon.weights import ALWAYS, Sign, Weights

_TO_COME = frozenset({"future", "demanded"})
_LIKELY = 0.38
"""The chance from which a date is taken for that of an event."""
_SENTENCES_BACK = 6
"""Over how many sentences the date of an event told before is looked at."""
_EVENTS_BACK = 4
"""Of how many events."""
_WINDOW = 30
"""How many events back they are looked for."""
_LEAD = 2
"""Up to which sentence a date is that of the beginning of the text."""
_MOST = 4
"""The highest number that signs tell apart."""


@dataclass(slots=True)
class DateCandidate:
    """A date that may be that of an event.

    `source` is `chosen` (the rules took it from the sentence), `lent` (the rules took it from another event), `other`
    (another date of the sentence), `event` (that of an event told before or beside it) or `lead` (that of the beginning
    of the text).
    """

    filler: DateFiller
    source: str
    event: Draft | None = None
    signs: list[Sign] = field(default_factory=list)


def choose_dates(drafts: Sequence[Draft], weights: Weights, published: date | None = None) -> None:
    """Give each event the date that the weights find likeliest, if it is likely; words that tell no days stay."""
    chosen: list[DateFiller | None] = []
    for index, draft in enumerate(drafts):
        candidates = (c for c in date_candidates(drafts, index) if not _is_past(draft, c.filler, published))
        rated = [(weights.chance(c.signs), c.filler) for c in candidates]
        chance, best = max(rated, key=lambda item: item[0], default=(0.0, None))
        undated = draft.date is not None and draft.date.mention.start is None
        chosen.append(best if chance >= _LIKELY else draft.date if undated else None)
    for draft, filler in zip(drafts, chosen, strict=True):
        draft.date = filler


def _is_past(draft: Draft, filler: DateFiller, published: date | None) -> bool:
    """Whether a day is over that is to be the day of something to come."""
    last = filler.mention.end or filler.mention.start
    if draft.status not in _TO_COME or published is None or last is None:
        return False
    return last < published or (draft.status == "future" and filler.mention.kind == "since")


def date_candidates(drafts: Sequence[Draft], index: int) -> list[DateCandidate]:
    """The dates that an event may have: those of its sentence, and those of the events around and before it."""
    draft = drafts[index]
    found: list[DateCandidate] = []
    for candidate in (*_own(draft), *_others(drafts, index)):
        mention = candidate.filler.mention
        known = next((c for c in found if _days(c.filler) == _days(candidate.filler)), None)
        if known is None and mention.start is not None:
            found.append(candidate)
        elif known is not None and known.event is None:
            known.event = candidate.event
    beside = [other for other in drafts[max(0, index - _WINDOW) : index + _WINDOW] if other.view is draft.view]
    for place, candidate in enumerate(found):
        candidate.signs = _signs(draft, candidate, place, any(c.source == "chosen" for c in found), len(found), beside)
    return found


def _days(filler: DateFiller) -> tuple[object, object]:
    return filler.mention.start, filler.mention.end


def _own(draft: Draft) -> list[DateCandidate]:
    """The date that the rules chose, and the others of the sentence."""
    chosen = [] if draft.date is None else [DateCandidate(draft.date, _source(draft.date))]
    others = (DateFiller(m, m.span_start, m.span_end, "weights.date") for m in draft.view.dates)
    return [*chosen, *(DateCandidate(filler, "other") for filler in others)]


def _source(date: DateFiller) -> str:
    return "lent" if date.rule == "dates.inherited" else "chosen"


def _others(drafts: Sequence[Draft], index: int) -> list[DateCandidate]:
    """The dates of the events of the sentence, of those before it, and of the beginning of the text."""
    draft = drafts[index]
    beside = [other for other in drafts[index + 1 : index + _WINDOW] if other.view is draft.view]
    before = list(reversed(drafts[max(0, index - _WINDOW) : index]))
    here = [other for other in before if other.view is draft.view]
    found: list[DateCandidate] = []
    for other in (*here, *beside, *(o for o in before if o.view is not draft.view)):
        if draft.sentence - other.sentence > _SENTENCES_BACK or len(found) >= _EVENTS_BACK:
            break
        if other.date is not None and other.date.mention.start is not None:
            found.append(DateCandidate(_lent(other.date), "event", other))
    for other in drafts[:index]:
        if other.sentence > _LEAD:
            break
        if other.date is not None and other.date.mention.start is not None and other.sentence < draft.sentence:
            return [*found, DateCandidate(_lent(other.date), "lead", other)]
    return found


def _lent(date: DateFiller) -> DateFiller:
    return DateFiller(date.mention, date.start, date.end, "dates.inherited")


def _signs(
    draft: Draft, candidate: DateCandidate, place: int, own: bool, candidates: int, beside: Sequence[Draft]
) -> list[Sign]:
    mention, source = candidate.filler.mention, candidate.source
    words = draft.view.text[candidate.filler.start : candidate.filler.end].split()
    found = [
        ALWAYS,
        ("source", source),
        ("source,type", f"{source} {draft.type}"),
        ("source,kind", f"{source} {mention.kind}"),
        ("source,span", f"{source} {_span(mention)}"),
        ("kind,type", f"{mention.kind} {draft.type}"),
        ("status", f"{source} {draft.status}"),
        ("part", f"{source} {draft.noun} {draft.definite}"),
        ("own", f"{source} {own}"),
        ("which", f"{source} {min(place, _MOST)}"),
        ("candidates", f"{source} {min(candidates, _MOST)}"),
        ("sentence", f"{source} {min(draft.sentence, 5)}"),
        ("first word", words[0] if words else ""),
    ]
    if draft.view.start(0) <= candidate.filler.start < draft.view.words[-1].end and source != "event":
        found += _sentence_signs(draft, mention, source, beside)
    if candidate.event is not None:
        found += _event_signs(draft, candidate, candidate.event)
    return found


def _sentence_signs(draft: Draft, mention: DateMention, source: str, beside: Sequence[Draft]) -> list[Sign]:
    """How a date of the sentence stands to the event word."""
    view, clauses = draft.view, Clauses(draft.view)
    side = "after" if mention.first >= draft.last else "before"
    low, high = (draft.last, mention.first) if side == "after" else (mention.last, draft.first)
    between = range(low, high)
    events = min(sum(low <= other.first < high for other in beside), _MOST)
    speech = any(m.family == "speech" for at in between for m in view.matches[at])
    clause = clauses.at(mention.first)
    apart = max(-3, min(3, clause - draft.clause))
    near = all(_distance(draft, mention) <= _distance(other, mention) for other in beside)
    given = any(o is not draft and o.date is not None and o.date.mention.first == mention.first for o in beside)
    spoken = dates_speech(view, mention, draft)
    before, after = role_of(view, mention.first - 1), role_of(view, mention.last)
    return [
        ("gap", f"{side} {step_of(max(0, high - low))}"),
        ("events between", f"{side} {events} {apart}"),
        ("verbs between", f"{side} {min(sum(is_finite_verb(view, at) for at in between), _MOST)}"),
        ("clauses apart", f"{apart} {clauses.all[clause].opener}"),
        ("opener", clauses.all[draft.clause].opener),
        ("speech between", f"{side} {speech}"),
        ("dates speech", f"{source} {spoken} {side}"),
        ("dates speech,type", f"{spoken} {draft.type}"),
        ("compares", str(compares(view, mention))),
        ("nearest", f"{source} {near} {given}"),
        ("role before", before),
        ("role before 2", f"{role_of(view, mention.first - 2)} {before}"),
        ("role after", after),
        ("role after 2", f"{after} {role_of(view, mention.last + 1)}"),
        ("into clause", f"{clauses.all[clause].opener} {step_of(mention.first - clauses.all[clause].first)}"),
        ("type,side", f"{draft.type} {side}"),
        ("part,side", f"{draft.match.features.part} {side} {apart}"),
    ]


def _event_signs(draft: Draft, candidate: DateCandidate, event: Draft) -> list[Sign]:
    """How the event that has the date stands to this one."""
    back, source, mention = min(max(0, draft.sentence - event.sentence), 6), candidate.source, candidate.filler.mention
    near, same = min(back, 3), event.type == draft.type
    places = {place.hit.name.removeprefix("ال") for place in draft.places}
    shared = any(place.hit.name.removeprefix("ال") in places for place in event.places)
    doers = {filler.identity(event.view.text) for filler in event.actors}
    same_doer = any(filler.identity(draft.view.text) in doers for filler in draft.actors)
    return [
        ("back", f"{source} {back}"),
        ("types", f"{event.type} {draft.type}"),
        ("same type", f"{source} {same} {near}"),
        ("shares", f"{shared} {bool(places)} {same_doer}"),
        ("shares,back", f"{shared} {same} {near}"),
        ("its kind", f"{mention.kind} {_span(mention)} {near}"),
        ("definite,back", f"{draft.definite} {same} {near}"),
        ("statuses", f"{event.status} {draft.status}"),
        ("first of text", f"{min(event.sentence, 3)} {near}"),
        ("harm", f"{event.frame.harm} {draft.frame.harm} {back == 0}"),
    ]


def _span(mention: DateMention) -> str:
    """How long a date is."""
    if mention.start is None or mention.end is None:
        return "none"
    days = (mention.end - mention.start).days
    return "day" if days <= 1 else "week" if days <= 7 else "month" if days <= 31 else "long"


def _distance(draft: Draft, mention: DateMention) -> int:
    return mention.first - draft.last if mention.first >= draft.last else draft.first - mention.last + 1
