"""`hudna reread`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from hudna.command.direction import isolated, on_one_line
from hudna.command.read import complain
from observatory.command.shared import bar, join_incidents, number, record

if TYPE_CHECKING:
    from observatory.records.reread import Change, RereadSummary

EXAMPLES = """
[bold]Examples[/bold]

  hudna reread --dry-run

  hudna reread --changes changes.jsonl

Older readings stay. Decisions hold for the new reading where it reads the same claim; those that no longer apply are
listed and kept. Exit code 1 when the reader failed on a document.
"""
_MARKS = {"new": "+", "gone": "-", "changed": "~"}
_LONGEST = 100


def reread_command(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would change; write nothing.")] = False,
    changes: Annotated[
        Path | None, typer.Option("--changes", metavar="FILE", help="Write every change there, as JSON Lines.")
    ] = None,
    show: Annotated[int, typer.Option("--show", metavar="N", min=0, help="Show so many changes at most.")] = 40,
    jobs: Annotated[
        int | None, typer.Option("--jobs", metavar="N", min=1, help="Processes that read; one for each processor.")
    ] = None,
) -> None:
    """Read the record's documents anew with the present engine and lexicon, and tell what changed claim by claim."""
    with record():
        if changes is None:
            summary, shown = _run(dry_run, show, jobs, None)
        else:
            try:
                with changes.open("w", encoding="utf-8") as stream:
                    summary, shown = _run(dry_run, show, jobs, stream)
            except OSError as error:
                problem = f"{changes} cannot be written ({error.strerror})"
                raise typer.BadParameter(problem, param_hint="--changes") from error
        _tell(summary, shown, dry_run)
        if not dry_run:
            tell_lost()
    if summary.failed:
        raise typer.Exit(1)


def _run(dry_run: bool, show: int, jobs: int | None, stream: TextIO | None) -> tuple[RereadSummary, int]:
    from observatory.records.pool import default_jobs, readers
    from observatory.records.reread import outdated, reread

    shown = 0

    def report(change: Change) -> None:
        nonlocal shown
        if stream is not None:
            stream.write(json.dumps(_as_data(change), ensure_ascii=False) + "\n")
        if shown < show:
            typer.echo(_line(change))
        shown += 1

    documents = outdated().count()
    processes = jobs or (default_jobs() if documents > 100 else 1)
    with bar("reading anew", documents) as advance, readers(processes) as reading:
        summary = reread(reading, report, advance, dry_run)
    if not dry_run:
        join_incidents()
    return summary, shown - show


def _as_data(change: Change) -> dict[str, Any]:
    return {
        "change": change.kind,
        "document": change.document,
        "claim": change.key,
        "type": change.type,
        "evidence": change.evidence,
        "decided": change.decided,
        "fields": {name: {"before": before, "now": now} for name, (before, now) in change.fields.items()},
    }


def _line(change: Change) -> str:
    evidence = isolated(on_one_line(change.evidence)[:_LONGEST])
    decided = " (decided)" if change.decided else ""
    lines = [f"{_MARKS[change.kind]} {change.key} {change.type}{decided} {evidence}"]
    lines.extend(f"    {name}: {_short(before)} → {_short(now)}" for name, (before, now) in change.fields.items())
    return "\n".join(lines)


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return isolated(on_one_line(text)[:_LONGEST])


def _tell(summary: RereadSummary, hidden: int, dry_run: bool) -> None:
    if hidden > 0:
        typer.echo(f"… and {number(hidden, 'change')} more: --changes FILE writes them all")
    for problem in summary.failed:
        complain(f"the reader failed on {problem}")
    claims = f"{summary.new:,} new, {summary.gone:,} gone, {summary.changed:,} changed"
    verb = "would be read anew" if dry_run else "read anew"
    unchanged = f"{summary.unchanged:,} without a change"
    typer.echo(f"{number(summary.documents, 'document')} {verb}, {unchanged}; claims: {claims}")


def tell_lost() -> None:
    """List the decisions whose claim no current reading holds."""
    from observatory.review.decide import lost

    found = lost()
    if not found:
        return
    typer.echo(f"{number(len(found), 'decision')} whose claim is not read any more (kept; it applies again if it is):")
    for decision, key in found:
        about = (decision.about or {}).get(key, {})
        told = f"{about.get('type')} {isolated(about.get('trigger', {}).get('text', ''))}"
        typer.echo(f"  {decision.pk}: {decision.action} by {decision.person}, claim {key}: {told}")
