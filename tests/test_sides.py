"""Who a naming means, and for which side it fights."""

from __future__ import annotations

import pytest

from hudna.records import Named, Source, Span
from hudna.sides import default_sides, is_generic

SIDES = default_sides()


@pytest.mark.parametrize(
    ("naming", "actor"),
    [
        ("المرصد السوري لحقوق الإنسان", "monitor.sohr"),
        ("مدير المرصد السوري لحقوق الإنسان", "monitor.sohr"),
        ("روسيا", "ru.state"),
        ("مصدر طبي في سوريا", None),
        ("مصدر أمني سوري", None),
        ("المزارع راشد الأسد", None),
        ("بشار الأسد", "person.bashar_assad"),
        ("سكان القرية", None),
    ],
)
def test_the_actor_that_a_naming_names(naming, actor):
    assert SIDES.actor(naming) == actor


def test_a_people_stands_for_its_state_where_sides_are_compared():
    assert SIDES.find("دبابات إسرائيلية") == "il.state"
    assert SIDES.find("مصدر طبي") is None


def test_a_side_is_the_end_of_its_chain():
    assert SIDES.side("sy.air_force") == SIDES.side("sy.army") == "sy.state"
    assert SIDES.side("jihad.is") == "jihad.is"
    assert SIDES.side("not.known") == "not.known"


def test_an_id_of_the_reader_stands_above_the_words():
    assert SIDES.of(Named(Span(0, 5, "القوات"[:5]), Source("r"), None, "sy.army", "state_force")) == "sy.state"
    assert SIDES.of(Named(Span(0, 6, "مدنيين"), Source("r"), None, "victim.madani", "victim")) is None


def test_names_kinds_and_countries():
    assert SIDES.english("sy.fsa") == "Free Syrian Army" and SIDES.arabic("sy.fsa") == "الجيش السوري الحر"
    assert SIDES.kind("sy.fsa") == "armed_group" and SIDES.country("sy.fsa") == "SY"
    assert SIDES.english("not.known") is None and SIDES.kind("not.known") is None


def test_words_that_any_side_may_bear():
    assert is_generic("any.army") and is_generic("alliance.generic") and not is_generic("sy.army")
