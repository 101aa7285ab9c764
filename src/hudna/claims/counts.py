"""Figures of a sentence and the claims that they belong to."""

from __future__ import annotations

from itertools import pairwise

from hudna.arabic.numbers import Number
from hudna.claims.draft import CountDraft, Draft
from hudna.claims.frames import COUNT_BY_TYPE, PEOPLE_TYPES
from hudna.claims.unwritten import (
    PLACE_TYPES,
    SUBSET_WORDS,
    UNCOUNTING_TYPES,
    add_another,
    add_direct_victim,
    add_dual_blows,
    add_dual_places,
    add_one_area,
    add_one_victim,
    add_unwritten,
    has_another,
)
from hudna.find.phrases import Phrase, names_people
from hudna.find.view import SentenceView
from hudna.gazetteer import load_heads
from hudna.records import Figure

_PERSON_KINDS = frozenset(
    {"victim", "fighter", "crowd", "people", "group", "actor", "person", "body", "number", "leader"}
)
_STRIKES = frozenset({"air_strike", "shelling"})
_OBJECT_COUNTS = frozenset({"destroyed", "places", "strikes", "troops"})
_DESTROY_TYPES = frozenset({"destruction", "interception"})
_BLOWS = frozenset({"air_strike", "shelling", "attack", "explosion", "gunfire", "ceasefire_violation"})
_COUNTED = _PERSON_KINDS - {"number"}
_DISTANCE_WORDS = frozenset(["تبعد", "يبعد", "بعد", "مسافه", "عمق", "ارتفاع", "عمره", "عمرها", "الرقم", "رقم", "قطر"])
_DWELLING = frozenset(
    ["يقطنها", "يقطنه", "يقطن", "تقطنها", "تقطن", "يسكنها", "يسكنه", "يسكن", "تسكنها", "سكانها", "سكانه"]
)
"""Words before the number of those who live somewhere."""
_NO_FIGURE = _DISTANCE_WORDS | _DWELLING
_AGE = ("عمره", "عمرها", "عمرهم", "العمر")
_OF_ORDER = frozenset(["الذكري", "والذكري", "يومها", "يومه", "اسبوعها", "اسبوعه", "شهرها", "شهره", "عامها", "عامه"])
"""«في يومها الـ11»: words whose definite figure is their place in an order."""
_OF_MONTH = frozenset(["الجاري", "الحالي", "الماضي", "المنصرم", "المقبل"])
_YEARS = range(1900, 2100)
_NUMBER_OF = frozenset(["عدد", "اعداد", "حصيله", "بعدد"])
_AND_HURT = frozenset(["والجرحي", "وجرحي", "والمصابين", "ومصابين", "وجريح", "والقتلي", "وقتلي", "وقتيل"])
_NOT_COUNTED = frozenset(["منهم", "منهن", "منها", "بجروح", "بجراح", "بينهم", "اخرين", "اخرون"])
_FATE_TYPES = frozenset({"release", "killing", "displacement"})
"""Types that tell what becomes of prisoners and bodies: the event says what the figure counts."""
_AID = frozenset({"aid", "aid_obstruction"})
_UNCOUNTED = frozenset({"time", "distance", "money"})


def add_counts(view: SentenceView, drafts: list[Draft], phrases: list[Phrase], clause_of: list[int]) -> None:
    """Give each figure of a sentence to the event word that it counts for."""
    if not drafts:
        return
    patients = {view.words[d.first].start for d in drafts} & {at for d in drafts for at in d.patients}
    counting = [d for d in drafts if view.words[d.first].start not in patients]
    _trigger_figures(view, counting)
    counted = {d.first for d in counting if not d.match.lead}
    drafts = counting or drafts
    for draft in drafts:
        add_another(view, draft)
        add_one_victim(view, draft)
        add_direct_victim(view, draft)
        add_dual_places(view, draft, clause_of)
    done_to = [(at, draft) for draft in drafts for at in draft.patients if not has_another(view, draft, at)]
    for phrase in phrases:
        if phrase.number is not None and phrase.number.last not in counted:
            owner = _owner(view, drafts, phrase, clause_of)
            if owner is not None:
                _add_figure(view, owner, phrase)
                _join_harms(drafts, owner, phrase)
        elif phrase.number is None and phrase.match is not None:
            add_unwritten(view, drafts, phrase, done_to, _what)
    _add_shares(view, drafts, clause_of)
    add_dual_blows(view, drafts, clause_of)
    add_one_area(view, drafts, clause_of)
    _join_number_of(view, drafts, clause_of)
    for draft in drafts:
        _drop_repeated(draft)


