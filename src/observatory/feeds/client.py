"""Fetches one address: conditional, with limits of time and size, and clear about what failed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from types import TracebackType

import httpx

from hudna import __version__

USER_AGENT = f"hudna/{__version__} (open observatory for ceasefires)"
LARGEST = 50_000_000
_TIMEOUT = httpx.Timeout(20.0, connect=10.0)
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


class FetchError(Exception):
    """Why an address gave nothing. `passing` tells whether it is worth trying again, `after` when at the earliest."""

    def __init__(self, problem: str, remedy: str, passing: bool, after: timedelta | None = None) -> None:
        super().__init__(f"{problem}: {remedy}")
        self.problem = problem
        self.remedy = remedy
        self.passing = passing
        self.after = after


@dataclass(frozen=True, slots=True)
class Marks:
    """What a server says by which it knows an unchanged answer again."""

    entity_tag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """The headers of a conditional request."""
        named = {"If-None-Match": self.entity_tag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gave. `data` is None when the server says that nothing changed."""

    address: str
    data: bytes | None
    media_type: str
    marks: Marks


class Client:
    """Fetches over HTTP; a context manager. `transport` is for tests of failures that no server can be made to show."""

    def __init__(self, transport: httpx.BaseTransport | None = None, largest: int = LARGEST) -> None:
        headers = {"User-Agent": USER_AGENT, "Accept-Language": "ar"}
        self._client = httpx.Client(headers=headers, timeout=_TIMEOUT, follow_redirects=True, transport=transport)
        self._largest = largest

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def get(self, address: str, marks: Marks | None = None) -> Answer:
        """The bytes at an address, after redirects; FetchError when there are none."""
        known = marks or Marks()
        try:
            with self._client.stream("GET", address, headers=known.headers()) as response:
                return self._answer(response, known)
        except httpx.InvalidURL as error:
            raise FetchError(f"«{address}» is no address ({error})", "write it whole: https://…", False) from error
        except httpx.UnsupportedProtocol as error:
            raise FetchError(f"«{address}» cannot be fetched", "only http and https are", False) from error
        except httpx.TimeoutException as error:
            raise FetchError(f"{address} did not answer in time", "try again later", True) from error
        except httpx.HTTPError as error:
            problem = f"{address} could not be reached ({error or type(error).__name__})"
            raise FetchError(problem, "check the address and the connection", True) from error

    def _answer(self, response: httpx.Response, known: Marks) -> Answer:
        address = str(response.url)
        if response.status_code == httpx.codes.NOT_MODIFIED:
            return Answer(address, None, "", known)
        if response.status_code != httpx.codes.OK:
            raise _refused(response)
        media_type = response.headers.get("content-type", "").split(";")[0].strip().lower()
        marks = Marks(response.headers.get("etag"), response.headers.get("last-modified"))
        return Answer(address, self._body(response), media_type, marks)

    def _body(self, response: httpx.Response) -> bytes:
        data = bytearray()
        for piece in response.iter_bytes():
            data += piece
            if len(data) > self._largest:
                problem = f"{response.url} is larger than {self._largest:,} bytes"
                raise FetchError(problem, "save it to a file and ingest the file", False)
        return bytes(data)


def _refused(response: httpx.Response) -> FetchError:
    code = response.status_code
    problem = f"{response.url} answered {code} {response.reason_phrase}".rstrip()
    if code in _PASSING:
        return FetchError(problem, "try again later", True, _retry_after(response))
    remedy = "the page may have moved: check the address" if code in (404, 410) else "check that it is open to all"
    return FetchError(problem, remedy, False)


def _retry_after(response: httpx.Response) -> timedelta | None:
    value = response.headers.get("retry-after", "").strip()
    if value.isdecimal():
        return timedelta(seconds=int(value))
    try:
        wait = parsedate_to_datetime(value) - datetime.now(UTC)
    except (ValueError, TypeError):
        return None
    return max(wait, timedelta())
