"""The form of a ceasefire's definition, which becomes the TOML text that is kept, and the form for a TOML file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms

from hudna.labels import COUNTS as COUNT_NAMES
from hudna.labels import Language
from hudna.ledger import Ceasefire, ReportingSide, Zone
from hudna.ledger.definition import COUNTS
from observatory.ui.words import say

_LINES = re.compile(r"[\n,،]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_LARGEST = 256 * 1024
_BLANK_ROWS = 2


class DefinitionFileForm(forms.Form):
    """A TOML file of a definition."""

    file = forms.FileField()

    def __init__(self, *arguments: Any, language: Language, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.language = language
        self.fields["file"].label = say("ledger.file", language)
        self.fields["file"].widget.attrs["accept"] = ".toml"

    def clean_file(self) -> tuple[str, str]:
        """The name and text of the file."""
        found = self.cleaned_data["file"]
        try:
            if found.size > _LARGEST:
                raise UnicodeError
            return str(found.name), found.read().decode("utf-8-sig")
        except UnicodeError as error:
            raise forms.ValidationError(say("ledger.file_unreadable", self.language)) from error


class _WordsForm(forms.Form):
    """A form whose labels stand in the catalogue."""

    def __init__(self, *arguments: Any, language: Language, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for name, field in self.fields.items():
            field.label = say(f"definition.{name}", language)
            code = name in ("id", "name", "places", "polygon")
            field.widget.attrs["dir"] = "ltr" if code else "rtl" if name.endswith("_ar") else "auto"


class CeasefireForm(_WordsForm):
    """Name, title, parties and days."""

    name = forms.SlugField(max_length=80)
    title_ar = forms.CharField(max_length=200)
    title_en = forms.CharField(max_length=200)
    parties = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}))
    first = forms.DateField(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    last = forms.DateField(required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))


class ZoneForm(_WordsForm):
    """One zone; a row without an id is left out."""

    id = forms.SlugField(max_length=80)
    title_ar = forms.CharField(max_length=200)
    title_en = forms.CharField(max_length=200)
    places = forms.CharField(required=False)
    names = forms.CharField(required=False)
    polygon = forms.CharField(required=False)


class SideForm(_WordsForm):
    """One reporting side."""

    id = forms.SlugField(max_length=80)
    title_ar = forms.CharField(max_length=200)
    title_en = forms.CharField(max_length=200)
    speakers = forms.CharField()
    counts = forms.ChoiceField()
    units = forms.CharField(required=False)
    rule_ar = forms.CharField(required=False, max_length=500)
    rule_en = forms.CharField(required=False, max_length=500)

    def __init__(self, *arguments: Any, language: Language, **options: Any) -> None:
        super().__init__(*arguments, language=language, **options)
        counts = self.fields["counts"]
        assert isinstance(counts, forms.ChoiceField)
        counts.initial = "violations"  # else a row that is left blank would look filled in
        order = sorted(COUNTS, key=lambda count: (count != "violations", count))
        counts.choices = [(each, COUNT_NAMES[each].in_(language) if each in COUNT_NAMES else each) for each in order]


class DefinitionForms:
    """The three forms of a definition together."""

    def __init__(self, language: Language, data: Any = None, ceasefire: Ceasefire | None = None) -> None:
        zones = forms.formset_factory(ZoneForm, extra=_BLANK_ROWS, min_num=1, max_num=60, can_delete=True)
        sides = forms.formset_factory(SideForm, extra=_BLANK_ROWS, min_num=1, max_num=20, can_delete=True)
        told = _initial(ceasefire) if ceasefire else {"ceasefire": None, "zones": None, "sides": None}
        more = {"language": language}
        self.ceasefire = CeasefireForm(data, initial=told["ceasefire"], prefix="ceasefire", language=language)
        self.zones = zones(data, initial=told["zones"], prefix="zones", form_kwargs=more)
        self.sides = sides(data, initial=told["sides"], prefix="sides", form_kwargs=more)
        for formset in (self.zones, self.sides):
            for form in formset:
                form.fields["DELETE"].label = say("definition.delete", language)

    def is_valid(self) -> bool:
        """Whether every field is filled in as it has to be."""
        return all([self.ceasefire.is_valid(), self.zones.is_valid(), self.sides.is_valid()])

    def value(self) -> Ceasefire:
        """The ceasefire that the forms tell. What does not fit together is found when it is parsed."""
        told = self.ceasefire.cleaned_data
        return Ceasefire(
            name=told["name"],
            title=_names(told, "title"),
            parties=_parts(told["parties"]),
            first=told["first"],
            last=told["last"],
            zones=tuple(_zone(row) for row in _filled(self.zones)),
            sides=tuple(_side(row) for row in _filled(self.sides)),
        )


def _filled(formset: Any) -> list[dict[str, Any]]:
    rows = [form.cleaned_data for form in formset]
    return [row for row in rows if row.get("id") and not row.get("DELETE")]


def _zone(row: dict[str, Any]) -> Zone:
    numbers = [float(number) for number in _NUMBER.findall(row["polygon"])]
    corners = tuple(zip(numbers[::2], numbers[1::2], strict=False))
    return Zone(row["id"], _names(row, "title"), _parts(row["places"]), _parts(row["names"]), corners)


def _side(row: dict[str, Any]) -> ReportingSide:
    return ReportingSide(
        id=row["id"],
        title=_names(row, "title"),
        speakers=_parts(row["speakers"]),
        counts=row["counts"],
        units=_parts(row["units"]),
        rule=_names(row, "rule"),
    )


def _names(row: dict[str, Any], name: str) -> dict[str, str]:
    return {language: row[f"{name}_{language}"] for language in ("ar", "en")}


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _LINES.split(text) if part.strip())


def _initial(ceasefire: Ceasefire) -> dict[str, Any]:
    return {
        "ceasefire": {
            "name": ceasefire.name,
            **_titled(ceasefire),
            "parties": _joined(ceasefire.parties),
            "first": ceasefire.first,
            "last": ceasefire.last,
        },
        "zones": [
            {
                "id": zone.id,
                **_titled(zone),
                "places": _joined(zone.places),
                "names": _joined(zone.names),
                "polygon": "; ".join(f"{latitude}, {longitude}" for latitude, longitude in zone.polygon),
            }
            for zone in ceasefire.zones
        ],
        "sides": [
            {
                "id": side.id,
                **_titled(side),
                "speakers": _joined(side.speakers),
                "counts": side.counts,
                "units": _joined(side.units),
                "rule_ar": side.rule["ar"],
                "rule_en": side.rule["en"],
            }
            for side in ceasefire.sides
        ],
    }


def _titled(item: Ceasefire | Zone | ReportingSide) -> dict[str, str]:
    return {"title_ar": item.title["ar"], "title_en": item.title["en"]}


def _joined(values: Iterable[str]) -> str:
    return ", ".join(values)
