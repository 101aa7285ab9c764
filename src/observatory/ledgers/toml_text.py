"""The TOML text of a ceasefire, as `hudna.ledger.parse` reads it and as a file for the command line holds it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from hudna.ledger import Ceasefire, ReportingSide, Zone


def to_toml(ceasefire: Ceasefire) -> str:
    """The definition of a ceasefire; parsed again it is the same."""
    head = [
        "[ceasefire]",
        f"name = {_text(ceasefire.name)}",
        f"title = {_names(ceasefire.title)}",
        f"parties = {_list(ceasefire.parties)}",
        f"from = {ceasefire.first.isoformat()}",
    ]
    if ceasefire.last is not None:
        head.append(f"to = {ceasefire.last.isoformat()}")
    parts = ["\n".join(head), *map(_zone, ceasefire.zones), *map(_side, ceasefire.sides)]
    return "\n\n".join(parts) + "\n"


def _zone(zone: Zone) -> str:
    lines = ["[[zones]]", f"id = {_text(zone.id)}", f"title = {_names(zone.title)}"]
    if zone.places:
        lines.append(f"places = {_list(zone.places)}")
    if zone.names:
        lines.append(f"names = {_list(zone.names)}")
    if zone.polygon:
        corners = ", ".join(f"[{latitude}, {longitude}]" for latitude, longitude in zone.polygon)
        lines.append(f"polygon = [{corners}]")
    return "\n".join(lines)


def _side(side: ReportingSide) -> str:
    lines = [
        "[[sides]]",
        f"id = {_text(side.id)}",
        f"title = {_names(side.title)}",
        f"speakers = {_list(side.speakers)}",
        f"counts = {_text(side.counts)}",
    ]
    if side.units:
        lines.append(f"units = {_list(side.units)}")
    if any(side.rule.values()):
        lines.append(f"rule = {_names(side.rule)}")
    return "\n".join(lines)


def _text(value: str) -> str:
    """A basic string: JSON escapes are TOML's, but for the one control character that JSON leaves as it is."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _list(values: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, values))}]"


def _names(names: Mapping[str, str]) -> str:
    return f"{{ ar = {_text(names['ar'])}, en = {_text(names['en'])} }}"
