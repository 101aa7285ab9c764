"""Figures of a sentence and the claims that they belong to."""

from __future__ import annotations

from hudna.claims.draft import CountDraft, Draft
from hudna.claims.frames import COUNT_BY_TYPE
from hudna.find.phrases import Phrase, names_people
from hudna.find.view import SentenceView
from hudna.lexicon.match import Match

_PERSON_KINDS = frozenset(
    {"victim", "fighter", "crowd", "people", "group", "actor", "person", "body", "number", "leader"}
)
_STRIKES = frozenset({"air_strike", "shelling"})
_OBJECT_COUNTS = frozenset({"destroyed", "places", "strikes", "troops"})
_PLACE_TYPES = frozenset({"territory_taken", "withdrawal", "control_status"})
_DESTROY_TYPES = frozenset({"destruction", "interception"})
_PERSON_COUNTS = frozenset({"killed", "wounded", "captured", "casualties", "released", "missing"})
_OWN_COUNTS = frozenset({"strikes", "violations", "killed", "wounded", "captured"})
_UNCOUNTED_PAIRS = frozenset({"area", "place", "time", "breach"})
_BLOWS = frozenset({"air_strike", "shelling", "attack", "explosion", "gunfire", "ceasefire_violation"})
_ANOTHER = {"اخر": 1, "اخري": 1, "اخران": 2}
"""«وجرح آخر»: one more that is not named."""
_SUBSET_WORDS = frozenset(["بينهم", "بينها", "بينهن", "منهم", "منهن"])
_UNCOUNTING_TYPES = frozenset({"talks", "agreement", "ceasefire", "control_status", "protest", "armed_clash"})
_DISTANCE_WORDS = frozenset(["تبعد", "يبعد", "بعد", "مسافه", "عمق", "ارتفاع", "عمره", "عمرها", "الرقم", "رقم", "قطر"])
_FATE_TYPES = frozenset({"release", "killing", "displacement"})
"""Types that tell what becomes of prisoners and bodies: the event says what the figure counts."""
_UNCOUNTED = frozenset({"time", "distance", "money"})


def add_counts(view: SentenceView, drafts: list[Draft], phrases: list[Phrase], clause_of: list[int]) -> None:
    """Give each figure of a sentence to the event word that it counts for."""
    if not drafts:
        return
    patients = {view.words[d.first].start for d in drafts} & {at for d in drafts for at in d.patients}
    counting = [d for d in drafts if view.words[d.first].start not in patients]
    _trigger_figures(view, counting)
    counted = {d.first for d in counting}
    drafts = counting or drafts
    for draft in drafts:
        _add_another(view, draft)
    for phrase in phrases:
        if phrase.number is not None and phrase.number.last not in counted:
            owner = _owner(drafts, phrase, clause_of)
            if owner is not None:
                _add_figure(view, owner, phrase)
                _join_harms(drafts, owner, phrase)
        elif phrase.number is None and phrase.match is not None:
            _add_unwritten(view, drafts, phrase)


def _trigger_figures(view: SentenceView, drafts: list[Draft]) -> None:
    """«20 غارة», «6 حالات إطلاق نار», «غارتين»: the event word itself is counted."""
    for draft in drafts:
        what = "strikes" if draft.type in _STRIKES else "violations" if draft.type == "ceasefire_violation" else "other"
        number = next((n for n in view.numbers.values() if n.last == draft.first and n.kind != "ordinal"), None)
        start, end = view.surface(draft.first, draft.last, draft.match.lead)
        of = view.text[start:end]
        if number is not None:
            if number.kind in ("percent", "fraction"):
                what = "percent"
            elif draft.frame.harm:
                what = draft.frame.count or what
            elif draft.type == "aid" or (draft.type in COUNT_BY_TYPE and names_people(view, draft.first)):
                what = COUNT_BY_TYPE[draft.type]
            draft.counts.append(
                CountDraft(what, of, number.value, number.qualifier, number.start, end, "counts.figure_of_event")
            )
        elif draft.noun and draft.match.features.number == "two" and (draft.frame.harm or draft.type in _BLOWS):
            what = (draft.frame.count or what) if draft.frame.harm else what
            draft.counts.append(CountDraft(what, of, 2, "exact", start, end, "counts.dual_event"))


