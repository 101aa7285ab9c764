"""The gate lets through what a profile allows and nothing else, whatever a claim is made of."""

from __future__ import annotations

import dataclasses
import json
from datetime import date

import pytest

from hudna.protect import INTERNAL, PARTNER, PROFILES, PUBLIC, Profile, ProfileError, ProtectedClaim, protect
from hudna.records import Named, Source
from tests.protect.secrets import DAY, LATER, NAMES, hospital, incident, leaks, quiet
from tests.recording import count, place, recorded, span

GUARDED = [PARTNER, PUBLIC]


def shown(item) -> str:
    """Everything that a protected record holds, as text."""
    return json.dumps(dataclasses.asdict(item), ensure_ascii=False, default=str)


def guarded(claim, profile, today=LATER) -> ProtectedClaim:
    found = protect(claim, profile, today)
    assert isinstance(found, ProtectedClaim)
    return found


@pytest.mark.parametrize("profile", GUARDED, ids=lambda profile: profile.name)
def test_a_claim_full_of_secrets_gives_none_away(profile):
    assert leaks(shown(guarded(hospital(), profile))) == []


@pytest.mark.parametrize("profile", GUARDED, ids=lambda profile: profile.name)
def test_an_incident_gives_none_away_and_a_telling_without_the_hospital_does_not_tell_its_place(profile):
    found = protect(incident(), profile, LATER)
    assert found is not None and len(found.claims) == 2
    assert leaks(shown(found)) == []
    assert {claim.place.precision for claim in found.claims if claim.place} == {"admin1"}


def test_internal_hands_out_everything():
    found = guarded(hospital(), INTERNAL)
    assert found.evidence and "الياسمينة" in found.evidence
    assert found.original is not None and found.note and found.withheld == ()
    assert found.place and found.place.point == (35.9312, 36.6341)


@pytest.mark.parametrize("name", ["", "PUBLIC", "secret", "internal "])
def test_an_unknown_profile_hands_out_nothing(name):
    with pytest.raises(ProfileError, match="use one of internal, partner, public"):
        protect(hospital(), name, LATER)


def test_what_is_no_claim_or_incident_and_what_is_no_profile_is_refused():
    with pytest.raises(TypeError, match="str"):
        protect("text", PUBLIC, LATER)  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="no profile"):
        protect(hospital(), None, LATER)  # type: ignore[call-overload]


def test_every_profile_but_internal_withholds_names_addresses_notes_and_rejected_claims():
    for profile in PROFILES.values():
        if profile is not INTERNAL:
            assert not profile.names and profile.addresses == "site" and not profile.notes and not profile.rejected
            assert protect(hospital(review="rejected"), profile, LATER) is None
            assert profile.text != "full" and profile.delay > 0


@pytest.mark.parametrize(("profile", "first"), [(PARTNER, date(2021, 5, 14)), (PUBLIC, date(2021, 5, 19))])
def test_the_delay_counts_from_the_later_of_day_and_publication(profile, first):
    claim = hospital(published=date(2021, 5, 12))
    assert protect(claim, profile, date.fromordinal(first.toordinal() - 1)) is None
    assert protect(claim, profile, first) is not None


def test_a_claim_without_any_date_never_appears_outside():
    assert protect(hospital(published=None, day=None), PUBLIC, LATER) is None
    assert protect(hospital(published=None, day=None), INTERNAL, LATER) is not None


def test_an_announced_day_in_the_future_waits_too():
    assert protect(quiet(), PUBLIC, DAY) is None


def test_claims_of_an_incident_that_are_too_fresh_are_left_out_with_their_figures():
    from hudna.incidents import Merge, join

    text = "غارة على إدلب قتلت 9 أشخاص"
    fresh = recorded(
        "c", "air_strike", text, day=DAY, published=date(2021, 6, 1), places=["إدلب"],
        counts=[count(text, "killed", 9, "9", "أشخاص")], outlet="النهر",
    )  # fmt: skip
    (joined,) = join([quiet(), fresh], [Merge(("b", "c"))])
    early = protect(joined, PUBLIC, date(2021, 6, 3))
    assert early is not None and len(early.claims) == 1
    estimate = early.estimate("killed")
    assert estimate is not None and (estimate.low, estimate.high) == (3, 3)
    later = protect(joined, PUBLIC, date(2021, 7, 1))
    assert later is not None and len(later.claims) == 2


def test_a_town_stays_for_partners_and_becomes_its_province_for_the_public():
    claim = recorded("a", "shelling", "قصف على حلب", day=DAY, places=["حلب"])
    partner, public = guarded(claim, PARTNER), guarded(claim, PUBLIC)
    assert partner.place and partner.place.point == (36.2, 37.16) and partner.evidence == "قصف على حلب"
    assert public.place and (public.place.id, public.place.precision) == ("iso:SY-HL", "admin1")
    assert public.place.point != (36.2, 37.16) and public.evidence is None


def test_a_place_more_exact_than_a_town_is_moved_to_its_grid_cell():
    text = "قصف على جسر السروة في حلب"
    bridge = place(text, "جسر السروة", id="x:bridge", precision="exact", point=(36.2149, 37.1337), admin1="iso:SY-HL")
    found = guarded(recorded("a", "shelling", text, day=DAY, places=[bridge]), PARTNER)
    assert found.place and found.place.precision == "grid" and found.place.point == (36.25, 37.15)
    assert "السروة" not in shown(found) and "x:bridge" not in shown(found)


