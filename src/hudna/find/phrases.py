"""Noun phrases that can fill a role: actors, groups, persons with titles, victims, objects; with their figures."""

from __future__ import annotations

from hudna.arabic.numbers import Number
from hudna.find.agreement import disagrees, head_word
from hudna.find.phrase import Phrase
from hudna.find.phrase_extent import extend
from hudna.find.view import SentenceView
from hudna.lexicon.match import Match

HEAD_FAMILIES = frozenset({"actor", "group", "title", "thing", "nationality"})
FIGHTING = frozenset({"fighter", "force", "group", "leader", "aircraft", "vessel", "weapon_system"})
_DETERMINERS = frozenset(
    [
        "كل",
        "كلا",
        "كلتا",
        "بعض",
        "جميع",
        "معظم",
        "اغلب",
        "غالبيه",
        "عدد",
        "عده",
        "سائر",
        "احد",
        "احدي",
        "عدد",
        "مختلف",
        "بقيه",
        "باقي",
        "مزيد",
        "العديد",
        "الكثير",
        "عددا",
        "كافه",
        "اي",
        "ايا",
        "المزيد",
        "عشرات",
    ]
)
PEOPLE_KINDS = frozenset(
    {"actor", "group", "person", "people", "victim", "crowd", "fighter", "body", "leader", "number"}
)
_FIGHTER_ADJECTIVES = frozenset(
    ["عسكري", "مسلح", "ارهابي", "متمرد", "متطرف", "متشدد", "جهادي", "انفصالي", "انقلابي", "انتحاري", "مهاجم", "موال"]
) | frozenset(["مدني", "معارض", "عسكريا", "مسلحا", "ارهابيا", "انتحاريا"])
_MISSILES = frozenset({"weapon.sarukh", "weapon.qadhifa", "weapon.lughm", "weapon.abwa", "weapon.qunbula"})
_THESE = frozenset(["هذه", "هذا", "تلك", "ذلك", "هولاء", "اولئك", "هذين", "هاتين"])
_LED_BY = "بقياده"
_MEANS_REACH = 2
_SIDES = frozenset(["جهه", "طرف", "جانب", "ناحيه"])
_ONE_SIDE = frozenset(["اولي", "اول", "واحده", "واحد"])
_BACKED = frozenset(
    ["مدعومه", "مدعوما", "مدعومين", "مدعومون", "مدعمه", "مدعما", "مدعمين", "مسنوده", "مسنودا", "مسنودين", "مسنودون"]
)
"""«شنت القوات مدعومة من الطيران هجوما»: who takes part at the side of the subject."""
_BACKED_REACH = 4
_AT_LEAST = (["علي", "الاقل"], ["علي", "الاكثر"])
_ADDING = frozenset(["بالاضافه الي", "اضافه الي", "الي جانب", "فضلا عن", "علاوه علي", "وايضا", "وكذلك", "وكذا"])
"""What joins a further member to a list as «و» does."""
_ADDED_REACH = 2
_TO_THEM = frozenset(["له", "لها", "لهم", "لهما", "معه", "معها", "معهم"])
"""«المسلحون الموالون لها»: whom the adjective of a party points back at."""
_SIDE_WORDS = frozenset({"group.جانب", "group.طرف", "group.جبهة"})
_PLACE_KINDS = frozenset({"area", "building", "site", "position"})
OBJECT_KINDS = frozenset(
    {"victim", "crowd", "body", "fighter", "force", "group", "leader", "unit", "vehicle", "vessel", "building", "site"}
    | {"position", "aircraft", "civilian_group"}
)


def read_phrases(view: SentenceView) -> list[Phrase]:
    """The noun phrases of a sentence, left to right, without overlap."""
    found: list[Phrase] = []
    at = 0
    size = len(view.forms)
    taken, matches, roles, forms = view.taken, view.matches, view.roles, view.forms
    within = frozenset(at for place in view.places for at in range(place.first + 1, place.last))
    inside = set(within)
    inside.update(place.first for place in view.places if place.certain and place.local and place.head is None)
    while at < size:
        if not matches[at] and taken[at] != "number" and roles[at] != "pronoun" and forms[at] not in _DETERMINERS:
            at += 1
            continue
        if taken[at] == "date":
            at += 1
            continue
        phrase = _phrase_at(view, at)
        if phrase is not None and _is_place_name(view, phrase, inside, within):
            phrase = None
        if phrase is None:
            at += 1
            continue
        _join(view, phrase, found)
        found.append(phrase)
        at = max(phrase.last, at + 1)
    return found


