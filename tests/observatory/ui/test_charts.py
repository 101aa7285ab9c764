"""Charts: what is not reported is not zero, and every bar tells its figure."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from datetime import date
from itertools import pairwise

import pytest

from observatory.ui.charts import Series, bars, scale_top

DAYS = [date(2021, 3, 4), date(2021, 3, 5)]


def drawn(*series: Series) -> ElementTree.Element:
    return ElementTree.fromstring(bars(DAYS, series, ["4/3", "5/3"], "خروقات <1>"))


def test_a_missing_report_is_a_broken_line_and_zero_a_written_nought():
    svg = drawn(Series("أ", (None, 0.0)), Series("ب", (4.0, 2.0)))
    assert len(svg.findall("path[@class='no-report']")) == 1
    assert [text.text for text in svg.findall("text[@class='zero']")] == ["0"]
    heights = [int(rect.attrib["height"]) for rect in svg.findall("rect")]
    assert len(heights) == 2 and heights[0] > heights[1] > 0


def test_bars_tell_their_figures_and_the_chart_its_title():
    svg = drawn(Series("أ", (3.0, 12.0)))
    assert [title.text for title in svg.iter("title")] == ["3", "12"]
    assert svg.attrib["aria-label"] == "خروقات <1>"


def test_two_sides_have_two_patterns():
    svg = drawn(Series("أ", (1.0, None)), Series("ب", (1.0, None)))
    assert len({rect.attrib["fill"] for rect in svg.findall("rect")}) == 2


@pytest.mark.parametrize(
    ("values", "top"),
    [([], 1), ([0, 1], 1), ([3], 4), ([9], 10), ([11, 6], 20), ([21], 30), ([497], 500), ([1001], 2000)],
)
def test_the_scale_ends_at_a_round_figure(values, top):
    assert scale_top(values) == top


def axis_of(svg: ElementTree.Element) -> list[str | None]:
    return [text.text for text in svg.findall("text[@text-anchor='end']")]


def test_the_axis_has_whole_figures_alone_in_the_digits_of_choice():
    assert axis_of(drawn(Series("أ", (1.0, None)))) == ["0", "1"]
    told = ElementTree.fromstring(bars(DAYS, [Series("أ", (12.0, 0.0))], ["٤/٣", "٥/٣"], "خروقات", "arabic"))
    assert axis_of(told) == ["٠", "١٠", "٢٠"]
    assert [title.text for title in told.iter("title")] == ["١٢"]
    assert [text.text for text in told.findall("text[@class='zero']")] == ["٠"]


def test_many_days_are_drawn_narrower_and_their_names_do_not_touch():
    days = [date(2021, 3, number) for number in range(1, 32)]
    labels = [f"{day.day}/{day.month}" for day in days]
    svg = ElementTree.fromstring(bars(days, [Series("أ", (1.0,) * 31)], labels, "خروقات"))
    assert float(svg.attrib["viewBox"].split()[2]) < 600
    named = svg.findall("text[@text-anchor='middle']")
    assert named[-1].text == "31/3"
    places = [float(text.attrib["x"]) for text in named]
    assert min(after - before for before, after in pairwise(places)) >= 40
