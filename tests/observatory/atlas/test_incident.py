"""An incident's page: versions, figures with who says which, history, merge and split."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hudna.protect import PARTNER, PUBLIC, public_key
from observatory.atlas.models import Incident, Member
from observatory.people.roles import Role
from observatory.records.models import Claim
from observatory.review.models import Decision
from tests.observatory.people.people import signed_in


@pytest.fixture
def reviewer(record) -> Client:
    """A browser of a reviewer."""
    return signed_in(Role.REVIEWER)


def page_of(client: Client, key: str, more: str = "?lang=en", status: int = 200) -> str:
    answer = client.get(f"/incidents/{key}/{more}")
    assert answer.status_code == status
    return answer.content.decode()


def key_of(claim: str) -> str:
    return str(Claim.objects.get(document__external_id=claim, current=True).key)


@pytest.fixture
def decide(reviewer, django_capture_on_commit_callbacks):
    """Sends a decision, and gives what the page says after it."""

    def send(incident: Incident, **sent: object) -> str:
        with django_capture_on_commit_callbacks(execute=True):
            answer = reviewer.post(f"/incidents/{incident.key}/decide/?lang=en", sent)
        assert answer.status_code == 302
        return str(reviewer.get(answer.headers["Location"] + "?lang=en").content.decode())

    return send


def test_versions_stand_by_source_in_the_order_of_time(reviewer, shelled):
    page = page_of(reviewer, shelled.key)
    assert page.count('<article class="version') == 2
    assert page.index("killed: 2") < page.index("killed: 4") < page.index("killed: 6")
    assert "قُتل مدنيان وأصيب خمسة آخرون" in page
    assert "?claim=1" in page


def test_figures_tell_low_best_high_and_who_says_which(reviewer, shelled):
    page = page_of(reviewer, shelled.key)
    figures = page[page.index("Figures and who says them") :]
    assert "1 of 2 give the best figure" in figures
    assert 'class="span"' in figures
    assert "No source changed" not in figures


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_page_speaks_both_languages(reviewer, shelled, language):
    title = {"ar": "الروايات", "en": "Versions"}[language]
    assert title in page_of(reviewer, shelled.key, f"?lang={language}")


def test_the_map_is_told_the_circle_around_the_town(reviewer, shelled):
    told = json.loads(reviewer.get(f"/incidents/{shelled.key}/area/").content)
    assert [area["kind"] for area in told["areas"]] == ["circle"]
    assert told["areas"][0]["point"] == pytest.approx([35.6147, 36.5597], abs=0.1)


def test_the_public_sees_the_governorate_and_no_sentence(shelled):
    key = public_key(shelled.key, "incident", PUBLIC)
    page = page_of(Client(), key)
    assert "Idlib" in page and "Kafranbel" not in page and "قُتل" not in page
    assert "The sentence is withheld" in page and "History" not in page
    told = json.loads(Client().get(f"/incidents/{key}/area/").content)
    assert told["areas"][0]["regions"] == ["iso:SY-ID"]


def test_a_reader_sees_masked_sentences_and_the_town(shelled):
    page = page_of(signed_in(Role.READER), public_key(shelled.key, "incident", PARTNER))
    assert "Kafranbel" in page and "History" not in page


@pytest.mark.parametrize("role", [None, Role.READER])
def test_the_record_s_own_keys_lead_nowhere_for_others(shelled, role):
    page_of(signed_in(role) if role else Client(), shelled.key, status=404)


def test_private_persons_are_not_named(record):
    row = Incident.objects.get(type="air_strike")
    for client, profile in ((Client(), PUBLIC), (signed_in(Role.READER), PARTNER)):
        for more in ("?lang=ar", "?format=json"):
            page = page_of(client, public_key(row.key, "incident", profile), more)
            assert "سامر" not in page and "الحمداني" not in page


def test_an_incident_is_had_as_data_with_its_versions(reviewer, shelled):
    row = json.loads(page_of(reviewer, shelled.key, "?format=json"))[0]
    assert [version["published"] for version in row["versions"]] == ["2021-03-04", "2021-03-05", "2021-03-05"]
    assert row["estimates"][0]["best"] == 4


def test_claims_are_split_out_and_the_split_is_undone(decide, shelled):
    apart = key_of("other")
    page = decide(shelled, action="split", claim=apart, reason="another shelling")
    assert "The decision is kept" in page and "another shelling" in page
    assert Member.objects.get(claim_key=apart).incident != shelled
    assert Incident.objects.get(key=shelled.key).killed_high == 4
    page = decide(shelled, action="undo", decision=Decision.objects.latest("pk").pk, reason="")
    assert Member.objects.get(claim_key=apart).incident == shelled
    assert "undone" in page and "another shelling" in page


def test_incidents_are_merged_by_a_person_and_stand_apart_again_when_it_is_undone(decide, shelled):
    other = Incident.objects.get(type="air_strike")
    page = decide(shelled, action="merge", other=other.key, reason="one day of strikes")
    assert "one day of strikes" in page
    assert not Incident.objects.filter(type="air_strike").exists()
    assert Incident.objects.get(key=shelled.key).documents == 4
    decision = Decision.objects.get()
    assert (decision.action, decision.person, len(decision.about or ())) == ("merge", "rana", 4)
    decide(shelled, action="undo", decision=decision.pk, reason="")
    assert Incident.objects.get(type="air_strike").key == other.key
    assert Incident.objects.get(key=shelled.key).documents == shelled.documents


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"action": "split", "reason": "why"}, "Choose some of the sentences"),
        ({"action": "merge", "reason": "why"}, "Choose another incident"),
        ({"action": "merge", "other": "incident-0", "reason": "why"}, "Choose another incident"),
        ({"action": "undo", "decision": "77"}, "undone already"),
    ],
)
def test_what_cannot_be_decided_is_told(decide, shelled, sent, told):
    assert told in decide(shelled, **sent)
    assert not Decision.objects.exists()


def test_a_decision_needs_a_reason(decide, shelled):
    assert "Give a reason" in decide(shelled, action="split", claim=key_of("other"), reason=" ")
    assert not Decision.objects.exists()


@pytest.mark.parametrize(("role", "status"), [(None, 302), (Role.READER, 403), (Role.ANALYST, 403)])
def test_only_who_may_review_decides(shelled, role, status):
    client = signed_in(role) if role else Client()
    sent = {"action": "split", "claim": key_of("other"), "reason": "why"}
    assert client.post(f"/incidents/{shelled.key}/decide/", sent).status_code == status
    assert not Decision.objects.exists()
    assert reviewer_words(client, shelled) == ""


def reviewer_words(client: Client, incident: Incident) -> str:
    """What of the forms of decision stands on the page of somebody."""
    page = client.get(f"/incidents/{incident.key}/?lang=en").content.decode()
    return "Merge with another" if "Merge with another" in page else ""


def test_the_page_asks_a_bounded_number_of_questions(reviewer, shelled):
    page_of(reviewer, shelled.key)
    with CaptureQueriesContext(connection) as queries:
        page_of(reviewer, shelled.key)
    assert len(queries) <= 28
