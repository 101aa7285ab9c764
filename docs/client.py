"""An example of a program that works with the observatory: Python alone, nothing to install.

    HUDNA_ADDRESS=https://observatory.example HUDNA_TOKEN=hudna_… python client.py 2021-03-01T00:00:00+00:00

Prints the claims of shelling that wait for review, accepts the first where the token allows it, and then every change
since the moment that is given.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin
from urllib.request import Request, urlopen

ADDRESS = os.environ.get("HUDNA_ADDRESS", "http://localhost:8000")
TOKEN = os.environ.get("HUDNA_TOKEN", "")


def ask(path: str, body: Any = None, **parameters: str) -> Any:
    """The answer to one request. Waits when the rate is used up."""
    query = f"?{urlencode(parameters)}" if parameters else ""
    headers = {"Accept": "application/json", **({"Authorization": f"Bearer {TOKEN}"} if TOKEN else {})}
    data = None
    if body is not None:
        data, headers["Content-Type"] = json.dumps(body).encode(), "application/json"
    request = Request(urljoin(ADDRESS, path) + query, data=data, headers=headers)
    try:
        with urlopen(request) as answer:
            return json.load(answer)
    except HTTPError as error:
        if error.code != 429:
            raise SystemExit(f"{error.code}: {json.load(error)['detail']}") from error
        time.sleep(int(error.headers["Retry-After"]))
        return ask(path, body, **parameters)


def every(path: str, **parameters: str) -> Iterator[dict[str, Any]]:
    """The items of a list, page after page."""
    page = ask(path, **parameters)
    yield from page["items"]
    while page["next"]:
        page = ask(page["next"])
        yield from page["items"]


def changes(since: str) -> Iterator[dict[str, Any]]:
    """What changed since a moment. Keep the last `after` to go on from there another day."""
    answer = ask("/api/changes", since=since)
    yield from answer["items"]
    while answer["more"]:
        answer = ask("/api/changes", after=answer["after"])
        yield from answer["items"]


def main(since: str) -> None:
    """The example."""
    waiting = list(every("/api/claims", type="shelling", review="unreviewed"))
    for claim in waiting:
        places = "، ".join(place["name"] for place in claim["places"] if place["name"])
        print(f"waits: {claim['key']} {claim['first_day']} {places}")
    if waiting and TOKEN:
        decision = ask(
            f"/api/claims/{waiting[0]['key']}/decisions", {"action": "accept", "reason": "checked by a program"}
        )
        print(f"decision {decision['number']}: {decision['action']}")
    for change in changes(since):
        print(
            f"changed: {change['at']} {change['kind']} {change['action'] or change['engine']} {change['reason'] or ''}"
        )


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "2000-01-01T00:00:00+00:00")
