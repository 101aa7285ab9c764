"""Words as they are indexed and asked for."""

from __future__ import annotations

import pytest

from observatory.search.snippets import snippet
from observatory.search.words import hits, indexed, question


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("إطلاق نار", "اطلاق"),
        ("اطلاق نار", "إطلاق"),
        ("اشتباكات بدمشق", "دمشق"),
        ("وبدمشق", "دمشق"),
        ("قصف على مدينة حمص", "مدينه"),
        ("دِمَشْق", "دمشق"),
        ("نزح 23,500 شخص", "٢٣٥٠٠"),
        ("المدنيين", "مدنيين"),
        ("للتحالف", "التحالف"),
        ("قوات YPG", "ypg"),
    ],
)
def test_what_the_reader_takes_for_the_same_is_found(text, asked):
    assert set(question(asked).words) <= set(indexed(text).split())
    assert hits(text, question(asked))


@pytest.mark.parametrize(("text", "asked"), [("باب البيت", "الباب"), ("دمشق", "بدمشق"), ("حلب", "حلبية")])
def test_what_is_another_word_is_not(text, asked):
    assert not set(question(asked).words) <= set(indexed(text).split())


@pytest.mark.parametrize(
    ("text", "asked", "marked"),
    [
        ("سقطت قذائف بدمشق", "دمشق", ["دمشق"]),
        ("سقطت قذائف بِدمشق", "دمشق", ["دمشق"]),
        ("وللتحالف طائرات", "التحالف", ["وللتحالف"]),
        ("توقف إطلاق النار ثم إطلاق آخر", "اطلاق", ["إطلاق", "إطلاق"]),
    ],
)
def test_hits_stand_on_the_original_text(text, asked, marked):
    assert [span.text for span in hits(text, question(asked))] == marked


def test_words_in_quotation_marks_are_a_phrase():
    assert question("«وقف إطلاق النار» حلب").phrases == ("وقف اطلاق النار",)
    assert question('وقف "إطلاق').phrases == ()


def test_the_snippet_leaves_out_the_title_that_stands_above_it():
    title = "قصف مدفعي على أطراف المدينة"
    text = f"{title}\n\nأعلن المجلس المحلي أن القصف أصاب مدرسة. " + "كلمة " * 100
    shown = snippet(text, hits(text, question("قصف")), title)
    assert shown.startswith("أعلن المجلس المحلي أن")
    assert shown.count("<mark") == 1


def test_the_snippet_holds_the_words_and_no_markup_of_the_text():
    text = "كلمة " * 100 + "<b>قصف</b> مدفعي " + "كلمة " * 100
    shown = snippet(text, hits(text, question("قصف مدفعي")))
    assert '<mark class="mark-hit"' in shown
    assert "<b>" not in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
