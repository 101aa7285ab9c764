"""Pages, feeds and archives of the web."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta, timezone

import pytest
from fastwarc import WarcRecord, WarcRecordType

from hudna.sources import Defaults, read_bytes
from hudna.sources.feed import parse_feed
from tests.sources.articles import ADDRESS, ATOM, OUTLET, PAGE, RSS, TEXT, TITLE, only, refused, sorted_out

THREE_HOURS_EAST = timezone(timedelta(hours=3))
MOMENT = datetime(2021, 3, 5, 1, 10, tzinfo=THREE_HOURS_EAST)


def test_a_page_gives_its_article_and_not_its_frame():
    document = only(read_bytes(PAGE.encode(), "page.html", Defaults(address=ADDRESS)))
    assert all(sentence in document.text for sentence in TEXT.splitlines())
    for frame in ("الرئيسية", "رياضة", "سيارات", "الحقوق"):
        assert frame not in document.text
    assert (document.title, document.outlet, document.address) == (TITLE, OUTLET, ADDRESS)
    assert document.original == PAGE.encode()


def test_a_page_keeps_the_zone_of_its_time_and_the_day_of_that_zone():
    document = only(read_bytes(PAGE.encode(), "page.html", Defaults()))
    assert document.published == date(2021, 3, 5)  # in Greenwich it was still the fourth
    assert document.published_at == MOMENT
    assert document.published_at.utcoffset() == timedelta(hours=3)


def test_a_time_without_zone_is_in_the_zone_of_the_defaults():
    page = PAGE.replace("T01:10:00+03:00", "T01:10:00")
    assert only(read_bytes(page.encode(), "page.html", Defaults())).published_at is None
    zoned = only(read_bytes(page.encode(), "page.html", Defaults(zone=THREE_HOURS_EAST)))
    assert zoned.published_at == MOMENT


def test_linked_data_tells_the_time():
    stamp = '<script type="application/ld+json">{"@graph":[{"datePublished":"2021-03-02T08:00:00Z"}]}</script></head>'
    page = PAGE.replace("</head>", stamp)
    assert only(read_bytes(page.encode(), "page.html", Defaults())).published == date(2021, 3, 2)


@pytest.mark.parametrize("data", [b"<html><body></body></html>", b"<html><p>Only English here, and no more.</p>"])
def test_a_page_without_an_arabic_article_is_refused(data):
    refusal = refused(read_bytes(data, "page.html", Defaults(), "html"))
    assert refusal.where == "page.html" and refusal.remedy


def test_a_feed_gives_an_article_for_each_arabic_entry_and_refuses_the_others():
    (document,), (refusal,) = sorted_out(read_bytes(RSS.encode(), "feed.xml", Defaults()))
    assert document.text == TEXT
    assert (document.id, document.address, document.outlet) == ("report-14", ADDRESS, OUTLET)
    assert (document.published, document.published_at) == (date(2021, 3, 5), MOMENT)
    assert refusal.where == "feed.xml#2" and "not Arabic" in refusal.problem


def test_an_atom_entry_with_a_summary_only_says_so():
    feed = parse_feed(ATOM.encode(), Defaults())
    (entry,) = feed.entries
    assert feed.title == OUTLET and not entry.whole and entry.published_at == MOMENT
    assert parse_feed(RSS.encode(), Defaults()).entries[0].whole


def test_an_entry_is_known_by_itself_and_not_by_the_feed_around_it():
    later = RSS.replace(
        "<item><title>Sports", "<item><title>خبر</title><link>https://news.example/16</link></item><item><title>Sports"
    )
    (first,), _ = sorted_out(read_bytes(RSS.encode(), "a.xml", Defaults()))
    (second,), _ = sorted_out(read_bytes(later.encode(), "b.xml", Defaults()))
    assert first.original == second.original


@pytest.mark.parametrize(
    "data", [b"<?xml version='1.0'?><other/>", b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>"]
)
def test_what_is_no_feed_or_an_empty_one_is_refused(data):
    refusal = refused(read_bytes(data, "feed.xml", Defaults()))
    assert "feed" in refusal.problem and refusal.remedy


def archive(*answers: tuple[str, str, str]) -> bytes:
    """A WARC file of (address, head of the answer, body)."""
    stream = io.BytesIO()
    for address, head, body in answers:
        record = WarcRecord()
        record.init_headers(WarcRecordType.response)
        record.headers["WARC-Target-URI"] = address
        record.headers["Content-Type"] = "application/http; msgtype=response"
        record.set_bytes_content(head.encode() + b"\r\n\r\n" + body.encode())
        record.write(stream, checksum_data=False)
    return stream.getvalue()


HTML_HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8"


def test_an_archive_gives_the_pages_that_were_answered_with_success():
    data = archive(
        (ADDRESS, HTML_HEAD, PAGE),
        ("https://news.example/missing", HTML_HEAD.replace("200 OK", "404 Not Found"), PAGE),
        ("https://news.example/logo.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png", "png"),
    )
    document = only(read_bytes(data, "crawl.warc", Defaults()))
    assert document.address == ADDRESS and document.title == TITLE and document.original == PAGE.encode()


def test_an_archive_without_answers_is_refused():
    refusal = refused(read_bytes(b"WARC/1.0\r\n", "crawl.warc", Defaults()))
    assert "WARC" in refusal.remedy
