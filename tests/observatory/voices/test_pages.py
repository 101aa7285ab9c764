"""The pages of speakers and outlets, for each audience."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from observatory.atlas import build
from observatory.people.models import Export, Project
from observatory.people.roles import Role
from observatory.records.models import Claim, Document, Party
from observatory.review.decide import accept, find_claim, reject
from observatory.voices.identity import outlet_address, speaker_address, speaker_named
from observatory.voices.models import Said, Voice
from tests.observatory.people.people import person, signed_in
from tests.observatory.texts import article, many, take, write_lines
from tests.observatory.voices.texts import TWO_DEAD

pytestmark = pytest.mark.usefixtures("record")
DEFENCE, MONITOR, FARMER = "الدفاع المدني السوري", "المرصد السوري لحقوق الإنسان", "المزارع سامر الحمداني"


@pytest.fixture
def analyst() -> Client:
    return signed_in(Role.ANALYST)


def text_of(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def rows(client: Client, asked: str = "") -> dict[str, dict[str, Any]]:
    return {row["name"]: row for row in client.get(f"/voices/?{asked}&format=json").json()}


@pytest.mark.parametrize(("language", "title", "name"), [
    ("ar", "من يقول ماذا", MONITOR), ("en", "Who says what", "Syrian Observatory for Human Rights"),
])  # fmt: skip
def test_the_list_speaks_both_languages(analyst, language, title, name):
    page = text_of(analyst, f"/voices/?lang={language}")
    assert f"<h1>{title}</h1>" in page
    assert name in page
    assert 'href="/voices/" aria-current="page"' in page


def test_namings_of_one_actor_are_one_voice(analyst, tmp_path):
    lines = [article(TWO_DEAD.replace("الدفاع المدني السوري", "الخوذ البيضاء"), id="helmets")]
    take(write_lines(tmp_path / "b.jsonl", lines))
    assert rows(analyst)[DEFENCE]["claims"] == 2
    assert speaker_named("الخوذ البيضاء").key == speaker_named(DEFENCE).key


@pytest.mark.parametrize("name", [DEFENCE, MONITOR])
def test_the_claims_of_a_speaker_are_found_from_its_page(analyst, tmp_path, name):
    lines = [article(TWO_DEAD.replace(DEFENCE, "الخوذ البيضاء"), id="helmets")]
    take(write_lines(tmp_path / "b.jsonl", lines))
    page = text_of(analyst, speaker_address(name))
    path = next(found for found in re.findall(r'href="(/search/[^"]+)"', page) if "speaker=" in found)
    claims = [key for row in analyst.get(f"{path}&format=json").json() for key in row["claims"]]
    assert len(claims) == rows(analyst)[name]["claims"] == (2 if name == DEFENCE else 1)


def test_speakers_of_an_older_record_are_known_after_it_is_migrated():
    claims, parties = Claim.objects.all(), Party.objects.filter(role="speaker")
    before = (set(claims.values_list("pk", "speaker_entry")), set(parties.values_list("pk", "entry")))
    assert {entry for _, entry in before[1]} > {None}
    claims.update(speaker_entry=None)
    parties.update(entry=None)
    import_module("observatory.records.migrations.0004_speakers").know_speakers(apps, None)
    assert (set(claims.values_list("pk", "speaker_entry")), set(parties.values_list("pk", "entry"))) == before


def test_outlets_are_counted_where_they_speak_themselves(analyst):
    found = rows(analyst, "kind=outlet")
    assert set(found) == {"شبكة الفرات"}
    assert found["شبكة الفرات"]["claims"] == 2
    assert (found["شبكة الفرات"]["first_day"], found["شبكة الفرات"]["last_day"]) == ("2021-03-04", "2021-03-04")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", {DEFENCE, MONITOR, FARMER}),
        ("q=المدني", {DEFENCE}),
        ("q=observatory", {MONITOR}),
        ("from=2021-03-04", {FARMER}),
        ("to=2021-03-03", {DEFENCE, MONITOR}),
        ("type=aid", set()),
        ("status=denied", set()),
        ("type=shelling&place=إدلب", {DEFENCE, MONITOR}),
        ("side=sy.state&from=2021-03-04", {FARMER}),
    ],
)
def test_filters_stand_in_the_address(analyst, asked, found):
    assert set(rows(analyst, asked)) == found


def test_filtered_figures_are_counted_as_the_kept_ones(analyst):
    kept, counted = rows(analyst), rows(analyst, "from=2000-01-01")
    assert kept == counted
    assert kept[MONITOR]["disagreements"] == 1


def test_the_list_is_sorted(analyst):
    by_name = list(rows(analyst, "sort=name"))
    assert by_name == sorted(by_name)
    assert next(iter(rows(analyst, "sort=last"))) == FARMER
    assert list(rows(analyst, "sort=disagreements"))[-1] == FARMER
    assert next(iter(rows(analyst, "sort=last&from=2000-01-01"))) == FARMER


def test_the_list_is_data_and_is_written_down(analyst):
    answer = analyst.get("/voices/?format=csv&kind=outlet").content.decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(answer)))
    assert (row["name"], row["claims"], row["denied"]) == ("شبكة الفرات", "2", "0")
    assert Export.objects.get().rows == 1


def test_a_voice_shows_its_words_beside_those_of_others(analyst):
    page = text_of(analyst, f"{outlet_address('شبكة الفرات')}?lang=en")
    for words in ("Syrian Arab Army", "ميليشيات الأسد", "loaded", "قوات النظام", "shelling"):
        assert words in page
    data = analyst.get(f"{outlet_address('شبكة الفرات')}?format=json").json()[0]
    army = next(term for term in data["terms"] if term["neutral"]["en"] == "Syrian Arab Army")
    assert army["own"] == [{"form": "ميليشيات الأسد", "loaded": True, "claims": 2}]
    assert army["others"] == [{"form": "قوات النظام", "loaded": False, "claims": 3}]
    assert data["terms"][0] == army


def test_a_voice_shows_whom_it_contradicts_with_both_sentences(analyst):
    page = text_of(analyst, f"{speaker_address(DEFENCE)}?lang=ar")
    assert speaker_address(MONITOR) in page
    assert "قُتل مدنيان" in page
    assert "قُتل ستة مدنيين" in page
    assert page.count("/incidents/") == 1
    assert "<svg" in page


def test_claims_that_are_decided_are_counted_as_such(analyst, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        reject(find_claim(Said.objects.get(voice__name=MONITOR).claim.key), "Rana", "no")
        accept(find_claim(Said.objects.get(voice__name=DEFENCE).claim.key), "Rana", "yes")
    found = rows(analyst)
    assert MONITOR not in found
    assert found[DEFENCE]["decided"] == 1


@pytest.mark.parametrize("role", [None, Role.READER])
def test_private_persons_are_not_named(role):
    client = signed_in(role) if role else Client()
    assert set(rows(client)) == {DEFENCE, MONITOR}
    assert FARMER not in rows(client, "from=2000-01-01")
    assert set(rows(client, "q=سامر")) == set()
    for path in ("/voices/", "/voices/?format=csv", speaker_address(DEFENCE)):
        assert "سامر" not in text_of(client, path)
    text_of(client, speaker_address(FARMER), 404)
    text_of(signed_in(Role.ANALYST, "sami"), speaker_address(FARMER))


def test_the_public_is_told_no_sentences_and_no_towns():
    page = text_of(Client(), speaker_address(DEFENCE))
    for strange in ("كفرنبل", "قُتل مدنيان", "قتيلان"):
        assert strange not in page
    assert "إدلب" in page
    assert MONITOR in page


@pytest.fixture
def fresh(record, tmp_path) -> None:
    """An article of yesterday in other words, by a voice that is known and by one that says nothing else."""
    day = (date.today() - timedelta(days=1)).isoformat()
    lines = [
        article("نفى الدفاع المدني السوري انسحاب قوات النظام من بلدة معرة النعمان أمس.", id="f1", published=day),
        article("قصف الجيش العربي السوري بلدة سراقب أمس، بحسب وكالة سانا.", id="f2", published=day),
    ]
    take(write_lines(tmp_path / "fresh.jsonl", lines))
    build.refresh()


@pytest.mark.usefixtures("fresh")
def test_what_is_not_open_yet_is_not_counted(analyst):
    whole, public = rows(analyst), rows(Client())
    assert whole[DEFENCE]["claims"] == 2
    assert whole[DEFENCE]["documents"] == 2
    assert public[DEFENCE]["claims"] == public[DEFENCE]["documents"] == 1
    assert public[DEFENCE]["denied"] == 0
    assert public[DEFENCE]["last_day"] == "2021-03-03"
    assert public == rows(Client(), "from=2000-01-01")
    assert set(whole) - set(public) == {FARMER, "وكالة سانا"}
    page = text_of(Client(), speaker_address(DEFENCE))
    assert "انسحاب" not in page
    told = Client().get(f"{speaker_address(MONITOR)}?format=json").json()[0]["terms"]
    assert "الجيش العربي السوري" not in str(told)


def test_documents_of_projects_are_counted_for_their_people_alone(analyst):
    project = Project.objects.create(name="wadi")
    project.documents.add(Document.objects.get(external_id="six"))
    found = rows(analyst)
    assert MONITOR not in found
    assert found[DEFENCE]["disagreements"] == 0
    assert found == rows(analyst, "from=2000-01-01")
    text_of(analyst, speaker_address(MONITOR), 404)
    page = text_of(analyst, speaker_address(DEFENCE))
    assert "قُتل ستة مدنيين" not in page
    member = person("huda", Role.ANALYST)
    project.people.add(member)
    client = Client()
    client.force_login(member, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert rows(client)[DEFENCE]["disagreements"] == 1
    project.people.remove(member)
    assert MONITOR not in rows(client)


def test_what_was_made_for_one_who_sees_all_is_not_shown_to_another(analyst):
    project = Project.objects.create(name="wadi")
    project.documents.add(Document.objects.get(external_id="six"))
    keeper = signed_in(Role.ADMINISTRATOR, "keeper")
    for path in ("/voices/?type=shelling", speaker_address(DEFENCE)):
        assert MONITOR in text_of(keeper, path)
        assert MONITOR not in text_of(analyst, path)
        assert MONITOR in text_of(keeper, path)


@pytest.mark.parametrize("role", [None, Role.READER, Role.ANALYST])
@pytest.mark.parametrize("asked", ["/voices/", "/voices/?type=shelling", "voice"])
def test_pages_of_any_length_ask_as_many_questions(role, asked, tmp_path):
    client = signed_in(role) if role else Client()
    path = speaker_address(MONITOR) if asked == "voice" else asked
    client.get(path)  # what a process keeps in mind is there
    with CaptureQueriesContext(
        connection,
    ) as few:
        text_of(client, path)
    take(write_lines(tmp_path / "many.jsonl", many(12)))
    build.refresh()
    text_of(client, path)
    with CaptureQueriesContext(connection) as more:
        text_of(client, path)
    assert len(more) <= len(few)
    assert len(more) <= 40


def test_an_unknown_key_is_no_page(analyst):
    text_of(analyst, "/voices/speaker-0123456789abcdef/", 404)
    assert Voice.objects.count() == 4
