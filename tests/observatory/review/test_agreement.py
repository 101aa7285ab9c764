"""Agreement of reviewers, and a reviewer's gold."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from observatory.people.models import Export
from observatory.people.roles import Role
from observatory.records.models import Claim
from observatory.review.agreement import kappa
from observatory.review.decide import accept, correct, reject, undo
from tests.observatory.people.people import signed_in
from tests.observatory.texts import SHELLING, article, many, take, write_lines

pytestmark = pytest.mark.usefixtures("db")


def test_kappa_as_cohen_reckons_it():
    values = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert kappa(values) == pytest.approx(0.4)


def test_kappa_says_nothing_of_one_value_or_of_none():
    assert kappa([("a", "a")] * 5) is None
    assert kappa([]) is None


@pytest.fixture
def claims(tmp_path) -> list[Claim]:
    take(write_lines(tmp_path / "a.jsonl", many(4)))
    return list(Claim.objects.order_by("pk")[:4])


def agreement(client) -> dict[str, dict]:
    rows = client.get("/review/agreement/?format=json").json()
    return {row["field"]: row for row in rows}


def test_who_accepts_agrees_with_what_stood_then(claims):
    for claim in claims:
        accept(claim, "rana", "")
    correct(claims[0], "type", "attack", "rana", "")
    accept(claims[0], "sami", "")
    correct(claims[1], "type", "killing", "sami", "")
    reject(claims[2], "sami", "")
    found = agreement(signed_in(Role.ANALYST))
    assert (found["type"]["claims"], found["type"]["same"]) == (3, 2)
    assert (found["verdict"]["same"], found["actors"]["same"]) == (2, 3)
    assert (found["type"]["first"], found["type"]["second"]) == ("rana", "sami")


def test_what_is_undone_counts_for_nothing(claims):
    accept(claims[0], "rana", "")
    decision = reject(claims[0], "sami", "")
    undo(decision.pk, "sami", "")
    assert agreement(signed_in(Role.ANALYST)) == {}


def test_the_page_tells_it_in_both_languages(claims):
    client = signed_in(Role.REVIEWER)
    assert "No two reviewers" in client.get("/review/agreement/?lang=en").content.decode()
    accept(claims[0], "rana", "")
    accept(claims[0], "sami", "")
    assert "100%" in client.get("/review/agreement/?lang=en").content.decode()
    assert "كابا" in client.get("/review/agreement/?lang=ar").content.decode()


def test_only_administrators_choose_types_for_two(claims):
    assert signed_in(Role.REVIEWER).post("/review/agreement/second/", {"type": ["shelling"]}).status_code == 403
    accept(claims[0], "rana", "")
    administrator = signed_in(Role.ADMINISTRATOR, "admin")
    administrator.post("/review/agreement/second/", {"type": [claims[0].type, "storm"]})
    assert claims[0].key in {row["key"] for row in administrator.get("/review/?format=json&stage=second").json()}


def test_gold_holds_the_documents_that_one_person_decided_to_their_end(tmp_path):
    take(write_lines(tmp_path / "a.jsonl", [article(SHELLING, id="one"), *many(1)]))
    client = signed_in(Role.REVIEWER)
    whole = list(Claim.objects.filter(document__external_id="one"))
    for claim in whole:
        accept(claim, "rana", "")
    correct(whole[0], "status", "denied", "rana", "")
    correct(whole[0], "status", "possible", "sami", "")
    accept(Claim.objects.exclude(document__external_id="one")[0], "rana", "")
    answer = client.get("/review/agreement/gold/")
    assert answer.headers["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        [name] = archive.namelist()
        gold = json.loads(archive.read(name))
    assert "denied" in {claim["status"] for claim in gold["claims"]}
    assert Export.objects.get().format == "gold"
    page = client.get("/review/agreement/gold/?person=amal&lang=en", follow=True).content.decode()
    assert "no document of which amal has decided" in page
