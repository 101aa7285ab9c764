"""Reads the sentences of one document into claims, in order."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from hudna.arabic.tokens import Token
from hudna.attribution import Voice, Voices, naming_offsets
from hudna.claims.aircraft import name_blasts, remember_aircraft
from hudna.claims.circumstances import add_date
from hudna.claims.clauses import Clauses
from hudna.claims.counts import add_counts
from hudna.claims.date_signs import choose_dates
from hudna.claims.dates import inherit_dates, mark_future
from hudna.claims.departures import settle_departure
from hudna.claims.document import Repetitions, Told, join_told_twice
from hudna.claims.draft import Draft, Filler, PlaceFiller
from hudna.claims.finish import make_claim, tidy
from hudna.claims.frames import Frames
from hudna.claims.holders import add_holders
from hudna.claims.homonyms import document_country, settle_homonyms
from hudna.claims.limits import next_trigger_first
from hudna.claims.means import decide_type
from hudna.claims.merge import merge_sentence
from hudna.claims.parties import inherit_doers, inherit_parties, name_references
from hudna.claims.patients import GOODS
from hudna.claims.place_choice import add_places, lend_places
from hudna.claims.place_hits import place_hits
from hudna.claims.place_inherit import inherit_places
from hudna.claims.places import PlaceMemory
from hudna.claims.roles import Roles
from hudna.claims.signs import event_signs
from hudna.claims.speaking import in_naming, voice_of
from hudna.claims.standing import standing
from hudna.claims.status import pass_on_status, set_status
from hudna.claims.struck import add_struck_sites
from hudna.claims.subjects import remember
from hudna.claims.triggers import find_triggers
from hudna.find.phrases import read_phrases
from hudna.find.view import SentenceView
from hudna.gazetteer import Gazetteer
from hudna.lexicon.weights import Sign, Weights
from hudna.records import Claim, Source, Span, Speaker

_ADMITTED = 0.6
"""The chance from which an event word stands that the rules would leave out."""
_HOPELESS = 0.02
"""The chance under which an event word is not looked at."""
_UNLIKELY = 0.25
"""The chance under which an event word that no other one absorbs is no claim."""


class ClaimBuilder:
    """Builds the claims of documents; keeps nothing between documents but parsed frames."""

    def __init__(self, gazetteer: Gazetteer, weights: Mapping[str, Weights]) -> None:
        self._frames = Frames()
        self._gazetteer = gazetteer
        self._event_words = weights.get("event_words")
        self._dates = weights.get("dates")

    def claims(
        self,
        text: str,
        tokens: Sequence[Token],
        views: Sequence[SentenceView],
        voices: Voices,
        published: date | None = None,
    ) -> list[Claim]:
        """The claims of a document. Duplicates told again are joined; versions of several speakers stay apart."""
        return [claim for _, claim in self.drafts(text, tokens, views, voices, published)]

    def drafts(
        self,
        text: str,
        tokens: Sequence[Token],
        views: Sequence[SentenceView],
        voices: Voices,
        published: date | None = None,
    ) -> list[tuple[Draft, Claim]]:
        """The claims of a document, each with the draft that it was made from."""
        memory = PlaceMemory(self._gazetteer)
        told = self._tellings(text, tokens, views, voices, memory, published)
        if self._dates is not None:
            choose_dates([item.draft for item in told], self._dates, published)
        inherit_places([item.draft for item in told])
        speakers = [_speaker(text, tokens, item.voice) for item in told]
        return [(t.draft, make_claim(text, t, s, memory.resolve)) for t, s in zip(told, speakers, strict=True)]

    def _tellings(
        self,
        text: str,
        tokens: Sequence[Token],
        views: Sequence[SentenceView],
        voices: Voices,
        memory: PlaceMemory,
        published: date | None = None,
    ) -> list[Told]:
        """The events of a document with who tells them, each once; `memory` learns its places."""
        told: list[Told] = []
        carried: list[Filler] = []
        speakers = naming_tokens(voices)
        country = document_country(views)
        event_words = self._event_words_of(views, voices)
        repetitions = Repetitions()
        for number, view in enumerate(views):
            memory.note(view)
            drafts = event_words[number]
            drafts, carried = self._sentence(view, drafts, tokens, voices, carried, memory, speakers, country)
            repeated = repetitions.of(number, view)
            for draft in drafts:
                if repeated is not None and draft.first >= repeated.first and repeated.note(told, draft):
                    continue
                told.extend(_told(draft, voices, tokens))
        remember_aircraft([item.draft for item in told])
        name_blasts([item.draft for item in told])
        mark_future([item.draft for item in told], published)
        inherit_dates([item.draft for item in told], published)
        told = standing(told)
        inherit_parties([item.draft for item in told], text)
        inherit_doers([item.draft for item in told])
        name_references([item.draft for item in told], text)
        return join_told_twice(told)

    def signs(self, views: Sequence[SentenceView], voices: Voices) -> Iterator[tuple[Draft, list[Sign]]]:
        """Every event word of a document, those left out by the rules too, with what can be weighed of it."""
        earlier: Counter[str] = Counter()
        for view, found in self._found(views, voices):
            clauses = Clauses(view)
            for index, draft in enumerate(found):
                yield draft, event_signs(view, clauses, found, index, earlier)
            earlier.update(draft.frame.entry.id for draft in found)

    def _found(self, views: Sequence[SentenceView], voices: Voices) -> Iterator[tuple[SentenceView, list[Draft]]]:
        """Each sentence with its event words, but those that only stand in the name of a speaker."""
        speakers = naming_tokens(voices)
        for number, view in enumerate(views):
            found = find_triggers(view, number, Clauses(view), self._frames)
            yield view, [draft for draft in found if not in_naming(draft, speakers)]

    def _event_words_of(self, views: Sequence[SentenceView], voices: Voices) -> list[list[Draft]]:
        """The event words that may tell events, for each sentence, with their chances."""
        if self._event_words is None:
            return [[draft for draft in found if not draft.doubt] for _, found in self._found(views, voices)]
        standing: list[list[Draft]] = [[] for _ in views]
        for draft, signs in self.signs(views, voices):
            draft.chance = self._event_words.chance(signs)
            if draft.chance >= (_ADMITTED if draft.doubt else _HOPELESS):
                standing[draft.sentence].append(draft)
        return standing

    def _sentence(
        self,
        view: SentenceView,
        drafts: list[Draft],
        tokens: Sequence[Token],
        voices: Voices,
        carried: list[Filler],
        memory: PlaceMemory,
        speakers: set[int],
        country: str,
    ) -> tuple[list[Draft], list[Filler]]:
        clauses = Clauses(view)
        phrases = read_phrases(view)
        settle_homonyms(view, phrases, country)
        roles = Roles(view, clauses, phrases, carried)
        subjects = [s for s in roles.subjects if s is not None]
        if not drafts:
            return [], remember(carried, subjects, ())
        clause_of = [clauses.at(position) for position in range(len(view.forms))]
        further: list[Draft] = []
        for index, draft in enumerate(drafts):
            limit = next_trigger_first(drafts, index, len(view.forms))
            roles.fill(draft, limit)
            settle_departure(draft, phrases)
            second = decide_type(view, draft, clauses, limit)
            if second is not None:
                further.append(second)
        drafts = sorted([*drafts, *further], key=lambda draft: draft.first) if further else drafts
        for draft in drafts:
            draft.actors = [filler for filler in draft.actors if filler.kind != "means"]  # drones of nobody named
        add_holders(view, drafts, phrases)
        add_counts(view, drafts, phrases, clause_of)
        _hold_shares(drafts)
        hits = place_hits(view, phrases, speakers)
        add_places(view, drafts, hits, clauses)
        speech = _speech_clauses(view, clauses)
        for draft in drafts:
            add_date(view, draft, drafts, clauses, speech)
            voice = voice_of(draft, voices)
            set_status(view, draft, clauses, voice.force if voice is not None else "", _cue_span(voice, tokens))
        pass_on_status(drafts)
        drafts = [draft for draft in merge_sentence(view, drafts, clauses) if _is_likely(draft)]
        add_struck_sites(view, drafts)
        lend_places(view, drafts, hits, clauses)
        memory.settle(drafts)
        return drafts, remember(carried, subjects, drafts)


def _is_likely(draft: Draft) -> bool:
    """Whether the weights let an event word stand by itself.

    Harm that no means has absorbed stands: what makes it unlikely elsewhere is that it mostly belongs to its means. So
    does what has a figure: a tally must not be lost; and who did it to whom together.
    """
    told = draft.frame.harm or draft.counts or (draft.actors and draft.targets)
    return bool(told) or draft.chance >= _UNLIKELY


def naming_tokens(voices: Voices) -> set[int]:
    """The tokens that name speakers."""
    return {token for voice in voices for first, last in voice.chain for token in range(first, last)}


def _told(draft: Draft, voices: Voices, tokens: Sequence[Token]) -> list[Told]:
    """A draft with its voice; an accusation that somebody denies is a version of each of the two."""
    voice = voice_of(draft, voices)
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


def _cue_span(voice: Voice | None, tokens: Sequence[Token]) -> tuple[int, int] | None:
    if voice is None or voice.cue_last <= voice.cue_first:
        return None
    return tokens[voice.cue_first].start, tokens[voice.cue_last - 1].end


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


def _hold_shares(drafts: Sequence[Draft]) -> None:
    """«السيطرة على 65 بالمئة من المنطقة»: a share of land is a state of control (codebook: control_status)."""
    for draft in drafts:
        if draft.type != "territory_taken":
            continue
        if _seizes_goods(draft):
            draft.type = "destruction"
            continue
        beside = range(draft.last, draft.last + 3)
        share = any(n.kind == "percent" and n.first in beside for n in draft.view.numbers.values())
        if share or any(count.what == "percent" for count in draft.counts):
            draft.type = "control_status"


def _seizes_goods(draft: Draft) -> bool:
    """«استولوا على مدفع»: what is seized is no place (codebook: destruction)."""
    view = draft.view
    near = range(draft.last - 1, min(draft.last + 4, len(view.forms) - 1))
    on = next((at for at in near if view.forms[at] == "علي"), None)
    if on is None:
        return False
    at = on + 1 if on + 1 not in view.numbers else on + 2
    return at < len(view.forms) and any(m.entry.data.get("kind") in GOODS for m in view.matches[at] if not m.lead)


def _speech_clauses(view: SentenceView, clauses: Clauses) -> set[int]:
    return {clauses.at(at) for at, found in enumerate(view.matches) if any(m.family == "speech" for m in found)}


def _speaker(text: str, tokens: Sequence[Token], voice: Voice | None) -> Speaker | None:
    if voice is None or voice.full_first is None or voice.full_last is None:
        return None
    chain = tuple(_surface(text, tokens, first, last) for first, last in voice.chain)
    start, end = tidy(text, *naming_offsets(tokens, voice.full_first, voice.full_last))
    if start >= end:
        return None
    return Speaker(Span.of(text, start, end), Source(voice.rule), chain)


def speaker_at(text: str, tokens: Sequence[Token], voices: Voices, offset: int) -> Speaker | None:
    """Who speaks at a character of the text."""
    token = bisect_right(tokens, offset, key=lambda t: t.start) - 1
    return _speaker(text, tokens, voices.at(max(0, token)))


def _surface(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    start, end = tidy(text, *naming_offsets(tokens, first, last))
    return text[start:end]


__all__ = ["ClaimBuilder", "PlaceFiller"]