def test_a_place_that_cannot_be_coarsened_is_withheld():
    text = "قصف على تل الصنوبر"
    hill = place(text, "تل الصنوبر", id="x:hill", precision="exact", point=(36.2, 37.1), admin1=None, country=None)
    unknown = place(text, "تل الصنوبر", id=None, precision="unresolved", point=None, country=None)
    for mention in (hill, unknown):
        for profile in GUARDED:
            found = guarded(recorded("a", "shelling", text, day=DAY, places=[mention]), profile)
            assert found.places == () and "الصنوبر" not in shown(found)


@pytest.mark.parametrize(
    "words",
    [
        "عيادة القرية", "مركز صحي", "للمستشفى الميداني", "وملجأ المدرسة", "بمخيم النازحين", "قافلة إغاثية",
        "سيارة إسعاف", "مركز إيواء", "المساعدات", "مشفى الأطفال",
    ],
)  # fmt: skip
def test_claims_about_hospitals_shelters_camps_and_aid_are_told_by_their_words(words):
    text = f"قصف على {words} في إدلب"
    found = guarded(recorded("a", "shelling", text, day=DAY, places=["إدلب"]), PARTNER)
    assert "sensitive_place" in found.withheld
    assert found.place and found.place.precision == "admin1" and found.evidence is None


@pytest.mark.parametrize("words", ["صحيفة الوادي", "مركز الشرطة", "طبيعة المنطقة", "موقع للجيش"])
def test_other_claims_are_not_taken_for_them(words):
    text = f"قصف على {words} في إدلب"
    assert "sensitive_place" not in guarded(recorded("a", "shelling", text, day=DAY, places=["إدلب"]), PARTNER).withheld


def test_public_figures_and_bodies_keep_their_names_and_sides():
    text = "قال بشار الأسد إن الجيش السوري قصف مواقع جبهة النصرة"
    claim = recorded(
        "a",
        "shelling",
        text,
        trigger="قصف",
        day=DAY,
        speaker="بشار الأسد",
        actors=["الجيش السوري"],
        targets=["جبهة النصرة"],
    )
    for profile in GUARDED:
        found = guarded(claim, profile)
        assert found.speaker and found.speaker.name == "بشار الأسد"
        assert found.actors[0].side == "sy.state" and found.targets[0].english


def test_a_private_person_with_the_surname_of_a_public_figure_is_not_named_or_mistaken():
    text = "قال المزارع راشد الأسد إن القصف دمر بيته"
    for profile in GUARDED:
        found = guarded(
            recorded("a", "shelling", text, trigger="القصف", day=DAY, speaker="المزارع راشد الأسد"), profile
        )
        assert "راشد" not in shown(found) and "بشار" not in shown(found)


def test_kinds_of_people_are_told_by_their_plain_word():
    text = "قصف قتل مدنيين من عائلة الدهان"
    victims = Named(span(text, "مدنيين من عائلة الدهان"), Source("r"), None, "victim.madani", "victim")
    for profile in GUARDED:
        found = guarded(recorded("a", "shelling", text, day=DAY, targets=[victims]), profile)
        assert [party.name for party in found.targets] == ["مدني"] and "الدهان" not in shown(found)


def test_addresses_keep_their_site_alone_and_strange_ones_nothing():
    assert guarded(hospital(), PUBLIC).document.address == "example.org"
    for address in (
        "محمود الزعفراني",
        "http://[bad",
        "mailto:mahmoud@example.org",
        "https://xn--mgba3a.example/",
        "http://محمود.example/",
    ):
        found = guarded(hospital(address=address), PUBLIC).document.address
        assert found is None


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://mahmoud-zafarani.blogspot.com/2021/x", "blogspot.com"), ("https://www.bbc.co.uk/arabic", "bbc.co.uk"),
        ("https://sana.gov.sy/?p=1", "sana.gov.sy"), ("https://user:word@news.example.org:81/a", "example.org"),
        ("http://localhost/a", None),
    ],
)  # fmt: skip
def test_a_site_is_told_without_what_stands_before_it(address, site):
    assert guarded(hospital(address=address), PUBLIC).document.address == site


def test_an_outlet_that_bears_a_persons_name_is_withheld():
    assert guarded(hospital(outlet="صفحة محمود على فيسبوك"), PUBLIC).document.outlet is None
    assert guarded(hospital(outlet="صحيفة الوادي على الشبكة"), PUBLIC).document.outlet == "صحيفة الوادي على الشبكة"


def test_keys_of_documents_and_claims_are_replaced_and_stay_the_same():
    one, again = guarded(hospital(), PUBLIC), guarded(hospital(), PUBLIC)
    assert one.key == again.key and one.document.key == again.document.key
    assert one.key != guarded(hospital(), PARTNER).key
    assert not any(name in one.key + one.document.key for name in NAMES)


def test_parts_by_place_name_no_place_more_exact_than_the_profile():
    text = "أحصى المركز 5 خروقات في سرمين (3) وإدلب (2)"
    tally = recorded(
        "a", "ceasefire_violation", text, trigger="خروقات", day=DAY, speaker="المركز",
        counts=[count(text, "violations", 5, "5", "خروقات", parts=[("سرمين", 3), ("إدلب", 2)])],
    )  # fmt: skip
    assert [part.name for part in guarded(tally, PARTNER).counts[0].parts] == ["سرمين", "إدلب"]
    assert [part.name for part in guarded(tally, PUBLIC).counts[0].parts] == ["إدلب"]


def test_a_profile_of_ones_own_is_obeyed():
    country = Profile("atlas", "country", "country", 1.0, 30, "none", False, "site", False, False)
    found = guarded(recorded("a", "shelling", "قصف على حلب", day=DAY, places=["حلب"]), country)
    assert found.place and (found.place.id, found.place.admin1) == ("iso:SY", None)
