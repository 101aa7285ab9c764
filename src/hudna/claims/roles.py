"""Fills the slots of an event word from its clause: subject, object, genitive, prepositions, adjectives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hudna.claims.arguments import (
    EVENT_REACH,
    is_event_subject,
    is_surely_active,
    phrases_before,
    unknown_name,
    unknown_object,
    verb_arguments,
)
from hudna.claims.clauses import Clauses
from hudna.claims.control import accused_loan, governing_loan, relative_loan, relative_pronoun
from hudna.claims.draft import Draft, Filler
from hudna.claims.frames import PEOPLE_TYPES
from hudna.claims.genitives import (
    adjective_actor,
    aircraft_named,
    genitive_role,
    is_intransitive,
    means_actor,
    owner_inside,
    people_named,
    pronoun_of,
    second_nation,
    takes_genitive,
    wreck_named,
)
from hudna.claims.implied import RELATIVES, is_armed, is_implied_doer, is_passive, is_predicate, is_turned_away
from hudna.claims.limits import doer_by_weapon, means_acts, names_means, share_with
from hudna.claims.parties import PARTY_TYPES
from hudna.claims.patients import PLACE_OBJECT_TYPES, add_patient, is_bare_drone, is_casualty, is_unnamed
from hudna.claims.prepositions import is_tied_to_place, names_doer, owned_before, refined_role, take_owner, told_until
from hudna.claims.struck import named_by_pronoun, object_of_pronoun, reached, relative_patient, told_beside
from hudna.claims.subjects import PRONOUN_COMPLEMENTS, Subjects, direct_phrases, is_source, only_tells, phrase_filler
from hudna.find.phrase import Phrase
from hudna.find.phrases import names_people
from hudna.find.view import SentenceView

_VICTIM_KINDS = frozenset({"victim", "crowd", "people", "body"})
_HARMED_KINDS = frozenset({"victim", "body"})
_STRUCK_TYPES = frozenset({"attack", "air_strike", "shelling", "explosion", "killing"})
_THE_LATTER = frozenset(["الاخيره", "الاخير"])
"""«بعد سيطرة الأخيرة على …»: the one named last."""
_NAMED_PATIENT_TYPES = frozenset({"killing", "abduction", "detention"})
_SUFFERED_TYPES = frozenset({"explosion", "killing", "displacement"})
_STRUCK_REACH = 10
"""Within how many words «استهدفت الغارات» names what was struck."""
_BULLETS = frozenset(["برصاص", "بنيران", "برصاصه", "بقذائف", "بصاروخ", "بصواريخ"])
_CARRIED_RULES = frozenset({"roles.support_carried", "roles.predicate", "roles.pronoun"})
"""Rules that take the doer from further off; they yield to parties named by «بين»."""
_GAP = 3
"""How many words may stand between aircraft and the noun that they strike."""


class Roles:
    """The noun phrases of one sentence and who is the subject of each of its clauses."""

    def __init__(
        self, view: SentenceView, clauses: Clauses, phrases: list[Phrase], carried: Sequence[Filler] = ()
    ) -> None:
        self.view = view
        self.clauses = clauses
        self.phrases = phrases
        self.carried = carried
        self._previous: Draft | None = None
        self._lent: Mapping[str, str] = {}
        self._helpers = [index for index, phrase in enumerate(phrases) if phrase.governor == "support"]
        self._by_first = {phrase.first: index for index, phrase in enumerate(phrases)}
        self._subjects = Subjects(view, clauses, phrases, carried)
        self.subjects = self._subjects.all

    def filler(self, phrase: Phrase, rule: str) -> Filler:
        """A phrase as a slot filler, without its proclitics and its figure."""
        return phrase_filler(self.view, phrase, rule)

    def group(self, index: int) -> list[Phrase]:
        """A phrase and those joined to it by و or commas."""
        members = [self.phrases[index]]
        last = index
        for other in range(index + 1, len(self.phrases)):
            if self.phrases[other].governor == "led_by":
                continue
            if self.phrases[other].coordinate != last:
                break
            members.append(self.phrases[other])
            last = other
        return members

    def direct(self, first: int, last: int) -> list[int]:
        """Indexes of the phrases between two positions that no preposition governs and that begin a list."""
        return direct_phrases(self.phrases, first, last)

    def fill(self, draft: Draft, limit: int) -> None:
        """Fill the actor and target slots. `limit` is the position at which the next event word begins."""
        if draft.noun:
            self._fill_noun(draft, limit)
        else:
            self._fill_verb(draft, limit)
        self._fill_prepositions(draft, limit)
        for phrase in object_of_pronoun(self.view, self.clauses, self.phrases, draft):
            draft.add_target(self.filler(phrase, "roles.relative_object"))
        for phrase in named_by_pronoun(self.view, self.phrases, draft):
            draft.add_target(self.filler(phrase, "roles.pronoun"))
        found = reached(self.view, draft, self.direct, limit)
        if found is not None:
            self._give(draft, "target", found, "roles.object")
        for index in told_beside(self.view, self.phrases, draft, limit):
            self._give(draft, "target", index, "roles.subgroup")
        told_of = draft.targets or draft.patients or names_people(self.view, draft.first)
        if draft.type in _NAMED_PATIENT_TYPES and not told_of:
            named = unknown_name(self.view, draft.last)
            if named is not None:
                draft.add_target(named)
        share_with(self._previous, draft)
        suffers = draft.match.pronoun and not pronoun_of(self.view, draft)
        if draft.noun and not draft.actors and not suffers:
            subject = self.subjects[draft.clause]
            if is_implied_doer(self.view, draft, self.clauses.all[draft.clause], subject):
                self._add_carried(draft, subject, "roles.implied")
        if draft.noun and not draft.actors and draft.first and self.view.roles[draft.first - 1] == "relative":
            self._add_carried(draft, self.subjects[draft.clause], "roles.relative_subject")
        if draft.noun and not draft.actors and self.view.forms[draft.first] in RELATIVES:
            owner = next((p for p in self.phrases if p.last == draft.first and p.is_actor), None)
            if owner is not None:
                draft.add_actor(self.filler(owner, "roles.relative_subject"))  # «الحركة | التي تسيطر على»
        if draft.noun and not draft.actors:
            draft.actors = doer_by_weapon(self.view, draft, self._previous)
        self._previous = draft

    # verbs

    def _fill_verb(self, draft: Draft, limit: int) -> None:
        clause = self.clauses.all[draft.clause]
        by = self._by_first.get(draft.last) if self.view.forms[draft.last - 1] in _BULLETS else None
        if by is not None and (self.phrases[by].is_actor or self.phrases[by].kind == "people"):
            self._give(draft, "actor", by, "roles.genitive")  # «قتل برصاص الجيش»
            limit = draft.last
        after = self.direct(draft.last, min(clause.last, limit))
        frame = draft.frame.active
        event_acts = is_event_subject(self.view, self._previous, draft, self.direct)
        hit_by = limit == draft.last and (draft.type == "attack" or (draft.frame.harm and means_acts(self.view, limit)))
        if event_acts or (hit_by and not names_means(self.view, limit)):
            event_acts = True
            reach = _STRUCK_REACH if limit == draft.last else EVENT_REACH
            after = after or self.direct(draft.last, min(clause.last, draft.last + reach))
            subject, objects = None, after[:1]
        else:
            before = phrases_before(self.view, draft, self.phrases, self.direct, clause.first, after)
            subject, objects = verb_arguments(self.view, draft, self.phrases, before, after)
        if subject is not None:
            self._give(draft, frame.get("subject", "actor"), subject, "roles.subject")
        elif frame.get("subject", "actor") == "actor" and not event_acts and not self._passive(draft, objects):
            self._add_carried(draft, self._subjects.left_out(draft, objects), "roles.subject_carried")
        if subject is None and not objects:
            for phrase in relative_patient(self.view, self.clauses, self.phrases, draft):
                draft.add_target(self.filler(phrase, "roles.relative_subject"))
        role = frame.get("object", "target")
        if not objects and role == "target" and draft.type not in PLACE_OBJECT_TYPES:
            index = self._by_first.get(draft.last)
            beside = index is not None and draft.actors and not self.phrases[index].governor
            unknown = unknown_object(
                self.view, self.phrases[index].last if index is not None and beside else draft.last
            )
            if unknown is not None:
                draft.add_target(unknown)
        if "object" not in frame and frame.get("علي") in ("place", "target"):
            objects = [index for index in objects if self.phrases[index].kind != "person"]  # «سيطرت حكومة فلان على …»
        for index in objects:
            self._give(draft, role if role != "none" else "target", index, "roles.object")

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
        if draft.type in PEOPLE_TYPES and names_people(self.view, draft.first):
            start, end = self.view.surface(draft.first, draft.last, draft.match.lead)
            draft.add_target(Filler(start, end, "roles.event_word", "victim", draft.match))
            return
        named = people_named(self.view, draft)
        if named is not None and draft.type in PEOPLE_TYPES:
            draft.add_target(named)
            return
        if named is not None:
            draft.add_actor(named)
        if not self._fill_aircraft(draft, limit):
            self._genitive(draft, limit)
        wreck = wreck_named(self.view, draft)
        if wreck is not None and not draft.targets:
            draft.add_target(wreck)
        known = draft.actors or wreck is not None
        adjective = None if known else adjective_actor(self.view, draft) or means_actor(self.view, draft, self.phrases)
        if adjective is not None:
            draft.add_actor(adjective)
            second = second_nation(self.view, adjective)
            if second is not None:
                draft.add_actor(second)
        if not draft.actors and is_predicate(self.view, draft):
            subject = self.subjects[draft.clause]
            if subject is not None and is_armed(subject.match):
                self._add_carried(draft, subject, "roles.predicate")
        pronoun = pronoun_of(self.view, draft)
        takes_doer = draft.frame.noun_of.get("genitive", "actor") in ("actor", "parties")
        if pronoun and (takes_doer or draft.targets):
            owner = self._subjects.before(draft.clause, self.view.start(draft.first), pronoun)
            self._add_carried(draft, owner, "roles.pronoun")

    def _genitive(self, draft: Draft, limit: int) -> None:
        if not takes_genitive(self.view, draft):
            return
        if draft.last < len(self.view.forms) and self.view.forms[draft.last] in _THE_LATTER:
            earlier = [p for p in self.phrases if p.last <= draft.first and p.kind in ("actor", "group")]
            if earlier:
                draft.add_actor(self.filler(earlier[-1], "roles.the_latter"))
        index = self._by_first.get(draft.last)
        if index is None:
            index = next((i for i, p in enumerate(self.phrases) if p.first < draft.last <= p.head), None)
        if index is None:
            inside = self._by_first.get(draft.first)
            owner = owner_inside(draft, self.phrases[inside], self.view) if inside is not None else None
            if owner is not None and draft.frame.harm:
                draft.add_target(owner)
            elif owner is not None:
                draft.add_actor(owner)
            return
        phrase = self.phrases[index]
        if phrase.governor and phrase.first != draft.last:
            return
        if phrase.governor and (phrase.lead.lstrip("وف") or phrase.first < draft.last):
            return  # «الإفراج عن 170 أسيرا»: the preposition is part of the event word
        if phrase.is_actor and is_intransitive(draft):
            draft.actors.clear()  # «وقف تقدم المقاتلين»: not the one who stops it advances
        role = genitive_role(self.view, draft, phrase, self.phrases, limit, self.direct)
        self._give(draft, role, index, "roles.genitive")
        if role == "actor" and "target" in (
            draft.frame.noun_of.get("genitive"),
            draft.frame.noun_of.get("genitive_other"),
        ):
            for second in self.direct(phrase.last, min(limit, phrase.last + 1)):
                self._give(draft, "target", second, "roles.object")

    def _fill_aircraft(self, draft: Draft, limit: int) -> bool:
        """Aircraft named by the event word itself act in it, and the noun after them is the target."""
        found = aircraft_named(self.view, draft)
        if found is None:
            return False
        filler, last = found
        if filler is not None:
            draft.add_actor(filler)
        struck = draft.frame.active.get("object") == "target"
        for index in self.direct(last, min(limit, last + _GAP))[:1] if struck else ():
            self._give(draft, "target", index, "roles.object")
        return filler is not None or struck

    def _controlled(self, draft: Draft, limit: int) -> None:
        """Actors and targets that a governing verb lends to the noun, unless «من قبل» names the doer."""
        if is_passive(self.view, draft) or any(names_doer(self.clauses, draft, p, limit) for p in self.phrases):
            return
        if draft.frame.active.get("subject") == "target" and draft.type != "displacement":
            return  # «تحطم طائرة»: nobody does it
        clause = self.clauses.all[draft.clause]
        loan = governing_loan(self.view, draft, clause, self.phrases, self._by_first, self.direct)
        if loan is not None:
            role, index, lent = loan
            self._lent = lent
            if draft.frame.active.get("subject") == "target":  # «بدأ المدنيون الفرار»: who begins to flee is displaced
                before = index >= 0 and self.phrases[index].last <= draft.first
                if before and self.phrases[index].kind in _VICTIM_KINDS:
                    self._give(draft, "target", index, "roles.support")
            elif index >= 0:
                self._give(draft, role, index, "roles.support")
            elif role == "actor":
                pronoun, first = pronoun_of(self.view, draft), self.view.start(draft.first)
                subject = self.subjects[draft.clause]
                subject = self._subjects.before(draft.clause, first, pronoun) if pronoun else subject
                if subject is not None and (pronoun or subject.start < first):
                    self._add_carried(draft, subject, "roles.support_carried")
            elif role == "target":
                self._carry_target(draft)
        named = relative_loan(self.view, draft, limit, self.phrases, self.direct)
        if named is not None and draft.type not in PARTY_TYPES:
            draft.actors.clear()  # «أعلن الجيش مقتل جنديين في هجوم شنه مسلحون»
        self._give_actor(draft, named)
        pronoun = "" if draft.actors else relative_pronoun(self.view, draft, limit)
        if pronoun:
            owner = self._subjects.before(draft.clause, self.view.start(draft.first), pronoun)
            self._add_carried(draft, owner, "roles.support_carried")
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
        state = subject.match is not None and subject.match.entry.data.get("kind") == "state"
        if state and draft.type in _SUFFERED_TYPES:
            return  # «شهد العراق سلسلة تفجيرات»
        draft.add_actor(Filler(subject.start, subject.end, rule, subject.kind, subject.match))
        for phrase in self._joined_to(subject):
            if phrase.is_actor:
                draft.add_actor(self.filler(phrase, rule))

    def _joined_to(self, subject: Filler) -> list[Phrase]:
        """The phrases that و joins to a subject named in this sentence."""
        for index, phrase in enumerate(self.phrases):
            if phrase.is_actor and self.filler(phrase, "").start == subject.start:
                return self.group(index)[1:]
        return []

    # prepositions

    def _fill_prepositions(self, draft: Draft, limit: int) -> None:
        clause = self.clauses.all[draft.clause]
        lent, self._lent = self._lent, {}
        end = told_until(self.clauses, draft)
        for index, phrase in enumerate(self.phrases):
            if phrase.coordinate >= 0 or not phrase.governor:
                continue
            if phrase.governor == "مع" and "حدود" in self.view.forms[max(0, phrase.first - 2)]:
                continue
            inside = draft.last <= phrase.first < min(limit, end)
            agent = names_doer(self.clauses, draft, phrase, limit)
            if agent or (inside and phrase.governor != "agent"):
                role = "actor" if agent else draft.frame.preposition_role(phrase.governor, draft.noun)
                if role == "none" and lent.get(phrase.governor) == "target":
                    role = "target"
                role = refined_role(draft, phrase, role)
                if is_tied_to_place(self.view, draft, phrase):
                    continue
                if phrase.governor == "ل" and phrase.is_actor and owned_before(self.view, self.phrases, draft, index):
                    role = "none"
                    take_owner(draft, self.filler(self.phrases[index - 1], "").start, self.filler(phrase, "").end)
                self._give(draft, role, index, f"roles.preposition.{phrase.governor}")

        for index in self._helpers:
            phrase = self.phrases[index]
            helps = phrase.is_actor and clause.first <= phrase.first < draft.first
            if helps and draft.actors and draft.actors[0].start < self.view.start(phrase.first):
                self._give(draft, "actor", index, "roles.preposition.support")
        if any(filler.rule == "roles.preposition.بين" for filler in draft.actors):
            draft.actors = [filler for filler in draft.actors if filler.rule not in _CARRIED_RULES]
        with_another = len(draft.actors) == 1 and draft.actors[0].rule == "roles.preposition.مع"
        if draft.type in PARTY_TYPES and with_another and not is_turned_away(self.view, draft, clause):
            self._add_carried(draft, self.subjects[draft.clause], "roles.party_subject")

    def _give(self, draft: Draft, role: str, index: int, rule: str) -> None:
        """Put a phrase and what is joined to it into a slot."""
        for phrase in self.group(index):
            if phrase.kind == "number":
                continue
            filler = self.filler(phrase, rule)
            if role in ("actor", "parties"):
                if is_unnamed(phrase) or only_tells(phrase.match, draft.type):
                    continue
                if is_casualty(phrase):
                    continue
                if is_bare_drone(phrase):
                    filler.kind = "means"
                filler.possessor = self._subjects.possessor(phrase)
                if phrase.governor and phrase.kind in _HARMED_KINDS and draft.type in _STRUCK_TYPES:
                    add_patient(self.view, draft, phrase, filler, "target")  # «قتلى بين المدنيين»
                elif phrase.is_actor or phrase.kind in _VICTIM_KINDS or phrase.kind == "fighter":
                    draft.add_actor(filler)
            elif role in ("target", "place"):
                add_patient(self.view, draft, phrase, filler, role)
