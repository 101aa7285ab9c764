"""One event told several times in a document: a claim with `also`, or versions of several speakers kept apart."""

from __future__ import annotations

from dataclasses import dataclass, field

from hudna.arabic.letters import fold
from hudna.attribution import Voice
from hudna.claims.clauses import Clauses
from hudna.claims.draft import Draft
from hudna.claims.exactness import more_exact
from hudna.claims.identity import (
    agree,
    counts_agree,
    counts_compatible,
    dates_agree,
    places_agree,
    refers,
    same_number,
    shared,
)
from hudna.claims.joining import MEANS, absorb, clause_range
from hudna.find.view import SentenceView

_SAME_STATUS = {"ongoing": "happened"}
_WINDOW = 40
# fmt: off
_ADDING = frozenset((
    "كما", "وكما", "ايضا", "وايضا", "كذلك", "وكذلك", "ثم", "لاحق", "غضون", "سياق", "اخري",
    "بالاضافه", "اضافه", "بالتزامن",
))
"""Words near the beginning of a clause that bring a further event («كما قصفت …», «في سياق متصل …»)."""
_FURTHER = frozenset((
    "ثان", "ثاني", "ثانيه", "الثاني", "الثانيه", "ثالث", "ثالثه", "الثالث", "الثالثه", "رابع",
    "رابعه", "الرابع", "خامس", "اخر", "اخري", "مماثل", "مماثله", "منفصل", "منفصله",
    "سابق", "سابقه",
))
"""Words beside an event word that set the event apart from one told before («انفجار ثالث», «هجوم آخر»)."""
_GOING_ON = frozenset((
    "استمر", "استمرت", "تستمر", "تواصل", "تواصلت", "تتواصل", "تجدد", "تجددت", "تتجدد", "استونف", "استونفت",
    "اندلع", "اندلعت", "تصاعد", "تصاعدت", "تتصاعد", "احتدم", "احتدمت", "تحتدم", "اشتد", "اشتدت", "تشتد",
    "دارت", "تدور",
))
"""Verbs whose subject is a fight or fire that begins or goes on."""
# fmt: on
_COMPARED = frozenset(["مماثل", "مماثله", "سابق", "سابقه"])
"""Words beside an event that is only told to be compared with the one of the text («انفجار مماثل»)."""
_OPEN = frozenset({"attack", "shelling", "operation"})
"""Types under which a title tells an attack whose means it does not name."""
_SPECIFIC = frozenset({"air_strike", "shelling", "gunfire", "explosion"})
_STRIKES = _SPECIFIC | {"attack"}
_WARS = frozenset({"armed_clash.harb", "armed_clash.harb_ahliyya", "armed_clash.nizaa"})
"""Entries that tell a whole war, not one of its fights."""
_SOON = 3
"""Within how many sentences «الجرحى», «عدد القتلى» are those of the event told before."""
_NEAR = 6
"""Within how many sentences a definite noun refers to the event told before."""
_CLOSE = 4
"""Within how many sentences it refers to an event that is no attack."""
_VIOLENT = MEANS | {"killing"}
_TITLE_WORDS = 4
"""How many words a title must have for its repetition to be known."""
_TITLE_LIMIT = 25
"""How many words a title has at most."""
_STOPS = frozenset([".", "!", "؟", "?"])
_LEAD = 8
"""How many of the latest and of the first claims a telling is compared with: the cost stays linear in the text."""


@dataclass(slots=True)
class Told:
    """A draft with its speaker's key and the words that tell it."""

    draft: Draft
    speaker: str
    evidence: tuple[int, int]
    voice: Voice | None = None
    also: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Repetition:
    """A stretch of a sentence, from one of its words on, that says an earlier sentence again."""

    first: int
    sentence: int

    def note(self, told: list[Told], draft: Draft) -> bool:
        """Put an event told again into `also` of the event first told; False when the first sentence told none."""
        for item in told:
            first = item.draft
            if first.sentence == self.sentence and first.type == draft.type and first.frame is draft.frame:
                item.also.append(clause_range(draft))
                return True
        return False