def _is_place_name(view: SentenceView, phrase: Phrase, inside: set[int], within: frozenset[int]) -> bool:
    """Whether a noun only belongs to the name of a place («دار سعد», «ود مدني»)."""
    if phrase.head >= phrase.last or view.taken[phrase.head] != "place":
        return False
    if phrase.kind == "actor" and phrase.match is not None:
        return phrase.head in within and phrase.match.entry.data.get("kind") == "state"  # «شرق اليمن»
    return phrase.kind in ("area", "place") or (phrase.head in inside and phrase.kind != "person")


def head_match(view: SentenceView, at: int) -> Match | None:
    """The reading of a word that can head a noun phrase; none when the word is rather an event word."""
    best: Match | None = None
    event = False
    for match in view.matches[at]:
        if match.family == "event" and match.features.part == "verb" and match.features.number != "two":
            return None
        event = event or match.family == "event"
        if match.family in HEAD_FAMILIES and (best is None or _rank(match) > _rank(best)):
            best = match
    if event and best is not None and not _is_object_noun(best):
        return None
    return best


def is_object_word(view: SentenceView, at: int) -> bool:
    """Whether a word is read as a noun for people or things besides telling an event."""
    return any(_is_object_noun(match) for match in view.matches[at])


def names_people(view: SentenceView, at: int) -> bool:
    """Whether a word is a noun for people («نازحين», «رهائن»)."""
    return any(m.family == "thing" and m.entry.data.get("kind") == "victim" for m in view.matches[at])


def _is_object_noun(match: Match) -> bool:
    """Whether a noun that may also tell an event («دورية», «رهائن», «طائرة مسيرة») names people or things."""
    if match.family == "actor":
        return match.last - match.first > 1  # «الطائرات الحربية»: aircraft are named, whether they strike or not
    if match.family not in ("group", "thing"):
        return False
    return match.entry.data.get("kind") in OBJECT_KINDS or (match.entry.id in _MISSILES and match.lead in ("", "ل"))


def _rank(match: Match) -> tuple[int, int]:
    order = {"actor": 5, "title": 4, "group": 3, "thing": 2, "nationality": 1}
    return (match.last - match.first, order.get(match.family, 0))


def _phrase_at(view: SentenceView, at: int) -> Phrase | None:
    number = view.numbers.get(at)
    head = at
    lead = ""
    if number is not None:
        head = number.last
        lead = number.lead
        if head < len(view.forms) and view.forms[head] == "من":
            head += 1
    elif view.forms[at] in _DETERMINERS:
        head = at + 1
        if head < len(view.forms) and view.forms[head] == "من":
            head += 1
    elif view.roles[at]:
        return None
    if head >= len(view.forms) or view.taken[head] in ("date", "number"):
        return _bare_number(view, at, number)
    match = head_match(view, head)
    if match is None or (head != at and match.lead):
        return _bare_number(view, at, number)
    if head == at and _adjectival(view, match):
        return None
    if match.family == "nationality" and not _nationality_noun(view, match, number):
        return _bare_number(view, at, number)
    if match.entry.id in _SIDE_WORDS and _means_a_side(view, match):
        return None
    phrase = Phrase(
        at, match.last, head, _kind(match), lead if number is not None else match.lead, match, number=number
    )
    if head != at and number is None:
        phrase.lead = ""
    extend(view, phrase)
    return phrase


def _means_a_side(view: SentenceView, match: Match) -> bool:
    """Whether a word for a party or front only says where: «أطراف البلدة», «بجانب الطريق», «جبهة صرواح»."""
    if match.lead.endswith("ب") or (match.first and view.forms[match.first - 1] == "الي"):
        return match.features.number == "one" and not match.features.definite
    if match.features.definite or match.last >= len(view.forms):
        return False
    following = match.last
    area = any(m.family == "thing" and m.entry.data.get("kind") in _PLACE_KINDS for m in view.matches[following])
    return view.taken[following] == "place" or area


