"""How long the pages of the observatory take on a record of `benchmarks/record.py`, through the real application.

    python benchmarks/pages.py --home FOLDER                       every page, 20 requests each
    python benchmarks/pages.py --home FOLDER --only search -n 50   the pages with this in their name
    python benchmarks/pages.py --home FOLDER --only map --profile  where the time goes

Each page is asked for with other days, places, incidents and words every time, by who has not signed in, by an analyst
who belongs to no project and sees but a part of many incidents, and by one who is a member of the large project. One
row a page: median, 95th percentile and worst in milliseconds, the median of the time that the process itself spent (on
a busy machine it tells more than the clock), the most queries of one request. The first request of each page is not
counted: it loads what the process keeps. Exit code 1 where a median is above --limit.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

COMMON = ("قال", "في", "مصادر", "اليوم", "قصف", "محلية", "مقتل")
RARE = ("الفيتوري", "الأشقر", "مراكز الإيواء", "الزبير", "شادي", "المآذن")
PROFILE_ROWS = 45
OF_ALL = ("document", "incident", "claim for review")
"""Pages of one thing, drawn by chance from all of the record: for who may not see it there is no such page."""
ROLES = ("nobody", "analyst", "member")


@dataclass(slots=True)
class Measured:
    """The times of one page in milliseconds."""

    name: str
    times: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)
    """The time that this process spent: on a busy machine it tells more than the clock."""
    queries: int = 0
    worst: str = ""

    def add(self, address: str, milliseconds: float, own: float, queries: int) -> None:
        """One request more."""
        if milliseconds > max(self.times, default=0):
            self.worst = address
        self.times.append(milliseconds)
        self.own.append(own)
        self.queries = max(self.queries, queries)

    @property
    def median(self) -> float:
        return statistics.median(self.times)

    def row(self) -> str:
        """The page as a row of the table."""
        late = sorted(self.times)[max(0, round(len(self.times) * 0.95) - 1)]
        times = f"{self.median:9.0f}{late:9.0f}{max(self.times):9.0f}{statistics.median(self.own):9.0f}"
        return f"{self.name:34}{times}{self.queries:9}   {self.worst[:90]}"


class Addresses:
    """Addresses of pages, drawn by chance from what the record holds."""

    def __init__(self, seed: int) -> None:
        from django.db.models import Max, Min

        from observatory.atlas.models import Incident
        from observatory.records.models import Document, Outlet

        self.chance = random.Random(seed)
        span = Document.objects.aggregate(first=Min("published"), last=Max("published"))
        self.first, self.last = span["first"], span["last"]
        self.top = int(Incident.objects.aggregate(last=Max("pk"))["last"])
        self.large = list(Incident.objects.order_by("-documents").values_list("pk", flat=True)[:40])
        self.outlets = list(Outlet.objects.values_list("name", flat=True))
        regions = Incident.objects.exclude(admin1=None).values_list("admin1", flat=True).distinct()
        self.places = ["SY", "YE", "LY", *regions.order_by("admin1")]

    def pages(self, role: str) -> dict[str, Callable[[], str]]:
        """Each page with a maker of its addresses."""
        found: dict[str, Callable[[], str]] = {
            "today": lambda: "/",
            "today: a week": lambda: self._days("/", 6),
            "today: busy days": lambda: self._busy("/", 0),
            "today: filtered": lambda: self._days("/", 30, **self._filter()),
            "map": lambda: self._days("/map/", 6),
            "map: busy days": lambda: self._busy("/map/", 6),
            "incident": lambda: self._incident(role, self.chance.randrange(1, self.top + 1)),
            "incident: many documents": lambda: self._incident(role, self.chance.choice(self.large)),
            "ledger": lambda: "/ceasefires/de-escalation-zones/",
            "ledger: days": lambda: self._days("/ceasefires/de-escalation-zones/", 30, after=date(2017, 6, 1)),
            "search: common word": lambda: self._search(COMMON),
            "search: rare word": lambda: self._search(RARE),
            "search: two words": lambda: self._search(COMMON, RARE),
            "search: word and filter": lambda: self._search(COMMON, **self._filter()),
            "search: filter alone": lambda: self._search((), **self._filter()),
            "search: later page": lambda: self._search(COMMON, page=str(self.chance.randrange(2, 40))),
            "documents": lambda: "/documents/",
            "documents: later page": lambda: f"/documents/?page={self.chance.randrange(2, 400)}",
            "documents: filtered": lambda: self._address("/documents/", **self._filter()),
            "documents: outlet": lambda: self._address("/documents/", outlet=self.chance.choice(self.outlets)),
            "documents: findings": lambda: "/documents/?findings=1",
            "document": lambda: self._document(role),
            "bulletin: a day": lambda: f"/bulletins/{self._day(7).isoformat()}/",
            "bulletin: a week": lambda: f"/bulletins/{self._day(7).isoformat()}/?days=7",
            "bulletins": lambda: "/bulletins/",
            "voices": lambda: "/voices/",
        }
        if role != "nobody":
            found |= {
                "queue": lambda: "/review/",
                "queue: a reason": lambda: self._address("/review/", why=self.chance.choice(("finding", "disputed"))),
                "queue: filtered": lambda: self._address("/review/", **self._filter()),
                "queue: later page": lambda: f"/review/?page={self.chance.randrange(2, 400)}",
                "claim for review": self._claim,
            }
        return found

    def _address(self, path: str, **asked: str) -> str:
        return f"{path}?{urlencode(asked)}" if asked else path

    def _day(self, margin: int, after: date | None = None) -> date:
        first = max(self.first, after) if after else self.first
        return first + timedelta(days=self.chance.randrange(margin, (self.last - first).days - margin))

    def _days(self, path: str, length: int, after: date | None = None, **more: str) -> str:
        first = self._day(length + 1, after)
        return self._address(path, **{"from": first.isoformat(), "to": str(first + timedelta(days=length)), **more})

    def _busy(self, path: str, length: int) -> str:
        """Days around those of the incidents that most is written about."""
        from observatory.atlas.models import Incident

        day = Incident.objects.get(pk=self.chance.choice(self.large)).first_day or self.last
        return self._address(path, **{"from": day.isoformat(), "to": str(day + timedelta(days=length))})

    def _filter(self) -> dict[str, str]:
        types = ("shelling", "air_strike", "detention", "protest", "talks")
        return self.chance.choice(
            (
                {"type": self.chance.choice(types)},
                {"place": self.chance.choice(self.places)},
                {"side": "sy.state"},
                {"speaker": "monitor.sohr"},
                {"type": self.chance.choice(types), "place": self.chance.choice(self.places)},
            )
        )

    def _search(self, *words: Sequence[str], **more: str) -> str:
        asked = " ".join(self.chance.choice(each) for each in words if each)
        return self._address("/search/", **({"q": asked} if asked else {}), **more)

    def _incident(self, role: str, number: int) -> str:
        from observatory.atlas.models import Incident

        row = Incident.objects.filter(pk__gte=number).order_by("pk").first() or Incident.objects.order_by("pk")[0]
        return f"/incidents/{row.public_key if role == 'nobody' else row.key}/"

    def _document(self, role: str) -> str:
        from hudna.protect import PUBLIC
        from observatory.documents.keys import public_key
        from observatory.records.models import Document

        last = Document.objects.order_by("-pk").values_list("pk", flat=True)[0]
        own = (
            Document.objects.filter(pk__gte=self.chance.randrange(1, last + 1)).order_by("pk").values_list("key")[0][0]
        )
        return f"/documents/{public_key(own, PUBLIC) if role == 'nobody' else own}/"

    def _claim(self) -> str:
        from observatory.review.models import Waiting

        at = self.chance.randrange(1000)
        waiting = Waiting.objects.filter(stage="first").order_by("rank").values_list("claim__key", flat=True)
        return f"/review/{waiting[at]}/"


@contextmanager
def counting() -> Iterator[list[int]]:
    """The number of queries, in the first place of a list."""
    from django.db import connection

    number = [0]

    def count(execute: Any, sql: str, parameters: Any, many: bool, context: Any) -> Any:
        number[0] += 1
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(count):
        yield number


def client_of(role: str) -> Any:
    """A client of the application, signed in as this person."""
    from django.contrib.auth.models import User
    from django.test import Client

    client = Client(headers={"accept-language": "en"})
    if role != "nobody":
        client.force_login(
            User.objects.get(username=role), backend="allauth.account.auth_backends.AuthenticationBackend"
        )
    return client


def measure(client: Any, name: str, address: Callable[[], str], number: int) -> Measured | None:
    """Ask for a page so many times; None where the application has no such page."""
    measured = Measured(name)
    for at in range(number + 1):
        asked = address()
        began, own = time.perf_counter(), time.process_time()
        with counting() as queries:
            answer = client.get(asked)
            _ = answer.content
        milliseconds, spent = (time.perf_counter() - began) * 1000, (time.process_time() - own) * 1000
        if answer.status_code == 404 and name == "voices":
            return None
        if answer.status_code != 200 and not (answer.status_code == 404 and name.partition(":")[0] in OF_ALL):
            raise SystemExit(f"{asked}: {answer.status_code}")
        if at and answer.status_code == 200:
            measured.add(asked, milliseconds, spent, queries[0])
    return measured


def main(arguments: Sequence[str]) -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, required=True, metavar="DIR", help="the folder of the record")
    parser.add_argument("-n", "--requests", type=int, default=20, metavar="N", help="requests of each page")
    parser.add_argument("--only", default="", metavar="TEXT", help="pages with this in their name")
    parser.add_argument("--role", choices=ROLES, help="as this one alone")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--limit", type=float, default=300, metavar="MS", help="the highest median that is well")
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    given = parser.parse_args(arguments)
    os.environ["HUDNA_HOME"] = str(given.home)
    os.environ["HUDNA_HOSTS"] = "testserver"
    from observatory.configuration import open_record

    open_record()
    profiler = cProfile.Profile() if given.profile else None
    print(f"{'milliseconds':34}{'median':>9}{'95 %':>9}{'worst':>9}{'CPU':>9}{'queries':>9}   worst address")
    slow = 0
    for role in (given.role,) if given.role else ROLES:
        addresses, client = Addresses(given.seed), client_of(role)
        for name, address in addresses.pages(role).items():
            if given.only not in name:
                continue
            if profiler:
                profiler.enable()
            measured = measure(client, name, address, given.requests)
            if profiler:
                profiler.disable()
            if measured is not None and measured.times:
                measured.name = f"{role} {name}"
                print(measured.row(), flush=True)
                slow += measured.median > given.limit
    if profiler:
        pstats.Stats(profiler).sort_stats("cumtime").print_stats(PROFILE_ROWS)
    print(f"{slow} above {given.limit:.0f} ms at the median")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
