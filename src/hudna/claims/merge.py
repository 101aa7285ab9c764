"""Event words of one sentence that tell one event: harm joins its means, a verb joins the event that is its subject."""

from __future__ import annotations

from itertools import pairwise

from hudna.claims.clauses import Clauses
from hudna.claims.draft import Draft
from hudna.claims.harm import join_harm, join_harm_to_means
from hudna.claims.joining import MEANS, SURE, absorb, absorb_unless_sure, separated
from hudna.claims.means import BRINGING
from hudna.find.view import SentenceView

_BROUGHT_ABOUT = MEANS | {"operation", "destruction"}
_STRUCK = frozenset({"attack", "shelling", "air_strike"})
_SPECIFIC = frozenset({"air_strike", "shelling", "gunfire", "explosion"})
_ONE_A_SENTENCE = frozenset({"talks", "operation", "deployment", "siege"})
"""Types of which neighbouring words mostly tell one event («زار … وأجرى محادثات»)."""
_PEOPLE = frozenset({"displacement", "detention", "release"})
_PLANTED = "deployment.zaraa"
_TARGETS = "attack.istahdafa"
"""«استهدف»: after a blow or an operation it only tells what that one is aimed at."""
_SOME_OF = frozenset(["احدي", "احد", "بعض", "معظم", "اولي"])
"""Words between a verb and the blows that are its subject («استهدفت إحدى الغارات»)."""
_LAUNCH = "shelling.atlaqa_sarukh"
_AIMING = frozenset(["مستهدفا", "مستهدفه", "مستهدفين"])
"""«أطلقوا صواريخ مستهدفين الموقع»: what a blow was aimed at, told with it."""
_MURDERS = frozenset({"killing.ightala", "killing.aadama"})
_WEAPON = 6
"""How many words after an assassination its weapon is told."""
_AGREED_ON = 20
"""How many words after an agreement the truce is told that it is about."""
_ABOUT = frozenset(["علي", "بشان"])
_CAPTURE = "detention.asara"
"""Its plural «أسرى» tells whom a release is about."""
_FEW = 3
"""How many event words before a word that only tells what another one frees or stops are looked at."""
_LIGHT = 5
"""How many words apart a light verb and its noun stand («بسطت الجماعة المنافسة سيطرتها»)."""


def merge_sentence(view: SentenceView, drafts: list[Draft], clauses: Clauses) -> list[Draft]:
    """The drafts of a sentence with those absorbed that only tell part of another one."""
    _join_verbs_to_event_subjects(view, drafts, clauses)
    _join_same_type(view, drafts)
    _join_what_is_breached(view, drafts)
    _join_what_is_freed(drafts)
    _join_shares(view, drafts)
    _join_general_to_specific(view, drafts, clauses)
    join_harm_to_means(view, drafts, clauses)
    join_harm(view, drafts, clauses)
    return [draft for draft in drafts if not draft.absorbed]


