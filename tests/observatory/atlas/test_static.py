"""What the map is drawn with: Leaflet as its package has it, and outlines of the regions that the gazetteer knows."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

import observatory
from hudna.gazetteer.gazetteer import Gazetteer

STATIC = Path(observatory.__file__).parent / "atlas" / "static" / "atlas"


def test_leaflet_is_the_package_that_its_hashes_were_taken_of():
    folder = STATIC / "leaflet"
    listed = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    found = {
        str(path.relative_to(folder)): "sha512-" + base64.b64encode(hashlib.sha512(path.read_bytes()).digest()).decode()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "package.json"
    }
    assert found == listed["files"] and listed["version"] == "1.9.4" and listed["integrity"].startswith("sha512-")


def test_every_outline_is_a_region_that_the_gazetteer_knows_and_closed():
    collection = json.loads((STATIC / "regions.geojson").read_text(encoding="utf-8"))
    gazetteer = Gazetteer.load()
    assert all(gazetteer.by_id(feature["id"]) for feature in collection["features"])
    for feature in collection["features"]:
        for polygon in feature["geometry"]["coordinates"]:
            assert all(ring[0] == ring[-1] for ring in polygon)


def test_the_map_stays_small():
    assert (STATIC / "regions.geojson").stat().st_size < 400_000
