"""Definitions of ceasefires: kept from a file or a form, never changed, each version told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test import Client

from hudna.ledger import DefinitionError, load, parse
from observatory.append_only import RowsAreFinalError
from observatory.ledgers.keeping import all_kept, keep, kept_named, versions, withdraw
from observatory.ledgers.models import Definition
from observatory.ledgers.toml_text import to_toml
from observatory.people.roles import Role
from tests.observatory.ledgers.texts import DEFINITION
from tests.observatory.people.people import signed_in

EXAMPLE = Path(__file__).parents[3] / "examples" / "ceasefires" / "de-escalation-zones.toml"
FORM = {
    "do": "form",
    "ceasefire-name": "coast",
    "ceasefire-title_ar": "هدنة الساحل",
    "ceasefire-title_en": "Truce of the coast",
    "ceasefire-parties": "ye.state، ye.houthi",
    "ceasefire-first": "2018-12-18",
    "zones-TOTAL_FORMS": "2",
    "zones-INITIAL_FORMS": "0",
    "zones-0-id": "hodeidah",
    "zones-0-title_ar": "الحديدة",
    "zones-0-title_en": "Hodeidah",
    "zones-0-names": "الحديدة، مدينة الحديدة",
    "zones-0-polygon": "14.7, 42.9; 14.9, 42.9; 14.9, 43.1",
    "sides-TOTAL_FORMS": "1",
    "sides-INITIAL_FORMS": "0",
    "sides-0-id": "government",
    "sides-0-title_ar": "الحكومة",
    "sides-0-title_en": "Government",
    "sides-0-speakers": "ye.state",
    "sides-0-counts": "violations",
    "sides-0-units": "خرق",
}


def sent(client: Client, data: dict[str, Any], path: str = "/ceasefires/define/?lang=en", status: int = 302) -> str:
    answer = client.post(path, data)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


@pytest.mark.parametrize("path", [EXAMPLE, None])
def test_the_written_definition_reads_as_the_same_ceasefire(path):
    ceasefire = load(path) if path else parse(DEFINITION)
    assert parse(to_toml(ceasefire)) == ceasefire


def test_the_newest_definition_of_a_name_counts(db):
    keep(DEFINITION, "rana")
    keep(DEFINITION, "rana")
    assert len(versions("north")) == 1
    keep(DEFINITION.replace("Truce of the north", "Northern truce"), "samir")
    kept = kept_named("north")
    assert kept is not None and kept.ceasefire.title["en"] == "Northern truce"
    assert [row.person for row in versions("north")] == ["samir", "rana"]
    withdraw(kept, "samir")
    assert kept_named("north") is None and all_kept() == []
    keep(DEFINITION, "rana")
    assert [each.ceasefire.name for each in all_kept()] == ["north"]


@pytest.mark.parametrize("name", ["define", "هدنة", "a/b"])
def test_a_name_that_no_address_can_hold_is_refused(db, name):
    with pytest.raises(DefinitionError, match=r"ceasefire\.name"):
        keep(DEFINITION.replace('"north"', f'"{name}"'), "rana")


def test_the_database_refuses_to_change_a_definition(db):
    kept = keep(DEFINITION, "rana").definition
    for change in (kept.save, kept.delete, Definition.objects.all().delete):
        with pytest.raises(RowsAreFinalError):
            change()
    for statement in ("UPDATE ledgers_definition SET person = 'x'", "DELETE FROM ledgers_definition"):
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_a_reviewer_keeps_a_file(db):
    reviewer = signed_in(Role.REVIEWER)
    sent(reviewer, {"do": "file", "file": SimpleUploadedFile("north.toml", DEFINITION.encode())})
    assert versions("north")[0].person == "rana"
    assert reviewer.get("/ceasefires/north/definition/").content.decode() == DEFINITION


def test_what_is_wrong_in_a_file_is_told_with_its_line(db):
    wrong = DEFINITION.replace("from = 2020-06-01", 'from = "June"')
    page = sent(
        signed_in(Role.REVIEWER), {"do": "file", "file": SimpleUploadedFile("north.toml", wrong.encode())}, status=400
    )
    assert "north.toml:6: ceasefire.from" in page
    assert not Definition.objects.exists()
    page = sent(
        signed_in(Role.REVIEWER, "b"), {"do": "file", "file": SimpleUploadedFile("x.toml", b"\xff\xfe")}, status=400
    )
    assert "no UTF-8 text" in page


def test_a_reviewer_fills_in_the_form(db):
    blank = {"sides-TOTAL_FORMS": "2", "sides-1-id": "", "sides-1-counts": "violations"}
    sent(signed_in(Role.REVIEWER), {**FORM, **blank})
    kept = kept_named("coast")
    assert kept is not None
    (zone,), (side,) = kept.ceasefire.zones, kept.ceasefire.sides
    assert kept.ceasefire.parties == ("ye.state", "ye.houthi")
    assert zone.names == ("الحديدة", "مدينة الحديدة") and zone.polygon == ((14.7, 42.9), (14.9, 42.9), (14.9, 43.1))
    assert (side.speakers, side.units) == (("ye.state",), ("خرق",))


def test_the_form_tells_what_is_missing_and_what_does_not_fit(db):
    reviewer = signed_in(Role.REVIEWER)
    assert "field-error" in sent(reviewer, {**FORM, "ceasefire-first": ""}, status=400)
    nowhere = {**FORM, "zones-0-names": "", "zones-0-polygon": ""}
    assert "a zone needs" in sent(reviewer, nowhere, status=400)
    assert not Definition.objects.exists()


def test_the_form_of_a_kept_ceasefire_holds_its_definition(db):
    keep(DEFINITION, "rana")
    reviewer = signed_in(Role.REVIEWER)
    page = reviewer.get("/ceasefires/north/define/?lang=en").content.decode()
    assert 'value="iso:SY-ID"' in page and "monitor.turkish_side, الجانب التركي" in page
    sent(reviewer, {"do": "withdraw"}, "/ceasefires/north/define/")
    assert reviewer.get("/ceasefires/north/").status_code == 404


@pytest.mark.parametrize("role", [None, Role.READER, Role.ANALYST])
def test_others_may_not_define(db, role):
    client = signed_in(role) if role else Client()
    assert client.get("/ceasefires/define/").status_code == (403 if role else 302)
    assert client.post("/ceasefires/define/", FORM).status_code == (403 if role else 302)
    assert not Definition.objects.exists()
