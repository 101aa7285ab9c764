"""What search asks the record for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar, cast

from django.db.models import Model, QuerySet
from django.http import HttpRequest

from hudna.labels import COUNTS
from hudna.protect import Profile
from observatory.documents.queries import holding, open_documents, open_until
from observatory.people.audience import visible_claims
from observatory.people.roles import Person
from observatory.records.models import Claim, Count, Document
from observatory.records.planner import Unindexed
from observatory.records.query import Condition, sought
from observatory.search.index import Matching, claims_with, documents_with
from observatory.search.words import Question, question
from observatory.ui.filters import Filters, filters_of

_LONGEST = 300
_FEW_WORDS = 3000
"""Texts or claims with a word that are few in a large record."""
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure or a span of figures: «3», «10-20», «100-»."""

    least: float
    most: float | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for."""

    words: str
    question: Question
    filters: Filters
    figure: Figure | None = None
    told_figure: str = ""
    what: str = ""

    def __bool__(self) -> bool:
        return bool(self.question) or self.asks_about_claims

    @property
    def asks_about_claims(self) -> bool:
        """Whether anything but words is asked for."""
        days = self.filters.first_day or self.filters.last_day
        return bool(self.filters.asks_about_claims or days or self.figure or self.what)

    def conditions(self) -> list[Condition]:
        """What the filters ask of claims."""
        figures = [Condition(rows=self._counts())] if self.figure or self.what else []
        return [*self.filters.conditions(), *figures]

    def _counts(self) -> QuerySet[Count]:
        counts = Count.objects.all()
        if self.what:
            counts = counts.filter(what=self.what)
        if self.figure:
            counts = counts.filter(value__gte=self.figure.least)
        if self.figure and self.figure.most is not None:
            counts = counts.filter(value__lte=self.figure.most)
        return counts


def asked_of(request: HttpRequest, profile: Profile) -> Asked:
    """The words, filters and figure of an address."""
    words, told = request.GET.get("q", "").strip()[:_LONGEST], request.GET.get("figure", "").strip()
    what = request.GET.get("what", "")
    filters = filters_of(request, profile)
    figure = _figure(told)
    if told and figure is None:
        filters = _with_problem(filters, "figure")
    return Asked(words, question(words), filters, figure, told, what if what in COUNTS else "")


def _with_problem(filters: Filters, name: str) -> Filters:
    return replace(filters, problems=(*filters.problems, name))


def _figure(told: str) -> Figure | None:
    least, dash, most = told.replace("–", "-").replace(",", "").partition("-")
    try:
        first = float(least)
        return Figure(first, (float(most) if most.strip() else None) if dash else first)
    except ValueError:
        return None


def documents_found(asked: Asked, person: Person, profile: Profile) -> QuerySet[Document]:
    """The documents that hold the words and a claim that the filters ask for, the newest first."""
    found = open_documents(person, profile).select_related("outlet", "body").order_by("-published", "-pk")
    if asked.question:
        found = with_words(found, documents_with(asked.question), "published")
        for phrase in asked.question.phrases:
            found = found.filter(body__normal__contains=phrase)
    if asked.asks_about_claims:
        claims = sought(asked.conditions())
        found = holding(found, claims.claims, claims.are_few)
    return found


def claims_found(asked: Asked, person: Person, profile: Profile) -> QuerySet[Claim]:
    """The claims that an audience without texts may find, the newest first."""
    found = visible_claims(person, sought(asked.conditions()).claims)
    limit = open_until(profile)
    if limit:
        found = found.filter(to_day__lte=limit, document__published__lte=limit)
    if not profile.rejected:
        found = found.exclude(review="rejected")
    if asked.question:
        return with_words(found, claims_with(asked.question), "from_day")
    return found.order_by("-from_day", "-pk")


def with_words(rows: QuerySet[Row], matching: Matching, day: str) -> QuerySet[Row]:
    """Those rows that hold the words, the newest by this day first.

    Rare words are looked up, and what holds them is put in order. Where words are common the rows are gone through in
    their order.
    """
    if matching.number(_FEW_WORDS) < _FEW_WORDS:
        return rows.filter(pk__in=matching.numbers()).order_by(Unindexed(day).desc(), "-pk")
    found = rows.alias(number=Unindexed("pk")).filter(number__in=matching.numbers())
    return cast("QuerySet[Row]", found.order_by(f"-{day}", "-pk"))
