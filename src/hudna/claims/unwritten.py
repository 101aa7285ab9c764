"""Figures that no numeral tells: duals, one unnamed victim, «أحد الجنود», «وجرح آخر»."""

from __future__ import annotations

from collections.abc import Callable

from hudna.claims.draft import CountDraft, Draft
from hudna.find.phrases import Phrase
from hudna.find.view import SentenceView
from hudna.gazetteer import load_heads
from hudna.lexicon.match import Match

PERSON_COUNTS = frozenset({"killed", "wounded", "captured", "casualties", "released", "missing"})
OWN_COUNTS = frozenset({"strikes", "violations", "killed", "wounded", "captured"})
PLACE_TYPES = frozenset({"territory_taken", "withdrawal", "control_status"})
_STRIKES = frozenset({"air_strike", "shelling"})
_BLASTS = frozenset({"explosion", "attack"})
_UNCOUNTED_PAIRS = frozenset({"area", "place", "time", "breach"})
UNCOUNTING_TYPES = frozenset({"talks", "agreement", "ceasefire", "control_status", "protest", "armed_clash"})
_SIDES = frozenset({"group.طرف", "group.جانب", "group.فريق"})
_ANOTHER = {"اخر": 1, "اخري": 1, "اخران": 2, "اخرين": None}
"""«وجرح آخر»: one more that is not named. «آخرين» may be two or many and tells no figure."""
SUBSET_WORDS = frozenset(["بينهم", "بينها", "بينهن", "منهم", "منهن"])
_ONE_OF = frozenset(["احد", "احدي"])
_ANY = frozenset(["اي", "ايه"])
_PARTIES = frozenset({"actor", "body", "group", "fighter", "force"})
_COMMAS = frozenset(["،", ","])
_ONE_VICTIM = frozenset(["قتيل", "جريح", "شهيد", "مصاب"])
_QUALIFIERS = {"اقل": "less_than", "اكثر": "more_than", "ازيد": "more_than"}
_APPOSITION = 9
_TWO_REACH = 7
"""Within how many words after an event word a dual of places belongs to it."""
_MANY = 10
_SHARES = frozenset({"percent", "fraction"})
_LEADS = "وفبل"


def _duals(stem: str) -> list[str]:
    if stem.endswith("ه"):
        return [stem[:-1] + ending for ending in ("تين", "تان", "تي", "تا")]
    return [stem + ending for ending in ("ين", "ان", "ي", "ا")[:2]]


_BLOWS = {
    lead + form: what
    for what, stems in (
        ("strikes", ("صاروخ", "قذيفه", "غاره", "قنبله")),
        ("other", ("انفجار", "تفجير", "هجوم", "عبوه", "لغم", "ضربه")),
    )
    for stem in stems
    for form in _duals(stem)
    for lead in ("", "و", "ف", "ب", "ل", "وب", "ول")
}
"""Duals of what strikes; such nouns have no plural in «ين», so the form tells the number by itself."""


def add_another(view: SentenceView, draft: Draft) -> None:
    """«قتل جندي وجرح آخر», «وإصابة آخر»: «آخر» after a word of harm is one more person."""
    value = _ANOTHER.get(view.forms[draft.last]) if draft.last < len(view.forms) else None
    if value is None or draft.frame.count not in PERSON_COUNTS or draft.frame.count is None:
        return
    _add(view, draft, draft.frame.count, value, draft.last, "counts.another")


def has_another(view: SentenceView, draft: Draft, at: int) -> bool:
    """«جنديا قتل وأصيب آخر»: who is named at a character before the verb is not the one more that follows it."""
    forms, last = view.forms, draft.last
    another = last in view.numbers or (last < len(forms) and (forms[last] in _ANOTHER or forms[last] == "اخرون"))
    return another and not draft.noun and at < view.words[draft.first].start


def add_one_victim(view: SentenceView, draft: Draft) -> None:
    """«سقوط قتيل», «سقط جريح»: the event word ends in one victim."""
    last = draft.last - 1
    if draft.frame.count is None or view.forms[last] not in _ONE_VICTIM or not draft.frame.harm:
        return
    if not last or view.forms[last - 1] == "بين" or view.numbers.get(draft.first) or view.taken[last - 1] == "number":
        return
    if not draft.counts:
        _add(view, draft, draft.frame.count, 1, last, "counts.unwritten")


def add_direct_victim(view: SentenceView, draft: Draft) -> None:
    """«إصابة شخصين», «مقتل أميركي»: the genitive right after a noun of harm is two people or one."""
    at = draft.last
    if not draft.noun or not draft.frame.harm or draft.frame.count not in PERSON_COUNTS or at >= len(view.forms):
        return
    if view.taken[at] == "number" or draft.counts or _named_after(view, at + 1):
        return
    for match in view.matches[at]:
        if match.lead or match.pronoun or match.features.definite:
            continue
        person = match.family == "nationality" or match.entry.data.get("kind") in ("victim", "fighter", "people")
        value = {"one": 1, "two": 2}.get(match.features.number)
        if person and value and match.family in ("thing", "group", "nationality") and match.entry.id != "victim.isaba":
            _add(view, draft, str(draft.frame.count), value, at, "counts.unwritten")
            return


