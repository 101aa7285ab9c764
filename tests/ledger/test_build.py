"""What stands in the cells of a ledger, and what an empty cell says."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from hudna.ledger import OUTSIDE, WHOLE, build, parse, to_csv, to_json, to_table
from tests.ledger.test_definition import GOOD
from tests.recording import count, place, recorded

MAY_11, MAY_12, MAY_13 = (date(2021, 5, day) for day in (11, 12, 13))
TRUCE = parse(GOOD)
RUSSIA, TURKEY = "الجانب الروسي", "الجانب التركي"


def bulletin(key, speaker, number, words, day=MAY_11, parts=(), place_words=(), **more):
    broken_down = "".join(f" و{name} ({value})" for name, value in parts)
    text = f"سجل {speaker} {number} {words} في المنطقة{broken_down} خلال اليوم"
    counts = [count(text, "violations", number, str(number), words, parts=parts)]
    return recorded(
        key, "ceasefire_violation", text, trigger=words, day=day, published=more.pop("published", day),
        speaker=speaker, counts=counts, places=[place(text, name) for name in place_words], **more,
    )  # fmt: skip


def none_seen(key, speaker, day=MAY_11):
    text = f"لم يرصد {speaker} أي خرق للهدنة"
    return recorded(
        key, "ceasefire_violation", text, trigger="خرق", day=day, published=day, speaker=speaker, status="denied"
    )


def ledger(*claims, first=MAY_11, last=MAY_12):
    return build(TRUCE, claims, first, last)


def cell(found, day=MAY_11, zone=WHOLE, side="russia", unit=None):
    cells = [c for c in found.cells if (c.day, c.zone, c.side) == (day, zone, side) and unit in (None, c.unit)]
    assert len(cells) == 1
    return cells[0]


def test_a_stated_total_stands_beside_the_sum_of_its_parts_and_leads_to_its_claims():
    found = ledger(bulletin("a", TURKEY, 5, "خروقات", parts=[("إدلب", 4), ("درعا", 2)]))
    whole = cell(found, side="turkey")
    assert (whole.state, whole.value, whole.parts_sum, whole.difference) == ("counted", 5, 6, -1)
    assert whole.claims == ("a",)
    assert cell(found, zone="north", side="turkey").value == 4
    assert cell(found, zone="south", side="turkey").value == 2


def test_no_report_zone_not_named_and_zero_are_three_things():
    found = ledger(bulletin("a", RUSSIA, 4, "حالات إطلاق نار", parts=[("إدلب", 4)]), none_seen("b", TURKEY))
    assert cell(found, zone="south").state == "not_named"
    assert cell(found, day=MAY_12).state == "no_report"
    assert (cell(found, side="turkey").state, cell(found, side="turkey").value) == ("zero", 0)
    assert cell(found, side="turkey", zone="south").state == "zero"
    assert cell(found, zone="south").value is None and cell(found, day=MAY_12).value is None


def test_a_side_that_denies_its_own_breach_reports_no_zero():
    found = ledger(denial("a"))
    assert cell(found, side="turkey").state == "no_report"


def denial(key):
    text = f"نفى {TURKEY} خرق الهدنة"
    return recorded(key, "ceasefire_violation", text, trigger="خرق", day=MAY_11, speaker=TURKEY, status="denied")


def test_running_totals_stand_apart():
    text = f"أحصى {RUSSIA} 340 خرقا منذ بدء الهدنة"
    total = recorded(
        "t", "ceasefire_violation", text, trigger="خرقا", day=date(2021, 5, 1), last_day=MAY_11, published=MAY_11,
        speaker=RUSSIA, counts=[count(text, "violations", 340, "340", "خرقا")],
    )  # fmt: skip
    found = ledger(total, bulletin("a", RUSSIA, 4, "حالات إطلاق نار"))
    assert cell(found).value == 4
    (running,) = found.running
    assert (running.value, running.day, running.side, running.claims) == (340, MAY_11, "russia", ("t",))
    assert sum(each.total or 0 for each in found.totals if each.zone == WHOLE) == 4


def test_different_units_are_rows_of_their_own_and_sides_are_never_added():
    found = ledger(
        bulletin("a", RUSSIA, 4, "حالات إطلاق نار"),
        bulletin("b", RUSSIA, 9, "غارة"),
        bulletin("c", TURKEY, 7, "خروقات"),
    )
    assert {(c.unit, c.value) for c in found.cells if c.side == "russia" and c.value} == {
        ("case.firing", 4),
        ("raid", 9),
    }
    assert {(each.side, each.unit, each.total) for each in found.totals if each.total} == {
        ("russia", "case.firing", 4), ("russia", "raid", 9), ("turkey", "violation", 7),
    }  # fmt: skip


def test_a_total_over_days_without_any_figure_is_no_zero():
    found = ledger(bulletin("a", RUSSIA, 4, "حالات إطلاق نار", parts=[("إدلب", 4)]))
    (south,) = [each for each in found.totals if (each.side, each.zone) == ("russia", "south")]
    assert (south.total, south.days_without_report) == (None, 1)


def test_the_same_bulletin_in_many_outlets_counts_once_and_another_figure_is_kept():
    copies = [bulletin(f"c{at}", RUSSIA, 4, "حالات إطلاق نار") for at in range(3)]
    found = ledger(*copies, bulletin("d", RUSSIA, 6, "حالات إطلاق نار"))
    whole = cell(found)
    assert (whole.value, whole.claims) == (4, ("c0", "c1", "c2"))
    assert whole.otherwise == ((6, ("d",)),)


def test_places_of_one_zone_are_added_and_a_place_outside_is_shown():
    parts = [("سرمين", 2), ("سراقب", 3), ("اللاذقية", 1)]
    found = ledger(bulletin("a", RUSSIA, 6, "حالات إطلاق نار", parts=parts))
    assert cell(found, zone="north").value == 5
    assert cell(found, zone=OUTSIDE).value == 1


def test_a_tally_told_for_one_place_alone_belongs_to_its_zone():
    text = f"سجل {RUSSIA} 3 حالات إطلاق نار في إدلب"
    told = recorded(
        "a", "ceasefire_violation", text, trigger="حالات", day=MAY_11, published=MAY_11, speaker=RUSSIA,
        places=["إدلب"], counts=[count(text, "violations", 3, "3", "حالات إطلاق نار")],
    )  # fmt: skip
    found = ledger(told)
    assert cell(found, zone="north").value == 3
    assert cell(found).state == "not_named"


def test_a_window_of_hours_is_one_day_and_a_window_of_days_covers_those_before():
    text = f"سجل {RUSSIA} 4 حالات إطلاق نار خلال الساعات الـ24 الماضية"

    def told(first, words):
        return recorded(
            "a", "ceasefire_violation", text, trigger="حالات", day=first, last_day=MAY_12, day_words=words,
            published=MAY_12, speaker=RUSSIA, counts=[count(text, "violations", 4, "4", "حالات إطلاق نار")],
        )  # fmt: skip

    one_day = ledger(told(MAY_11, "خلال الساعات الـ24 الماضية"))
    assert cell(one_day, day=MAY_12).value == 4 and cell(one_day).state == "no_report"
    two_days = ledger(told(MAY_11, "خلال"))
    assert cell(two_days, day=MAY_12).covers_from == MAY_11 and cell(two_days).state == "within"


def test_breaches_without_a_figure_and_tallies_of_others():
    text = f"قال {RUSSIA} إن خروقات وقعت"
    vague = recorded("a", "ceasefire_violation", text, trigger="خروقات", day=MAY_11, published=MAY_11, speaker=RUSSIA)
    found = ledger(vague, bulletin("b", "المرصد السوري", 12, "خروقات"))
    assert (cell(found).state, cell(found).value, cell(found).claims) == ("unquantified", None, ("a",))
    assert found.unassigned == {"المرصد السوري": ("b",)}


def test_rejected_claims_and_days_outside_are_left_out():
    found = ledger(
        bulletin("a", RUSSIA, 4, "حالات إطلاق نار", review="rejected"),
        bulletin("b", RUSSIA, 4, "حالات إطلاق نار", day=MAY_13),
    )
    assert {c.state for c in found.cells} == {"no_report"}
    outside = build(TRUCE, [], date(2021, 1, 1), date(2022, 1, 1))
    assert (outside.first, outside.last) == (TRUCE.first, TRUCE.last)


@pytest.fixture
def shown():
    return ledger(bulletin("a", TURKEY, 5, "خروقات", parts=[("إدلب", 4), ("درعا", 2)]), none_seen("b", RUSSIA, MAY_12))


def test_csv_has_a_row_a_cell_and_empty_values_with_their_reason(shown):
    rows = list(csv.DictReader(io.StringIO(to_csv(shown))))
    assert len(rows) == len(shown.cells)
    by_cell = {(row["day"], row["side"], row["zone"]): row for row in rows}
    stated = by_cell["2021-05-11", "turkey", WHOLE]
    assert (stated["value"], stated["sum_of_parts"], stated["difference"], stated["claims"]) == ("5", "6", "-1", "a")
    empty = by_cell["2021-05-12", "turkey", WHOLE]
    assert (empty["value"], empty["state"]) == ("", "no_report")
    zero = by_cell["2021-05-12", "russia", "north"]
    assert (zero["value"], zero["state"]) == ("0", "zero")


def test_json_holds_definition_cells_and_running_totals(shown):
    data = json.loads(to_json(shown))
    assert data["ceasefire"]["sides"][0]["rule"]["en"] == "each burst is one"
    assert len(data["cells"]) == len(shown.cells)
    assert data["running"] == [] and {total["side"] for total in data["totals"]} == {"russia", "turkey"}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_table_shows_marks_and_explains_them(shown, language):
    table = to_table(shown, language)
    assert "each burst is one" in table
    lines = [line.split() for line in table.splitlines() if line.startswith("2021-05-11")]
    assert any("5" in line and "6" in line and "4" in line for line in lines)
    assert ("not zero" if language == "en" else "وليس صفرا") in table
