"""What is sensitive in one telling is sensitive in the others of the same document."""

from __future__ import annotations

from datetime import date

import pytest

from hudna import read
from hudna.protect import INTERNAL, PARTNER
from hudna.recorded import RecordedClaim, RecordedDocument
from observatory.documents.gate import protected

DAY = date(2021, 3, 4)
ARTICLE = RecordedDocument("a", "خبر", "صوت الوادي", None, DAY)


def told(key: str, text: str) -> RecordedClaim:
    (claim,) = read(text, DAY).claims
    return RecordedClaim(key, ARTICLE, claim, "engine", "lexicon")


@pytest.fixture
def plain() -> RecordedClaim:
    """A shelling of a town."""
    return told("plain", "قصفت قوات النظام أمس بلدة كفرزيتا في ريف حماة، ما أدى إلى مقتل ثلاثة مدنيين.")


@pytest.fixture
def hospital() -> RecordedClaim:
    """The same shelling, with what it hit."""
    return told("hospital", "قصفت قوات النظام أمس مستشفى في بلدة كفرزيتا في ريف حماة، ما أدى إلى مقتل ثلاثة مدنيين.")


def test_a_partner_sees_the_town_of_a_claim_that_tells_of_nothing_sensitive(plain):
    (claim,) = protected([plain], PARTNER)
    assert claim.place
    assert claim.place.precision == "town"


def test_the_town_is_withheld_where_another_claim_tells_of_a_hospital(plain, hospital):
    for claim in protected([plain, hospital], PARTNER):
        assert {place.precision for place in claim.places} == {"admin1"}
        assert "sensitive_place" in claim.withheld


def test_who_sees_everything_sees_it(plain, hospital):
    assert all(claim.place and claim.place.precision == "town" for claim in protected([plain, hospital], INTERNAL))
