"""Template tags of review: values of fields in a few words, shares as percent."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import RequestContext

from observatory.ui import numerals, words
from observatory.ui.preferences import Preferences

register = template.Library()
_LABELS = {"type": "type", "status": "status"}


@register.simple_tag(takes_context=True)
def plainly(context: RequestContext, field: str, value: Any) -> str:
    """The value of a field, as a decision keeps it, in a few words."""
    chosen: Preferences = context["preferences"]
    if field in _LABELS:
        return words.label(_LABELS[field], str(value), chosen.language)
    items = value if isinstance(value, list) else [value] if value else []
    told = [text for item in items if (text := _told(item, field, chosen))]
    return f"{words.say('list.comma', chosen.language)} ".join(told) or words.say("reviewing.none", chosen.language)


def _told(item: Any, field: str, chosen: Preferences) -> str:
    if field == "counts":
        figure = numerals.figure(item["value"], chosen.digits) if item["value"] is not None else ""
        return f"{words.label('count', item['what'], chosen.language)} {figure}".strip()
    named = str(item.get("surface") or item.get("text") or "")
    if field == "when" and item.get("start"):
        days = [item["start"], item["end"]] if item["end"] != item["start"] else [item["start"]]
        return f"{named} ({numerals.digits('–'.join(days), chosen.digits)})"
    return named


@register.simple_tag(takes_context=True)
def percent(context: RequestContext, share: float) -> str:
    """A share as percent in whole numbers."""
    return numerals.digits(f"{share * 100:.0f}%", context["preferences"].digits)
