"""Parties of an event that the text has named before: «المعارك بين الطرفين», «تجددت الاشتباكات»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hudna.arabic.letters import fold
from hudna.claims.draft import Draft, Filler
from hudna.claims.implied import is_side

_THESE = frozenset(["هذه", "هذا", "تلك", "ذلك", "هولاء", "هؤلاء"])
_PARTY_WORDS = frozenset(["الطرفين", "الطرفان", "الجانبين", "الجانبان", "الفريقين", "الفريقان", "طرفي", "طرفا", "كلا"])
PARTY_TYPES = frozenset({"armed_clash", "ceasefire", "agreement", "talks"})
"""Types of event in which every party takes part as an actor."""
_ONGOING_DEALS = frozenset({"ceasefire", "talks"})
"""Types whose word, even without the article, is mostly the one that the text has spoken of."""
_ACTING_TYPES = frozenset({"armed_clash", "attack", "shelling", "air_strike", "gunfire", "ceasefire_violation"})
_STRIKE_TYPES = frozenset({"air_strike", "shelling", "gunfire", "explosion"})
_NAMED_AGAIN = frozenset({"attack", "shelling", "operation", "siege", "gunfire"})
"""Types whose noun with the article is the one told before («وأسفر الهجوم عن …»)."""
_DRONES = frozenset({"air_strike.musayyara_taqtul"})
_AIR_REACH = 4
"""Over how many sentences the side that flies the aircraft is remembered."""
_WINDOW = 40
"""How many events back parties are looked for."""
_REACH = 6
"""Over how many sentences named parties hold."""


def inherit_parties(drafts: Sequence[Draft], text: str) -> None:
    """Give a clash, truce or deal without named parties those of the latest one that has them."""
    for index, draft in enumerate(drafts):
        unnamed = all(_is_party_word(f, text) for f in draft.actors)
        of_both = draft.type == "ceasefire_violation" and draft.actors and unnamed  # «انتهاكات الطرفين للهدنة»
        exchanged = draft.type == "release" and "تبادل" in draft.view.forms[draft.first : draft.last]
        if draft.type not in PARTY_TYPES and not of_both and not exchanged:
            continue
        earlier = drafts[max(0, index - _WINDOW) : index]
        refers = exchanged or draft.definite or draft.actors or (draft.noun and draft.type in _ONGOING_DEALS)
        found: Sequence[Filler] = ()
        if unnamed and refers:
            found = _latest_parties(earlier, draft) or (_two_sides(earlier, draft, text) if draft.actors else ())
        elif draft.type == "armed_clash" and draft.noun and len(draft.actors) == 1:
            found = _sides_with(earlier, draft, draft.actors[0].identity(text), text)
        if found:
            draft.actors = [Filler(f.start, f.end, "parties.inherited", f.kind, f.match) for f in found]


def _two_sides(earlier: Sequence[Draft], draft: Draft, text: str) -> list[Filler]:
    """Whom «الطرفان» stands for where no fight between two was told: the two sides named last."""
    found: dict[str, Filler] = {}
    for other in reversed(earlier):
        if draft.sentence - other.sentence > _REACH:
            break
        for filler in (*other.actors, *other.targets):
            if is_side(filler) and not _is_party_word(filler, text):
                found.setdefault(filler.identity(text), filler)
        if len(found) >= 2:
            return list(found.values())[:2]
    return []


def _sides_with(earlier: Sequence[Draft], draft: Draft, one: str, text: str) -> list[Filler]:
    """Both sides of the latest clash in which the one named side took part."""
    for other in reversed(earlier):
        if draft.sentence - other.sentence > _REACH:
            return []
        if other.type == "armed_clash" and len(other.actors) == 2 and one in {f.identity(text) for f in other.actors}:
            return list(other.actors)
    return []


def _is_party_word(filler: Filler, text: str) -> bool:
    return text[filler.start : filler.end].split()[0] in _PARTY_WORDS


def _latest_parties(earlier: Sequence[Draft], draft: Draft) -> list[Filler]:
    for other in reversed(earlier):
        if draft.sentence - other.sentence > _REACH:
            return []
        if other.type in PARTY_TYPES and len(other.actors) >= 2:
            persons = draft.type == "armed_clash" and any(f.kind == "person" for f in other.actors)
            if not persons:
                return other.actors[:3]
        if draft.type == "armed_clash" and other.type in _ACTING_TYPES and other.actors and other.targets:
            sides = [t for t in other.targets if t.match is not None and t.match.family == "actor"]
            if sides:
                return [other.actors[0], sides[0]]
    return []


def inherit_doers(drafts: Sequence[Draft]) -> None:
    """Give a strike without a doer that of the one told just before it: the side with aircraft stays the same."""
    for index, draft in enumerate(drafts):
        named_again = draft.definite and draft.number == "one" and draft.type in _NAMED_AGAIN
        if draft.actors or not draft.noun or draft.status == "denied":
            continue
        if draft.type not in _STRIKE_TYPES and not named_again:
            continue
        if draft.frame.entry.id in _DRONES and not draft.definite:
            continue  # «هجوم بطائرة من دون طيار»: both sides may fly them
        reach = _AIR_REACH if draft.type == "air_strike" or named_again else 0
        for other in reversed(drafts[max(0, index - _WINDOW) : index]):
            if draft.sentence - other.sentence > reach:
                break
            if other.type == draft.type and other.actors:
                draft.actors = [Filler(f.start, f.end, "parties.same_doer", f.kind, f.match) for f in other.actors]
                break


def name_references(drafts: Sequence[Draft], text: str) -> None:
    """Give «القوات», «هذه الجماعة» the fuller name under which the text has told of them before."""
    named: dict[str, Filler] = {}
    for draft in drafts:
        for slot in (draft.actors, draft.targets):
            for index, filler in enumerate(slot):
                words = text[filler.start : filler.end].split()
                head = fold(words[0]).removeprefix("ال")
                if len(words) > 1:
                    if filler.kind in ("actor", "group"):
                        named[head] = filler
                elif _refers(draft, filler, words[0]) and head in named:
                    full = named[head]
                    slot[index] = replace(full, rule="parties.named_before")


def _refers(draft: Draft, filler: Filler, word: str) -> bool:
    """Whether a single word only points back: «القوات», or any group after a demonstrative."""
    if filler.match is None or filler.match.family != "group" or not filler.match.features.definite:
        return False
    at = filler.match.first
    stands_here = 0 < at < len(draft.view.words) and draft.view.start(at) <= filler.start < draft.view.end(at + 1)
    return fold(word) == "القوات" or (stands_here and draft.view.forms[at - 1] in _THESE)
