"""`hudna incidents`."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hudna.command.direction import isolated, on_one_line
from hudna.command.output import console_for
from hudna.command.read import Lang, Tongue, complain
from observatory.command.shared import (
    Country,
    First,
    Last,
    Region,
    Reviews,
    Side,
    SpeakerName,
    Types,
    bar,
    number,
    query,
    record,
)

if TYPE_CHECKING:
    from rich.table import Table

    from hudna.incidents import Estimate, Incident, RecordFinding, Version
    from hudna.labels import Language

EXAMPLES = """
[bold]Examples[/bold]

  hudna incidents --from 2017-09-01 --to 2017-09-12 --country SY

  hudna incidents --key 4be1a0 --lang ar

  hudna incidents --findings

  hudna incidents --format jsonl > incidents.jsonl
"""


_COLUMNS = ("key", "when", "type", "places", "actors", "targets", "counts", "versions")
_KEY_SHOWN = 10


class IncidentFormat(StrEnum):
    """How incidents are written."""

    table = "table"
    jsonl = "jsonl"


def incidents_command(
    first: First = None,
    last: Last = None,
    country: Country = None,
    admin1: Region = None,
    speaker: SpeakerName = None,
    side: Side = None,
    types: Types = None,
    reviews: Reviews = None,
    key: Annotated[
        str | None, typer.Option("--key", metavar="KEY", help="Show one incident with its versions side by side.")
    ] = None,
    findings: Annotated[
        bool, typer.Option("--findings", help="Show instead what does not fit together across documents.")
    ] = False,
    form: Annotated[
        IncidentFormat, typer.Option("--format", help="A table to read, or JSON Lines.")
    ] = IncidentFormat.table,
    lang: Lang = Tongue.en,
) -> None:
    """Show what happened: claims about the same happening joined, their versions and figures side by side.

    The keys are those of the pages.
    """
    with record():
        from observatory.atlas.kept import incidents
        from observatory.records.joined import record_findings

        asked = query(first, last, country, admin1, speaker, side, types, reviews)
        if findings:
            _write_findings(record_findings(asked), form, lang.value)
            return
        with bar("looking for incidents", 0):
            found = tuple(incidents(asked))
        if key is not None:
            found = tuple(incident for incident in found if _short_key(incident.key).startswith(_short_key(key)))
            if len(found) != 1:
                complain(f"{len(found)} incidents have a key that begins with «{key}»")
                raise typer.Exit(2)
    if form is IncidentFormat.jsonl:
        for incident in found:
            typer.echo(json.dumps(as_data(incident), ensure_ascii=False))
    elif key is not None:
        _show(found[0], lang.value)
    else:
        console_for(sys.stdout).print(_table(found, lang.value))
        typer.echo(number(len(found), "incident"))


def as_data(incident: Incident) -> dict[str, Any]:
    """An incident as plain data for JSON, with the keys of its claims and documents."""
    place = incident.place
    return {
        "key": incident.key,
        "family": incident.family,
        "type": incident.type,
        "first_day": _iso(incident.first_day),
        "last_day": _iso(incident.last_day),
        "day_basis": incident.day_basis,
        "place": {
            "name": place.name or place.span.text,
            "id": place.id,
            "point": place.point,
            "precision": place.precision,
            "admin1": place.admin1,
            "country": place.country,
        }
        if place
        else None,
        "actors": [{"id": party.id, "name": party.name} for party in incident.actors],
        "targets": [{"id": party.id, "name": party.name} for party in incident.targets],
        "estimates": [_estimate(estimate) for estimate in incident.estimates],
        "versions": [_version(version) for version in incident.versions],
        "disputed": incident.disputed,
        "denied_by": list(incident.denied_by),
        "claims": [claim.key for claim in incident.claims],
        "documents": list(incident.documents),
    }


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


def _estimate(estimate: Estimate) -> dict[str, Any]:
    return {name: getattr(estimate, name) for name in type(estimate).__slots__}


def _version(version: Version) -> dict[str, Any]:
    return {
        "speaker": version.speaker,
        "source": version.source,
        "outlet": version.outlet,
        "published": _iso(version.published),
        "status": version.status,
        "figures": [
            {"what": figure.what, "value": figure.value, "qualifier": figure.qualifier} for figure in version.figures
        ],
        "claims": list(version.claims),
    }


def _table(found: tuple[Incident, ...], language: Language) -> Table:
    from rich import box
    from rich.table import Table

    from hudna.labels import COLUMNS, INCIDENTS

    labels = {**COLUMNS, **INCIDENTS}
    names = [*_COLUMNS] if language == "en" else [*_COLUMNS][::-1]
    table = Table(box=box.HORIZONTALS, pad_edge=False, header_style="bold", border_style="dim")
    for name in names:
        table.add_column(labels[name].in_(language), overflow="fold", justify="left" if language == "en" else "right")
    for incident in sorted(found, key=lambda one: (str(one.first_day or ""), one.key)):
        cells = _cells(incident, language)
        table.add_row(*(cells[name] for name in names))
    return table


def _cells(incident: Incident, language: Language) -> dict[str, str]:
    from hudna.labels import INCIDENTS, TYPES, label

    disputed = f" {INCIDENTS['disputed'].in_(language)}" if incident.disputed else ""
    place = incident.place
    return {
        "key": _short_key(incident.key)[:_KEY_SHOWN],
        "when": _days(incident),
        "type": label(TYPES, incident.type, language),
        "places": isolated(place.name or place.span.text) if place else "",
        "actors": _parties([party.name for party in incident.actors]),
        "targets": _parties([party.name for party in incident.targets]),
        "counts": "\n".join(_figure(estimate, language) for estimate in incident.estimates),
        "versions": f"{len(incident.versions)}{disputed}",
    }


def _short_key(key: str) -> str:
    """A key without the word that all keys of incidents begin with."""
    return key.removeprefix("incident-")


def _days(incident: Incident) -> str:
    first, last = incident.first_day, incident.last_day
    told = str(first or "") if first == last else f"{first or '…'}\n{last or '…'}"
    return told if incident.day_basis == "told" else f"{told} ?"


def _parties(names: list[str]) -> str:
    return "\n".join(isolated(on_one_line(name)) for name in names[:3])


def _figure(estimate: Estimate, language: Language) -> str:
    from hudna.labels import COUNTS, label

    spread = f" ({estimate.low}–{estimate.high})" if estimate.low != estimate.high else ""
    return f"{label(COUNTS, estimate.what, language)} {estimate.best}{'+' if estimate.open_ended else ''}{spread}"


def _show(incident: Incident, language: Language) -> None:
    from hudna.labels import COUNTS, INCIDENTS, STATUSES, label

    console_for(sys.stdout).print(_table((incident,), language))
    for version in incident.versions:
        who = version.speaker or version.outlet or version.source
        figures = ", ".join(
            f"{label(COUNTS, figure.what, language)} {figure.value if figure.value is not None else '…'}"
            for figure in version.figures
        )
        told = f"{version.published or '…'} {isolated(who)} ({label(STATUSES, version.status, language)})"
        typer.echo(f"  {told}{': ' if figures else ''}{figures}  [{', '.join(version.claims)}]")
    for change in incident.changes:
        figure = f"{label(COUNTS, change.what, language)} {change.before} → {change.after}"
        typer.echo(f"  {INCIDENTS['changed'].in_(language)}: {isolated(change.speaker or change.source)}: {figure}")


def _write_findings(found: tuple[RecordFinding, ...], form: IncidentFormat, language: Language) -> None:
    for finding in found:
        if form is IncidentFormat.jsonl:
            data = {name: getattr(finding, name) for name in type(finding).__slots__}
            typer.echo(json.dumps(data, ensure_ascii=False, default=str))
        else:
            typer.echo(f"{finding.level}: {isolated(finding.message[language])}  [{', '.join(finding.claims)}]")
    if form is IncidentFormat.table:
        typer.echo(number(len(found), "finding"))
