"""Claims that are full of what must not get out, and the words by which a leak is found."""

from __future__ import annotations

from datetime import date

from hudna.incidents import join
from hudna.records import Span
from tests.recording import count, named, place, recorded

NAMES = ("الزعفراني", "سلافة", "محمود", "القرنفلي")
"""Words of private persons' names, given names among them."""

SITES = ("الياسمينة", "yasmina", "35.9312", "36.6341")
"""What would lead to the hospital."""

TEXT = (
    "قال الطبيب محمود الزعفراني إن غارة على مستشفى الياسمينة في إدلب قتلت الممرضة سلافة القرنفلي و3 جرحى، "
    "1 في الياسمينة و2 في إدلب"
)
TOLD_AGAIN = "مقتل سلافة القرنفلي في مستشفى الياسمينة"
DAY = date(2021, 5, 11)
LATER = date(2021, 12, 1)
"""A day on which every delay is over."""


def hospital(key: str = "document-الزعفراني:air_strike:17", **more):
    """A strike on a hospital with names everywhere that a name can stand."""
    text = f"{TEXT}. {TOLD_AGAIN}"
    site = place(
        text, "مستشفى الياسمينة", id="hudna:sy.yasmina-hospital", kind="site", precision="exact",
        point=(35.9312, 36.6341), admin1="iso:SY-ID",
    )  # fmt: skip
    again = text.index(TOLD_AGAIN)
    defaults = {
        "day": DAY, "places": [site, "إدلب"], "speaker": "الطبيب محمود الزعفراني",
        "actors": [named(text, "غارة", "weapon.air", "weapon")],
        "targets": [
            named(text, "الممرضة سلافة القرنفلي", None, "person"),
            named(text, "مستشفى الياسمينة", "building.mustashfa", "building"),
        ],
        "counts": [
            count(text, "killed", 3, "3", "الممرضة سلافة القرنفلي", parts=[("الياسمينة", 1), ("إدلب", 2)]),
        ],
        "also": (Span(again, len(text), TOLD_AGAIN),),
        "title": "مقتل سلافة القرنفلي", "note": "سألت محمود الزعفراني بالهاتف",
        "address": "https://news.example.org/2021/مقتل-سلافة-القرنفلي-الياسمينة",
    }  # fmt: skip
    return recorded(key, "air_strike", text, trigger="غارة", **{**defaults, **more})


def quiet(key: str = "b"):
    """Another telling of the same strike that does not say that it was a hospital, and so would give its place away."""
    text = "غارة على حي الياسمينة في إدلب قتلت 3 أشخاص"
    site = place(
        text, "حي الياسمينة", id="hudna:sy.yasmina-hospital", kind="quarter", precision="exact",
        point=(35.9312, 36.6341), admin1="iso:SY-ID",
    )  # fmt: skip
    return recorded(
        key, "air_strike", text, day=DAY, places=[site, "إدلب"], counts=[count(text, "killed", 3, "3", "أشخاص")]
    )


def incident():
    """The two tellings as one incident."""
    from hudna.incidents import Merge

    first, second = hospital(), quiet()
    (joined,) = join([first, second], [Merge((first.key, second.key))])
    return joined


def leaks(shown: str) -> list[str]:
    """The secrets that a text gives away."""
    return [secret for secret in (*NAMES, *SITES) if secret in shown]
