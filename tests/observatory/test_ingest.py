"""Documents come in once, whole, with what they say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from hudna import read
from hudna.sources import Defaults
from observatory.records import ingest
from observatory.records.ingest import Ingest
from observatory.records.models import Claim, Document, IngestItem, IngestRun, NearDuplicate, Reading
from observatory.records.originals import original_path, read_original
from observatory.records.prepare import Unread, prepare
from observatory.records.sources import FileSource
from tests.observatory.texts import RAID, SHELLING, TALE, TRUCE, article, many, take, write_lines

pytestmark = pytest.mark.usefixtures("db")


def test_a_text_comes_in_with_its_bytes_claims_and_columns(tmp_path):
    source = tmp_path / "bulletin.txt"
    source.write_text(SHELLING, "utf-8")
    summary = take(source, defaults=Defaults(published=date(2021, 3, 4), outlet="صحيفة الوادي"))
    assert (summary.new, summary.known, summary.refusals) == (1, 0, [])
    document = Document.objects.get()
    assert read_original(document.original_hash) == SHELLING.encode()
    assert document.body.text == SHELLING
    assert document.outlet.name == "صحيفة الوادي"
    claim = Claim.objects.get(type="shelling")
    assert (claim.from_day, claim.to_day) == (date(2021, 3, 3), date(2021, 3, 3))
    assert claim.country == "SY"
    assert claim.speaker == "الدفاع المدني السوري"
    assert claim.parties.get(role="actor").side == "sy.autonomous"
    assert {count.what: count.value for count in claim.counts.all()} == {"killed": 3, "wounded": 7}
    assert claim.body.read["trigger"]["text"] == "قصفت"


def test_the_same_document_twice_is_one(tmp_path):
    lines = [article(SHELLING, url="https://news.example/1"), article(RAID)]
    first = write_lines(tmp_path / "first.jsonl", lines)
    again = write_lines(tmp_path / "again.jsonl", [article(TRUCE), *lines])
    take(first)
    summary = take(again)
    assert (summary.new, summary.known) == (1, 2)
    assert Document.objects.count() == 3


def test_one_address_with_one_text_is_one_document_though_other_bytes_came(tmp_path):
    source = write_lines(
        tmp_path / "fetched.jsonl",
        [article(SHELLING, url="https://news.example/1", id=str(number)) for number in range(3)],
    )
    assert take(source).known == 2
    assert Document.objects.count() == 1


def test_a_file_read_through_before_is_not_opened_up_again(tmp_path, monkeypatch):
    source = write_lines(tmp_path / "articles.jsonl", many(5))
    take(source)
    monkeypatch.setattr("observatory.records.sources.read_source", None)
    summary = take(source)
    assert (summary.new, summary.known, summary.files_known) == (0, 5, 1)


def test_near_duplicates_are_linked_and_kept(tmp_path):
    article_text = " ".join(many(4)[number]["text"] for number in range(4))
    source = write_lines(
        tmp_path / "copies.jsonl",
        [article(article_text), article(TALE), article(article_text + " وأعيد نشر الخبر.", outlet="موقع الميدان")],
    )
    summary = take(source)
    assert (summary.new, summary.duplicates) == (3, 1)
    link = NearDuplicate.objects.get()
    assert link.similarity > 0.8
    assert link.later.body.text.endswith("نشر الخبر.")


def test_what_is_refused_is_kept_with_its_reason(tmp_path):
    source = tmp_path / "mixed.jsonl"
    write_lines(source, [article(SHELLING)])
    with source.open("a", encoding="utf-8") as stream:
        stream.write("{no json\n")
    summary = take(source, tmp_path / "missing.txt")
    assert summary.new == 1
    assert [refusal.where.rsplit("/", 1)[-1] for refusal in summary.refusals] == ["mixed.jsonl:2", "missing.txt"]
    items = IngestItem.objects.order_by("pk")
    assert [(item.state, item.new, item.refused) for item in items] == [("done", 1, 1), ("done", 0, 1)]
    assert items[0].refusals.get().problem.startswith("not valid JSON")
    assert IngestRun.objects.get().state == "finished"


def test_a_text_on_which_the_reader_fails_is_refused_and_the_others_are_kept(tmp_path):
    def readers(texts):
        for text in texts:
            yield Unread(text.key, "ValueError: made to fail") if text.text == TALE else prepare(text)

    source = write_lines(tmp_path / "articles.jsonl", [article(SHELLING), article(TALE), article(RAID)])
    summary = Ingest(readers).run([FileSource(source)])
    assert summary.new == 2
    assert "made to fail" in summary.refusals[0].problem


def test_a_preview_tells_the_same_and_writes_nothing(tmp_path, home):
    source = write_lines(tmp_path / "articles.jsonl", [*many(4), *many(4), {"title": "no text"}])
    summary = Ingest(lambda texts: map(prepare, texts)).preview([FileSource(source)])
    assert (summary.new, summary.known, len(summary.refusals)) == (4, 4, 1)
    assert not Document.objects.exists()
    assert not IngestRun.objects.exists()
    assert not home.exists()


def test_the_moment_of_publication_keeps_its_zone(tmp_path):
    take(write_lines(tmp_path / "timed.jsonl", [article(SHELLING, published="2021-03-04T23:30:00+03:00")]))
    document = Document.objects.get()
    assert document.published == date(2021, 3, 4)
    assert document.published_zone == "+03:00"
    assert document.published_at.isoformat() == "2021-03-04T20:30:00+00:00"


def test_original_bytes_are_whole_or_not_there(tmp_path, monkeypatch):
    source = write_lines(tmp_path / "articles.jsonl", [article(SHELLING)])

    def fail(number):
        raise OSError("no room")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="no room"):
        take(source)
    assert not Document.objects.exists()
    monkeypatch.undo()


def test_a_reading_is_kept_with_its_engine_and_lexicon(tmp_path):
    take(write_lines(tmp_path / "articles.jsonl", [article(SHELLING)]))
    reading = Reading.objects.get()
    made = read(SHELLING, date(2021, 3, 4))
    assert (reading.engine, reading.lexicon, reading.current) == (made.engine, made.lexicon, True)
    assert reading.claims.count() == len(made.claims)
    assert original_path(reading.document.original_hash).exists()


def test_what_another_run_writes_meanwhile_is_known(tmp_path, monkeypatch):
    lines = [article(SHELLING), article(RAID)]
    take(write_lines(tmp_path / "first.jsonl", lines))
    asked: Iterator[set[str]] = iter([set()])
    known = ingest._known
    monkeypatch.setattr(ingest, "_known", lambda items: next(asked, known(items)))
    summary = take(write_lines(tmp_path / "second.jsonl", [*lines, article(TRUCE)]))
    assert (summary.new, summary.known) == (1, 2)
    assert Document.objects.count() == 3
