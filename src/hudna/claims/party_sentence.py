"""The parties that a sentence names, and the signs of how each stands to an event word of the sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from hudna.claims.clauses import Clauses, is_finite_verb
from hudna.claims.draft import Draft, Filler
from hudna.claims.patients import is_casualty, is_unnamed, names_target
from hudna.claims.surroundings import role_of, step_of
from hudna.find.agreement import case, disagrees, head_word
from hudna.find.phrase import Phrase
from hudna.find.view import SentenceView
from hudna.lexicon.match import Match
from hudna.lexicon.weights import Sign

NO_DOERS = frozenset(
    {
        "number",
        "time",
        "place",
        "thing",
        "weapon",
        "building",
        "site",
        "position",
        "area",
        "aid",
        "body",
        "breach",
        "vehicle",
    }
)
"""Kinds of nouns that do nothing themselves."""
_ABLE = frozenset({"actor", "group", "person", "people", "adjective"})
_COMMAS = frozenset(("،", ","))
_GOVERNING = frozenset({"speech", "status"})
_MOST = 3
"""The highest number that signs tell apart."""
_VERB_REACH = 2
"""How many words before a noun its verb may stand."""


def can_act(filler: Filler) -> bool:
    """Whether a filler names people or a side."""
    return filler.kind in _ABLE


def kind_of(filler: Filler) -> str:
    """What kind of party it is: what the lexicon says, else the kind of noun."""
    match = filler.match
    return filler.kind if match is None else f"{match.family} {match.entry.data.get('kind') or ''}"


class PartySentence:
    """What the events of one sentence share, made once."""

    def __init__(self, draft: Draft, drafts: Sequence[Draft]) -> None:
        view = draft.view
        self._view, self._phrases, self._clauses = view, draft.phrases, Clauses(view)
        self._starts = [word.start for word in view.words]
        size = len(view.forms)
        firsts = {other.first for other in drafts}
        self._verbs, self._events = [0] * (size + 1), [0] * (size + 1)
        for at in range(size):
            self._verbs[at + 1] = self._verbs[at] + is_finite_verb(view, at)
            self._events[at + 1] = self._events[at] + (at in firsts)
        self._by_start: dict[int, Phrase] = {}
        self.nouns: list[Filler] = []
        for phrase in self._phrases:
            if phrase.kind not in NO_DOERS:
                filler = _filler(view, phrase)
                self._by_start[filler.start] = phrase
                self.nouns.append(filler)
        covered = {at for phrase in self._phrases for at in range(phrase.first, phrase.last)}
        self.adjectives = [_adjective(view, m) for m in _demonyms(view) if m.first not in covered]
        self._governing: dict[int, tuple[Match | None, int]] = {}

    def ranks(self, draft: Draft, fillers: Sequence[Filler]) -> Mapping[int, str]:
        """By their offset, those who can act: as the how-manieth they stand before or after the event word."""
        placed = sorted((at, f) for f in fillers if can_act(f) and (at := self._position(f.start)) >= 0)
        before = [filler for at, filler in reversed(placed) if at < draft.first]
        after = [filler for at, filler in placed if at >= draft.first]
        return {
            filler.start: f"{side} {min(number, _MOST)} of {min(len(side_of), _MOST)}"
            for side, side_of in (("before", before), ("after", after))
            for number, filler in enumerate(side_of)
        }

    def signs(self, draft: Draft, filler: Filler, source: str, ranks: Mapping[int, str]) -> list[Sign]:
        """How a party stands to an event word of the sentence; nothing for one that another sentence names."""
        at = -1 if source == "before" else self._position(filler.start)
        if at < 0:
            return []
        phrase = self._by_start.get(filler.start)
        first, last = (phrase.first, phrase.last) if phrase is not None else (at, at + 1)
        side = "inside" if draft.first <= at < draft.last else "after" if first >= draft.last else "before"
        low, high = (draft.last, first) if side == "after" else (last, draft.first)
        high = max(low, high)
        role = _frame_role(draft, phrase, side, high - low)
        rank = ranks.get(filler.start, "")
        return [
            *self._distance_signs(draft, phrase, at, side, low, high),
            *self._rank_signs(draft, source, rank, role, low, high),
            *self._frame_signs(draft, filler, source, role, side),
            *self._governing_signs(draft, at, side),
            *self._neighbour_signs(draft, filler, source, at, first, last, side),
        ]

    def _distance_signs(
        self, draft: Draft, phrase: Phrase | None, at: int, side: str, low: int, high: int
    ) -> list[Sign]:
        """How far off it stands, and what stands between."""
        view, clauses = self._view, self._clauses
        part, voice = draft.match.features.part, draft.match.features.voice
        verbs, events = self._verbs[high] - self._verbs[low], self._events[high] - self._events[low]
        commas = min(sum(form in _COMMAS for form in view.forms[low:high]), 2)
        clause = clauses.at(at)
        apart, opener = max(-2, min(2, clause - draft.clause)), clauses.all[clause].opener
        governor, gap = self._governor(phrase, at), step_of(high - low)
        near = f"{min(events, 2)} {apart}"
        is_topic = all(p.first >= at for p in self._phrases if p.first >= clauses.all[clause].first)
        return [
            ("where", f"{side} {part} {voice}"),
            ("gap,governor", f"{side} {gap} {governor}"),
            ("gap,part", f"{side} {gap} {part}"),
            ("clauses apart", f"{side} {apart} {opener}"),
            ("clauses,verbs", f"{side} {apart} {min(verbs, _MOST)}"),
            ("events between", f"{side} {min(events, _MOST)}"),
            ("events,clauses,governor", f"{side} {near} {governor}"),
            ("commas,verbs", f"{side} {commas} {min(verbs, 2)}"),
            ("governor", f"{governor} {side}"),
            ("governor,type", f"{governor} {draft.type} {min(events, 1)}"),
            ("topic", f"{is_topic} {apart} {side} {opener}"),
            ("headline", f"{draft.sentence == 0} {side} {part} {min(verbs, 1)}"),
            ("verb before", f"{self._verb_before(at)} {apart} {side}"),
        ]

    def _rank_signs(self, draft: Draft, source: str, rank: str, role: str, low: int, high: int) -> list[Sign]:
        """The how-manieth of those who can act it is."""
        verbs, events = self._verbs[high] - self._verbs[low], self._events[high] - self._events[low]
        part = draft.match.features.part
        return [
            ("rank", f"{rank} {part}"),
            ("rank,frame", f"{rank} {role}"),
            ("rank,source", f"{rank} {source} {bool(draft.actors)}"),
            ("rank,verbs", f"{rank} {min(verbs, 2)} {min(events, 2)}"),
            ("rank,pronoun", f"{bool(draft.match.pronoun)} {part} {rank}"),
        ]

    def _frame_signs(self, draft: Draft, filler: Filler, source: str, role: str, side: str) -> list[Sign]:
        """What the frame of the event word says of it."""
        phrase = self._by_start.get(filler.start)
        kind = kind_of(filler)
        filled = f"{bool(draft.actors)} {bool(draft.targets)}"
        suits = "" if phrase is None else _suits(self._view, draft, phrase)
        numbered = phrase is not None and phrase.number is not None
        return [
            ("frame", role),
            ("frame,kind", f"{role} {kind}"),
            ("frame,type", f"{role} {draft.type}"),
            ("frame,filled", f"{role} {filled} {source}"),
            ("suits", f"{suits} {side} {role}"),
            ("numbered", f"{numbered} {draft.frame.harm} {side}"),
            ("listed", f"{phrase is not None and phrase.coordinate >= 0} {source}"),
        ]

    def _governing_signs(self, draft: Draft, at: int, side: str) -> list[Sign]:
        """Speech or status that governs the event word, and whether the party stands before or after that."""
        match, word = self._governing_of(draft)
        where = "" if match is None else "after" if at > word else "before"
        part, before = draft.match.features.part, role_of(self._view, draft.first - 1)
        family, force = "", ""
        if match is not None:
            family = f"{match.family} {match.features.part}"
            force = str(match.entry.data.get("force") or match.entry.data.get("status") or "")
        is_speaker = self._view.tokens_at[at] in draft.namings
        lead = draft.match.lead.lstrip("وف")
        return [
            ("governing", f"{family} {where} {is_speaker} {part}"),
            ("governing force", f"{force} {where} {side}"),
            ("governing,lead", f"{family[:6]} {where} {lead} {before}"),
        ]

    def _neighbour_signs(
        self, draft: Draft, filler: Filler, source: str, at: int, first: int, last: int, side: str
    ) -> list[Sign]:
        """The words around it, and whether it speaks or is the subject of the clause."""
        view, part = self._view, draft.match.features.part
        told = draft.subject_told
        is_subject = told is not None and told.start == filler.start
        is_speaker = view.tokens_at[at] in draft.namings
        return [
            ("word before event", f"{role_of(view, draft.first - 1)} {side} {is_subject} {part}"),
            ("subject", f"{is_subject} {side} {part} {source}"),
            ("speaker", f"{is_speaker} {source} {side}"),
            ("role before", f"{role_of(view, first - 1)} {side}"),
            ("role after", f"{role_of(view, last)} {side}"),
            ("definite", f"{view.forms[at].startswith('ال')} {kind_of(filler)} {side}"),
        ]

    def _governing_of(self, draft: Draft) -> tuple[Match | None, int]:
        """The nearest word of speech or status before the event word, in its clause or the one before."""
        known = self._governing.get(draft.first)
        if known is None:
            low = self._clauses.all[max(0, draft.clause - 1)].first
            known = (None, -1)
            for at in range(draft.first - 1, low - 1, -1):
                match = next((m for m in self._view.matches[at] if m.family in _GOVERNING), None)
                if match is not None and not self._view.roles[at]:
                    known = (match, at)
                    break
            self._governing[draft.first] = known
        return known

    def _governor(self, phrase: Phrase | None, at: int) -> str:
        """What governs a party: a preposition, else what stands before it."""
        if phrase is None:
            return "adjective"
        if phrase.governor:
            return phrase.governor
        return "" if not at or phrase.coordinate >= 0 else f"-{role_of(self._view, phrase.first - 1)}"

    def _verb_before(self, at: int) -> str:
        """The family of the finite verb right before a word, if any."""
        for verb in range(at - 1, max(-1, at - 1 - _VERB_REACH), -1):
            if is_finite_verb(self._view, verb):
                return next(m.family for m in self._view.matches[verb] if m.features.part == "verb")
        return ""

    def _position(self, offset: int) -> int:
        """The word at a character offset; -1 outside the sentence."""
        if not self._starts or not self._starts[0] <= offset < self._view.words[-1].end:
            return -1
        return bisect_right(self._starts, offset) - 1


def _filler(view: SentenceView, phrase: Phrase) -> Filler:
    first = phrase.head if phrase.number is not None or phrase.head > phrase.first else phrase.first
    lead = phrase.lead if first == phrase.first else ""
    start, end = view.surface(first, max(phrase.last, first + 1), lead)
    owner = next((m for m in phrase.inner if m.family in ("actor", "nationality")), None)
    return Filler(start, end, "weights.actor", phrase.kind, phrase.match, owner)


def _demonyms(view: SentenceView) -> list[Match]:
    """The adjectives of nationality of a sentence («غارة تركية»)."""
    first_of = (next((m for m in found if m.family == "nationality"), None) for found in view.matches)
    return [match for match in first_of if match is not None and not view.taken[match.first]]


def _adjective(view: SentenceView, match: Match) -> Filler:
    return Filler(*view.surface(match.first, match.last, match.lead), "weights.actor", "adjective", match)


def _suits(view: SentenceView, draft: Draft, phrase: Phrase) -> str:
    """Whether the rules would take the noun for a doer, for a target, or for nobody in particular."""
    return f"{names_target(view, draft, phrase)} {phrase.is_actor} {is_casualty(phrase)} {is_unnamed(phrase)}"


def _frame_role(draft: Draft, phrase: Phrase | None, side: str, gap: int) -> str:
    """What the frame of the event word says of a noun that stands so."""
    if phrase is None:
        return f"adjective {min(gap, _MOST) if side == 'after' else side}"
    if side != "after":
        return f"{side} {bool(phrase.governor)} {draft.noun}"
    if phrase.governor:
        return f"{phrase.governor}:{draft.frame.preposition_role(phrase.governor, draft.noun)}"
    if draft.noun:
        roles = draft.frame.noun_of
        return f"{'genitive' if not gap else 'later'}:{roles.get('genitive', '')}:{roles.get('genitive_other', '')}"
    word = head_word(draft.view, phrase.head, phrase.lead if phrase.head == phrase.first else "")
    shown = case(word, phrase.match) if phrase.number is None else ""
    roles, beside = draft.frame.active, "beside" if gap <= 1 else "later"
    against = disagrees(draft.match, word, phrase.match)
    return f"verb {beside} {shown} {against} {roles.get('subject', '')}:{roles.get('object', '')}"
