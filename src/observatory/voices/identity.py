"""Who says a claim, and under which key: the same actor under any naming, else the folded name."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.urls import reverse

from hudna.lexicon.store import default_lexicon
from hudna.places import default_gazetteer
from hudna.protect import ProtectedParty
from hudna.protect.words import Mask
from hudna.sides import default_sides
from observatory.records.projection import folded_naming, speaker_known
from observatory.voices.models import Voice

_LONGEST_NAME = 300
_REMEMBERED = 65536
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a voice is."""

    kind: str
    identity: str
    entry: str | None
    name: str
    english: str | None
    named: bool

    @property
    def key(self) -> str:
        """What its address is made of."""
        return key_of(self.kind, self.identity)

    @property
    def words(self) -> str:
        """What its name is looked for in."""
        return " ".join(filter(None, (folded_naming(self.name), (self.english or "").lower())))


def key_of(kind: str, identity: str) -> str:
    """The key of a voice. It says nothing of the name, and one that may not be shown is not found by it either."""
    return f"{kind}-{hashlib.sha256(f'{kind}/{identity}'.encode()).hexdigest()[:_DIGITS]}"


def voice_of(speaker: Mapping[str, Any] | None, outlet: str | None) -> Identity | None:
    """Who says a claim: its speaker in JSON form, else the outlet; None where neither is told."""
    if speaker is not None:
        return speaker_named(speaker["surface"], speaker.get("id"))
    return outlet_named(outlet) if outlet else None


@lru_cache(maxsize=_REMEMBERED)
def speaker_named(surface: str, entry: str | None = None) -> Identity:
    """The speaker that a naming means, as the gate of `hudna.protect` reads it."""
    sides, actor = default_sides(), speaker_known(surface, entry)
    if actor is None:
        return Identity(Voice.Kind.SPEAKER, folded_naming(surface), None, surface[:_LONGEST_NAME], None, False)
    return Identity(Voice.Kind.SPEAKER, actor, actor, sides.arabic(actor) or actor, sides.english(actor), True)


@lru_cache(maxsize=_REMEMBERED)
def outlet_named(outlet: str) -> Identity:
    """The outlet of a name. One that bears a person's name is a private person's own page."""
    sides = default_sides()
    actor = sides.actor(outlet)
    is_whole = actor is not None and folded_naming(sides.arabic(actor) or "") == folded_naming(outlet)
    english = sides.english(actor) if actor is not None and is_whole else None
    named = not _mask().has_given_name(outlet)
    return Identity(Voice.Kind.OUTLET, folded_naming(outlet), None, outlet[:_LONGEST_NAME], english, named)


@lru_cache(maxsize=1)
def _mask() -> Mask:
    return Mask(default_lexicon(), default_gazetteer())


def speaker_address(surface: str, entry: str | None = None) -> str:
    """The address of the page of a speaker, for who may be told its name."""
    return reverse("voice", args=[speaker_named(surface, entry).key])


def party_address(party: ProtectedParty | None) -> str | None:
    """The address of the page of a speaker whom the gate has let out; None for who has no page there."""
    return reverse("voice", args=[key_of(Voice.Kind.SPEAKER, party.id)]) if party is not None and party.id else None


def outlet_address(outlet: str) -> str:
    """The address of the page of an outlet."""
    return reverse("voice", args=[outlet_named(outlet).key])
