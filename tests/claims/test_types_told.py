"""The type of an event by what is told around it: who leaves, the means beside it, the blast that it refers to."""

from __future__ import annotations

import pytest

from tests.claims.telling import claims, describe, surfaces

CASES = {
    "fighters brought out withdraw": (
        "أجلى الجيش مقاتلي الفصيل من بلدة حرستا",
        "withdrawal",
        ["مقاتلي الفصيل"],
        [],
    ),
    "a part of the fighters": ("تم إجلاء دفعة من المسلحين من مدينة الزبداني", "withdrawal", ["المسلحين"], []),
    "civilians are displaced": ("أجلى الهلال الأحمر المدنيين من بلدة حرستا", "displacement", ["الهلال الأحمر"], None),
    "fighters and civilians together are displaced": (
        "غادر المقاتلون والمدنيون مدينة حلب",
        "displacement",
        None,
        None,
    ),
    "a named group that leaves": ("غادر جيش الإسلام مدينة دوما", "withdrawal", ["جيش الإسلام"], []),
    "aircraft right after the noun": ("أدى قصف المروحيات على بلدة طفس إلى مقتل طفلين", "air_strike", None, None),
    "a figure before the bombs": ("تعرضت البلدة لقصف بأكثر من عشرين برميلا متفجرا", "air_strike", None, None),
    "people seized are detained": ("ضبطت الشرطة خمسة مهربين في مدينة الوديعة", "detention", ["الشرطة"], ["مهربين"]),
    "an attack after a blast is the blast": (
        "انفجرت سيارة مفخخة في سوق بمدينة كركوك. ولم يتبن أحد الهجوم الذي قتل فيه سبعة",
        "explosion",
        None,
        None,
    ),
    "an attack with its own means is not": (
        "انفجرت سيارة مفخخة في سوق بمدينة كركوك. وقصفت المدفعية بلدة البشير",
        "shelling",
        None,
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "actors", "targets"), CASES.values(), ids=CASES)
def test_type(text, kind, actors, targets):
    found = claims(text, kind)
    assert found, describe(text)
    if actors is not None:
        assert surfaces(found[0].actors) == actors, describe(text)
    if targets is not None:
        assert surfaces(found[0].targets) == targets, describe(text)


def test_an_attack_after_a_blast_is_no_further_attack():
    text = "انفجرت سيارة مفخخة في سوق بمدينة كركوك. ولم يتبن أحد الهجوم الذي قتل فيه سبعة"
    assert not claims(text, "attack"), describe(text)


def test_withdrawing_fighters_are_counted_as_troops():
    found = claims("غادر 300 مسلح مدينة دوما", "withdrawal")
    assert [(count.what, count.value) for count in found[0].counts] == [("troops", 300)]