def _join_verbs_to_event_subjects(view: SentenceView, drafts: list[Draft], clauses: Clauses) -> None:
    """«غارة استهدفت منزلا», «هجوم نفذه …», «قصف طال …»: the verb's object is the target of the event before it."""
    for verb, event in pairwise(drafts):
        gap = range(verb.last, event.first)
        subject = (
            not verb.noun
            and event.noun
            and len(gap) <= 2
            and all(view.taken[at] == "number" or view.forms[at] in _SOME_OF for at in gap)
        )
        if subject and verb.type in _STRUCK and not event.match.lead and event.type in MEANS:
            absorb_unless_sure(event, verb, with_actors=False)
    for draft in drafts:
        if draft.type == "attack" and not draft.noun and _tells_of_weapon(view, draft, clauses):
            draft.absorbed = len(drafts) > 1
    for strike, draft in pairwise(drafts):
        if strike.type == "air_strike" and strike.noun and _goes_on_striking(draft) and not strike.absorbed:
            draft.actors = []
            absorb_unless_sure(strike, draft)
        elif _is_blast(view, strike) and draft.frame.entry.id == _PLANTED and not draft.match.lead:
            absorb_unless_sure(strike, draft)  # «انفجار عبوة زرعها مسلحون»
    for earlier, draft in pairwise(drafts):
        if (
            earlier.absorbed
            or draft.noun
            or not earlier.noun
            or not (earlier.type in MEANS or (earlier.type == "operation" and draft.frame.entry.id == _TARGETS))
            or draft.type not in _BROUGHT_ABOUT
        ):
            continue
        led = view.roles[earlier.first - 1] if earlier.first else ""
        refers_back = bool(draft.match.pronoun) and draft.clause == earlier.clause + 1
        if draft.type != "attack" and led in ("preposition", "cause", "time") and not refers_back:
            continue  # «عقب الغارات، أطلقت الفصائل صواريخ»: two events; «سقوط قذائف أطلقتها الفصائل»: one
        if draft.clause - earlier.clause > 1 or draft.match.lead[:1] in ("و", "ف"):
            continue
        if separated(view, clauses, earlier, draft):
            continue  # «… غارات، كما قصفت الطائرات موقعين»
        between = [f for f in draft.actors if earlier.last <= _position(view, f.start) < draft.first]
        opener = clauses.all[draft.clause].opener
        if between and opener != "relative":
            continue
        pronoun_object = bool(draft.match.pronoun)
        if not pronoun_object:
            draft.actors = [f for f in draft.actors if f.rule == "roles.agent"]
        absorb_unless_sure(earlier, draft)
        if earlier.type == "attack" and draft.type in _SPECIFIC:
            earlier.type = draft.type


def _is_blast(view: SentenceView, draft: Draft) -> bool:
    """«انفجار», «تفجير», unlike the bomb that has not gone off."""
    return draft.type == "explosion" and draft.noun and view.forms[draft.first].endswith(("انفجار", "تفجير"))


def _tells_of_weapon(view: SentenceView, draft: Draft, clauses: Clauses) -> bool:
    """«صواريخ الجيش التي استهدفت …», «شاحنتان استهدفتا …»: the verb only says where a weapon told before hit."""
    clause = clauses.all[draft.clause]
    if not draft.match.lead and draft.match.features.number == "two":  # «شاحنتين مفخختين استهدفتا …»
        return any(m.family == "weapon" for at in range(max(0, draft.first - 2), draft.first) for m in view.matches[at])
    if clause.opener != "relative" or draft.first - clause.first > 2:
        return False
    before = range(max(0, clause.first - 4), clause.first)
    return any(m.family == "weapon" and not m.lead for at in before for m in view.matches[at])


def _goes_on_striking(draft: Draft) -> bool:
    """«شن 13 غارة … وقصفت مواقع»: a feminine verb with no subject of its own goes on about the raids."""
    carried = all(actor.rule.endswith("carried") for actor in draft.actors)
    feminine = not draft.noun and draft.match.features.gender == "feminine" and draft.match.lead == "و"
    fired = draft.type == "shelling" and not draft.armed
    return (fired or (draft.type == "air_strike" and draft.frame.entry.id == _LAUNCH)) and feminine and carried


def _position(view: SentenceView, offset: int) -> int:
    for index, word in enumerate(view.words):
        if word.end > offset:
            return index
    return len(view.words)