def _add_shares(view: SentenceView, drafts: list[Draft], clause_of: list[int]) -> None:
    """«سبعين في المئة من محافظتي …»: a share of land whose noun is no phrase that a figure counts."""
    for number in view.numbers.values():
        if number.kind != "percent" or number.last + 1 >= len(view.forms) or view.forms[number.last] != "من":
            continue
        holds = (d for d in reversed(drafts) if d.type in PLACE_TYPES and d.first < number.first)
        owner = next((d for d in holds if clause_of[d.first] == clause_of[number.first]), None)
        if owner is not None and not any(count.start == number.start for count in owner.counts):
            start, end = view.surface(number.last + 1, number.last + 2)
            of = view.text[start:end]
            owner.counts.append(
                CountDraft("percent", of, number.value, number.qualifier, number.start, end, "counts.share")
            )


def _join_number_of(view: SentenceView, drafts: list[Draft], clause_of: list[int]) -> None:
    """«عدد النازحين من المدينة … بمئة ألف نازح»: both words tell one event, the figure is that of the first."""
    for earlier, later in pairwise(drafts):
        same = earlier.frame.entry is later.frame.entry and clause_of[earlier.first] == clause_of[later.first]
        before = view.forms[earlier.first - 1] if earlier.first else ""
        if same and later.counts and not earlier.counts and before in _NUMBER_OF:
            earlier.counts, later.absorbed = later.counts, True


def _tells_how_many(view: SentenceView, number: Number) -> bool:
    """«ثالث محافظة يخسرها», «ثاني هجوم»: an ordinal before its noun counts up to it."""
    last = number.last
    if number.value is None or number.value < 2 or number.definite or last >= len(view.forms):
        return False
    return not view.forms[last].startswith("ال") and view.words[last].kind == "word" and not view.roles[last]


def _drop_repeated(draft: Draft) -> None:
    """«جندي واحد», «جنديان اثنان» tell one figure twice, side by side."""
    kept: list[CountDraft] = []
    for count in sorted(draft.counts, key=lambda count: count.start):
        twice = kept and kept[-1].what == count.what and kept[-1].value == count.value
        if not (twice and count.start - kept[-1].end <= 2):
            kept.append(count)
    if len(kept) < len(draft.counts):
        draft.counts = kept


def _trigger_figures(view: SentenceView, drafts: list[Draft]) -> None:
    """«20 غارة», «6 حالات إطلاق نار», «غارتين»: the event word itself is counted."""
    for draft in drafts:
        what = "strikes" if draft.type in _STRIKES else "violations" if draft.type == "ceasefire_violation" else "other"
        number = next((n for n in view.numbers.values() if n.last == draft.first), None)
        ordinal = number is not None and number.kind == "ordinal"
        if number is not None and ordinal and (draft.type in UNCOUNTING_TYPES or not _tells_how_many(view, number)):
            number = None
        if number is not None and (draft.match.lead or number.weak or (number.definite and not draft.definite)):
            number = None  # «استشهاد 4 وإصابة 8», «بمدافع من عيار 105 وعبوة»: a joined word begins anew
        start, end = view.surface(draft.first, draft.last, draft.match.lead)
        of = None if view.forms[draft.first] in _NOT_COUNTED else view.text[start:end]
        if number is not None:
            if number.kind in ("percent", "fraction"):
                what = "percent"
            elif draft.frame.harm:
                what = "casualties" if _counts_both(view, draft.last) else draft.frame.count or what
            elif draft.type == "aid" or (draft.type in COUNT_BY_TYPE and _counts_people(view, draft)):
                what = COUNT_BY_TYPE[draft.type]
            draft.counts.append(
                CountDraft(what, of, number.value, number.qualifier, number.start, end, "counts.figure_of_event")
            )
        elif draft.noun and draft.match.features.number == "two" and (draft.frame.harm or draft.type in _BLOWS):
            what = (draft.frame.count or what) if draft.frame.harm else what
            draft.counts.append(CountDraft(what, of, 2, "exact", start, end, "counts.dual_event"))


def _counts_people(view: SentenceView, draft: Draft) -> bool:
    """Whether a figure right before the event word counts people («120 ألفا نزحوا», «سبعة أسروا», «50 معتقلا»)."""
    return (not draft.noun and draft.type in PEOPLE_TYPES) or names_people(view, draft.first)


