"""Files: lines, tables, word processor, PDF; each made by the library that its users use."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path

import docx
import pyarrow
import pyarrow.parquet
import pytest

from hudna.sources import Defaults, kind_of_bytes, kind_of_name, read_source
from tests.sources.articles import ADDRESS, OUTLET, TEXT, TITLE, line, only, refused, sorted_out

FILES = Path(__file__).parent / "files"


def test_a_plain_text_is_one_article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    document = only(read_source(path, Defaults(date(2021, 3, 5), OUTLET)))
    assert (document.text, document.published, document.outlet) == (TEXT, date(2021, 3, 5), OUTLET)


def test_lines_keep_their_fields_and_one_bad_line_spoils_no_other(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(
        "\n".join([line(url=ADDRESS, title=TITLE, published="2021-03-05T01:10:00+03:00", country="YE"), "{", line()]),
        encoding="utf-8",
    )
    (first, last), (refusal,) = sorted_out(read_source(path))
    assert (first.address, first.title, first.country) == (ADDRESS, TITLE, "YE")
    assert (
        first.published == date(2021, 3, 5)
        and first.published_at
        and first.published_at.isoformat() == "2021-03-05T01:10:00+03:00"
    )
    assert refusal.where == f"{path}:2"
    assert last.where == f"{path}:3"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_with_any_usual_delimiter_and_line_breaks_inside_a_field(tmp_path, delimiter):
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(["headline", "content", "url", "date", "note"])
        writer.writerow([TITLE, TEXT, ADDRESS, "2021-03-05", "لا يقرأ"])
        writer.writerow([TITLE, "", ADDRESS, "2021-03-05", ""])
        writer.writerow([TITLE, TEXT, ADDRESS, "05/03/21", ""])
    (first,), (empty, undated) = sorted_out(read_source(path))
    assert (first.text, first.title, first.address, first.published) == (TEXT, TITLE, ADDRESS, date(2021, 3, 5))
    assert empty.where == f"{path}:4" and "«text»" in empty.problem
    assert undated.where == f"{path}:5" and "YYYY-MM-DD" in undated.remedy


def test_csv_without_a_column_of_text_names_the_columns(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("العنوان,الرابط\nخبر,رابط\n", encoding="utf-8")
    refusal = refused(read_source(path))
    assert "العنوان" in refusal.problem and "«text»" in refusal.remedy


def test_parquet_rows_with_times(tmp_path):
    path = tmp_path / "a.parquet"
    columns = {"text": [TEXT, "Only English"], "published": [datetime(2021, 3, 5, 1, 10), None], "other": [1, 2]}
    pyarrow.parquet.write_table(pyarrow.table(columns), path)
    (document,), (refusal,) = sorted_out(read_source(path))
    assert (document.text, document.published, document.published_at) == (TEXT, date(2021, 3, 5), None)
    assert refusal.where == f"{path}#2"


def test_a_broken_parquet_file_is_refused(tmp_path):
    path = tmp_path / "a.parquet"
    path.write_bytes(b"PAR1 and no more")
    refusal = refused(read_source(path))
    assert "Parquet" in refusal.problem


def test_docx_gives_paragraphs_and_tables_in_their_order(tmp_path):
    path = tmp_path / "a.docx"
    document = docx.Document()
    document.core_properties.title = TITLE
    document.add_paragraph(TEXT)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "الخروقات", "4"
    document.add_paragraph("وقع البيان رئيس اللجنة")
    document.save(str(path))
    found = only(read_source(path))
    assert found.text == f"{TEXT}\nالخروقات\t4\nوقع البيان رئيس اللجنة" and found.title == TITLE


def test_a_file_that_is_no_docx_is_refused(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK\x03\x04 and no more")
    refusal = refused(read_source(path))
    assert "DOCX" in refusal.problem


TALLY = "سجلت لجنة المتابعة 7 خروقات للهدنة في محافظة الجبل (3) ومحافظة الوادي (4) خلال الساعات الـ24 الماضية."
QUOTE = "وقال الناطق باسم اللجنة إن «الأهالي لا يزالون في ملاجئهم»، وإن 85% من الطرق مقطوعة، بحسب وكالة ALPHA NEWS."


# Both PDFs hold the same text of ours: joined letters, a ligature, figures, brackets, Latin in a line of Arabic.
@pytest.mark.parametrize("name", ["printed_by_a_browser.pdf", "saved_by_a_word_processor.pdf"])
def test_pdf_text_stands_in_reading_order_and_broken_lines_run_on(name):
    document = only(read_source(FILES / name))
    assert document.text.splitlines()[:3] == ["بيان لجنة المتابعة رقم 14", TALLY, QUOTE]


def test_pdf_title_comes_from_the_file():
    assert only(read_source(FILES / "printed_by_a_browser.pdf")).title == "بيان لجنة المتابعة"


def test_a_broken_pdf_is_refused(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\nand no more")
    refusal = refused(read_source(path))
    assert "PDF" in refusal.problem


def test_a_missing_file_and_a_folder_are_refused_with_a_remedy(tmp_path):
    missing = refused(read_source(tmp_path / "none.txt"))
    folder = refused(read_source(tmp_path))
    assert missing.problem == "no such file" and "*.txt" in folder.remedy


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.TXT", "text"),
        ("b.warc.gz", "warc"),
        ("c.ndjson", "jsonl"),
        ("d.htm", "html"),
        ("e.rss", "feed"),
        ("f", None),
    ],
)
def test_the_name_tells_the_kind(name, kind):
    assert kind_of_name(name) == kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.4", "pdf"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><rss>", "feed"),
        (b"  <!DOCTYPE html><html>", "html"),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", "html"),
        (b"PAR1", "parquet"),
        (b'{"text": "a"}', "jsonl"),
        ("خبر".encode(), "text"),
    ],
)
def test_the_first_bytes_tell_the_kind(data, kind):
    assert kind_of_bytes(data) == kind