def _join_same_type(view: SentenceView, drafts: list[Draft]) -> None:
    """«معارك واشتباكات», «غارة … الغارة»: neighbours of one type with nothing of their own are one event."""
    for earlier, draft in pairwise(drafts):
        if draft.absorbed or earlier.absorbed or earlier.type != draft.type or earlier.frame.harm:
            continue
        adjacent = draft.first == earlier.last or (draft.type in _ONE_A_SENTENCE and draft.clause - earlier.clause <= 1)
        referring = draft.definite and draft.noun and not draft.actors and not draft.counts
        near = draft.clause == earlier.clause and draft.first - earlier.last <= _LIGHT
        light = near and not earlier.noun and draft.noun
        close = draft.clause == earlier.clause and draft.first - earlier.last <= 2 * _LIGHT
        purpose = close and draft.type == "ceasefire" and draft.noun and draft.match.lead.endswith("ل")
        if light or (draft.first == earlier.last and draft.noun):
            absorb(earlier, draft)  # «خاضت الفصائل معارك»: whatever the weights say
            continue
        joined = adjacent or referring or purpose or _fires_it(earlier, draft)
        if joined or _same_people(earlier, draft) or _tells_how(view, earlier, draft) or _is_shooter(earlier, draft):
            absorb_unless_sure(earlier, draft)


def _is_shooter(earlier: Draft, draft: Draft) -> bool:
    """«برصاصة … قتل قناص مسعفا», «أطلق قناصة النار»: who shoots and what he fires are one shooting."""
    agents = [d.frame.entry.id == "gunfire.qanasa" and d.noun for d in (earlier, draft)]
    return any(agents) and draft.clause - earlier.clause <= 1 and not (earlier.counts and draft.counts)


def _fires_it(earlier: Draft, draft: Draft) -> bool:
    """«سقطت قذائف أطلقتها الفصائل»: the pronoun of the verb is what the event before it fired."""
    fired = bool(draft.match.pronoun) and draft.frame.active.get("object") == "means"
    return fired and draft.clause - earlier.clause <= 1 and draft.first - earlier.last <= 2 * _LIGHT


def _tells_how(view: SentenceView, earlier: Draft, draft: Draft) -> bool:
    """«دكت … بقذائف الهاون», «انفجار نجم عن هجوم انتحاري»: the second word only says by what means."""
    if not 0 <= draft.clause - earlier.clause <= 1 or earlier.type not in _SPECIFIC:
        return False
    if not earlier.noun and _brought(view, draft):
        return True
    gap = range(earlier.last, draft.first)
    return len(gap) <= _LIGHT and any(view.roles[at] in ("cause", "result") for at in gap)


def _same_people(earlier: Draft, draft: Draft) -> bool:
    """«عدد النازحين … مئة ألف نازح», «مساعدات … وصلت»: two words of one clause for the same people or goods."""
    if draft.clause != earlier.clause or (earlier.counts and draft.counts):
        return False
    people = draft.type in _PEOPLE and earlier.frame is draft.frame and earlier.noun and draft.noun
    return draft.match.lead != "و" and (people or draft.type in ("aid", "protest"))


def _is_agreed_on(view: SentenceView, draft: Draft) -> bool:
    """Whether a word brings what an agreement is about («اتفقا … على هدنة», «بشأن هدنة»)."""
    return draft.match.lead.endswith("ل") or (bool(draft.first) and view.forms[draft.first - 1] in _ABOUT)


def _join_what_is_freed(drafts: list[Draft]) -> None:
    """«الإفراج عن كل الأسرى», «وقف فوري لإطلاق النار»: prisoners of a release, the fire that a truce stops."""
    for at, draft in enumerate(drafts):
        for earlier in drafts[max(0, at - _FEW) : at]:
            captives = earlier.type == "release" and draft.frame.entry.id == _CAPTURE and draft.number == "many"
            stopped = earlier.type == "ceasefire" and draft.type == "gunfire" and draft.match.lead.endswith("ل")
            distance = draft.first - earlier.last
            if (captives and distance <= 2 * _LIGHT) or (stopped and distance < _LIGHT):
                absorb(earlier, draft, with_actors=False)


def _join_what_is_breached(view: SentenceView, drafts: list[Draft]) -> None:
    """«خرق وقف إطلاق النار», «توقيع اتفاق هدنة»: the truce that is breached or signed is no claim of its own."""
    for earlier, draft in pairwise(drafts):
        if earlier.absorbed or draft.absorbed:
            continue
        near = draft.clause == earlier.clause and draft.first - earlier.last <= 3
        if earlier.type == "ceasefire_violation" and draft.type in ("ceasefire", "agreement") and near:
            absorb_unless_sure(earlier, draft, with_actors=False)
        elif (
            earlier.type == "agreement"
            and draft.type in ("ceasefire", "agreement")
            and draft.first - earlier.first <= (_AGREED_ON if _is_agreed_on(view, draft) else 8)
            and draft.clause == earlier.clause
        ):
            absorb_unless_sure(draft, earlier)


