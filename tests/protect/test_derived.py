"""Ledgers and findings that leave the record hold no private names and no keys of the record."""

from __future__ import annotations

from datetime import date

import pytest

from hudna.incidents import findings
from hudna.ledger import build, parse, to_csv, to_json, to_table
from hudna.protect import INTERNAL, PARTNER, PUBLIC, protect_finding, protect_ledger, visible
from tests.ledger.test_definition import GOOD
from tests.recording import count, recorded

DAY, LATER = date(2021, 5, 11), date(2021, 12, 1)
TRUCE = parse(GOOD)


def tally(key, speaker, number=4, places=()):
    text = f"سجل {speaker} {number} خروقات في إدلب"
    return recorded(
        key, "ceasefire_violation", text, trigger="خروقات", day=DAY, published=DAY, speaker=speaker, places=places,
        counts=[count(text, "violations", number, str(number), "خروقات")],
    )  # fmt: skip


CLAIMS = [
    tally("document-الزعفراني:1", "الجانب الروسي"),
    tally("document-الزعفراني:2", "الناشط محمود الزعفراني"),
    tally("document-الزعفراني:3", "المرصد السوري لحقوق الإنسان"),
]


@pytest.mark.parametrize("profile", [PARTNER, PUBLIC], ids=lambda profile: profile.name)
def test_a_ledger_keeps_its_figures_and_loses_names_and_keys(profile):
    seen = visible(CLAIMS, profile, LATER)
    whole = build(TRUCE, seen, DAY, DAY)
    found = protect_ledger(whole, seen, profile)
    shown = to_json(found) + to_csv(found) + to_table(found)
    assert "الزعفراني" not in shown and "محمود" not in shown
    assert [cell.value for cell in found.cells] == [cell.value for cell in whole.cells]
    assert set(found.unassigned) == {"?", "المرصد السوري لحقوق الإنسان"}
    assert "الزعفراني" in to_json(whole)


def test_a_ledger_of_claims_that_may_not_appear_is_refused():
    whole = build(TRUCE, CLAIMS, DAY, DAY)
    assert visible(CLAIMS, PUBLIC, DAY) == []
    with pytest.raises(ValueError, match="may not appear"):
        protect_ledger(whole, visible(CLAIMS, PUBLIC, DAY), PUBLIC)
    assert protect_ledger(whole, [], INTERNAL) is whole


def test_a_finding_between_known_bodies_passes_and_one_that_names_a_person_does_not():
    bodies = [tally("a", "المرصد السوري لحقوق الإنسان"), tally("b", "روسيا", 7)]
    (finding,) = findings(bodies)
    passed = protect_finding(finding, bodies, PUBLIC)
    assert passed is not None and passed.figures == finding.figures and "a" not in passed.claims
    private = [bodies[0], tally("b", "الناشط محمود الزعفراني", 7)]
    (finding,) = findings(private)
    assert protect_finding(finding, private, PARTNER) is None
    assert protect_finding(finding, private, INTERNAL) is finding


def test_a_finding_that_names_a_town_passes_for_partners_alone_and_one_about_a_hidden_claim_for_nobody():
    told = [tally("a", "المرصد السوري لحقوق الإنسان", places=["إدلب"]), tally("b", "روسيا", 7, places=["إدلب"])]
    (finding,) = findings(told)
    assert protect_finding(finding, told, PARTNER) is not None
    assert protect_finding(finding, told, PUBLIC) is None
    assert protect_finding(finding, told[:1], PARTNER) is None
