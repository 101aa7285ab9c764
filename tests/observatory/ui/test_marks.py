"""Marks keep every character, in order, and escape what a text may hold."""

from __future__ import annotations

import re

from observatory.ui.marks import Mark, marked, pieces

TEXT = "وقع القصف بدمشق أمس"


def test_pieces_hold_the_whole_text_once():
    marks = [Mark(10, 15, "place", 1), Mark(4, 15, "evidence", 1), Mark(11, 19, "when", 2)]
    found = pieces(TEXT, marks)
    assert "".join(piece.text for piece in found) == TEXT
    assert [piece.start for piece in found] == sorted({0, 4, 10, 11, 15, 19} - {19})


def test_a_piece_carries_every_mark_that_holds_it():
    found = pieces(TEXT, [Mark(10, 15, "place", 1), Mark(11, 19, "when", 2)])
    inner = next(piece for piece in found if piece.start == 11)
    assert inner.kinds == ("place", "when") and inner.claims == (1, 2)


def test_a_stretch_cuts_marks_at_its_edges():
    found = pieces(TEXT, [Mark(0, len(TEXT), "evidence", 3)], start=4, end=9)
    assert [(piece.text, piece.kinds) for piece in found] == [("القصف", ("evidence",))]


def test_markup_in_a_text_is_shown_and_not_run():
    html = marked("<script>alert(1)</script> قصف", [Mark(0, 8, "trigger", 0)])
    assert "<script>" not in html and "&lt;script&gt;" in html
    assert re.sub(r"</?mark[^>]*>", "", html).endswith("قصف")


def test_an_empty_mark_and_one_outside_change_nothing():
    assert marked(TEXT, [Mark(5, 5, "place"), Mark(90, 95, "place")]) == TEXT
