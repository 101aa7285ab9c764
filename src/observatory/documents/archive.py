"""Where a copy of an article may be kept, beside the bytes that the record keeps itself."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

_ARCHIVE = "https://web.archive.org/web"
_KEPT = ":/?&=%+,;@~"


def archive_address(address: str | None, published: date | None) -> str | None:
    """The address of the Internet Archive's copy of about the day of publication; None for what is no web page.

    Nothing is asked for until a person follows it.
    """
    if not address or not address.startswith(("http://", "https://")):
        return None
    moment = published.strftime("%Y%m%d") if published else "2"
    return f"{_ARCHIVE}/{moment}/{quote(address, safe=_KEPT)}"
