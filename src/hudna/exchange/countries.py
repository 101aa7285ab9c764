"""Codes of countries in the schemes of the field: ISO 3166-1, ACLED's regions, Gleditsch and Ward."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Country(NamedTuple):
    """One country's codes; `gw` is None for territories that Gleditsch and Ward count under another state."""

    iso3: str
    numeric: int
    region: str
    gw: int | None


_MIDDLE_EAST, _NORTH, _EAST = "Middle East", "Northern Africa", "Eastern Africa"
_WEST, _MIDDLE, _EUROPE = "Western Africa", "Middle Africa", "Europe"
_CAUCASUS, _SOUTH, _SOUTH_EAST = "Caucasus and Central Asia", "South Asia", "Southeast Asia"
_AMERICA, _EAST_ASIA, _SOUTHERN = "North America", "East Asia", "Southern Africa"

COUNTRIES: Mapping[str, Country] = {
    "AE": Country("ARE", 784, _MIDDLE_EAST, 696), "AF": Country("AFG", 4, _SOUTH, 700),
    "AM": Country("ARM", 51, _CAUCASUS, 371), "AZ": Country("AZE", 31, _CAUCASUS, 373),
    "BF": Country("BFA", 854, _WEST, 439), "BH": Country("BHR", 48, _MIDDLE_EAST, 692),
    "BI": Country("BDI", 108, _EAST, 516), "CD": Country("COD", 180, _MIDDLE, 490),
    "CF": Country("CAF", 140, _MIDDLE, 482), "CM": Country("CMR", 120, _MIDDLE, 471),
    "CN": Country("CHN", 156, _EAST_ASIA, 710), "CY": Country("CYP", 196, _EUROPE, 352),
    "DE": Country("DEU", 276, _EUROPE, 260), "DJ": Country("DJI", 262, _EAST, 522),
    "DZ": Country("DZA", 12, _NORTH, 615), "EG": Country("EGY", 818, _NORTH, 651),
    "ER": Country("ERI", 232, _EAST, 531), "ET": Country("ETH", 231, _EAST, 530),
    "FR": Country("FRA", 250, _EUROPE, 220), "GB": Country("GBR", 826, _EUROPE, 200),
    "GE": Country("GEO", 268, _CAUCASUS, 372), "GR": Country("GRC", 300, _EUROPE, 350),
    "IL": Country("ISR", 376, _MIDDLE_EAST, 666), "IN": Country("IND", 356, _SOUTH, 750),
    "IQ": Country("IRQ", 368, _MIDDLE_EAST, 645), "IR": Country("IRN", 364, _MIDDLE_EAST, 630),
    "IT": Country("ITA", 380, _EUROPE, 325), "JO": Country("JOR", 400, _MIDDLE_EAST, 663),
    "KE": Country("KEN", 404, _EAST, 501), "KW": Country("KWT", 414, _MIDDLE_EAST, 690),
    "LB": Country("LBN", 422, _MIDDLE_EAST, 660), "LY": Country("LBY", 434, _NORTH, 620),
    "MA": Country("MAR", 504, _NORTH, 600), "ML": Country("MLI", 466, _WEST, 432),
    "MM": Country("MMR", 104, _SOUTH_EAST, 775), "MR": Country("MRT", 478, _WEST, 435),
    "MZ": Country("MOZ", 508, _EAST, 541), "NE": Country("NER", 562, _WEST, 436),
    "NG": Country("NGA", 566, _WEST, 475), "OM": Country("OMN", 512, _MIDDLE_EAST, 698),
    "PH": Country("PHL", 608, _SOUTH_EAST, 840), "PK": Country("PAK", 586, _SOUTH, 770),
    "PS": Country("PSE", 275, _MIDDLE_EAST, None), "QA": Country("QAT", 634, _MIDDLE_EAST, 694),
    "RU": Country("RUS", 643, _EUROPE, 365), "SA": Country("SAU", 682, _MIDDLE_EAST, 670),
    "SD": Country("SDN", 729, _NORTH, 625), "SO": Country("SOM", 706, _EAST, 520),
    "SS": Country("SSD", 728, _EAST, 626), "SY": Country("SYR", 760, _MIDDLE_EAST, 652),
    "TD": Country("TCD", 148, _MIDDLE, 483), "TN": Country("TUN", 788, _NORTH, 616),
    "TR": Country("TUR", 792, _MIDDLE_EAST, 640), "UA": Country("UKR", 804, _EUROPE, 369),
    "UG": Country("UGA", 800, _EAST, 500), "US": Country("USA", 840, _AMERICA, 2),
    "YE": Country("YEM", 887, _MIDDLE_EAST, 678), "ZA": Country("ZAF", 710, _SOUTHERN, 560),
}  # fmt: skip
"""ISO alpha-2 → codes, for the countries that Arabic conflict reporting is about. Others have empty codes."""
