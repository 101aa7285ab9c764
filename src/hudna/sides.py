"""Who is who: the lexicon entry that a naming means and the side that it fights for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from hudna.arabic.tokens import tokenise
from hudna.lexicon.entries import Entry
from hudna.lexicon.match import Match, Matcher
from hudna.lexicon.store import Lexicon, default_lexicon
from hudna.records import Named, Speaker

_LONGEST_CHAIN = 6
_GENERIC = ("any.", "alliance.generic")
_STATE_KINDS = frozenset({"state", "state_force", "judiciary"})


class Sides:
    """The actors of a lexicon and the sides that they belong to. Made once for a lexicon; namings are remembered."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._entries = lexicon.by_id
        self._matcher = Matcher(lexicon)
        self._states = {
            str(entry.data["country"]): entry.id
            for entry in lexicon.family("actor")
            if entry.id.endswith(".state") and entry.data.get("country")
        }
        self._known: dict[str, str | None] = {}

    def side(self, actor: str) -> str:
        """The id of the side that an actor fights for: its own id where it fights for itself."""
        current = actor
        for _ in range(_LONGEST_CHAIN):
            entry = self._entries.get(current)
            if entry is None:
                return current
            further = entry.data.get("side")
            if not further and entry.data.get("kind") in _STATE_KINDS:
                further = entry.data.get("parent")
            if not further or further == current:
                return current
            current = str(further)
        return current

    def find(self, naming: str) -> str | None:
        """The id of the first known actor, or of the state of the first people, that a naming names."""
        if naming not in self._known:
            self._known[naming] = self._look_up(naming)
        return self._known[naming]

    def actor(self, naming: str) -> str | None:
        """The id of the first known actor that a naming names; «مصدر أمني سوري» names none."""
        return next((match.entry.id for match in self._matches(naming) if match.family == "actor"), None)

    def of(self, item: Named | Speaker) -> str | None:
        """The side of an actor, target or speaker; None when it names no actor of the lexicon."""
        actor = self.known(item) or self.find(item.span.text)
        return self.side(actor) if actor else None

    def known(self, item: Named | Speaker) -> str | None:
        """The id that the reader gave an actor, where it is one of the lexicon's actors."""
        entry = self._entries.get(item.id or "")
        return entry.id if entry is not None and entry.family == "actor" else None

    def entry(self, actor: str) -> Entry | None:
        """The lexicon entry of an id."""
        return self._entries.get(actor)

    def english(self, actor: str) -> str | None:
        """The English name of an actor or side."""
        return self._name(actor, "en")

    def arabic(self, actor: str) -> str | None:
        """The Arabic name of an actor or side."""
        return self._name(actor, "ar")

    def kind(self, actor: str) -> str | None:
        """The lexicon's kind of an actor: state, state_force, armed_group, monitor, media…"""
        entry = self._entries.get(actor)
        return str(entry.data["kind"]) if entry and entry.data.get("kind") else None

    def country(self, actor: str) -> str | None:
        """The ISO code of an actor's country."""
        entry = self._entries.get(actor)
        return str(entry.data["country"]) if entry and entry.data.get("country") else None

    def _name(self, actor: str, language: str) -> str | None:
        entry = self._entries.get(actor)
        names = entry.data.get("name") if entry else None
        return str(names[language]) if isinstance(names, dict) and names.get(language) else None

    def _look_up(self, naming: str) -> str | None:
        people: str | None = None
        for match in self._matches(naming):
            if match.family == "actor":
                return match.entry.id
            if people is None and match.family == "nationality":
                people = self._state(match)
        return people

    def _matches(self, naming: str) -> Iterator[Match]:
        """The readings of a naming in order, without what does not name it.

        A surname alone in a longer naming may be anybody's, and a country inside it is where somebody is
        («مصدر طبي في سوريا»).
        """
        forms = [token.form for token in tokenise(naming)]
        for at in self._matcher.matches(forms):
            for match in at:
                is_surname = match.entry.data.get("kind") == "person" and match.last - match.first < min(2, len(forms))
                is_country = match.entry.id.endswith(".state") and match.first > 0
                if not is_surname and not is_country:
                    yield match

    def _state(self, match: Match) -> str | None:
        return self._states.get(str(match.entry.data.get("country")))


def is_generic(side: str) -> bool:
    """Whether a side is named only by a word that any side may bear: «الجيش», «التحالف», «المعارضة»."""
    return side.startswith(_GENERIC)


@lru_cache(maxsize=1)
def default_sides() -> Sides:
    """The sides of the shipped lexicon, made once."""
    return Sides(default_lexicon())
