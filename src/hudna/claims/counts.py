"""Figures of a sentence and the claims that they belong to."""

from __future__ import annotations

from hudna.claims.draft import CountDraft, Draft
from hudna.claims.frames import COUNT_BY_TYPE
from hudna.find.phrases import Phrase
from hudna.find.view import SentenceView

_PERSON_KINDS = frozenset(
    {"victim", "fighter", "crowd", "people", "group", "actor", "person", "body", "number", "leader"}
)
_STRIKES = frozenset({"air_strike", "shelling"})
_OBJECT_COUNTS = frozenset({"destroyed", "places", "strikes", "troops"})
_PLACE_TYPES = frozenset({"territory_taken", "withdrawal", "control_status"})
_DESTROY_TYPES = frozenset({"destruction", "interception"})
_UNCOUNTED = frozenset({"time", "distance", "money"})


def add_counts(view: SentenceView, drafts: list[Draft], phrases: list[Phrase], clause_of: list[int]) -> None:
    """Give each figure of a sentence to the event word that it counts for."""
    if not drafts:
        return
    _trigger_figures(view, drafts)
    counted = {d.first for d in drafts}
    for phrase in phrases:
        if phrase.number is not None and phrase.number.last not in counted:
            owner = _owner(drafts, phrase, clause_of)
            if owner is not None:
                _add_figure(view, owner, phrase)
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
            draft.counts.append(
                CountDraft(what, of, number.value, number.qualifier, number.start, end, "counts.figure_of_event")
            )
        elif draft.noun and draft.match.features.number == "two":
            draft.counts.append(CountDraft(what, of, 2, "exact", start, end, "counts.dual_event"))


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
    if own in _OBJECT_COUNTS:
        if own == "strikes" or (own == "troops" and draft.type in ("deployment", "operation")):
            return str(own)
        if draft.type in _PLACE_TYPES:
            return "places"
        return "destroyed" if draft.type in _DESTROY_TYPES or draft.frame.count == "destroyed" else "other"
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
    if phrase.kind == "number" and phrase.head >= phrase.last and draft.frame.count is None:
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


def _add_unwritten(view: SentenceView, drafts: list[Draft], phrase: Phrase) -> None:
    """Duals are 2; an unnamed singular victim is 1 (codebook: How many)."""
    match = phrase.match
    if match is None or match.features.number not in ("one", "two") or phrase.kind in ("actor", "person"):
        return
    counting = [
        d for d in drafts if d.frame.count in ("killed", "wounded", "captured", "casualties", "released", "missing")
    ]
    start, end = view.surface(phrase.head, phrase.head + 1, phrase.lead)
    owner = next((d for d in counting if any(start <= at < end for at in d.patients)), None)
    value = 2 if match.features.number == "two" else 1
    own = match.entry.data.get("count")
    if owner is None:
        if value == 2 and own in ("strikes", "violations", "killed", "wounded") and drafts:
            owner = drafts[0]
        else:
            return
    if value == 1 and (
        match.features.definite
        or match.pronoun
        or phrase.kind not in ("victim", "fighter", "people", "group", "body")
        or _collective(match.entry.data)
    ):
        return
    what = str(own) if own in ("killed", "wounded", "strikes", "violations", "captured") else owner.frame.count
    if what:
        owner.counts.append(CountDraft(what, view.text[start:end], value, "exact", start, end, "counts.unwritten"))


def _collective(data: dict[str, object]) -> bool:
    return data.get("kind") in ("force", "group", "crowd", "aircraft", "vessel", "weapon_system", "civilian_group")
