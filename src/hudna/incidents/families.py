"""Which types of claim can be about one happening, and how readily."""

from __future__ import annotations

FAMILIES: dict[str, str] = {
    **dict.fromkeys(
        (
            "armed_clash", "attack", "air_strike", "shelling", "gunfire", "explosion", "killing", "destruction",
            "interception",
        ),
        "violence",
    ),
    **dict.fromkeys(
        ("territory_taken", "withdrawal", "surrender", "operation", "control_status", "siege", "deployment"), "control"
    ),
    **dict.fromkeys(("ceasefire", "ceasefire_violation", "agreement", "talks"), "truce"),
    **dict.fromkeys(("abduction", "detention", "release"), "custody"),
    **dict.fromkeys(("aid", "aid_obstruction", "displacement"), "relief"),
    "protest": "protest",
}  # fmt: skip
"""Type → family. Claims of different families are never joined by themselves; a decision may join them."""

SPECIFIC: tuple[str, ...] = (
    "air_strike", "explosion", "shelling", "gunfire", "interception", "armed_clash", "territory_taken", "surrender",
    "withdrawal", "siege", "ceasefire_violation", "ceasefire", "agreement", "abduction", "release", "aid_obstruction",
    "displacement", "protest", "aid", "detention", "deployment", "talks", "operation", "control_status", "attack",
    "destruction", "killing",
)  # fmt: skip
"""Types from the most telling to the least: of types that equally many documents tell, the first names the incident."""

RANKS: dict[str, int] = {type: rank for rank, type in enumerate(SPECIFIC)}

_LIKE: dict[frozenset[str], float] = {
    frozenset(pair): likeness
    for likeness, pairs in (
        (
            0.8,
            (
                ("attack", "air_strike"), ("attack", "shelling"), ("attack", "explosion"), ("attack", "gunfire"),
                ("attack", "killing"), ("attack", "armed_clash"), ("killing", "air_strike"), ("killing", "shelling"),
                ("killing", "explosion"), ("killing", "gunfire"), ("killing", "armed_clash"),
                ("aid", "aid_obstruction"), ("abduction", "detention"), ("ceasefire", "agreement"),
                ("territory_taken", "operation"), ("surrender", "withdrawal"), ("attack", "interception"),
                ("attack", "destruction"), ("destruction", "air_strike"), ("destruction", "shelling"),
            ),
        ),
        (
            0.5,
            (
                ("air_strike", "shelling"), ("air_strike", "explosion"), ("shelling", "explosion"),
                ("gunfire", "armed_clash"), ("destruction", "explosion"), ("destruction", "interception"),
                ("talks", "agreement"), ("talks", "ceasefire"), ("territory_taken", "withdrawal"),
                ("agreement", "ceasefire_violation"), ("ceasefire", "ceasefire_violation"),
                ("shelling", "armed_clash"), ("air_strike", "interception"), ("shelling", "interception"),
                ("territory_taken", "control_status"), ("siege", "operation"), ("operation", "deployment"),
            ),
        ),
    )
    for pair in pairs
}  # fmt: skip
_OTHERWISE = 0.2


def likeness(one: str, other: str) -> float:
    """How readily two types of one family tell one happening: 1 for the same type."""
    return 1.0 if one == other else _LIKE.get(frozenset((one, other)), _OTHERWISE)
