"""Rival versions: an accusation and its denial are two claims with two speakers."""

from __future__ import annotations

from datetime import date

from hudna import read


def test_denied_accusation_has_the_version_of_each_side() -> None:
    claims = read("ونفى المتمردون اتهامات الحكومة بانتهاك الهدنة في الحي الشرقي").claims
    told = {(claim.speaker.span.text, claim.status) for claim in claims if claim.speaker is not None}
    assert told == {("الحكومة", "happened"), ("المتمردون", "denied")}
    assert all([actor.span.text for actor in claim.actors] == ["المتمردون"] for claim in claims)


def test_later_event_is_announced_not_done() -> None:
    claim = read("تبدأ الهدنة بين الجيش والمعارضة يوم 20 مارس 2021", published=date(2021, 3, 18)).claims[0]
    assert claim.type == "ceasefire"
    assert claim.status == "future"


def test_name_of_a_capital_after_its_country_is_one_place() -> None:
    claim = read("وقع انفجار في العاصمة السورية دمشق").claims[0]
    assert [place.span.text for place in claim.places] == ["العاصمة السورية دمشق"]
    assert claim.places[0].country == "SY"


def test_side_of_a_country_has_no_false_point() -> None:
    claim = read("شنت طائرات غارات على مواقع في جنوب تشاد").claims[0]
    north = next(place for place in claim.places if "تشاد" in place.span.text)
    assert north.precision == "region"
    assert north.point is None
