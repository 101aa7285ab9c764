"""Reads the sentences of one document into claims, in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hudna.arabic.tokens import Token
from hudna.attribution import Voice, Voices
from hudna.claims.aircraft import remember_aircraft
from hudna.claims.circumstances import add_date, add_places, place_hits
from hudna.claims.clauses import Clauses
from hudna.claims.counts import add_counts
from hudna.claims.dates import inherit_dates, mark_future
from hudna.claims.document import Told, join_told_twice
from hudna.claims.draft import Draft, Filler, PlaceFiller
from hudna.claims.finish import make_claim, tidy
from hudna.claims.frames import Frames
from hudna.claims.means import decide_type
from hudna.claims.merge import merge_sentence
from hudna.claims.parties import PARTY_TYPES, inherit_parties
from hudna.claims.places import PlaceMemory
from hudna.claims.roles import Roles, next_trigger_first
from hudna.claims.status import set_status
from hudna.claims.triggers import find_triggers
from hudna.find.phrases import read_phrases
from hudna.find.view import SentenceView
from hudna.gazetteer import Gazetteer
from hudna.records import Claim, Source, Span, Speaker

_WINDOW = 40
"""How many claims back a referring word is looked up."""


class ClaimBuilder:
    """Builds the claims of documents; keeps nothing between documents but parsed frames."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._frames = Frames()
        self._gazetteer = gazetteer

    def claims(
        self,
        text: str,
        tokens: Sequence[Token],
        views: Sequence[SentenceView],
        voices: Voices,
        published: date | None = None,
    ) -> list[Claim]:
        """The claims of a document. Duplicates told again are joined; versions of several speakers stay apart."""
        memory = PlaceMemory(self._gazetteer)
        told: list[Told] = []
        carried: Filler | None = None
        speakers = {t for v in voices for first, last in v.chain for t in range(first, last)}
        for number, view in enumerate(views):
            memory.note(view)
            drafts, carried = self._sentence(view, number, tokens, voices, carried, memory, speakers)
            for draft in drafts:
                told.extend(_told(draft, voices, tokens))
        remember_aircraft([item.draft for item in told], text)
        mark_future([item.draft for item in told], published)
        inherit_dates([item.draft for item in told])
        told = _standing(told)
        inherit_parties([item.draft for item in told], text)
        told = join_told_twice(told)
        return [make_claim(text, item, _speaker(text, tokens, item.voice), memory.resolve) for item in told]

    def _sentence(
        self,
        view: SentenceView,
        number: int,
        tokens: Sequence[Token],
        voices: Voices,
        carried: Filler | None,
        memory: PlaceMemory,
        speakers: set[int],
    ) -> tuple[list[Draft], Filler | None]:
        clauses = Clauses(view)
        drafts = find_triggers(view, number, clauses, self._frames)
        phrases = read_phrases(view)
        roles = Roles(view, clauses, phrases, carried)
        subjects = [s for s in roles.subjects if s is not None]
        if not drafts:
            return [], subjects[0] if subjects else carried
        clause_of = [clauses.at(position) for position in range(len(view.forms))]
        for index, draft in enumerate(drafts):
            limit = next_trigger_first(drafts, index, len(view.forms))
            roles.fill(draft, limit)
            decide_type(view, draft, clauses, limit)
        add_counts(view, drafts, phrases, clause_of)
        add_places(view, drafts, place_hits(view, phrases, speakers), clauses)
        speech = _speech_clauses(view, clauses)
        for draft in drafts:
            add_date(view, draft, drafts, clauses, speech)
            voice = voices.at(_token(draft))
            set_status(view, draft, clauses, voice.force if voice is not None else "", _cue_span(voice, tokens))
        drafts = merge_sentence(view, drafts, clauses)
        memory.inherit(drafts)
        return drafts, subjects[0] if subjects else carried


def _told(draft: Draft, voices: Voices, tokens: Sequence[Token]) -> list[Told]:
    """A draft with its voice; an accusation that somebody denies is a version of each of the two."""
    voice = voices.at(_token(draft))
    told = [Told(draft, _voice_key(voice, tokens), _evidence(draft), voice)]
    outer = voice.outer if voice is not None else None
    if outer is not None and outer.force == "deny" and draft.status != "denied":
        if not draft.actors and outer.full_first is not None and outer.full_last is not None:
            start, end = tokens[outer.full_first].start, tokens[outer.full_last - 1].end
            draft.actors = [Filler(start, end, "build.accused_denies", "actor")]
        denied = replace(draft, status="denied", status_rule="status.denied_accusation")
        told.append(Told(denied, _voice_key(outer, tokens), _evidence(draft), outer))
    return told


