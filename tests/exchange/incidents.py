"""Protected incidents for the tests of exports."""

from __future__ import annotations

from datetime import date

from hudna.incidents import Merge, join
from hudna.protect import INTERNAL, ProtectedClaim, ProtectedIncident, protect
from tests.recording import count, named, recorded

TODAY = date(2021, 12, 1)
DAY = date(2021, 5, 11)
STRIKE = "غارة لطيران النظام على حلب قتلت 11 مدنيا بحسب المرصد"
RIVAL = "قالت وكالة سانا إن غارة على حلب قتلت 4 مسلحين"
CLASH = "اشتباكات في درعا بين قوات النظام وجبهة النصرة قتلت 5 جنود"
TALLY = "سجل الجانب الروسي 7 خروقات في إدلب"
DEMAND = "طالبت فرنسا بوقف إطلاق النار في سوريا"
AID = "وصلت 12 شاحنة مساعدات إلى إدلب"
NOWHERE = "=SUM(1) اشتباكات متقطعة خلال اليوم"


def _claims():
    army = named(STRIKE, "طيران النظام", "sy.air_force", "state_force")
    victims = named(STRIKE, "مدنيا", "victim.madani", "victim")
    yield recorded(
        "strike", "air_strike", STRIKE, day=DAY, places=["حلب"], actors=[army], targets=[victims], speaker="المرصد",
        counts=[count(STRIKE, "killed", 11, "11", "مدنيا")], address="https://a.example/1", title="غارة على حلب",
    )  # fmt: skip
    yield recorded(
        "rival", "air_strike", RIVAL, trigger="غارة", day=DAY, places=["حلب"], speaker="وكالة سانا",
        outlet="صحيفة النهر",
        counts=[count(RIVAL, "killed", 4, "4", "مسلحين")], published=date(2021, 5, 13),
    )  # fmt: skip
    state = named(CLASH, "قوات النظام", "sy.army", "state_force")
    front = named(CLASH, "جبهة النصرة", "jihad.nusra", "armed_group")
    soldiers = named(CLASH, "جنود", "group.جندي", "fighter")
    yield recorded(
        "clash", "armed_clash", CLASH, day=DAY, last_day=date(2021, 5, 13), places=["درعا"], actors=[state, front],
        targets=[soldiers], counts=[count(CLASH, "killed", 5, "5", "جنود")],
    )  # fmt: skip
    yield recorded(
        "tally", "ceasefire_violation", TALLY, trigger="خروقات", day=DAY, places=["إدلب"], speaker="الجانب الروسي",
        counts=[count(TALLY, "violations", 7, "7", "خروقات")],
    )  # fmt: skip
    yield recorded("demand", "ceasefire", DEMAND, trigger="وقف", places=["سوريا"], speaker="فرنسا", status="demanded")
    yield recorded("aid", "aid", AID, places=["إدلب"], counts=[count(AID, "aid", 12, "12", "شاحنة")])
    yield recorded("nowhere", "armed_clash", NOWHERE, trigger="اشتباكات")


def claims() -> list[ProtectedClaim]:
    """All the claims under the internal profile."""
    found = [protect(claim, INTERNAL, TODAY) for claim in _claims()]
    return [claim for claim in found if claim is not None]


def incidents(profile=INTERNAL) -> dict[str, ProtectedIncident]:
    """The incidents by the key of their first claim."""
    found = {}
    for incident in join(list(_claims()), [Merge(("strike", "rival"))]):
        protected = protect(incident, profile, TODAY)
        assert protected is not None
        found[min(claim.key for claim in incident.claims)] = protected
    return found
