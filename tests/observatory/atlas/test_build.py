"""Incidents as they are kept: made of claims and decisions, anew at any time, never twice."""

from __future__ import annotations

from datetime import date

import pytest

from observatory.atlas import build
from observatory.atlas.kept import incidents
from observatory.atlas.models import CrossFinding, Incident, Member, Violations
from observatory.records.models import Claim
from observatory.records.query import Query
from observatory.review import decide
from observatory.review.models import Decision
from tests.observatory.texts import article, many, take, write_lines

pytestmark = pytest.mark.usefixtures("record")


def groups() -> set[frozenset[str]]:
    """The claims that stand together."""
    found: dict[int, set[str]] = {}
    for key, number in Member.objects.values_list("claim_key", "incident"):
        found.setdefault(number, set()).add(key)
    return {frozenset(keys) for keys in found.values()}


def test_a_shelling_told_in_three_documents_is_one_incident_with_its_figures(shelled):
    assert (shelled.first_day, shelled.last_day) == (date(2021, 3, 3), date(2021, 3, 3))
    assert (shelled.precision, shelled.admin1, shelled.country) == ("town", "iso:SY-ID", "SY")
    assert (shelled.killed_low, shelled.killed_best, shelled.killed_high) == (4, 4, 6)
    assert (shelled.documents, shelled.sources, shelled.disputed, shelled.unreviewed) == (3, 2, True, 3)
    assert shelled.open_day == date(2021, 3, 4)


def test_kept_incidents_are_those_that_the_claims_make(tmp_path):
    take(write_lines(tmp_path / "many.jsonl", many(12)))
    build.refresh()
    made = {frozenset(claim.key for claim in incident.claims) for incident in incidents(Query())}
    assert groups() == made
    assert Member.objects.count() == Claim.objects.filter(current=True).count()


def test_made_anew_nothing_changes():
    before = dict(Incident.objects.values_list("key", "killed_high"))
    members, tallies = groups(), Violations.objects.count()
    build.rebuild()
    build.rebuild(date(2021, 3, 4), date(2021, 3, 4))
    assert dict(Incident.objects.values_list("key", "killed_high")) == before
    assert (groups(), Violations.objects.count()) == (members, tallies)


def test_refreshing_what_is_up_to_date_does_nothing():
    assert build.refresh() == build.Summary()


def test_a_later_telling_joins_the_incident_and_keeps_its_key(shelled, tmp_path):
    later = (
        "قال الدفاع المدني السوري إن سبعة مدنيين قُتلوا يوم الأربعاء 3 آذار/مارس 2021 في قصف مدفعي لقوات النظام على "
        "بلدة كفرنبل في ريف إدلب."
    )
    take(write_lines(tmp_path / "later.jsonl", [article(later, id="last", published="2021-03-06")]))
    build.refresh()
    assert Incident.objects.get(type="shelling", place="كفرنبل").key == shelled.key
    assert Incident.objects.get(key=shelled.key).killed_high == 7


def test_a_rejected_claim_leaves_its_incident(shelled, django_capture_on_commit_callbacks):
    claim = Claim.objects.get(document__external_id="other", type="shelling")
    with django_capture_on_commit_callbacks(execute=True):
        decide.reject(claim, "Rana", "misread")
    kept = Incident.objects.get(key=shelled.key)
    assert (kept.documents, kept.killed_high, kept.unreviewed) == (2, 4, 2)
    assert not Member.objects.filter(claim_key=claim.key).exists()
    with django_capture_on_commit_callbacks(execute=True):
        decide.undo(Decision.objects.latest("pk").pk, "Rana", "it was right")
    assert Incident.objects.get(key=shelled.key).documents == 3


def test_an_accepted_claim_waits_no_more(shelled, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        decide.accept(Claim.objects.get(document__external_id="first", type="shelling"), "Rana", "right")
    assert Incident.objects.get(key=shelled.key).unreviewed == 2


def test_a_claim_that_is_no_longer_read_leaves_its_incident(shelled):
    Claim.objects.filter(document__external_id="other").update(current=False)
    build.refresh()
    assert Incident.objects.get(key=shelled.key).documents == 2


def test_a_corrected_day_moves_a_claim_to_another_incident(shelled, django_capture_on_commit_callbacks):
    claim = Claim.objects.select_related("document", "body").get(document__external_id="other", type="shelling")
    with django_capture_on_commit_callbacks(execute=True):
        decide.correct(claim, "when", "2021-01-05", "Rana", "another day")
    assert Incident.objects.get(key=shelled.key).documents == 2
    assert Member.objects.get(claim_key=claim.key).incident.first_day == date(2021, 1, 5)


def test_claims_without_a_day_stand_alone(tmp_path):
    undated = {"text": "قصفت مدفعية الجيش السوري بلدة سراقب في ريف إدلب.", "outlet": "صحيفة الوادي"}
    take(write_lines(tmp_path / "undated.jsonl", [undated]))
    build.refresh()
    assert Member.objects.filter(claim__from_day=None).count() == Claim.objects.filter(from_day=None).count() > 0
    assert build.refresh() == build.Summary()


def test_tallies_of_violations_are_kept_by_day_and_source():
    told = set(Violations.objects.values_list("day", "source", "value"))
    assert told == {(date(2021, 3, 6), "monitor.russian_side", 7), (date(2021, 3, 6), "monitor.turkish_side", 4)}


def test_findings_across_documents_are_kept_until_all_their_claims_are_decided(
    tmp_path, django_capture_on_commit_callbacks
):
    text = (
        "سجل الجانب الروسي {0} خروقات للهدنة في سوريا منذ بدء الهدنة في 1 آذار/مارس 2021، "
        "ليرتفع العدد الإجمالي إلى {1} خرقا."
    )
    falls = [
        article(text.format(3, 90), id="before", published="2021-03-10"),
        article(text.format(4, 60), id="after", published="2021-03-11"),
    ]
    take(write_lines(tmp_path / "totals.jsonl", falls))
    build.refresh()
    finding = CrossFinding.objects.filter(code="running_total_falls").first()
    assert finding is not None and finding.open
    for key in finding.claims:
        with django_capture_on_commit_callbacks(execute=True):
            decide.accept(Claim.objects.get(key=key, current=True), "Rana", "as it stands")
    finding.refresh_from_db()
    assert not finding.open
