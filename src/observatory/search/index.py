"""Keeps the searched words up with documents, readings and decisions, and asks the databases for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.signals import post_save

from hudna.labels import STATUSES, TYPES
from hudna.protect import PUBLIC, Gate, ProtectedClaim, default_gate
from hudna.recorded import RecordedClaim
from observatory.records.models import Claim, Document
from observatory.records.pieces import numbers_of, pieces
from observatory.records.recorded import recorded_of
from observatory.records.signals import readings_written
from observatory.review.models import Decision
from observatory.search.models import ClaimWords, TextWords
from observatory.search.words import Question, indexed, indexed_names

_ASKED = 500
_LATER = timedelta(days=36525)
"""Words are made as if every delay were over: whether a claim is open yet is asked when it is looked for."""
Advance = Callable[[int], None]


def rebuild(advance: Advance = lambda number: None) -> int:
    """Make all words anew. Gives the number of documents."""
    total = 0
    ClaimWords.objects.filter(claim__current=False).delete()
    for asked in numbers_of(Document.objects.all(), _ASKED):
        take_documents(asked)
        total += len(asked)
        advance(len(asked))
    return total


def take_documents(numbers: Sequence[int]) -> None:
    """Make the words of these documents and of their current claims anew."""
    rows = Document.objects.filter(pk__in=numbers).values_list("pk", "title", "body__text")
    texts = [TextWords(document_id=pk, words=indexed(f"{title or ''}\n{text or ''}")) for pk, title, text in rows]
    claims = _words_of(Claim.objects.filter(document__in=numbers, current=True))
    # Words are made before anything is locked: others go on writing meanwhile.
    with transaction.atomic():
        TextWords.objects.filter(document__in=numbers).delete()
        TextWords.objects.bulk_create(texts, batch_size=_ASKED)
        ClaimWords.objects.filter(claim__document__in=numbers).delete()
        ClaimWords.objects.bulk_create(claims, batch_size=_ASKED)


def _words_of(claims: QuerySet[Claim]) -> list[ClaimWords]:
    known = dict(claims.values_list("key", "pk"))
    gate, later = default_gate(), date.today() + _LATER
    return [
        ClaimWords(claim_id=known[claim.key], words=words)
        for claim in recorded_of(known)
        if (words := _claim_words(gate, claim, later))
    ]


def _claim_words(gate: Gate, claim: RecordedClaim, today: date) -> str:
    told = gate.claim(claim, PUBLIC, today, True)
    return indexed_names(filter(None, _told(told))) if told is not None else ""


def _told(claim: ProtectedClaim) -> Iterable[str | None]:
    """Every word that the public page of a claim shows."""
    yield from (claim.neutral.get("ar"), claim.neutral.get("en"), *TYPES[claim.type], *STATUSES[claim.status])
    for party in (*claim.actors, *claim.targets, *filter(None, (claim.speaker,))):
        yield from (party.name, party.english)
    for place in claim.places:
        yield from (place.name, place.english, place.admin1_name, place.admin1_english, place.country_english)
    for count in claim.counts:
        yield from (count.of, None if count.value is None else f"{count.value:g}")
    yield claim.document.outlet


def connect() -> None:
    """Listen to readings and decisions."""
    readings_written.connect(_readings_written, dispatch_uid="search")
    post_save.connect(_decision_made, sender=Decision, dispatch_uid="search")


def _readings_written(documents: Iterable[int], **more: Any) -> None:
    for numbers in pieces(documents, _ASKED):
        take_documents(numbers)


def _decision_made(instance: Decision, raw: bool = False, **more: Any) -> None:
    if not raw and instance.target_kind == Decision.Kind.CLAIM:
        transaction.on_commit(partial(follow, instance.target_key))


def follow(key: str) -> None:
    """Bring the words of a claim up to what was decided about it."""
    claims = Claim.objects.filter(key=key, current=True)
    words = _words_of(claims)
    with transaction.atomic():
        ClaimWords.objects.filter(claim__in=claims).delete()
        ClaimWords.objects.bulk_create(words)


def documents_with(asked: Question) -> Matching:
    """The numbers of the documents whose text holds all words of a question."""
    return _matching("search_textwords", "document_id", asked)


def claims_with(asked: Question) -> Matching:
    """The numbers of the claims that the public may find by all words of a question."""
    return _matching("search_claimwords", "claim_id", asked)


@dataclass(frozen=True, slots=True)
class Matching:
    """The question that finds the numbers of what holds some words."""

    sql: str
    words: str

    def numbers(self) -> RawSQL:
        """The numbers as a part of another question."""
        return RawSQL(self.sql, [self.words])

    def number(self, most: int) -> int:
        """How many there are; `most` where there are as many or more."""
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM ({self.sql} LIMIT %s) AS found", [self.words, most])
            return int(cursor.fetchone()[0])


def _matching(table: str, key: str, asked: Question) -> Matching:
    if connection.vendor == "sqlite":
        match = " AND ".join(f'"{word}"' for word in asked.words)
        return Matching(f"SELECT rowid FROM {table}_index WHERE {table}_index MATCH %s", match)
    return Matching(
        f"SELECT {key} FROM {table} WHERE to_tsvector('simple', words) @@ plainto_tsquery('simple', %s)",
        " ".join(asked.words),
    )
