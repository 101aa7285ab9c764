"""The actor lexicon: its shape, its references, and that each entry is found in its own example."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import pytest

from hudna.lexicon.entries import Entry, lexicon_folder, read_entries
from hudna.lexicon.forms import words_of
from hudna.lexicon.match import Match, Matcher
from hudna.lexicon.store import load_lexicon

KINDS = frozenset(
    {
        "state",
        "state_force",
        "armed_group",
        "coalition",
        "party",
        "organisation",
        "monitor",
        "media",
        "person",
        "people",
        "judiciary",
    }
)
FIELDS = ("id", "name", "aliases", "kind", "side", "parent", "country", "example")


@lru_cache(maxsize=1)
def actors() -> tuple[Entry, ...]:
    """Every actor entry of the shipped lexicons."""
    return tuple(entry for entry in read_entries((lexicon_folder(),)) if entry.family == "actor")


@lru_cache(maxsize=1)
def matcher() -> Matcher:
    """A matcher over the shipped lexicons."""
    return Matcher(load_lexicon((lexicon_folder(),)))


def names(entry: Entry) -> list[str]:
    """All names of an entry: its own, its aliases, and the loaded ones."""
    return [entry.data["name"]["ar"], *entry.data["aliases"], *entry.data.get("loaded", [])]


def found(sentence: str) -> dict[str, Match]:
    """The actors found in a sentence, by id."""
    matches = matcher().matches(words_of(sentence))
    return {match.entry.id: match for at in matches for match in at if match.family == "actor"}


def test_the_lexicon_has_its_files() -> None:
    files = {Path(entry.file).name for entry in actors()}
    assert files >= {
        "syria.yaml",
        "jihadists.yaml",
        "yemen.yaml",
        "palestine_israel.yaml",
        "lebanon.yaml",
        "iraq.yaml",
        "libya.yaml",
        "sudan.yaml",
        "states_and_alliances.yaml",
        "international_organisations.yaml",
        "monitors_and_media.yaml",
        "persons.yaml",
    }


def test_every_entry_has_the_fields_and_a_known_kind() -> None:
    wrong = [
        entry.source
        for entry in actors()
        if any(field not in entry.data for field in FIELDS)
        or entry.data["kind"] not in KINDS
        or not entry.data["name"].get("ar")
        or not entry.data["name"].get("en")
    ]
    assert wrong == []


def test_countries_are_two_letter_codes_or_null() -> None:
    wrong = [
        entry.source
        for entry in actors()
        if (country := entry.data["country"]) is not None
        and not (isinstance(country, str) and len(country) == 2 and country.isascii() and country.isupper())
    ]
    assert wrong == []


def test_ids_are_unique() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for entry in actors():
        places[entry.id].append(f"{entry.file}:{entry.line}")
    assert {id_: where for id_, where in places.items() if len(where) > 1} == {}


@pytest.mark.parametrize("field", ["side", "parent"])
def test_sides_and_parents_exist(field: str) -> None:
    known = {entry.id for entry in actors()}
    assert [entry.source for entry in actors() if entry.data[field] and entry.data[field] not in known] == []


@pytest.mark.parametrize("field", ["side", "parent"])
def test_sides_and_parents_do_not_run_in_a_circle(field: str) -> None:
    above = {entry.id: entry.data[field] for entry in actors()}
    for start in above:
        seen = {start}
        at = above[start]
        while at is not None:
            assert at not in seen, f"{start} runs in a circle through {at}"
            seen.add(at)
            at = above.get(at)


def test_no_name_twice_in_one_country() -> None:
    owners: dict[tuple[str | None, tuple[str, ...]], set[str]] = defaultdict(set)
    repeated = []
    for entry in actors():
        forms = [words_of(name) for name in names(entry)]
        if len(set(forms)) != len(forms):
            repeated.append(entry.source)
        for form in forms:
            owners[(entry.data["country"], form)].add(entry.id)
    assert repeated == []
    assert {" ".join(form): ids for (_, form), ids in owners.items() if len(ids) > 1} == {}


def test_every_name_has_a_form() -> None:
    assert [(entry.source, name) for entry in actors() for name in names(entry) if not words_of(name)] == []


def test_every_example_holds_its_entry() -> None:
    missing = [entry.source for entry in actors() if entry.id not in found(str(entry.data["example"]))]
    assert missing == []


def test_examples_are_not_shared() -> None:
    users: dict[str, list[str]] = defaultdict(list)
    for entry in actors():
        users[str(entry.data["example"])].append(entry.id)
    assert {example: ids for example, ids in users.items() if len(ids) > 1} == {}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("تصدت وحدات الجيش العربي السوري لهجوم شنه إرهابيو جبهة النصرة", {"sy.army", "jihad.nusra"}),
        ("اتهم الحوثيون طيران التحالف العربي بقصف السوق", {"ye.houthi", "alliance.arab"}),
        ("اتفقت إسرائيل و«حماس» على تمديد الهدنة", {"il.state", "ps.hamas"}),
        ("قال وزير الدفاع الروسي سيرغي شويغو إن واشنطن تماطل", {"person.shoigu", "us.state"}),
        ("سلّم الجيش السوداني الموقع لقوات الدعم السريع", {"sd.army", "sd.rsf"}),
        ("رصد الجانب التركي خرقين والجانب الروسي أربعة", {"monitor.turkish_side", "monitor.russian_side"}),
        ("شكا لبنان إلى مجلس الأمن وأبلغ اليونيفيل", {"lb.state", "un.security_council", "un.unifil"}),
        ("تقدمت قوات حكومة الوفاق وتراجعت قوات حفتر", {"ly.gna_forces", "ly.lna"}),
        ("قتل أربعة من الحشد الشعبي ومن البيشمركة", {"iq.pmf", "iq.peshmerga"}),
        ("نقلت رويترز عن المرصد السوري لحقوق الإنسان", {"media.reuters", "monitor.sohr"}),
    ],
)
def test_names_are_found_in_running_text(sentence: str, expected: set[str]) -> None:
    assert expected <= set(found(sentence))


@pytest.mark.parametrize(
    ("sentence", "clitics", "entry"),
    [
        ("انسحب الفصيل للتحالف الدولي", "ل", "alliance.international"),
        ("اتصلت بالحوثيين", "ب", "ye.houthi"),
        ("قصف الطيران ولحزب الله رده", "ول", "lb.hezbollah"),
    ],
)
def test_proclitics_are_taken_off(sentence: str, clitics: str, entry: str) -> None:
    assert found(sentence)[entry].lead == clitics


@pytest.mark.parametrize(
    ("longer", "entry", "hidden"),
    [
        ("هاجم تنظيم الدولة الإسلامية في غرب أفريقيا القرية", "jihad.is_west_africa", "jihad.is"),
        ("أعلنت طالبان باكستان الهدنة", "jihad.ttp", "jihad.taliban"),
        ("نفت كتائب حزب الله العراق التهمة", "iq.kataib_hezbollah", "lb.hezbollah"),
        ("قال الأمين العام للأمم المتحدة كلمته", "un.secretary_general", "un.general_assembly"),
    ],
)
def test_the_longest_name_wins_where_it_begins(longer: str, entry: str, hidden: str) -> None:
    by_start = [{match.entry.id for match in at} for at in matcher().matches(words_of(longer))]
    first = next(ids for ids in by_start if entry in ids)
    assert hidden not in first


@pytest.mark.parametrize(
    "sentence",
    [
        "فتح المعبر أبوابه لصالح المدنيين",
        "أصيب الرجل في الصدر بالذخيرة الحية",
        "شن المسلحون هجوما بريا على التلة",
        "توقف القصف في اليوم السابع من المعركة",
        "عبر الشباب الطريق على الفور",
    ],
)
def test_common_words_are_no_actors(sentence: str) -> None:
    assert found(sentence) == {}


def test_loaded_names_lead_to_the_same_entry() -> None:
    assert "sy.sdf" in found("هاجمت ميليشيا قسد الحاجز")
    assert "il.army" in found("اقتحمت قوات الاحتلال البلدة")
    assert "ye.houthi" in found("قصفت ميليشيات الحوثي الإرهابية الحي")


@pytest.mark.parametrize(
    "sentence",
    [
        "أفاد شهود بأن الطريق أغلق",
        "قدمت الجهة دعما ماليا وعينت مسقط رأسه مقرا",
        "دخلت القافلة مدينة الميادين بعد السيول",
        "قتل الأب وأم الطفلة",
    ],
)
def test_words_that_look_like_names_are_no_actors(sentence: str) -> None:
    assert found(sentence) == {}
