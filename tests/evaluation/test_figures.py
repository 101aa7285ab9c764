"""The figures, against those that the codebook's reference scorer gives for the same gold and readings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hudna.evaluation import Evaluation, GoldDocument, Ratio, compare, evaluate
from hudna.evaluation.claim import ScoredClaim, claim_of

DATA = Path(__file__).parent / "data"
EXPECTED = json.loads((DATA / "expected.json").read_text("utf-8"))
TEXT = "قصفت المدفعية بلدة نوى مرتين. وأكد الأهالي قصف نوى. وانسحب المسلحون من طفس."


def claim(**fields) -> ScoredClaim:
    return claim_of({"type": "shelling", "trigger": "قصفت", "evidence": "قصفت المدفعية بلدة نوى مرتين", **fields})


def document(*claims: ScoredClaim) -> GoldDocument:
    return GoldDocument("one", TEXT, claims)


def measure(gold: list[ScoredClaim], read: list[ScoredClaim]) -> Evaluation:
    return compare([document(*gold)], {"one": tuple(read)})


def flat(figures: dict, path: str = "") -> dict[str, float]:
    """Every figure by its path of names."""
    found: dict[str, float] = {}
    for name, value in figures.items():
        found |= flat(value, f"{path}{name}.") if isinstance(value, dict) else {path + name: value}
    return found


@pytest.mark.parametrize("name", flat(EXPECTED))
def test_every_figure_agrees_with_the_reference(name: str, evaluation: Evaluation) -> None:
    assert flat(evaluation.to_dict())[name] == pytest.approx(flat(EXPECTED)[name], abs=0.0005)


def test_the_figures_have_the_reference_names(evaluation: Evaluation) -> None:
    assert set(flat(evaluation.to_dict())) == set(flat(EXPECTED))


def test_gold_read_as_itself_is_perfect(tmp_path: Path, gold: Path) -> None:
    readings = [file.read_text("utf-8") for file in sorted(gold.glob("*.json"))]
    file = tmp_path / "same.jsonl"
    file.write_text("\n".join(json.dumps(json.loads(text)) for text in readings), "utf-8")
    found = evaluate(gold, file)
    assert {name: ratio.f1 for name, ratio in found.rows.items()} == dict.fromkeys(found.rows, 1.0)
    assert (found.figures.status.value, found.figures.within_10_km.value) == (1.0, 1.0)
    assert found.errors == ()


def test_a_document_without_a_reading_counts_as_missed(gold: Path, tmp_path: Path) -> None:
    empty = tmp_path / "none.jsonl"
    empty.write_text("", "utf-8")
    assert evaluate(gold, empty).figures.claims == Ratio(0, 0, 10)


def test_a_reading_without_gold_counts_nowhere_but_is_named() -> None:
    found = compare([document()], {"other": (claim(),)})
    assert found.figures.claims == Ratio()
    assert found.without_gold == ("other",)


def test_another_type_at_the_same_words_counts_for_any_type_only() -> None:
    found = measure([claim()], [claim(type="attack")]).figures
    assert (found.claims, found.any_type) == (Ratio(0, 1, 1), Ratio(1, 0, 0))


def test_the_same_event_read_again_is_no_error() -> None:
    again = claim(trigger="قصف نوى", evidence="وأكد الأهالي قصف نوى")
    found = measure([claim(also=["وأكد الأهالي قصف نوى"])], [claim(), again])
    assert (found.figures.claims, found.figures.told_again) == (Ratio(1, 0, 0), 1)


def test_of_two_readings_the_one_with_more_right_slots_is_paired() -> None:
    rich = claim(actors=["المدفعية"], places=["بلدة نوى"])
    found = measure([rich], [claim(), rich]).figures
    assert (found.slots["actors"], found.slots["places"]) == (Ratio(1, 0, 0), Ratio(1, 0, 0))


def test_slots_of_missed_and_extra_claims_count() -> None:
    far = claim(trigger="وانسحب", evidence="وانسحب المسلحون من طفس", actors=["المسلحون"])
    found = measure([claim(actors=["المدفعية"])], [far]).figures
    assert found.slots["actors"] == Ratio(0, 1, 1)


def test_days_may_differ_by_one() -> None:
    def told(start: str, end: str) -> ScoredClaim:
        return claim(when={"surface": "أمس", "start": start, "end": end})

    gold = told("2020-05-05", "2020-05-06")
    assert measure([gold], [told("2020-05-06", "2020-05-06")]).figures.slots["when"] == Ratio(1, 0, 0)
    assert measure([gold], [told("2020-05-07", "2020-05-06")]).figures.slots["when"] == Ratio(0, 1, 1)


def test_a_vague_figure_is_no_item() -> None:
    vague = claim(counts=[{"what": "killed", "value": None, "qualifier": "vague"}])
    assert measure([vague], [claim()]).figures.slots["counts"] == Ratio()


def test_points_are_measured_in_kilometres() -> None:
    gold = claim(point=[32.88, 36.04])
    near, far = (
        claim(point=[32.88, 36.14]),
        claim(places=[{"surface": "نوى"}, {"surface": "نوى", "point": [33.1, 36.04]}]),
    )
    assert measure([gold], [near]).figures.within_10_km.right == 1
    found = measure([gold], [far]).figures
    assert (found.within_10_km.right, found.within_25_km.right, found.within_25_km.of) == (0, 1, 1)


@pytest.mark.parametrize(
    ("change", "whole"),
    [
        ({}, 1),
        ({"status": "denied"}, 0),
        ({"places": ["طفس", "بلدة نوى"]}, 0),
        ({"places": ["نوى", "طفس"]}, 1),
        ({"speaker": "الأهالي"}, 0),
    ],
)
def test_a_whole_claim_is_right_in_everything_and_in_its_first_place(change: dict, whole: int) -> None:
    gold = claim(places=["بلدة نوى"], actors=["المدفعية"])
    read = claim(**{"places": ["بلدة نوى"], "actors": ["المدفعية"]} | change)
    assert measure([gold], [read]).figures.whole.hits == whole
