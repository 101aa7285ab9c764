"""Fills the slots of an event word from its clause: subject, object, genitive, prepositions, adjectives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hudna.claims.arguments import is_accusative, is_surely_active, verb_arguments
from hudna.claims.clauses import Clauses
from hudna.claims.control import accused_loan, governing_loan, relative_loan
from hudna.claims.draft import Draft, Filler
from hudna.claims.parties import PARTY_TYPES
from hudna.claims.patients import PLACE_OBJECT_TYPES, is_unnamed, names_target
from hudna.claims.subjects import PRONOUN_COMPLEMENTS, Subjects, is_source
from hudna.find.phrase import Phrase
from hudna.find.phrases import is_object_word, names_people
from hudna.find.view import SentenceView

_VICTIM_KINDS = frozenset({"victim", "crowd", "people", "body"})
_ATTACK_TYPES = frozenset(
    [
        "air_strike",
        "shelling",
        "gunfire",
        "attack",
        "explosion",
        "operation",
        "siege",
        "killing",
        "detention",
        "abduction",
        "destruction",
        "deployment",
        "interception",
        "territory_taken",
        "withdrawal",
        "displacement",
        "aid",
        "aid_obstruction",
    ]
)
_DOERS = frozenset({"aircraft", "weapon_system", "vessel"})
_FROM_TYPES = frozenset({"attack", "shelling", "gunfire", "air_strike", "ceasefire_violation"})
_MEETING_TYPES = frozenset({"talks", "agreement", "protest", "aid", "release"})
"""Types in which officials and monitors take part themselves."""
_WHEN_WORDS = frozenset(["حين", "حينما", "عندما", "بعدما", "حيث", "ريثما", "بينما", "فيما", "وعندما", "وحين"])
_PEOPLE_TYPES = frozenset({"displacement", "detention", "abduction", "release"})
"""Types whose words may be the people themselves («النازحين», «معتقلين»)."""
_LOSER_TYPES = frozenset({"territory_taken", "control_status", "detention", "operation"})


class Roles:
    """The noun phrases of one sentence and who is the subject of each of its clauses."""

    def __init__(self, view: SentenceView, clauses: Clauses, phrases: list[Phrase], carried: Filler | None) -> None:
        self.view = view
        self.clauses = clauses
        self.phrases = phrases
        self.carried = carried
        self._previous: Draft | None = None
        self._lent: Mapping[str, str] = {}
        self._by_first = {phrase.first: index for index, phrase in enumerate(phrases)}
        self._by_start = {
            self.filler(phrase, "").start: index for index, phrase in enumerate(phrases) if phrase.is_actor
        }
        self.subjects = Subjects(view, clauses, phrases, self.direct, self.filler, carried).all

    def filler(self, phrase: Phrase, rule: str) -> Filler:
        """A phrase as a slot filler, without its proclitics and its figure."""
        first = phrase.head if phrase.number is not None or phrase.head > phrase.first else phrase.first
        lead = phrase.lead if first == phrase.first else ""
        start, end = self.view.surface(first, max(phrase.last, first + 1), lead)
        return Filler(start, end, rule, phrase.kind, phrase.match)

    def group(self, index: int) -> list[Phrase]:
        """A phrase and those joined to it by و or commas."""
        members = [self.phrases[index]]
        last = index
        for other in range(index + 1, len(self.phrases)):
            if self.phrases[other].coordinate != last:
                break
            members.append(self.phrases[other])
            last = other
        return members

    def direct(self, first: int, last: int) -> list[int]:
        """Indexes of the phrases between two positions that no preposition governs and that begin a list."""
        return [
            i
            for i, p in enumerate(self.phrases)
            if first <= p.first < last and not p.governor and p.coordinate < 0 and p.kind != "number"
        ]

    def fill(self, draft: Draft, limit: int) -> None:
        """Fill the actor and target slots. `limit` is the position at which the next event word begins."""
        if draft.noun:
            self._fill_noun(draft, limit)
        else:
            self._fill_verb(draft, limit)
        self._fill_prepositions(draft, limit)
        self._object_pronoun(draft)
        self._share(draft)
        self._previous = draft

    def _share(self, draft: Draft) -> None:
        """«غارات وقصف مدفعي على …»: event nouns joined by و have doer and target in common."""
        earlier = self._previous
        if earlier is None or not (draft.noun and earlier.noun and draft.match.lead == "و"):
            return
        if draft.first - earlier.last > 1 or earlier.frame.harm != draft.frame.harm:
            return
        draft.actors = draft.actors or list(earlier.actors)
        earlier.actors = earlier.actors or list(draft.actors)
        earlier.targets = earlier.targets or list(draft.targets)

    # verbs

    def _fill_verb(self, draft: Draft, limit: int) -> None:
        clause = self.clauses.all[draft.clause]
        before = self.direct(self._opening(clause.first, draft.first), draft.first)
        after = self.direct(draft.last, min(clause.last, limit))
        frame = draft.frame.active
        subject, objects = verb_arguments(self.view, draft, self.phrases, before, after)
        if subject is not None:
            self._give(draft, frame.get("subject", "actor"), subject, "roles.subject")
        elif frame.get("subject", "actor") == "actor" and not self._passive(draft, objects):
            self._add_carried(draft, self.subjects[draft.clause], "roles.subject_carried")
        role = frame.get("object", "target")
        if not objects and role == "target":
            self._unknown_object(draft)
        for index in objects:
            self._give(draft, role if role != "none" else "target", index, "roles.object")

    def _opening(self, first: int, verb: int) -> int:
        """Where the words that can hold the verb's subject begin: after the last «حين», «عندما» before it."""
        return next((at + 1 for at in range(verb - 1, first - 1, -1) if self.view.forms[at] in _WHEN_WORDS), first)

    def _unknown_object(self, draft: Draft) -> None:
        """«استهدفت تموضعا عسكريا»: an unknown word with nunation right after the verb or its subject is the object."""
        view = self.view
        at = draft.last
        index = self._by_first.get(at)
        if index is not None and draft.actors and not self.phrases[index].governor:
            at = self.phrases[index].last
        if not is_accusative(view, at):
            return
        last = at + 1
        while last < len(view.forms) and is_accusative(view, last):
            last += 1
        start, end = view.surface(at, last)
        if draft.type not in PLACE_OBJECT_TYPES:
            draft.add_target(Filler(start, end, "roles.object", "thing"))

    def _passive(self, draft: Draft, objects: list[int]) -> bool:
        """A verb whose only phrase is its patient reads as passive unless something shows a left-out subject."""
        if draft.match.features.voice == "passive":
            return True
        clause = self.clauses.all[draft.clause]
        if self.view.forms[clause.first] in PRONOUN_COMPLEMENTS and draft.match.features.number == "one":
            return False
        if is_surely_active(self.view, draft, self.phrases, objects):
            return False
        if draft.frame.harm:
            return True
        return bool(objects) and draft.frame.active.get("object", "none") != "none" and clause.opener != "verb"

    # nouns

    def _fill_noun(self, draft: Draft, limit: int) -> None:
        self._controlled(draft, limit)
        if draft.type in _PEOPLE_TYPES and names_people(self.view, draft.first):
            start, end = self.view.surface(draft.first, draft.last, draft.match.lead)
            draft.add_target(Filler(start, end, "roles.event_word", "victim", draft.match))
            return
        self._genitive(draft, limit)
        self._nationality(draft)
        if not draft.actors and draft.match.features.part == "phrase" and "active" in draft.frame.entry.data:
            subject = self.subjects[draft.clause]
            if subject is not None and subject.kind in ("actor", "group"):
                self._add_carried(draft, subject, "roles.predicate")
        if draft.match.pronoun and draft.frame.noun_of.get("genitive", "actor") in ("actor", "parties"):
            self._add_carried(draft, self.subjects[draft.clause] or self.carried, "roles.pronoun")

    def _genitive(self, draft: Draft, limit: int) -> None:
        index = self._by_first.get(draft.last)
        if index is None:
            self._owner_inside(draft)
        if index is None or self.phrases[index].governor:
            return
        phrase = self.phrases[index]
        role = self._genitive_role(draft, phrase, limit)
        self._give(draft, role, index, "roles.genitive")
        if role == "actor" and "target" in (
            draft.frame.noun_of.get("genitive"),
            draft.frame.noun_of.get("genitive_other"),
        ):
            for second in self.direct(phrase.last, min(limit, phrase.last + 1)):
                self._give(draft, "target", second, "roles.object")

    def _owner_inside(self, draft: Draft) -> None:
        """«معقل الجماعة», «دورية الجيش»: the genitive of an event word that is itself read as a noun for things."""
        index = self._by_first.get(draft.first)
        owner = (
            next((m for m in self.phrases[index].inner if m.first == draft.last), None) if index is not None else None
        )
        if owner is not None and owner.family in ("actor", "group") and draft.frame.noun_of.get("genitive") == "actor":
            start, end = self.view.surface(owner.first, owner.last)
            draft.add_actor(Filler(start, end, "roles.genitive", owner.family, owner))

    def _genitive_role(self, draft: Draft, phrase: Phrase, limit: int) -> str:
        """Doer or done to: «قصف الطائرات للقرية» against «استهداف القافلة»."""
        role = draft.frame.noun_of.get("genitive", "actor")
        other = draft.frame.noun_of.get("genitive_other", "target")
        if role == "target" and phrase.is_actor and self._object_follows(draft, phrase, limit):
            return "actor"
        if role not in ("actor", "parties"):
            return role
        if draft.frame.harm or (draft.actors and role == "actor"):
            return "target"
        if not phrase.is_actor and phrase.kind not in ("people", "weapon_system"):
            return other
        if "genitive_other" not in draft.frame.noun_of or self._marked_object(draft, limit):
            return role
        data = phrase.match.entry.data if phrase.match is not None else {}
        return role if phrase.kind == "actor" or data.get("kind") in _DOERS else other

    def _object_follows(self, draft: Draft, phrase: Phrase, limit: int) -> bool:
        """«اعتقال الشرطة ثلاثة شبان»: a second noun makes the genitive the doer."""
        second = self.direct(phrase.last, min(limit, phrase.last + 2))
        return bool(second) or any(
            p.governor == "ل" and phrase.last <= p.first <= phrase.last + 1 for p in self.phrases
        )

    def _marked_object(self, draft: Draft, limit: int) -> bool:
        """Whether «ل» or «على» brings the object of the noun further on."""
        if any(p.governor in ("ل", "علي") and draft.last < p.first < limit for p in self.phrases):
            return True
        return any(
            draft.last < p.first < limit and (p.lead.endswith("ل") or self.view.forms[p.first - 1] == "علي")
            for p in self.view.places
        )

    def _nationality(self, draft: Draft) -> None:
        """«غارة تركية», «القصف الإسرائيلي»: the adjective is the actor."""
        if draft.type not in _ATTACK_TYPES or draft.actors:
            return
        for at in range(draft.last, min(draft.last + 3, len(self.view.forms))):
            found = self.view.matches[at]
            adjective = next((m for m in found if m.family == "nationality"), None)
            if adjective is None:
                if found or self.view.roles[at] or self.view.taken[at]:
                    return
                continue
            if adjective.lead or (adjective.features.number == "many" and draft.match.features.number != "many"):
                return
            start, end = self.view.surface(at, at + 1)
            draft.add_actor(Filler(start, end, "roles.nationality_adjective", "actor", adjective))
            return

    def _controlled(self, draft: Draft, limit: int) -> None:
        """Actors and targets that a governing verb lends to the noun, unless «من قبل» names the doer."""
        if any(p.governor == "agent" and draft.last <= p.first < limit for p in self.phrases):
            return
        clause = self.clauses.all[draft.clause]
        loan = governing_loan(self.view, draft, clause, self.phrases, self._by_first, self.direct)
        if loan is not None:
            role, index, lent = loan
            self._lent = lent
            if index >= 0:
                self._give(draft, role, index, "roles.support")
            elif role == "actor":
                self._add_carried(draft, self.subjects[draft.clause], "roles.support_carried")
            elif role == "target":
                self._carry_target(draft)
        self._give_actor(draft, relative_loan(self.view, draft, limit, self.direct))
        if not draft.actors:
            self._give_actor(draft, accused_loan(self.view, draft, clause, self.phrases, self.direct))

    def _carry_target(self, draft: Draft) -> None:
        """«وتعرضت لقصف»: the subject carried on is what the event is done to."""
        subject = self.subjects[draft.clause]
        if subject is not None and draft.type not in PLACE_OBJECT_TYPES and not is_source(subject.match):
            carried = Filler(subject.start, subject.end, "roles.support_carried", subject.kind, subject.match)
            draft.add_target(carried)

    def _give_actor(self, draft: Draft, index: int | None) -> None:
        if index is not None:
            self._give(draft, "actor", index, "roles.controlled")

    def _add_carried(self, draft: Draft, subject: Filler | None, rule: str) -> None:
        """A subject named before, with those joined to it by و."""
        if subject is None or is_source(subject.match):
            return
        draft.add_actor(Filler(subject.start, subject.end, rule, subject.kind, subject.match))
        index = self._by_start.get(subject.start)
        for phrase in self.group(index)[1:] if index is not None else ():
            if phrase.is_actor:
                draft.add_actor(self.filler(phrase, rule))

    # prepositions

    def _fill_prepositions(self, draft: Draft, limit: int) -> None:
        clause = self.clauses.all[draft.clause]
        lent, self._lent = self._lent, {}
        for index, phrase in enumerate(self.phrases):
            if phrase.coordinate >= 0 or not phrase.governor:
                continue
            if phrase.governor == "مع" and self.view.forms[max(0, phrase.first - 2)].endswith("حدود"):
                continue
            inside = draft.last <= phrase.first < min(limit, clause.last)
            agent = phrase.governor == "agent" and draft.last <= phrase.first < limit
            if inside or agent:
                role = "actor" if agent else draft.frame.preposition_role(phrase.governor, draft.noun)
                if role == "none" and lent.get(phrase.governor) == "target":
                    role = "target"
                role = self._refined(draft, phrase, role)
                self._give(draft, role, index, f"roles.preposition.{phrase.governor}")

        if draft.type in PARTY_TYPES and len(draft.actors) == 1 and draft.actors[0].rule == "roles.preposition.مع":
            self._add_carried(draft, self.subjects[draft.clause], "roles.party_subject")

    def _refined(self, draft: Draft, phrase: Phrase, role: str) -> str:
        """«غارة للتحالف», «هجمات من الجيش»: an actor after ل or من near the noun acts."""
        if phrase.governor == "من" and phrase.is_actor and draft.type in _LOSER_TYPES:
            return "target"
        if not phrase.is_actor or draft.actors:
            return role
        owned = draft.noun and phrase.governor == "ل" and phrase.first <= draft.last + 2
        if owned and (role == "none" or (draft.type in _FROM_TYPES and draft.frame.noun_of.get("genitive") == "actor")):
            return "actor"
        if phrase.governor == "من" and draft.type in _FROM_TYPES and phrase.first <= draft.last + 3:
            return "actor"
        return role

    def _object_pronoun(self, draft: Draft) -> None:
        """«هاجموها», «التي تحاصرها»: the pronoun stands for the noun before the relative."""
        if draft.noun or not draft.match.pronoun:
            return
        clause = self.clauses.all[draft.clause]
        if clause.opener != "relative":
            return
        before = [p for p in self.phrases if p.last <= clause.first]
        if (
            before
            and before[-1].last >= clause.first - 1
            and not before[-1].is_actor
            and names_target(self.view, draft, before[-1])
        ):
            draft.add_target(self.filler(before[-1], "roles.relative_object"))

    def _give(self, draft: Draft, role: str, index: int, rule: str) -> None:
        """Put a phrase and what is joined to it into a slot."""
        for phrase in self.group(index):
            if phrase.kind == "number" or (phrase.kind in ("time", "unit") and role != "count"):
                continue
            filler = self.filler(phrase, rule)
            if role in ("actor", "parties"):
                if (is_source(phrase.match) and draft.type not in _MEETING_TYPES) or is_unnamed(phrase):
                    continue
                if phrase.is_actor or phrase.kind in _VICTIM_KINDS or phrase.kind == "fighter":
                    draft.add_actor(filler)
            elif role == "target":
                draft.patients.append(filler.start)
                if names_target(self.view, draft, phrase):
                    draft.add_target(filler)


def next_trigger_first(drafts: Sequence[Draft], index: int, size: int) -> int:
    """Where the next event word begins that is not itself a noun for people or things; else the sentence's length."""
    for draft in drafts[index + 1 :]:
        if not (draft.noun and is_object_word(draft.view, draft.first)):
            return draft.first
    return size
