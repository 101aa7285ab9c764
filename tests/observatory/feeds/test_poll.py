"""Feeds asked over a real connection: conditional requests, pages behind entries, failures and waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import httpx
import pytest

from hudna.sources import Refusal, SourceDocument
from observatory.feeds.client import Client, FetchError
from observatory.feeds.listing import FeedSource
from observatory.feeds.poll import poll
from observatory.feeds.schedule import FeedState, after_failure
from tests.observatory.feeds.server import Page, WebServer, web_server
from tests.sources.articles import PAGE, TEXT

NOW = datetime(2021, 3, 5, 6, 0, tzinfo=UTC)
QUARTER = timedelta(minutes=15)


@pytest.fixture
def server() -> Iterator[WebServer]:
    with web_server() as running:
        running.pages["/rss"] = Page(feed(running).encode(), headers={"ETag": '"one"', "Content-Type": "text/xml"})
        running.pages["/a"] = Page(PAGE.encode(), headers={"Content-Type": "text/html; charset=utf-8"})
        yield running


@pytest.fixture
def client() -> Iterator[Client]:
    with Client(largest=100_000) as running:
        yield running


def feed(server: WebServer, more: str = "") -> str:
    return f"""<?xml version="1.0"?><rss version="2.0"><channel><title>صوت الوادي</title>
    <item><title>خرق جديد</title><link>{server.address("/a")}</link><guid>a</guid>
    <pubDate>Fri, 05 Mar 2021 01:10:00 +0300</pubDate><description>ملخص في سطر واحد</description></item>
    {more}</channel></rss>"""


def source(server: WebServer, path: str = "/rss") -> FeedSource:
    return FeedSource("valley", server.address(path), country="YE")


def nothing_known(address: str) -> bool:
    return False


def test_the_page_of_a_summary_is_fetched_and_filed(server, client):
    result = poll(source(server), FeedState(), client, NOW, nothing_known)
    (article,) = result.found
    assert isinstance(article, SourceDocument)
    assert TEXT.splitlines()[0] in article.text and article.original == PAGE.encode()
    assert (article.address, article.country) == (server.address("/a"), "YE")
    assert article.outlet == "صوت الوادي" and article.published == date(2021, 3, 5)
    assert result.state.due == NOW + QUARTER and result.state.failures == 0


def test_an_unchanged_feed_is_not_sent_again(server, client):
    first = poll(source(server), FeedState(), client, NOW, nothing_known)
    second = poll(source(server), first.state, client, NOW, nothing_known)
    assert second.unchanged and not second.found
    assert second.state.marks.entity_tag == '"one"'


def test_only_entries_that_are_not_known_are_fetched(server, client):
    more = f"<item><title>خبر</title><link>{server.address('/b')}</link></item>"
    server.pages["/rss"] = Page(feed(server, more).encode())
    server.pages["/b"] = server.pages["/a"]
    result = poll(source(server), FeedState(), client, NOW, {server.address("/a")}.__contains__)
    assert server.asked == ["/rss", "/b"] and len(result.found) == 1


def test_a_page_that_is_gone_is_refused_and_the_feed_goes_on(server, client):
    more = f"<item><title>خبر</title><link>{server.address('/gone')}</link></item>"
    server.pages["/rss"] = Page(feed(server, more).encode())
    article, refusal = poll(source(server), FeedState(), client, NOW, nothing_known).found
    assert isinstance(article, SourceDocument)
    assert isinstance(refusal, Refusal) and "404" in refusal.problem


def test_a_time_in_the_feed_dates_a_page_that_has_none(server, client):
    undated = PAGE.replace('<meta property="article:published_time" content="2021-03-05T01:10:00+03:00">', "")
    server.pages["/a"] = Page(undated.encode(), headers={"Content-Type": "text/html"})
    (article,) = poll(source(server), FeedState(), client, NOW, nothing_known).found
    assert isinstance(article, SourceDocument) and article.published == date(2021, 3, 5)
    assert article.published_at and article.published_at.utcoffset() == timedelta(hours=3)


def test_a_failing_server_is_asked_ever_more_rarely_and_forgiven_at_once(server, client):
    server.pages["/rss"] = Page(status=503)
    state, waits = FeedState(), []
    for _ in range(9):
        state = poll(source(server), state, client, NOW, nothing_known).state
        assert state.due
        waits.append(state.due - NOW)
    assert waits[:4] == [QUARTER, 2 * QUARTER, 4 * QUARTER, 8 * QUARTER] and waits[-1] == timedelta(hours=24)
    assert state.failures == 9 and state.problem and "503" in state.problem and state.remedy
    server.pages["/rss"] = Page(feed(server).encode())
    healed = poll(source(server), state, client, NOW, nothing_known).state
    assert (healed.failures, healed.problem, healed.due) == (0, None, NOW + QUARTER)


def test_a_server_that_names_a_wait_is_obeyed(server, client):
    server.pages["/rss"] = Page(status=429, headers={"Retry-After": "7200"})
    state = poll(source(server), FeedState(), client, NOW, nothing_known).state
    assert state.due == NOW + timedelta(hours=2)


def test_an_address_that_is_gone_waits_a_day_at_once(server, client):
    state = poll(source(server, "/none"), FeedState(), client, NOW, nothing_known).state
    assert state.due == NOW + timedelta(hours=24) and state.problem and "404" in state.problem


def test_what_is_no_feed_is_a_failure_that_says_so(server, client):
    state = poll(source(server, "/a"), FeedState(), client, NOW, nothing_known).state
    assert state.problem and "no RSS" in state.problem


def test_a_page_over_the_limit_is_not_taken(server, client):
    server.pages["/large"] = Page(b"x" * 100_001)
    with pytest.raises(FetchError, match="100,000"):
        client.get(server.address("/large"))


@pytest.mark.parametrize("address", ["ftp://news.example/a", "no address", "http://", "http://127.0.0.1:1/closed"])
def test_an_address_that_cannot_be_reached_says_why(client, address):
    with pytest.raises(FetchError) as caught:
        client.get(address)
    assert caught.value.problem and caught.value.remedy


def test_silence_is_a_passing_failure():
    def silent(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("no answer")

    with Client(transport=httpx.MockTransport(silent)) as client, pytest.raises(FetchError) as caught:
        client.get("http://news.example/a")
    assert caught.value.passing


def test_failures_keep_what_was_known_before():
    state = FeedState(answered=NOW, due=NOW)
    later = after_failure(state, FetchError("x", "y", True), NOW + QUARTER, QUARTER)
    assert later.answered == NOW and later.marks == state.marks
    assert replace(later, due=NOW).is_due(NOW) and not later.is_due(NOW)
