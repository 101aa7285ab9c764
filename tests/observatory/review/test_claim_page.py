"""The page of a claim: what it shows, what is decided there, and by whom."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from observatory.people.models import Project
from observatory.people.roles import Role
from observatory.records.models import Claim, Document
from observatory.review.decide import accept, history, note
from observatory.review.models import Decision
from tests.observatory.people.people import signed_in
from tests.observatory.texts import SHELLING, article, take, write_lines

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def claim(tmp_path) -> Claim:
    """A claim of shelling."""
    take(write_lines(tmp_path / "a.jsonl", [article(SHELLING, id="shelling")]))
    return Claim.objects.get(type="shelling")


@pytest.fixture
def reviewer(claim) -> Client:
    return signed_in(Role.REVIEWER)


def send(client: Client, claim: Claim, action: str, status: int = 302, **fields: Any) -> str:
    answer = client.post(f"/review/{claim.key}/decide/?lang=en", {"action": action, **fields})
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def standing(claim: Claim) -> dict[str, Any]:
    body = Claim.objects.select_related("body").get(pk=claim.pk).body
    found: dict[str, Any] = body.standing or body.read
    return found


def test_the_text_shows_the_claim_and_each_field_its_form(reviewer, claim):
    page = reviewer.get(f"/review/{claim.key}/?lang=en").content.decode()
    assert 'class="mark-evidence mark-trigger"' in page
    for field in ("type", "status", "actors", "targets", "speaker", "places", "when", "counts", "evidence", "also"):
        assert f'data-field="{field}"' in page
    assert "قوات سوريا الديمقراطية" in page


@pytest.mark.parametrize(("action", "review"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_verdict_is_kept_with_person_and_reason(reviewer, claim, action, review):
    send(reviewer, claim, action, reason="as the text says")
    claim.refresh_from_db()
    assert claim.review == review
    [row] = history(claim.key)
    assert (row.person, row.action, row.reason) == ("rana", action, "as the text says")


def test_after_a_verdict_comes_the_next_of_the_queue(reviewer, claim, tmp_path):
    take(write_lines(tmp_path / "b.jsonl", [article(SHELLING.replace("سراقب", "منبج"), id="more")]))
    first, second = (row["key"] for row in reviewer.get("/review/?format=json&type=shelling").json())
    answer = reviewer.post(f"/review/{first}/decide/?type=shelling", {"action": "accept"})
    assert answer.headers["Location"] == f"/review/{second}/?type=shelling"


CORRECTIONS = [
    ({"field": "type", "value": "attack"}, "type", "attack"),
    ({"field": "status", "value": "denied"}, "status", "denied"),
    ({"field": "actors", "words": "قوات سوريا الديمقراطية | الدفاع المدني السوري"}, "actors",
     ["قوات سوريا الديمقراطية", "الدفاع المدني السوري"]),
    ({"field": "targets", "words": ""}, "targets", []),
    ({"field": "places", "words": "سراقب"}, "places", ["سراقب"]),
    ({"field": "also", "words": "أفاد الدفاع المدني"}, "also", ["أفاد الدفاع المدني"]),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "name", "value"), CORRECTIONS)
def test_fields_are_corrected_by_typed_words(reviewer, claim, fields, name, value):
    send(reviewer, claim, "correct", **fields)
    found = standing(claim)[name]
    told = [item.get("surface", item.get("text")) for item in found] if isinstance(found, list) else found
    assert told == value
    claim.refresh_from_db()
    assert claim.review == "corrected"


def test_the_speaker_is_corrected_or_taken_out(reviewer, claim):
    send(reviewer, claim, "correct", field="speaker", words="قوات سوريا الديمقراطية")
    assert standing(claim)["speaker"]["id"] == "sy.sdf"
    send(reviewer, claim, "correct", field="speaker", words="")
    assert standing(claim)["speaker"] is None


def test_selected_words_are_taken_where_they_stand(reviewer, claim):
    text = claim.document.body.text
    at = text.rindex("الدفاع المدني")
    spans = json.dumps([{"surface": "الدفاع المدني", "start": at, "end": at + 13}])
    send(reviewer, claim, "correct", field="targets", words="الدفاع المدني", spans=spans)
    assert (standing(claim)["targets"][0]["start"], standing(claim)["targets"][0]["end"]) == (at, at + 13)


def test_offsets_that_do_not_hold_the_words_are_left_aside(reviewer, claim):
    spans = json.dumps([{"surface": "سراقب", "start": 3, "end": 8}])
    send(reviewer, claim, "correct", field="places", words="سراقب", spans=spans)
    place = standing(claim)["places"][0]
    assert claim.document.body.text[place["start"] : place["end"]] == "سراقب"


def test_an_actor_that_stays_keeps_what_is_known_of_it(reviewer, claim):
    before = standing(claim)["actors"][0]
    spans = json.dumps([{key: before[key] for key in ("surface", "start", "end")}])
    send(reviewer, claim, "correct", field="actors", words=f"{before['surface']} | الدفاع المدني", spans=spans)
    assert standing(claim)["actors"][0] == before


def test_the_day_is_corrected_with_the_words_that_tell_it(reviewer, claim):
    send(reviewer, claim, "correct", field="when", words="أمس", first="2021-03-02", last="2021-03-03")
    when = standing(claim)["when"]
    assert (when["start"], when["end"], when["surface"]) == ("2021-03-02", "2021-03-03", "أمس")
    send(reviewer, claim, "correct", field="when", words="", first="", last="")
    assert standing(claim)["when"]["surface"] is None


def test_figures_are_corrected_taken_out_and_added(reviewer, claim):
    before = standing(claim)["counts"]
    rows: dict[str, Any] = {
        "kept": ["0", "1", "new"], "what": ["killed", "wounded", "casualties"], "number": ["٤", "7", "11"],
        "qualifier": ["at_least", "exact", ""], "words": ["ثلاثة مدنيين", "", "ثلاثة مدنيين وإصابة سبعة"],
        "spans": ["", "", ""],
    }  # fmt: skip
    send(reviewer, claim, "correct", field="counts", **rows)
    after = standing(claim)["counts"]
    assert [(row["what"], row["value"], row["qualifier"]) for row in after] == [
        ("killed", 4, "at_least"),
        ("casualties", 11, "exact"),
    ]
    assert after[0]["of"] == before[0]["of"]


@pytest.mark.parametrize(
    "fields",
    [
        {"field": "actors", "words": "جيش لا يذكره النص"},
        {"field": "when", "words": "أمس", "first": ""},
        {"field": "when", "words": "أمس", "first": "2021-03-05", "last": "2021-03-01"},
        {"field": "type", "value": "storm"},
        {"field": "evidence", "words": ""},
        {"field": "counts", "kept": "0", "what": "killed", "number": "many", "qualifier": "", "words": "ثلاثة",
         "spans": ""},
    ],
)  # fmt: skip
def test_what_does_not_fit_the_text_is_refused_and_told(reviewer, claim, fields):
    page = send(reviewer, claim, "correct", status=200, **fields)
    assert "Not saved" in page
    assert all(f'value="{told}"' in page for told in fields.values() if told and told not in ("storm", "evidence"))
    assert not Decision.objects.exists()


def test_the_address_of_a_refused_correction_leads_back_to_the_claim(reviewer, claim):
    answer = reviewer.get(f"/review/{claim.key}/decide/?type=shelling")
    assert answer.headers["Location"] == f"/review/{claim.key}/?type=shelling"


def test_what_somebody_decided_meanwhile_is_not_run_over(reviewer, claim):
    accept(claim, "sami", "")
    answer = reviewer.post(f"/review/{claim.key}/decide/?lang=en", {"action": "reject", "seen": "0"}, follow=True)
    assert "sami decided about this claim before you" in answer.content.decode()
    claim.refresh_from_db()
    assert claim.review == "accepted"


def test_a_decision_is_undone_once(reviewer, claim):
    send(reviewer, claim, "correct", field="type", value="attack")
    number = Decision.objects.get().pk
    for words in ("The decision is undone", "was undone already"):
        page = reviewer.post(f"/review/{claim.key}/undo/{number}/?lang=en", follow=True).content.decode()
        assert words in page
    assert standing(claim)["type"] == "shelling"
    assert [row.action for row in history(claim.key)] == ["correct", "undo"]


def test_a_decision_about_another_claim_is_not_undone_here(reviewer, claim):
    other = Claim.objects.exclude(pk=claim.pk).first()
    decision = accept(other or claim, "sami", "")
    if other is not None:
        assert reviewer.post(f"/review/{claim.key}/undo/{decision.pk}/").status_code == 404


def test_analysts_comment_and_do_not_decide(claim):
    analyst = signed_in(Role.ANALYST)
    send(analyst, claim, "note", note="هل هي سراقب المدينة؟")
    assert [row.action for row in history(claim.key)] == ["note"]
    for action in ("accept", "reject", "correct"):
        assert analyst.post(f"/review/{claim.key}/decide/", {"action": action, "field": "type"}).status_code == 403
    assert analyst.post(f"/review/{claim.key}/take/").status_code == 403
    number = Decision.objects.get().pk
    assert analyst.post(f"/review/{claim.key}/undo/{number}/").status_code == 403
    assert "Reviewers decide" in analyst.get(f"/review/{claim.key}/?lang=en").content.decode()


def test_claims_of_other_peoples_projects_are_not_there(reviewer, claim):
    project = Project.objects.create(name="closed")
    project.documents.add(Document.objects.get())
    assert reviewer.get(f"/review/{claim.key}/").status_code == 404
    assert reviewer.post(f"/review/{claim.key}/decide/", {"action": "accept"}).status_code == 404
    project.people.add(User.objects.get(username="rana"))
    assert reviewer.get(f"/review/{claim.key}/").status_code == 200


def test_words_of_people_are_shown_as_text(reviewer, claim):
    note(claim, "<b>sami</b>", "<script>alert(1)</script>")
    page = reviewer.get(f"/review/{claim.key}/").content.decode()
    assert "<script>alert" not in page
    assert "<b>sami" not in page
