"""Which place mentions of a sentence say where something happened, and which only name, describe or measure."""

from __future__ import annotations

from hudna.arabic.letters import fold
from hudna.find.phrases import Phrase
from hudna.find.places import PlaceHit
from hudna.find.view import SentenceView


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


_SEES = _words("شهدت شهد تشهد يشهد وشهدت تعرضت وتعرضت تعرض تتعرض عاشت تعيش زار زارت يزور وزار")
_SAW = _words("شهدت شهد تشهد يشهد")
_APART = _words("من مع عن بين")
"""Prepositions after which a bare state is a party or an origin, not a place."""
_MEASURES = _words("كيلومتر كيلومترا كيلومترات كلم كم ميل ميلا أميال مترا متر أمتار كيلمترات")
_FAR = _words("تبعد يبعد بعد مسافة بعيدا بعيدة")
_BESIDE = _words(
    "المطلة المطل مطلة مطل مطلا المطلين المطلتين"
    " المشرفة القريبة القريب قريبة قريب المحاذية المحاذي محاذية المتاخمة المتاخم متاخمة"
    " المجاورة المجاور مجاورة الحدودية الحدودي حدودية"
    " المؤدية المؤدي الواصل الواصلة المتصلة الموازية الموازي تطل يطل تحد تتاخم يتاخم تجاور"
    " التابعة التابع المحسوبة القادمة القادم القادمين قادمة قادما قادمين"
)
"""Words that place a place beside another one, which is then not where it happened."""
_JOINING = _words("رابط رابطة يربط تربط واصل واصلة يصل تصل فاصل فاصلة يفصل تفصل ممتد ممتدة يمتد تمتد")
"""Words of a road that joins two places or a line that parts them."""
_BOTH = 4
"""Within how many words after «بين» both places stand."""
_IN = _words("في داخل قرب أمام عند وسط قبالة خارج")
_WITNESSES = _words("سكان شهود شاهد أهالي اهالي ناشطون ناشطين نشطاء")
_NEAR = _words("بالقرب مقربة القرب")
_CLOSE = 8
"""How near before it an event word must stand for a place to be its and not the office of a person."""
_SPOKEN = _words("كلمة كلمته كلمتها خطاب خطابه تصريح تصريحات تصريحاته مقابلة حوار ألقاها ألقاه")
"""«في كلمة ألقاها في جنيف», «في مؤتمر صحفي بالرياض»: where a statement was made is not where the event was."""
_PRESS = _words("صحفي صحافي صحفية صحافية")
_MEETINGS_WITH_PRESS = _words("مؤتمر لقاء حديث مقابلة إيجاز بيان تصريح تصريحات")
"""«صحفي» by itself is a journalist: «اختفى صحفي في المدينة»."""
_GROUPS = _words("تنظيم جماعة حركة حزب كتائب سرايا لواء كتيبة عملية معركة")
"""«تنظيم قاعدة الجهاد», «معركة طريق القدس»: names of groups and operations."""
_CALLED = _words("عاصمة كبرى كبريات معقل مسقط")
"""«جوبا، عاصمة جنوب السودان»: an apposition that says what the place before it is."""
_RANKED = _words("أكبر أهم أبرز أشهر أقدم كبرى كبريات إحدى ثاني ثالث رابع")
"""«لودر، أكبر مدن المحافظة»: words before the places of which one is told."""
_COMMAS = frozenset({"،", ",", "(", "-", "–"})
_SEAT = _words("مقره مقرها ومقره ومقرها مقرهما يتخذ تتخذ المقيم المقيمة المتمركزة")
_BESIDE_PREPOSITIONS = _words("علي من ب الي مع في ل")
_NAMED_WORDS = _words(
    "اتفاق اتفاقية اتفاقات معاهدة مبادرة مقترح ورقة بيان إعلان قرار وثيقة تفاهم تفاهمات مسار منصة مؤتمر"
)
"""«اتفاق جدة», «منصة القاهرة»: what is called after the town where it was made."""


