"""What happened, goes on, will, must, may or did not happen: one cue a sentence."""

from __future__ import annotations

import pytest

from tests.claims.telling import claims, describe, figures, one, speaker, surfaces

CUES = {
    "negated past": ("لم تقصف القوات القرية ليلا", "shelling", "denied"),
    "negated future": ("لن تنسحب الكتيبة من الجسر", "withdrawal", "denied"),
    "negated present": ("لا يهاجم الجنود القوافل", "attack", "denied"),
    "negated with ma": ("ما انسحب المسلحون من التلة", "withdrawal", "denied"),
    "denied": ("نفى الناطق باسم اللواء قصف المدرسة", "shelling", "denied"),
    "denied clause": ("نفى الجيش أن تكون قواته قصفت المدرسة", "shelling", "denied"),
    "refused": ("رفضت الكتيبة الانسحاب من الجسر", "withdrawal", "denied"),
    "failed": ("فشل المسلحون في اقتحام السجن", "territory_taken", "denied"),
    "without": ("انتهت المعركة دون أن يقتل أحد", "killing", "denied"),
    "without noun": ("دخل الجيش المخيم دون قتال", "armed_clash", "denied"),
    "failed by itself": ("فشلت الهدنة في المخيم بعد يومين", "ceasefire", "happened"),
    "put off": ("أرجأ الوسطاء المحادثات في عمان", "talks", "denied"),
    "noun of demand": ("بحث الوفد الطلب الفرنسي بالانسحاب من الميناء", "withdrawal", "demanded"),
    "insisted on": ("تعثر الحوار بسبب الإصرار على تسليم السلاح", "surrender", "demanded"),
    "lifting demanded": ("خرج الأهالي للمطالبة برفع الحصار عن المخيم", "siege", "demanded"),
    "term of an agreement": ("ينص القرار على انسحاب الكتيبة من الميناء", "withdrawal", "demanded"),
    "hope told of": ("أعرب الوسيط عن أمله في أن ينسحب اللواء من الميناء", "withdrawal", "demanded"),
    "aim": ("قال العقيد إن الهدف هو تطويق الميناء", "siege", "future"),
    "boded": ("وصلت الدبابات إلى أطراف الميناء مما ينذر بهجوم على البلدة", "attack", "future"),
    "went on": ("وقال السكان إن القوات انسحبت. وتواصلت المعارك في الميناء", "armed_clash", "ongoing"),
    "went on for a day": ("وقتل جندي في الميناء. وواصلت الطائرات السبت قصف المخيم", "air_strike", "happened"),
    "set on going on": ("وأكد الناطق أن اللواء ماض في عملياته في الوادي", "operation", "ongoing"),
    "to be lifted": ("وقتل جندي في الميناء. وهاجم اللواء التل لفك الحصار عن المخيم", "siege", "ongoing"),
    "lifted": ("وقتل جندي في الميناء. وأعلن اللواء فك الحصار عن المخيم", "siege", "happened"),
    "amid": ("نزح السكان من المخيم وسط قصف عنيف", "shelling", "happened"),
    "not, told by a speaker": ("قالت الوزارة إن الجنود لم ينسحبوا من المرفأ", "withdrawal", "denied"),
    "called for": ("دعت المبعوثة الطرفين إلى هدنة في تعز", "ceasefire", "demanded"),
    "required": ("طالبت النقابة بالإفراج عن الصحفيين", "release", "demanded"),
    "must": ("يجب أن ينسحب الجنود من الميناء", "withdrawal", "demanded"),
    "prefix of the future": ("سينسحب اللواء من القاعدة", "withdrawal", "future"),
    "word of the future": ("سوف ينسحب اللواء من القاعدة", "withdrawal", "future"),
    "threatened": ("توعدت الكتيبة بمهاجمة الميناء", "attack", "future"),
    "promised": ("تعهدت الحركة بالإفراج عن الصحفيين", "release", "future"),
    "intended": ("يعتزم اللواء اقتحام السجن", "territory_taken", "future"),
    "claimed": ("زعم المتمردون السيطرة على الميناء", "territory_taken", "possible"),
    "claimed in a clause": ("زعم المتمردون أنهم سيطروا على الميناء", "territory_taken", "possible"),
    "may": ("قد ينسحب الجنود من التلة", "withdrawal", "possible"),
    "perhaps": ("ربما قصفت طائرة المخزن", "air_strike", "possible"),
    "believed": ("يعتقد أن طائرة قصفت القافلة", "air_strike", "possible"),
    "rumoured": ("وردت أنباء عن مقتل ستة جنود في الحي", "killing", "possible"),
    "not verified": ("قصف الجيش السوق، ولم يتسن التحقق من ذلك", "shelling", "possible"),
    "still": ("لا تزال الكتيبة تحاصر القاعدة", "siege", "ongoing"),
    "still, of a noun": ("لا يزال القصف على المخيم مستمرا", "shelling", "ongoing"),
    "going on": ("تتواصل الاشتباكات في المخيم", "armed_clash", "ongoing"),
    "state in the present": ("تحاصر الكتيبة مدينة تعز", "siege", "ongoing"),
    "sought": ("تسعى الحكومة اليمنية بدعم من حلفائها إلى هدنة في صعدة", "ceasefire", "future"),
    "in an attempt": ("وصل الوفد في محاولة لتمديد الهدنة في صعدة", "ceasefire", "future"),
    "decided": ("قررت القيادة سحب الكتيبة من الجسر والانسحاب من الميناء", "withdrawal", "future"),
    "close to": ("يقترب الجيش من استعادة درعا", "territory_taken", "future"),
    "suspected of belonging": ("قتل ثلاثة في هجوم نفذه رجل مشتبه به في المرفأ", "attack", "happened"),
    "until": ("وقال إن القتال مستمر حتى تنسحب الكتيبة من الميناء", "withdrawal", "future"),
    "until, of a noun": ("وقال الوفد إن الإضراب مستمر حتى وقف القتال في الميناء", "ceasefire", "demanded"),
    "joined to the future": ("وقال القائد إن الكتيبة ستهاجم الميناء وتقصف القلعة", "shelling", "future"),
    "put off afterwards": ("وقال المبعوث إن عملية تبادل الأسرى التي كانت مقررة أرجئت", "release", "denied"),
    "did not come about": ("وقال السكان إن الهدنة في الميناء لم تطبق", "ceasefire", "denied"),
    "until now, past": ("وقالت البعثة إن مئات السكان نزحوا حتى الآن من الميناء", "displacement", "happened"),
    "pace on a day": ("وتصاعدت حدة المعارك مساء السبت في الميناء", "armed_clash", "happened"),
    "continuation": ("وأقلق السكان استمرار عمليات القصف على الحي", "shelling", "ongoing"),
    "kept": ("وأكد الجيش التزامه بالهدنة في تعز", "ceasefire", "ongoing"),
    "known by its relative clause": ("تعهد الجيش بالرد على المواجهات التي اندلعت في تعز", "armed_clash", "happened"),
    "delivered, not planned": ("دخلت عشر شاحنات البلدة لإيصال المساعدات", "aid", "happened"),
    "plain past": ("قصف الجيش المخيم", "shelling", "happened"),
    "done already": ("قد انسحب الجنود من التلة", "withdrawal", "happened"),
    "had done": ("كان الجيش قد قصف المخيم", "shelling", "happened"),
    "condition": ("قال المصدر إن الغارات ستتوقف إذا انسحب المسلحون من التل", "withdrawal", "demanded"),
    "in case": ("وتوعد بالرد في حال قصفت القوات المخيم", "shelling", "future"),
    "unless": ("سنواصل الغارات ما لم ينسحبوا من التل", "withdrawal", "demanded"),
    "obliges": ("تلزم الاتفاقية الفصائل بالانسحاب من الميناء", "withdrawal", "demanded"),
    "hoped for": ("ونأمل أن تنسحب القوات من الميناء", "withdrawal", "demanded"),
    "offered": ("عرض المسلحون الانسحاب من الميناء", "withdrawal", "future"),
    "ready": ("وقال إنهم مستعدون للانسحاب من الميناء", "withdrawal", "future"),
    "unverified by anybody": ("وتحدث الناشط عن مقتل سبعة جنود، من دون أن تتأكد المعلومات", "killing", "possible"),
    "denied report": ("ولم تصل أنباء عن إصابات في الهجوم على المخيم", "attack", "happened"),
    "nobody claimed it": ("ولم تتبن أي جهة الهجوم على المخيم", "attack", "happened"),
    "siege that is refused": ("ملخص.\nوخرجت مسيرة رفضا للحصار المفروض على المدينة", "siege", "ongoing"),
    "continues, he said": ("وتابع أن الغارات على المطار جاءت ردا على القصف", "air_strike", "happened"),
    "condemned": ("وطالبت اللجنة بإدانة الهجوم على المستشفى", "attack", "happened"),
    "answer to": ("وهدد القائد بالرد على الغارات على المطار", "air_strike", "happened"),
    "unlicensed arms": ("نشرت القوات مدرعات غير مرخصة في الوادي", "deployment", "happened"),
    "accused": ("اتهمت الحكومة الحوثيين بخرق الهدنة", "ceasefire_violation", "happened"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "status"), CUES.values(), ids=CUES)
