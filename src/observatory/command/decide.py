"""`hudna decide accept|correct|reject|note|merge|split|undo|history|lost`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hudna.command.direction import isolated, on_one_line
from hudna.command.read import complain
from observatory.command.shared import record

if TYPE_CHECKING:
    from observatory.records.models import Claim
    from observatory.review.models import Decision

EXAMPLES = """
[bold]Examples[/bold]

  hudna decide accept 3f2a91c04d --person Rana --reason "the text says so"

  hudna decide correct 3f2a91c04d --field type --value air_strike --person Rana --reason "a drone is named"

  hudna decide merge 3f2a91c04d 77b0c1d2e3 --person Rana --reason "one raid, two papers"

  hudna decide undo 12 --person Rana --reason "the other one was meant"

Decisions are never changed or deleted; an undo is a decision of its own. KEY is the key of a claim or its first
characters.
"""
CORRECT_EXAMPLES = """
[bold]Values[/bold]

  --field type --value shelling

  --field status --value denied

  --field actors --value "القوات الحكومية | الفصائل"

  --field speaker --value null

  --field when --value "2021-03-02..2021-03-04 منذ الثلاثاء"

  --field counts --value '\\[{"what": "killed", "value": 3, "surface": "ثلاثة قتلى"}]'

Words are given as they stand in the text; | separates several.
"""
app = typer.Typer(no_args_is_help=True, help="Decide about claims: accept, correct, reject, note, merge, split, undo.")

Key = Annotated[str, typer.Argument(metavar="KEY", help="The key of a claim, or its first characters.")]
Keys = Annotated[list[str], typer.Argument(metavar="KEY KEY…", help="The keys of claims.")]
Person = Annotated[
    str,
    typer.Option("--person", metavar="NAME", envvar="HUDNA_PERSON", help="Who decides; or the variable HUDNA_PERSON."),
]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")]


@contextmanager
def _deciding() -> Iterator[None]:
    with record():
        from observatory.review.corrections import CorrectionError
        from observatory.review.decide import DecisionError

        try:
            yield
        except (DecisionError, CorrectionError) as error:
            complain(str(error))
            raise typer.Exit(2) from error


@app.command("accept", epilog=EXAMPLES)
def accept_command(key: Key, person: Person, reason: Reason) -> None:
    """The claim is right as it stands."""
    with _deciding():
        from observatory.review.decide import accept, find_claim

        _told(accept(find_claim(key), person, reason))


@app.command("reject", epilog=EXAMPLES)
def reject_command(key: Key, person: Person, reason: Reason) -> None:
    """The text makes no such claim."""
    with _deciding():
        from observatory.review.decide import find_claim, reject

        _told(reject(find_claim(key), person, reason))


@app.command("correct", epilog=CORRECT_EXAMPLES)
def correct_command(
    key: Key,
    field: Annotated[
        str, typer.Option("--field", metavar="FIELD", help="type, status, actors, speaker, when, counts…")
    ],
    value: Annotated[str, typer.Option("--value", metavar="VALUE", help="The right value.")],
    person: Person,
    reason: Reason,
) -> None:
    """A field of the claim is wrong and should be this."""
    with _deciding():
        from observatory.review.decide import correct, find_claim

        _told(correct(find_claim(key), field, value, person, reason))


@app.command("note", epilog=EXAMPLES)
def note_command(
    key: Key,
    text: Annotated[str, typer.Option("--text", metavar="TEXT", help="The remark.")],
    person: Person,
    reason: Reason = "",
) -> None:
    """A remark that changes nothing else."""
    with _deciding():
        from observatory.review.decide import find_claim, note

        _told(note(find_claim(key), person, text, reason))


@app.command("merge", epilog=EXAMPLES)
def merge_command(keys: Keys, person: Person, reason: Reason) -> None:
    """These claims are about one happening."""
    with _deciding():
        from observatory.review.decide import find_claim, merge

        _told(merge([find_claim(key) for key in keys], person, reason))


@app.command("split", epilog=EXAMPLES)
def split_command(
    keys: Keys,
    others: Annotated[
        list[str], typer.Option("--from", metavar="KEY", help="A claim about another happening; may be given again.")
    ],
    person: Person,
    reason: Reason,
) -> None:
    """These claims are about another happening than those of --from."""
    with _deciding():
        from observatory.review.decide import find_claim, split

        _told(split([find_claim(key) for key in keys], [find_claim(key) for key in others], person, reason))


@app.command("undo", epilog=EXAMPLES)
def undo_command(
    decision: Annotated[int, typer.Argument(metavar="N", min=1, help="Number of the decision (see «history»).")],
    person: Person,
    reason: Reason,
) -> None:
    """A decision counts no more; what stood before it stands again."""
    with _deciding():
        from observatory.review.decide import undo

        _told(undo(decision, person, reason))


@app.command("history")
def history_command(key: Key) -> None:
    """Show a claim as it stands and every decision about it."""
    with _deciding():
        from observatory.review.decide import find_claim, history

        claim = find_claim(key)
        typer.echo(_described(claim))
        rows = history(claim.key)
        for row in rows:
            typer.echo(_line(row))
        if not rows:
            typer.echo("no decisions yet")


@app.command("lost")
def lost_command() -> None:
    """List the decisions whose claim no current reading holds any more."""
    with record():
        from observatory.command.reread import tell_lost
        from observatory.review.decide import lost

        if lost():
            tell_lost()
        else:
            typer.echo("every decision has its claim")


def _told(decision: Decision) -> None:
    typer.echo(_line(decision))


def _described(claim: Claim) -> str:
    data = claim.body.standing or claim.body.read
    facts = [claim.type, claim.status, str(claim.from_day or ""), claim.place or "", claim.speaker or ""]
    shown = " · ".join(isolated(fact) for fact in facts if fact)
    return f"{claim.key} ({claim.review}) {shown}\n  {isolated(on_one_line(data['evidence']['text']))}"


def _line(decision: Decision) -> str:
    what = f" {decision.field}: {_short(decision.old)} → {_short(decision.new)}" if decision.field else ""
    if decision.undoes_id:
        what = f" decision {decision.undoes_id}"
    elif decision.new is not None and not decision.field:
        what = f" {_short(decision.new)}"
    reason = f" — {isolated(decision.reason)}" if decision.reason else ""
    moment = decision.made_at.strftime("%Y-%m-%d %H:%M UTC")
    return f"{decision.pk}: {moment} {isolated(decision.person)}: {decision.action}{what}{reason}"


def _short(value: Any) -> str:
    """A value as its words: surfaces of a list of namings, else its JSON."""
    if isinstance(value, list) and all(isinstance(item, dict) and "surface" in item for item in value):
        value = " | ".join(item["surface"] for item in value)
    elif isinstance(value, dict) and "surface" in value:
        value = " ".join(str(part) for part in (value["surface"], value["start"], value["end"]) if part is not None)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return isolated(on_one_line(text)[:120])
