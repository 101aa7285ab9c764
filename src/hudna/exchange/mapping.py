"""The 27 types of claim in ACLED, PLOVER and CAMEO, and where each mapping loses or bends something.

docs/EXPORTS.md shows this table; a test keeps the two equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

BATTLES, REMOTE = "Battles", "Explosions/Remote violence"
CIVILIANS, PROTESTS = "Violence against civilians", "Protests"
STRATEGIC = "Strategic developments"

DISORDER: Mapping[str, str] = {
    BATTLES: "Political violence",
    REMOTE: "Political violence",
    CIVILIANS: "Political violence",
    PROTESTS: "Demonstrations",
    STRATEGIC: "Strategic developments",
}
"""ACLED event type → disorder type."""

ACLED_SUB_EVENTS: Mapping[str, tuple[str, ...]] = {
    BATTLES: ("Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
    REMOTE: (
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED", "Grenade",
    ),
    CIVILIANS: ("Sexual violence", "Attack", "Abduction/forced disappearance"),
    PROTESTS: ("Peaceful protest", "Protest with intervention", "Excessive force against protesters"),
    "Riots": ("Violent demonstration", "Mob violence"),
    STRATEGIC: (
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
        "Looting/property destruction", "Non-violent transfer of territory", "Other",
    ),
}  # fmt: skip
"""ACLED's event types with their sub-event types."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a type becomes in each scheme; None where the scheme has no event for it. `trap` says what is lost."""

    acled: tuple[str, str] | None
    plover: tuple[str, str | None] | None
    cameo: tuple[str, str] | None
    trap: str


