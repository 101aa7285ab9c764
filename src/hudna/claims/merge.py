"""Event words of one sentence that tell one event: harm joins its means, a verb joins the event that is its subject."""

from __future__ import annotations

from itertools import pairwise

from hudna.claims.clauses import Clauses
from hudna.claims.draft import Draft
from hudna.claims.implied import is_side
from hudna.claims.means import BRINGING
from hudna.find.view import SentenceView

MEANS = frozenset({"air_strike", "shelling", "gunfire", "explosion", "attack", "armed_clash"})
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
_JOINED_REACH = 4
_MURDERS = frozenset({"killing.ightala", "killing.aadama"})
_WEAPON = 6
"""How many words after an assassination its weapon is told."""
_LIGHT = 5
"""How many words apart a light verb and its noun stand («بسطت الجماعة المنافسة سيطرتها»)."""
_CRASHES = frozenset({"destruction.saqata_taira", "destruction.tahattama"})
_ANSWERS = frozenset(["ردا", "رد", "ردها", "رده", "انتقاما", "ثارا", "للثار", "عقابا"])
"""Words that bring what a deed answers."""
_SURE = 0.8
"""The chance from which an event word tells an event of its own, whatever stands beside it."""
_APART = frozenset(["فيما", "بينما", "كما", "في_حين", "لكن", "ولكن"])


def merge_sentence(view: SentenceView, drafts: list[Draft], clauses: Clauses) -> list[Draft]:
    """The drafts of a sentence with those absorbed that only tell part of another one."""
    _join_verbs_to_event_subjects(view, drafts, clauses)
    _join_same_type(view, drafts)
    _join_what_is_breached(drafts)
    _join_shares(view, drafts)
    _join_general_to_specific(view, drafts, clauses)
    _join_harm_to_means(view, drafts, clauses)
    _join_harm(view, drafts, clauses)
    return [draft for draft in drafts if not draft.absorbed]


def absorb(into: Draft, other: Draft, with_actors: bool = True) -> None:
    """Move the slots of one draft into another that tells the same event."""
    if with_actors:
        for actor in other.actors:
            into.add_actor(actor)
    for target in other.targets:
        into.add_target(target)
    known = {(c.what, c.value, c.start) for c in into.counts}
    into.counts.extend(c for c in other.counts if (c.what, c.value, c.start) not in known)
    places = {(id(p.view), p.hit.first) for p in into.places}
    into.places.extend(p for p in other.places if (id(p.view), p.hit.first) not in places)
    into.date = into.date or other.date
    into.strong = into.strong or other.strong or not other.frame.weak
    into.told.extend([clause_range(other), *other.told])
    into.kinds += [(other.frame.type, other.frame.entry.id), *other.kinds]
    other.absorbed = True


def _absorb(into: Draft, other: Draft, with_actors: bool = True) -> None:
    """Absorb an event word of the sentence unless the weights are sure that it tells an event of its own."""
    if other.chance <= _SURE:
        absorb(into, other, with_actors)


def clause_range(draft: Draft) -> tuple[int, int]:
    """Character offsets of the event word: the least that tells a draft."""
    return draft.view.words[draft.first].start, draft.view.words[draft.last - 1].end


def _separated(view: SentenceView, clauses: Clauses, first: Draft, second: Draft) -> bool:
    """Whether a break («فيما», «بينما», «كما») stands between two event words."""
    low, high = sorted((first.clause, second.clause))
    for index in range(low + 1, high + 1):
        clause = clauses.all[index]
        if clause.opener == "stop":
            return True
        if clause.opener == "break" and view.forms[clause.first].removeprefix("و") in _APART:
            return True
    return False


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
            _absorb(event, verb, with_actors=False)
    for draft in drafts:
        if draft.type == "attack" and not draft.noun and _tells_of_weapon(view, draft, clauses):
            draft.absorbed = len(drafts) > 1
    for strike, draft in pairwise(drafts):
        if strike.type == "air_strike" and strike.noun and _goes_on_striking(draft) and not strike.absorbed:
            draft.actors = []
            _absorb(strike, draft)
        elif _is_blast(view, strike) and draft.frame.entry.id == _PLANTED and not draft.match.lead:
            _absorb(strike, draft)  # «انفجار عبوة زرعها مسلحون»
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
        if _separated(view, clauses, earlier, draft):
            continue  # «… غارات، كما قصفت الطائرات موقعين»
        between = [f for f in draft.actors if earlier.last <= _position(view, f.start) < draft.first]
        opener = clauses.all[draft.clause].opener
        if between and opener != "relative":
            continue
        pronoun_object = bool(draft.match.pronoun)
        if not pronoun_object:
            draft.actors = [f for f in draft.actors if f.rule == "roles.agent"]
        _absorb(earlier, draft)
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
            _absorb(earlier, draft)


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


