"""Clauses of a sentence: where a new finite clause begins, and what opens it."""

from __future__ import annotations

from bisect import bisect_right

from hudna.find.view import Clause, SentenceView

__all__ = ["Clause", "Clauses", "is_finite_verb"]

_STOPS = frozenset(["؛", ";", ":", ".", "…", "-", "–", "—", "!", "؟", "?"])
_DASHES = frozenset("-–—")
_COMMAS = frozenset(["،", ","])
_ESPECIALLY = frozenset(["خصوصا", "خاصه", "تحديدا"])
"""«استهدفت خصوصا مقر اللواء»: right after a verb such a word opens no clause."""
_OPENERS = frozenset({"break", "complement", "relative", "result"})
_VERB_FAMILIES = frozenset({"event", "verb", "speech", "status"})


class Clauses:
    """The clauses of one sentence, in order."""

    def __init__(self, view: SentenceView) -> None:
        if view.clauses is None:
            view.clauses = _split(view)
        self.all = view.clauses
        self._firsts = [clause.first for clause in self.all]

    def at(self, position: int) -> int:
        """The index of the clause that holds a word."""
        return max(0, bisect_right(self._firsts, position) - 1)


def is_finite_verb(view: SentenceView, at: int) -> bool:
    """Whether a word reads as a finite verb before anything else."""
    if view.finite is None:
        view.finite = [_is_finite_verb(view, position) for position in range(len(view.forms))]
    return view.finite[at]


def _is_finite_verb(view: SentenceView, at: int) -> bool:
    found = view.matches[at]
    if not found or view.taken[at] or _is_through(view, at):
        return False
    if not any(m.features.part == "verb" and m.family in _VERB_FAMILIES for m in found):
        return False
    return not any(m.features.part in ("noun", "name") for m in found) or _verb_position(view, at)


def _is_through(view: SentenceView, at: int) -> bool:
    """«عبر» inside a sentence is «through» («، عبر مسيرة،») unless «عن» follows it («عبر عن قلقه»)."""
    if view.forms[at] != "عبر" or not at:
        return False
    return at + 1 < len(view.forms) and view.forms[at + 1] != "عن"


def _verb_position(view: SentenceView, at: int) -> bool:
    """For a word that may be verb or noun («قصف», «قتل»): the beginning of a clause makes it a verb."""
    if any(m.lead.lstrip("وف") or m.features.definite for m in view.matches[at]):
        return False
    before = at - 1
    if before < 0:
        return True
    following = view.forms[at + 1] if at + 1 < len(view.forms) else ""
    if following.startswith("ال") and following.endswith("ون") and not view.taken[at + 1]:
        return True  # «ثم نصب المتمردون حاجزا»: no genitive ends so
    form = view.forms[before]
    if form in _COMMAS or form in _STOPS or view.roles[before] in ("relative", "break", "negation", "adverb"):
        return True
    if view.roles[before] == "complement":
        return form not in ("ان", "بان", "لان")
    bare_object = len(form) > 3 and form.endswith("ا") and before and view.roles[before - 1] == "complement"
    if (form.startswith("ال") and len(form) > 3 and not view.roles[before]) or bare_object:
        return True  # «الجيش قصف»: after a noun with its article a bare word is neither genitive nor adjective
    return view.roles[before] not in ("preposition", "cause", "time", "result", "pronoun") and any(
        m.lead[:1] in ("و", "ف") for m in view.matches[at] if m.lead
    )


def _encloses(view: SentenceView, at: int) -> bool:
    """Whether a dash opens or closes an insertion («المقاومة – كتيبة الوادي – تقصف»)."""
    near = range(max(0, at - 7), min(len(view.forms), at + 8))
    return any(other != at and view.forms[other] in _DASHES for other in near)


def _links(view: SentenceView, at: int) -> bool:
    """Whether a dash only links two words («أرض – أرض», «الاثنين-الثلاثاء»)."""
    if not 0 < at < len(view.forms) - 1:
        return False
    before, dash, after = view.words[at - 1 : at + 2]
    return view.forms[at - 1] == view.forms[at + 1] or (before.end == dash.start and dash.end == after.start)


def _is_special(view: SentenceView, at: int) -> bool:
    """«وحدات خاصة»: the adjective of a noun before it."""
    nouns = any(m.family in ("group", "thing") and not m.features.definite for m in view.matches[at - 1])
    return view.forms[at] == "خاصه" and (nouns or any(m.family == "nationality" for m in view.matches[at - 1]))


def _opens_with_preposition(view: SentenceView, at: int) -> bool:
    """«، وفي دمشق …» opens a clause; «، ونحو ثمانين جريحا» goes on with a list."""
    if not at or view.forms[at][0] != "و" or view.forms[at - 1] not in _COMMAS or view.roles[at] != "preposition":
        return False
    return at not in view.numbers and at + 1 not in view.numbers


def _split(view: SentenceView) -> list[Clause]:
    starts: list[tuple[int, str]] = [(0, "start")]
    seen_verb = False
    for at, form in enumerate(view.forms):
        opener = ""
        if form in _DASHES and (_encloses(view, at) or _links(view, at)):
            continue
        if form in _STOPS and at + 1 < len(view.forms):
            opener = "stop"
            at += 1
        elif form in _ESPECIALLY and at and (is_finite_verb(view, at - 1) or _is_special(view, at)):
            continue
        elif view.roles[at] in _OPENERS and (at == 0 or view.roles[at - 1] != view.roles[at]):
            opener = view.roles[at]
        elif _opens_with_preposition(view, at):
            opener = "stop"
        elif is_finite_verb(view, at):
            joined = form[0] in "وف" and any(m.lead[:1] in ("و", "ف") for m in view.matches[at] if m.lead)
            if seen_verb and (joined or (at and view.forms[at - 1] in _COMMAS)):
                opener = "verb"
            seen_verb = True
        if opener and at > starts[-1][0]:
            starts.append((at, opener))
            seen_verb = opener == "verb"
    ends = [first for first, _ in starts[1:]] + [len(view.forms)]
    return [Clause(first, last, opener) for (first, opener), last in zip(starts, ends, strict=True)]