def add_one_area(view: SentenceView, drafts: list[Draft], clause_of: list[int]) -> None:
    """«أقل من كيلومتر مربع»: a unit of area without a figure is one of it."""
    for at in range(2, len(view.forms) - 1):
        if view.forms[at - 1] != "من" or view.forms[at - 2] not in _QUALIFIERS:
            continue
        unit = next((m for m in view.matches[at] if m.entry.data.get("count") == "area_km2"), None)
        owner = next((d for d in reversed(drafts) if d.first < at and clause_of[d.first] == clause_of[at]), None)
        if unit is not None and owner is not None:
            start, end = view.surface(unit.first, unit.last)
            value, qualifier = float(unit.entry.data.get("factor") or 1), _QUALIFIERS[view.forms[at - 2]]
            owner.counts.append(
                CountDraft("area_km2", view.text[start:end], value, qualifier, start, end, "counts.unwritten")
            )


def add_dual_blows(view: SentenceView, drafts: list[Draft], clause_of: list[int]) -> None:
    """«قذيفتي هاون», «دوي انفجارين»: two of what strikes, in the event's words or after them."""
    for at, form in enumerate(view.forms):
        what = _BLOWS.get(form)
        if what is None:
            continue
        types = _STRIKES if what == "strikes" else _BLASTS
        owner = next((d for d in drafts if d.first <= at < d.last), None)
        owner = owner or next(
            (d for d in reversed(drafts) if d.type in types and d.first < at and clause_of[d.first] == clause_of[at]),
            None,
        )
        if owner is not None and not any(c.value == 2 and c.what == what for c in owner.counts):
            _add(view, owner, what, 2, at, "counts.dual_event")


def add_dual_places(view: SentenceView, draft: Draft, clause_of: list[int]) -> None:
    """«السيطرة على القريتين», «سيطرت على بلدتين», «انسحب من معسكري …»: two places that are told as such."""
    if draft.type not in PLACE_TYPES:
        return
    heads = load_heads()
    for at in range(draft.last, min(draft.last + _TWO_REACH, len(view.forms))):
        number = view.numbers.get(at)
        if clause_of[at] != clause_of[draft.first] or (number is not None and number.kind in _SHARES):
            return
        head = heads.get(view.forms[at]) or heads.get(view.forms[at].lstrip(_LEADS))
        if (head is not None and head.number == "two") or any(_is_two_areas(match) for match in view.matches[at]):
            _add(view, draft, "places", 2, at, "counts.unwritten")
            return


def _is_two_areas(match: Match) -> bool:
    """«القريتين», «الموقعين»: a dual of places as one word with its article."""
    area = match.family == "thing" and match.entry.data.get("kind") in ("area", "position", "site")
    return area and match.features.number == "two" and match.features.definite and match.last == match.first + 1


def add_unwritten(
    view: SentenceView,
    drafts: list[Draft],
    phrase: Phrase,
    patients: list[tuple[int, Draft]],
    counted_as: Callable[[Draft, Phrase], str | None],
) -> None:
    """Duals are 2; an unnamed singular victim and «أحد الجنود» are 1 (codebook: How many).

    `patients` are the offsets of those to whom each event is done; `counted_as` tells what a phrase counts for one.
    """
    match = phrase.match
    value = _value(view, phrase)
    if match is None or value is None or _counted_together(view, drafts, phrase, match):
        return
    if (joined := _joined_to(view, drafts, phrase)) is not None:
        _add(view, joined, joined.counts[-1].what, value, phrase.head, "counts.unwritten", phrase.lead)
        return
    owner = _owner(view, drafts, phrase, patients)
    if owner is None:
        return
    what = counted_as(owner, phrase)
    if value == 2:
        if owner.type in PLACE_TYPES and phrase.kind in _PARTIES:
            return  # «حرر المدينة من تنظيمي …»: two parties are no places
        if phrase.kind in _UNCOUNTED_PAIRS or owner.type in UNCOUNTING_TYPES or match.entry.id in _SIDES:
            return
    else:
        if owner.frame.count not in PERSON_COUNTS or not (_one_of(view, phrase) or _is_lone(view, phrase, match)):
            return
        own = match.entry.data.get("count")
        what = str(own) if own in OWN_COUNTS and not _one_of(view, phrase) else owner.frame.count
    if what:
        _add(view, owner, what, value, phrase.head, "counts.unwritten", phrase.lead)


