"""Decisions are rows that nothing changes; the state of a claim follows from them."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from observatory.records.models import Claim
from observatory.review import decide
from observatory.review.corrections import CorrectionError
from observatory.review.models import Decision, DecisionsAreFinalError
from tests.observatory.texts import RAID, SHELLING, article, take, write_lines

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def shelling(tmp_path) -> Claim:
    """A claim of the record."""
    take(write_lines(tmp_path / "articles.jsonl", [article(SHELLING), article(RAID)]))
    return decide.find_claim(Claim.objects.get(type="shelling").key)


def fresh(claim: Claim) -> Claim:
    """The claim as the record holds it now."""
    return decide.find_claim(claim.key)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE review_decision SET reason = 'other'",
        "DELETE FROM review_decision",
        "UPDATE review_decision SET id = id + 100",
    ],
)
def test_the_database_refuses_to_change_or_delete_a_decision(shelling, statement):
    decide.accept(shelling, "Rana", "checked")
    with (
        pytest.raises(DatabaseError, match="never changed or deleted"),
        transaction.atomic(),
        connection.cursor() as row,
    ):
        row.execute(statement)
    assert Decision.objects.get().reason == "checked"


def test_the_database_refuses_to_empty_or_overwrite_the_table(shelling):
    decision = decide.accept(shelling, "Rana", "checked")
    columns = "id, made_at, person, action, target_kind, target_key, reason"
    replace = f"INSERT OR REPLACE INTO review_decision ({columns}) SELECT {columns} FROM review_decision"
    statement = {"sqlite": replace, "postgresql": "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE review_decision CASCADE"}[
        connection.vendor
    ]
    with (
        pytest.raises(DatabaseError, match="never changed or deleted"),
        transaction.atomic(),
        connection.cursor() as row,
    ):
        row.execute(statement)
    assert Decision.objects.get().pk == decision.pk


def test_the_application_refuses_it_too(shelling):
    decision = decide.accept(shelling, "Rana", "checked")
    for change in (
        decision.save,
        decision.delete,
        Decision.objects.all().delete,
        lambda: Decision.objects.update(reason="other"),
    ):
        with pytest.raises(DecisionsAreFinalError):
            change()


def test_accept_reject_and_undo_set_the_state(shelling):
    decide.accept(shelling, "Rana", "")
    assert fresh(shelling).review == "accepted"
    rejection = decide.reject(shelling, "Sami", "an old report")
    assert fresh(shelling).review == "rejected"
    undoing = decide.undo(rejection.pk, "Rana", "it is new")
    assert fresh(shelling).review == "accepted"
    decide.undo(undoing.pk, "Sami", "no, it is old")
    assert fresh(shelling).review == "rejected"
    assert [row.action for row in decide.history(shelling.key)] == ["accept", "reject", "undo", "undo"]


def test_a_decision_is_undone_once(shelling):
    decision = decide.accept(shelling, "Rana", "")
    decide.undo(decision.pk, "Rana", "")
    with pytest.raises(decide.DecisionError, match="undone already"):
        decide.undo(decision.pk, "Rana", "")


def test_a_correction_changes_columns_and_rows_and_leaves_what_was_read(shelling):
    decide.correct(shelling, "type", "air_strike", "Rana", "aircraft are told further on")
    decide.correct(shelling, "counts", '[{"what": "killed", "value": 3, "surface": "ثلاثة مدنيين"}]', "Rana", "")
    claim = fresh(shelling)
    assert (claim.type, claim.review) == ("air_strike", "corrected")
    assert [(count.what, count.value) for count in claim.counts.all()] == [("killed", 3)]
    assert claim.body.standing["neutral"]["en"] == "air strike"
    assert claim.body.read["type"] == "shelling"
    assert len(claim.body.read["counts"]) == 2


def test_an_undone_correction_gives_the_read_value_back(shelling):
    decision = decide.correct(shelling, "type", "attack", "Rana", "")
    assert (decision.old, decision.new) == ("shelling", "attack")
    decide.undo(decision.pk, "Rana", "")
    claim = fresh(shelling)
    assert (claim.type, claim.review, claim.body.standing) == ("shelling", "unreviewed", None)


def test_a_corrected_actor_points_at_the_text_and_has_its_side(shelling):
    decide.correct(shelling, "actors", "الدفاع المدني السوري", "Rana", "")
    actor = fresh(shelling).parties.get(role="actor")
    assert actor.entry == "sy.civil_defence"
    read = fresh(shelling).body.standing["actors"][0]
    assert SHELLING[read["start"] : read["end"]] == "الدفاع المدني السوري"


def test_a_corrected_place_has_its_point(shelling):
    decide.correct(shelling, "places", "ريف إدلب", "Rana", "")
    claim = fresh(shelling)
    assert (claim.country, claim.admin1, claim.latitude is not None) == ("SY", "iso:SY-ID", True)


def test_a_corrected_day_needs_the_words_that_tell_it(shelling):
    decide.correct(shelling, "when", "2021-03-02 أمس", "Rana", "")
    assert fresh(shelling).from_day.isoformat() == "2021-03-02"
    with pytest.raises(CorrectionError, match="does not hold"):
        decide.correct(shelling, "when", "2021-03-02 الخميس", "Rana", "")


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("type", "earthquake", "is none of"),
        ("status", "maybe", "is none of"),
        ("actors", "الجيش الأزرق", "does not hold"),
        ("actors", "[{", "no valid JSON"),
        ("counts", '[{"what": "killed", "surface": "ثلاثة مدنيين", "value": "3"}]', "has a number"),
        ("counts", '[{"surface": "ثلاثة مدنيين"}]', "does not fit"),
        ("when", "yesterday أمس", "YYYY-MM-DD"),
        ("evidence", '{"start": 5, "end": 100000}', "no stretch"),
        ("trigger", "قصفت", "no field"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_the_reason(shelling, field, value, problem):
    with pytest.raises(CorrectionError, match=problem):
        decide.correct(shelling, field, value, "Rana", "")
    assert not Decision.objects.exists()
    assert fresh(shelling).review == "unreviewed"


def test_a_note_changes_nothing_else(shelling):
    decide.note(shelling, "Rana", "ask the correspondent")
    assert (fresh(shelling).review, fresh(shelling).note) == ("unreviewed", "ask the correspondent")


def test_merge_and_split_are_in_the_history_of_every_claim_they_name(shelling):
    raid = decide.find_claim(Claim.objects.get(type="air_strike").key)
    merged = decide.merge([shelling, raid], "Rana", "one battle")
    assert [row.pk for row in decide.history(raid.key)] == [merged.pk]
    assert [row.new["claims"] for row in decide.joins()] == [[shelling.key, raid.key]]
    decide.undo(merged.pk, "Rana", "two after all")
    parted = decide.split([shelling], [raid], "Rana", "two towns")
    assert [row.pk for row in decide.joins()] == [parted.pk]
    assert len(decide.history(raid.key)) == 3


def test_a_decision_needs_a_person(shelling):
    with pytest.raises(decide.DecisionError, match="name of the person"):
        decide.accept(shelling, "  ", "")


def test_a_claim_is_found_by_the_first_characters_of_its_key(shelling):
    assert decide.find_claim(shelling.key[:8]).pk == shelling.pk
    with pytest.raises(decide.DecisionError, match="too short"):
        decide.find_claim("ab")
    with pytest.raises(decide.DecisionError, match="key of no claim"):
        decide.find_claim("000000000000")
