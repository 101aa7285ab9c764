"""The order of the steps: text → tokens → views → voices → claims → sums. This module alone knows it."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from types import MappingProxyType

from hudna.arabic.sentences import sentences
from hudna.arabic.tokens import Token, tokenise
from hudna.attribution import Voices, attribute
from hudna.claims.build import ClaimBuilder, speaker_at
from hudna.claims.draft import Draft
from hudna.claims.tallies import add_tallies, document_breakdowns
from hudna.find.sentence import SentenceReader
from hudna.find.view import SentenceView
from hudna.gazetteer import Gazetteer
from hudna.home import imported_tables
from hudna.lexicon.store import Lexicon, default_lexicon
from hudna.lexicon.weights import Sign, Weights, find_weights
from hudna.records import Claim, Document, Reading
from hudna.sums import check_sums

ENGINE = "0.1.0"


class RuleReader:
    """The default reader: deterministic, offline, from lexicon and gazetteer."""

    def __init__(
        self, lexicon: Lexicon, gazetteer: Gazetteer, weights: Mapping[str, Weights] = MappingProxyType({})
    ) -> None:
        self._lexicon = lexicon
        self._sentences = SentenceReader(lexicon, gazetteer)
        self._builder = ClaimBuilder(gazetteer, weights)

    def read(self, document: Document) -> Reading:
        """Read one document into claims and findings."""
        with _collector_paused():
            return self._read(document)  # which drops its views and drafts before the collector could look through them

    def _read(self, document: Document) -> Reading:
        text = document.text
        tokens, views, voices = self._prepare(document)
        claims = self._builder.claims(text, tokens, views, voices, document.published)
        breakdowns = document_breakdowns(text, tokens, views)
        claims = add_tallies(text, claims, breakdowns, lambda offset: speaker_at(text, tokens, voices, offset))
        return Reading(document, tuple(claims), check_sums(claims), ENGINE, self._lexicon.version)

    def event_words(self, document: Document) -> list[tuple[Draft, list[Sign]]]:
        """Every event word of a document with what can be weighed of it: what `hudna learn` learns from."""
        _, views, voices = self._prepare(document)
        return list(self._builder.signs(views, voices))

    def tellings(self, document: Document) -> list[tuple[Draft, Claim]]:
        """The events of a document as drafts and as claims: what `hudna learn` learns dates from."""
        tokens, views, voices = self._prepare(document)
        return self._builder.drafts(document.text, tokens, views, voices, document.published)

    def _prepare(self, document: Document) -> tuple[list[Token], list[SentenceView], Voices]:
        text = document.text
        tokens = tokenise(text)
        ranges = sentences(text, tokens)
        views = list(self._sentences.views(text, tokens, ranges, document.published))
        return tokens, views, attribute(text, tokens, ranges, _actors(views))


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Hold back the collector of cycles: a reading makes none, so that it would look through all of it for nothing."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _actors(views: list[SentenceView]) -> dict[int, int]:
    """First token → last token (half-open) of the known actors, for the speakers' noun phrases."""
    found: dict[int, int] = {}
    for view in views:
        for at, matches in enumerate(view.matches):
            for match in matches:
                if match.family == "actor":
                    found[view.tokens_at[at]] = view.tokens_at[match.last - 1] + 1
                    break
    return found


@lru_cache(maxsize=1)
def default_reader() -> RuleReader:
    """The reader with the shipped lexicon and gazetteer, made once."""
    lexicon = default_lexicon()
    reader = RuleReader(lexicon, Gazetteer.load(imported_tables()), find_weights(lexicon.folders))
    gc.freeze()  # they stay for good: without this the collector walks all of them again and again while texts are read
    return reader