class Repetitions:
    """The sentences that a text says again word for word: its title with a link, its lead at the end."""

    def __init__(self) -> None:
        self._title: list[str] = []
        self._said: dict[tuple[str, ...], int] = {}

    def of(self, number: int, view: SentenceView) -> Repetition | None:
        """What a sentence repeats: an earlier one as a whole, or the title with its last words."""
        if not number:
            self._title = view.forms
        said = self._said.setdefault(tuple(word.form for word in view.words if word.kind != "mark"), number)
        if said < number and len(view.forms) >= _TITLE_WORDS:
            return Repetition(0, said)
        at = len(view.forms) - len(self._title)
        if number > 1 and len(self._title) >= _TITLE_WORDS and at >= 0 and view.forms[at:] == self._title:
            return Repetition(at, 0)
        return None


def _like(one: Draft, other: Draft) -> bool:
    """Whether two tellings have one status; what goes on has happened."""
    return _SAME_STATUS.get(one.status, one.status) == _SAME_STATUS.get(other.status, other.status)


def _in_text(draft: Draft) -> bool:
    """Whether an event is told in a whole sentence, not in one of a list of headlines."""
    return draft.sentence > 0 and not is_title(draft.view)


def is_title(view: SentenceView) -> bool:
    """Whether a sentence reads like a title: few words and no full stop."""
    return len(view.forms) <= _TITLE_LIMIT and view.forms[-1] not in _STOPS


def only_sets_title(draft: Draft) -> bool:
    """«القافلة تغادر بسبب القصف»: the cause or the time of what a title tells is told in the text."""
    if draft.sentence or not draft.noun or not draft.first or not is_title(draft.view):
        return False
    return draft.view.roles[draft.first - 1] in ("cause", "time") or draft.view.forms[draft.first - 1] == "وسط"


def join_told_twice(told: list[Told]) -> list[Told]:
    """Join each draft to an earlier one that tells the same event; the fuller telling becomes the evidence."""
    kept: list[Told] = []
    for item in told:
        near = kept[-_WINDOW:] if len(kept) <= _WINDOW else [*kept[:_LEAD], *kept[-_WINDOW:]]
        same = next((other for other in reversed(near) if _same_event(other, item)), None)
        if same is None:
            kept.append(item)
        else:
            _join(same, item)
    return _name_possessors([item for item in kept if item.draft.sentence or not _told_below(item, kept)])


def _name_possessors(told: list[Told]) -> list[Told]:
    """Give «عناصره», «قواتها» the name of those whose members act, once it is known which tellings are one."""
    for item in told:
        item.draft.actors = [filler.possessor or filler for filler in item.draft.actors]
    return told


def _told_below(item: Told, kept: list[Told]) -> bool:
    """Whether the text below a title tells an event of its kind, which it only announces; it goes into `also`."""
    if not is_title(item.draft.view):
        return False
    kinds = _VIOLENT if item.draft.type in _VIOLENT else {item.draft.type}
    told = [other for other in kept if other.draft.type in kinds and _in_text(other.draft)]
    below = [other for other in told if _like(other.draft, item.draft)]
    event = next((other for other in below if other.draft.type == item.draft.type), below[0] if below else None)
    if event is not None:
        event.also.append(item.evidence)
    return event is not None


def _same_event(earlier: Told, later: Told) -> bool:
    first, second = earlier.draft, later.draft
    if first.type != second.type and ((first.type not in _VIOLENT and first.sentence) or second.type not in _VIOLENT):
        return False
    from_title = first.sentence == 0
    if first.type != second.type:
        if from_title and _announced(first, second):
            return True
        if not _told_openly(first, second) and not _one_harm(earlier, later):
            return False
    if first.sentence == second.sentence and not second.definite:
        return False
    if not _like(first, second):
        return False
    if not (agree(first, second) and counts_compatible(first, second)):
        return False
    if not (places_agree(first, second) and dates_agree(first, second)) or _set_apart(first, second):
        return False
    if _harm_told_after(earlier, later):
        return True
    other_voice = earlier.speaker != later.speaker and later.speaker != ""
    if other_voice and not from_title and (_adds(first, second) or (earlier.speaker and not second.noun)):
        return False
    if from_title and second.sentence <= 2:
        return True
    if first.type == second.type and first.frame is not second.frame:
        return False  # another word for the like tells another event more often than the same
    if refers(second) and _referred_to(first, second):
        return True
    if second.noun and not same_number(first, second):
        return False
    return _tells_no_more(first, second) and not _adds_figure(first, second)