def place_hits(view: SentenceView, phrases: list[Phrase], speakers: set[int]) -> list[PlaceHit]:
    """The place mentions that stand as places: not part of a name or of a speaker, not a state that acts.

    `speakers` holds the token indexes that name a speaker.
    """
    named = [
        hit
        for hit in view.places
        if hit.certain
        and (view.tokens_at[hit.first] not in speakers or _witnessed(view, hit))
        and (hit.local or (hit.head is not None and not hit.described) or _beside_event(view, hit))
        and (not _acts(view, hit, phrases) or _sees(view, hit) or (hit.anaphor and _after_event_verb(view, hit)))
        and not _only_describes(view, hit)
    ]
    sites = [site for site in _sites(view, phrases) if all(_apart(site, hit) for hit in view.places)]
    return sorted([*named, *sites], key=lambda hit: hit.first) if sites else named


def _witnessed(view: SentenceView, hit: PlaceHit) -> bool:
    """«قال سكان في صنعاء»: witnesses stand where the event was."""
    return any(form.removeprefix("ال") in _WITNESSES for form in view.forms[max(0, hit.first - 3) : hit.first])


def _sites(view: SentenceView, phrases: list[Phrase]) -> list[PlaceHit]:
    """Buildings and spots that something happened in or near («في سوق شعبية», «قرب مقر الشرطة»)."""
    found = []
    for phrase in phrases:
        thing = phrase.match
        if thing is None or thing.pronoun or thing.entry.data.get("kind") not in ("building", "site"):
            continue
        if phrase.first and _is_inside(view, phrase):
            name = " ".join(view.forms[phrase.first : phrase.last])
            found.append(PlaceHit(phrase.first, phrase.last, phrase.lead, None, name, (), described=True, local=True))
    return found


def _is_inside(view: SentenceView, phrase: Phrase) -> bool:
    before = view.forms[phrase.first - 1]
    near = before == "من" and phrase.first > 1 and view.forms[phrase.first - 2] in _NEAR
    return near or before.removeprefix("و") in _IN or phrase.lead.removeprefix("و") == "ب"


def _apart(first: PlaceHit, second: PlaceHit) -> bool:
    return first.last <= second.first or second.last <= first.first


def is_site(hit: PlaceHit) -> bool:
    """Whether a hit is a building or spot that a word of the lexicon describes."""
    return hit.described and hit.head is None


def _acts(view: SentenceView, hit: PlaceHit, phrases: list[Phrase]) -> bool:
    """Whether a bare name is part of a longer phrase or a phrase that acts («موسكو», «حكومة صنعاء»)."""
    if hit.local:
        return False
    for phrase in phrases:
        if phrase.first < hit.first and hit.last <= phrase.last:
            # «احتلال الموصل» is what befell the town although «الاحتلال» is also a side
            return phrase.first < hit.first - 1 or not any(m.family == "event" for m in view.matches[phrase.first])
    return hit.head is None and any(p.first == hit.first for p in phrases)


def _beside_event(view: SentenceView, hit: PlaceHit) -> bool:
    """Whether a bare name follows an event word («تحرير المدينة», «قصف درعا») or a verb of which places are subject."""
    before = hit.first - 1
    if _sees(view, hit):
        return True
    if before < 0 or hit.lead:
        return before >= 0 and view.forms[before] in _SEES
    if hit.places and hit.places[0].kind not in ("country", "admin1") and _after_event_verb(view, hit):
        return True
    return view.forms[before] in _SEES or any(m.family == "event" for m in view.matches[before])


def _sees(view: SentenceView, hit: PlaceHit) -> bool:
    """«وكانت الدوحة قد شهدت توقيع …»: the place is the subject of a verb of seeing."""
    after = [form for form in view.forms[hit.last : hit.last + 2] if form != "قد"]
    return bool(after) and after[0] in _SAW


def _after_event_verb(view: SentenceView, hit: PlaceHit) -> bool:
    """Whether an event verb stands not far before, so that a bare town is its object («زار الوزير دمشق»)."""
    near = range(max(0, hit.first - 7), hit.first)
    return any(m.family == "event" and m.features.part == "verb" for at in near for m in view.matches[at])


