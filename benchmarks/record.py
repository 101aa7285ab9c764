"""Makes a record of any size to measure the observatory with: articles and claims are made up, no reader reads them.

    python benchmarks/record.py --home FOLDER                                      100,000 documents, 1 million claims
    python benchmarks/record.py --home FOLDER --documents 1000 --claims 10000     a small one

The rows are written as `hudna ingest` writes them; incidents, words of search and the queue are then made by the
product's own builds. The same seed gives the same articles. `benchmarks/pages.py` opens the pages of such a record.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

BATCH = 250
DECIDED = 120
PEOPLE = {
    "reader": "reader",
    "analyst": "analyst",
    "member": "analyst",
    "reviewer": "reviewer",
    "administrator": "administrator",
}
"""The people of the record with their roles. The member sees what stands in the large project, the analyst does not."""
DECIDERS = ("reviewer", "administrator")
OUTLET_PROJECTS, DOCUMENTS_EACH = 2, 50
_TOLD_EVERY = 10.0


class Progress:
    """Tells on standard error how far a step is, every few seconds, and how long it took."""

    def __init__(self, name: str, total: int) -> None:
        self.name, self.total, self.done = name, total, 0
        self.began = self.told = time.monotonic()

    def __call__(self, steps: int) -> None:
        self.done += steps
        now = time.monotonic()
        if now - self.told >= _TOLD_EVERY:
            self.told = now
            print(f"{self.name}: {self.done:,} of {self.total:,}, {now - self.began:.0f} s", file=sys.stderr)


@contextmanager
def step(name: str, total: int) -> Iterator[Callable[[int], None]]:
    """A step with its progress; prints how long it took and the most memory that was held until then."""
    progress = Progress(name, total)
    yield progress
    seconds = time.monotonic() - progress.began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name}: {seconds:.0f} s, {memory:,.0f} MB at most", file=sys.stderr)


def open_new(home: Path) -> None:
    """Open an empty record in a folder. What is written is not flushed to disk: it can be made again."""
    os.environ["HUDNA_HOME"] = str(home)
    os.environ.pop("DATABASE_URL", None)
    from observatory.configuration import open_record

    open_record()
    from django.db import connection

    from observatory.records.models import Document

    if Document.objects.exists():
        raise SystemExit(f"{home} holds a record already: name a new folder")
    with connection.cursor() as cursor:
        for pragma in ("synchronous = OFF", "cache_size = -1000000", "temp_store = MEMORY"):
            cursor.execute(f"PRAGMA {pragma}")


def write(documents: int, claims: int, seed: int, advance: Callable[[int], None]) -> None:
    """Write articles with their readings, original bytes and links between near duplicates."""
    from django.utils import timezone
    from made_up_articles import Article, Writer
    from made_up_world import World

    from observatory.records.models import IngestRun
    from observatory.records.models.ingest import RunState
    from observatory.records.pieces import pieces
    from observatory.records.prepare import reader_version
    from observatory.records.signals import readings_written

    # What follows from readings is made at the end for all of them at once, by `hudna db index`.
    readings_written.receivers.clear()
    readings_written.sender_receivers_cache.clear()
    version, now = reader_version(), timezone.now()
    run = IngestRun(started_at=now, finished_at=now, state=RunState.FINISHED, paths=["benchmark"], new=documents)
    run.engine, run.lexicon = version
    IngestRun.objects.bulk_create([run])
    world = World(seed)
    articles: Iterator[Article] = Writer(world).articles(world.days(claims), documents, claims)
    for batch in pieces(articles, BATCH):
        _write(batch, version)
        advance(len(batch))


def _write(batch: Sequence[object], version: tuple[str, str]) -> None:
    from django.db import transaction
    from django.utils import timezone
    from made_up_articles import Article

    from hudna.arabic.letters import fold
    from hudna.sources import SourceDocument
    from observatory.records.duplicates import link_duplicates
    from observatory.records.near import signature_of
    from observatory.records.originals import original_path
    from observatory.records.prepare import Prepared, incoming
    from observatory.records.write import write_documents

    items = []
    for article in batch:
        assert isinstance(article, Article)
        source = SourceDocument(
            text=article.text,
            original=article.original(),
            where="benchmark",
            media_type="application/json",
            id=str(article.number),
            title=article.title,
            outlet=article.outlet,
            published=article.day,
            published_at=article.published_at,
        )
        came = incoming(source)
        signature = signature_of(article.text)
        prepared = Prepared("", article.claims, article.findings, *version, fold(article.text), signature)
        items.append((came, prepared))
        path = original_path(came.original_hash)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(source.original)
    with transaction.atomic():
        written = write_documents(items, timezone.now())
        link_duplicates(written, [prepared.signature for _, prepared in items])


def add_people() -> None:
    """A person of each role, and one who is a member of the large project."""
    from django.contrib.auth.models import User

    from observatory.people.roles import Role, give_role

    for name, role in PEOPLE.items():
        give_role(User.objects.create_user(name), Role(role))


def add_projects(share: float, seed: int) -> int:
    """Two projects of small outlets, and a large one of a share of all documents, drawn by chance.

    Its documents stand in incidents beside others, so that who does not belong to it may see a part of many incidents.
    Gives the number of its documents.
    """
    from django.contrib.auth.models import User
    from django.db.models import Count

    from observatory.people.models import Project
    from observatory.records.models import Document, Outlet

    people = {person.username: person for person in User.objects.filter(username__in=PEOPLE)}
    numbers = list(Document.objects.order_by("key").values_list("pk", flat=True))
    smallest = Outlet.objects.annotate(number=Count("documents")).order_by("number", "name")
    for at, outlet in enumerate(smallest[:OUTLET_PROJECTS]):
        project = Project.objects.create(name=f"project {at + 1}")
        project.outlets.add(outlet)
        project.documents.add(*numbers[at * DOCUMENTS_EACH : (at + 1) * DOCUMENTS_EACH])
        project.people.add(people["reviewer"])
    large = Project.objects.create(name="large project")
    chosen = random.Random(seed).sample(numbers, round(len(numbers) * share))
    for start in range(0, len(chosen), BATCH):
        large.documents.add(*chosen[start : start + BATCH])
    large.people.add(people["member"], people["reviewer"])
    return len(chosen)


def decide(number: int, seed: int, advance: Callable[[int], None]) -> None:
    """Let people decide about some of the newest claims, one after the other, as the pages do."""
    from observatory.records.models import Claim
    from observatory.review.decide import accept, reject

    chance = random.Random(seed)
    newest = list(Claim.objects.filter(current=True).order_by("-pk").select_related("document", "body")[: number * 4])
    for claim in chance.sample(newest, min(number, len(newest))):
        (accept if chance.random() < 0.8 else reject)(claim, chance.choice(DECIDERS), "benchmark")
        advance(1)


def make(home: Path, documents: int, claims: int, seed: int, share: float) -> None:
    """Make the whole record."""
    open_new(home)
    from observatory.atlas import build
    from observatory.command.database import index_command
    from observatory.command.demo import define_example
    from observatory.records.models import Claim

    with step("writing documents", documents) as advance:
        write(documents, claims, seed, advance)
    define_example()
    add_people()
    in_project = add_projects(share, seed)
    with step("joining claims to incidents (days)", 1826) as advance:
        made = build.rebuild(advance=advance)
    with step("making what search and the queue need", documents):
        index_command()
    with step("deciding about claims", DECIDED) as advance:
        decide(DECIDED, seed, advance)
    total = Claim.objects.count()
    told = f"{documents:,} documents ({in_project:,} of a project), {total:,} claims, {made.incidents:,} incidents"
    print(f"{told} in {home}")


def main(arguments: Sequence[str]) -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, required=True, metavar="DIR", help="the folder of the new record")
    parser.add_argument("--documents", type=int, default=100_000, metavar="N")
    parser.add_argument("--claims", type=int, default=1_000_000, metavar="N")
    parser.add_argument(
        "--projects", type=float, default=0.03, metavar="SHARE", help="the share of documents in a project"
    )
    parser.add_argument("--seed", type=int, default=5)
    given = parser.parse_args(arguments)
    make(given.home, given.documents, given.claims, given.seed, given.projects)


if __name__ == "__main__":
    main(sys.argv[1:])
