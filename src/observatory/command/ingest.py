"""`hudna ingest`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.command.read import Outlet, Published, complain
from observatory.command.shared import bar, number, record

if TYPE_CHECKING:
    from hudna.sources import Defaults
    from observatory.records.ingest import Summary
    from observatory.records.sources import DocumentSource

EXAMPLES = """
[bold]Examples[/bold]

  hudna ingest reports/ archive.warc.gz articles.jsonl

  hudna ingest --dry-run articles.jsonl

  hudna ingest https://news.example/report --outlet "صوت الوادي"

The same document twice is one; near duplicates are linked and kept. A run that was cut short is finished by the same
command. Exit code 0: all came in or was known. 1: some was refused, each with its reason; the rest came in. 2: wrong
use of the command.
"""
_SMALL = 500_000
"""Bytes that one process reads as fast as several, as each first has to load the lexicon."""


def _zone(value: str | None) -> str | None:
    if value is not None:
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise typer.BadParameter(f"«{value}» is no time zone: write for example Asia/Damascus") from error
    return value


def _kind(value: str | None) -> str | None:
    from hudna.sources.open import KINDS

    known = sorted(set(KINDS.values()))
    if value is not None and value not in known:
        raise typer.BadParameter(f"«{value}» is none of: {', '.join(known)}")
    return value


def ingest_command(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH|URL…", help="Files, folders (all files in them) or addresses.")
    ],
    published: Published = None,
    outlet: Outlet = None,
    zone: Annotated[
        str | None,
        typer.Option("--zone", metavar="ZONE", callback=_zone, help="Time zone of times that name none."),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--input-format", metavar="KIND", callback=_kind, help="What the files are, whatever their names."
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would come in; write nothing.")] = False,
    jobs: Annotated[
        int | None, typer.Option("--jobs", metavar="N", min=1, help="Processes that read; one for each processor.")
    ] = None,
) -> None:
    """Take documents into the record: read them, keep their original bytes, link near duplicates."""
    with record():
        from zoneinfo import ZoneInfo

        from hudna.sources import Defaults
        from hudna.sources.source import parse_day

        defaults = Defaults(
            published=parse_day(published) if published else None,
            outlet=outlet,
            zone=ZoneInfo(zone) if zone else None,
        )
        summary = _run(_sources(paths, defaults, kind), dry_run, jobs)
    for refusal in summary.refusals:
        complain(str(refusal))
    typer.echo(_told(summary, dry_run))
    if summary.refusals:
        raise typer.Exit(1)


def _run(sources: list[DocumentSource], dry_run: bool, jobs: int | None) -> Summary:
    from concurrent.futures.process import BrokenProcessPool

    from observatory.records.ingest import Ingest
    from observatory.records.pool import default_jobs, readers

    size = sum(source.size() for source in sources)
    processes = jobs or (default_jobs() if size > _SMALL else 1)
    try:
        with bar("ingesting", size) as advance, readers(1 if dry_run else processes) as reading:
            ingest = Ingest(reading, advance)
            return ingest.preview(sources) if dry_run else ingest.run(sources)
    except BrokenProcessPool as error:
        complain(
            "a reading process was ended from outside: run the same command again, with --jobs 1 if memory is short"
        )
        raise typer.Exit(1) from error


def _sources(paths: list[str], defaults: Defaults, kind: str | None) -> list[DocumentSource]:
    from observatory.records.sources import FileSource, WebSource

    found: list[DocumentSource] = []
    for name in paths:
        if name.startswith(("http://", "https://")):
            found.append(WebSource(name, defaults))
        elif Path(name).is_dir():
            files = sorted(path for path in Path(name).rglob("*") if path.is_file() and not _hidden(path, Path(name)))
            found.extend(FileSource(path, defaults, kind) for path in files)
        else:
            found.append(FileSource(Path(name), defaults, kind))
    return found


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _told(summary: Summary, dry_run: bool) -> str:
    refused = number(len(summary.refusals), "refused", "refused")
    known = f"{summary.known:,} known"
    if summary.files_known:
        known += f" ({number(summary.files_known, 'file')} read through before)"
    if dry_run:
        return f"would be new: {number(summary.new, 'document')}; {known}; {refused}"
    new = f"new: {number(summary.new, 'document')} with {number(summary.claims, 'claim')}"
    linked = f", {number(summary.duplicates, 'link')} between near duplicates" if summary.duplicates else ""
    return f"{new}{linked}; {known}; {refused}"
