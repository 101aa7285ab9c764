"""Profiles: who may see what. Everything that a profile does not allow is withheld."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["exact", "town", "admin1", "country"]
Text = Literal["full", "masked", "none"]
Address = Literal["full", "site"]


class ProfileError(ValueError):
    """A profile that does not exist. Nothing is handed out under it."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What may be handed out.

    `places` is the most exact level of places, `grid` the side in degrees of the cells to whose centre the point of a
    place more exact than a town is moved, `sensitive_places` the level for hospitals, shelters, camps and aid.
    `delay` is the number of days before a claim may appear. `text` says whether quotations go out in full, with every
    word masked that is not known to be harmless, or not at all. `names` is whether private persons may be named.
    """

    name: str
    places: Level
    sensitive_places: Level
    grid: float
    delay: int
    text: Text
    names: bool
    addresses: Address
    notes: bool
    rejected: bool


INTERNAL = Profile(
    name="internal", places="exact", sensitive_places="exact", grid=0.0, delay=0, text="full", names=True,
    addresses="full", notes=True, rejected=True,
)  # fmt: skip
"""For the people who keep the record: everything."""

PARTNER = Profile(
    name="partner", places="town", sensitive_places="admin1", grid=0.1, delay=2, text="masked", names=False,
    addresses="site", notes=False, rejected=False,
)  # fmt: skip
"""For organisations that work with the record: towns, after two days, quotations with unknown words masked."""

PUBLIC = Profile(
    name="public", places="admin1", sensitive_places="admin1", grid=0.1, delay=7, text="none", names=False,
    addresses="site", notes=False, rejected=False,
)  # fmt: skip
"""For everybody: provinces, after a week, no quotations."""

PROFILES = {profile.name: profile for profile in (INTERNAL, PARTNER, PUBLIC)}


def profile_named(name: str) -> Profile:
    """The profile of a name. ProfileError for any other name: nothing falls back to a wider profile."""
    try:
        return PROFILES[name]
    except KeyError as error:
        raise ProfileError(f"no profile {name!r}; use one of {', '.join(PROFILES)}") from error
