"""Which claims are about one happening, and which are not."""

from __future__ import annotations

from datetime import date

from hudna.incidents import Merge, Split, join, merge_all, split_out, unapplied
from hudna.incidents.blocks import pairs
from hudna.incidents.features import features
from hudna.sides import default_sides
from tests.recording import count, place, recorded

MAY_11 = date(2021, 5, 11)
STRIKE = "غارة جوية على حلب قتلت 17 مدنيا بحسب ناشطين"
AGAIN = "قتل 17 شخصا في غارة استهدفت سوقا في حلب"
ELSEWHERE = "قتل 17 شخصا في غارة استهدفت سوقا في درعا"


def strike(key: str, text: str = STRIKE, town: str = "حلب", killed: int = 17, **more):
    counts = [count(text, "killed", killed, str(killed))]
    return recorded(key, "air_strike", text, trigger="غارة", day=MAY_11, places=[town], counts=counts, **more)


def together(incidents) -> set[frozenset[str]]:
    return {frozenset(claim.key for claim in incident.claims) for incident in incidents}


def test_two_outlets_telling_one_strike_make_one_incident():
    assert together(join([strike("a"), strike("b", AGAIN, outlet="صحيفة النهر")])) == {frozenset("ab")}


def test_two_different_towns_are_two_incidents_though_the_figures_agree():
    assert together(join([strike("a"), strike("b", ELSEWHERE, "درعا")])) == {frozenset("a"), frozenset("b")}


def test_a_town_agrees_with_its_own_province():
    text = "قتل 17 شخصا في غارة على محافظة حلب"
    wide = recorded(
        "b", "air_strike", text, trigger="غارة", day=MAY_11, places=["محافظة حلب"],
        counts=[count(text, "killed", 17, "17")],
    )  # fmt: skip
    assert together(join([strike("a"), wide])) == {frozenset("ab")}


def test_two_towns_are_not_joined_through_their_province():
    text = "غارة على محافظة حلب قتلت 17 شخصا"
    wide = recorded(
        "c", "air_strike", text, day=MAY_11, places=["محافظة حلب"], counts=[count(text, "killed", 17, "17")]
    )
    other = strike("b", "قتل 17 شخصا في غارة استهدفت سوقا في الباب", "الباب")
    groups = together(join([strike("a"), other, wide]))
    assert not any({"a", "b"} <= group for group in groups)


def test_days_apart_are_two_incidents():
    later = recorded(
        "b", "air_strike", AGAIN, trigger="غارة", day=date(2021, 5, 15), published=date(2021, 5, 16), places=["حلب"],
        counts=[count(AGAIN, "killed", 17, "17")],
    )  # fmt: skip
    assert len(join([strike("a"), later])) == 2


def test_days_do_not_drift_from_claim_to_claim():
    def on(day: int):
        counts = [count(AGAIN, "killed", 17, "17")]
        first, last = date(2021, 5, day), date(2021, 5, day + 1)
        return recorded(
            first.isoformat(), "air_strike", AGAIN, trigger="غارة", day=first, last_day=last, published=last,
            places=["حلب"], counts=counts,
        )  # fmt: skip

    chain = [on(day) for day in range(1, 9)]
    for incident in join(chain):
        days = [date.fromisoformat(claim.key) for claim in incident.claims]
        assert (max(days) - min(days)).days <= 3


def test_families_are_not_mixed():
    text = "دخلت قافلة مساعدات من 17 شاحنة إلى حلب"
    aid = recorded("b", "aid", text, day=MAY_11, places=["حلب"], counts=[count(text, "aid", 17, "17")])
    assert len(join([strike("a"), aid])) == 2


def test_two_events_that_one_speaker_tells_in_one_text_stay_apart():
    second = strike("b", AGAIN, killed=17, document="one")
    other = recorded(
        "c", "air_strike", "غارة على حلب قتلت 3 أشخاص", day=MAY_11, places=["حلب"], document="one",
        counts=[count("غارة على حلب قتلت 3 أشخاص", "killed", 3, "3")],
    )  # fmt: skip
    assert frozenset("bc") not in together(join([second, other]))


def test_rival_figures_of_two_speakers_in_one_text_are_versions_of_one_incident():
    first, second = "قال ناشطون إن غارة على حلب قتلت 11 شخصا", "أكدت الوزارة أن ضحايا الغارة على حلب 4"
    claims = [
        recorded(
            key, "air_strike", text, trigger=text.split()[3], places=["حلب"], document="one", speaker=speaker,
            counts=[count(text, "killed", killed, str(killed))],
        )
        for key, text, speaker, killed in (("a", first, "ناشطون", 11), ("b", second, "الوزارة", 4))
    ]  # fmt: skip
    (incident,) = join(claims)
    assert [version.speaker for version in incident.versions] == ["ناشطون", "الوزارة"]
    assert incident.disputed


