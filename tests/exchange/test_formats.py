"""Each format opened with the library that its users use."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date, timedelta

import hxl
import openpyxl
import pytest
from pyarrow import parquet

from hudna.exchange import FORMATS, FormatError, GoldError, export, left_out
from hudna.exchange.acled import COLUMNS as ACLED
from hudna.exchange.flat import CLAIM_COLUMNS, INCIDENT_COLUMNS
from hudna.exchange.hxl import TAGS
from hudna.exchange.ucdp import COLUMNS as GED
from hudna.incidents import join
from hudna.protect import PUBLIC, protect
from tests.exchange.incidents import AID, CLASH, DEMAND, NOWHERE, RIVAL, STRIKE, TALLY, TODAY, claims, incidents
from tests.protect.secrets import LATER, hospital, incident, leaks
from tests.recording import count, named, place, recorded

INCIDENTS = incidents()
ALL = list(INCIDENTS.values())


def rows(name: str) -> dict[str, dict[str, str]]:
    """The rows of a CSV by the short key of their incident."""
    read = csv.DictReader(io.StringIO(export(name, ALL).decode()))
    short = {key.rpartition("-")[2]: own for own, key in ((own, each.key) for own, each in INCIDENTS.items())}
    column = "event_id_cnty" if name == "acled" else "id"
    return {short[row[column].rpartition("-")[2]]: row for row in read}


def test_acled_has_its_31_columns_and_one_conservative_number_with_the_dispute_in_the_notes():
    assert len(ACLED) == 31
    found = rows("acled")
    row = found["rival"]
    assert tuple(row) == ACLED
    assert (row["event_date"], row["year"], row["time_precision"]) == ("2021-05-11", "2021", "1")
    assert (row["event_type"], row["sub_event_type"]) == ("Explosions/Remote violence", "Air/drone strike")
    assert row["disorder_type"] == "Political violence"
    assert (row["actor2"], row["inter2"], row["civilian_targeting"]) == ("Civilians", "7", "Civilian targeting")
    assert (row["inter1"], row["interaction"]) == ("1", "17")
    assert (row["iso"], row["country"], row["region"], row["geo_precision"]) == ("760", "Syria", "Middle East", "1")
    assert row["fatalities"] == "4", "the most conservative of the figures"
    assert "DISPUTED killed" in row["notes"] and "11" in row["notes"] and "4" in row["notes"]
    assert row["tags"] == "disputed"


def test_acled_leaves_out_what_it_has_no_event_for_and_says_why():
    found = rows("acled")
    assert set(found) == {"rival", "clash"}
    reasons = {own: left_out("acled", [each]).get(each.key) for own, each in INCIDENTS.items()}
    assert reasons["rival"] is None
    assert "no event" in str(reasons["tally"]) and "no event" in str(reasons["aid"])
    assert "demanded" in str(reasons["demand"]) and reasons["nowhere"] == "no place that is known"


def test_acled_of_a_clash_has_two_sides():
    row = rows("acled")["clash"]
    assert row["actor1"] == "Syrian Arab Army" or "Syrian" in row["actor1"]
    assert row["time_precision"] == "2" and row["fatalities"] == "5"


def test_tolls_of_months_and_unknown_places_have_no_row():
    text = "قتل 900 مدني في غارات شنها الجيش السوري على حلب منذ مطلع العام"
    army = named(text, "الجيش السوري", "sy.army", "state_force")
    counts = [count(text, "killed", 900, "900", "مدني")]
    unknown = place(text, "حلب", precision="unresolved", id=None)
    for own, first, days, expected in (
        (place(text, "حلب"), date(2021, 1, 1), 130, {"acled": "more than a month"}),
        (place(text, "حلب"), date(2019, 1, 1), 800, {"acled": "more than a month", "ucdp": "more than a year"}),
        (unknown, date(2021, 5, 1), 0, {"acled": "no place", "ucdp": "no place"}),
    ):
        told = recorded(
            "x", "air_strike", text, trigger="غارات", day=first, last_day=first + timedelta(days=days), places=[own],
            actors=[army], counts=counts,
        )  # fmt: skip
        one = protect(join([told])[0], "internal", TODAY)
        assert one is not None
        for name in ("acled", "ucdp"):
            reason = left_out(name, [one]).get(one.key, "")
            assert expected.get(name, "") in reason and bool(reason) == (name in expected)


def test_ucdp_has_deaths_alone_and_its_identity_holds():
    found = rows("ucdp")
    assert set(found) == {"rival", "clash"}
    for row in found.values():
        assert tuple(row) == GED
        parts = [int(row[f"deaths_{who}"]) for who in ("a", "b", "civilians", "unknown")]
        assert int(row["best"]) == sum(parts) >= 1
        assert int(row["low"]) <= int(row["best"]) <= int(row["high"])
    strike, clash = found["rival"], found["clash"]
    assert (strike["low"], strike["high"], strike["type_of_violence"]) == ("4", "11", "3")
    assert "المرصد" in strike["source_original"] or "Observatory" in strike["source_original"]
    assert strike["geom_wkt"] == "POINT (37.16 36.2)" and strike["country_id"] == "652"
    assert (clash["type_of_violence"], clash["date_prec"]) == ("1", "2")
    assert int(clash["priogrid_gid"]) == int((32.62 + 90) * 2) * 720 + int((36.1 + 180) * 2) + 1


def test_plover_is_a_list_of_events_with_lists_of_actors():
    by_key = {each["event_id"]: each for each in json.loads(export("plover", ALL))}
    strike = by_key[INCIDENTS["rival"].key]
    assert (strike["event_type"], strike["event_mode"], strike["auxiliary"]) == ("ASSAULT", "aerial", [])
    assert strike["actor"][0]["country"] == "SYR" and strike["recipient"][0]["sector"] == "CVL"
    assert strike["size"]["dead_low"] == 4 and strike["size"]["dead_high"] == 11 and strike["disputed"]
    demand = by_key[INCIDENTS["demand"].key]
    assert (demand["event_type"], demand["auxiliary"]) == ("REQUEST", ["hypothetical"])
    assert INCIDENTS["aid"].key not in by_key, "AID needs a recipient"


def test_hxl_is_opened_by_libhxl_with_its_tags_and_rows():
    source = hxl.data(io.BytesIO(export("hxl", ALL)), hxl.InputOptions(allow_local=True))
    assert [column.display_tag for column in source.columns] == list(TAGS)
    found = {row.get("#event+id"): row for row in source}
    assert set(found) == {each.key for each in ALL}
    strike = found[INCIDENTS["rival"].key]
    assert strike.get("#country+code") == "SYR" and strike.get("#affected+killed+min") == "4"
    assert strike.get("#event+status") == "happened"
    assert found[INCIDENTS["tally"].key].get("#indicator+violations+num") == "7"
    assert "DISPUTED" in strike.get("#description")


def test_hxl_passes_the_validation_of_libhxl():
    report = hxl.validate(hxl.data(io.BytesIO(export("hxl", ALL)), hxl.InputOptions(allow_local=True)))
    errors = [each for each in report["issues"] if each["severity"] == "error"]
    assert errors == [], errors


def test_geojson_has_points_as_longitude_and_latitude():
    data = json.loads(export("geojson", ALL))
    assert data["type"] == "FeatureCollection" and len(data["features"]) == len(ALL)
    by_id = {feature["id"]: feature for feature in data["features"]}
    for feature in data["features"]:
        assert feature["type"] == "Feature" and isinstance(feature["properties"], dict)
        geometry = feature["geometry"]
        if geometry is not None:
            longitude, latitude = geometry["coordinates"]
            assert geometry["type"] == "Point" and -180 <= longitude <= 180 and -90 <= latitude <= 90
    strike = by_id[INCIDENTS["rival"].key]
    assert strike["geometry"]["coordinates"] == [37.16, 36.2]
    assert len(strike["properties"]["versions"]) == 2
    assert by_id[INCIDENTS["nowhere"].key]["geometry"] is None


def test_xlsx_is_opened_by_openpyxl_and_holds_texts_and_no_formulas():
    book = openpyxl.load_workbook(io.BytesIO(export("xlsx", ALL)))
    assert book.sheetnames == ["incidents", "claims", "figures"]
    sheets = {name: list(book[name].iter_rows(values_only=True)) for name in book.sheetnames}
    assert sheets["incidents"][0] == tuple(INCIDENT_COLUMNS) and len(sheets["incidents"]) == len(ALL) + 1
    assert sheets["claims"][0] == tuple(CLAIM_COLUMNS) and len(sheets["claims"]) == 8
    evidence = list(CLAIM_COLUMNS).index("evidence")
    assert {row[evidence] for row in sheets["claims"][1:]} == {STRIKE, RIVAL, CLASH, TALLY, DEMAND, AID, NOWHERE}
    kinds = {cell.data_type for name in book.sheetnames for row in book[name].iter_rows() for cell in row}
    assert "f" not in kinds


def test_parquet_is_opened_by_pyarrow_with_typed_columns_even_when_empty():
    table = parquet.read_table(io.BytesIO(export("parquet", ALL)))
    assert table.column_names == list(INCIDENT_COLUMNS) and table.num_rows == len(ALL)
    empty = parquet.read_table(io.BytesIO(export("parquet", [])))
    assert empty.schema == table.schema and empty.num_rows == 0
    assert str(table.schema.field("first_day").type) == "date32[day]"
    assert str(table.schema.field("killed_best").type) == "double"


def test_jsonl_has_a_line_a_claim_and_no_way_back_to_the_original():
    lines = export("jsonl", ALL).decode().splitlines()
    objects = {each["key"]: each for each in map(json.loads, lines)}
    assert set(objects) == {"strike", "rival", "clash", "tally", "demand", "aid", "nowhere"}
    strike = objects["strike"]
    assert strike["evidence"] == STRIKE and strike["first_day"] == "2021-05-11"
    assert "original" not in strike and strike["counts"][0]["value"] == 11


def test_csv_cells_are_no_formulas():
    text = "=HYPERLINK(1) قصف على حلب"
    told = recorded("x", "shelling", text, trigger="قصف", places=["حلب"], outlet="=cmd()")
    one = protect(join([told])[0], "internal", TODAY)
    assert one is not None
    for name in ("acled", "hxl"):
        cells = [cell for row in csv.reader(io.StringIO(export(name, [one]).decode())) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "@", "+"))]


def reviewed(key, review, text=STRIKE, document="one"):
    claim = recorded(key, "air_strike", text, places=["حلب"], day=TODAY, review=review, document=document)
    protected = protect(claim, "internal", TODAY)
    assert protected is not None
    return protected


def gold(found, texts: Mapping[str, str]):
    with zipfile.ZipFile(io.BytesIO(export("gold", claims=found, texts=texts))) as archive:
        return [json.loads(archive.read(name)) for name in archive.namelist()]


def test_gold_files_follow_the_codebook_and_hold_reviewed_documents_alone():
    found = gold(
        [reviewed("a", "accepted"), reviewed("b", "rejected"), reviewed("c", "unreviewed", document="two")],
        {"one": STRIKE},
    )
    (document,) = found
    assert set(document) == {"id", "title", "text", "published", "outlet", "claims"}
    (claim,) = document["claims"]
    assert set(claim) == {
        "type", "trigger", "evidence", "also", "actors", "targets", "places", "point", "when", "counts",
        "speaker", "status",
    }  # fmt: skip
    assert claim["evidence"] in document["text"] and claim["when"]["start"] == TODAY.isoformat()


def test_gold_files_can_be_read_by_the_evaluation(tmp_path):
    from hudna.evaluation.reading import read_gold

    document = gold([reviewed("a", "corrected")], {"one": STRIKE})[0]
    (tmp_path / "one.json").write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    assert len(next(iter(read_gold(tmp_path).values()))) == 1


def test_gold_files_need_the_internal_profile_and_the_texts():
    public = protect(recorded("a", "shelling", "قصف على حلب", places=["حلب"]), PUBLIC, TODAY)
    assert public is not None
    with pytest.raises(GoldError, match="internal profile"):
        export("gold", claims=[public], texts={})
    with pytest.raises(GoldError, match="no text of document"):
        export("gold", claims=[reviewed("a", "accepted")], texts={})


def test_unknown_formats_and_unprotected_records_are_refused():
    with pytest.raises(FormatError, match="acled, ucdp"):
        export("csv", ALL)
    for name in FORMATS:
        with pytest.raises(TypeError, match="protect"):
            export(name, [incident()])
        with pytest.raises(TypeError, match="protect"):
            export(name, claims=[hospital()])


def opened(name: str, data: bytes) -> str:
    """Everything that a reader of a file sees, as text."""
    if name == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(data))
        return "\n".join(str(row) for sheet in book for row in sheet.iter_rows(values_only=True))
    if name == "parquet":
        return str(parquet.read_table(io.BytesIO(data)).to_pylist())
    return data.decode()


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "gold"])
@pytest.mark.parametrize("profile", ["partner", "public"])
def test_no_format_gives_away_what_the_profile_withholds(name, profile):
    protected = protect(incident(), profile, LATER)
    assert protected is not None
    shown = opened(name, export(name, [protected]))
    assert leaks(shown) == []
    assert name in ("acled", "ucdp") or "incident-" in shown or "claim-" in shown


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "gold"])
def test_every_format_can_be_written_of_nothing_and_twice_the_same(name):
    assert export(name, []) is not None
    if name != "xlsx":
        assert export(name, ALL) == export(name, ALL)


def test_claims_can_be_exported_without_incidents():
    assert len(export("jsonl", claims=claims()).splitlines()) == 7
