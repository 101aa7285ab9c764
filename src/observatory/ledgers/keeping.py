"""Ceasefires as the record keeps them: the newest definition of each name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db.models import Max
from django.utils import timezone

from hudna.ledger import Ceasefire, DefinitionError, parse
from observatory.ledgers.models import Definition

_NAME = re.compile(r"[a-zA-Z0-9_-]{1,80}")
_RESERVED = frozenset({"define"})


@dataclass(frozen=True, slots=True)
class Kept:
    """A ceasefire with the definition that it was read from."""

    ceasefire: Ceasefire
    definition: Definition


def keep(text: str, person: str, file: str = "definition") -> Kept:
    """Keep a definition as the newest of its name; nothing is added where it says what the newest says already.

    DefinitionError, with line and field, for one that cannot be used.
    """
    ceasefire = parse(text, file)
    name = ceasefire.name
    if not _NAME.fullmatch(name) or name in _RESERVED:
        raise DefinitionError(
            f"{file}: ceasefire.name: {name!r} cannot stand in an address; use Latin letters, digits, - and _"
        )
    newest = Definition.objects.filter(name=name).order_by("-pk").first()
    if newest is None or newest.text != text or newest.withdrawn:
        newest = Definition.objects.create(name=name, text=text, made_at=timezone.now(), person=person)
    return Kept(ceasefire, newest)


def withdraw(kept: Kept, person: str) -> None:
    """List a ceasefire no longer. Its definitions stay in the record."""
    text = kept.definition.text
    Definition.objects.create(
        name=kept.ceasefire.name, text=text, made_at=timezone.now(), person=person, withdrawn=True
    )


def all_kept() -> list[Kept]:
    """Every ceasefire that is listed, the latest first."""
    newest = Definition.objects.values("name").annotate(newest=Max("pk")).values("newest")
    rows = Definition.objects.filter(pk__in=newest, withdrawn=False)
    return sorted((_read(row) for row in rows), key=lambda kept: kept.ceasefire.first, reverse=True)


def kept_named(name: str) -> Kept | None:
    """The ceasefire of a name; None where none is listed."""
    newest = Definition.objects.filter(name=name).order_by("-pk").first()
    return _read(newest) if newest is not None and not newest.withdrawn else None


def versions(name: str) -> list[Definition]:
    """Every definition of a name, the newest first."""
    return list(Definition.objects.filter(name=name).order_by("-pk"))


def _read(row: Definition) -> Kept:
    return Kept(parse(row.text, row.name), row)
