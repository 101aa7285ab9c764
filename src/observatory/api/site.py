"""The API as a whole: its parts, its description, and how it says what went wrong."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI

from hudna import __version__
from observatory.api import changes, deciding, reading
from observatory.api.access import TooManyError

api = NinjaAPI(
    title="hudna",
    version=__version__,
    description="The record of an observatory for ceasefires and armed conflict. A token stands in "
    "`Authorization: Bearer hudna_…`; without one the public profile is shown.",
    docs_url=None,
    urls_namespace="hudna-api",
)
api.add_router("", reading.router, tags=["record"])
api.add_router("", deciding.router, tags=["decisions"])
api.add_router("", changes.router, tags=["changes"])


@api.exception_handler(TooManyError)
def too_many(request: HttpRequest, error: TooManyError) -> HttpResponse:
    """The rate is used up: when to ask again."""
    response = api.create_response(request, {"detail": str(error)}, status=429)
    response.headers["Retry-After"] = str(error.wait)
    return response