def _tells_no_more(first: Draft, second: Draft) -> bool:
    """Whether two tellings share a figure, or sides and place where the later one is near or adds nothing."""
    if counts_agree(first, second):
        return True
    adds = first.status != second.status or bool(second.counts) or bool(second.targets)
    return shared(first, second) >= 2 and (second.sentence - first.sentence <= 1 or not adds)


def _referred_to(first: Draft, second: Draft) -> bool:
    """Whether a definite noun can mean the event told so many sentences before."""
    distance = second.sentence - first.sentence
    if not same_number(first, second):
        return False
    if first.type in _VIOLENT:
        return distance <= _NEAR
    return distance <= _CLOSE and (not second.counts or (shared(first, second) == 1 and not first.counts))


def _told_openly(first: Draft, second: Draft) -> bool:
    """Whether one of two tellings leaves open the means that the other names («انفجرت سيارة … الهجوم …»)."""
    if first.frame.harm or second.frame.harm or not refers(second) or (second.actors and not first.actors):
        return False
    return (first.type in _STRIKES and _yields(second, first)) or (second.type in _STRIKES and _yields(first, second))


def _one_harm(earlier: Told, later: Told) -> bool:
    """Whether harm and its means, told apart, are one event: by the same figure, or told right after."""
    first, second = earlier.draft, later.draft
    if not ((first.frame.harm or second.frame.harm) and _is_means(first) and _is_means(second)):
        return False
    if _harm_told_after(earlier, later):
        return True
    return (first.sentence == 0 or second.definite) and counts_agree(first, second)


def _is_means(draft: Draft) -> bool:
    return draft.type in MEANS or draft.type == "killing"


def _announced(title: Draft, body: Draft) -> bool:
    """Whether a title tells the deaths or the attack whose means the first sentences tell (codebook: 2 and 14)."""
    killing = title.type == "killing" and body.type in MEANS
    open_means = title.type in _OPEN and not title.armed and title.type != body.type and body.type in _SPECIFIC
    if not (killing or open_means) or not 0 < body.sentence <= _SOON:
        return False
    if not _like(title, body):
        return False
    told_alike = agree(title, body) and places_agree(title, body) and dates_agree(title, body)
    return told_alike and counts_compatible(title, body)


def _set_apart(first: Draft, second: Draft) -> bool:
    """Whether the later telling says that it is another event, or one of the two tells the whole war."""
    view = second.view
    if view.forms[second.last : second.last + 1] and view.forms[second.last] in _FURTHER:
        return True
    if second.first and view.forms[second.first - 1] in _FURTHER:
        return True
    if first.view.forms[first.last : first.last + 1] and first.view.forms[first.last] in _COMPARED:
        return True
    steps = first.frame.entry.data.get("step"), second.frame.entry.data.get("step")
    if all(steps) and steps[0] != steps[1]:
        return True
    if _goes_on(second):
        return True
    if not first.sentence:
        return False
    if (first.frame.entry.id in _WARS) != (second.frame.entry.id in _WARS):
        return True
    if first.type in ("operation", "talks") and first.frame is not second.frame:
        return True  # «تقدمت القوات … عملياتها العسكرية»: a move is not the campaign
    return first.sentence < second.sentence and _adds_an_event(second)


def _goes_on(draft: Draft) -> bool:
    """«استمرت المواجهات», «تجدد القصف»: that a fight goes on or begins anew is told for itself."""
    return bool(draft.first) and draft.view.forms[draft.first - 1].lstrip("وف") in _GOING_ON


