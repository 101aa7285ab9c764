"""The whole reader: every field points at the text, reading is repeatable, and no text makes it fail."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest

from hudna import Reading, read
from hudna.records import Span
from tests.texts import TEXTS
from tests.work import calls

PUBLISHED = date(2021, 3, 10)
MIXTURES = 300
PAGE = 200_000


def _spans(record: Any) -> Iterator[Span]:
    """Every span in a record, however deep."""
    if isinstance(record, Span):
        yield record
    elif is_dataclass(record):
        for field in fields(record):
            yield from _spans(getattr(record, field.name))
    elif isinstance(record, tuple):
        for item in record:
            yield from _spans(item)


def _verify(reading: Reading) -> int:
    found = list(_spans(reading.claims))
    for span in found:
        span.verify(reading.document.text)
        assert span.text.strip() == span.text
    for finding in reading.findings:
        assert all(0 <= index < len(reading.claims) for index in finding.claims)
    return len(found)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_field_points_at_the_characters_of_the_text(text):
    assert _verify(read(text, PUBLISHED)) > 0


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_reading_twice_gives_the_same(text):
    assert read(text, PUBLISHED) == read(text, PUBLISHED)


def test_what_was_read_before_does_not_matter():
    text = "اندلعت اشتباكات في طرابلس. وتوقفت الاشتباكات بين الطرفين"
    alone = read(text, PUBLISHED)
    read("دارت معارك بين الجيش والمسلحين في بيروت في لبنان", PUBLISHED)
    assert read(text, PUBLISHED) == alone


EMPTY = {
    "nothing": "",
    "spaces": " \n\t\r\u00a0 ",
    "marks": "…؟!،؛:.«»()[]-–—*#@",
    "direction marks": "\u200f\u200e\u202b\u202c\ufeff",
    "tashkeel alone": "ًٌٍَُِّْ",
    "tatweel alone": "ـــــ",
    "digits": "12 ٣٤ 5,6",
    "Latin": "The army left the town.",
    "emoji": "🔴💔🇸🇾",
    "no event": "الطقس مشمس في المدينة اليوم",
}


@pytest.mark.parametrize("text", EMPTY.values(), ids=EMPTY)
def test_text_without_an_event_has_no_claim(text):
    reading = read(text, PUBLISHED)
    assert (reading.claims, reading.findings) == ((), ())


SPELLINGS = {
    "tatweel": "قصـــف الجيــش مدينة حلـب",
    "tashkeel": "قَصَفَ الجَيْشُ مَدِينَةَ حَلَبَ",
    "presentation forms": "ﻗﺼﻒ ﺍﻟﺠﻴﺶ ﻣﺪﻳﻨﺔ ﺣﻠﺐ",
    "ha for ta marbuta": "قصف الجيش مدينه حلب",
    "direction marks": "\u200fقصف \u202bالجيش\u202c مدينة حلب\u200f",
    "quotation marks": "قصف «الجيش» مدينة «حلب»",
    "hashtags": "قصف #الجيش #مدينة_حلب",
}


@pytest.mark.parametrize("text", SPELLINGS.values(), ids=SPELLINGS)
def test_spelling_does_not_change_what_is_read(text):
    (claim,) = read(text, PUBLISHED).claims
    assert (claim.type, len(claim.actors)) == ("shelling", 1)
    assert [(place.name, place.country) for place in claim.places] == [("حلب", "SY")]


def test_document_is_kept_as_received():
    text = TEXTS["bidi marks"]
    document = read(text, PUBLISHED, "الراصد", id="n1", title="غارة").document
    assert (document.text, document.published, document.outlet) == (text, PUBLISHED, "الراصد")
    assert (document.id, document.title) == ("n1", "غارة")


def test_reading_names_engine_and_lexicon():
    reading = read(TEXTS["plain"])
    assert reading.engine and reading.lexicon


def test_long_text_is_read_in_one_go():
    page = "\n".join(TEXTS.values()) + "\n"
    text = page * (PAGE // len(page) + 1)
    assert len(text.encode()) > PAGE
    assert _verify(read(text, PUBLISHED)) > 1000


@pytest.mark.parametrize(
    "text",
    ["قصف الجيش مدينة حلب وقتل ثلاثة جنود ", "قصف الجيش مدينة حلب وقتل ثلاثة جنود. ", "\n".join(TEXTS.values()) + "\n"],
    ids=["one endless sentence", "many sentences", "a page"],
)
def test_work_grows_with_the_text_and_no_faster(text):
    once = text * (12_000 // len(text))
    read(once, PUBLISHED)
    assert calls(lambda: read(once * 4, PUBLISHED)) < 4.6 * calls(lambda: read(once, PUBLISHED))


def test_one_endless_sentence_is_read():
    _verify(read("قصف الجيش مدينة حلب وقتل ثلاثة جنود " * 1500, PUBLISHED))


def _mixtures() -> Iterator[str]:
    """Recombined words, cut words and stray characters of the texts: nothing that a person would write."""
    chance = random.Random(20210310)
    words = [word for text in TEXTS.values() for word in text.split(" ")]
    strays = "ـ«»\"'()[]،؛:.!؟#_@%-–\u200f\u202b\u2069\ufeff\u0651\u064b\x00\n\t٠9𝟛🔴" + "وفبلكس"
    for _ in range(MIXTURES):
        pieces = chance.choices(words, k=chance.randint(1, 60))
        for at, piece in enumerate(pieces):
            kind = chance.random()
            if kind < 0.15:
                pieces[at] = piece[: chance.randint(0, len(piece))]
            elif kind < 0.3:
                cut = chance.randint(0, len(piece))
                pieces[at] = piece[:cut] + chance.choice(strays) + piece[cut:]
            elif kind < 0.35:
                pieces[at] = piece[::-1]
        yield chance.choice((" ", " ", "  ", "\n")).join(pieces)


def test_broken_text_never_fails_and_every_span_holds():
    for text in _mixtures():
        _verify(read(text, PUBLISHED))


@pytest.mark.parametrize("name", TEXTS)
def test_text_cut_anywhere_never_fails(name):
    text = TEXTS[name]
    for end in range(0, len(text), 3):
        _verify(read(text[:end], PUBLISHED))
