"""Takes sources into the record: in batches, each whole or not at all, so that a killed run loses and doubles nothing.

A document is known again by the hash of its original bytes, or by its address and text. A file is known again by its
bytes: one that was read through before is not opened up again. A run that was cut short is therefore finished by
running it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.utils import timezone

from hudna.sources import Refusal, SourceDocument
from observatory.records.duplicates import link_duplicates
from observatory.records.models import Document, IngestItem, IngestRefusal, IngestRun
from observatory.records.models.ingest import ItemState, RunState
from observatory.records.originals import keep_original
from observatory.records.pieces import pieces
from observatory.records.pool import Readers
from observatory.records.prepare import Incoming, Prepared, Text, Unread, incoming, reader_version
from observatory.records.sources import DocumentSource
from observatory.records.write import write_documents

BATCH = 64
_ATTEMPTS = 3
Advance = Callable[[int], None]


@dataclass(slots=True)
class Summary:
    """What a run did, or would do."""

    new: int = 0
    known: int = 0
    claims: int = 0
    duplicates: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    files_known: int = 0
    """Files that were read through before, whose documents are counted as known."""


@dataclass(frozen=True, slots=True)
class Ingest:
    """How sources are taken in. `advance` is told the bytes of each document that was looked at."""

    readers: Readers
    advance: Advance = lambda size: None

    def run(self, sources: Sequence[DocumentSource]) -> Summary:
        """Take in sources, and keep what became of each."""
        engine, lexicon = reader_version()
        IngestRun.objects.filter(state=RunState.RUNNING).update(state=RunState.INTERRUPTED)
        run = IngestRun.objects.create(
            started_at=timezone.now(), paths=[source.name for source in sources], engine=engine, lexicon=lexicon
        )
        items = [IngestItem.objects.create(run=run, path=source.name) for source in sources]
        total = Summary()
        for source, item in zip(sources, items, strict=True):
            self._take_source(source, item, total)
        run.new, run.known, run.refused = total.new, total.known, len(total.refusals)
        run.state, run.finished_at = RunState.FINISHED, timezone.now()
        run.save()
        return total

    def preview(self, sources: Sequence[DocumentSource]) -> Summary:
        """What a run over these sources would find; nothing is written."""
        total = Summary()
        seen: set[str] = set()
        for source in sources:
            for piece in pieces(source.documents(), BATCH):
                fresh = self._sorted_out(piece, total, seen)
                total.new += len(fresh)
                seen.update(mark for item in fresh for mark in _marks(item))
        return total

    def _take_source(self, source: DocumentSource, item: IngestItem, total: Summary) -> None:
        item.size, item.content_hash = source.size(), source.mark()
        before = _read_through(item.content_hash)
        if before is not None:
            item.known, item.state = before.new + before.known, ItemState.DONE
            item.save()
            total.known += item.known
            total.files_known += 1
            self.advance(item.size)
            return
        item.state = ItemState.READING
        item.save()
        self._take_documents(source, item, total)
        item.state = ItemState.DONE
        item.save()

    def _take_documents(self, source: DocumentSource, item: IngestItem, total: Summary) -> None:
        """Read each batch while the one before it is written."""
        before: _Batch | None = None
        for piece in pieces(source.documents(), BATCH):
            batch = self._begin(piece, before.marks() if before else set())
            if before is not None:
                _write(before, item, total)
            before = batch
        if before is not None:
            _write(before, item, total)

    def _begin(self, piece: list[SourceDocument | Refusal], coming: set[str]) -> _Batch:
        found = Summary()
        fresh = self._sorted_out(piece, found, coming)
        texts = [
            Text(str(at), item.text, item.source.title, item.source.published, item.source.outlet)
            for at, item in enumerate(fresh)
        ]
        return _Batch(found, fresh, self.readers(texts))

    def _sorted_out(self, piece: list[SourceDocument | Refusal], total: Summary, seen: set[str]) -> list[Incoming]:
        """The documents of a piece that the record does not hold yet."""
        came = []
        for found in piece:
            self.advance(found.size)
            if isinstance(found, Refusal):
                total.refusals.append(found)
            else:
                came.append(incoming(found))
        known = _known(came) | seen
        fresh = []
        for item in came:
            marks = _marks(item)
            if known.isdisjoint(marks):
                fresh.append(item)
                known.update(marks)
            else:
                total.known += 1
        return fresh


@dataclass(frozen=True, slots=True)
class _Batch:
    """Documents that are being read and are written together."""

    found: Summary
    fresh: list[Incoming]
    outcomes: Iterator[Prepared | Unread]

    def marks(self) -> set[str]:
        return {mark for item in self.fresh for mark in _marks(item)}


def _write(batch: _Batch, item: IngestItem, total: Summary) -> None:
    ready: list[tuple[Incoming, Prepared]] = []
    for new, outcome in zip(batch.fresh, batch.outcomes, strict=True):
        if isinstance(outcome, Unread):
            batch.found.refusals.append(_failed(new, outcome))
        else:
            ready.append((new, outcome))
    for new, _ in ready:
        keep_original(new.source.original, new.original_hash)
    stored = _store_beside_others(batch.found, ready, item)
    total.new += len(stored)
    total.known += batch.found.known
    total.claims += sum(len(prepared.claims) for _, prepared in stored)
    total.duplicates += batch.found.duplicates
    total.refusals.extend(batch.found.refusals)


def _store_beside_others(
    found: Summary, ready: list[tuple[Incoming, Prepared]], item: IngestItem
) -> list[tuple[Incoming, Prepared]]:
    """Write a batch; what another run has written meanwhile is known. Gives what was written."""
    for _ in range(_ATTEMPTS):
        try:
            _store(found, ready, item)
            return ready
        except IntegrityError:
            item.refresh_from_db()
            known = _known([new for new, _ in ready])
            fresh = [pair for pair in ready if known.isdisjoint(_marks(pair[0]))]
            found.known += len(ready) - len(fresh)
            ready = fresh
    _store(found, ready, item)
    return ready


def _store(found: Summary, ready: list[tuple[Incoming, Prepared]], item: IngestItem) -> None:
    with transaction.atomic():
        documents = write_documents(ready, timezone.now())
        found.duplicates = link_duplicates(documents, [prepared.signature for _, prepared in ready])
        _write_refusals(item, found.refusals)
        item.new += len(ready)
        item.known += found.known
        item.refused += len(found.refusals)
        item.save()


def _failed(item: Incoming, outcome: Unread) -> Refusal:
    problem = f"the reader failed on it ({outcome.problem})"
    return Refusal(item.source.where, problem, "report it with its text")


def _marks(item: Incoming) -> tuple[str, ...]:
    """What a document is known again by."""
    if item.address_hash is None:
        return (item.original_hash,)
    return (item.original_hash, f"{item.address_hash} {item.text_hash}")


def _known(items: list[Incoming]) -> set[str]:
    """The marks of these documents that the record holds."""
    originals = Document.objects.filter(original_hash__in=[item.original_hash for item in items])
    found = set(originals.values_list("original_hash", flat=True))
    texts = Document.objects.filter(text_hash__in=[item.text_hash for item in items], address_hash__isnull=False)
    found.update(f"{address} {text}" for address, text in texts.values_list("address_hash", "text_hash"))
    return found


def _read_through(content_hash: str | None) -> IngestItem | None:
    """An earlier item of the same file that was read to its end with nothing refused."""
    if content_hash is None:
        return None
    done = IngestItem.objects.filter(content_hash=content_hash, state=ItemState.DONE, refused=0)
    return done.order_by("pk").first()


def _mark_interrupted() -> None:
    IngestRun.objects.filter(state=RunState.RUNNING).update(state=RunState.INTERRUPTED)


def _write_refusals(item: IngestItem, refusals: list[Refusal]) -> None:
    IngestRefusal.objects.bulk_create(
        [
            IngestRefusal(item=item, place=refusal.where, problem=refusal.problem, remedy=refusal.remedy)
            for refusal in refusals
        ]
    )
