"""Every error is listed beside its text, on the page and in the terminal."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from hudna.evaluation import ClaimError, Evaluation, GoldDocument, compare, render_html, render_text
from hudna.evaluation.claim import claim_of


def found(evaluation: Evaluation, kind: str, type_: str) -> ClaimError:
    return next(error for error in evaluation.errors if (error.kind, error.type) == (kind, type_))


def test_a_missed_claim_is_listed_with_its_evidence(evaluation: Evaluation) -> None:
    error = found(evaluation, "missed", "withdrawal")
    assert (error.trigger, error.evidence) == ("انسحاب", "بعد انسحاب داعش منها")
    assert error.gold is not None and error.read is None


def test_an_extra_claim_is_listed_with_what_was_read(evaluation: Evaluation) -> None:
    error = found(evaluation, "extra", "explosion")
    assert error.evidence == "قذيفة سقطت قرب مدرسة"
    assert error.read is not None and error.read.targets == ("مدرسة",)


def test_a_wrong_slot_shows_gold_and_read_with_what_both_have(evaluation: Evaluation) -> None:
    error = found(evaluation, "slots", "ceasefire_violation")
    places = next(difference for difference in error.differences if difference.slot == "places")
    assert [(item.text, item.shared) for item in places.gold] == [("محافظة تعز", True), ("محافظة الحديدة", False)]
    assert [(item.text, item.shared) for item in places.read] == [("محافظة تعز", True)]


def test_a_wrong_status_and_a_far_point_are_listed(evaluation: Evaluation) -> None:
    slots = [(error.trigger, difference.slot) for error in evaluation.errors for difference in error.differences]
    assert ("خرق", "status") in slots
    assert ("معارك", "point") in slots


def test_errors_of_a_document_follow_its_text(evaluation: Evaluation) -> None:
    for document in evaluation.documents:
        starts = [error.at[0] for error in document.errors if error.at]
        assert starts == sorted(starts)


def test_the_text_report_lists_as_many_errors_as_asked(evaluation: Evaluation) -> None:
    assert "errors:" not in render_text(evaluation)
    report = render_text(evaluation, 3)
    assert f"errors: 3 of {len(evaluation.errors)}" in report
    assert len(re.findall(r"^- ", report, re.MULTILINE)) == 3


def test_the_text_report_shows_all_figures(evaluation: Evaluation) -> None:
    report = render_text(evaluation)
    assert re.search(r"^claims +0\.727 +0\.800 +0\.762 +8 +3 +2$", report, re.MULTILINE)
    assert re.search(r"^status +0\.875 ", report, re.MULTILINE)
    assert re.search(r"^air_strike +1\.000", report, re.MULTILINE)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action", "srcset")]
        if tag not in ("meta", "input", "br", "link"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def tags(page: str) -> _Tags:
    parser = _Tags()
    parser.feed(page)
    return parser


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_page_is_whole_and_asks_no_outside_address(language, evaluation: Evaluation) -> None:
    page = render_html(evaluation, language)
    parsed = tags(page)
    assert parsed.open == []
    assert parsed.addresses and all(address.startswith("#") for address in parsed.addresses)
    assert "//" not in page.replace("<!doctype html>", "")
    assert f'dir="{"rtl" if language == "ar" else "ltr"}"' in page


def test_the_page_shows_every_error_and_marks_its_word(evaluation: Evaluation) -> None:
    page = render_html(evaluation)
    assert page.count("<article") == len(evaluation.errors)
    assert "بعد <mark>انسحاب</mark> داعش منها" in page


def test_the_page_names_figures_and_status_in_its_language(evaluation: Evaluation) -> None:
    assert "<bdi>ضربات 1 قذيفة</bdi>" in render_html(evaluation, "ar")
    assert "<bdi>strikes 1 قذيفة</bdi>" in render_html(evaluation, "en")
    assert "<bdi>منفي</bdi>" in render_html(evaluation, "ar")


def test_the_page_escapes_what_texts_and_readings_hold() -> None:
    nasty = "<script>alert('قصف')</script>"
    claim = claim_of({"type": nasty, "trigger": "قصف", "evidence": nasty, "actors": [nasty], "speaker": nasty})
    gold = GoldDocument("<b>", nasty, (claim,), title=nasty, outlet=nasty)
    page = render_html(compare([gold], {"<i>": ()}))
    assert "<script" not in page and "<b></b>" not in page
    assert tags(page).open == []