def _only_describes(view: SentenceView, hit: PlaceHit) -> bool:
    """Whether a mention names, describes or measures something else and does not say where an event was."""
    forms, first = view.forms, hit.first
    before = forms[first - 1] if first else ""
    two_before = forms[first - 2] if first > 1 else ""
    if hit.anaphor and before in _CALLED:
        return True
    seat = forms[first] == "مركز" and hit.part_of is not None  # «درعا، مركز المحافظة»
    if (seat or forms[first] in _CALLED) and (before in _COMMAS or any(other.last == first for other in view.places)):
        return True
    if before in _RANKED and hit.head is not None and hit.head.number == "many":
        return True
    if before in _GROUPS:
        return True
    if before in _NAMED_WORDS and not hit.lead and hit.head is None:
        return True
    if forms[hit.last - 1] == "القدس" and forms[first] == "طريق" and two_before.startswith("شه"):
        return True  # «شهداء على طريق القدس»
    prepositional = before in _BESIDE_PREPOSITIONS or hit.lead.endswith(("ب", "ل"))
    anchor = two_before if before in _BESIDE_PREPOSITIONS else before
    beside = anchor in _BESIDE and before != "في" and not hit.lead.endswith("ب")
    if prepositional and (beside or anchor in _SEAT):
        return True
    if before == "عن" and two_before.removeprefix("ال").startswith(("دفاع", "للدفاع", "بعيد")):
        return True
    if _is_joined(view, first):
        return True
    if before in ("عن", "من") and _measured(view, first - 1):
        return True
    start = first - (1 if before in _BESIDE_PREPOSITIONS else 0)
    return prepositional and (_office(view, start) or _is_spoken(view, start))


def _is_joined(view: SentenceView, first: int) -> bool:
    """«الجسر الرابط بين X وY»: one of two places that a road or line joins or parts."""
    near = range(max(1, first - _BOTH), first)
    return any(view.forms[at] == "بين" and view.forms[at - 1].removeprefix("ال") in _JOINING for at in near)


def _measured(view: SentenceView, preposition: int) -> bool:
    """«تبعد عشرة كيلومترات عن الحدود»: a place from which a distance is told."""
    near = view.forms[max(0, preposition - 5) : preposition]
    return any(form in _MEASURES or form in _FAR for form in near)


def _office(view: SentenceView, end: int) -> bool:
    """«المسؤول الصحي في عدن», «منسق الأمم المتحدة في اليمن»: the place where somebody holds office."""
    if any(m.family == "event" for at in range(max(0, end - _CLOSE), end) for m in view.matches[at]):
        return False  # «التقى الوزير في مسقط»
    for at in range(end - 1, max(-1, end - 5), -1):
        found = view.matches[at]
        if view.forms[at].removeprefix("ال") in _WITNESSES:
            return False
        if any(m.family == "title" for m in found):
            return True
        if view.roles[at] or any(m.family in ("event", "speech", "verb", "thing") for m in found):
            return False
    return False


def _bare(form: str) -> str:
    return form.removeprefix("ب").removeprefix("ل").removeprefix("ال")


def _is_spoken(view: SentenceView, end: int) -> bool:
    """Whether a place is where a statement was made («في مؤتمر صحفي في الرياض»)."""
    for at in range(end - 1, max(-1, end - 6), -1):
        form = view.forms[at]
        if form in _SPOKEN or form.removeprefix("ب").removeprefix("ال") in _SPOKEN:
            return True
        if at and form.removeprefix("ال") in _PRESS and _bare(view.forms[at - 1]) in _MEETINGS_WITH_PRESS:
            return True
        if any(m.family == "event" for m in view.matches[at]):
            return False
    return False


def is_party(view: SentenceView, hit: PlaceHit) -> bool:
    """Whether a bare state or capital after «من», «مع», «بين» is a party or an origin («بين الخرطوم والحركة»)."""
    before = view.forms[hit.first - 1] if hit.first else ""
    if before not in _APART or hit.head is not None or not hit.places:
        return False
    if hit.places[0].kind == "country":
        return True
    following = view.forms[hit.last] if hit.last < len(view.forms) else ""
    return before == "بين" and following.startswith("و") and all(other.first != hit.last for other in view.places)
