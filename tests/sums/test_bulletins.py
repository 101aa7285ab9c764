"""Whole bulletins through the whole reader: who counted how many, where, and whether the figures fit each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from hudna import read
from hudna.records import Claim, Count, Reading

BULLETINS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "data" / "bulletins.yaml").read_text(encoding="utf-8")
)


def tallies_of(reading: Reading) -> list[tuple[Claim, Count]]:
    """Every figure of violations of a reading with its claim."""
    return [(claim, count) for claim in reading.claims for count in claim.counts if count.what == "violations"]


def is_told(tally: dict[str, Any], claim: Claim, count: Count) -> bool:
    """Whether a figure is the expected one, with its parts and its speaker."""
    if claim.speaker is None or tally["speaker"] is None:
        spoken = claim.speaker is None and tally["speaker"] is None
    else:
        spoken = claim.speaker.span.text.startswith(tally["speaker"])
    parts = [(part.name, part.value) for part in count.parts]
    return spoken and count.value == tally["total"] and parts == list(tally.get("parts", {}).items())


@pytest.mark.parametrize("bulletin", BULLETINS, ids=[bulletin["id"] for bulletin in BULLETINS])
def test_tallies_parts_speakers_and_verdicts(bulletin: dict[str, Any]) -> None:
    reading = read(bulletin["text"])
    left = tallies_of(reading)
    for tally in bulletin["tallies"]:
        found = next((pair for pair in left if is_told(tally, *pair)), None)
        assert found is not None, (tally, [(c.speaker and c.speaker.span.text, k.value, k.parts) for c, k in left])
        left.remove(found)
        claim, count = found
        assert claim.type == "ceasefire_violation"
        assert claim.status == tally.get("status", "denied" if count.value == 0 else "happened")
        surfaces = [place.span.text for place in claim.places]
        for part in count.parts:
            if part.by == "place":
                last = part.name.split()[-1]
                assert any(surface in part.name or last in surface for surface in surfaces), part.name
    assert left == []
    assert sorted(finding.code for finding in reading.findings) == sorted(bulletin["findings"])


def test_spans_of_tallies_verify_themselves() -> None:
    for bulletin in BULLETINS:
        for claim, count in tallies_of(read(bulletin["text"])):
            for span in (claim.trigger, claim.evidence, count.span, *(part.span for part in count.parts)):
                span.verify(bulletin["text"])


def test_side_speaks_and_the_ministry_relays() -> None:
    reading = read("أعلنت وزارة الدفاع الروسية أن الجانب التركي رصد 6 خروقات للهدنة في محافظتي حلب (4) وإدلب (2).")
    ((claim, _),) = tallies_of(reading)
    assert claim.speaker is not None
    assert claim.speaker.chain == ("الجانب التركي", "وزارة الدفاع الروسية")


def test_title_goes_into_also_of_the_text() -> None:
    text = "رصد 9 خروقات للهدنة في سوريا\nأعلن مركز المراقبة تسجيل 9 خروقات لوقف إطلاق النار، 5 في حلب و4 في حماة."
    ((claim, count),) = tallies_of(read(text))
    assert claim.trigger.start > text.index("\n")
    assert [span.text for span in claim.also] == ["رصد 9 خروقات للهدنة في سوريا"]
    assert [(part.name, part.value) for part in count.parts] == [("حلب", 5), ("حماة", 4)]


def test_two_breakdowns_of_one_total_are_two_counts_of_one_claim() -> None:
    text = (
        "سجلت غرفة الرصد 12 خرقا لوقف إطلاق النار: 7 بقصف مدفعي و5 بإطلاق نار. "
        "وتوزعت الخروقات كالآتي: 8 في تعز و4 في مأرب."
    )
    pairs = tallies_of(read(text))
    assert len({id(claim) for claim, _ in pairs}) == 1
    assert [[part.by for part in count.parts] for _, count in pairs] == [["kind", "kind"], ["place", "place"]]


def test_cases_are_no_breaches_where_no_truce_is_spoken_of() -> None:
    text = "نفذت القوات خمس عمليات مداهمة، ثلاث منها في الأنبار واثنتان في ديالى."
    assert all(claim.type != "ceasefire_violation" for claim in read(text).claims)


def test_munitions_stay_beside_the_tally() -> None:
    text = "رصدت الغرفة 60 خرقا للهدنة، بينها 20 خرقا بقصف مدفعي بأكثر من 90 قذيفة و30 خرقا بالأعيرة النارية."
    pairs = tallies_of(read(text))
    assert [count.value for _, count in pairs] == [60]
    assert [part.value for part in pairs[0][1].parts] == [20, 30]