def test_cue_sets_the_status(text, kind, status):
    assert one(text, kind).status == status, describe(text)


CUE_WORDS = {
    "لم تقصف القوات القرية": "لم",
    "لن تقصف القوات القرية": "لن",
    "قد تقصف القوات القرية": "قد",
    "ربما تقصف القوات القرية": "ربما",
    "سوف تقصف القوات القرية": "سوف",
}


@pytest.mark.parametrize(("text", "cue"), CUE_WORDS.items(), ids=CUE_WORDS.values())
def test_status_points_at_its_cue(text, cue):
    claim = one(text, "shelling")
    assert claim.status_cue is not None
    assert claim.status_cue.text == cue
    assert claim.status_source is not None


def test_status_without_a_cue_names_none():
    claim = one("قصفت القوات القرية", "shelling")
    assert (claim.status, claim.status_cue) == ("happened", None)


def test_denial_of_one_event_leaves_the_other_as_it_is():
    text = "اقتحم الجيش المخيم، لكنه لم يقصف المدرسة"
    assert {claim.type: claim.status for claim in claims(text)} == {
        "territory_taken": "happened",
        "shelling": "denied",
    }


def test_who_is_accused_acts_and_who_accuses_speaks():
    claim = one("اتهمت الحكومة الحوثيين بخرق الهدنة في الحديدة", "ceasefire_violation")
    assert (surfaces(claim.actors), speaker(claim)) == (["الحوثيين"], "الحكومة")