TYPES: Mapping[str, Target] = {
    "armed_clash": Target(
        (BATTLES, "Armed clash"),
        ("ASSAULT", None),
        ("190", "Use conventional military force"),
        "PLOVER and CAMEO want an initiator; a clash has none.",
    ),
    "attack": Target(
        (BATTLES, "Armed clash"),
        ("ASSAULT", None),
        ("190", "Use conventional military force"),
        "ACLED: «Violence against civilians: Attack» where only civilians are hit.",
    ),
    "air_strike": Target(
        (REMOTE, "Air/drone strike"),
        ("ASSAULT", "aerial"),
        ("195", "Employ aerial weapons"),
        "Several strikes told as one figure are one row.",
    ),
    "shelling": Target(
        (REMOTE, "Shelling/artillery/missile attack"),
        ("ASSAULT", "heavy-weapons"),
        ("194", "Fight with artillery and tanks"),
        "Rockets and artillery are one sub-event in ACLED.",
    ),
    "gunfire": Target(
        (BATTLES, "Armed clash"),
        ("ASSAULT", "firearms"),
        ("193", "Fight with small arms and light weapons"),
        "ACLED: «Violence against civilians: Attack» where only civilians are hit.",
    ),
    "explosion": Target(
        (REMOTE, "Remote explosive/landmine/IED"),
        ("ASSAULT", "explosives"),
        ("183", "Conduct suicide, car, or other non-military bombing"),
        "ACLED: «Suicide bomb» where the text says so.",
    ),
    "killing": Target(
        (CIVILIANS, "Attack"),
        ("ASSAULT", "targeted"),
        ("186", "Assassinate"),
        "ACLED: «Battles» where only fighters are killed. The means are not told.",
    ),
    "abduction": Target(
        (CIVILIANS, "Abduction/forced disappearance"),
        ("ASSAULT", "abduct"),
        ("181", "Abduct, hijack, or take hostage"),
        "The number taken has no column in ACLED.",
    ),
    "detention": Target(
        (STRATEGIC, "Arrests"),
        ("COERCE", "arrest"),
        ("173", "Arrest, detain, or charge with legal action"),
        "Fighters captured in battle are no arrests; ACLED codes the battle.",
    ),
    "destruction": Target(
        (STRATEGIC, "Looting/property destruction"),
        ("ASSAULT", "destroy"),
        ("171", "Seize or damage property"),
        "What was destroyed stands in the notes alone.",
    ),
    "interception": Target(
        (STRATEGIC, "Disrupted weapons use"),
        ("ASSAULT", None),
        ("190", "Use conventional military force"),
        "Actor 1 is the one who shoots down.",
    ),
    "territory_taken": Target(
        (BATTLES, "Non-state actor overtakes territory"),
        ("COERCE", "seize"),
        ("192", "Occupy territory"),
        "ACLED: «Government regains territory» where forces of the country's state take it.",
    ),
    "withdrawal": Target(
        (STRATEGIC, "Non-violent transfer of territory"),
        ("RETREAT", "withdraw"),
        ("0874", "Retreat or surrender militarily"),
        "Who takes over is often another claim.",
    ),
    "deployment": Target(
        (STRATEGIC, "Change to group/activity"),
        ("MOBILIZE", "troops"),
        ("154", "Mobilize or increase armed forces"),
        "The number deployed has no column in ACLED.",
    ),
    "operation": Target(
        (STRATEGIC, "Change to group/activity"),
        ("MOBILIZE", "troops"),
        ("190", "Use conventional military force"),
        "An operation without a clash is no battle.",
    ),
    "siege": Target(
        (STRATEGIC, "Other"),
        ("COERCE", "restrict"),
        ("191", "Impose blockade, restrict movement"),
        "A siege lasts; ACLED and CAMEO have days.",
    ),
    "control_status": Target(None, None, None, "Who holds what is a state and no event in any of the three."),
    "ceasefire_violation": Target(
        None,
        ("ASSAULT", None),
        ("196", "Violate ceasefire"),
        "A tally is a report about many events: no ACLED row. PLOVER has no breach; the reporting "
        "side is the speaker, not the actor.",
    ),
    "ceasefire": Target(
        (STRATEGIC, "Agreement"),
        ("RETREAT", "ceasefire"),
        ("0871", "Declare truce, ceasefire"),
        "A call for a truce is a REQUEST or an appeal (CAMEO 0256): see the status.",
    ),
    "agreement": Target(
        (STRATEGIC, "Agreement"),
        ("AGREE", None),
        ("057", "Sign formal agreement"),
        "PLOVER lists all parties as actors.",
    ),
    "talks": Target((STRATEGIC, "Other"), ("CONSULT", None), ("040", "Consult"), "ACLED leaves most talks out."),
    "release": Target(
        (STRATEGIC, "Other"),
        ("RETREAT", "release"),
        ("0841", "Return, release person(s)"),
        "An exchange has two givers; PLOVER lists both as actors.",
    ),
    "surrender": Target(
        (STRATEGIC, "Change to group/activity"),
        ("RETREAT", "disarm"),
        ("0874", "Retreat or surrender militarily"),
        "CAMEO does not tell surrender from retreat.",
    ),
    "displacement": Target(
        (STRATEGIC, "Other"),
        None,
        ("174", "Expel or deport individuals"),
        "CAMEO and PLOVER know expulsion alone; flight has no event. Evacuation is not expulsion.",
    ),
    "aid": Target(
        None, ("AID", None), ("073", "Provide humanitarian aid"), "ACLED has no aid. PLOVER requires a recipient."
    ),
    "aid_obstruction": Target(
        (STRATEGIC, "Other"),
        ("COERCE", "restrict"),
        ("191", "Impose blockade, restrict movement"),
        "An attack on an aid convoy is an attack in all three.",
    ),
    "protest": Target(
        (PROTESTS, "Peaceful protest"),
        ("PROTEST", "demo"),
        ("141", "Demonstrate or rally"),
        "Whether it stayed peaceful is not read.",
    ),
}
"""Type of claim → what it becomes."""


def table() -> str:
    """The mapping as a Markdown table, as it stands in docs/EXPORTS.md."""
    lines = ["| type | ACLED | PLOVER | CAMEO | trap |", "|---|---|---|---|---|"]
    for type, target in TYPES.items():
        acled = " / ".join(target.acled) if target.acled else "no event"
        plover = " ".join(part for part in target.plover if part) if target.plover else "no event"
        cameo = " ".join(target.cameo) if target.cameo else "no event"
        lines.append(f"| `{type}` | {acled} | {plover} | {cameo} | {target.trap} |")
    return "\n".join(lines)
