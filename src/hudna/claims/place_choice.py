"""Which event takes which place: its own clause first, then what governs the sentence, then the clause beside it."""

from __future__ import annotations

from collections.abc import Iterable

from hudna.claims.clauses import Clauses
from hudna.claims.draft import Draft, PlaceFiller
from hudna.claims.joining import MEANS
from hudna.claims.place_hits import is_party, is_site
from hudna.find.place_hit import HEADING_MARKS
from hudna.find.places import PlaceHit
from hudna.find.view import SentenceView

_LEAVES = frozenset({"withdrawal", "displacement"})
"""Events of which «من» governs the place."""
_HELD = frozenset({"territory_taken", "control_status"})
"""Events of which «على» governs the place, and «في» before it a place of the actor."""
_SITED = frozenset({"explosion", "armed_clash", "gunfire", "killing", "abduction", "detention", "protest"})
"""Events that a building or market may be the place of."""
TALKED = frozenset({"ceasefire", "agreement", "talks", "aid", "ceasefire_violation", "release", "surrender"})
"""Events that a text often tells without a place: the places of other clauses are not theirs."""
_COMES_BACK = frozenset({"عاد", "عادت", "يعود", "تعود", "سيعود", "عوده", "العوده"})
_DESCRIBES = frozenset({"هو", "وهو", "هي", "وهي", "وهما"})
_WHICH = frozenset({"التي", "الذي", "اللتين", "اللتان"})
_PAST = 7
"""How many words a clause that describes a place may have before what governs the place."""
_FRONT = 3
"""Within how many words of the beginning of a clause a place governs what follows («وفي محافظة حلب قتل …»)."""
_BESIDE = 5
"""Within how many words after the beginning of a doer's name a place is his («المقاومة في مأرب»)."""
_CLAUSES = 2
"""Within how many clauses of an event a place may be lent to it."""
_STAYING = frozenset({"ceasefire", "agreement", "control_status", "ceasefire_violation"})
"""Events of which «إلى» governs no place («اتفاق على نقل المصابين إلى حلب»)."""
OWN = "circumstances.place"


def add_places(view: SentenceView, drafts: list[Draft], hits: list[PlaceHit], clauses: Clauses) -> None:
    """Give each event the places of its own clause and those that open the sentence."""
    if not hits:
        return
    for draft in drafts:
        limit = min((other.first for other in drafts if other.first > draft.first), default=len(view.forms))
        usable = _usable(view, draft, hits)
        chosen = _own(view, draft, usable, clauses, limit)
        for hit in _opening(view, draft, usable, clauses):
            if not any(set(hit.name.split()) & set(other.name.split()) for other in chosen):
                chosen.append(hit)
        draft.places.extend(PlaceFiller(view, hit, OWN) for hit in chosen)


def lend_places(view: SentenceView, drafts: list[Draft], hits: list[PlaceHit], clauses: Clauses) -> None:
    """Give each event that has no place yet, its parts being joined, those before it, else of the nearest clause."""
    for draft in drafts:
        usable = _usable(view, draft, hits)
        opening = _opening(view, draft, usable, clauses)
        if any(place.hit not in opening for place in draft.places):
            continue
        chosen = [hit for hit in usable if clauses.at(hit.first) == draft.clause and hit not in opening]
        if draft.type in MEANS:
            chosen = _without_origins(view, chosen) or chosen
        if not chosen and not draft.places and draft.type not in TALKED:
            lendable = [hit for hit in usable if not hit.described and not _is_goal(view, hit)]
            chosen = _nearest(draft, lendable, clauses)
        elif not chosen and not draft.places:
            chosen = _past_relative(view, draft, usable, clauses)
        draft.places = [*(PlaceFiller(view, hit, OWN) for hit in chosen), *draft.places]


def _usable(view: SentenceView, draft: Draft, hits: list[PlaceHit]) -> list[PlaceHit]:
    return [
        hit
        for hit in hits
        if (draft.type in _LEAVES or not (is_party(view, hit) or is_abroad(hit)))
        and (not is_site(hit) or _sited(view, draft, hit))
        and not _are_quarters(hit)
        and not (draft.type in _STAYING and _is_goal(view, hit) and not _returns(view, draft))
    ]


def is_abroad(hit: PlaceHit) -> bool:
    """Whether a mention is «دول الجوار», «الدول المجاورة», where people flee to and nothing else happens."""
    return hit.described and hit.head is not None and hit.head.kind == "country"


def _is_goal(view: SentenceView, hit: PlaceHit) -> bool:
    """Whether a place is where something goes («نقل المصابين إلى حلب»)."""
    return bool(hit.first) and view.forms[hit.first - 1] == "الي"


def _returns(view: SentenceView, draft: Draft) -> bool:
    """Whether an event is told to come back («عاد الهدوء إلى المدينة»)."""
    return any(form.removeprefix("و") in _COMES_BACK for form in view.forms[max(0, draft.first - 2) : draft.first])


def _are_quarters(hit: PlaceHit) -> bool:
    """Whether a mention is «أحياء سكنية», which is struck and tells no place."""
    return hit.described and hit.head is not None and hit.head.kind == "quarter" and hit.head.number != "one"