def _add_another(view: SentenceView, draft: Draft) -> None:
    """«قتل جندي وجرح آخر», «وإصابة آخر»: «آخر» after a word of harm is one more person."""
    value = _ANOTHER.get(view.forms[draft.last]) if draft.last < len(view.forms) else None
    if value is None or draft.frame.count not in _PERSON_COUNTS or draft.frame.count is None:
        return
    start, end = view.surface(draft.last, draft.last + 1)
    draft.counts.append(
        CountDraft(draft.frame.count, view.text[start:end], value, "exact", start, end, "counts.another")
    )


def _owner(drafts: list[Draft], phrase: Phrase, clause_of: list[int]) -> Draft | None:
    """The event that a figure belongs to: the last before it in its clause, else the next, else the latest."""
    clause = clause_of[phrase.first]
    before = [d for d in drafts if d.first < phrase.first]
    after = [d for d in drafts if d.first >= phrase.last]
    same_before = [d for d in before if clause_of[d.first] == clause]
    same_after = [d for d in after if clause_of[d.first] == clause]
    if same_before:
        harm = [d for d in same_before if d.frame.harm]
        return same_before[-1] if phrase.kind not in _PERSON_KINDS or not harm else harm[-1]
    if same_after:
        harm = [d for d in same_after if d.frame.harm]
        return harm[0] if harm and phrase.kind in _PERSON_KINDS else same_after[0]
    if before:
        return before[-1]
    return after[0] if after else None


def _what(draft: Draft, phrase: Phrase) -> str | None:
    number = phrase.number
    if number is not None and number.kind == "percent":
        return "percent"
    entry = phrase.match.entry if phrase.match is not None else None
    own = entry.data.get("count") if entry is not None else None
    if entry is not None and (entry.data.get("kind") in _UNCOUNTED or (entry.family == "unit" and not own)):
        return None
    if own == "aid" and draft.type not in ("aid", "aid_obstruction"):
        return "destroyed" if draft.type in _DESTROY_TYPES else "other"
    if own in _OBJECT_COUNTS:
        if own == "strikes" and draft.type in _DESTROY_TYPES:
            return "destroyed"
        if own == "strikes" or (own == "troops" and draft.type in ("deployment", "operation")):
            return str(own)
        if draft.type in _PLACE_TYPES:
            return "places"
        return "destroyed" if draft.type in _DESTROY_TYPES or draft.frame.count == "destroyed" else "other"
    if own in ("captured", "killed") and draft.type in _FATE_TYPES and draft.frame.count != own:
        return draft.frame.count or COUNT_BY_TYPE[draft.type]  # «أفرج عن ثلاثة أسرى», «سلم خمس جثث»
    if own == "wounded" and draft.type == "aid":
        return "aid"
    if own:
        return str(own)
    if phrase.kind in _PERSON_KINDS:
        if draft.frame.count:
            return draft.frame.count
        return (
            COUNT_BY_TYPE.get(draft.type, "other")
            if draft.type not in ("territory_taken", "withdrawal", "destruction", "ceasefire_violation")
            else "other"
        )
    return draft.frame.count or COUNT_BY_TYPE.get(draft.type, "other")


