"""`hudna read` and `hudna explain`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer

from hudna.command.inputs import STANDARD_INPUT, Item, documents
from hudna.command.output import OutputFormat, Writer, console_for, writer
from hudna.command.progress import progress
from hudna.records import Document, Reading
from hudna.sources.source import Defaults, Refusal, parse_day

READ_EXAMPLES = """
[bold]Examples[/bold]

  hudna read examples/bulletin.txt --published 2021-03-04

  hudna read --format jsonl --output claims.jsonl reports/*.txt

  hudna read --input-format jsonl --lang ar < articles.jsonl

Exit code 0: all was read. 1: some input could not be read; the rest was. 2: wrong use of the command.
"""
EXPLAIN_EXAMPLES = """
[bold]Examples[/bold]

  hudna explain examples/bulletin.txt 2 --published 2021-03-04

  hudna explain examples/reports.jsonl 1 --document gaza-tally --lang ar
"""


class InputKind(StrEnum):
    """How the input holds documents."""

    auto = "auto"
    text = "text"
    jsonl = "jsonl"


class Tongue(StrEnum):
    """The language of labels and messages."""

    ar = "ar"
    en = "en"


def _day(value: str | None) -> str | None:
    if value is not None:
        try:
            parse_day(value)
        except ValueError as error:
            raise typer.BadParameter(f"{error}: write YYYY-MM-DD, for example 2017-09-12") from error
    return value


Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="YYYY-MM-DD",
        callback=_day,
        help="Day of publication, from which «yesterday» is reckoned, of documents that carry none.",
    ),
]
Outlet = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="Who published it, of documents that do not say.")
]
Kind = Annotated[
    InputKind,
    typer.Option(
        "--input-format",
        help='One text a file, or one {"id", "text", "published", "outlet"} a line. auto goes by the ending .jsonl.',
    ),
]
Lang = Annotated[Tongue, typer.Option("--lang", help="Language of labels and findings.")]


def read_command(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE…", help="Files to read; - or none: standard input.")
    ] = None,
    published: Published = None,
    outlet: Outlet = None,
    form: Annotated[
        OutputFormat, typer.Option("--format", help="A table to read, a JSON list, or JSON Lines.")
    ] = OutputFormat.table,
    input_format: Kind = InputKind.auto,
    lang: Lang = Tongue.en,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there instead of standard output.")
    ] = None,
) -> None:
    """Read documents and show what they claim."""
    names = files or [STANDARD_INPUT]
    _say_if_waiting(names)
    defaults = Defaults(parse_day(published) if published else None, outlet)
    refused = 0
    with _target(output) as stream:
        sink = writer(form, stream, lang.value)
        with progress(names, sink.console) as advance:
            for item in documents(names, input_format.value, defaults):
                refused += _write(item, sink)
                advance(item.size)
        sink.close()
    if refused:
        raise typer.Exit(1)


def _write(item: Item, sink: Writer) -> int:
    if isinstance(item.content, Refusal):
        complain(str(item.content))
        return 1
    sink.write(_reading(item.content))
    return 0


def _reading(document: Document) -> Reading:
    from hudna import read
    from hudna.gazetteer import GazetteerError
    from hudna.lexicon.entries import LexiconError

    try:
        return read(document.text, document.published, document.outlet, id=document.id, title=document.title)
    except (LexiconError, GazetteerError) as error:
        complain(str(error))
        raise typer.Exit(1) from error


def complain(message: str) -> None:
    """Say on standard error what went wrong."""
    typer.echo(f"hudna: {message}", err=True)


def _say_if_waiting(names: list[str]) -> None:
    if STANDARD_INPUT in names and sys.stdin.isatty():
        typer.echo("hudna: reading what you type; end with Ctrl-D (hudna read --help for more)", err=True)


@contextmanager
def _target(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
        return
    try:
        stream = output.open("w", encoding="utf-8")
    except OSError as error:
        raise typer.BadParameter(f"{output} cannot be written ({error.strerror})", param_hint="--output") from error
    with stream:
        yield stream


def explain_command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file that was read; - for standard input.")],
    number: Annotated[int, typer.Argument(metavar="N", min=1, help="Number of the claim in the table.")],
    published: Published = None,
    outlet: Outlet = None,
    document: Annotated[
        str | None, typer.Option("--document", metavar="ID", help="Which document of a JSON Lines file.")
    ] = None,
    input_format: Kind = InputKind.auto,
    lang: Lang = Tongue.en,
) -> None:
    """Show for one claim where each field stands, which rule read it and from which lexicon line."""
    from hudna.command.explain import print_explanation

    found = _chosen(file, input_format, Defaults(_date(published), outlet), document)
    reading = _reading(found)
    if number > len(reading.claims):
        held = f"holds {len(reading.claims)} claims" if reading.claims else "holds no claims"
        raise typer.BadParameter(f"the document {held}, there is no claim {number}", param_hint="N")
    print_explanation(console_for(sys.stdout), reading, number, lang.value)


def _date(value: str | None) -> date | None:
    return parse_day(value) if value else None


def _chosen(file: str, kind: InputKind, defaults: Defaults, wanted: str | None) -> Document:
    found: list[Document] = []
    for item in documents([file], kind.value, defaults):
        if isinstance(item.content, Document):
            found.append(item.content)
        elif wanted is None or item.content.where == file:
            complain(str(item.content))
    if not found:
        raise typer.Exit(1)
    matching = [document for document in found if wanted in (None, document.id)]
    if len(matching) == 1:
        return matching[0]
    known = ", ".join(str(document.id) for document in found[:12])
    problem = f"no document «{wanted}»" if wanted else f"{len(found)} documents: name one with --document"
    raise typer.BadParameter(f"{file} holds {problem} ({known})", param_hint="--document")
