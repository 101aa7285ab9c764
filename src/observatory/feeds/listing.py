"""The list of feeds to watch: a TOML file that an analyst writes.

[defaults]
interval_minutes = 15
zone = "Asia/Damascus"

[[feed]]
name = "valley"
address = "https://news.example/rss"
outlet = "صوت الوادي"
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_FIELDS: dict[str, type] = {
    "name": str,
    "address": str,
    "outlet": str,
    "country": str,
    "zone": str,
    "interval_minutes": int,
    "fetch_pages": bool,
}
_SHORTEST_INTERVAL = 1


class FeedListError(ValueError):
    """What is wrong in a list of feeds: the file, the feed and the field, and what helps."""


@dataclass(frozen=True, slots=True)
class FeedSource:
    """One feed as the list describes it."""

    name: str
    address: str
    outlet: str | None = None
    country: str | None = None
    zone: ZoneInfo | None = None
    interval: timedelta = timedelta(minutes=15)
    fetch_pages: bool = True
    """Whether the page of an entry is fetched when the feed carries a summary only."""


def read_feed_list(path: Path) -> tuple[FeedSource, ...]:
    """The feeds of a list, in its order. FeedListError names the file, the feed and the field."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FeedListError(f"{path}: cannot be read ({error.strerror}): check the name and the folder") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FeedListError(f"{path}: is no valid TOML ({error})") from error
    unknown = set(content) - {"defaults", "feed"}
    if unknown:
        raise FeedListError(f"{path}: unknown section «{min(unknown)}»: write [defaults] and [[feed]]")
    defaults = content.get("defaults", {})
    feeds = tuple(
        _feed({**defaults, **fields}, f"{path}, feed {number}")
        for number, fields in enumerate(content.get("feed", []), 1)
    )
    if not feeds:
        raise FeedListError(f"{path}: lists no feed: write a section [[feed]] with name and address")
    _require_unlike(feeds, path)
    return feeds


def _require_unlike(feeds: tuple[FeedSource, ...], path: Path) -> None:
    for field in ("name", "address"):
        values = [getattr(feed, field) for feed in feeds]
        twice = next((value for value in values if values.count(value) > 1), None)
        if twice:
            raise FeedListError(f"{path}: two feeds have the {field} «{twice}»: give each its own")


def _feed(fields: dict[str, Any], where: str) -> FeedSource:
    for name, value in fields.items():
        kind = _FIELDS.get(name)
        if kind is None:
            raise FeedListError(f"{where}: unknown field «{name}»: known are {', '.join(_FIELDS)}")
        if type(value) is not kind:
            raise FeedListError(f"{where}: «{name}» must be a {kind.__name__}, not {value!r}")
    for name in ("name", "address"):
        if not fields.get(name):
            raise FeedListError(f"{where}: «{name}» is missing")
    minutes = fields.get("interval_minutes", 15)
    if minutes < _SHORTEST_INTERVAL:
        raise FeedListError(f"{where}: «interval_minutes» must be at least {_SHORTEST_INTERVAL}")
    return FeedSource(
        name=fields["name"],
        address=_address(fields["address"], where),
        outlet=fields.get("outlet"),
        country=fields.get("country"),
        zone=_zone(fields["zone"], where) if "zone" in fields else None,
        interval=timedelta(minutes=minutes),
        fetch_pages=fields.get("fetch_pages", True),
    )


def _address(value: str, where: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise FeedListError(f"{where}: «address» is «{value}»: write a whole address, https://…")
    return value


def _zone(name: str, where: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise FeedListError(f"{where}: «zone» is «{name}»: write a name such as Asia/Damascus") from error
