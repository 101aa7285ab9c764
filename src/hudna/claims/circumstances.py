"""When: the date of each event word of a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hudna.arabic.dates import DateMention
from hudna.claims.clauses import Clause, Clauses, is_finite_verb
from hudna.claims.draft import DateFiller, Draft
from hudna.find.view import SentenceView

_SAYINGS = frozenset({"اعلان", "تصريح", "تصريحات", "تاكيد", "نفي", "اعلانه", "اعلانها", "اقرار", "اتهام"})
"""Nouns of speech: «إعلان الوزارة الأحد مقتل …» dates the announcement."""
_DAYS = frozenset({"day", "weekday", "relative"})
_FOR = frozenset({"لمده", "مدتها", "تستمر", "يستمر"})
_UNITS = {"ساعه": 1, "ساعات": 1, "يوم": 24, "يوما": 24, "ايام": 24, "يومين": 48}
_UNITS |= {"اسبوع": 168, "اسبوعا": 168, "اسابيع": 168, "اسبوعين": 336, "شهر": 720}
"""How many hours the units of a truce have; a dual names two."""
_DAY = 3
"""How many days a date may span to be that of a statement: «أعلن هذا الشهر بدء …» is the month of both."""
_BACK = 14
"""How many words before a date a word of speech is looked for."""
_CLAUSE = 20
_DECLARED = 4
"""How many words before a day the verb that declares a truce may stand."""
_MOST = ("اعنف", "اكبر", "اسوا", "اوسع", "اشد", "اضخم", "اقوي", "ابرز", "اول")
_ELATIVES = frozenset((*_MOST, *("ال" + word for word in _MOST), "الاولي"))
"""«الأعنف منذ عام 2014» measures an event by those since then and does not date it."""
_RANKS = frozenset({"ثاني", "ثالث", "رابع", "خامس"})
"""«في ثاني أكبر مدينة منذ عام» ranks a place."""
_UNDATED = 25
"""How many words a clause between an event and its date weighs, and a time that names no day («مساء»)."""


def add_date(view: SentenceView, draft: Draft, drafts: list[Draft], clauses: Clauses, speech: set[int]) -> None:
    """The date of an event: in its clause, else in a clause that is neither one of speech nor another event's."""
    best: DateMention | None = None
    best_distance = 999
    busy = {other.clause for other in drafts if other is not draft and not other.frame.harm}
    for mention in view.dates:
        clause = clauses.at(mention.first)
        if dates_speech(view, mention, draft) or compares(view, mention):
            continue
        elsewhere = clause != draft.clause and not _describes(draft, clauses.all[clause])
        if elsewhere and (clause in speech or clause in busy or clauses.all[clause].opener == "relative"):
            continue
        gap = draft.first - mention.last if mention.first < draft.first else mention.first - draft.last
        distance = abs(clause - draft.clause) * _CLAUSE + max(0, gap) + _UNDATED * (mention.start is None)
        if distance < best_distance:
            best, best_distance = mention, distance
    if best is not None:
        begins = draft.type == "ceasefire" and best.kind in _DAYS and not _declared(view, best)
        lasting = _lasting(view) if begins else 0
        if lasting and best.start is not None:
            best = replace(best, end=best.start + timedelta(days=lasting))
        draft.date = DateFiller(best, best.span_start, best.span_end, "circumstances.date")


def _declared(view: SentenceView, mention: DateMention) -> bool:
    """«أعلن الأربعاء هدنة لمدة أسبوع»: the day is that of the declaration, not the first day of the truce."""
    near = range(max(0, mention.first - _DECLARED), min(len(view.forms), mention.last + 2))
    return any(m.family == "speech" and m.features.part == "verb" for at in near for m in view.matches[at])


def compares(view: SentenceView, mention: DateMention) -> bool:
    """Whether «منذ …» measures what is told («أعنف مواجهات منذ عام 2014») and does not say when it was."""
    if mention.kind != "since":
        return False
    back = range(max(0, mention.first - _BACK), mention.first)
    return any(view.forms[at] in _ELATIVES and (not at or view.forms[at - 1] not in _RANKS) for at in back)


def _lasting(view: SentenceView) -> int:
    """For how many days a truce is told to last («لمدة خمسة أيام»); 0 when it is not told."""
    for at, form in enumerate(view.forms[:-1]):
        if form.removeprefix("و") not in _FOR:
            continue
        number = view.numbers.get(at + 1)
        unit = view.forms[number.last] if number is not None and number.last < len(view.forms) else ""
        if number is not None and number.value is not None and unit in _UNITS:
            return -(-int(number.value * _UNITS[unit]) // 24)
        if number is None and view.forms[at + 1] in _UNITS:
            return -(-_UNITS[view.forms[at + 1]] // 24)
    return 0


def _describes(draft: Draft, clause: Clause) -> bool:
    """Whether a relative clause tells of the event noun right before it («الحرب التي اندلعت في …»)."""
    if draft.type == "ceasefire_violation":  # «خرق الهدنة التي أعلنت الجمعة» dates the truce
        return False
    return draft.noun and clause.opener == "relative" and 0 <= clause.first - draft.last <= 1


def dates_speech(view: SentenceView, mention: DateMention, draft: Draft) -> bool:
    """Whether a date before the event word stands beside a verb of speech: the day of a statement dates no event."""
    if mention.first > draft.first or (mention.start and mention.end and (mention.end - mention.start).days > _DAY):
        return False
    after = range(mention.last, min(mention.last + 2, draft.first))
    if any(m.family == "speech" and m.features.part == "verb" for at in after for m in view.matches[at]):
        return draft.type != "ceasefire"  # «وأمس أعلن …»
    first = max(0, mention.first - _BACK)
    for at in range(mention.first - 1, first - 1, -1):
        found = view.matches[at]
        if any(m.family == "speech" for m in found) or view.forms[at].lstrip("وبل") in _SAYINGS:
            return not (draft.type == "ceasefire" and draft.noun and "علن" in view.forms[at])  # «أعلن الجمعة هدنة»
        told = any(m.features.part == "verb" and m.family in ("event", "verb", "status") for m in found)
        if view.roles[at] == "complement" or view.forms[at] == ":" or (told and is_finite_verb(view, at)):
            return False
    return False
