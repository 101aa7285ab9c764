"""Sides, bodies, public figures and kinds of people by their known names; private persons by nothing."""

from __future__ import annotations

from hudna.arabic.tokens import tokenise
from hudna.lexicon.match import Matcher
from hudna.lexicon.store import Lexicon
from hudna.protect.profiles import Profile
from hudna.protect.records import ProtectedParty
from hudna.protect.words import MASK, Mask
from hudna.records import Named, Speaker
from hudna.sides import Sides

_NOUN_FAMILIES = frozenset({"group", "thing", "title"})


class Parties:
    """Names who may be named."""

    def __init__(self, lexicon: Lexicon, sides: Sides, mask: Mask) -> None:
        self._lexicon = lexicon
        self._sides = sides
        self._mask = mask
        self._matcher = Matcher(lexicon)
        self._kinds: dict[str, str | None] = {}

    def party(self, item: Named | Speaker, profile: Profile) -> ProtectedParty | None:
        """The party that a naming means as the profile may name it; None when there is nothing left to name."""
        kind = item.kind if isinstance(item, Named) else None
        actor = self._actor(item)
        if actor is not None:
            return self._known(actor, item.span.text if profile.names else None, kind)
        if profile.names:
            return ProtectedParty(None, None, item.span.text, None, kind, None)
        noun = self._noun(item.id)
        if noun is not None:
            return ProtectedParty(None, None, noun, None, kind, None)
        if profile.text != "masked":
            return None
        left = self._mask.text(item.span.text)
        bare = left.replace(MASK, "").strip(' ،,."«»')
        return ProtectedParty(None, None, left, None, kind, None) if bare else None

    def kind_of(self, words: str | None) -> str | None:
        """The lexicon's kind of a counted word: victim for «مدنيين», fighter for «جنود»."""
        if not words:
            return None
        if words not in self._kinds:
            found = self._matcher.matches([token.form for token in tokenise(words)])
            kinds = [
                str(match.entry.data["kind"])
                for at in found
                for match in at
                if match.family in _NOUN_FAMILIES and match.entry.data.get("kind")
            ]
            self._kinds[words] = kinds[0] if kinds else None
        return self._kinds[words]

    def _actor(self, item: Named | Speaker) -> str | None:
        return self._sides.known(item) or self._sides.actor(item.span.text)

    def _known(self, actor: str, surface: str | None, kind: str | None) -> ProtectedParty:
        return ProtectedParty(
            id=actor,
            side=self._sides.side(actor),
            name=surface or self._sides.arabic(actor) or actor,
            english=self._sides.english(actor),
            kind=self._sides.kind(actor) or kind,
            country=self._sides.country(actor),
        )

    def _noun(self, identity: str | None) -> str | None:
        """The plain word of a kind of people or things: «مدني» for «ثلاثة مدنيين من عائلة…»."""
        entry = self._lexicon.by_id.get(identity or "")
        if entry is None or entry.family not in _NOUN_FAMILIES:
            return None
        nouns = entry.data.get("nouns") or [entry.data]
        word = nouns[0].get("one") or next(iter(nouns[0].get("many") or ()), None)
        return str(word) if word else None
