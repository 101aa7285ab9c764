"""The page that describes the API, made of its OpenAPI description."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from observatory.api.access import WITH_TOKEN, WITHOUT
from observatory.api.site import api

_METHODS = ("get", "post")


def described(request: HttpRequest) -> HttpResponse:
    """Every address of the API with what it gives."""
    context = {"operations": list(_operations()), "with_token": WITH_TOKEN, "without": WITHOUT}
    return render(request, "api/api.html", context)


@csrf_exempt
def nowhere(request: HttpRequest) -> HttpResponse:
    """An address below the API's that is none: told as the API tells its other errors."""
    return JsonResponse({"detail": f"no address «{request.path}» in this API"}, status=404)


def _operations() -> Iterator[dict[str, Any]]:
    for path, told in api.get_openapi_schema().get("paths", {}).items():
        for method in _METHODS:
            if method in told:
                operation = told[method]
                names = [each["name"] for each in operation.get("parameters", ()) if each["in"] == "query"]
                yield {
                    "method": method.upper(),
                    "path": path,
                    "summary": operation["summary"],
                    "description": _pieces(operation.get("description", "")),
                    "parameters": names,
                }


def _pieces(text: str) -> list[tuple[str, bool]]:
    """A description in pieces: its words, and what stands between backticks, which is code."""
    return [(piece, number % 2 == 1) for number, piece in enumerate(text.split("`")) if piece]