def _owner(view: SentenceView, drafts: list[Draft], phrase: Phrase, patients: list[tuple[int, Draft]]) -> Draft | None:
    """The event that is done to whom a phrase names, as the slots say or the place of the words."""
    if patients:
        start, end = view.surface(phrase.head, phrase.head + 1, phrase.lead)
        for at, draft in patients:
            if start <= at < end:
                return draft
    if phrase.first and view.forms[phrase.first - 1] in SUBSET_WORDS:
        return next((d for d in reversed(drafts) if d.first < phrase.first and d.frame.count in PERSON_COUNTS), None)
    if _one_of(view, phrase):
        after = phrase.last  # «أحد عناصره لقي مصرعه»
        return next((d for d in drafts if d.frame.harm and (phrase.first == d.last or d.first == after)), None)
    match = phrase.match
    if match is not None and match.features.number == "two" and match.entry.data.get("count") in OWN_COUNTS:
        return drafts[0]
    return None


def _joined_to(view: SentenceView, drafts: list[Draft], phrase: Phrase) -> Draft | None:
    """«بينهم أربعة أطفال وامرأتان»: people joined right after a figure of people count for the same event."""
    match = phrase.match
    if match is None or phrase.lead != "و" or phrase.first != phrase.head or match.features.definite or match.pronoun:
        return None
    if phrase.kind not in ("victim", "people", "fighter") or _collective(match.entry.data):
        return None
    if match.features.number == "one" and not _is_lone(view, phrase, match):
        return None
    return _counted_before(view, drafts, phrase)


def _counted_before(view: SentenceView, drafts: list[Draft], phrase: Phrase) -> Draft | None:
    """The event that has the figure of people right before a phrase."""
    start = view.start(phrase.first)
    return next(
        (d for d in drafts if d.counts and d.counts[-1].what in PERSON_COUNTS and 0 < start - d.counts[-1].end <= 1),
        None,
    )


def _counted_together(view: SentenceView, drafts: list[Draft], phrase: Phrase, match: Match) -> bool:
    """«36 امرأة وطفلا» are 36 in all: after ten what is counted stands in the singular."""
    if phrase.lead != "و" or match.features.number != "one":
        return False
    draft = _counted_before(view, drafts, phrase)
    value = draft.counts[-1].value if draft is not None else None
    return value is not None and value > _MANY


def _value(view: SentenceView, phrase: Phrase) -> int | None:
    match = phrase.match
    if match is None or phrase.kind in ("actor", "person"):
        return None
    if _one_of(view, phrase):
        return 1
    if match.features.number == "two" and _is_adjective(view, phrase.head):
        return None
    return {"one": 1, "two": 2}.get(match.features.number)


def _is_adjective(view: SentenceView, at: int) -> bool:
    """«قصف مدفعي», «قصف جوي ومدفعي»: after an event noun or another adjective the ي is no dual with its genitive."""
    if not at or not view.forms[at].endswith("ي"):
        return False
    told = any(m.family == "event" and m.features.part == "noun" for m in view.matches[at - 1])
    return told or (view.forms[at - 1].endswith("ي") and not view.roles[at - 1])


def _one_of(view: SentenceView, phrase: Phrase) -> bool:
    return phrase.first < phrase.head and view.forms[phrase.first].lstrip(_LEADS) in _ONE_OF


def _is_lone(view: SentenceView, phrase: Phrase, match: Match) -> bool:
    """Whether a singular noun is one unnamed person («جندي», «شخص»), not a force, a harm («إصابة») or a named one."""
    if match.features.definite or match.pronoun or match.entry.id == "victim.isaba":
        return False
    if phrase.first and (view.forms[phrase.first - 1] in _COMMAS or view.forms[phrase.first - 1] in _ANY):
        return False  # «سمير الوادي، زعيم الفصيل», «أي جندي»
    if view.forms[phrase.first] in _ANY or _named_after(view, phrase.last):
        return False
    return phrase.kind in ("victim", "fighter", "people", "group", "body") and not _collective(match.entry.data)


def _named_after(view: SentenceView, at: int) -> bool:
    """«قائد الجبهة في الوادي، العقيد سمير»: a title after the comma names the person."""
    end = min(at + _APPOSITION, len(view.forms) - 1)
    comma = next((back for back in range(at, end) if view.forms[back] in _COMMAS), None)
    return comma is not None and any(m.family == "title" for m in view.matches[comma + 1])


def _collective(data: dict[str, object]) -> bool:
    return data.get("kind") in ("force", "group", "crowd", "aircraft", "vessel", "weapon_system", "civilian_group")


def _add(view: SentenceView, draft: Draft, what: str, value: int, at: int, rule: str, lead: str = "") -> None:
    start, end = view.surface(at, at + 1, lead)
    if all(count.start != start for count in draft.counts):
        draft.counts.append(CountDraft(what, view.text[start:end], value, "exact", start, end, rule))
