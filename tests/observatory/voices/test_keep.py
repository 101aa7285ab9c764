"""The kept figures follow readings, decisions and incidents, and are the same when they are made anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hudna.recorded import RecordedClaim
from observatory.atlas import build
from observatory.records.models import Claim
from observatory.records.recorded import recorded_of
from observatory.records.write import retire_readings
from observatory.review.decide import accept, correct, reject, undo
from observatory.voices import disagreements, follow, keep
from observatory.voices.check import voice_problems
from observatory.voices.models import Contradiction, Said, Term, Usage, Voice
from tests.observatory.texts import article, take, write_lines
from tests.observatory.voices.texts import SIX_DEAD, TWO_DEAD

pytestmark = pytest.mark.usefixtures("record")
TOWNS = ("سراقب", "بنش", "أريحا")
DEFENCE, MONITOR = "الدفاع المدني السوري", "المرصد السوري لحقوق الإنسان"


def kept() -> list[Any]:
    """Everything that is kept, without numbers of rows."""
    figures = ("key", "named", *keep.FIGURES, "disagreements", "named_disagreements", "last_day")
    quarrels = Contradiction.objects.order_by("voice__key", "other__key", "kind", "claim")
    usages = Usage.objects.order_by("voice__key", "term__topic", "term__form")
    return [
        list(Voice.objects.filter(claims__gt=0).order_by("key").values_list(*figures)),
        list(usages.values_list("voice__key", "term__form", "claims")),
        list(Term.objects.filter(claims__gt=0).order_by("topic", "form").values_list("form", "loaded", "claims")),
        list(quarrels.values_list("voice__key", "other__key", "kind", "own", "theirs", "day", "named")),
    ]


def made_anew() -> list[Any]:
    """Everything as it is when nothing was kept."""
    keep.rebuild()
    disagreements.rebuild()
    return kept()


def claim_of(external: str) -> Claim:
    found = Claim.objects.filter(document__external_id=external, current=True).select_related("document", "body")
    return found.order_by("position")[0]


def named(name: str) -> Voice:
    return Voice.objects.get(name=name)


def test_two_speakers_contradict_each_other_and_both_know_it():
    quarrel = Contradiction.objects.get(voice__name=DEFENCE, kind="figure")
    assert (quarrel.other.name, quarrel.own["value"], quarrel.theirs["value"]) == (MONITOR, 2, 6)
    assert {named(name).disagreements for name in (DEFENCE, MONITOR)} == {1}
    assert named("شبكة الفرات").disagreements == 0


def test_what_is_kept_is_what_is_made_anew():
    before = kept()
    assert before[3]
    assert made_anew() == before


def test_only_claims_of_incidents_that_several_voices_tell_are_read_anew(monkeypatch):
    asked: list[str] = []
    own = recorded_of

    def noting(keys: Iterable[str]) -> Iterator[RecordedClaim]:
        listed = list(keys)
        asked.extend(listed)
        return own(listed)

    monkeypatch.setattr(disagreements, "recorded_of", noting)
    before = kept()
    disagreements.rebuild()
    assert kept() == before
    read = Claim.objects.filter(key__in=asked, current=True)
    assert set(read.values_list("document__external_id", flat=True)) == {"two", "six"}


def test_disagreements_of_many_incidents_are_made_with_as_many_questions_as_of_one(tmp_path):
    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            disagreements.rebuild()
        return len(asked)

    of_one = questions()
    texts = [
        (text.replace("كفرنبل", town), name) for text, name in ((TWO_DEAD, "two"), (SIX_DEAD, "six")) for town in TOWNS
    ]
    lines = [
        article(text, id=f"{name}-{at}", url=f"https://news.example/{at}") for at, (text, name) in enumerate(texts)
    ]
    take(write_lines(tmp_path / "more.jsonl", lines))
    build.refresh()
    assert Contradiction.objects.values("incident").distinct().count() > len(TOWNS)
    assert questions() == of_one <= 20


@pytest.mark.parametrize("undone", [False, True])
def test_decisions_are_followed(undone, django_capture_on_commit_callbacks):
    before = kept()
    with django_capture_on_commit_callbacks(execute=True):
        decisions = [
            reject(claim_of("six"), "Rana", "no"),
            accept(claim_of("two"), "Rana", "yes"),
            correct(claim_of("loaded"), "status", "denied", "Rana", "denied"),
            correct(claim_of("private"), "speaker", "قوات النظام", "Rana", "another"),
        ]
    if undone:
        with django_capture_on_commit_callbacks(execute=True):
            for decision in reversed(decisions):
                undo(decision.pk, "Rana", "back")
        assert kept() == before
    else:
        rejected, accepted = named(MONITOR), named(DEFENCE)
        assert (rejected.claims, rejected.rejected, rejected.disagreements) == (0, 1, 0)
        assert (accepted.claims, accepted.decided, accepted.disagreements) == (1, 1, 0)
        assert named("شبكة الفرات").denied == 1
        assert named("المزارع سامر الحمداني").claims == 0
        assert Voice.objects.get(entry="sy.army").claims == 1
    assert made_anew() == kept()
    assert list(voice_problems()) == []


def test_readings_that_no_longer_stand_are_forgotten_and_found_again():
    before = kept()
    claim = claim_of("six")
    retire_readings([claim.document])
    follow.refresh()
    assert named(MONITOR).claims == 0
    assert named(DEFENCE).disagreements == 0
    Claim.objects.filter(document=claim.document).update(current=True)
    follow.refresh()
    assert kept() == before


def test_the_command_makes_everything_anew(hudna):
    before = kept()
    Contradiction.objects.all().delete()
    Voice.objects.all().delete()
    hudna("db", "index")
    assert kept() == before


def test_the_check_tells_what_does_not_fit():
    assert list(voice_problems()) == []
    Voice.objects.filter(name=DEFENCE).update(claims=5)
    Term.objects.filter(loaded=True).update(claims=9)
    Said.objects.filter(voice__name=MONITOR).update(status="denied")
    Said.objects.filter(voice__name="شبكة الفرات").delete()
    problems = list(voice_problems())
    assert len(problems) == 4
    assert all("hudna db index" in problem for problem in problems)
    made_anew()
    assert list(voice_problems()) == []
