"""What stands right after an event noun: a genitive that does it or suffers it, an adjective, aircraft."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hudna.claims.draft import Draft, Filler
from hudna.claims.frames import PEOPLE_TYPES
from hudna.claims.implied import PASSIVE_AUXILIARIES
from hudna.find.phrase import Phrase
from hudna.find.view import SentenceView

_DEED_TYPES = frozenset(
    [
        "air_strike",
        "shelling",
        "gunfire",
        "attack",
        "explosion",
        "operation",
        "siege",
        "killing",
        "detention",
        "abduction",
        "destruction",
        "deployment",
        "interception",
        "territory_taken",
        "withdrawal",
        "displacement",
        "aid",
        "aid_obstruction",
        "ceasefire_violation",
    ]
)
"""Types of which an adjective of nationality names the doer («غارة تركية»)."""
_DEATHS = frozenset(["مقتل", "مصرع", "استشهاد", "وفاه", "ارتقاء"])
"""Nouns of dying, whose genitive never kills («مقتل أربعة جنود وإصابة شرطي»)."""
_DOERS = frozenset({"aircraft", "weapon_system", "vessel"})
_AIRCRAFT = frozenset(
    [
        "طائره",
        "طائرات",
        "طائرتان",
        "طائرتين",
        "طيران",
        "مقاتله",
        "مقاتلات",
        "مقاتلتان",
        "مقاتلتين",
        "مروحيه",
        "مروحيات",
        "مروحيتان",
        "مروحيتين",
    ]
)
_DRONES = frozenset(["مسيره", "مسيرات"])
_MISSILES = frozenset(["صاروخ", "صاروخا", "صواريخ", "صاروخين"])
_STORES = frozenset(["مستودع", "مستودعات", "مخزن", "مخازن", "مصنع", "مبني", "محطه", "خزان"])
_WRECKS = _AIRCRAFT | _DRONES | _MISSILES
_HIT = {"destruction": _WRECKS, "interception": _WRECKS, "explosion": _STORES}
"""What an event word itself may name as hit, by its type."""
_WITHOUT_PILOT = _DRONES | frozenset(["دون", "بدون", "درون", "استطلاع", "تجسس"])
_ADJECTIVE_ENDINGS = ("يه", "ي", "يتان", "يتين", "يان", "يين")
_GOVERNMENTAL = frozenset(["حكومي", "حكوميه", "حكوميا"])
"""«الغارات الحكومية»: an adjective that names the side as one of nationality does."""
_SUFFERING_ROLES = frozenset({"place", "target"})
_OBJECT_PREPOSITIONS = frozenset({"علي", "ضد", "نحو", "باتجاه"})
_LONGEST_NAME = 4
_MEANS_TYPES = frozenset({"attack", "air_strike", "shelling", "killing"})
_MEANS_REACH = 2
_FLOWN = frozenset(
    {"group.طائرة", "aircraft.taira", "group.مسيرة", "group.مسيّرة", "aircraft.musayyara", "group.مقاتلة"}
    | {"weapon.sarukh"}
)
# fmt: off
_MOVED = frozenset((
    "اللاجئين", "النازحين", "المهجرين", "المدنيين", "السكان", "الاهالي", "الاسري", "المعتقلين",
    "اسري", "معتقلين", "محتجزين", "مختطفين", "رهائن", "سجناء", "المحتجزين", "المختطفين", "الرهائن", "السجناء",
))
_LEAVING = frozenset(("المسلحين", "المقاتلين", "المتمردين", "القوات", "الجنود", "الفصائل", "الميليشيات", "المرتزقه"))
# fmt: on
Direct = Callable[[int, int], list[int]]


def takes_genitive(view: SentenceView, draft: Draft) -> bool:
    """Whether a noun can follow the event word as its genitive: not after the article («بالقصف المدفعي أطراف …»)."""
    last = view.forms[draft.last - 1]
    if draft.match.features.part == "noun" and draft.match.features.definite:
        return False
    return not (draft.last - draft.first > 1 and last.startswith("ال"))


def pronoun_of(view: SentenceView, draft: Draft) -> str:
    """The pronoun at an event noun that stands for its doer («غاراته», «تقدمها نحو»); empty without one."""
    if draft.first and view.forms[draft.first - 1] in PASSIVE_AUXILIARIES:
        return ""
    if draft.frame.noun_of.get("genitive_other") in _SUFFERING_ROLES and not _object_told(view, draft):
        return ""  # «بعد تحريرها من المسلحين»: the pronoun is what was freed
    if draft.match.pronoun:
        return draft.match.pronoun
    if draft.match.features.part != "phrase":
        return ""
    form = view.forms[draft.first]
    if form.endswith(("ها", "هم")) and len(form) > 4:
        return form[-2:]
    word = view.words[draft.first]
    return "ه" if len(form) > 4 and view.text[word.start : word.end].rstrip("ُِ").endswith("ه") else ""


def is_intransitive(draft: Draft) -> bool:
    """Whether the genitive of an event noun can only be its doer: «تقدم», «انسحاب», «انتشار»."""
    noun_of = draft.frame.noun_of
    plain = {role for key, role in noun_of.items() if key in ("genitive", "genitive_other", "ل")}
    return noun_of.get("genitive") == "actor" and "target" not in plain and "object" not in draft.frame.active


def _object_told(view: SentenceView, draft: Draft) -> bool:
    """Whether an object follows a noun with a pronoun («استعادته المدينة», «هجماتها على»), which so is the doer."""
    at = draft.last
    while at < len(view.forms) and not (view.roles[at] or view.matches[at] or view.taken[at]):
        at += 1
    if at >= len(view.forms) or draft.match.features.number == "many":
        return draft.match.features.number == "many"
    if view.taken[at] == "place" or view.forms[at] in _OBJECT_PREPOSITIONS:
        return True
    return not view.roles[at] and any(m.family in ("thing", "group", "actor") and not m.lead for m in view.matches[at])


def genitive_role(
    view: SentenceView, draft: Draft, phrase: Phrase, phrases: Sequence[Phrase], limit: int, direct: Direct
) -> str:
    """Doer or done to: «قصف الطائرات للقرية» against «استهداف القافلة»."""
    role = draft.frame.noun_of.get("genitive", "actor")
    other = draft.frame.noun_of.get("genitive_other", "target")
    if draft.type == "siege" and draft.match.features.part == "phrase" and phrase.is_actor:
        return "target"  # «قطع خطوط إمداد المسلحين»
    if draft.match.pronoun:
        return other if role == "actor" else role  # «استهدافها مبنى»: the pronoun is the doer, the noun the object
    dies = draft.frame.harm and (phrase.number is not None or view.forms[draft.last - 1] in _DEATHS)
    suffers = dies or draft.frame.active.get("subject") == "target"  # «تحطم طائرتين»
    if role == "target" and phrase.is_actor and not suffers and _object_follows(phrase, phrases, limit, direct):
        return "actor"
    if role not in ("actor", "parties"):
        return role
    if draft.frame.harm or (draft.actors and role == "actor"):
        return "target"
    if not phrase.is_actor and phrase.kind not in ("people", "weapon_system"):
        return other
    if "genitive_other" not in draft.frame.noun_of or _marked_object(view, draft, phrases, limit):
        return role
    data = phrase.match.entry.data if phrase.match is not None else {}
    return role if phrase.kind == "actor" or data.get("kind") in _DOERS else other


def _object_follows(phrase: Phrase, phrases: Sequence[Phrase], limit: int, direct: Direct) -> bool:
    """«اعتقال الشرطة ثلاثة شبان»: a second noun makes the genitive the doer."""
    second = direct(phrase.last, min(limit, phrase.last + 2))
    return bool(second) or any(p.governor == "ل" and phrase.last <= p.first <= phrase.last + 1 for p in phrases)


def _marked_object(view: SentenceView, draft: Draft, phrases: Sequence[Phrase], limit: int) -> bool:
    """Whether «ل» or «على» brings the object of the noun further on."""
    if any(p.governor in ("ل", "علي") and draft.last < p.first < limit for p in phrases):
        return True
    return any(
        draft.last < p.first < limit and (p.lead.endswith("ل") or view.forms[p.first - 1] == "علي") for p in view.places
    )


def owner_inside(draft: Draft, phrase: Phrase, view: SentenceView) -> Filler | None:
    """«معقل الجماعة», «دورية الجيش»: the genitive of an event word that is itself read as a noun for things."""
    owner = next((m for m in phrase.inner if m.first == draft.last), None)
    if owner is None or owner.family not in ("actor", "group"):
        return None
    if draft.frame.noun_of.get("genitive") != "actor" and phrase.kind != "body":
        return None  # «جثتي جنديين» names the dead
    start, end = view.surface(owner.first, owner.last)
    return Filler(start, end, "roles.genitive", owner.family, owner)


def adjective_actor(view: SentenceView, draft: Draft) -> Filler | None:
    """«غارة تركية», «القصف الإسرائيلي»: the adjective is the actor."""
    if draft.type not in _DEED_TYPES or _bare(view.forms[draft.last - 1]).lstrip("وبل") in _DEATHS:
        return None
    inside = draft.last - 1
    if inside > draft.first and _bare(view.forms[inside - 1]) in _DRONES and view.forms[inside].endswith("يه"):
        return Filler(*view.surface(inside, draft.last), "roles.nationality_adjective", "actor")  # «مسيرة تركية»
    for at in range(draft.last, min(draft.last + 3, len(view.forms))):
        found = view.matches[at]
        adjective = next((m for m in found if m.family == "nationality"), None)
        if _bare(view.forms[at]) in _GOVERNMENTAL:
            return Filler(*view.surface(at, at + 1), "roles.nationality_adjective", "actor")
        if adjective is None:
            if found or view.roles[at] or view.taken[at]:
                return None
            continue
        if adjective.lead or (adjective.features.number == "many" and draft.match.features.number != "many"):
            return None
        start, end = view.surface(at, at + 1)
        return Filler(start, end, "roles.nationality_adjective", "actor", adjective)
    return None


def second_nation(view: SentenceView, first: Filler) -> Filler | None:
    """«القصف الأميركي البريطاني»: a second adjective of nationality right after the first, of the same ending."""
    at = first.match.last if first.match is not None else len(view.forms)
    if at >= len(view.forms):
        return None
    adjective = next((m for m in view.matches[at] if m.family == "nationality" and not m.lead), None)
    state = adjective is not None and adjective.entry.data.get("kind") == "state"
    if adjective is None or not state or view.forms[at][-1] != view.forms[at - 1][-1]:
        return None
    return Filler(*view.surface(at, at + 1), "roles.nationality_adjective", "actor", adjective)


def means_actor(view: SentenceView, draft: Draft, phrases: Sequence[Phrase]) -> Filler | None:
    """«هجوم بطائرة أميركية», «غارة من مسيرة إسرائيلية»: the nation of the aircraft or missile acts."""
    if draft.type not in _MEANS_TYPES:
        return None
    for phrase in phrases:
        if phrase.first < draft.last or phrase.governor not in ("ب", "من"):
            continue
        if phrase.first > draft.last + _MEANS_REACH or phrase.match is None:
            return None
        adjective = next((m for m in phrase.inner if m.family == "nationality" and not m.lead), None)
        if adjective is not None and phrase.match.entry.id in _FLOWN:
            start, end = view.surface(adjective.first, adjective.last)
            return Filler(start, end, "roles.nationality_adjective", "actor", adjective)
    return None


def aircraft_named(view: SentenceView, draft: Draft) -> tuple[Filler | None, int] | None:
    """«طائرات حربية أطلقت صواريخ», «استهدف طيران التحالف»: aircraft with a crew in the event word are the actor.

    The position after their name comes with them; no actor for aircraft that nobody flies.
    """
    if draft.type != "air_strike" or draft.match.features.part != "phrase" or draft.match.lead.lstrip("وف"):
        return None
    forms = view.forms
    named_at = (at for at in range(draft.first, draft.last) if _bare(forms[at]) in _AIRCRAFT | _DRONES)
    first = next(named_at, -1)
    if first < 0:
        return None
    last = first + 1
    while last < len(forms) and last - first < _LONGEST_NAME and _belongs(view, last):
        last += 1
    named = last > first + 1 or forms[first].startswith("ال")
    if not named or any(_bare(form) in _WITHOUT_PILOT for form in forms[first : last + 1]):
        return None, max(last, draft.last)
    start, end = view.surface(first, last)
    return Filler(start, end, "roles.aircraft", "actor"), max(last, draft.last)


def people_named(view: SentenceView, draft: Draft) -> Filler | None:
    """«عودة اللاجئين», «خروج المسلحين»: the people that the event word itself names as its last word."""
    last = view.forms[draft.last - 1]
    moved = draft.type in PEOPLE_TYPES and last in _MOVED
    left = draft.type == "withdrawal" and draft.last - draft.first > 1 and last in _LEAVING
    if not (moved or left):
        return None
    kind = "victim" if moved else "group"
    return Filler(*view.surface(draft.last - 1, draft.last), "roles.event_word", kind, draft.match if moved else None)


def wreck_named(view: SentenceView, draft: Draft) -> Filler | None:
    """«سقوط طائرة تجسس إسرائيلية», «انفجار مستودع»: the aircraft, missile or store that the event word names is hit."""
    hit = _HIT.get(draft.type)
    if hit is None or draft.match.features.part != "phrase":
        return None
    first = next((at for at in range(draft.first + 1, draft.last) if _bare(view.forms[at]) in hit), -1)
    if first < 0:
        return None
    last = draft.last
    while last < len(view.forms) and last - first < _LONGEST_NAME and _belongs(view, last):
        last += 1
    start, end = view.surface(first, last)
    return Filler(start, end, "roles.wreck", "aircraft")


def _bare(form: str) -> str:
    return form[2:] if form.startswith("ال") else form


def _belongs(view: SentenceView, at: int) -> bool:
    """Whether a word after aircraft is their adjective or their owner."""
    if view.roles[at] or view.taken[at] or view.words[at].kind != "word":
        return False
    if view.forms[at] in _WITHOUT_PILOT:
        return True
    found = view.matches[at]
    if any(m.family in ("nationality", "actor", "group") and not m.lead for m in found):
        return True
    return not found and view.forms[at].endswith(_ADJECTIVE_ENDINGS) and view.forms[at][0] not in "وبلف"
