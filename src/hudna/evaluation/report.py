"""An evaluation as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Mapping

from hudna.command.direction import isolated, on_one_line
from hudna.evaluation.figures import ClaimError, Difference, Evaluation, Item, Ratio

_NAME_WIDTH = 20
_EVIDENCE_LENGTH = 200
_HEADINGS = f"{'':{_NAME_WIDTH}}{'precision':>10}{'recall':>8}{'F1':>8}{'found':>8}{'extra':>8}{'missed':>8}"


def render_text(evaluation: Evaluation, errors: int = 0) -> str:
    """The figures as tables, then up to `errors` errors, each beside its text."""
    blocks = [_summary(evaluation), _table("by field", evaluation.rows), _further(evaluation)]
    blocks.append(_table("by type", dict(sorted(evaluation.figures.by_type.items()))))
    if errors > 0:
        blocks.append(_errors(evaluation, errors))
    return "\n\n".join(blocks) + "\n"


def _summary(evaluation: Evaluation) -> str:
    figures = evaluation.figures
    wanted = figures.claims.hits + figures.claims.missed
    lines = [f"{len(evaluation.documents)} documents, {wanted} claims; {figures.told_again} read claims tell one again"]
    if evaluation.without_gold:
        shown = ", ".join(isolated(identity) for identity in evaluation.without_gold[:5])
        lines.append(f"{len(evaluation.without_gold)} readings have no gold file and count nowhere: {shown}")
    return "\n".join(lines)


def _table(name: str, rows: Mapping[str, Ratio]) -> str:
    return "\n".join([f"{name:{_NAME_WIDTH}}{_HEADINGS[_NAME_WIDTH:]}", *(_row(*row) for row in rows.items())])


def _row(name: str, ratio: Ratio) -> str:
    shares = f"{ratio.precision:10.3f}{ratio.recall:8.3f}{ratio.f1:8.3f}"
    return f"{name:{_NAME_WIDTH}}{shares}{ratio.hits:8}{ratio.extra:8}{ratio.missed:8}"


def _further(evaluation: Evaluation) -> str:
    figures = evaluation.figures
    lines = [f"{'status':{_NAME_WIDTH}}{figures.status.value:10.3f}  of {figures.status.of} claims found"]
    for name, share in (("point within 10 km", figures.within_10_km), ("point within 25 km", figures.within_25_km)):
        lines.append(f"{name:{_NAME_WIDTH}}{share.value:10.3f}  of {share.of} found claims with a point")
    return "\n".join(lines)


def _errors(evaluation: Evaluation, limit: int) -> str:
    errors = evaluation.errors
    heading = f"errors: {min(limit, len(errors))} of {len(errors)}"
    return "\n".join([heading, *(_error(error) for error in errors[:limit])])


def _error(error: ClaimError) -> str:
    evidence = on_one_line(error.evidence)
    if len(evidence) > _EVIDENCE_LENGTH:
        evidence = evidence[:_EVIDENCE_LENGTH] + "…"
    trigger = on_one_line(error.trigger)
    kind = "wrong" if error.kind == "slots" else error.kind
    lines = [
        f"- {isolated(error.document)}: {kind} {error.type} {isolated(f'«{trigger}»')}",
        f"    {isolated(evidence)}",
    ]
    return "\n".join([*lines, *(f"    {_difference(difference)}" for difference in error.differences)])


def _difference(difference: Difference) -> str:
    return f"{difference.slot}: gold {_items(difference.gold)}; read {_items(difference.read)}"


def _items(items: tuple[Item, ...]) -> str:
    return " + ".join(isolated(on_one_line(item.text)) for item in items) if items else "nothing"
