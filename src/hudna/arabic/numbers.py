"""Numbers in a text: their value and what the text says about how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hudna.arabic.numbers_context import (
    DAY_COUNTED,
    HALF_OF_MEASURE,
    HYPHENS,
    NAMED_TENS,
    OF_AGE,
    PARTS_OF_YEAR,
    is_no_figure,
    qualifier_across_count,
    qualifier_after,
    qualifier_before,
)
from hudna.arabic.numbers_value import Value, ValueReader, article_before, plain
from hudna.arabic.numbers_words import WORDS
from hudna.arabic.tokens import Token
from hudna.records import Figure

__all__ = ["Number", "qualifier_after", "qualifier_before", "read_numbers"]

_BETWEEN = frozenset({"بين", "وبين"})
_UNTIL = frozenset({"الي", "حتي"})
_CHANGES = frozenset({
    "ارتفع", "ارتفعت", "ارتفاع", "زاد", "زادت", "زياده", "انخفض", "انخفضت", "انخفاض", "تراجع", "تراجعت", "قفز", "قفزت",
    "تقلص", "تقلصت", "هبط", "رفع", "رفعت", "خفض", "خفضت", "ليرتفع", "لترتفع",
})  # fmt: skip
"""Words that make «من 20 إلى 30» a change from one figure to another and no range."""
_PERCENT_MARKS = frozenset("%٪")
_PERCENT_WORDS = (
    ("بالمئه",), ("بالمائه",), ("بالميه",), ("في", "المئه"), ("في", "المائه"), ("في", "الميه"), ("بال", "100"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A number as told.

    `first`…`last` is the half-open token range with the words of approximation before it and scale words in it;
    `start` and `end` are the offsets of that range without the proclitics (`lead`) of its first token. `value` is None
    when the number is vague. `qualifier` is exact, about, more_than, at_least, up_to, less_than or vague; `kind` is
    cardinal, ordinal, percent, fraction (its value in percent), vague or range (its lower end). `weak` marks «واحد»,
    which counts only where the context asks for a figure.
    """

    first: int
    last: int
    value: Figure | None
    qualifier: str
    kind: str
    start: int
    end: int
    definite: bool = False
    lead: str = ""
    weak: bool = False


@dataclass(slots=True)
class _Draft:
    """A number while it is being read; `last` is where reading goes on even when it turns out to be no figure."""

    first: int
    last: int
    value: Value
    lead: str
    qualifier: str = "exact"
    figure: bool = True


def read_numbers(tokens: Sequence[Token], taken: bytearray | None = None) -> list[Number]:
    """All numbers of a text or sentence, in order. Tokens marked in `taken` (read as dates before) are left alone."""
    found: list[Number] = []
    words = WORDS
    reader: _Numbers | None = None
    resume = 0
    for at, token in enumerate(tokens):
        if token.kind != "number" and token.form not in words:
            continue
        if at < resume or (taken is not None and taken[at]):
            continue
        if reader is None:
            reader = _Numbers(tokens, taken)
        draft = reader.at(at, resume)
        if draft is None:
            continue
        resume = draft.last
        if draft.figure:
            found.append(reader.finished(draft))
    return found


