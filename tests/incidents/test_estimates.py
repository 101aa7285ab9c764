"""Low, best and high by the stated rule; what a claim counts; figures that change."""

from __future__ import annotations

from datetime import date

import pytest

from hudna.incidents import join
from hudna.incidents.tolls import bound, toll
from tests.recording import count, recorded

DAY = date(2021, 5, 11)


def told(key, killed, *, speaker=None, qualifier="exact", published=date(2021, 5, 12), outlet="وكالة الوادي", **more):
    source = f" بحسب {speaker}" if speaker else ""
    words = "عشرات" if killed is None else str(killed)
    text = f"قصف على حلب قتل {words} شخصا{source}"
    counts = [count(text, "killed", killed, words, "شخصا", qualifier=qualifier)]
    return recorded(
        key, "shelling", text, day=DAY, places=["حلب"], counts=counts, speaker=speaker, published=published,
        outlet=outlet, **more,
    )  # fmt: skip


def killed(claim):
    figure = toll(claim.claim, "killed")
    return figure and figure.value


def estimate(*claims):
    from hudna.incidents import Merge

    (incident,) = join(claims, [Merge(tuple(claim.key for claim in claims))])
    return incident, incident.estimate("killed")


def test_versions_stand_side_by_side_and_the_incident_is_disputed():
    incident, found = estimate(told("a", 11, speaker="المرصد"), told("b", 20, speaker="المشفى"))
    assert [(version.speaker, version.figures[0].value) for version in incident.versions] == [
        ("المرصد", 11),
        ("المشفى", 20),
    ]
    assert (found.low, found.high, found.sources) == (11, 20, 2)
    assert incident.disputed


def test_best_is_the_figure_of_the_most_independent_sources():
    _, found = estimate(told("a", 11, speaker="المرصد"), told("b", 20, speaker="المشفى"), told("c", 11, outlet="النهر"))
    assert (found.low, found.best, found.high, found.agreeing) == (11, 11, 20, 2)


def test_copies_of_one_speaker_are_one_source():
    copies = [told(f"c{at}", 11, speaker="المرصد", outlet=f"صحيفة {at}") for at in range(5)]
    _, found = estimate(*copies, told("d", 20, speaker="المشفى", published=date(2021, 5, 13)))
    assert found.sources == 2
    assert found.best == 20, "of equally supported figures the one told last"


@pytest.mark.parametrize(
    ("value", "qualifier", "bounds"),
    [
        (11, "exact", (11, 11)), (50, "about", (45, 55)), (20, "more_than", (21, None)), (20, "at_least", (20, None)),
        (30, "up_to", (0, 30)), (30, "less_than", (0, 29)),
    ],
)  # fmt: skip
def test_bounds_of_qualifiers(value, qualifier, bounds):
    text = f"قتل {value} شخصا"
    assert bound(count(text, "killed", value, str(value), qualifier=qualifier)) == bounds


@pytest.mark.parametrize(("words", "least"), [("عشرات", 10), ("مئات", 100), ("آلاف", 1000), ("بعض", None)])
def test_vague_words_give_a_lower_bound_and_no_figure(words, least):
    assert bound(count(f"قتل {words} المدنيين", "killed", None, words, qualifier="vague")) == (least, None)


def test_without_an_exact_figure_the_best_is_a_lower_bound_and_the_end_is_open():
    _, found = estimate(told("a", None, qualifier="vague"), told("b", 15, speaker="المشفى", qualifier="at_least"))
    assert (found.low, found.best, found.high, found.open_ended) == (10, 15, 15, True)


def test_an_exact_figure_is_best_beside_open_ones():
    _, found = estimate(told("a", 12, speaker="المرصد"), told("b", 15, speaker="المشفى", qualifier="at_least"))
    assert (found.low, found.best, found.high, found.open_ended) == (12, 12, 15, True)


def test_denied_and_demanded_claims_give_no_figure_and_doubtful_ones_only_alone():
    incident, found = estimate(told("a", 12, speaker="المرصد"), told("b", 40, speaker="الوزارة", status="denied"))
    assert (found.low, found.high) == (12, 12)
    assert incident.denied_by == ("الوزارة",)
    assert incident.disputed
    _, doubtful = estimate(told("a", 12, speaker="المرصد"), told("b", 40, speaker="الوزارة", status="possible"))
    assert doubtful.high == 12
    _, alone = estimate(told("b", 40, speaker="الوزارة", status="possible"))
    assert alone.best == 40


def test_a_source_that_raises_its_figure_counts_with_the_last_one_and_the_change_is_told():
    incident, found = estimate(
        told("a", 11, speaker="المرصد"), told("b", 18, speaker="المرصد", published=date(2021, 5, 13))
    )
    assert (found.low, found.best, found.high) == (18, 18, 18)
    (change,) = incident.changes
    assert (change.before, change.after, change.claims) == (11, 18, ("a", "b"))
    assert change.published_after == date(2021, 5, 13)


def test_a_subgroup_is_no_addition_and_two_groups_are_added():
    text = "قتل 8 مدنيين بينهم 3 أطفال في قصف"
    part = recorded(
        "a", "shelling", text, counts=[count(text, "killed", 8, "8", "مدنيين"), count(text, "killed", 3, "3", "أطفال")]
    )
    assert killed(part) == 8
    text = "قتل 8 جنود و5 مسلحين في اشتباك"
    both = recorded(
        "b",
        "armed_clash",
        text,
        counts=[count(text, "killed", 8, "8", "جنود"), count(text, "killed", 5, "5", "مسلحين")],
    )
    assert killed(both) == 13


def test_low_best_and_high_are_always_in_order():
    for one in (("exact", 5), ("about", 40), ("up_to", 30), ("more_than", 12), ("vague", None)):
        for other in (("exact", 9), ("less_than", 6), ("at_least", 70), ("vague", None)):
            _, found = estimate(
                told("a", one[1], qualifier=one[0], speaker="المرصد"), told("b", other[1], qualifier=other[0])
            )
            assert found.low <= found.best <= found.high