def _adds_an_event(draft: Draft) -> bool:
    """Whether the clause of an event, or its sentence, opens with a word that brings a further event."""
    clause = Clauses(draft.view).all[draft.clause]
    opening = set(draft.view.forms[clause.first : min(draft.first, clause.first + 6)])
    if draft.clause <= 1:
        opening.update(draft.view.forms[: min(3, draft.first)])
    return not _ADDING.isdisjoint(opening)


def _harm_told_after(earlier: Told, later: Told) -> bool:
    """«انفجرت سيارة في السوق. وقتل خمسة. ونقل الجرحى»: harm told soon after, at places that agree."""
    means, harm = earlier.draft, later.draft
    if not harm.frame.harm or harm.actors or means.type not in MEANS or harm.status != means.status:
        return False
    reach = _SOON if harm.noun and harm.definite else 1
    if not 0 < harm.sentence - means.sentence <= reach or later.speaker not in ("", earlier.speaker):
        return False
    if harm.date is not None and harm.date.mention.kind == "since":
        return False
    told = {count.what for count in means.counts}
    return not any(count.what in told for count in harm.counts)


def _adds(first: Draft, second: Draft) -> bool:
    new_count = any(all(c.what != o.what for o in first.counts) for c in second.counts)
    return new_count or bool(second.actors and not first.actors)


def _adds_figure(first: Draft, second: Draft) -> bool:
    """Whether a state of control is told with a share of land that the first telling lacks."""
    return first.type == "control_status" and bool(second.counts) and not counts_agree(first, second)


def _weight(draft: Draft) -> int:
    return 2 * len(draft.counts) + len(draft.actors) + len(draft.targets) + len(draft.places) + (draft.date is not None)


def _named(voice: Voice | None) -> bool:
    return voice is not None and voice.full_first is not None


def _tells_own_deed(told: Told) -> bool:
    """«أعلن القائد بدء العملية»: who announces what he did himself speaks for the event, however often it is told."""
    draft = told.draft
    return any(fold(draft.view.text[f.start : f.end]).split()[:1] == [told.speaker] for f in draft.actors)


def _yields(telling: Draft, other: Draft) -> bool:
    """Whether one telling leaves open what the other names: the means of the harm, or how an attack was made."""
    if telling.frame.harm or other.frame.harm:
        return telling.frame.harm and not other.frame.harm
    if telling.type == other.type or telling.armed:
        return False
    return telling.type == "attack" or (telling.type == "shelling" and other.type == "air_strike")


def _join(kept: Told, item: Told) -> None:
    """Keep the fuller of two tellings, with what the other adds; the other's words go into `also`."""
    titled = kept.draft.sentence == 0 < item.draft.sentence  # a title goes into `also` (codebook: rule 14)
    fuller = _weight(item.draft) > _weight(kept.draft)
    yields = _yields(item.draft, kept.draft)
    if not yields and (titled or fuller or _yields(kept.draft, item.draft)):
        kept.draft, item.draft = item.draft, kept.draft
        kept.evidence, item.evidence = item.evidence, kept.evidence
        kept.voice, item.voice = item.voice, kept.voice
        kept.speaker = kept.speaker if kept.draft.sentence == item.draft.sentence else item.speaker or kept.speaker
    if not _named(kept.voice) and _named(item.voice) and _tells_own_deed(item):
        kept.voice, kept.speaker = item.voice, item.speaker
    main, other = kept.draft, item.draft
    if {main.status, other.status} == {"ongoing", "happened"} and main.sentence == 0:
        main.status, main.status_rule = other.status, other.status_rule
    kept.also.extend([item.evidence, clause_range(other), *item.also])
    if main.actors:
        other.actors = []
    if main.targets:
        other.targets = []
    other.places = more_exact(main.places, other.places)
    have = {c.what for c in main.counts}
    other.counts = [c for c in other.counts if c.what not in have]
    absorb(main, other)
