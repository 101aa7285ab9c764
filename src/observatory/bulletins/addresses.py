"""The addresses of bulletins."""

from __future__ import annotations

from datetime import date

from django.urls import path, register_converter

from observatory.bulletins import edit, page
from observatory.ui.days import day_of


class DayConverter:
    """A calendar day in an address: 2021-03-05."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """The day; ValueError, and so no page, for one that no calendar has or that lies far off."""
        return day_of(value)

    def to_url(self, value: date) -> str:
        """As it stands in the address."""
        return value.isoformat()


register_converter(DayConverter, "isodate")

urlpatterns = [
    path("bulletins/", page.bulletins, name="bulletins"),
    path("bulletins/<isodate:day>/", page.bulletin, name="bulletin"),
    path("bulletins/<isodate:day>/edit/", edit.edit, name="edit_bulletin"),
]
