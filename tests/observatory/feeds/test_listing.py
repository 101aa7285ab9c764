"""Lists of feeds, and what is said of a wrong one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from observatory.feeds.listing import FeedListError, read_feed_list

GOOD = """
[defaults]
interval_minutes = 30
zone = "Asia/Damascus"
[[feed]]
name = "valley"
address = "https://news.example/rss"
outlet = "صوت الوادي"
[[feed]]
name = "mountain"
address = "https://mountain.example/atom"
interval_minutes = 5
fetch_pages = false
"""


def read(tmp_path, content):
    path = tmp_path / "feeds.toml"
    path.write_text(content, encoding="utf-8")
    return read_feed_list(path)


def test_feeds_take_the_defaults_and_may_differ(tmp_path):
    valley, mountain = read(tmp_path, GOOD)
    assert valley.interval == timedelta(minutes=30) and valley.outlet == "صوت الوادي" and valley.fetch_pages
    assert mountain.interval == timedelta(minutes=5) and not mountain.fetch_pages
    assert str(valley.zone) == str(mountain.zone) == "Asia/Damascus"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('name = "mountain"', 'name = "valley"', "two feeds have the name «valley»"),
        ('name = "mountain"', "", "feed 2: «name» is missing"),
        ('"https://mountain.example/atom"', '"mountain.example"', "feed 2: «address» is «mountain.example»"),
        ("interval_minutes = 5", "interval_minutes = 0", "feed 2: «interval_minutes» must be at least 1"),
        ("interval_minutes = 5", 'interval_minutes = "5"', "feed 2: «interval_minutes» must be a int"),
        ("Asia/Damascus", "Asia/Nowhere", "feed 1: «zone» is «Asia/Nowhere»"),
        ("fetch_pages", "fetch", "feed 2: unknown field «fetch»"),
        ("[defaults]", "[default]", "unknown section «default»"),
        ("[[feed]]", "[[feed", "is no valid TOML"),
    ],
)
def test_a_wrong_list_names_the_feed_and_the_field(tmp_path, old, new, said):
    with pytest.raises(FeedListError, match=r"feeds\.toml") as caught:
        read(tmp_path, GOOD.replace(old, new))
    assert said in str(caught.value)


def test_an_empty_and_a_missing_list(tmp_path):
    with pytest.raises(FeedListError, match="lists no feed"):
        read(tmp_path, "")
    with pytest.raises(FeedListError, match="check the name"):
        read_feed_list(tmp_path / "none.toml")
