"""What a person chose for all pages: language, theme, digits. Kept in cookies; `?lang=en` in an address sets them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from hudna.labels import Language
from observatory.ui.words import LANGUAGES

THEMES = ("auto", "light", "dark")
DIGITS = ("latin", "arabic")
_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Preferences:
    """How pages are shown to this person."""

    language: Language = "ar"
    theme: str = "auto"
    digits: str = "latin"

    @property
    def direction(self) -> str:
        """The direction of writing, for the attribute `dir`."""
        return "rtl" if self.language == "ar" else "ltr"

    @property
    def other_language(self) -> Language:
        """The language that the language switch offers."""
        return "en" if self.language == "ar" else "ar"


def _chosen(request: HttpRequest, name: str, known: tuple[str, ...]) -> str:
    for value in (request.GET.get(name), request.COOKIES.get(f"hudna_{name}")):
        if value in known:
            return value
    return known[0]


def preferences_of(request: HttpRequest) -> Preferences:
    """What the address and the cookies choose."""
    return Preferences(
        language=cast(Language, _chosen(request, "lang", LANGUAGES)),
        theme=_chosen(request, "theme", THEMES),
        digits=_chosen(request, "digits", DIGITS),
    )


class PreferencesMiddleware:
    """Sets `request.preferences`, speaks that language, and remembers what an address chose."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = preferences_of(request)
        cast(Any, request).preferences = chosen
        with translation.override(chosen.language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", chosen.language)
        for name, value in (("lang", chosen.language), ("theme", chosen.theme), ("digits", chosen.digits)):
            if request.GET.get(name) == value:
                response.set_cookie(f"hudna_{name}", value, max_age=_YEAR, samesite="Lax", httponly=True)
        return response


def page_context(request: HttpRequest) -> dict[str, object]:
    """What every template knows: the preferences, and the address of this page in the other language."""
    chosen: Preferences = cast(Any, request).preferences
    return {"preferences": chosen, "language": chosen.language, "switch": _switches(request, chosen)}


def _switches(request: HttpRequest, chosen: Preferences) -> dict[str, str]:
    """The address of this page with one preference changed."""
    theme = "light" if chosen.theme == "dark" else "dark"
    digits = "latin" if chosen.digits == "arabic" else "arabic"
    changed = {"lang": chosen.other_language, "theme": theme, "digits": digits}
    return {name: address_with(request, **{name: value}) for name, value in changed.items()}


def address_with(request: HttpRequest, **changes: str | None) -> str:
    """The address of this page with these parameters set, or taken out when None."""
    query = request.GET.copy()
    for name, value in changes.items():
        if value is None:
            query.pop(name, None)
        else:
            query[name] = value
    return f"{request.path}?{query.urlencode()}" if query else request.path