def _owner(view: SentenceView, drafts: list[Draft], phrase: Phrase, clause_of: list[int]) -> Draft | None:
    """The event that a figure belongs to: the last before it in its clause, else the next, else the latest."""
    clause = clause_of[phrase.first]
    if (governing := _governing(view, drafts, phrase)) is not None:
        return governing
    if phrase.head >= phrase.last and (told := _told_of(view, drafts, phrase)) is not None:
        return told
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


def _governing(view: SentenceView, drafts: list[Draft], phrase: Phrase) -> Draft | None:
    """The word right before («ونزوح مليون شخص», «قتل ما لا يقل عن 20»); for «بينهم خمسة» that of the figure before."""
    first = phrase.first
    if first and view.forms[first - 1] in SUBSET_WORDS:
        start = view.start(first)
        told = [(count.end, at) for at, draft in enumerate(drafts) for count in draft.counts if count.end <= start]
        return drafts[max(told)[1]] if told else None
    if phrase.kind not in _PERSON_KINDS:
        return None
    counts_people = (d for d in drafts if d.last == first and (d.frame.harm or d.type in COUNT_BY_TYPE))
    return next(counts_people, None)


def _told_of(view: SentenceView, drafts: list[Draft], phrase: Phrase) -> Draft | None:
    """«عدد النازحين نتيجة القتال وصل إلى 35 ألفا»: the people before a figure without a noun of its own."""
    for draft in reversed(drafts):
        if draft.first < phrase.first:
            if draft.noun and (draft.frame.count or (draft.type in COUNT_BY_TYPE and names_people(view, draft.first))):
                return draft
            if not draft.noun:
                return None
    return None


def _what(draft: Draft, phrase: Phrase) -> str | None:
    number = phrase.number
    if number is not None and number.kind in ("percent", "fraction"):
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
        if draft.type in PLACE_TYPES:
            return "places"
        return "destroyed" if draft.type in _DESTROY_TYPES or draft.frame.count == "destroyed" else "other"
    if own in ("captured", "killed") and draft.type in _FATE_TYPES and draft.frame.count != own:
        return draft.frame.count or COUNT_BY_TYPE[draft.type]  # «أفرج عن ثلاثة أسرى», «سلم خمس جثث»
    if own == "wounded" and draft.type == "aid":
        return "aid"
    if own == "violations" and draft.type != "ceasefire_violation":
        return draft.frame.count or COUNT_BY_TYPE.get(draft.type)  # «529 حالة اعتقال», «خمس حالات خطيرة»
    if own:
        return str(own)
    if phrase.kind in _PERSON_KINDS:
        if draft.type == "surrender":
            return "captured"
        if draft.type == "withdrawal":
            return "troops"
        if draft.frame.count:
            return draft.frame.count
        return (
            COUNT_BY_TYPE.get(draft.type, "other")
            if draft.type not in ("territory_taken", "destruction", "ceasefire_violation")
            else "other"
        )
    return draft.frame.count or COUNT_BY_TYPE.get(draft.type, "other")


def _add_figure(view: SentenceView, draft: Draft, phrase: Phrase) -> None:
    number = phrase.number
    if number is None or (number.kind == "fraction" and phrase.kind == "number"):
        return
    if number.kind == "ordinal" and not _tells_how_many(view, number):
        return
    if phrase.head >= phrase.last and number.kind == "cardinal" and number.value in _YEARS:
        return
    if phrase.kind == "number" and _counts_missiles(view, draft, phrase.head):
        start, end = view.surface(phrase.head, phrase.head + 1, "")
        draft.counts.append(
            CountDraft(
                "strikes", view.text[start:end], number.value, number.qualifier, number.start, end, "counts.figure"
            )
        )
        return
    if _add_unit(view, draft, phrase):
        return
    if _is_measure(view, phrase, number):
        return
    people = draft.type in COUNT_BY_TYPE and names_people(view, draft.first)
    if phrase.kind == "number" and phrase.head >= phrase.last and draft.frame.count is None and not people:
        return
    if any(view.forms[at] in _NO_FIGURE for at in range(max(0, phrase.first - 3), phrase.first)):
        return
    if phrase.kind in ("area", "number") and phrase.governor in ("في", "ب") and draft.frame.count is None:
        return
    what = _harm_before(view, phrase) or _what(draft, phrase)
    if what is None:
        return
    of = None
    end = number.end
    if phrase.head < phrase.last and not _refers_back(view, phrase.head):
        start, of_end = view.surface(phrase.head, phrase.head + 1, "")
        of, end = view.text[start:of_end], max(of_end, end)
        if _counts_both(view, phrase.head + 1):
            what = "casualties"
    elif draft.counts:
        of = draft.counts[-1].of
    draft.counts.append(CountDraft(what, of, number.value, number.qualifier, number.start, end, "counts.figure"))


