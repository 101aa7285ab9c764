"""How far a noun phrase reaches: genitives, adjectives, names, owners («مواقع للجيش», «عناصر من الحركة»)."""

from __future__ import annotations

from hudna.find.agreement import case, head_word
from hudna.find.phrase import Phrase
from hudna.find.view import SentenceView
from hudna.lexicon.match import Match

_CAN_EXTEND = frozenset({"actor", "group", "title", "thing", "nationality", "weapon"})
_NOUNS = frozenset({"group", "thing", "title"})
_TAKING_ADJECTIVES = _NOUNS | {"nationality"}
OWNABLE_THINGS = frozenset({"building", "site", "position", "vehicle", "unit", "aircraft", "weapon", "weapon_system"})
_OWNABLE = OWNABLE_THINGS - {"weapon_system"} | {"force", "group"}
_MEMBERS = frozenset({"fighter", "leader", "force", "unit"})
OWNED_BY = frozenset(
    ["تابع", "تابعه", "تابعين", "تابعون", "التابع", "التابعه", "التابعين", "مواليه", "الموالي", "المواليه"]
) | frozenset(["موالين", "موالون", "الموالين", "الموالون", "التابعون", "المواليتين", "المنتمين", "المنتميه", "منتمين"])
_GATHERINGS = frozenset({"group.مجموعة", "group.تحالف", "group.خلية", "group.عصابة"})
"""Groups that «من» says are made up of others («مجموعة من المسلحين»)."""
_CIRCUMSTANCES = frozenset(["داعيا", "لافتا", "قائلا", "نافيا", "واصفا", "ناقلا"])
_COMPASS = frozenset(["شرق", "غرب", "شمال", "جنوب", "شرقي", "غربي", "شمالي", "جنوبي", "وسط", "اقصي"])
_ENDING_WORDS = frozenset(["المسؤوليه", "المسئوليه", "المدعو", "المدعوه", "المكني", "الملقب", "المسمي", "المعروف"])
"""Words with the article that never belong to the noun before them («حركة حماس المسؤولية», «ناشطون المدعو …»)."""
_STRUCK_KINDS = frozenset({"position", "site", "building", "area"})
_HOUSING_KINDS = frozenset({"building", "site", "position", "area", "aid", "vehicle"})
_PEOPLE_KINDS = frozenset({"victim", "crowd"})
_QUOTES = frozenset('"«“')
_PROCLITICS = ("و", "ب", "ل", "ف")
_ADJECTIVE_ENDINGS = ("ي", "يه", "ين", "ون")
_LONGEST = 9
_NAME_WORDS = 4


def extend(view: SentenceView, phrase: Phrase) -> None:
    """Take in genitives, adjectives, owners and a person's name."""
    at = phrase.last
    names = 0
    limit = min(len(view.forms), phrase.first + _LONGEST + 3)
    while at < limit and view.taken[at] != "date" and view.words[at].kind == "word":
        if view.roles[at] or (view.taken[at] == "number"):
            break
        step = _extension(view, phrase, at, names)
        if step == 0:
            break
        if view.matches[at] == [] and not view.forms[at].startswith("ال"):
            names += 1
        at += step
        phrase.last = at
    _take_owner(view, phrase)


def _extension(view: SentenceView, phrase: Phrase, at: int, names: int) -> int:
    """How many words the phrase grows by at this word; 0 when it ends here."""
    best: Match | None = None
    lived_in = phrase.kind in _HOUSING_KINDS and _is_people(view, at)
    for match in view.matches[at]:
        if match.family in ("event", "verb", "status"):
            if match.features.part != "adjective" and not lived_in:
                return 0
        elif match.family in _CAN_EXTEND and not match.lead and (best is None or match.last > best.last):
            best = match
    if best is not None:
        return 0 if _begins_anew(view, phrase, at, best) else _grow(phrase, best)
    form = view.forms[at]
    if form in _ENDING_WORDS or form in _COMPASS:
        return 0
    if view.matches[at] and any(m.lead for m in view.matches[at]):
        return 0
    if phrase.kind == "actor" and any(p.first == at for p in view.places) and _is_closed(view, phrase, at):
        return 0  # «استطلعت طائرات التحالف الشريط الحدودي»
    if form.startswith("ال") and len(form) > 4:
        return 0 if _is_full_plural(view, at - 1, phrase) and not _ends_alike(view, phrase, at) else 1
    if view.taken[at] == "place":
        if phrase.kind == "person" and (names or phrase.inner):
            return 0
        return 0 if form[0] in _PROCLITICS or _is_closed(view, phrase, at) else 1
    if phrase.kind == "person" and (_is_circumstance(form) or _is_quoted(view, at)):
        return 0
    if phrase.kind == "person" and names < _NAME_WORDS and form[0] != "و" and len(form) > 1:
        return 1 if not form.startswith(("ب", "ل")) or names else 0
    return 1 if not view.matches[at] and _is_adjective(view, phrase, at) else 0


