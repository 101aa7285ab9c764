"""Versions of bulletins: who may see which, the newest of some days, and keeping a new one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from hudna.protect import INTERNAL, PARTNER, PUBLIC, Profile
from observatory.atlas.queries import Days
from observatory.bulletins.content import Bulletin, bulletin_from
from observatory.bulletins.models import Version
from observatory.people.roles import Permission, Person, may

ORDER = (PUBLIC, PARTNER, INTERNAL)
"""From the least to the most that is seen."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A bulletin as it is shown: a version that somebody kept, or the draft that the rules make now."""

    days: Days
    profile: Profile
    bulletin: Bulletin
    as_of: datetime
    version: Version | None = None

    @property
    def state(self) -> str:
        """signed, edited or draft."""
        if self.version is None:
            return "draft"
        return "signed" if self.version.signed else "edited"


def audiences(profile: Profile) -> list[Profile]:
    """The profiles that a bulletin can be made for by who sees this much."""
    return list(ORDER[: ORDER.index(profile) + 1])


def seen(person: Person, profile: Profile) -> QuerySet[Version]:
    """The versions that a person may see, the newest first: signed ones, and for who edits drafts all of them."""
    found = Version.objects.filter(profile__in=[each.name for each in audiences(profile)]).order_by("-pk")
    return found if may(person, Permission.COMMENT) else found.filter(signed=True)


def of_days(versions: QuerySet[Version], days: Days, profile: Profile) -> QuerySet[Version]:
    """Those of some versions that are of these days and made for this audience."""
    return versions.filter(first_day=days.first, last_day=days.last, profile=profile.name)


def edition(version: Version) -> Edition:
    """A version as it is shown."""
    profile = next(each for each in ORDER if each.name == version.profile)
    days = Days(version.first_day, version.last_day)
    return Edition(days, profile, bulletin_from(version.content), version.as_of, version)


def keep(shown: Edition, bulletin: Bulletin, person: str, signed: bool = False) -> Version:
    """Keep a version; its figures are those of the edition that it was made from."""
    return Version.objects.create(
        first_day=shown.days.first,
        last_day=shown.days.last,
        profile=shown.profile.name,
        content=bulletin.plain(),
        as_of=shown.as_of,
        made_at=timezone.now(),
        person=person,
        signed=signed,
    )
