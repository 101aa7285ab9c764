"""The forms that a voice uses for each thing, beside the forms that the others use."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q

from hudna.labels import Language
from observatory.voices.figures import Audience, hidden_said
from observatory.voices.models import Term, Usage, Voice

_MOST_FORMS = 8


@dataclass(frozen=True, slots=True)
class Form:
    """A form with the number of claims that use it."""

    form: str
    loaded: bool
    claims: int


@dataclass(frozen=True, slots=True)
class Topic:
    """A thing with the forms for it."""

    kind: str
    arabic: str
    english: str
    own: tuple[Form, ...]
    others: tuple[Form, ...]

    def label(self, language: Language) -> str:
        """The neutral label."""
        return self.english if language == "en" and self.english else self.arabic

    @property
    def claims(self) -> int:
        """How many claims of the voice speak of it."""
        return sum(form.claims for form in self.own)

    @property
    def is_loaded(self) -> bool:
        """Whether the voice or another has a loaded form for it."""
        return any(form.loaded for form in (*self.own, *self.others))


def topics(voice: Voice, audience: Audience) -> list[Topic]:
    """What a voice speaks of: first that of which somebody speaks in loaded words, then by how often it does.

    Forms that the lexicon does not list may hold names of private persons; only who may read texts is told them.
    """
    terms = Term.objects.all() if audience.profile.names else Term.objects.filter(known=True)
    own = dict(Usage.objects.filter(voice=voice, term__in=terms.values("pk")).values_list("term", "claims"))
    spoken = Term.objects.filter(Q(pk__in=list(own))).values("topic")
    rows = list(terms.filter(topic__in=spoken).order_by("topic", "pk"))
    hidden_own, hidden = _hidden(voice, audience)
    found: dict[str, list[Term]] = {}
    for row in rows:
        found.setdefault(row.topic, []).append(row)
    told = []
    for listed in found.values():
        mine = {row.pk: own.get(row.pk, 0) - hidden_own[row.pk] for row in listed}
        rest = {row.pk: row.claims - hidden[row.pk] - mine[row.pk] for row in listed}
        topic = Topic(listed[0].kind, listed[0].arabic, listed[0].english, _forms(listed, mine), _forms(listed, rest))
        if topic.own:
            told.append(topic)
    return sorted(told, key=lambda topic: (not topic.is_loaded, -topic.claims, topic.arabic))


def _forms(terms: list[Term], claims: dict[int, int]) -> tuple[Form, ...]:
    """Those that are used, the most used first; of many the first, and every loaded one."""
    used = sorted((term for term in terms if claims[term.pk] > 0), key=lambda term: (-claims[term.pk], term.form))
    shown = [term for at, term in enumerate(used) if at < _MOST_FORMS or term.loaded]
    return tuple(Form(term.form, term.loaded, claims[term.pk]) for term in shown)


def _hidden(voice: Voice, audience: Audience) -> tuple[Counter[int], Counter[int]]:
    """How many claims that an audience may not see use each term: those of the voice, and all."""
    if audience.sees_all:
        return Counter(), Counter()
    by_voice, whole = audience.remembered("terms", lambda: _all_hidden(audience))
    return by_voice.get(voice.pk, Counter()), whole


def _all_hidden(audience: Audience) -> tuple[dict[int, Counter[int]], Counter[int]]:
    by_voice: dict[int, Counter[int]] = {}
    whole: Counter[int] = Counter()
    for number, terms in hidden_said(audience).filter(rejected=False).values_list("voice", "terms"):
        by_voice.setdefault(number, Counter()).update(terms)
        whole.update(terms)
    return by_voice, whole
