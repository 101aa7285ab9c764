"""The event types and the roles of frames, as the codebook defines them."""

from __future__ import annotations

EVENT_TYPES = frozenset(
    [
        "armed_clash",
        "attack",
        "air_strike",
        "shelling",
        "gunfire",
        "explosion",
        "killing",
        "abduction",
        "detention",
        "destruction",
        "interception",
        "territory_taken",
        "withdrawal",
        "deployment",
        "operation",
        "siege",
        "control_status",
        "ceasefire_violation",
        "ceasefire",
        "agreement",
        "talks",
        "release",
        "surrender",
        "displacement",
        "aid",
        "aid_obstruction",
        "protest",
    ]
)
"""The 27 types of claim."""

ROLES = frozenset(
    [
        "actor",
        "target",
        "parties",
        "place",
        "count",
        "means",
        "origin",
        "destination",
        "event",
        "topic",
        "harm",
        "none",
        "time",
    ]
)
"""What a neighbour of an event word can be to it."""
