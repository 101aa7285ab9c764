"""Proclitics: the one-letter words written onto the front of the next word."""

from __future__ import annotations

from functools import lru_cache

CONJUNCTIONS = "وف"
PREPOSITIONS = "بلك"
FUTURE = "س"


def _without_preposition(form: str) -> tuple[tuple[str, str], ...]:
    found = []
    if form.startswith("لل") and len(form) > 3:
        found.append(("ل", "ال" + form[2:]))
        if not form.startswith("للل"):
            found.append(("ل", form[1:]))
    elif form[:1] in PREPOSITIONS and len(form) > 2:
        found.append((form[0], form[1:]))
    if form[:1] == FUTURE and form[1:2] in tuple("اتين") and len(form) > 3:
        found.append((FUTURE, form[1:]))
    return tuple(found)


@lru_cache(maxsize=65536)
def splits(form: str) -> tuple[tuple[str, str], ...]:
    """Every way to take proclitics off a folded form, as (lead, base); the untouched form first.

    The result is not checked against a lexicon: whoever looks a base up licenses the split.
    «وللتحالف» gives ("", "وللتحالف"), ("و", "للتحالف"), ("ول", "التحالف"), …
    """
    found: list[tuple[str, str]] = [("", form), *_without_preposition(form)]
    if form[:1] in CONJUNCTIONS and len(form) > 2:
        rest = form[1:]
        found.append((form[0], rest))
        found.extend((form[0] + lead, base) for lead, base in _without_preposition(rest))
    return tuple(found)
