"""When two names mean the same: folded content words without clitics, compared as sets.

A coder writes «قوات النظام السوري» where a reader writes «النظام»; both point at the same thing. The comparison is
lenient on purpose and is not the reader's own folding: it strips endings and drops words that name no one by
themselves. The figures of an evaluation depend on every detail here, so a change makes old figures incomparable.
"""

from __future__ import annotations

import re
from functools import lru_cache

_MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c-\u200f\u202a-\u202e\u2066-\u2069]")
_LETTERS: dict[str, str | None] = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىیئ", "ي"),
    **dict.fromkeys("کگ", "ك"),
    "ؤ": "و",
    "ة": "ه",
    **dict.fromkeys("«»\"'“”()[]،؛,:.…!؟?"),
}
_FOLDING = str.maketrans(_LETTERS)
_FILLERS = frozenset(
    {
        *("من", "في", "على", "علي", "الى", "الي", "عن", "ان"),
        *("قريه", "بلده", "مدينه", "مدينة", "محافظه", "محافظ", "ريف", "منطقه", "منطق"),
        *("قوات", "عناصر", "مسلحي", "مسلح", "شخص"),
    }
)
"""Words that name no one and nowhere by themselves, as they stand after their endings are gone."""
_SETS_APART = frozenset({"ديمقراطي", "حر", "وطني"})
"""Words that make a longer name another name: «الجيش» is not «الجيش الوطني»."""
_PREFIXES = "وفبكل"
_ENDINGS = ("ين", "ون", "ان", "ات", "ا", "ه", "ي")
_STEM_LENGTH = 4
_OVERLAP = 0.5


@lru_cache(maxsize=65536)
def content_words(name: str) -> frozenset[str]:
    """The folded content words of a name, without article, leading clitics and endings of number and case."""
    folded = _MARKS.sub("", name).translate(_FOLDING).strip().replace("ديموقراط", "ديمقراط")
    bare = [_bare(word) for word in folded.split()]
    return frozenset([word for word in bare if word not in _FILLERS] or bare)


def _bare(word: str) -> str:
    for _ in range(2):
        if word.startswith("لل") and len(word) > 4:
            word = "ال" + word[2:]
        if word[:1] in _PREFIXES and word[1:3] == "ال" and len(word) > 5:
            word = word[1:]
    if word.startswith("ال") and len(word) > 4:
        word = word[2:]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_LENGTH:
            return word[: -len(ending)]
    return word


def same_name(one: str, other: str) -> bool:
    """Whether two surfaces name the same actor, target, place or speaker."""
    left, right = content_words(one), content_words(other)
    if not left or not right:
        return False
    shared = len(left & right)
    if shared == 1 and (left ^ right) & _SETS_APART:
        return False
    if not shared:
        return any(_same_word(word, candidate) for word in left for candidate in right)
    return left <= right or right <= left or shared / len(left | right) >= _OVERLAP


def _same_word(one: str, other: str) -> bool:
    """Whether two different words are one with and without a clitic, or one holds the other («حوثي», «حوثيين»)."""
    return (
        (one[0] in _PREFIXES and one[1:] == other)
        or (other[0] in _PREFIXES and other[1:] == one)
        or (min(len(one), len(other)) > 3 and (one in other or other in one))
    )
