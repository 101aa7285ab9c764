"""Who is the subject of each clause of a sentence: named in it, or carried on from the clause before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hudna.arabic.letters import fold
from hudna.claims.arguments import WITH_PRONOUN
from hudna.claims.clauses import Clause, Clauses, is_finite_verb
from hudna.claims.draft import Draft, Filler
from hudna.find.agreement import case, disagrees, gender, head_word
from hudna.find.phrase import Phrase
from hudna.find.view import SentenceView
from hudna.lexicon.match import Match

PRONOUN_COMPLEMENTS = frozenset(["انه", "انها", "انهم", "بانه", "بانها", "بانهم", "لانه", "لانها", "لانهم"])
_PLAIN_PRONOUNS = frozenset(["انها", "انهم", "بانها", "بانهم", "لانها", "لانهم"])
"""Of these the ones that never stand for nothing («إنه تم …»)."""
_BETWEEN = WITH_PRONOUN | {"،", ","}
_PERSONAL = frozenset(["،", ",", "هو", "هي", "هم", "هما"])
"""What may stand between a noun and the relative that belongs to it («القوات هي التي تخرق الهدنة»)."""
_ALLIED = frozenset(
    ["المتحالفه", "المتحالف", "المتحالفين", "المدعومه", "المدعوم", "المدعومين", "المواليه", "الموالي", "الموالين"]
)
_STATEMENTS = frozenset({"title.بيان", "title.بلاغ", "title.تصريح"})
"""Papers in which somebody tells of himself («في بيان للجيش أنه نفذ …»)."""
_JOINING = frozenset({"break", "adverb"})
_SOURCE_KINDS = frozenset({"media", "monitor", "source", "spokesperson", "witness", "medical"})
_MEMBER_KINDS = frozenset({"fighter", "force", "aircraft"})
_MEETING_TYPES = frozenset({"talks", "agreement", "protest", "aid", "release"})
"""Types in which officials and monitors take part themselves."""
_REMEMBERED = 3
_SEVERAL_KINDS = frozenset({"armed_group", "state_force", "coalition", "party", "people"})


def is_source(match: Match | None) -> bool:
    """Whether a reading tells of events and does not act in them: media, monitors, spokesmen."""
    return match is not None and match.entry.data.get("kind") in _SOURCE_KINDS


def _leads(match: Match) -> bool:
    """Whether a reading is a title or rank and no side."""
    return match.family == "title" or match.entry.data.get("kind") == "leader"


def only_tells(match: Match | None, event_type: str) -> bool:
    """Whether a reading names those who report and take no part: media never, other sources where people meet."""
    media = match is not None and match.entry.data.get("kind") == "media"
    return media or (is_source(match) and event_type not in _MEETING_TYPES)


def _is_several(match: Match | None) -> bool:
    """Whether a plural verb may have this subject: people or a group of fighters, no government or single person."""
    if match is None:
        return True
    if match.family == "actor":
        return match.entry.data.get("kind") in _SEVERAL_KINDS
    return match.features.number != "one" or match.entry.data.get("kind") in ("force", "group")


def remember(earlier: Sequence[Filler], subjects: Sequence[Filler], drafts: Sequence[Draft]) -> list[Filler]:
    """Who may be the left-out subject of the next sentence: its topic first, then who acted, then those before them."""
    acted = [actor for draft in drafts for actor in draft.actors[:1] if actor.kind in ("actor", "group")]
    found: list[Filler] = []
    for filler in (*subjects[:1], *acted, *earlier):
        if all(filler.start != other.start for other in found):
            found.append(filler)
    return found[:_REMEMBERED]


def direct_phrases(phrases: Sequence[Phrase], first: int, last: int) -> list[int]:
    """Indexes of the phrases between two positions that no preposition governs and that begin a list."""
    return [
        i
        for i, p in enumerate(phrases)
        if first <= p.first < last and not p.governor and p.coordinate < 0 and p.kind != "number"
    ]


def phrase_filler(view: SentenceView, phrase: Phrase, rule: str) -> Filler:
    """A phrase as a slot filler, without its proclitics and its figure."""
    first = phrase.head if phrase.number is not None or phrase.head > phrase.first else phrase.first
    lead = phrase.lead if first == phrase.first else ""
    start, end = view.surface(first, max(phrase.last, first + 1), lead)
    owner = next((m for m in phrase.inner if m.family in ("actor", "nationality")), None)
    return Filler(start, end, rule, phrase.kind, phrase.match, owner)


def relative_antecedent(view: SentenceView, phrases: Sequence[Phrase], clause: Clause) -> Phrase | None:
    """The noun that a relative clause is about: right before it, past «هي» and past an ally («المدعومة من …»)."""
    before = [index for index, phrase in enumerate(phrases) if phrase.last <= clause.first]
    if not before:
        return None
    at = clause.first - 1
    while at > 0 and view.forms[at] in _PERSONAL:
        at -= 1
    phrase = phrases[before[-1]]
    if phrase.last < at:
        return None
    earlier = phrases[before[-1] - 1] if before[-1] else None
    if earlier is not None and earlier.last >= phrase.first - 1 and view.forms[earlier.last - 1] in _ALLIED:
        return earlier
    return phrase


class Subjects:
    """The subject of each clause, in order."""

    def __init__(
        self,
        view: SentenceView,
        clauses: Clauses,
        phrases: Sequence[Phrase],
        carried: Sequence[Filler],
    ) -> None:
        self._view = view
        self._clauses = clauses
        self._phrases = phrases
        self._carried = carried
        self.all: list[Filler | None] = []
        for index in range(len(clauses.all)):
            self.all.append(self._clause_subject(index))

    def _latest(self, index: int, verb: Match | None) -> Filler | None:
        """The latest subject before a clause that fits the verb; else the one carried into the sentence."""
        for subject in reversed(self.all[:index]):
            if subject is not None and self._fits(subject, verb):
                return subject
        several = verb is not None and verb.features.number == "many"  # «هاجموا» looks further back for its people
        carried = self._carried if several else self._carried[:1]
        return next((subject for subject in carried if self._fits(subject, verb)), None)

    def left_out(self, draft: Draft, objects: Sequence[int]) -> Filler | None:
        """The subject that a verb leaves out: never its own object («… وقصفت وحدات مدرعة»)."""
        subject = self.all[draft.clause]
        own = subject is not None and any(
            subject.start == phrase_filler(self._view, self._phrases[index], "").start for index in objects
        )
        if own and self._clauses.all[draft.clause].opener == "verb":
            return self._latest(draft.clause, draft.match)
        return subject

    def _fits(self, subject: Filler, verb: Match | None) -> bool:
        if is_source(subject.match):
            return False
        if verb is None:
            return True
        if verb.features.number == "many":
            return _is_several(subject.match)
        word = fold(self._view.text[subject.start : subject.end].split()[0])
        return not disagrees(verb, word[2:] if word.startswith("ال") else word, subject.match)

    def _clause_subject(self, index: int) -> Filler | None:
        view = self._view
        clause = self._clauses.all[index]
        at = next((i for i in range(clause.first, clause.last) if is_finite_verb(view, i)), None)
        verb = None if at is None else next(m for m in view.matches[at] if m.features.part == "verb")
        obliged = self._obliged(clause)
        if obliged is not None:
            return obliged
        direct = [i for i in direct_phrases(self._phrases, clause.first, clause.last) if self._phrases[i].is_actor]
        own = view.forms[clause.first] in _PLAIN_PRONOUNS and at == clause.first + 1  # «أنها قتلت عشرات المسلحين»
        if at is not None and direct and not own and self._is_patient(at, self._phrases[direct[0]]):
            return None
        if view.forms[clause.first] in _PLAIN_PRONOUNS and at is not None:
            named = self._latest(index, verb)
            if named is not None:
                return named
        if (
            at is not None
            and len(direct) > 1
            and self._phrases[direct[1]].first == at + 1
            and self._is_genitive(direct[0])
        ):
            direct = direct[1:]
        if direct:
            first = self._phrases[direct[0]]
            if at is None or verb is None or first.first < at:
                return phrase_filler(self._view, first, "roles.clause_subject")
            object_first = verb.family == "event" and self._is_object(verb, first)
            if self._adjacent(at + 1, first.first) and not object_first:
                return phrase_filler(self._view, first, "roles.clause_subject")
        opener = view.forms[clause.first]
        if opener in PRONOUN_COMPLEMENTS:
            return self._latest(index, verb) or self._issuer(index)
        if at is None or verb is None:
            return None
        if clause.opener == "relative" and at == clause.first + 1 and self._has_event_after(verb.last):
            return self._relative_subject(index, clause, verb)  # «القوات التي تخرق الهدنة»
        of_it = clause.opener == "relative" and at == clause.first + 1 and verb.family == "event" and not direct
        if not of_it and not self._lacks_subject(clause.first, at, verb):
            return None
        if clause.opener == "relative":
            return self._relative_subject(index, clause, verb)
        if clause.opener in ("verb", "break", "complement", "stop", "result") and index:
            return self._latest(index, verb)
        joined = view.forms[clause.first][:1] in ("و", "ف") or view.roles[clause.first] in _JOINING
        if index == 0 and (joined or verb.features.number == "many"):
            return self._latest(0, verb)
        return None

    def _is_genitive(self, index: int) -> bool:
        """«عقب إعلان الوزير …، أعلن الجيش أنه …»: whose deed a noun before the verb names is not the verb's subject."""
        before = self._phrases[index].first - 1
        if before < 0 or self._view.roles[before]:
            return False
        governed = before > 0 and self._view.roles[before - 1] in ("cause", "time", "preposition")
        found = self._view.matches[before]
        return governed or any(m.features.part == "noun" and m.family in ("event", "speech", "status") for m in found)

    def _obliged(self, clause: Clause) -> Filler | None:
        """«يجب على الحكومة أن توقف …»: who must act stands after على."""
        if self._view.forms[clause.first] != "ان" or clause.opener != "complement":
            return None
        before = next((p for p in self._phrases if p.last == clause.first and p.governor == "علي"), None)
        if before is None or not before.is_actor or is_source(before.match):
            return None
        return phrase_filler(self._view, before, "roles.obliged")

    def _issuer(self, index: int) -> Filler | None:
        """«جاء في بيان للجيش أنه نفذ …»: whose statement the clause before names."""
        if not index:
            return None
        before = self._clauses.all[index - 1]
        near = [p for p in self._phrases if before.first <= p.first and p.last <= before.last]
        for phrase, following in pairwise(near):
            issued = phrase.match is not None and phrase.match.entry.id in _STATEMENTS
            if issued and following.governor == "ل" and following.is_actor and not is_source(following.match):
                return phrase_filler(self._view, following, "roles.issuer")
        return None

    def before(self, clause: int, offset: int, pronoun: str) -> Filler | None:
        """Whom a pronoun at an event noun stands for: the latest subject that it agrees with, of this clause first."""
        candidates = [s for s in reversed(self.all[: clause + 1]) if s is not None and s.start < offset]
        for subject in (*candidates, *self._carried):
            if not is_source(subject.match) and self._agrees(subject, pronoun):
                return subject
        return None

    def possessor(self, phrase: Phrase) -> Filler | None:
        """«عناصره», «قواتها»: whose members a phrase names, where the sentence has named him as a subject."""
        match = phrase.match
        if match is None or not match.pronoun or phrase.inner or match.entry.data.get("kind") not in _MEMBER_KINDS:
            return None
        owner = self.before(self._clauses.at(phrase.first), self._view.start(phrase.first), match.pronoun)
        if owner is None or (owner.match is not None and _leads(owner.match)):
            return None  # «نفى القائد أن يكون مقاتلوه …»: he commands them, they are his side's
        return Filler(owner.start, owner.end, "roles.possessor", owner.kind, owner.match)

    def _agrees(self, subject: Filler, pronoun: str) -> bool:
        word = fold(self._view.text[subject.start : subject.end].split()[0])
        own = gender(word[2:] if word.startswith("ال") else word, subject.match)
        if pronoun == "هم":
            return _is_several(subject.match)
        return own != ("masculine" if pronoun == "ها" else "feminine")

    def _is_object(self, verb: Match, phrase: Phrase) -> bool:
        """Whether the noun after a verb disagrees with it, or shows the case of an object."""
        word = head_word(self._view, phrase.head, phrase.lead if phrase.head == phrase.first else "")
        return disagrees(verb, word, phrase.match) or (phrase.number is None and case(word, phrase.match) == "object")

    def _is_patient(self, verb_at: int, phrase: Phrase) -> bool:
        """«قتل 15 مسلحا», «جندي قتل»: beside a verb of harm, who has a figure or no name is no subject."""
        harm = any(m.family == "event" and m.entry.data.get("harm") for m in self._view.matches[verb_at])
        return harm and (phrase.number is not None or phrase.kind != "actor")

    def _relative_subject(self, index: int, clause: Clause, verb: Match) -> Filler | None:
        """«المسلحون الذين هاجموا»: the noun before; with an object pronoun that noun is the object."""
        if verb.pronoun:
            return self._latest(index, verb)
        antecedent = relative_antecedent(self._view, self._phrases, clause)
        if antecedent is not None and antecedent.is_actor:
            return phrase_filler(self._view, antecedent, "roles.relative_subject")
        return None

    def _lacks_subject(self, first: int, verb_at: int, verb: Match) -> bool:
        """Whether nothing before or right after a verb can be its subject: then it carries the last one on."""
        view = self._view
        for at in range(first, verb_at):
            word = not view.roles[at] and view.words[at].kind == "word" and not view.taken[at]
            if word and not any(m.features.part == "verb" for m in view.matches[at]):
                return False
        if verb.features.number == "many" or verb.pronoun:
            return True
        after = verb.last
        if after >= len(view.forms) or view.words[after].kind != "word":
            return True
        found = view.matches[after]
        if self._is_brought(verb_at, after):
            return True
        if not found and view.forms[after][0] in "لب" and len(view.forms[after]) > 3 and first == verb_at:
            return True
        if not found and view.forms[after].endswith("ا") and len(view.forms[after]) > 3:
            return True
        return bool(view.roles[after] or view.taken[after] or any(m.lead or m.family == "thing" for m in found))

    def _has_event_after(self, after: int) -> bool:
        """Whether an event noun follows a verb at once."""
        found = self._view.matches[after] if after < len(self._view.matches) else ()
        return any(m.family == "event" and m.features.part != "verb" and not m.lead for m in found)

    def _is_brought(self, verb_at: int, after: int) -> bool:
        """Whether the event noun after a verb is its object: «وقعت اتفاقا», «تنفذ عملية», «تواصل تقدمها»."""
        nouns = [m for m in self._view.matches[after] if m.family == "event" and m.features.part != "verb"]
        if not nouns:
            return False
        if any(m.pronoun for m in nouns) or self._view.forms[after].endswith("ا"):
            return True
        roles = (m.entry.data.get("roles") for m in self._view.matches[verb_at] if m.family == "status")
        return any(isinstance(r, dict) and r.get("object") == "event" and r.get("subject") == "actor" for r in roles)

    def _adjacent(self, first: int, last: int) -> bool:
        """Whether only adverbs, dates or commas stand between two positions."""
        view = self._view
        return all(
            view.taken[at] == "date" or view.roles[at] == "adverb" or view.forms[at] in _BETWEEN
            for at in range(first, last)
        )
