"""The API: its gate, its tokens, its rate, decisions and the feed of changes."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from observatory.api import access
from observatory.atlas.build import refresh
from observatory.people.models import Export, Project, Token
from observatory.people.roles import Role
from observatory.people.tokens import Scope, make_token
from observatory.records.models import Claim, Document
from observatory.review.decide import accept, note, reject
from observatory.review.models import Decision
from tests.observatory.people.people import person, signed_in
from tests.observatory.texts import SHELLING, TRUCE, article, many, take, write_lines

pytestmark = pytest.mark.usefixtures("db")
HOME = "قتل المزارع سامر الحمداني في قصف مدفعي لقوات النظام على بلدة كفرزيتا في ريف حماة يوم الأربعاء."


@pytest.fixture
def articles(tmp_path) -> None:
    lines = [
        article(SHELLING, id="shelling", title="قصف سراقب", url="https://wadi.example/saraqib"),
        article(TRUCE, id="truce"),
        article(HOME, id="home", title="مقتل سامر الحمداني"),
    ]
    take(write_lines(tmp_path / "a.jsonl", lines))


class Program:
    """A program with a token of a person of this role."""

    def __init__(self, role: Role | None, *scopes: Scope) -> None:
        self.headers = {}
        if role is not None:
            self.owner = person(role.value, role)
            _, secret = make_token(self.owner, "test", scopes or list(Scope))
            self.headers = {"Authorization": f"Bearer {secret}"}

    def get(self, path: str, status: int = 200):
        answer = Client().get(path, headers=self.headers)
        assert answer.status_code == status, answer.content.decode()
        return answer.json()

    def post(self, path: str, status: int = 201, **body):
        answer = Client().post(path, json.dumps(body), content_type="application/json", headers=self.headers)
        assert answer.status_code == status, answer.content.decode()
        return answer.json()


@pytest.fixture
def reviewer(articles) -> Program:
    return Program(Role.REVIEWER)


@pytest.fixture
def claim(articles) -> Claim:
    return Claim.objects.get(type="shelling", document__external_id="shelling")


def test_it_is_described(articles):
    told = Program(None).get("/api/openapi.json")
    assert told["openapi"].startswith("3.")
    assert {"/api/documents", "/api/claims", "/api/incidents", "/api/changes"} <= set(told["paths"])
    names = {each["name"] for each in told["paths"]["/api/claims"]["get"]["parameters"]}
    assert {"from", "to", "type", "place", "side", "speaker", "q", "page"} <= names
    for language, words in (("ar", "واجهة البرامج"), ("en", "OpenAPI description")):
        page = Client().get(f"/api/?lang={language}").content.decode()
        assert words in page
        assert "GET /api/changes" in page


def test_documents_and_claims_of_who_sees_everything(reviewer, claim):
    answer = reviewer.get("/api/documents?from=2021-03-01")
    assert answer["total"] == 3
    assert "قصف سراقب" in {item["title"] for item in answer["items"]}
    key = claim.document.key
    assert reviewer.get(f"/api/documents/{key}")["address"] == "https://wadi.example/saraqib"
    assert [item["key"] for item in reviewer.get(f"/api/documents/{key}/claims")["items"]] == list(
        Claim.objects.filter(document=claim.document).order_by("position").values_list("key", flat=True)
    )
    whole = reviewer.get(f"/api/claims/{claim.key}")
    assert whole["standing"]["trigger"]["start"] == 0
    assert whole["evidence"].startswith("قصفت")
    assert {item["key"] for item in reviewer.get("/api/claims?side=sy.sdf")["items"]} == {claim.key}
    assert reviewer.get("/api/documents?q=سراقب")["total"] == 1


@pytest.mark.parametrize("role", [None, Role.ANALYST])
def test_incidents_with_their_claims(articles, role):
    refresh()
    program = Program(role)
    answer = program.get("/api/incidents")
    assert answer["total"] >= 2
    one = answer["items"][0]
    assert program.get(f"/api/incidents/{one['key']}") == one
    program.get("/api/incidents/none", 404)


def test_others_are_told_no_more_than_the_pages_tell_them(articles, claim):
    for program in (Program(None), Program(Role.READER, Scope.READ)):
        for path in ("/api/documents", "/api/claims", "/api/changes"):
            told = json.dumps(program.get(path), ensure_ascii=False)
            assert not [word for word in ("سامر", "قصف سراقب", claim.key, claim.document.key) if word in told]
        program.get(f"/api/claims/{claim.key}", 403)
        program.get(f"/api/documents/{claim.document.key}", 404)
        program.get("/api/decisions", 403)
        program.get("/api/documents?q=سامر", 403)
        program.get("/api/claims?side=سامر الحمداني", 422)
        assert program.get("/api/claims?q=سامر")["total"] == 0
    key = Program(None).get("/api/documents")["items"][0]["key"]
    assert Program(None).get(f"/api/documents/{key}/claims")["items"]


def test_a_reader_has_no_tokens_so_that_one_made_before_sees_a_partners_part(articles):
    program = Program(Role.READER, Scope.READ)
    assert program.get("/api/claims")["items"][0]["profile"] == "partner"


@pytest.mark.parametrize("spoil", ["revoked", "expired", "inactive", "wrong"])
def test_a_token_that_does_not_hold_opens_nothing(articles, spoil):
    program = Program(Role.REVIEWER)
    if spoil == "revoked":
        Token.objects.update(revoked_at=timezone.now())
    elif spoil == "expired":
        Token.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    elif spoil == "inactive":
        User.objects.update(is_active=False)
    elif spoil == "wrong":
        program.headers = {"Authorization": "Bearer hudna_wrong"}
    program.get("/api/documents", 401)


def test_a_token_of_other_scopes_is_told_so(articles):
    answer = Program(Role.REVIEWER, Scope.EXPORT).get("/api/documents", 403)
    assert answer == {"detail": "this token may not «read»: make one that has this scope"}


def test_an_unknown_address_of_the_api_answers_a_program():
    assert Program(None).get("/api/nowhere", 404) == {"detail": "no address «/api/nowhere» in this API"}


def test_the_session_of_a_browser_counts_for_nothing(articles, claim):
    browser = signed_in(Role.REVIEWER)
    assert browser.get("/api/claims").json()["items"][0]["profile"] == "public"
    answer = browser.post(f"/api/claims/{claim.key}/decisions", '{"action": "accept"}', content_type="application/json")
    assert answer.status_code == 401


def test_a_closed_observatory_asks_for_a_token(articles, settings):
    settings.READERS = "people"
    Program(None).get("/api/documents", 401)
    assert Program(Role.ANALYST).get("/api/documents")["total"] == 3


def test_the_rate_is_limited(articles, monkeypatch):
    monkeypatch.setattr(access, "WITHOUT", 2)
    for _ in range(2):
        Program(None).get("/api/documents")
    answer = Client().get("/api/documents")
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 60


def test_pages_follow_one_another(tmp_path, reviewer):
    take(write_lines(tmp_path / "b.jsonl", many(7)))
    seen, path = [], "/api/documents?size=3"
    while path:
        answer = reviewer.get(path)
        seen += [item["key"] for item in answer["items"]]
        path = answer["next"]
    assert len(seen) == len(set(seen)) == 10


def test_what_makes_no_sense_is_refused(reviewer):
    reviewer.get("/api/claims?from=yesterday", 422)
    reviewer.get("/api/claims?type=storm", 422)
    reviewer.get("/api/changes?after=x", 422)


def test_a_decision_by_a_program(reviewer, claim):
    path = f"/api/claims/{claim.key}/decisions"
    made = reviewer.post(path, action="correct", field="status", value="denied", reason="the text denies it")
    assert (made["person"], made["old"], made["new"]) == ("reviewer", "happened", "denied")
    reviewer.post(path, 422, action="correct", field="actors", value="لا أحد هنا")
    reviewer.post(path, 422, action="note")
    reviewer.post(path, 422, action="merge")
    accept(claim, "sami", "")
    assert "sami" in reviewer.post(path, 409, action="reject", seen=made["number"])["detail"]
    assert reviewer.post(path, action="note", value="انظر")["action"] == "note"
    undone = reviewer.post(f"/api/decisions/{made['number']}/undo", reason="no")
    assert undone["undoes"] == made["number"]
    reviewer.post(f"/api/decisions/{made['number']}/undo", 409)
    reviewer.post("/api/decisions/999999/undo", 404)
    assert [row["action"] for row in reviewer.get(f"/api/decisions?claim={claim.key}")["items"]] == [
        "undo",
        "note",
        "accept",
        "correct",
    ]


@pytest.mark.parametrize(("role", "scopes"), [(Role.ANALYST, list(Scope)), (Role.REVIEWER, [Scope.READ])])
def test_who_may_not_decide(claim, role, scopes):
    Program(role, *scopes).post(f"/api/claims/{claim.key}/decisions", 403, action="accept")
    assert not Decision.objects.exists()


def test_the_feed_tells_what_changed_since(reviewer, claim):
    before = reviewer.get("/api/changes")
    assert [item["kind"] for item in before["items"]] == ["reading"] * 3
    moment = datetime.now(UTC).isoformat().replace("+", "%2B")
    reviewer.post(f"/api/claims/{claim.key}/decisions", action="correct", field="type", value="attack", reason="why")
    for asked in (f"since={moment}", f"after={before['after']}"):
        [item] = reviewer.get(f"/api/changes?{asked}")["items"]
        assert (item["claim"], item["old"], item["new"], item["reason"]) == (claim.key, "shelling", "attack", "why")
    later = (datetime.now(UTC) + timedelta(minutes=1)).isoformat().replace("+", "%2B")
    nothing = reviewer.get(f"/api/changes?since={later}")
    assert nothing["items"] == []
    assert reviewer.get(f"/api/changes?after={nothing['after']}")["items"] == []


def test_the_feed_comes_in_pieces(reviewer, claim):
    for _ in range(3):
        accept(claim, "sami", "")
    seen, answer = [], reviewer.get("/api/changes?limit=2")
    seen += answer["items"]
    while answer["more"]:
        answer = reviewer.get(f"/api/changes?limit=2&after={answer['after']}")
        seen += answer["items"]
    assert len(seen) == 6


def test_the_public_is_told_that_a_claim_changed_and_not_what_was_said(claim):
    reject(claim, "sami", "a secret reason")
    note(claim, "sami", "a secret note")
    program = Program(None)
    told = [item for item in program.get("/api/changes")["items"] if item["kind"] == "decision"]
    assert [(item["action"], item["reason"], item["person"], item["old"]) for item in told] == [
        ("reject", None, None, None)
    ]
    assert told[0]["claim"].startswith("claim-")


def test_other_peoples_projects_are_not_there(reviewer, claim):
    number = accept(claim, "sami", "").pk
    Project.objects.create(name="closed").documents.add(Document.objects.get(pk=claim.document_id))
    reviewer.get(f"/api/claims/{claim.key}", 404)
    reviewer.post(f"/api/claims/{claim.key}/decisions", 404, action="accept")
    reviewer.post(f"/api/decisions/{number}/undo", 404)
    assert reviewer.get("/api/decisions")["items"] == []
    assert claim.document.key not in json.dumps(reviewer.get("/api/changes"))


def test_what_is_read_is_written_down(reviewer):
    reviewer.get("/api/claims?type=shelling")
    line = Export.objects.get()
    assert (line.person, line.format, line.profile) == ("reviewer", "api", "internal")
    assert line.token.startswith("hudna_")


@pytest.mark.parametrize("path", ["/api/documents", "/api/claims", "/api/changes", "/api/decisions"])
def test_a_list_of_any_length_asks_the_same_number_of_questions(tmp_path, reviewer, claim, path):
    def questions() -> int:
        reviewer.get(path)
        with CaptureQueriesContext(connection) as asked:
            reviewer.get(path)
        return len(asked)

    accept(claim, "sami", "")
    before = questions()
    take(write_lines(tmp_path / "b.jsonl", many(8)))
    accept(claim, "sami", "")
    assert questions() == before <= 20
