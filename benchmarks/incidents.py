"""How well articles on one event are joined, and how the time to join grows with the number of claims.

    python benchmarks/incidents.py CLUSTERS --articles ARTICLES    precision and recall over pairs of articles
    ... --pairs wrong | --pairs missed                             the pairs themselves
    python benchmarks/incidents.py --scale 100000                  claims joined a second, on made-up claims

CLUSTERS is JSON Lines with a list `ids` of the articles on one event; ARTICLES is JSON Lines with `id`, `text` and,
where known, `title`, `published`, `outlet`. Two articles are joined when they share an incident of at most three days
that lies at most four days before their publication: what a text recalls of earlier months joins no news. The clusters
name only some of the articles that tell one event, so that a pair outside them is not wrong before somebody has looked
at it.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

from hudna import read
from hudna.incidents import Incident, join
from hudna.recorded import RecordedClaim, RecordedDocument
from hudna.records import Count, PlaceMention, Source, Span, When

LONGEST_DAYS = 2
DAYS_BEFORE = 4
Pair = tuple[str, str]


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def recorded(articles: Sequence[dict[str, Any]]) -> list[RecordedClaim]:
    """Every claim of the articles, as the record would hand it out."""
    found = []
    for article in articles:
        published = date.fromisoformat(article["published"]) if article.get("published") else None
        document = RecordedDocument(
            article["id"], article.get("title"), article.get("outlet"), article.get("url"), published
        )
        reading = read(article["text"], published, article.get("outlet"))
        for at, claim in enumerate(reading.claims):
            key = f"{article['id']}:{claim.type}:{claim.trigger.start}:{at}"
            found.append(RecordedClaim(key, document, claim, reading.engine, reading.lexicon))
    return found


def joined(incidents: Sequence[Incident]) -> set[Pair]:
    """The pairs of articles that share news of one incident."""
    pairs: set[Pair] = set()
    for incident in incidents:
        if incident.first_day is None or incident.last_day is None:
            continue
        if (incident.last_day - incident.first_day).days > LONGEST_DAYS:
            continue
        documents = {claim.document.key: claim.document.published for claim in incident.claims}
        recent = sorted(
            key
            for key, published in documents.items()
            if published is not None and incident.last_day >= published - timedelta(days=DAYS_BEFORE)
        )
        pairs.update(combinations(recent, 2))
    return pairs


def clustered(clusters: Sequence[dict[str, Any]]) -> tuple[set[Pair], set[str]]:
    """The pairs of articles that the clusters hold, and all the articles in them."""
    pairs = {pair for cluster in clusters for pair in combinations(sorted(cluster["ids"]), 2)}
    return pairs, {identity for cluster in clusters for identity in cluster["ids"]}


def compare(clusters: Path, articles: Path, show: str | None) -> None:
    """Print precision and recall, and the pairs asked for."""
    texts = {article["id"]: article for article in lines(articles)}
    claims = recorded(list(texts.values()))
    found = joined(join(claims))
    true, inside = clustered(list(lines(clusters)))
    known = {pair for pair in found if pair[0] in inside and pair[1] in inside}
    outside = found - known
    right = found & true
    print(f"articles {len(texts)}, claims {len(claims)}, pairs in clusters {len(true)}, pairs joined {len(found)}")
    print(f"recall {len(right) / len(true):.3f} ({len(right)} of {len(true)})")
    print(f"precision among clustered articles {len(right) / max(1, len(known)):.3f} ({len(right)} of {len(known)})")
    print(f"joined pairs with an article outside every cluster {len(outside)}: to be looked at")
    chosen = {"wrong": found - true, "missed": true - found}.get(show or "", set())
    for one, other in sorted(chosen):
        print(f"{one} {other}\n   {texts[one].get('title')}\n   {texts[other].get('title')}")


def made_up(number: int) -> list[RecordedClaim]:
    """Claims over ten years, fifty provinces and five hundred towns, told three times each on average."""
    chance = random.Random(7)
    source = Source("benchmark")
    text = "قصفت المدفعية بلدة الوادي وقتلت عددا من الناس"
    claim = read(text).claims[0]
    start = date(2015, 1, 1)
    towns = [(f"town{at}", f"iso:XX-{at % 50}", (30 + at / 100, 36 + at % 50 / 10)) for at in range(500)]
    found = []
    for at in range(number):
        event = chance.randrange(max(1, number // 3))
        happening = random.Random(event)
        name, admin1, point = happening.choice(towns)
        day = start + timedelta(days=happening.randrange(3650))
        place = PlaceMention(Span(8, 14, text[8:14]), source, name, name, "town", point, "town", admin1, "XX")
        when = When(Span(0, 3, text[:3]), source, day, day)
        toll = Count("killed", None, happening.randrange(3, 80), "exact", Span(0, 3, text[:3]), source)
        document = RecordedDocument(f"d{at}", None, f"outlet{at % 40}", None, day + timedelta(days=at % 2))
        told = replace(claim, places=(place,), when=when, counts=(toll,))
        found.append(RecordedClaim(f"c{at}", document, told, "1", "1"))
    return found


def scale(number: int) -> None:
    """Print the time that joining takes for a tenth and for all of so many claims."""
    for size in (number // 10, number):
        claims = made_up(size)
        began = time.perf_counter()
        incidents = join(claims)
        seconds = time.perf_counter() - began
        speed = f"{size / seconds:,.0f} claims a second"
        print(f"{size:>9,} claims  {len(incidents):>9,} incidents  {seconds:7.2f} s  {speed}")


def main(arguments: Sequence[str]) -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clusters", type=Path, nargs="?")
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--pairs", choices=("wrong", "missed"))
    parser.add_argument("--scale", type=int)
    given = parser.parse_args(arguments)
    if given.scale:
        scale(given.scale)
    elif given.clusters and given.articles:
        compare(given.clusters, given.articles, given.pairs)
    else:
        parser.error("give CLUSTERS with --articles, or --scale")


if __name__ == "__main__":
    main(sys.argv[1:])