def test_tallies_of_two_sides_are_not_versions_of_one_count():
    first = "سجل الجانب الروسي 5 خروقات في حلب خلال اليوم"
    second = "سجل الجانب التركي 5 خروقات في حلب خلال اليوم"
    one, other = (
        recorded(
            key, "ceasefire_violation", text, trigger="خروقات", day=MAY_11, places=["حلب"],
            counts=[count(text, "violations", 5, "5", "خروقات")], speaker=speaker,
        )
        for key, text, speaker in (("a", first, "الجانب الروسي"), ("b", second, "الجانب التركي"))
    )  # fmt: skip
    assert len(join([one, other])) == 2


def test_rejected_claims_are_left_out():
    assert [
        claim.key for incident in join([strike("a", review="rejected"), strike("b")]) for claim in incident.claims
    ] == ["b"]


def test_a_merge_is_honoured_against_what_is_computed():
    far = strike("b", ELSEWHERE, "درعا")
    assert together(join([strike("a"), far], [Merge(("a", "b"))])) == {frozenset("ab")}


def test_a_split_is_honoured_and_a_third_claim_does_not_join_the_two():
    claims = [strike("a"), strike("b", AGAIN), strike("c")]
    groups = together(join(claims, [Split(("a",), ("b",))]))
    assert not any({"a", "b"} <= group for group in groups)


def test_of_two_decisions_about_one_pair_the_later_holds():
    claims = [strike("a"), strike("b", AGAIN)]
    split, merge = Split(("a",), ("b",)), Merge(("a", "b"))
    assert len(join(claims, [merge, split])) == 2
    assert len(join(claims, [split, merge])) == 1


def test_decisions_can_be_made_from_incidents_and_those_without_their_claims_are_listed():
    claims = [strike("a"), strike("b", AGAIN)]
    (incident,) = join(claims)
    split = split_out(incident, ["b"])
    assert len(join(claims, [split])) == 2
    assert merge_all(*join(claims, [split])) == Merge(("a", "b"))
    assert unapplied([split, Merge(("a", "gone"))], claims) == (Merge(("a", "gone")),)


def test_the_key_stays_when_claims_come_in_later_and_in_any_order():
    first, second = strike("a"), strike("b", AGAIN, published=date(2021, 5, 13))
    (alone,) = join([first])
    (both,) = join([second, first])
    assert alone.key == both.key


def test_earlier_keys_are_kept_though_an_older_document_is_found_later():
    first = strike("b", AGAIN)
    (before,) = join([first])
    older = strike("a", published=MAY_11)
    (after,) = join([older, first], previous={"b": before.key})
    assert after.key == before.key
    assert join([older, first])[0].key != before.key


def test_after_a_split_only_one_incident_keeps_the_earlier_key():
    claims = [strike("a"), strike("b", AGAIN)]
    (before,) = join(claims)
    after = join(claims, [Split(("a",), ("b",))], previous={"a": before.key, "b": before.key})
    assert len({incident.key for incident in after}) == 2
    assert before.key in {incident.key for incident in after}


def test_the_claim_that_a_key_is_made_of_is_split_out_and_no_key_stands_twice():
    claims = [strike("a"), strike("b", AGAIN), strike("c", AGAIN)]
    (before,) = join(claims)
    assert before.key == join([strike("a")])[0].key
    apart, rest = join(claims, [Split(("a",), ("b", "c"))], previous=dict.fromkeys("abc", before.key))
    assert ([claim.key for claim in rest.claims], rest.key) == (["b", "c"], before.key)
    assert apart.key != before.key
    again = join(claims, [Split(("a",), ("b", "c"))], previous={"a": apart.key, "b": rest.key, "c": rest.key})
    assert {incident.key for incident in again} == {apart.key, rest.key}


def test_after_a_merge_is_undone_each_incident_has_the_key_that_it_had():
    claims = [strike("a"), strike("b", ELSEWHERE, "درعا")]
    alone = {incident.claims[0].key: incident.key for incident in join(claims)}
    assert len(set(alone.values())) == 2
    for taken in alone.values():
        undone = join(claims, [], previous=dict.fromkeys("ab", taken))
        assert {incident.claims[0].key: incident.key for incident in undone} == alone


def test_an_incident_says_where_when_who_and_of_what_type():
    text = "قصفت قوات النظام مدينة حلب بالمدفعية"
    told = recorded(
        "a", "shelling", text, day=MAY_11, places=[place(text, "حلب")], actors=["قوات النظام"], targets=["مدينة"]
    )
    (incident,) = join([told])
    assert incident.type == "shelling" and incident.family == "violence"
    assert incident.place is not None and incident.place.name == "حلب"
    assert (incident.first_day, incident.day_basis) == (MAY_11, "told")
    assert incident.actors[0].name == "قوات النظام"
    assert incident.documents == ("document-a",)


def test_an_undated_claim_is_placed_by_its_publication():
    (incident,) = join([recorded("a", "shelling", "قصف على حلب", places=["حلب"])])
    assert (incident.first_day, incident.last_day, incident.day_basis) == (MAY_11, date(2021, 5, 12), "published")


def test_pairs_grow_with_the_number_of_claims_and_not_with_its_square():
    def crowd(number: int) -> int:
        found = features([strike(f"k{at}") for at in range(number)], default_sides())
        return sum(1 for _ in pairs(found))

    small, large = crowd(400), crowd(1600)
    assert large < 6 * small
