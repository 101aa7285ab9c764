"""Import of GeoNames dumps and p-code tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from hudna.arabic.letters import fold
from hudna.gazetteer import Gazetteer, GazetteerError, import_table


def geonames_line(
    identity: str, alternates: str, feature: str = "PPL", population: str = "0", latitude: str = "34.5"
) -> str:
    feature_class = "P" if feature == "PPL" else "T"
    head = [identity, "Tell Sample", "Tell Sample", alternates, latitude, "40.25", feature_class, feature, "SY"]
    cells = [*head, "", "07", "", "", "", population, "", "", "Asia/Damascus", "2024-01-01"]
    return "\t".join(cells)


def test_geonames_dump(tmp_path: Path) -> None:
    source, table = tmp_path / "SY.txt", tmp_path / "sy.tsv"
    lines = [
        geonames_line("900001", "Tall Mithal,تل المثال العالي,تل مثال,Телль", population="7200"),
        geonames_line("900002", "Latin Only"),
        geonames_line("900003", "جبل المثال", "MT"),
        geonames_line("900004", "بئر المثال", "WLL"),
    ]
    source.write_text("\n".join(lines) + "\n", "utf-8")
    report = import_table(source, table)
    assert (report.format, report.read, report.written) == ("geonames", 4, 2)
    assert (report.without_arabic_name, report.of_other_kinds) == (1, 1)
    gazetteer = Gazetteer.load(extra=[table])
    place = gazetteer.lookup(fold("تل المثال العالي"))[0]
    assert (place.id, place.kind, place.precision, place.population) == ("geonames:900001", "town", "town", 7200)
    assert place.point == (34.5, 40.25)
    assert place.admin1 == "iso:SY-DY"
    assert gazetteer.lookup(fold("جبل المثال"))[0].kind == "mountain"


@pytest.mark.parametrize(
    "header",
    [
        "pcode,name_en,name_ar,admin1_pcode,admin1_en,admin1_ar,lat,lon",
        "ADM4_PCODE,ADM4_EN,ADM4_AR,ADM1_PCODE,ADM1_EN,ADM1_AR,Latitude,Longitude",
        "admin4Pcode,admin4Name_en,admin4Name_ar,admin1Pcode,admin1Name_en,admin1Name_ar,y,x",
    ],
)
def test_pcode_tables_in_their_variants(tmp_path: Path, header: str) -> None:
    source, table = tmp_path / "communities.csv", tmp_path / "communities.tsv"
    rows = [
        "C9001,Mithal Village,مثالية الشرقية,SY07,Idleb,إدلب,35.8,36.7",
        "C9002,No Point,بلا نقطة,SY07,Idleb,إدلب,,",
    ]
    source.write_text("\ufeff" + "\n".join((header, *rows, "")), "utf-8")
    report = import_table(source, table)
    assert (report.format, report.read, report.written, report.without_point) == ("p-codes", 2, 1, 1)
    place = Gazetteer.load(extra=[table]).lookup(fold("مثالية الشرقية"))[0]
    assert (place.id, place.english, place.country, place.admin1) == (
        "pcode:C9001",
        "Mithal Village",
        "SY",
        "iso:SY-ID",
    )
    assert place.kind == "village"


def test_admin2_table_with_an_hxl_row(tmp_path: Path) -> None:
    source, table = tmp_path / "admin2.csv", tmp_path / "admin2.tsv"
    lines = [
        "admin1Name_ar;admin1Pcode;admin2Name_ar;admin2Name_en;admin2Pcode;lat;lon",
        "#adm1+name;#adm1+code;#adm2+name;#adm2+name+en;#adm2+code;#geo+lat;#geo+lon",
        "مثال;YE99;مديرية المثالين;Mithalayn;YE9901;15.5;44.25",
    ]
    source.write_text("\n".join(lines), "utf-8")
    assert import_table(source, table).written == 1
    place = Gazetteer.load(extra=[table]).lookup(fold("مديرية المثالين"))[0]
    assert (place.id, place.kind, place.precision, place.country) == ("pcode:YE9901", "admin2", "district", "YE")


def test_the_table_is_the_same_when_made_again(tmp_path: Path) -> None:
    source = tmp_path / "XX.txt"
    source.write_text(
        "\n".join(geonames_line(str(900 + n), f"مثال {word}") for n, word in enumerate(("واحد", "اثنان"))), "utf-8"
    )
    import_table(source, tmp_path / "one.tsv")
    import_table(source, tmp_path / "two.tsv")
    assert (tmp_path / "one.tsv").read_bytes() == (tmp_path / "two.tsv").read_bytes()


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        ("name,lat,lon\nx,1,2\n", ("line 1", "Arabic name", "name_ar")),
        ("name_ar,lat\nمثال,1\n", ("line 1", "longitude")),
        ("name_ar,lat,lon\nمثال,north,2\n", ("line 2", "'north'", "decimal point")),
        ("name_ar,lat,lon\nمثال,350000,2\n", ("line 2", "beyond", "WGS 84")),
        ("name_ar,lat,lon\nLatin,1,2\n", ("no place with an Arabic name",)),
        (geonames_line("1", "مثال") + "\n2\tshort\n", ("line 2", "19", "again")),
    ],
)
def test_errors_name_file_line_and_remedy(tmp_path: Path, content: str, parts: tuple[str, ...]) -> None:
    source = tmp_path / "bad.csv"
    source.write_text(content, "utf-8")
    with pytest.raises(GazetteerError) as caught:
        import_table(source, tmp_path / "out.tsv")
    assert "bad.csv" in str(caught.value)
    for part in parts:
        assert part in str(caught.value)
    assert not (tmp_path / "out.tsv").exists()


def test_missing_file_and_wrong_encoding(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="no such file"):
        import_table(tmp_path / "absent.csv", tmp_path / "out.tsv")
    source = tmp_path / "old.csv"
    source.write_bytes("name_ar,lat,lon\nمثال,1,2\n".encode("cp1256"))
    with pytest.raises(GazetteerError, match="UTF-8"):
        import_table(source, tmp_path / "out.tsv")


def test_an_extra_table_that_is_none(tmp_path: Path) -> None:
    other = tmp_path / "other.tsv"
    other.write_text("something else\n", "utf-8")
    with pytest.raises(GazetteerError, match="import_table"):
        Gazetteer.load(extra=[other])


def test_imported_names_that_are_words_are_flagged(tmp_path: Path) -> None:
    source, table = tmp_path / "names.csv", tmp_path / "names.tsv"
    names = ("المزيرعية", "خالد محمود", "مثاليستان", "الباب / تل التمثال", "تل (الجديد)")
    rows = [f"V{number},{name},35.1,37.2" for number, name in enumerate(names)]
    source.write_text("\n".join(("pcode,name_ar,lat,lon", *rows)), "utf-8")
    import_table(source, table)
    gazetteer = Gazetteer.load(extra=[table])
    assert gazetteer.is_common_word(fold("المزيرعية"))
    assert gazetteer.is_common_word(fold("خالد محمود"))
    assert not gazetteer.is_common_word(fold("مثاليستان"))
    assert gazetteer.lookup(fold("تل التمثال"))[0].id == "pcode:V3"
    assert "pcode:V3" in {place.id for place in gazetteer.lookup(fold("الباب"))}
