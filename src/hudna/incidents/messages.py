"""What findings across documents say, in Arabic and English. One catalogue for command line, web and API."""

from __future__ import annotations

from collections.abc import Mapping

_TEXTS: dict[str, dict[str, str]] = {
    "running_total_falls": {
        "ar": "العدد التراكمي الذي يعلنه «{source}» ({unit}) هبط من {before} ({day_before}) إلى {after} ({day_after})، "
        "والعدد التراكمي لا ينقص: إما خطأ في أحد الرقمين وإما تغيّر ما يُعدّ.",
        "en": "The running total of «{source}» ({unit}) falls from {before} ({day_before}) to {after} ({day_after}). "
        "A running total cannot fall: either figure is wrong, or what is counted has changed.",
    },
    "running_total_differs": {
        "ar": "العدد التراكمي لدى «{source}» ({unit}) يوم {day_after} هو {after}، "
        "بينما مجموع ما قبله ({before}، {day_before}) وعدد اليوم ({today}) هو {sum}؛ والفرق {gap}.",
        "en": "The running total of «{source}» ({unit}) on {day_after} is {after}, but the total before "
        "({before}, {day_before}) and the day's count ({today}) make {sum}; they differ by {gap}.",
    },
    "tallies_differ": {
        "ar": "ليوم {day} في «{zone}» أعلن «{source}» {value} ({unit}) "
        "وأعلن «{other_source}» {other_value} ({other_unit}).{units}",
        "en": "For {day} in «{zone}» «{source}» states {value} ({unit}) and «{other_source}» {other_value} "
        "({other_unit}).{units}",
    },
    "units_differ": {
        "ar": " الوحدتان مختلفتان، فلا يصح طرح أحدهما من الآخر.",
        "en": " The units differ, so that one cannot be taken from the other.",
    },
    "share_area_differ": {
        "ar": "نسبة {percent}% من «{zone}» تعني نحو {implied} كم2 من أصل {total} كم2، "
        "بينما المساحة المذكورة {area} كم2 ({area_percent}%).",
        "en": "{percent}% of «{zone}» would be about {implied} km² of {total} km², but the area stated is {area} km² "
        "({area_percent}%).",
    },
    "dated_after_publication": {
        "ar": "يروي النص أمرا وقع يوم {day}، أي بعد نشره يوم {published}.",
        "en": "The text tells as happened what it dates {day}, after its own publication on {published}.",
    },
    "everywhere": {"ar": "كل المناطق", "en": "all zones"},
    "no_unit": {"ar": "بلا وحدة", "en": "no unit told"},
}

LANGUAGES = ("ar", "en")


def message(key: str, **fields: str) -> Mapping[str, str]:
    """The text of an entry in every language. A field that begins with @ is an entry itself; «» is an empty text."""
    found = {}
    for language in LANGUAGES:
        own = {name: _TEXTS[value[1:]][language] if value.startswith("@") else value for name, value in fields.items()}
        found[language] = _TEXTS[key][language].format(**own)
    return found