def _sited(view: SentenceView, draft: Draft, hit: PlaceHit) -> bool:
    """Whether a building is where the event was and not what it was done to (codebook: rule 13)."""
    if draft.type not in _SITED or hit.first < draft.first:
        return False
    start, end = view.start(hit.first), view.end(hit.last)
    return all(target.end <= start or end <= target.start for target in draft.targets)


def _own(view: SentenceView, draft: Draft, hits: list[PlaceHit], clauses: Clauses, limit: int) -> list[PlaceHit]:
    """The places of the event's clause that stand after it, up to the next event."""
    own = [hit for hit in hits if clauses.at(hit.first) == draft.clause]
    later = [hit for hit in own if draft.first <= hit.first < limit]
    after = _chain(view, [hit for hit in later if not _is_home(view, hit, later)])
    if draft.type in _HELD:
        held = next((i for i, hit in enumerate(after) if hit.first and view.forms[hit.first - 1] == "علي"), 0)
        after = after[held:]
    if draft.type in MEANS:  # what was struck, not where fire came from
        after = _without_origins(view, after)
    return after + _beyond(view, after, hits)


def _beyond(view: SentenceView, after: list[PlaceHit], hits: list[PlaceHit]) -> list[PlaceHit]:
    """«بلدة سرمين التي تديرها المعارضة في محافظة إدلب»: what governs a place past a clause that describes it."""
    start = after[-1].last if after else len(view.forms)
    if start >= len(view.forms) or view.forms[start] not in _WHICH:
        return []
    near = [hit for hit in hits if start < hit.first < start + _PAST]
    return [hit for hit in near if hit.places and hit.places[0].kind == "admin1" and _governs(view, hit)]


def _chain(view: SentenceView, hits: Iterable[PlaceHit]) -> list[PlaceHit]:
    """The places up to a word that describes one of them («وهو …»)."""
    found: list[PlaceHit] = []
    for hit in hits:
        if found and not _DESCRIBES.isdisjoint(view.forms[found[-1].last : hit.first]):
            break
        found.append(hit)
    return found


def _is_home(view: SentenceView, hit: PlaceHit, hits: list[PlaceHit]) -> bool:
    """Whether a place is the home of the doer and a later one that of the deed («المقاومة في مأرب على … في صرواح»)."""
    further = [other for other in hits if other.first > hit.last + 1]
    if not further or "علي" not in view.forms[hit.last : further[-1].first]:
        return False
    back = range(max(0, hit.first - _BESIDE), hit.first)
    return any(m.family == "actor" and m.last >= hit.first - 1 for at in back for m in view.matches[at])


def _without_origins(view: SentenceView, hits: list[PlaceHit]) -> list[PlaceHit]:
    """The places that nothing comes from; a list goes on where it began («من تل أعور والفريكة»)."""
    kept: list[PlaceHit] = []
    origin: PlaceHit | None = None
    for hit in hits:
        listed = origin is not None and hit.lead == "و" and hit.first == origin.last
        if listed or _comes_from(view, hit):
            origin = hit
        else:
            kept.append(hit)
    return kept


def _comes_from(view: SentenceView, hit: PlaceHit) -> bool:
    before = view.forms[hit.first - 1] if hit.first else ""
    two_before = view.forms[hit.first - 2] if hit.first > 1 else ""
    if before == "داخل":
        return two_before == "من"
    return before == "من" and two_before not in ("بالقرب", "مقربه", "القرب")


def _past_relative(view: SentenceView, draft: Draft, hits: list[PlaceHit], clauses: Clauses) -> list[PlaceHit]:
    """«دخلت القافلة التي تضم … إلى الغوطة»: where a clause goes on after a relative clause inside it."""
    following = draft.clause + 1
    if following >= len(clauses.all) or clauses.all[following].opener != "relative":
        return []
    return [hit for hit in hits if clauses.at(hit.first) == following and view.forms[hit.first - 1] == "الي"]


def _nearest(draft: Draft, hits: list[PlaceHit], clauses: Clauses) -> list[PlaceHit]:
    """The places of the clause that holds the nearest one, unless others stand between that and the event's."""
    if not hits:
        return []
    nearest = min(hits, key=lambda hit: abs(hit.first - draft.first))
    clause = clauses.at(nearest.first)
    if abs(clause - draft.clause) > _CLAUSES:
        return []
    return [hit for hit in hits if clauses.at(hit.first) == clause]


def _opening(view: SentenceView, draft: Draft, hits: list[PlaceHit], clauses: Clauses) -> list[PlaceHit]:
    """The places that open the latest clause before the event that is opened by one («وفي حلب، …»)."""
    found: list[PlaceHit] = []
    for hit in hits:
        if hit.first >= draft.first:
            break
        clause = clauses.all[clauses.at(hit.first)]
        if hit.first - clause.first < _FRONT and clause.opener in ("start", "stop") and _governs(view, hit):
            found = [hit]
        elif found and hit.first - found[-1].last <= 1:
            found.append(hit)
    return found


def _governs(view: SentenceView, hit: PlaceHit) -> bool:
    if hit.first == 0 and hit.last < len(view.forms) and view.forms[hit.last] in HEADING_MARKS:
        return True
    before = view.forms[hit.first - 1] if hit.first else ""
    return before.removeprefix("و") in ("في", "ب") or hit.lead in ("ب", "وب")
