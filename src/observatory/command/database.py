"""`hudna db path|migrate|backup|restore|check|index`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.command.read import complain
from observatory.command.shared import bar, join_incidents, number, record

if TYPE_CHECKING:
    from observatory.records.backup import BackupSummary

EXAMPLES = """
[bold]Examples[/bold]

  hudna db path

  hudna db backup record-2021-03-04.zip

  HUDNA_HOME=/srv/other hudna db restore record-2021-03-04.zip

  DATABASE_URL=postgresql://hudna@localhost/record hudna db check
"""
app = typer.Typer(
    no_args_is_help=True, help="Look after the record: where it is, backup, restore, checks.", epilog=EXAMPLES
)


@app.command("path")
def path_command() -> None:
    """Print where the record is kept: the database, then the folder of the original bytes."""
    with record(prepare=False):
        from django.db import connection

        from observatory.records.originals import originals_folder

        typer.echo(_address(connection.vendor, connection.settings_dict))
        typer.echo(str(originals_folder()))


def _address(vendor: str, settings: dict[str, object]) -> str:
    if vendor == "sqlite":
        return str(settings["NAME"])
    options = settings.get("OPTIONS")
    host = settings.get("HOST") or (options.get("host") if isinstance(options, dict) else None) or "localhost"
    port = f":{settings['PORT']}" if settings.get("PORT") else ""
    return f"{vendor}://{host}{port}/{settings['NAME']}"


@app.command("migrate")
def migrate_command() -> None:
    """Bring the tables of the record to this version of hudna. Make a backup before."""
    with record(prepare=False):
        from observatory.configuration import migrate, prepare_folder, waiting_migrations

        prepare_folder()
        waiting = waiting_migrations()
        migrate()
        for name in waiting:
            typer.echo(f"done: {name}")
        if not waiting:
            typer.echo("the tables are of this version: nothing to do")
        join_incidents()


@app.command("backup")
def backup_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The backup to write, a ZIP file.")],
) -> None:
    """Write every row and every original into one file, from which any database can be restored."""
    with record():
        from observatory.records.backup import backup, total_of_backup

        if file.exists():
            raise typer.BadParameter(f"{file} exists: name a new file", param_hint="FILE")
        try:
            with bar("backing up", total_of_backup()) as advance:
                summary = backup(file, advance)
        except OSError as error:
            problem = f"{file} cannot be written ({error.strerror or error})"
            raise typer.BadParameter(problem, param_hint="FILE") from error
        for problem in summary.missing:
            complain(problem)
        typer.echo(f"{file}: {_told(summary)}")
    if summary.missing:
        raise typer.Exit(1)


@app.command("restore")
def restore_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup of «hudna db backup».")],
) -> None:
    """Fill a new, empty record from a backup, wholly or not at all."""
    with record():
        from observatory.records.backup import BackupError, restore

        try:
            with bar("restoring", 0) as advance:
                summary = restore(file, advance)
        except BackupError as error:
            complain(str(error))
            raise typer.Exit(1) from error
        join_incidents()
        typer.echo(f"restored: {_told(summary)}")


def _told(summary: BackupSummary) -> str:
    documents = number(summary.rows.get("records.document", 0), "document")
    claims = number(summary.rows.get("records.claim", 0), "claim")
    decisions = number(summary.rows.get("review.decision", 0), "decision")
    return f"{documents}, {claims}, {decisions}, {number(summary.originals, 'original')}"


@app.command("check")
def check_command(
    sample: Annotated[
        int, typer.Option("--sample", metavar="N", min=0, help="Claims whose spans are verified; 0 for all.")
    ] = 1000,
) -> None:
    """Check the database, the hash of every original, the spans of a sample of claims and the state of decisions."""
    with record():
        from observatory.records.check import check
        from observatory.records.models import Document

        with bar("checking", Document.objects.count()) as advance:
            report = check(sample, advance)
    for problem in report.problems:
        complain(problem)
    looked = f"{number(report.originals, 'original')} whole, spans of {number(report.spans, 'claim')} verified"
    stray = f", {number(report.stray, 'original')} of no document (left by a killed run)" if report.stray else ""
    verdict = number(len(report.problems), "problem") if report.problems else "no problems"
    typer.echo(f"{number(report.documents, 'document')}: {looked}{stray}; {verdict}")
    if report.problems:
        raise typer.Exit(1)


@app.command("index")
def index_command() -> None:
    """Make the words of search, the queue of review and the figures of who says what anew."""
    with record():
        from observatory.atlas import parts
        from observatory.records.models import Document
        from observatory.records.planner import gather_statistics
        from observatory.review import waiting
        from observatory.search import index
        from observatory.voices import disagreements, keep

        with bar("indexing", Document.objects.count() * 2) as advance:
            documents = index.rebuild(advance)
            keep.rebuild(advance)
        disagreements.rebuild()
        parts.refresh()
        claims = waiting.rebuild()
        gather_statistics()
    typer.echo(f"{number(documents, 'document')} and {number(claims, 'claim')} indexed")
