"""A place as a sentence names it, and the words that decide what may be one."""

from __future__ import annotations

from dataclasses import dataclass

from hudna.gazetteer import Place, PlaceHead


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PLACE_PREPOSITIONS = _words(
    "في الي علي من قرب عند نحو داخل خارج صوب باتجاه تجاه عبر قباله وسط ضمن حول بين حتي عن لدي دخل دخلت غادر شهدت شهد"
)
HEADING_MARKS = frozenset([":", ".", "..", "…"])
"""Marks after a place that stands as a heading before what is told of it."""
INSIDE = _words("في وفي داخل")
"""Prepositions of being in a place."""
NAMED_BY_HEAD = _words("admin1 admin2 quarter camp base airport crossing town village island region port mountain")
"""Kinds of head after which an unknown word is taken for a name."""
REFERRING = NAMED_BY_HEAD | {"country"}
"""Kinds of head that stand for a place named before («هذه البلدة»)."""
AREAS = _words("region quarter village town admin1 admin2 country")
"""Kinds of head that a description makes a place of («مناطق صحراوية», «القرى الحدودية»)."""
BASES = _words("قاعد معسك ثكنه ثكنا")
"""Beginnings of the heads of bases that take an unknown name; «موقع», «نقطة» take descriptions too."""
MIDDLES = _words("وسط قلب")
FIRST_PARTS = _words("كفر تل ام ابو ابي بيت عين دير خربه خان بني جسر راس حوش كفار بير بئر باب برج وادي مرج سد ال ذو ذي")
"""First words of names of two words («كفر زيتا», «بيت حانون»)."""
SETTLEMENTS = _words("مستوطنه مستعمره كيبوتس موشاف")
"""Heads after which a foreign name may have two words."""
NO_NAMES = _words(
    "بحسب حسب وفق بالقرب خاصه كذلك ايضا بينها باتت باكملها كامله مشتركه ثان ثالث"
    " الشر الجهاد الممانعه الاعتدال الامداد الامدادات التموين العسكريه النار الانابيب الهاتف الانترنت الكهرباء"
)
"""Words after a head that begin no name («محور الشر», «خطوط الإمداد», «المنطقة العسكرية»)."""
VAGUE = _words("مختلفه متفرقه واسعه شاسعه كثيره عديده جديده كبيره صغيره مهمه")
"""Adjectives that say too little to make an area a place."""
OTHER = _words("اخري مجاوره حدوديه محاذيه قريبه بعيده خاضعه محرره محاصره محتله امنه نائيه مكتظه ماهوله")
"""Adjectives that describe an area and name none."""


@dataclass(slots=True)
class PlaceHit:
    """A place as named in a sentence; positions are half-open word indexes.

    `anaphor` marks «هذه البلدة», «المنطقة»: a head alone that refers to a place named elsewhere. `places` are all
    homonyms; empty for a name that no gazetteer knows. `certain` is False for a name that is also an ordinary word or
    a person's name and has neither head nor preposition of place before it.
    """

    first: int
    last: int
    lead: str
    head: PlaceHead | None
    name: str
    places: tuple[Place, ...]
    anaphor: bool = False
    certain: bool = True
    local: bool = False
    """Whether a preposition of place, a head or another place governs it."""
    part_of: PlaceHead | None = None
    """In «وسط المدينة» the head that refers to the place of which this is a part."""
    described: bool = False
    """Whether words describe it and none names it («مناطق صحراوية», «سوق شعبية»)."""
    listed: bool = False
    """Whether it goes on a list that a head in the dual or plural opened («قريتي X وY»)."""
    own_first: int = -1
    """Where it begins without a head that holds for a whole list («محافظات حلب وإدلب»); -1 when it has none such."""

    def extent(self) -> tuple[int, int, str]:
        """The words that are the place's own and the proclitics before them, without the head of a whole list."""
        if self.own_first < 0:
            return self.first, self.last, self.lead
        return self.own_first, self.last, ""


def is_adjective(form: str, plural: bool, masculine: bool) -> bool:
    """Whether an indefinite word after an indefinite head describes it: a relative adjective, a participle."""
    if form in OTHER or form in VAGUE or form.endswith(("يتين", "يتان")):
        return True
    if form.startswith("ال"):
        return False
    relative = form.endswith("يه") or (masculine and not plural and form.endswith("ي"))
    return len(form) > 4 - masculine and (relative or (plural and form[0] == "م" and form.endswith("ه")))
