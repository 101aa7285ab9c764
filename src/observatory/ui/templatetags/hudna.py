"""Template tags of every page: words, labels, figures, days, and addresses with a changed filter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import template
from django.http import HttpRequest
from django.template.context import RequestContext
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from hudna.places import default_gazetteer
from observatory.ui import numerals, words
from observatory.ui.preferences import Preferences, address_with

register = template.Library()

_ARABIC_NAME = re.compile(r"([\u0621-\u065f\u0670-\u06d3]+(?:[ -]+[\u0621-\u065f\u0670-\u06d3]+)*)")


def _preferences(context: RequestContext) -> Preferences:
    found = context.get("preferences")
    return found if isinstance(found, Preferences) else Preferences()


@register.simple_tag(takes_context=True)
def say(context: RequestContext, key: str, **values: object) -> str:
    """The words of the catalogue in the reader's language: {% say "today.title" %}."""
    return words.say(key, _preferences(context).language, **values)


@register.simple_tag(takes_context=True)
def word(context: RequestContext, group: str, key: str) -> str:
    """The words of a group under a key that a value names: {% word "review" claim.review %}."""
    return words.say(f"{group}.{key}", _preferences(context).language)


@register.simple_tag(takes_context=True)
def in_language(context: RequestContext, texts: Mapping[str, str]) -> str:
    """The text of the reader's language among those of a message in both, with the digits of choice.

    Arabic names in an English text are set apart: the figures beside them would change places with them.
    """
    chosen = _preferences(context)
    text = numerals.digits_alone(texts.get(chosen.language, ""), chosen.digits)
    if chosen.language == "ar":
        return text
    words_and_names = _ARABIC_NAME.split(text)
    pairs = zip(words_and_names[::2], [*words_and_names[1::2], ""], strict=True)
    return format_html_join(
        "", "{}{}", ((plain, format_html("<bdi>{}</bdi>", name) if name else "") for plain, name in pairs)
    )


@register.simple_tag(takes_context=True)
def place_name(context: RequestContext, name: str | None, entry: str | None) -> str:
    """A place in the reader's language where the gazetteer has it: {% place_name claim.place claim.place_entry %}."""
    known = default_gazetteer().by_id(entry) if entry and _preferences(context).language == "en" else None
    return (known.english if known else None) or name or ""


@register.simple_tag(takes_context=True)
def in_digits(context: RequestContext, text: str) -> str:
    """A sentence of our own with the digits of choice; never for the words of a source, which stay as they are."""
    return numerals.digits_alone(text, _preferences(context).digits)


@register.simple_tag(takes_context=True)
def label(context: RequestContext, group: str, key: str) -> str:
    """The name of a type, status, count, finding…: {% label "type" claim.type %}."""
    return words.label(group, key, _preferences(context).language)


@register.simple_tag(takes_context=True)
def figure(context: RequestContext, value: float | None) -> SafeString:
    """A figure, kept in one piece and in its own direction."""
    return format_html('<bdi class="figure">{}</bdi>', numerals.figure(value, _preferences(context).digits))


@register.simple_tag(takes_context=True)
def figures(context: RequestContext, value: float | None) -> str:
    """A figure as plain text, for words that hold it: {% figures 3 as number %}{% say "list.found" number=number %}."""
    return numerals.figure(value, _preferences(context).digits)


@register.simple_tag(takes_context=True)
def total(context: RequestContext, number: int, is_cut: bool = False) -> str:
    """How many there are, or «more than …», as plain text: {% total list.count list.is_cut as number %}."""
    chosen = _preferences(context)
    text = numerals.figure(number, chosen.digits)
    return words.say("list.more_than", chosen.language, number=text) if is_cut else text


@register.simple_tag(takes_context=True)
def day(context: RequestContext, value: date | None, weekday: bool = False) -> SafeString:
    """A day in words, with its ISO form for machines."""
    chosen = _preferences(context)
    text = numerals.day(value, chosen.language, chosen.digits, weekday)
    if value is None:
        return format_html("{}", text)
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), text)


@register.simple_tag(takes_context=True)
def days(context: RequestContext, first: date | None, last: date | None) -> str:
    """A span of days in words."""
    chosen = _preferences(context)
    return numerals.days(first, last, chosen.language, chosen.digits)


@register.simple_tag(takes_context=True)
def moment(context: RequestContext, value: datetime | None, zone: str | None = None) -> SafeString:
    """A moment with its zone; in the zone that its source told it in where that is given."""
    chosen = _preferences(context)
    if value is not None and zone:
        value = value.astimezone(numerals.zone(zone))
    text = numerals.moment(value, chosen.language, chosen.digits)
    if value is None:
        return format_html("{}", text)
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), text)


@register.simple_tag(takes_context=True)
def moments(context: RequestContext, value: datetime | None) -> str:
    """A moment as plain text, for words that hold it: {% moments now as text %}{% say "site.as_of" moment=text %}."""
    chosen = _preferences(context)
    return numerals.moment(value, chosen.language, chosen.digits)


@register.simple_tag(takes_context=True)
def address(context: RequestContext, **changes: Any) -> str:
    """The address of this page with parameters changed, or taken out when empty: {% address page=2 %}."""
    request: HttpRequest = context["request"]
    return address_with(
        request, **{name: str(value) if value not in (None, "") else None for name, value in changes.items()}
    )