def test_who_must_act_is_the_actor_of_a_demand():
    claim = one("دعت فرنسا الطرفين إلى هدنة في حلب", "ceasefire")
    assert (surfaces(claim.actors), speaker(claim)) == (["الطرفين"], "فرنسا")


def test_who_threatens_speaks_and_acts():
    claim = one("توعدت الكتيبة بمهاجمة الميناء", "attack")
    assert (surfaces(claim.actors), speaker(claim)) == (["الكتيبة"], "الكتيبة")


def test_denied_harm_does_not_join_the_strike_that_happened():
    text = "أسفر القصف عن مقتل جندي ولم يصب أحد من المدنيين"
    shelling, killing = one(text, "shelling"), one(text, "killing")
    assert (shelling.status, figures(shelling)) == ("happened", {("killed", 1)})
    assert killing.status == "denied"


def test_event_dated_after_publication_is_future():
    assert one("تبدأ الهدنة يوم 20 مارس 2021", "ceasefire").status == "future"


def test_the_strike_in_which_nobody_was_killed_happened():
    text = "لم يقتل أحد في الغارة على المخيم"
    assert one(text, "killing").status == "denied", describe(text)
    assert one(text, "air_strike").status == "happened", describe(text)


def test_a_demand_passes_on_to_the_noun_that_is_joined():
    text = "تلزم الاتفاقية الفصائل بالانسحاب من المناطق التي دخلتها وتسليم أسلحتها"
    assert {claim.type: claim.status for claim in claims(text) if claim.type in ("withdrawal", "surrender")} == {
        "withdrawal": "demanded",
        "surrender": "demanded",
    }, describe(text)


def test_a_promise_is_about_what_it_tells_first():
    """What happens at the same time is told as a fact."""
    found = {
        claim.type: claim.status for claim in claims("وعد القائد بالانسحاب من البلدة مع اندلاع مواجهات في أطرافها.")
    }
    assert found == {"withdrawal": "future", "armed_clash": "happened"}
