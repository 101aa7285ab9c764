"""A newer reader adds readings; decisions stay with their claims, and those that lose theirs are listed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from observatory.records import prepare as preparing
from observatory.records.models import Claim, Reading
from observatory.records.prepare import Prepared, Text, Unread
from observatory.records.reread import Change, RereadSummary, reread
from observatory.review import decide
from tests.observatory.texts import RAID, SHELLING, article, take, write_lines

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def record(tmp_path) -> None:
    """Two documents of the record."""
    take(write_lines(tmp_path / "articles.jsonl", [article(SHELLING), article(RAID)]))


class NewerReader:
    """The reader of today with a later version, whose claims are changed by a function."""

    def __init__(self, monkeypatch, change=lambda claims: claims, version="9.0") -> None:
        monkeypatch.setattr("observatory.records.reread.reader_version", lambda: (version, "newer"))
        self.change, self.version = change, version

    def __call__(self, texts: list[Text]) -> Iterator[Prepared | Unread]:
        for text in texts:
            read = preparing.prepare(text)
            assert isinstance(read, Prepared)
            claims = self.change(read.claims)
            yield Prepared(text.key, claims, read.findings, self.version, "newer", read.normal, read.signature)


def run(readers: Any, dry_run: bool = False) -> tuple[RereadSummary, list[Change]]:
    """What reading anew does, and what it reports."""
    changes: list[Change] = []
    summary = reread(readers, changes.append, lambda number: None, dry_run)
    return summary, changes


def only(claims, kind: str, **fields):
    """The claims, those of one type with other fields."""
    return [{**claim, **fields} if claim["type"] == kind else claim for claim in claims]


def without(claims, kind: str):
    """The claims but those of one type."""
    return [claim for claim in claims if claim["type"] != kind]


def shelling() -> Claim:
    """The claim that the tests change."""
    return decide.find_claim(Claim.objects.get(type="shelling", current=True).key)


def test_a_newer_reading_is_added_and_the_older_one_stays(record, monkeypatch):
    before = shelling().key
    summary, changes = run(NewerReader(monkeypatch))
    assert (summary.documents, summary.unchanged, changes) == (2, 2, [])
    assert Reading.objects.count() == 4
    assert Reading.objects.filter(current=True, engine="9.0").count() == 2
    assert shelling().key == before
    assert run(NewerReader(monkeypatch))[0].documents == 0


def test_a_dry_run_tells_the_changes_and_writes_nothing(record, monkeypatch):
    reader = NewerReader(monkeypatch, lambda claims: only(claims, "shelling", status="possible"))
    _, changes = run(reader, dry_run=True)
    assert [(change.kind, change.fields) for change in changes] == [("changed", {"status": ("happened", "possible")})]
    assert Reading.objects.count() == 2


def test_new_gone_and_changed_claims_are_told_one_by_one(record, monkeypatch):
    summary, changes = run(NewerReader(monkeypatch, lambda claims: without(claims, "shelling")))
    assert [(change.kind, change.type) for change in changes] == [("gone", "shelling")]
    assert (summary.gone, summary.new, summary.changed) == (1, 0, 0)
    _, changes = run(NewerReader(monkeypatch, version="9.1"))
    assert [(change.kind, change.type) for change in changes] == [("new", "shelling")]


def test_decisions_that_still_apply_hold_for_the_new_reading(record, monkeypatch):
    decide.correct(shelling(), "status", "denied", "Rana", "the army denies it")
    decide.note(shelling(), "Rana", "look again")
    run(NewerReader(monkeypatch, lambda claims: only(claims, "shelling", also=[])))
    claim = shelling()
    assert claim.reading.engine == "9.0"
    assert (claim.status, claim.review, claim.note) == ("denied", "corrected", "look again")
    assert decide.lost() == []


def test_decisions_whose_claim_is_read_no_more_are_listed_and_kept(record, monkeypatch):
    decision = decide.accept(shelling(), "Rana", "")
    _, changes = run(NewerReader(monkeypatch, lambda claims: without(claims, "shelling")))
    assert changes[0].decided
    (lost,) = decide.lost()
    assert lost == (decision, decision.target_key)
    assert lost[0].about[lost[1]]["trigger"]["text"] == "قصفت"
    run(NewerReader(monkeypatch, version="9.1"))
    assert decide.lost() == []
    assert shelling().review == "accepted"


def test_a_claim_keeps_its_decisions_when_the_reader_comes_to_the_corrected_type(record, monkeypatch):
    decide.correct(shelling(), "type", "attack", "Rana", "")
    key = Claim.objects.get(type="attack").key
    run(NewerReader(monkeypatch, lambda claims: only(claims, "shelling", type="attack")))
    assert decide.find_claim(key).reading.engine == "9.0"
    assert decide.lost() == []


def test_a_claim_keeps_its_decisions_when_its_trigger_takes_in_more(record, monkeypatch):
    decide.reject(shelling(), "Rana", "")
    key = shelling().key
    longer = {"text": "قصفت قوات", "start": 0, "end": 9}
    run(NewerReader(monkeypatch, lambda claims: only(claims, "shelling", trigger=longer)))
    assert decide.find_claim(key).review == "rejected"
    assert decide.lost() == []


def test_going_back_to_an_earlier_lexicon_makes_its_reading_current_again(record, monkeypatch):
    old = Reading.objects.first()
    run(NewerReader(monkeypatch, lambda claims: without(claims, "shelling")))
    monkeypatch.setattr("observatory.records.reread.reader_version", lambda: (old.engine, old.lexicon))
    summary, _ = run(lambda texts: map(preparing.prepare, texts))
    assert summary.documents == 2
    assert Reading.objects.count() == 4
    assert shelling().reading.engine == old.engine
