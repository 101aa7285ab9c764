"""When two voices contradict each other, and when they do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hudna import read
from hudna.recorded import RecordedClaim, RecordedDocument
from hudna.sides import default_sides
from observatory.voices.compare import quarrels

SHELLED = "قُتل {count} في قصف مدفعي لقوات النظام على بلدة كفرنبل."


def told(text: str, day: int = 1, **changes: object) -> RecordedClaim:
    """The first claim of a text as the record hands it out."""
    claim = replace(read(text).claims[0], **changes)  # type: ignore[arg-type]
    document = RecordedDocument(f"d{day}{text}", None, None, None, date(2021, 3, day))
    return RecordedClaim(f"c{day}{text}", document, claim, "1", "1")


def kinds(one: list[RecordedClaim], other: list[RecordedClaim]) -> list[str]:
    """What two voices disagree about."""
    return [quarrel.kind for quarrel in quarrels({1: one, 2: other}, default_sides())]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("ثلاثة مدنيين", "ستة مدنيين", ["figure"]),
        ("ثلاثة مدنيين", "ثلاثة مدنيين", []),
        ("ستة مدنيين", "أكثر من ثلاثة مدنيين", []),
        ("ثلاثة مدنيين", "أكثر من ثلاثة مدنيين", ["figure"]),
        ("عشرات المدنيين", "خمسة مدنيين", ["figure"]),
    ],
)
def test_figures_contradict_each_other_where_none_fits_the_words_of_both(one, other, found):
    assert kinds([told(SHELLED.format(count=one))], [told(SHELLED.format(count=other))]) == found


def test_a_figure_that_a_voice_corrected_is_no_quarrel():
    first, later = (told(SHELLED.format(count=count), day) for day, count in ((1, "ثلاثة مدنيين"), (2, "ستة مدنيين")))
    assert kinds([first, later], [told(SHELLED.format(count="ستة مدنيين"))]) == []


def test_a_denial_contradicts_what_is_said_to_have_happened():
    text = SHELLED.format(count="ثلاثة مدنيين")
    assert kinds([told(text, status="denied")], [told(text)]) == ["denial"]
    assert kinds([told(text, status="denied")], [told(text, status="denied")]) == []
    assert kinds([told(text, status="denied")], [told(text, status="possible")]) == []


def test_another_doer_is_a_contradiction_but_not_of_a_clash():
    one, other = "قصفت قوات النظام بلدة كفرنبل.", "قصفت هيئة تحرير الشام بلدة كفرنبل."
    assert kinds([told(one)], [told(other)]) == ["actor"]
    assert kinds([told(one, type="armed_clash")], [told(other, type="armed_clash")]) == []
