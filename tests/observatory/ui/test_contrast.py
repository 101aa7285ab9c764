"""Every text can be read: contrast of at least 4.5 (WCAG AA) in the light and in the dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from observatory import ui

SHEET = (Path(ui.__file__).parent / "static/ui/tokens.css").read_text("utf-8")
GROUNDS = ("paper", "surface", "sunken", "accent-soft")
MARKS = ("speaker", "actor", "target", "place", "when", "count")
PAIRS = [
    *((text, ground) for text in ("ink", "ink-soft", "accent") for ground in GROUNDS),
    *((name, f"{name}-soft") for name in ("good", "warning", "bad")),
    *((name, "surface") for name in ("good", "warning", "bad")),
    *((f"side-{number}", "surface") for number in range(1, 7)),
    ("accent-ink", "accent"),
]
Colour = tuple[float, float, float]


def colours(theme: str) -> dict[str, Colour]:
    rules = SHEET.split('[data-theme="dark"] {')[1] if theme == "dark" else SHEET.split("@media")[0]
    found = re.findall(r"--([\w-]+): #([0-9a-f]{6});", rules)
    return {name: tuple(int(code[at : at + 2], 16) / 255 for at in (0, 2, 4)) for name, code in found}  # type: ignore[misc]


def luminance(colour: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out(theme, text, ground):
    known = colours(theme)
    assert contrast(known[text], known[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("mark", MARKS)
def test_text_stands_out_on_marks(theme, mark):
    known = colours(theme)
    tint, ground = known[f"mark-{mark}"], known["surface"]
    blended = tuple(0.24 * over + 0.76 * under for over, under in zip(tint, ground, strict=True))
    assert contrast(known["ink"], blended) >= 4.5  # type: ignore[arg-type]


def test_both_ways_to_the_dark_theme_are_the_same():
    dark = [
        set(re.findall(r"--[\w-]+: #\w+;", part)) for part in re.split(r"data-theme=\"(?:light|dark)\"\]", SHEET)[1:3]
    ]
    assert dark[0] == dark[1]