def _is_people(view: SentenceView, at: int) -> bool:
    """«خيام النازحين»: a word for people with the article that may elsewhere tell an event."""
    definite = (m.entry.data.get("kind") for m in view.matches[at] if not m.lead and m.features.definite)
    return not _PEOPLE_KINDS.isdisjoint(str(kind) for kind in definite)


def _is_quoted(view: SentenceView, at: int) -> bool:
    """Whether a quotation opens right before a word, which so belongs to no name («أعلن القائد "ساعة الصفر"»)."""
    return not _QUOTES.isdisjoint(view.text[view.words[at - 1].end : view.words[at].start])


def _is_circumstance(form: str) -> bool:
    """«الوزير متهما إيران»: an accusative participle after a title tells what the person does and is no name."""
    return form in _CIRCUMSTANCES or (form[0] == "م" and form[-1] == "ا" and len(form) > 4)


def _grow(phrase: Phrase, match: Match) -> int:
    phrase.inner.append(match)
    return match.last - match.first


def _begins_anew(view: SentenceView, phrase: Phrase, at: int, match: Match) -> bool:
    """Whether a noun after the phrase is another phrase: subject and object side by side («المسلحون المدنيين»)."""
    head = phrase.match
    if match.family == "actor":
        if phrase.kind == "actor" and head is not None and match.first == head.last:
            extends = head.entry.data.get("kind") in ("state_force", "armed_group", "organisation")
            adjective = view.forms[at].startswith("ال") and view.forms[at].endswith(_ADJECTIVE_ENDINGS)
            return not extends or (view.forms[at - 1].startswith("ال") and not adjective)
        return phrase.kind != "person" and _is_closed(view, phrase, at) and not _is_adjectival(view, phrase, at, match)
    if match.family == "weapon":
        return False
    if phrase.kind == "weapon" and match.entry.data.get("kind") in _STRUCK_KINDS:
        return True  # «قصف بعدة قذائف مواقع …»: shells have no place as their owner
    if _is_closed(view, phrase, at):
        definite = view.forms[at].startswith("ال")
        return not (definite and _is_adjectival(view, phrase, at, match)) and match.family in _TAKING_ADJECTIVES
    if _is_full_plural(view, at - 1, phrase) or _has_nunation(view, at, match):
        return not _is_adjectival(view, phrase, at, match)
    return False


def _has_nunation(view: SentenceView, at: int, match: Match) -> bool:
    return view.forms[at].endswith("ا") and case(view.forms[at], match) == "object"


def _is_closed(view: SentenceView, phrase: Phrase, at: int) -> bool:
    """Whether the word before takes no genitive: it has the article or a pronoun, or ends a name."""
    before = at - 1
    form = view.forms[before]
    if before == phrase.head:
        form = form[len(phrase.match.lead) :] if phrase.match is not None else form
        if phrase.match is not None and (phrase.match.pronoun or view.forms[before].lstrip("وف").startswith("لل")):
            return True
    if phrase.match is not None and phrase.match.family == "actor" and phrase.match.last == at:
        return True
    return form.startswith("ال") and len(form) > 4


def _is_full_plural(view: SentenceView, at: int, phrase: Phrase) -> bool:
    """Whether a word is a sound plural or dual with its ن, or has nunation: it takes no genitive."""
    if at != phrase.head or phrase.match is None or phrase.match.family not in _NOUNS:
        return False
    word = head_word(view, at, phrase.match.lead)
    return word.endswith(("ن", "ا")) and bool(case(word, phrase.match))


def _ends_alike(view: SentenceView, phrase: Phrase, at: int) -> bool:
    """«المقاتلين الجنوبيين»: an adjective with the article and the plural ending of the head before it."""
    head = view.forms[phrase.head].removeprefix(phrase.match.lead if phrase.match is not None else "")
    return at == phrase.head + 1 and head.startswith(("ال", "لل")) and head[-2:] == view.forms[at][-2:]


def _is_adjectival(view: SentenceView, phrase: Phrase, at: int, match: Match) -> bool:
    """Whether a noun that may be an adjective agrees with the head («المتمردين الحوثيين», «جنديا تركيا»)."""
    head = phrase.match
    if head is None:
        return False
    own, other = head.features.number, match.features.number
    if _has_nunation(view, at, match) and not view.forms[phrase.head].endswith("ا"):
        return False
    if match.family == "nationality":
        return other != "many" or own in ("many", "") or head.family == "actor"
    if match.family not in ("group", "thing", "actor"):
        return False
    if other == "many" and head.pronoun:
        return own == "many" and view.forms[at].startswith("ال") and view.forms[at].endswith(("ين", "ون"))
    if other == "many":
        return (
            own == "many"
            and view.forms[at][-2:] == view.forms[phrase.head][-2:]
            and view.forms[at][-2:] in ("ون", "ين")
        )
    return match.entry.data.get("kind") == "fighter" and own in ("one", "many", "")