def _join_shares(view: SentenceView, drafts: list[Draft]) -> None:
    """«تحرير 85% من أراضي البلاد»: a share of land is a state of control, whatever word brings it."""
    for earlier, draft in pairwise(drafts):
        if (
            draft.type != "control_status"
            or draft.match.features.part != "phrase"
            or not view.forms[draft.first].endswith("من")
        ):
            continue
        share = any(n.kind in ("percent", "fraction") and n.last == draft.first for n in view.numbers.values())
        if not share:
            draft.absorbed = True
        elif earlier.type in ("territory_taken", "control_status") and draft.first - earlier.last <= 4:
            absorb_unless_sure(draft, earlier)


def _join_general_to_specific(view: SentenceView, drafts: list[Draft], clauses: Clauses) -> None:
    """«استهدف … بغارة», «هجوم بقذائف وعبوة»: the specific means give the types, one claim for each means named."""
    for draft in drafts:
        if draft.frame.entry.id in _MURDERS:
            _take_weapon(view, draft, drafts)
        if draft.absorbed or draft.type not in ("attack", "shelling"):
            continue
        means = [d for d in drafts if d is not draft and _is_means_of(view, clauses, draft, d)]
        if draft.type == "shelling":
            means = [d for d in means if d.type == "air_strike" and d.match.lead.endswith("ب")]
        for other in means:
            if draft.actors and _brought(view, other) and draft.chance <= SURE:
                other.actors = []
            absorb_unless_sure(other, draft, with_actors=not other.actors)


def _take_weapon(view: SentenceView, murder: Draft, drafts: list[Draft]) -> None:
    """«اغتيال قاض بعبوة ناسفة»: an assassination stays one, whatever the weapon (codebook: conventions on type)."""
    for other in drafts:
        near = murder.clause == other.clause and murder.first < other.first <= murder.last + _WEAPON
        if near and other.type in _SPECIFIC and _brought(view, other):
            absorb_unless_sure(murder, other, with_actors=False)


def _is_means_of(view: SentenceView, clauses: Clauses, attack: Draft, other: Draft) -> bool:
    if other.absorbed or other.type not in _SPECIFIC or separated(view, clauses, attack, other):
        return False
    if abs(other.clause - attack.clause) > 1:
        return False
    if _brought(view, other) and attack.first < other.first:
        return True
    if other.actors and attack.actors and other.actors[0].start != attack.actors[0].start:
        return False
    led = other.match.lead.endswith("ب") or (
        other.match.features.part == "phrase" and not other.match.lead and view.forms[other.first].startswith("بال")
    )
    by = led or (bool(other.first) and view.roles[other.first - 1] == "cause")
    listed = other.match.lead == "و" and attack.first < other.first and other.noun and other.clause == attack.clause
    aiming = other.clause == attack.clause and other.first < attack.first and view.forms[attack.first] in _AIMING
    return by or aiming or attack.frame.generic or (listed and not other.actors)


def _brought(view: SentenceView, draft: Draft) -> bool:
    """Whether «ب», «عبر» or «باستخدام» brings an event noun as the means of a verb («استهدف الموقع بالقصف المدفعي»)."""
    if not draft.noun:
        return False
    whole = draft.match.lead.endswith("ب") or draft.match.features.part == "phrase"
    by = whole and view.forms[draft.first].startswith("ب")
    if by or (draft.first and view.forms[draft.first - 1] in BRINGING):
        return True
    return "باطلاق" in view.forms[max(0, draft.first - 3) : draft.first]  # «بإطلاق عشرات القذائف»
