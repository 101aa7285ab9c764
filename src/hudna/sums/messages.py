"""What the checks of sums say, in Arabic and English. One catalogue for command line, web and API."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hudna.records import Figure

LANGUAGES = ("ar", "en")
_LANGUAGE_ENDINGS = frozenset(f"_{language}" for language in LANGUAGES)

_TEXTS: dict[str, dict[str, str]] = {
    "parts_match": {
        "ar": "المجموع المعلن {stated} يساوي مجموع أجزائه: {parts} = {sum}.",
        "en": "The stated total {stated} equals the sum of its parts: {parts} = {sum}.",
    },
    "parts_match_about": {
        "ar": "المجموع المعلن {stated} تقريبي، ومجموع أجزائه يوافقه: {parts} = {sum}.",
        "en": "The stated total {stated} is approximate, and the sum of its parts agrees with it: {parts} = {sum}.",
    },
    "parts_more": {
        "ar": "المجموع المعلن {stated} أقل من مجموع أجزائه {sum} ({parts})، والفرق {gap}. "
        "فإما أن المجموع الصحيح {sum}، وإما أن الأجزاء تزيد بمقدار {gap}.",
        "en": "The stated total {stated} is less than the sum of its parts, {sum} ({parts}); they differ by {gap}. "
        "Either the true total is {sum}, or the parts are {gap} too many.",
    },
    "parts_fewer": {
        "ar": "المجموع المعلن {stated} أكبر من مجموع أجزائه {sum} ({parts})، والفرق {gap}. "
        "فإما أن المجموع الصحيح {sum}، وإما أن الأجزاء تنقص بمقدار {gap}.",
        "en": "The stated total {stated} is more than the sum of its parts, {sum} ({parts}); they differ by {gap}. "
        "Either the true total is {sum}, or the parts are {gap} short.",
    },
    "parts_partial": {
        "ar": "الأجزاء المذكورة مجموعها {sum} ({parts}) من أصل {stated}، "
        "والنص لا يقدّمها على أنها كل المجموع؛ يبقى {gap} بلا تفصيل.",
        "en": "The parts named add up to {sum} ({parts}) of {stated}; the text does not tell them as the whole, "
        "and {gap} stay without detail.",
    },
    "headline_matches_totals": {
        "ar": "الرقم الإجمالي {stated} يساوي مجموع ما أعلنه {sides}: {totals} = {sum}.",
        "en": "The headline figure {stated} equals the sum of the totals stated by {sides}: {totals} = {sum}.",
    },
    "headline_one_side": {
        "ar": "الرقم الإجمالي {stated} يساوي ما أعلنه {name} وحده، لا مجموع ما أعلنه {sides}: {totals} = {all}.",
        "en": "The headline figure {stated} equals the total of {name} alone, "
        "not the sum of the totals stated by {sides}: {totals} = {all}.",
    },
    "headline_matches_parts": {
        "ar": "الرقم الإجمالي {stated} يساوي مجموع الأجزاء {parts_sum} ({parts})، "
        "لا مجموع ما أعلنه {sides}: {totals} = {sum}.",
        "en": "The headline figure {stated} equals the sum of the parts, {parts_sum} ({parts}), "
        "not the sum of the totals stated by {sides}: {totals} = {sum}.",
    },
    "headline_differs": {
        "ar": "الرقم الإجمالي {stated} لا يساوي مجموع ما أعلنه {sides} ({totals} = {sum}) "
        "ولا مجموع الأجزاء {parts_sum}؛ والفرق {gap}.",
        "en": "The headline figure {stated} equals neither the sum of the totals stated by {sides} ({totals} = {sum}) "
        "nor the sum of the parts, {parts_sum}; it differs by {gap}.",
    },
    "and_parts": {
        "ar": " ويوافق مجموع الأجزاء أيضا.",
        "en": " It fits the sum of the parts as well.",
    },
    "not_parts": {
        "ar": " ولا يوافق مجموع الأجزاء {parts_sum} ({parts}).",
        "en": " It does not fit the sum of the parts, {parts_sum} ({parts}).",
    },
    "units": {
        "ar": " الوحدات مختلفة ({units})، فالجمع بينها عددي فقط.",
        "en": " The units differ ({units}), so adding them up is arithmetic only.",
    },
    "two_sides": {"ar": "الطرفان", "en": "the two sides"},
    "many_sides": {"ar": "الأطراف", "en": "the sides"},
    "speaker": {"ar": "بحسب «{name}»: ", "en": "According to «{name}»: "},
}


def figure(value: Figure) -> str:
    """A figure as written in a message: whole numbers without a decimal point."""
    return str(int(value)) if value == int(value) else str(value)


def addition(names: Sequence[str], values: Sequence[Figure]) -> str:
    """«حلب 1 + درعا 4»."""
    return " + ".join(f"{name} {figure(value)}".strip() for name, value in zip(names, values, strict=True))


def message(*keys: str, **fields: str) -> Mapping[str, str]:
    """The texts of some entries, one after the other, in every language. A field `x` may come as `x_ar` and `x_en`."""
    found = {}
    for language in LANGUAGES:
        own = {key: value for key, value in fields.items() if key[-3:] not in _LANGUAGE_ENDINGS}
        own.update({key[:-3]: value for key, value in fields.items() if key.endswith(f"_{language}")})
        found[language] = "".join(_TEXTS[key][language] for key in keys).format(**own)
    return found


def sides(count: int) -> dict[str, str]:
    """The words for so many sides, as fields of a message."""
    entry = _TEXTS["two_sides" if count == 2 else "many_sides"]
    return {f"sides_{language}": entry[language] for language in LANGUAGES}
