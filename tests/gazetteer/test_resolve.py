"""Which of several places of one name is meant."""

from __future__ import annotations

import pytest

from hudna.arabic.letters import fold
from hudna.gazetteer import Gazetteer, Place, resolve


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def meant(gazetteer: Gazetteer, name: str, **hints: object) -> Place:
    place = gazetteer.resolve(gazetteer.lookup(fold(name)), **hints)  # type: ignore[arg-type]
    assert place is not None
    return place


def test_nothing_among_none() -> None:
    assert resolve((), "SY", None, None) is None


def test_the_first_without_hints(gazetteer: Gazetteer) -> None:
    assert meant(gazetteer, "طرابلس").country == "LY"


def test_country_decides(gazetteer: Gazetteer) -> None:
    assert meant(gazetteer, "طرابلس", country_hint="LB").country == "LB"
    assert meant(gazetteer, "أريحا", country_hint="SY").country == "SY"
    assert meant(gazetteer, "أريحا", country_hint="PS").country == "PS"
    assert meant(gazetteer, "سنجار", country_hint="SY").country == "SY"


def test_division_decides(gazetteer: Gazetteer) -> None:
    assert meant(gazetteer, "الصالحية", country_hint="SY", admin1_hint="iso:SY-DY").admin1 == "iso:SY-DY"
    assert meant(gazetteer, "الأشرفية", country_hint="SY", admin1_hint="iso:SY-HL").admin1 == "iso:SY-HL"


def test_nearness_decides(gazetteer: Gazetteer) -> None:
    assert meant(gazetteer, "الجبين", near=(33.11, 35.25)).country == "LB"
    assert meant(gazetteer, "الجبين", near=(35.33, 36.55)).country == "SY"


def test_a_head_decides_between_town_and_governorate(gazetteer: Gazetteer) -> None:
    assert meant(gazetteer, "حلب", kind="admin1").kind == "admin1"
    assert meant(gazetteer, "حلب", kind="town").kind == "town"
    assert meant(gazetteer, "تونس", kind="town").kind == "town"
    assert meant(gazetteer, "باب الهوى", kind="crossing").kind == "crossing"
