"""`hudna watch` and `hudna ingest URL` over a real connection."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from observatory.feeds.client import Client
from observatory.feeds.listing import read_feed_list
from observatory.records.ingest import Ingest
from observatory.records.models import Document, Feed, IngestRun
from observatory.records.prepare import prepare
from observatory.records.watch import ask, due_sources, next_moment
from tests.observatory.feeds.server import Page, WebServer, web_server
from tests.observatory.texts import SHELLING

ITEM = """<item><title>قصف سراقب</title><link>{address}</link><guid>{address}</guid>
<pubDate>Thu, 04 Mar 2021 23:30:00 +0300</pubDate><content:encoded><![CDATA[<p>{text}</p>]]></content:encoded></item>"""
FEED = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>صوت الوادي</title>{items}</channel></rss>"""


@pytest.fixture
def server() -> Iterator[WebServer]:
    """A server with a feed of one whole article and a page."""
    with web_server() as running:
        publish(running, running.address("/first"))
        page = f"<html><body><article><p>{SHELLING}</p></article></body></html>"
        running.pages["/page"] = Page(page.encode(), headers={"Content-Type": "text/html; charset=utf-8"})
        yield running


def publish(server: WebServer, *addresses: str) -> None:
    """Let the feed hold articles of these addresses."""
    items = "".join(ITEM.format(address=address, text=f"{SHELLING} ({address[-6:]})") for address in addresses)
    tag = f'"{len(addresses)}"'
    server.pages["/rss"] = Page(
        FEED.format(items=items).encode(), headers={"ETag": tag, "Content-Type": "application/rss+xml"}
    )


@pytest.fixture
def feeds(server: WebServer, tmp_path: Path) -> Path:
    """A list of one feed that answers and one that does not."""
    path = tmp_path / "feeds.toml"
    entry = '[[feed]]\nname = "{}"\naddress = "{}"\nfetch_pages = false\n'
    path.write_text(
        entry.format("valley", server.address("/rss")) + entry.format("lost", server.address("/none")), "utf-8"
    )
    return path


def test_new_articles_come_in_once_and_each_feed_keeps_its_state(hudna: Callable, feeds: Path, server: WebServer):
    told = hudna("watch", feeds, "--once", status=1)
    assert "valley: 1 new document" in told.stdout
    assert "lost: " in told.stderr
    document = Document.objects.get()
    assert (document.outlet.name, document.published_zone) == ("صوت الوادي", "+03:00")
    assert "valley: unchanged" in hudna("watch", feeds, "--once", status=1).stdout
    publish(server, server.address("/first"), server.address("/second"))
    assert "valley: 1 new document" in hudna("watch", feeds, "--once", status=1).stdout
    assert Document.objects.count() == 2
    shown = hudna("watch", feeds, "--status").stdout
    assert "valley: 2 documents, answered " in shown
    assert "3 failures in a row" in shown
    assert IngestRun.objects.count() == 2


@pytest.mark.usefixtures("db")
def test_feeds_are_asked_when_they_are_due(feeds: Path):
    sources = read_feed_list(feeds)
    now = timezone.now()
    assert due_sources(sources, now) == list(sources)
    assert next_moment(sources) is None
    with Client() as client:
        for source in sources:
            ask(source, client, Ingest(lambda texts: map(prepare, texts)), now)
    assert due_sources(sources, now) == []
    assert next_moment(sources) == now + timedelta(minutes=15)
    assert [source.name for source in due_sources(sources, now + timedelta(minutes=16))] == ["valley"]
    assert Feed.objects.get(name="lost").due == now + timedelta(hours=24)


def test_a_wrong_list_is_told(hudna: Callable, tmp_path: Path):
    assert "cannot be read" in hudna("watch", tmp_path / "none.toml", status=2).stderr


def test_a_page_is_taken_from_its_address(hudna: Callable, server: WebServer):
    assert "new: 1 document" in hudna("ingest", server.address("/page")).stdout
    assert Document.objects.get().address == server.address("/page")
    assert "1 known" in hudna("ingest", server.address("/page")).stdout
    hudna("ingest", server.address("/nothing"), status=1)
