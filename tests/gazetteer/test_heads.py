"""Words that stand before and after place names."""

from __future__ import annotations

import pytest

from hudna.arabic.letters import fold
from hudna.gazetteer import capital_adjectives, direction_adjectives, load_heads


@pytest.mark.parametrize(
    ("word", "kind", "precision", "number"),
    [
        ("مدينة", "town", "town", "one"),
        ("بلدتي", "town", "town", "two"),
        ("قرى", "village", "town", "many"),
        ("محافظات", "admin1", "admin1", "many"),
        ("محافظتي", "admin1", "admin1", "two"),
        ("قضاء", "admin2", "district", "one"),
        ("ريف", "region", "region", "one"),
        ("أرياف", "region", "region", "many"),
        ("حي", "quarter", "exact", "one"),
        ("معبر", "crossing", "exact", "one"),
        ("أطراف", "outskirts", "district", "many"),
        ("خراج", "outskirts", "district", "one"),
        ("البلدة", "town", "town", "one"),
        ("البلدتين", "town", "town", "two"),
        ("المنطقة", "region", "region", "one"),
    ],
)
def test_heads_say_kind_precision_and_number(word: str, kind: str, precision: str, number: str) -> None:
    head = load_heads()[fold(word)]
    assert (head.kind, head.precision, head.number, head.compass) == (kind, precision, number, False)


@pytest.mark.parametrize("word", ["شمال", "جنوبي", "شمال شرقي", "جنوب غرب"])
def test_sides_of_the_compass(word: str) -> None:
    head = load_heads()[fold(word)]
    assert head.compass
    assert head.precision == "region"


@pytest.mark.parametrize("word", ["القاعدة", "القضاء", "الدولة", "الجبهة", "الناحية"])
def test_words_that_mean_something_else_with_the_article_are_no_heads(word: str) -> None:
    assert fold(word) not in load_heads()


def test_adjectives_of_direction() -> None:
    assert {fold(word) for word in ("الشمالي", "الشرقية", "الأوسط", "الغربي")} <= direction_adjectives()
    assert fold("العسكري") not in direction_adjectives()


def test_capitals_by_the_adjective_of_their_country() -> None:
    capitals = capital_adjectives()
    assert (capitals[fold("العراقية")], capitals[fold("اليمنية")]) == (fold("بغداد"), fold("صنعاء"))
    assert not set(capitals) & set(load_heads())
