"""Which voice tells a claim: the one at its event word, unless the words only say who holds a place."""

from __future__ import annotations

from hudna.attribution import Voice, Voices
from hudna.claims.draft import Draft

_RELATIVES = frozenset(["الذي", "التي", "الذين", "اللذان", "اللتان", "اللذين", "اللتين"])


def voice_of(draft: Draft, voices: Voices) -> Voice | None:
    """The voice of a draft; None where the outlet tells it.

    «قال الناطق إن القوات دخلت البلدة التي تسيطر عليها المعارضة»: who holds the town is for the outlet to say.
    """
    token = draft.view.tokens_at[draft.first]
    return None if _only_places(draft) else voices.at(token)


def in_naming(draft: Draft, speakers: set[int]) -> bool:
    """«مركز مراقبة الهدنة», «لجنة وقف إطلاق النار»: an event noun inside the name of a speaker tells nothing.

    `speakers` are the tokens of all namings.
    """
    tokens = draft.view.tokens_at
    inside = draft.noun and draft.first and tokens[draft.first - 1] in speakers
    return bool(inside) and tokens[draft.first] in speakers and tokens[draft.last - 1] in speakers


def _only_places(draft: Draft) -> bool:
    """Whether a state of control only describes a place or a party that the sentence names for something else."""
    if draft.type != "control_status" or draft.counts:
        return False
    forms, first = draft.view.forms, draft.first
    if forms[first] in _RELATIVES or (first and forms[first - 1] in _RELATIVES):
        return True
    return draft.match.features.part == "participle" and draft.definite