def _join_what_is_breached(drafts: list[Draft]) -> None:
    """«خرق وقف إطلاق النار», «توقيع اتفاق هدنة»: the truce that is breached or signed is no claim of its own."""
    for earlier, draft in pairwise(drafts):
        if earlier.absorbed or draft.absorbed:
            continue
        near = draft.clause == earlier.clause and draft.first - earlier.last <= 3
        if earlier.type == "ceasefire_violation" and draft.type in ("ceasefire", "agreement") and near:
            _absorb(earlier, draft, with_actors=False)
        elif (
            earlier.type == "agreement"
            and draft.type in ("ceasefire", "agreement")
            and draft.first - earlier.first <= (16 if draft.match.lead.endswith("ل") else 8)
            and draft.clause == earlier.clause
        ):
            _absorb(draft, earlier)


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
            _absorb(draft, earlier)


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
            if draft.actors and _brought(view, other) and draft.chance <= _SURE:
                other.actors = []
            _absorb(other, draft, with_actors=not other.actors)


def _take_weapon(view: SentenceView, murder: Draft, drafts: list[Draft]) -> None:
    """«اغتيال قاض بعبوة ناسفة»: an assassination stays one, whatever the weapon (codebook: conventions on type)."""
    for other in drafts:
        near = murder.clause == other.clause and murder.first < other.first <= murder.last + _WEAPON
        if near and other.type in _SPECIFIC and _brought(view, other):
            _absorb(murder, other, with_actors=False)


def _is_means_of(view: SentenceView, clauses: Clauses, attack: Draft, other: Draft) -> bool:
    if other.absorbed or other.type not in _SPECIFIC or _separated(view, clauses, attack, other):
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


def _join_harm_to_means(view: SentenceView, drafts: list[Draft], clauses: Clauses) -> None:
    for harm in drafts:
        if harm.absorbed or not harm.frame.harm or harm.status == "denied" or _is_answered(view, harm):
            continue
        best: Draft | None = None
        for means in drafts:
            if means.absorbed or means.frame.harm:
                continue
            if _separated(view, clauses, harm, means) and not _goes_on(harm, means, clauses):
                continue
            if not (means.type in MEANS or _is_crash(view, means)):
                continue
            if best is None or _nearness(harm, means) < _nearness(harm, best):
                best = means
        if best is not None:
            _absorb(best, harm, with_actors=not best.actors)
            joined = [m for m in drafts if m is not best and _is_joined_to(m, best)]
            for means in (best, *joined):
                _take_victims(means, harm)


def _is_joined_to(means: Draft, other: Draft) -> bool:
    """«قتلوا في غارات للتحالف ومواجهات مع الجيش»: means that «و» joins to the one before them."""
    if means.absorbed or not means.noun or means.match.lead != "و" or means.clause != other.clause:
        return False
    return means.type in MEANS and 0 <= means.first - other.last <= _JOINED_REACH


def _take_victims(means: Draft, harm: Draft) -> None:
    """The harmed are targets of the means; of a fight in which one side is told they are the other."""
    for victim in harm.targets:
        means.add_target(victim)
    if means.type == "armed_clash" and len(means.actors) < 2 and not _names_both(means):
        for victim in filter(is_side, harm.targets):
            means.add_actor(victim)


def _names_both(clash: Draft) -> bool:
    """«اشتباكات بين الطرفين»: one word stands for both sides."""
    return any(f.match is not None and f.match.entry.id in ("group.طرف", "group.جانب") for f in clash.actors)


def _nearness(harm: Draft, means: Draft) -> tuple[bool, bool, int]:
    """Means of the same clause come first, then those told after the harm, then by distance.

    A verb whose subject is the event («معركة أودت بحياة …») follows its means.
    """
    behind = means.first < harm.first
    caused = harm.frame.active.get("subject") == "event"
    return harm.clause != means.clause, behind != caused, abs(means.first - harm.first)


def _goes_on(harm: Draft, means: Draft, clauses: Clauses) -> bool:
    """«قتل ثلاثة بقذائف، فيما أصيب سبعة»: harm right after a break with no place of its own is of that event."""
    clause = clauses.all[harm.clause]
    own_place = any(clause.first <= place.hit.first < clause.last for place in harm.places)
    return clause.opener == "break" and harm.clause > means.clause and harm.first - clause.first <= 2 and not own_place


def _is_crash(view: SentenceView, draft: Draft) -> bool:
    """«قتل الطيار في تحطم طائرته»: a crash, or destruction brought by ب, في or a word of cause."""
    if draft.frame.entry.id in _CRASHES:
        return True
    before = view.roles[draft.first - 1] if draft.first else ""
    return draft.type == "destruction" and (draft.match.lead.endswith("ب") or before in ("cause", "preposition"))


def _is_answered(view: SentenceView, harm: Draft) -> bool:
    """«ردا على مقتل جندي»: harm that another event answers is not done by that event."""
    return any(view.forms[at].lstrip("وف") in _ANSWERS for at in range(max(0, harm.first - 3), harm.first))


def _join_harm(view: SentenceView, drafts: list[Draft], clauses: Clauses) -> None:
    """«قتل خمسة وأصيب عشرة»: one claim with two figures."""
    first: Draft | None = None
    for draft in drafts:
        if draft.absorbed or not draft.frame.harm:
            continue
        if (
            first is None
            or _separated(view, clauses, first, draft)
            or (first.frame.count == draft.frame.count and first.counts and draft.counts)
        ):
            first = draft
            continue
        _absorb(first, draft)