def _is_adjective(view: SentenceView, phrase: Phrase, at: int) -> bool:
    """Whether an unknown word agrees with the head as its adjective («مسلحون مجهولون», «سفينة تجارية»)."""
    form = view.forms[at]
    head = phrase.match
    if head is None or head.family not in _NOUNS or at != phrase.head + 1 or form[0] in _PROCLITICS or len(form) < 4:
        return False
    word = head_word(view, phrase.head, head.lead)
    if head.features.definite:
        return False
    if form[-2:] in ("ون", "ين"):
        return word[-2:] == form[-2:]
    if form[-1] == "ه":
        plural_of_things = head.features.number == "many" and not word.endswith(("ون", "ين"))
        return word[-1] == "ه" or plural_of_things
    return form[-1] == "ا" and word[-1] == "ا"


def _take_owner(view: SentenceView, phrase: Phrase) -> None:
    """«مواقع للجيش», «نقطة تابعة للمتمردين», «عناصر من الحركة»: the owner belongs to the phrase."""
    at = phrase.last
    size = len(view.forms)
    if at >= size or phrase.match is None or phrase.match.family == "actor":
        return
    kind = phrase.match.entry.data.get("kind")
    owner: Match | None = None
    if kind in _OWNABLE and not phrase.match.features.definite:
        first = at + 1 if view.forms[at] in OWNED_BY and at + 1 < size else at
        owner = next((m for m in view.matches[first] if m.lead == "ل" and _can_own(m)), None)
    if owner is None and view.forms[at - 1] in OWNED_BY and at > phrase.head + 1:  # «القوات الموالية للحكومة»
        owner = next((m for m in view.matches[at] if m.lead == "ل" and (_can_own(m) or m.family == "title")), None)
    indefinite = kind in _MEMBERS and not phrase.match.features.definite
    if owner is None and phrase.match.entry.id in _GATHERINGS and view.forms[at] == "من" and at + 1 < size:
        owner = next((m for m in view.matches[at + 1] if not m.lead and m.family in ("actor", "group")), None)
    if owner is None and indefinite and view.forms[at] == "من" and at + 1 < size and view.taken[at + 1] != "place":
        owner = next((m for m in view.matches[at + 1] if not m.lead and _can_own(m)), None)
    if owner is None and kind in OWNABLE_THINGS and view.forms[at].startswith("لل") and _is_purpose(view, at):
        phrase.last = at + 1  # «مستودعا للذخيرة»
        return
    if owner is not None:
        phrase.last = owner.last
        phrase.inner.append(owner)
        while phrase.last < size and _is_owner_adjective(view, phrase.last):
            phrase.last += 1
        if owner.family == "title":
            phrase.last = _name_end(view, phrase.last)


def _name_end(view: SentenceView, at: int) -> int:
    """Where the name after a title and its adjective ends («للرئيس السابق سمير الوادي»)."""
    size = len(view.forms)
    if at < size and view.forms[at].startswith("ال") and not view.matches[at]:
        at += 1
    person = next((m for m in view.matches[at] if m.family == "actor" and not m.lead), None) if at < size else None
    if person is not None:
        return person.last
    last = at
    while last < min(at + _NAME_WORDS, size) and _may_be_name(view, last):
        last += 1
    return last


def _may_be_name(view: SentenceView, at: int) -> bool:
    form = view.forms[at]
    plain = view.words[at].kind == "word" and not (view.roles[at] or view.taken[at] or view.matches[at])
    return plain and len(form) > 2 and form[0] not in _PROCLITICS


def _is_purpose(view: SentenceView, at: int) -> bool:
    """Whether a word after ل only says what a place or vehicle is for."""
    return not view.taken[at] and not any(m.family in ("event", "actor", "group", "verb") for m in view.matches[at])


def _is_owner_adjective(view: SentenceView, at: int) -> bool:
    found = view.matches[at]
    form = view.forms[at]
    if view.roles[at] or view.taken[at] or not form.startswith("ال"):
        return False
    if found:
        return any(m.family == "nationality" and not m.lead for m in found)
    return form.endswith(_ADJECTIVE_ENDINGS) or form.startswith("الم")


def _can_own(match: Match) -> bool:
    return match.family == "actor" or (match.family == "group" and match.features.definite)