def _adjectival(view: SentenceView, match: Match) -> bool:
    """Whether a singular word for a fighter is the adjective of the noun before it («التصعيد العسكري»)."""
    if match.lead or match.features.number != "one" or match.family not in ("group", "thing") or not match.first:
        return False
    if match.entry.data.get("kind") != "fighter":
        return False
    if head_word(view, match.first, "") not in _FIGHTER_ADJECTIVES:
        return False
    before = match.first - 1
    if view.roles[before] or view.taken[before] or view.words[before].kind != "word":
        return False
    if any(m.features.part == "verb" for m in view.matches[before]):
        return False
    definite = view.forms[before].lstrip("وفبل").startswith("ال") or any(m.pronoun for m in view.matches[before])
    return definite == match.features.definite  # «هجومها العسكري»


def _bare_number(view: SentenceView, at: int, number: Number | None) -> Phrase | None:
    """A figure whose noun is unknown or left out («إصابة 173»)."""
    if number is None or number.kind == "ordinal":
        return None
    last = number.last
    plain = last < len(view.forms) and not view.roles[last] and not view.matches[last] and not view.taken[last]
    if plain and view.words[last].kind == "word" and view.forms[last][0] not in "وفبل":
        last += 1
    return Phrase(at, last, number.last, "number", number.lead, None, number=number)


def _nationality_noun(view: SentenceView, match: Match, number: Number | None) -> bool:
    """Whether a demonym stands for people («الأكراد», «فلسطينيين», «3 فلسطينيين») and not as an adjective."""
    if match.features.number in ("many", "two") or number is not None or view.forms[match.first - 1] == "اي":
        return True
    before = match.first - 1
    return before >= 0 and any(m.family == "event" and m.features.part == "verb" for m in view.matches[before])


def _kind(match: Match) -> str:
    if match.family == "actor":
        return "person" if match.entry.data.get("kind") == "person" else "actor"
    if match.family == "title":
        return "person"
    if match.family == "group":
        return "group"
    if match.family == "nationality":
        return "people"
    return str(match.entry.data.get("kind") or "thing")


def _join(view: SentenceView, phrase: Phrase, earlier: list[Phrase]) -> None:
    """Note the preposition that governs the phrase, or that it continues a list."""
    first = phrase.first
    apart = first > 0 and view.forms[first - 1] == "و" and not phrase.lead  # «بين الشرطة و"انفصاليين"»
    joined = (phrase.lead[:1] == "و" or apart) and earlier and _continues(view, earlier[-1].last, first - apart)
    if joined and not _begins_sentence(view, phrase):
        phrase.coordinate = _head_of_list(earlier)
        phrase.governor = phrase.lead[1:] or earlier[phrase.coordinate].governor
        return
    if earlier and not phrase.lead and _is_added(view, earlier[-1], phrase):
        phrase.coordinate = _head_of_list(earlier)
        phrase.governor = earlier[phrase.coordinate].governor
        return
    if phrase.lead == "و" and _with_means(view, first):
        phrase.governor = "ب"  # «بالهاون والدبابات»
        return
    phrase.governor = governor(view, phrase.first, phrase.lead)
    led_by = phrase.governor == "agent" and view.forms[first - 1] == _LED_BY
    if led_by and earlier and earlier[-1].is_actor and _adjacent(view, earlier[-1].last, first - 1):
        phrase.governor = "led_by"  # «الجيش بقيادة القائد العام»: the force acts
        return
    if (
        not phrase.governor
        and earlier
        and phrase.first >= 1
        and view.forms[phrase.first - 1] in ("،", ",")
        and earlier[-1].last == phrase.first - 1
        and earlier[-1].governor not in ("مع", "support", "agent")
        and not phrase.lead
        and _same_sort(earlier[-1], phrase)
    ):
        phrase.coordinate = len(earlier) - 1