def _add_figure(view: SentenceView, draft: Draft, phrase: Phrase) -> None:
    number = phrase.number
    if number is None or number.kind == "ordinal" or (number.kind == "fraction" and phrase.kind == "number"):
        return
    if phrase.kind == "number" and _counts_missiles(view, draft, phrase.head):
        start, end = view.surface(phrase.head, phrase.head + 1, "")
        draft.counts.append(
            CountDraft(
                "strikes", view.text[start:end], number.value, number.qualifier, number.start, end, "counts.figure"
            )
        )
        return
    people = draft.type in COUNT_BY_TYPE and names_people(view, draft.first)
    if phrase.kind == "number" and phrase.head >= phrase.last and draft.frame.count is None and not people:
        return
    if any(view.forms[at] in _DISTANCE_WORDS for at in range(max(0, phrase.first - 3), phrase.first)):
        return
    if phrase.kind in ("area", "number") and phrase.governor in ("في", "ب") and draft.frame.count is None:
        return
    what = _what(draft, phrase)
    if what is None:
        return
    of = None
    end = number.end
    if phrase.head < phrase.last:
        start, of_end = view.surface(phrase.head, phrase.head + 1, "")
        of, end = view.text[start:of_end], max(of_end, end)
    elif draft.counts:
        of = draft.counts[-1].of
    draft.counts.append(CountDraft(what, of, number.value, number.qualifier, number.start, end, "counts.figure"))


def _join_harms(drafts: list[Draft], owner: Draft, phrase: Phrase) -> None:
    """«مقتل وإصابة 11 جنديا»: a figure right after two words of harm counts both."""
    if not owner.counts or owner.frame.count not in ("killed", "wounded") or phrase.first != owner.last:
        return
    joined = owner.match.lead == "و" and any(
        d.last == owner.first and d.frame.count in ("killed", "wounded") and d.frame.count != owner.frame.count
        for d in drafts
    )
    if joined and owner.counts[-1].what == owner.frame.count:
        owner.counts[-1].what = "casualties"


def _counts_missiles(view: SentenceView, draft: Draft, at: int) -> bool:
    """«سقطت أربع قذائف هاون»: the noun counted is itself an event word of the claim's type."""
    if draft.type not in _STRIKES or at >= len(view.forms):
        return False
    return any(m.family == "event" and m.entry.data["type"] == draft.type for m in view.matches[at])


def _add_unwritten(view: SentenceView, drafts: list[Draft], phrase: Phrase) -> None:
    """Duals are 2; an unnamed singular victim is 1 (codebook: How many)."""
    match = phrase.match
    if match is None or phrase.kind in ("actor", "person") or match.features.number not in ("one", "two"):
        return
    start, end = view.surface(phrase.head, phrase.head + 1, phrase.lead)
    owner = next((d for d in drafts if any(start <= at < end for at in d.patients)), None)
    if owner is None and phrase.first and view.forms[phrase.first - 1] in _SUBSET_WORDS:
        owner = next((d for d in reversed(drafts) if d.first < phrase.first and d.frame.count in _PERSON_COUNTS), None)
    own = match.entry.data.get("count")
    if match.features.number == "two":
        owner = owner or (drafts[0] if own in _OWN_COUNTS else None)
        if owner is None or phrase.kind in _UNCOUNTED_PAIRS or owner.type in _UNCOUNTING_TYPES:
            return
        what = _what(owner, phrase)
        value = 2
    else:
        if owner is None or owner.frame.count not in _PERSON_COUNTS or not _is_lone_victim(phrase, match):
            return
        what = str(own) if own in _OWN_COUNTS else owner.frame.count
        value = 1
    if what and all(count.start != start for count in owner.counts):
        owner.counts.append(CountDraft(what, view.text[start:end], value, "exact", start, end, "counts.unwritten"))


def _is_lone_victim(phrase: Phrase, match: Match) -> bool:
    """Whether a singular noun is one unnamed person («جندي», «شخص»), not a force or a harm («إصابة»)."""
    if match.features.definite or match.pronoun or match.entry.id == "victim.isaba":
        return False
    return phrase.kind in ("victim", "fighter", "people", "group", "body") and not _collective(match.entry.data)


def _collective(data: dict[str, object]) -> bool:
    return data.get("kind") in ("force", "group", "crowd", "aircraft", "vessel", "weapon_system", "civilian_group")