class _Numbers:
    __slots__ = ("tokens", "values")

    def __init__(self, tokens: Sequence[Token], taken: bytearray | None) -> None:
        self.tokens = tokens
        self.values = ValueReader(tokens, taken)

    def at(self, at: int, resume: int) -> _Draft | None:
        """The number that begins at a token, with all that belongs to it."""
        value = self.values.read(at)
        if value is None:
            return None
        first = at
        if self.tokens[at].kind == "number" and at > resume and article_before(self.tokens, at) is not None:
            first = at - 1
        draft = _Draft(first, value.end, value, value.lead)
        if self._is_other(at, value):
            draft.figure = False
            return draft
        self._percent(draft, resume)
        if value.kind in ("cardinal", "percent"):
            self._range(draft, at, resume)
        if draft.figure and draft.value.kind != "ordinal":
            self._qualify(draft, resume)
        return draft

    def finished(self, draft: _Draft) -> Number:
        """The frozen record of a draft."""
        tokens, value, lead = self.tokens, draft.value, draft.lead
        first = tokens[draft.first]
        start = first.start
        if lead and first.form == lead:
            start = tokens[draft.first + 1].start
        elif lead and first.end - start == len(first.form) and "لل" not in first.form[: len(lead) + 1]:
            start += len(lead)
        return Number(
            draft.first,
            draft.last,
            value.value,
            draft.qualifier,
            value.kind,
            start,
            tokens[draft.last - 1].end,
            value.definite,
            lead,
            value.weak,
        )

    def _form(self, at: int) -> str:
        return self.tokens[at].form if 0 <= at < len(self.tokens) else ""

    def _is_other(self, at: int, value: Value) -> bool:
        if is_no_figure(self.tokens, at, value.end, value.kind) or self._is_paired(at, value.end):
            return True
        before, after = self._form(at - 1), self._form(value.end)
        if value.kind == "fraction":
            and_a_half = value.lead == "و" and before in HALF_OF_MEASURE
            return and_a_half or after in HALF_OF_MEASURE or (value.definite and after in PARTS_OF_YEAR)
        if value.definite and self._is_named(at, value.end):
            return True
        return value.kind == "cardinal" and value.definite and value.weak

    def _is_paired(self, at: int, end: int) -> bool:
        """«لجنة 5+5»: figures joined by a plus are a name."""
        joins = [plus for plus in (at - 1, end) if self._form(plus) == "+"]
        return any(self._form(plus - 1).isdigit() and self._form(plus + 1).isdigit() for plus in joins)

    def _is_named(self, at: int, end: int) -> bool:
        """A definite number in a name, an age or a count of days (ميدان السبعين, «العشرين من العمر», «اليوم الـ4»)."""
        if self._form(end) == "من" and self._form(end + 1) in OF_AGE:
            return True
        if self.tokens[at].kind == "number":
            return self._form(at - 2) in DAY_COUNTED
        return self._form(at - 1) in NAMED_TENS

    def _percent(self, draft: _Draft, resume: int) -> None:
        """«85%», «٪85», «85 في المئة»."""
        end = self._percent_end(draft.last)
        first = draft.first
        if end == draft.last and first > resume and self._form(first - 1) in _PERCENT_MARKS:
            first -= 1
            if self.tokens[first].end != self.tokens[first + 1].start:
                return
        if (end, first) != (draft.last, draft.first) and draft.value.kind == "cardinal":
            draft.first, draft.last = first, end
            draft.value = draft.value._replace(kind="percent", end=end)

    def _percent_end(self, at: int) -> int:
        if self._form(at) in _PERCENT_MARKS:
            return at + 1
        for words in _PERCENT_WORDS:
            if all(self._form(at + step) == word for step, word in enumerate(words)):
                return at + len(words)
        return at

    def _range(self, draft: _Draft, at: int, resume: int) -> None:
        """«بين 20 و30», «من 20 إلى 30», «20 أو 30», «20-30»: the lower end, as at_least. A score is no figure."""
        joint, second_at = self._joint(draft, at, resume)
        if not joint:
            return
        second = self.values.read(second_at)
        if second is None or second.value is None or draft.value.value is None or second.kind != "cardinal":
            return
        low, high = draft.value.value, second.value
        if second.scale > 1 and draft.value.scale == 1 and low < high / second.scale:
            low = plain(low * second.scale)
        years = 1900 <= low <= 2100 and 1900 <= high <= 2100 and joint == "-"
        if joint == "-" and (low >= high or years or self._form(second.end) in HYPHENS):
            draft.figure, draft.last = False, self._chain_end(second.end)
            return
        if low >= high:
            return
        end = self._percent_end(second.end)
        kind = "percent" if end > second.end or draft.value.kind == "percent" else "range"
        draft.value = draft.value._replace(value=low, kind=kind, end=end)
        draft.last, draft.qualifier = end, "at_least"
        if joint == "بين":
            draft.first -= 2 if self._form(draft.first - 2) in ("ما", "وما") else 1
            draft.first = max(draft.first, resume)
        elif joint == "من":
            draft.first -= 1
        if joint in ("بين", "من"):
            draft.lead = _lead_of_phrase(self._form(draft.first))

    def _chain_end(self, at: int) -> int:
        """The index after further digits tied on by hyphens, as in a telephone number."""
        while self._form(at) in HYPHENS and self.values.is_digits(at + 1):
            at += 2
        return at

    def _joint(self, draft: _Draft, at: int, resume: int) -> tuple[str, int]:
        """How a range is told after its first number, and where the second number begins."""
        end, form = draft.last, self._form(draft.last)
        before = self._form(draft.first - 1) if draft.first > resume else ""
        if before in _BETWEEN:
            word = self.values.word(end)
            if word is not None and word.lead == "و":
                return "بين", end
            if form == "و" or form in _UNTIL:
                return "بين", end + 1
            return "", end
        if form in HYPHENS:
            adjacent = self.values.is_digits(end + 1) and self.tokens[at].kind == "number"
            return ("-", end + 1) if adjacent else ("", end)
        if form == "او":
            return "او", end + 1
        if form in _UNTIL:
            changes = any(self._form(step) in _CHANGES for step in range(draft.first - 7, draft.first))
            return ("", end) if changes else ("من" if before == "من" else "الي", end + 1)
        return "", end

    def _qualify(self, draft: _Draft, resume: int) -> None:
        value = draft.value
        before = qualifier_before(self.tokens, draft.first, value.lead)
        if before is not None and before[0] >= resume:
            draft.first = before[0]
            draft.lead = _lead_of_phrase(self._form(draft.first))
            qualifier: str | None = before[1]
        else:
            qualifier = qualifier_across_count(self.tokens, draft.first)
        if qualifier is None:
            after = qualifier_after(self.tokens, draft.last)
            if after is not None:
                qualifier = after[2]
                if after[0] == draft.last:
                    draft.last = after[1]
        if value.value is None:
            draft.qualifier = "vague"
        elif qualifier is not None and draft.qualifier == "exact":
            draft.qualifier = qualifier


def _lead_of_phrase(form: str) -> str:
    """The proclitics on the first word of a phrase of approximation («وبنحو», «لأكثر من»)."""
    for lead in ("وب", "ول", "و", "ب", "ل", "ف"):
        if form.startswith(lead) and form[len(lead) :] in _PHRASE_STARTS:
            return lead
    return ""


_PHRASE_STARTS = frozenset({
    "حوالي", "نحو", "قرابه", "زهاء", "ما", "اكثر", "ازيد", "اقل", "يزيد", "حتي", "حدود", "يناهز", "يقارب", "دون", "فوق",
    "تجاوز", "يتجاوز", "لا", "ليس", "تجاوزت", "بين", "يفوق",
})  # fmt: skip
