"""Targets told around an event word rather than right after it: antecedents, pronouns, verbs of reaching, ranks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hudna.claims.clauses import Clauses
from hudna.claims.draft import Draft, Filler
from hudna.claims.genitives import pronoun_of
from hudna.claims.implied import is_passive
from hudna.claims.limits import means_acts
from hudna.claims.patients import names_target
from hudna.claims.subjects import relative_antecedent
from hudna.find.agreement import gender, head_word
from hudna.find.phrase import Phrase
from hudna.find.phrases import PEOPLE_KINDS
from hudna.find.place_hit import PlaceHit
from hudna.find.view import SentenceView

_REACHING = frozenset(["طال", "طالت", "يطال", "تطال", "طاول", "طاولت", "اصاب", "اصابت", "استهدف", "استهدفت"])
_EFFECT_TYPES = frozenset({"attack", "air_strike", "shelling", "explosion", "gunfire"})
_HIT_TYPES = frozenset({"attack", "air_strike", "shelling", "siege"})
"""Types done to a base or building as a whole."""
_SETTLED = frozenset({"town", "village", "quarter", "admin1", "admin2", "region"})
_AT = frozenset(["علي", "ضد", "نحو", "باتجاه", "صوب"])
_SITES = frozenset(
    ["مطار", "قاعده", "ميناء", "معسكر", "ثكنه", "مقر", "مستشفي", "مصنع", "محطه", "جسر", "مصفاه", "مدرسه", "سجن", "قصر"]
) | frozenset(
    ["مبني", "مسجد", "سوق", "كنيسه", "مركز", "جامعه", "برج", "مفاعل", "سد", "مرفا", "مطاري", "قاعدتي", "حاجز"]
)
_REACH = 7
"""Within how many words after a strike a verb says what it reached."""
_RANKS = frozenset(["صفوف", "بصفوف"])
_COSTLY_TYPES = _EFFECT_TYPES | {"armed_clash", "operation"}
_COST_REACH = 15
"""Within how many words after a fight its dead are told."""
_SUBGROUP_WORDS = frozenset(
    ["بينهم", "بينهن", "بينهما", "منهم", "منهن", "منهما", "بعضهم", "احدهم", "احداهن", "احدهما", "احداهما", "معظمهم"]
)
_BACK = 12
"""How far before a noun with a pronoun the one that the pronoun stands for is looked for."""
_PASSING_KINDS = frozenset({"number", "time", "area", "place", "weapon"})
Direct = Callable[[int, int], list[int]]


def relative_patient(view: SentenceView, clauses: Clauses, phrases: Sequence[Phrase], draft: Draft) -> list[Phrase]:
    """«المدنيون الذين يفرون», «الجنود الذين قتلوا»: the noun before the relative suffers what the verb tells."""
    clause = clauses.all[draft.clause]
    suffers = draft.frame.active.get("subject") == "target" or (draft.frame.harm and not draft.actors)
    if not suffers or clause.opener != "relative" or draft.match.pronoun:
        return []
    antecedent = relative_antecedent(view, phrases, clause)
    fits = antecedent is not None and antecedent.kind in PEOPLE_KINDS and names_target(view, draft, antecedent)
    return [antecedent] if antecedent is not None and fits else []


def object_of_pronoun(view: SentenceView, clauses: Clauses, phrases: Sequence[Phrase], draft: Draft) -> list[Phrase]:
    """«هاجموها», «التي تحاصرها»: the pronoun of a verb stands for the noun before the relative."""
    clause = clauses.all[draft.clause]
    if draft.noun or not draft.match.pronoun or clause.opener != "relative":
        return []
    before = [p for p in phrases if p.last <= clause.first]
    if not before or before[-1].last < clause.first - 1 or before[-1].is_actor:
        return []
    return before[-1:] if names_target(view, draft, before[-1]) else []


def named_by_pronoun(view: SentenceView, phrases: Sequence[Phrase], draft: Draft) -> list[Phrase]:
    """«أصابوا قوة بعد استهدافها»: the pronoun of a noun whose genitive is the target stands for what was named last."""
    pronoun = draft.match.pronoun or _of_passive(view, draft)
    if not (draft.noun and pronoun) or draft.targets or pronoun_of(view, draft):
        return []
    if draft.frame.noun_of.get("genitive") != "target" and draft.frame.noun_of.get("genitive_other") != "target":
        return []
    for phrase in reversed(phrases):
        if phrase.last > draft.first or draft.first - phrase.last > _BACK or phrase.kind in _PASSING_KINDS:
            continue
        own = gender(head_word(view, phrase.head, phrase.lead if phrase.head == phrase.first else ""), phrase.match)
        if own == ("masculine" if pronoun == "ها" else "feminine"):
            continue
        return [phrase] if names_target(view, draft, phrase) else []
    return []


def _of_passive(view: SentenceView, draft: Draft) -> str:
    """«تم أسرهم», «جرى اعتقاله»: the pronoun of a noun that the event word joins to its auxiliary."""
    if not is_passive(view, draft):
        return ""
    ending = next((p for p in ("هم", "ها") if view.forms[draft.last - 1].endswith(p)), "")
    word = view.words[draft.last - 1]
    return ending or ("ه" if view.text[word.start : word.end].endswith("ه") else "")


def reached(view: SentenceView, draft: Draft, direct: Direct, limit: int) -> int | None:
    """«غارات طالت مواقع», «قصف طال مستودعا»: the index of what a verb after the event noun says it reached."""
    if not draft.noun or draft.type not in _EFFECT_TYPES:
        return None
    if draft.first and view.forms[draft.first - 1].removeprefix("و") in _REACHING:
        return next(iter(direct(draft.last, min(draft.last + _REACH, limit))), None)  # «طالت الغارات مخازن»
    for at in range(draft.last, min(draft.last + _REACH, limit, len(view.forms))):
        if view.forms[at] in _REACHING:
            return next(iter(direct(at + 1, min(at + 3, len(view.forms)))), None)
    return None


def told_beside(view: SentenceView, phrases: Sequence[Phrase], draft: Draft, limit: int) -> list[int]:
    """«خمسة مدنيين بينهم طفلان», «قتلى في صفوف المسلحين»: indexes of those named as part of the harmed."""
    if not draft.frame.harm:
        return _in_ranks(view, phrases, draft, limit)
    if limit == draft.last and means_acts(view, limit):
        limit = min(len(view.forms), limit + _BACK)  # «قتلت قذائف خمسة مدنيين بينهم طفلان»
    found = []
    harmed = min((*(target.start for target in draft.targets), *draft.patients), default=len(view.text))
    for index, phrase in enumerate(phrases):
        before = view.forms[phrase.first - 1]
        if draft.last < phrase.first < limit and (before in _SUBGROUP_WORDS or before in _RANKS):
            found.append(index)
            continue
        near = phrase.last <= draft.first <= phrase.last + _BACK and harmed < view.start(phrase.first)
        if near and before in _SUBGROUP_WORDS:
            found.append(index)  # «عشرة مدنيين بينهم أطفال لقوا مصرعهم»
    return found


def _in_ranks(view: SentenceView, phrases: Sequence[Phrase], draft: Draft, limit: int) -> list[int]:
    """«معارك خلفت قتلى في صفوف المسلحين»: those in whose ranks the dead of a fight or strike stood."""
    if not draft.noun or draft.type not in _COSTLY_TYPES:
        return []
    end = min(limit, draft.last + _COST_REACH)
    return [i for i, p in enumerate(phrases) if draft.last < p.first < end and view.forms[p.first - 1] in _RANKS]


def add_struck_sites(view: SentenceView, drafts: Sequence[Draft]) -> None:
    """«غارة على مطار المزة»: a base, airport or building that a strike hits is its target, besides being a place."""
    for draft in drafts:
        if draft.type not in _HIT_TYPES or draft.targets:
            continue
        for place in draft.places:
            hit = place.hit
            if place.view is not view or hit.first < draft.last or _is_settlement(hit):
                continue
            before = view.forms[hit.first - 1]
            if view.roles[hit.first - 1] == "preposition" and before not in _AT:
                continue
            form = view.forms[hit.first].removeprefix(hit.lead)
            if hit.lead in ("", "ل", "و") and form.removeprefix("ال") in _SITES:
                draft.add_target(Filler(*view.surface(hit.first, hit.last, hit.lead), "struck.site", "site"))


def _is_settlement(hit: PlaceHit) -> bool:
    """«جسر الشغور», a town by its name."""
    return hit.head is None and bool(hit.places) and hit.places[0].kind in _SETTLED
