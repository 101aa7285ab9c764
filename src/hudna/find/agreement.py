"""Gender and case of noun phrases as far as their letters show them, to tell subject from object."""

from __future__ import annotations

from hudna.arabic.letters import fold
from hudna.find.view import SentenceView
from hudna.lexicon.entries import Entry
from hudna.lexicon.match import Match

_MASCULINE_HEADS = frozenset(
    [
        "جيش",
        "تحالف",
        "تنظيم",
        "حزب",
        "نظام",
        "مجلس",
        "طيران",
        "سلاح",
        "حرس",
        "فصيل",
        "لواء",
        "فيلق",
        "جهاز",
        "امن",
        "دفاع",
        "احتلال",
        "حشد",
        "هلال",
        "صليب",
        "مرصد",
    ]
)
_FEMININE_HEADS = frozenset(
    ["فصائل", "كتائب", "سرايا", "الويه", "مدفعيه", "مقاومه", "قوي", "فرق", "جماعات", "حركات", "زوارق", "اجهزه", "امم"]
)
_FORCE_KINDS = frozenset({"force", "group", "aircraft", "vessel", "weapon_system", "vehicle", "unit"})
_OBLIQUE = ("ين", "ي")


def head_word(view: SentenceView, at: int, lead: str) -> str:
    """A folded word without its proclitics and its article."""
    form = view.forms[at][len(lead) :]
    return form[2:] if form.startswith("ال") and len(form) > 4 else form


def gender(word: str, match: Match | None) -> str:
    """`feminine`, `masculine`, or empty where the word may be either."""
    if word in _MASCULINE_HEADS:
        return "masculine"
    if word in _FEMININE_HEADS or word.endswith("ات"):
        return "feminine"
    number = match.features.number if match is not None else ""
    kind = match.entry.data.get("kind") if match is not None else ""
    if number == "many":
        if kind in _FORCE_KINDS:
            return "feminine"
        return "masculine" if word.endswith(("ون", "ين")) else ""
    if word.endswith("ه"):
        return "feminine"
    if number == "one" and match is not None and match.family in ("group", "title") and not word.endswith("ا"):
        return "masculine"
    return ""


def disagrees(verb: Match, word: str, match: Match | None) -> bool:
    """Whether a noun cannot be the subject of a verb that stands right before it."""
    if verb.features.part != "verb" or verb.features.number not in ("one", ""):
        return verb.features.number == "many"
    own = gender(word, match)
    return bool(own) and verb.features.gender in ("masculine", "feminine") and own != verb.features.gender


def case(word: str, match: Match | None) -> str:
    """`subject` for the endings ون and ان, `object` for ين and ا, empty where the letters do not tell."""
    if match is None:
        return ""
    if match.family == "actor":
        return _name_case(word, match.entry)
    if match.features.part != "noun":
        return ""
    number = match.features.number
    if number == "many" and word.endswith(("ون", "و")):
        return "subject"
    if number == "many" and word.endswith("ين") and _sound(match, "ون"):
        return "object"
    if number == "two":
        return "subject" if word.endswith(("ان", "ا")) else "object"
    if number == "one" and word.endswith("ا") and not match.features.definite and not str(_one(match)).endswith("ا"):
        return "object"
    return ""


def _one(match: Match) -> str:
    return str(match.entry.data.get("one") or "")


def _sound(match: Match, ending: str) -> bool:
    """Whether the plural of the entry ends so, and its ين is therefore a case and not part of the word."""
    data = match.entry.data
    plurals = list(data.get("many") or [])
    for noun in data.get("nouns") or []:
        if isinstance(noun, dict):
            plurals.extend(noun.get("many") or [])
    return any(str(plural).endswith(ending) for plural in plurals)


def _name_case(word: str, entry: Entry) -> str:
    """The case of a name that begins with a sound plural: «المتمردون» against «المتمردين», «مسلحو» against «مسلحي»."""
    for subject, object_ in (("ون", "ين"), ("و", "ي")):
        if word.endswith(subject) and word.removesuffix(subject) + object_ in _first_words(entry):
            return "subject"
        if word.endswith(object_) and word.removesuffix(object_) + subject in _first_words(entry):
            return "object"
    return ""


_FIRST_WORDS: dict[str, frozenset[str]] = {}


def _first_words(entry: Entry) -> frozenset[str]:
    """The folded first words, without article, of the names of an actor."""
    known = _FIRST_WORDS.get(entry.id)
    if known is None:
        data = entry.data
        names = [data["name"]["ar"], *data.get("aliases", []), *data.get("loaded", [])]
        known = _FIRST_WORDS[entry.id] = frozenset(fold(str(name)).split()[0].removeprefix("ال") for name in names)
    return known
