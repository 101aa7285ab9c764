"""Where and when: the places and the date of each event word of a sentence."""

from __future__ import annotations

from hudna.arabic.dates import DateMention
from hudna.claims.clauses import Clause, Clauses
from hudna.claims.draft import DateFiller, Draft, PlaceFiller
from hudna.find.phrases import Phrase
from hudna.find.places import PlaceHit
from hudna.find.view import SentenceView

_ORIGIN = frozenset({"من", "مع", "عن", "بين"})
_SEES = frozenset({"شهدت", "شهد", "تشهد", "يشهد", "وشهدت", "تعرضت", "وتعرضت", "تعرض", "عاشت", "تعيش"})


def _beside_event(view: SentenceView, hit: PlaceHit) -> bool:
    """Whether a bare name follows an event word («تحرير المدينة», «قصف درعا») or a verb of which places are subject."""
    before = hit.first - 1
    if before < 0:
        return False
    if hit.places and hit.places[0].kind not in ("country", "admin1") and not hit.lead and _after_event(view, hit):
        return True
    return view.forms[before] in _SEES or (not hit.lead and any(m.family == "event" for m in view.matches[before]))


def _after_event(view: SentenceView, hit: PlaceHit) -> bool:
    """Whether an event word stands not far before, so that a bare town is its object («زار الوزير دمشق»)."""
    near = range(max(0, hit.first - 7), hit.first)
    return any(m.family == "event" and m.features.part == "verb" for at in near for m in view.matches[at])


def place_hits(view: SentenceView, phrases: list[Phrase], speakers: set[int]) -> list[PlaceHit]:
    """The place mentions that stand as places: not part of a name or of a speaker, not a state that acts.

    `speakers` holds the token indexes that name a speaker.
    """
    found = []
    for hit in view.places:
        if view.tokens_at[hit.first] in speakers:
            continue
        if not hit.certain or not (hit.local or hit.head is not None or _beside_event(view, hit)):
            continue
        if hit.places and hit.places[0].kind == "country" and hit.first and view.forms[hit.first - 1] in _ORIGIN:
            continue
        inside = next(
            (p for p in phrases if p.first < hit.first + 1 and hit.last <= p.last and p.first != hit.first), None
        )
        if inside is not None and not hit.local:
            continue
        acting = next((p for p in phrases if p.first == hit.first), None)
        if acting is not None and not hit.local and hit.head is None:
            continue
        found.append(hit)
    return found


def add_places(view: SentenceView, drafts: list[Draft], hits: list[PlaceHit], clauses: Clauses) -> None:
    """Places of an event: those of its own clause up to the next event's, else of the sentence's nearest clause."""
    if not hits:
        return
    for index, draft in enumerate(drafts):
        own = [h for h in hits if clauses.at(h.first) == draft.clause]
        following = drafts[index + 1].first if index + 1 < len(drafts) else len(view.forms)
        chosen = (
            [h for h in own if draft.first <= h.first < following] or [h for h in own if h.first < draft.first] or own
        )
        if not chosen:
            nearest = min(hits, key=lambda h: abs(h.first - draft.first))
            clause = clauses.at(nearest.first)
            chosen = [h for h in hits if clauses.at(h.first) == clause]
        draft.places.extend(PlaceFiller(view, hit, "circumstances.place") for hit in chosen)


def add_date(view: SentenceView, draft: Draft, drafts: list[Draft], clauses: Clauses, speech: set[int]) -> None:
    """The date of an event: in its clause, else in a clause that is neither one of speech nor another event's."""
    best: DateMention | None = None
    best_distance = 99
    busy = {other.clause for other in drafts if other is not draft and not other.frame.harm}
    for mention in view.dates:
        clause = clauses.at(mention.first)
        if _dates_speech(view, mention, draft):
            continue
        elsewhere = clause != draft.clause and not _describes(draft, clauses.all[clause])
        if elsewhere and (clause in speech or clause in busy or clauses.all[clause].opener == "relative"):
            continue
        distance = abs(clause - draft.clause) * 3 + (mention.first < draft.first)
        if distance < best_distance:
            best, best_distance = mention, distance
    if best is not None:
        draft.date = DateFiller(best, best.span_start, best.span_end, "circumstances.date")


def _describes(draft: Draft, clause: Clause) -> bool:
    """Whether a relative clause tells of the event noun right before it («الحرب التي اندلعت في …»)."""
    return draft.noun and clause.opener == "relative" and 0 <= clause.first - draft.last <= 1


def _dates_speech(view: SentenceView, mention: DateMention, draft: Draft) -> bool:
    """Whether a date before the event word stands beside a verb of speech: the day of a statement dates no event."""
    if mention.first > draft.first:
        return False
    first = max(0, mention.first - 7)
    for at in range(mention.first - 1, first - 1, -1):
        if view.roles[at] == "complement":
            return False
        if any(m.family == "speech" for m in view.matches[at]):
            return True
    return False