def _head_of_list(earlier: list[Phrase]) -> int:
    """The index of the phrase that «و» goes on from: past a leader named in between."""
    last = len(earlier) - 1
    return last - 1 if last and earlier[last].governor == "led_by" else last


def _begins_sentence(view: SentenceView, phrase: Phrase) -> bool:
    """«مقتل قياديين والميليشيات تفخخ الميناء»: a noun after و with a verb of its own begins a new sentence."""
    if phrase.last >= len(view.forms) or phrase.kind not in PEOPLE_KINDS:
        return False
    found = view.matches[phrase.last]
    verbs = [m for m in found if m.features.part == "verb" and m.features.tense == "present" and not m.lead]
    if not len(verbs) == len(found) > 0 or any(m.features.number != "one" for m in verbs):
        return False
    return not disagrees(verbs[0], head_word(view, phrase.head, phrase.lead), phrase.match)


def _same_sort(first: Phrase, second: Phrase) -> bool:
    """Whether two phrases are both people or both things: only such stand in one list without و."""
    if (first.kind == "weapon") != (second.kind == "weapon"):
        return False  # «قصفت القوات بالصواريخ، أحياء …»
    return (first.kind in PEOPLE_KINDS) == (second.kind in PEOPLE_KINDS)


def _adjacent(view: SentenceView, last: int, first: int) -> bool:
    return first == last or (first == last + 1 and view.forms[last] in ("،", ","))


def _continues(view: SentenceView, last: int, first: int) -> bool:
    at = last + 2 if view.forms[last : last + 2] in _AT_LEAST else last
    return _adjacent(view, at, first) or _on_its_side(view, last, first)


def _is_added(view: SentenceView, earlier: Phrase, phrase: Phrase) -> bool:
    """«مقاتلون بالإضافة إلى ستة مدنيين»: whether only words of addition stand between two phrases of one sort."""
    at = earlier.last + (view.forms[earlier.last] in ("،", ","))
    if phrase.first - at > _ADDED_REACH or " ".join(view.forms[at : phrase.first]) not in _ADDING:
        return False
    told = any(match.family == "event" for match in view.matches[phrase.head])  # «فضلا عن إصابة آخرين»
    return not told and (earlier.kind in PEOPLE_KINDS) == (phrase.kind in PEOPLE_KINDS)


def _with_means(view: SentenceView, at: int) -> bool:
    """Whether the word before, or that before its adjective, is a weapon that «ب» brings."""
    for before in range(max(0, at - _MEANS_REACH), at):
        if any(m.family == "weapon" and m.lead.endswith("ب") for m in view.matches[before]):
            return not any(view.roles[i] or view.words[i].kind != "word" for i in range(before + 1, at))
    return False


def _on_its_side(view: SentenceView, last: int, first: int) -> bool:
    """Whether only the first side of a list ends between two members: «الجيش (والموالون له) من جهة، والفصائل»."""
    at = last + (view.forms[last] in _TO_THEM)
    if at < first and view.forms[at] == "من" and view.forms[at + 1] in _SIDES:
        at += 2
        at += view.forms[at] in _ONE_SIDE
    return at > last and _adjacent(view, at, first)


def governor(view: SentenceView, first: int, lead: str) -> str:
    """The preposition before a phrase: a proclitic of its first word, else the word before it."""
    preposition = lead.lstrip("وف")
    if preposition:
        return "support" if preposition == "ب" and first and view.forms[first - 1] in _BACKED else preposition
    before = first - 1
    if before > 0 and view.forms[before] in _THESE and view.roles[before - 1] == "preposition":
        before -= 1  # «على هذه الزوارق»
    if before < 0:
        return ""
    role = view.roles[before]
    if role in ("agent", "cause", "support", "time", "result"):
        return role
    if before and view.forms[before] in ("من", "مع") and view.roles[before - 1] == "support":
        return "support"
    if view.forms[before] == "من" and not _BACKED.isdisjoint(view.forms[max(0, before - _BACKED_REACH) : before]):
        return "support"  # «القوات مدعومة جوا من التحالف»
    if role == "preposition":
        return view.forms[before].removeprefix("و")
    return ""


__all__ = ["Phrase", "governor", "head_match", "read_phrases"]
