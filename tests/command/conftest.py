"""A reading made by hand, so that what is shown can be checked apart from what is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hudna.command import main
from hudna.records import (
    Claim,
    Count,
    Document,
    Finding,
    Named,
    Part,
    PlaceMention,
    Reading,
    Source,
    Span,
    Speaker,
    When,
)

TEXT = "سجل الجانب الشمالي أمس نحو 5 خروقات في بلدتي الرمانة (4) والتينة (2)، ولم يتأكد قصف قوات الوادي مدنيين."
PUBLISHED = date(2021, 3, 4)
RULE = Source("claims.tally", "violation.kharq (events/truce.yaml:12)")

EXAMPLES = Path(__file__).parents[2] / "examples"


def span(words: str, text: str = TEXT) -> Span:
    """The span of these words in the text."""
    at = text.index(words)
    return Span.of(text, at, at + len(words))


def _tally() -> Claim:
    parts = (Part("الرمانة", 4, span("الرمانة (4)"), "place"), Part("التينة", 2, span("التينة (2)"), "place"))
    return Claim(
        type="ceasefire_violation",
        trigger=span("خروقات"),
        evidence=span(TEXT[: TEXT.index("،")]),
        source=RULE,
        neutral={"ar": "خرق هدنة", "en": "ceasefire violation"},
        places=(
            PlaceMention(span("الرمانة"), RULE, "الرمانة", "made:1", "town", (35.5, 36.25), "town", "ريف الوادي", "SY"),
            PlaceMention(span("التينة"), RULE),
        ),
        when=When(span("أمس"), RULE, date(2021, 3, 3), date(2021, 3, 3)),
        counts=(Count("violations", "خروقات", 5, "about", span("نحو 5 خروقات"), RULE, parts, True),),
        speaker=Speaker(span("الجانب الشمالي"), RULE, ("الجانب الشمالي", "لجنة المراقبة"), "made.north"),
    )


def _shelling() -> Claim:
    return Claim(
        type="shelling",
        trigger=span("قصف"),
        evidence=span("ولم يتأكد قصف قوات الوادي مدنيين"),
        source=RULE,
        also=(span("قصف قوات الوادي"),),
        actors=(Named(span("قوات الوادي"), RULE, "قوات الوادي", "made.valley", "armed_group"),),
        targets=(Named(span("مدنيين"), RULE, kind="victim"),),
        status="possible",
        status_source=Source("status.doubt"),
        status_cue=span("لم يتأكد"),
    )


@pytest.fixture
def reading() -> Reading:
    """Two claims with every field between them, and a sum that does not hold."""
    finding = Finding(
        "parts_differ",
        "error",
        (0,),
        {"stated": 5, "sum": 6, "parts": [4, 2]},
        {"ar": "الإجمالي 5 والأجزاء 4 + 2 = 6", "en": "The total told is 5; the parts 4 + 2 make 6."},
    )
    document = Document(TEXT, "north-1", "خروقات في الوادي", PUBLISHED, "صحيفة الوادي")
    return Reading(document, (_tally(), _shelling()), (finding,), "0.1.0", "abc123")


@pytest.fixture
def hudna() -> Iterator[Callable]:
    """Runs the command with these arguments and gives its result; output is 160 columns wide."""
    runner = CliRunner(env={"COLUMNS": "160"})
    yield lambda *arguments, **options: runner.invoke(main.app, [str(word) for word in arguments], **options)