def _harm_before(view: SentenceView, phrase: Phrase) -> str | None:
    """«مقتل 32 شخصا وإصابة 100»: what the word of harm right before a figure without a noun counts."""
    if phrase.head < phrase.last or not phrase.first:
        return None
    told = (m.entry.data.get("count") for m in view.matches[phrase.first - 1] if m.family == "thing")
    return next((str(count) for count in told if count in ("killed", "wounded")), None)


def _counts_both(view: SentenceView, at: int) -> bool:
    """«عشرات القتلى والجرحى»: the figure counts the dead and the hurt."""
    return at < len(view.forms) and view.forms[at] in _AND_HURT


def _is_measure(view: SentenceView, phrase: Phrase, number: Number) -> bool:
    """Whether a figure is an age, a day of the month, a span of time or a sum, or «واحد» said of a noun before it."""
    last = number.last
    bare = phrase.head >= phrase.last
    if phrase.kind not in _COUNTED and _names_place(view, phrase.first):
        return True
    if bare and (number.weak or (number.definite and view.forms[phrase.first - 1] in _OF_ORDER)):
        return True
    following = view.forms[last : last + 5]
    if any(form.startswith(_AGE) for form in following) or (following[:1] and following[0] in _OF_MONTH):
        return True
    units = (m for m in view.matches[last] if m.family == "unit") if last < len(view.forms) else ()
    return phrase.kind == "number" and any(not m.entry.data.get("count") for m in units)


def _names_place(view: SentenceView, first: int) -> bool:
    """«دير خمسين», «منطقة سبع البور», «اللواء الـ(15)»: a number that is part of a name."""
    if not first:
        return False
    if view.forms[first - 1] == "(":
        return first > 1 and view.forms[first - 2] == "ال"
    word = view.forms[first - 1].lstrip("وفبل")
    head = load_heads().get(word)
    return head is not None and head.number == "one" and not word.startswith("ال")


def _refers_back(view: SentenceView, at: int) -> bool:
    """«توفي اثنان منهم», «أصيب خمسة بجروح»: the word after the figure is not what is counted."""
    return view.forms[at] in _NOT_COUNTED or any(m.family == "event" and m.lead for m in view.matches[at])


def _add_unit(view: SentenceView, draft: Draft, phrase: Phrase) -> bool:
    """«1500 متر مربع»: a figure with a unit of area, in square kilometres; «مليونا دولار» of aid."""
    number = phrase.number
    if number is None or number.last >= len(view.forms) or number.value is None:
        return False
    for match in view.matches[number.last]:
        data = match.entry.data
        value: Figure
        if match.family != "unit":
            continue
        if data.get("count") == "area_km2":
            what, value = "area_km2", round(number.value * float(data.get("factor") or 1), 6)
        elif data.get("measure") == "money" and draft.type in _AID:
            what, value = "aid", number.value
        else:
            continue
        start, end = view.surface(match.first, match.last)
        of = view.text[start:end]
        draft.counts.append(CountDraft(what, of, value, number.qualifier, number.start, end, "counts.unit"))
        return True
    return False


def _join_harms(drafts: list[Draft], owner: Draft, phrase: Phrase) -> None:
    """«مقتل وإصابة 11 جنديا»: a figure right after two words of harm counts both."""
    if not owner.counts or owner.frame.count not in ("killed", "wounded") or phrase.first != owner.last:
        return
    joined = owner.match.lead == "و" and any(
        d.last == owner.first
        and d.noun == owner.noun
        and d.frame.count in ("killed", "wounded")
        and d.frame.count != owner.frame.count
        and not d.counts
        and all(at >= owner.view.start(owner.first) for at in d.patients)
        for d in drafts
    )
    if joined and owner.counts[-1].what == owner.frame.count:
        owner.counts[-1].what = "casualties"


def _counts_missiles(view: SentenceView, draft: Draft, at: int) -> bool:
    """«سقطت أربع قذائف هاون»: the noun counted is itself an event word of the claim's type."""
    if draft.type not in _STRIKES or at >= len(view.forms):
        return False
    return any(m.family == "event" and m.entry.data["type"] == draft.type for m in view.matches[at])