def _voice_key(voice: Voice | None, tokens: Sequence[Token]) -> str:
    return "" if voice is None or voice.full_first is None else tokens[voice.full_first].form


def _token(draft: Draft) -> int:
    return draft.view.tokens_at[draft.first]


def _cue_span(voice: Voice | None, tokens: Sequence[Token]) -> tuple[int, int] | None:
    if voice is None or voice.cue_last <= voice.cue_first:
        return None
    return tokens[voice.cue_first].start, tokens[voice.cue_last - 1].end


def _standing(told: list[Told]) -> list[Told]:
    """Drafts that are claims. A definite word that adds nothing only refers: it goes to `also` of its event."""
    kept: list[Told] = []
    for item in told:
        if not _stands(item.draft):
            continue
        if _refers(item.draft):
            earlier = next((k for k in reversed(kept[-_WINDOW:]) if k.draft.type == item.draft.type), None)
            if earlier is not None:
                earlier.also.append(item.evidence)
                continue
            if item.draft.view.roles[max(0, item.draft.first - 1)] in ("cause", "time"):
                continue
        kept.append(item)
    return kept


def _refers(draft: Draft) -> bool:
    filled = draft.actors or draft.targets or draft.counts
    return draft.noun and draft.definite and not filled and draft.sentence > 0


def _stands(draft: Draft) -> bool:
    """Whether a draft says enough: a weak or referring word needs something in its slots."""
    if draft.noun and draft.frame.weak and not draft.counts and _is_background(draft):
        return False
    if draft.frame.generic and draft.definite and not draft.strong:
        return False
    if draft.type == "control_status" and not _names_holder_and_place(draft):
        return False
    if draft.frame.weak and not draft.strong:
        own = any(p.rule == "circumstances.place" for p in draft.places)
        parties = draft.type in PARTY_TYPES and len(draft.actors) >= 2
        return bool(draft.counts) or parties or bool(draft.actors) + bool(draft.targets) + own >= 2
    return True


def _names_holder_and_place(draft: Draft) -> bool:
    """A state of control is a claim for a share of land, or for a named place with a named holder."""
    if any(c.what == "percent" for c in draft.counts):
        return True
    clause = Clauses(draft.view).all[draft.clause]
    if clause.opener == "relative":
        before = [p.hit for p in draft.places if p.view is draft.view and p.hit.last <= clause.first]
        return bool(draft.actors) and any(h.places and h.last >= clause.first - 2 for h in before)
    named = [p for p in draft.places if p.rule == "circumstances.place" and not p.hit.anaphor and p.hit.places]
    return bool(draft.actors and named)


def _is_background(draft: Draft) -> bool:
    """Whether a noun only gives the purpose or setting of something else («من أجل دعم …», «في ظل التقدم»)."""
    first = max(0, draft.first - 3)
    return any(draft.view.roles[at] in ("purpose", "cause") for at in range(first, draft.first))


def _evidence(draft: Draft) -> tuple[int, int]:
    """The clause of the event with what fills its slots, from the first to the last of them."""
    clause = Clauses(draft.view).all[draft.clause]
    starts = [draft.view.start(clause.first)]
    ends = [draft.view.end(clause.last)]
    named = [(f.start, f.end) for f in (*draft.actors, *draft.targets)]
    for start, end in (*named, *((c.start, c.end) for c in draft.counts), *draft.told):
        if draft.view.start(0) <= start and end <= draft.view.end(len(draft.view.words)):
            starts.append(start)
            ends.append(end)
    return tidy(draft.view.text, min(starts), max(ends))


def _speech_clauses(view: SentenceView, clauses: Clauses) -> set[int]:
    return {clauses.at(at) for at, found in enumerate(view.matches) if any(m.family == "speech" for m in found)}


def _speaker(text: str, tokens: Sequence[Token], voice: Voice | None) -> Speaker | None:
    if voice is None or voice.full_first is None or voice.full_last is None:
        return None
    chain = tuple(_surface(text, tokens, first, last) for first, last in voice.chain)
    start, end = tidy(text, tokens[voice.full_first].start, tokens[voice.full_last - 1].end)
    if start >= end:
        return None
    return Speaker(Span.of(text, start, end), Source(voice.rule), chain)


def speaker_at(text: str, tokens: Sequence[Token], voices: Voices, offset: int) -> Speaker | None:
    """Who speaks at a character of the text."""
    token = bisect_right(tokens, offset, key=lambda t: t.start) - 1
    return _speaker(text, tokens, voices.at(max(0, token)))


def _surface(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    start, end = tidy(text, tokens[first].start, tokens[last - 1].end)
    return text[start:end]


__all__ = ["ClaimBuilder", "PlaceFiller"]
