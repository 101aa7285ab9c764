"""Actors that share a name across countries («الجيش الوطني», «الحرس الجمهوري»): the country of the document decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hudna.find.phrase import Phrase
from hudna.find.view import SentenceView
from hudna.lexicon.match import Match


def document_country(views: Sequence[SentenceView]) -> str:
    """The country that most of the certain places of a document lie in; empty when it names none."""
    found: Counter[str] = Counter()
    for view in views:
        for hit in view.places:
            countries = {place.country for place in hit.places} if hit.certain else set()
            if len(countries) == 1:
                found.update(countries)
    return next((country for country, _ in found.most_common() if country), "")


def settle_homonyms(view: SentenceView, phrases: Sequence[Phrase], country: str) -> None:
    """Give each actor whose name several entries share the entry of the country, else the one of no country."""
    for phrase in phrases:
        match = phrase.match
        if match is None or match.family != "actor" or len(view.matches[phrase.head]) == 1:
            continue
        same = [m for m in view.matches[phrase.head] if m.family == "actor" and m.last == match.last]
        if len(same) > 1:
            phrase.match = _chosen(same, country)


def _chosen(same: Sequence[Match], country: str) -> Match:
    for wanted in (country, None):
        for match in same:
            if match.entry.data.get("country") == wanted:
                return match
    return same[0]
