"""The accuracy gate: reads the project's own gold texts, measures them and fails below the recorded floors.

    python -m hudna.evaluation.gate                         measure; exit 1 below a floor
    python -m hudna.evaluation.gate --record                raise the floors to what is measured now
    python -m hudna.evaluation.gate --record --allow-lower  record also what became worse

A floor is the measured figure cut after three decimals. The file also keeps how many documents and claims the floors
were measured on, so that taking away a hard gold file does not pass unseen.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hudna.evaluation.figures import Evaluation
from hudna.evaluation.inputs import InputError, load_gold
from hudna.evaluation.reading import read_gold
from hudna.evaluation.report import render_text
from hudna.evaluation.score import compare

GOLD = Path("accuracy/gold")
FLOORS = Path("accuracy/floors.json")
_STEPS = 1000


class FloorsError(Exception):
    """The file of floors cannot be used; the message says what helps."""


@dataclass(frozen=True, slots=True)
class Floors:
    """The least that each figure must reach, and the size of the gold set that they were measured on."""

    documents: int
    claims: int
    figures: dict[str, float]

    def to_json(self) -> str:
        """The file's text."""
        data = {"gold": {"documents": self.documents, "claims": self.claims}, "floors": self.figures}
        return json.dumps(data, indent=2) + "\n"


def measured(evaluation: Evaluation) -> Floors:
    """The figures of an evaluation as floors."""
    figures = evaluation.figures
    values = {name: ratio.f1 for name, ratio in evaluation.rows.items()}
    values |= {
        "status": figures.status.value,
        "point_within_10_km": figures.within_10_km.value,
        "point_within_25_km": figures.within_25_km.value,
    }
    cut = {name: math.floor(round(value * _STEPS, 6)) / _STEPS for name, value in values.items()}
    return Floors(len(evaluation.documents), figures.claims.hits + figures.claims.missed, cut)


def load_floors(file: Path) -> Floors | None:
    """The recorded floors; None when none were recorded yet."""
    if not file.exists():
        return None
    try:
        data: Any = json.loads(file.read_text("utf-8"))
        gold = data["gold"]
        floors = {str(name): float(value) for name, value in data["floors"].items()}
        return Floors(int(gold["documents"]), int(gold["claims"]), floors)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise FloorsError(f"{file} cannot be used ({error!r}): restore it, or record the floors anew") from error


def falls(now: Floors, floors: Floors) -> list[str]:
    """What is worse than recorded, one line each; empty when nothing is."""
    lines = [
        f"{name}: {now.figures.get(name, 0.0):.3f}, floor {floor:.3f}"
        for name, floor in floors.figures.items()
        if now.figures.get(name, 0.0) < floor
    ]
    for name, count, least in (
        ("documents", now.documents, floors.documents),
        ("claims", now.claims, floors.claims),
    ):
        if count < least:
            lines.append(f"gold {name}: {count}, recorded {least}")
    return lines


def check(now: Floors, file: Path) -> int:
    """Compare with the recorded floors and say what fell."""
    floors = load_floors(file)
    if floors is None:
        print(f"no floors in {file}: record them with --record", file=sys.stderr)
        return 1
    fallen = falls(now, floors)
    for line in fallen:
        print(f"below the floor: {line}", file=sys.stderr)
    if not fallen:
        print(f"no figure is below its floor ({file})")
    return 1 if fallen else 0


def record(now: Floors, file: Path, *, allow_lower: bool) -> int:
    """Write the figures as the new floors, unless one would be lowered without leave."""
    floors = load_floors(file)
    fallen = falls(now, floors) if floors else []
    for line in fallen:
        print(f"{'lowered' if allow_lower else 'would be lowered'}: {line}", file=sys.stderr)
    if fallen and not allow_lower:
        print("nothing was recorded: --allow-lower records it all the same", file=sys.stderr)
        return 1
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(now.to_json(), "utf-8")
    print(f"recorded {len(now.figures)} floors in {file}")
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Run the gate from the root of a checkout; the exit code."""
    options = _parser().parse_args(arguments)
    if options.allow_lower and not options.record:
        print("--allow-lower goes with --record", file=sys.stderr)
        return 2
    try:
        evaluation = compare(load_gold(options.gold), read_gold(options.gold))
        print(render_text(evaluation, options.errors))
        now = measured(evaluation)
        if options.record:
            return record(now, options.floors, allow_lower=options.allow_lower)
        return check(now, options.floors)
    except (InputError, FloorsError) as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m hudna.evaluation.gate", description="Check or record the floors.")
    parser.add_argument("--gold", type=Path, default=GOLD, metavar="DIR", help="folder of gold files")
    parser.add_argument("--floors", type=Path, default=FLOORS, metavar="FILE", help="where the floors are kept")
    parser.add_argument("--record", action="store_true", help="record the figures of now as floors")
    parser.add_argument("--allow-lower", action="store_true", help="let --record lower a floor")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="also print up to N errors")
    return parser


if __name__ == "__main__":
    sys.exit(main())
