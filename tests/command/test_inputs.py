"""Good input of every form is read; bad input is refused with its file, line and remedy, and stops nothing else."""

from __future__ import annotations

import json
from datetime import date

import pytest

from hudna.command.inputs import documents
from hudna.records import Document
from hudna.sources.source import Defaults, Refusal, parse_day

ARABIC = "قصفت المدفعية أطراف البلدة في ليلة الجمعة من دون أن يصاب أحد، وقالت اللجنة إن الهدنة قائمة على رغم ذلك."


@pytest.fixture
def file(tmp_path):
    def write(content: bytes | str, name: str = "report.txt") -> str:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return write


def read(*files, kind="auto", published=None, outlet=None):
    return [item.content for item in documents(list(files), kind, Defaults(published, outlet))]


def refusal(*files, kind="auto") -> Refusal:
    (content,) = read(*files, kind=kind)
    assert isinstance(content, Refusal)
    return content


def line(**fields) -> str:
    return json.dumps({"text": ARABIC, **fields}, ensure_ascii=False) + "\n"


def test_text_file_becomes_a_document_with_the_options_given(file):
    name = file(ARABIC)
    assert read(name, published=date(2021, 3, 4), outlet="الوادي") == [
        Document(ARABIC, name, None, date(2021, 3, 4), "الوادي")
    ]


def test_byte_order_mark_is_accepted_and_no_part_of_the_text(file):
    assert read(file(b"\xef\xbb\xbf" + ARABIC.encode()))[0].text == ARABIC


def test_jsonl_documents_keep_their_own_fields_before_the_defaults(file):
    own = line(id="a", title="عنوان", published="2017-09-12", outlet="المرصد")
    first, second = read(file(own + "\n" + line(), "x.jsonl"), published=date(2020, 1, 1), outlet="الوادي")
    assert first == Document(ARABIC, "a", "عنوان", date(2017, 9, 12), "المرصد")
    assert (second.published, second.outlet) == (date(2020, 1, 1), "الوادي")
    assert second.id.endswith("x.jsonl:3")


def test_jsonl_is_known_by_its_name_or_by_the_option(file):
    assert len(read(file(line() * 3, "x.NDJSON"))) == 3
    assert len(read(file(line() * 3, "x.txt"), kind="jsonl")) == 3


def test_time_stamps_and_numeric_ids_are_accepted(file):
    (document,) = read(file(line(id=17, published="2017-09-12T22:30:00Z"), "x.jsonl"))
    assert (document.id, document.published) == ("17", date(2017, 9, 12))


@pytest.mark.parametrize("content", [b"", b"  \n\t\n", b"\xef\xbb\xbf"])
def test_empty_file(file, content):
    assert "is empty" in str(refusal(file(content)))


def test_empty_jsonl_file(file):
    assert "is empty" in str(refusal(file("\n\n", "x.jsonl")))


@pytest.mark.parametrize(
    "content", [bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200), b"PK\x03\x04" + bytes(99)]
)
def test_binary_file(file, content):
    assert "binary data" in str(refusal(file(content)))


def test_nul_byte_is_named_with_its_line_and_remedy(file):
    told = str(refusal(file(ARABIC + "\n" + ARABIC + "\x00" + ARABIC)))
    assert "report.txt:2: holds NUL bytes" in told
    assert "tr -d" in told


def test_text_full_of_control_characters(file):
    assert "control characters" in str(refusal(file("\x01\x02قصف\x03" * 50)))


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6"])
def test_legacy_arabic_encoding_is_recognised_with_the_remedy(file, encoding):
    told = str(refusal(file(ARABIC.replace("،", "").encode(encoding))))
    assert f"iconv -f {encoding.upper() if encoding[0] == 'i' else encoding} -t UTF-8" in told
    assert ":1:" in told


@pytest.mark.parametrize(
    ("encoding", "named"), [("utf-16", "UTF-16"), ("utf-16-le", "UTF-16-LE"), ("utf-16-be", "UTF-16-BE")]
)
def test_utf16_with_and_without_a_mark(file, encoding, named):
    assert f"iconv -f {named} -t UTF-8" in str(refusal(file(ARABIC.encode(encoding))))


def test_utf16_jsonl_is_refused_once(file):
    assert "UTF-16" in str(refusal(file((line() * 4).encode("utf-16"), "x.jsonl")))


def test_latin1_bytes_name_the_line(file):
    told = str(refusal(file(ARABIC.encode() + b"\ncaf\xe9 \xff\n")))
    assert "report.txt:2: is not UTF-8 (byte 0xe9)" in told


def test_double_encoded_text(file):
    assert "read as windows-1252" in str(refusal(file(ARABIC.encode().decode("windows-1252", "replace"))))


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("The army shelled the outskirts of the town on Friday night.", "Latin"),
        ("Армия обстреляла окраины города в ночь на пятницу.", "Cyrillic"),
        ("הצבא הפגיז את פאתי העיר בליל שישי", "Hebrew"),
        ("陆军周五晚上炮击了该镇郊区", "Chinese"),
    ],
)
def test_other_scripts_are_refused_by_name(file, text, script):
    told = str(refusal(file(text)))
    assert "is not Arabic" in told
    assert script in told


def test_persian_is_no_arabic(file):
    text = "ارتش شامگاه جمعه حومه شهر را گلوله‌باران کرد و چند پناهگاه را ویران کرد، گزارش شده که کسی کشته نشد."
    assert "Persian" in str(refusal(file(text)))


def test_arabic_with_some_latin_names_is_read(file):
    text = ARABIC + " (Reuters, AFP) https://example.org/a/b/c?d=1"
    assert read(file(text))[0].text == text


def test_digits_alone_are_no_text(file):
    assert "no letters" in str(refusal(file("123 456 (7) — 8")))


def test_ten_megabytes_in_one_line_are_read(file):
    text = (ARABIC + " ") * (10_000_000 // len(ARABIC.encode()))
    assert read(file(text))[0].text == text


def test_missing_file_and_folder(tmp_path):
    missing, folder = read(str(tmp_path / "none.txt"), str(tmp_path))
    assert "none.txt: no such file" in str(missing)
    assert "is a folder" in str(folder)
    assert "*.txt" in str(folder)


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ('{"text": "قصف', "not valid JSON at column 10"),
        ("not json", "not valid JSON"),
        ("[1, 2]", "a JSON list, not an object"),
        ("null", "a JSON null, not an object"),
        ('{"id": "a"}', "the field «text» is missing"),
        ('{"text": 5}', "the field «text» is a number"),
        ('{"text": " "}', "the field «text» is empty"),
        ('{"text": "English only, no Arabic at all"}', "is not Arabic"),
        ('{"text": "قصف\\u0000"}', "NUL characters"),
        ('{"text": "قصف\\ud83d"}', "half a character"),
        ('{"text": ' + "9" * 5000 + "}", "not usable JSON"),
        ("[" * 100_000, "not usable JSON"),
        (line(published="12/9/2017").strip(), "«published» is «12/9/2017», not a date"),
        (line(published="2017-02-30").strip(), "«published» is «2017-02-30», not a date"),
        (line(published=20170912).strip(), "not a date"),
        (line(outlet=["a"]).strip(), "the field «outlet» is a list"),
        (line(id=True).strip(), "the field «id» is a truth value"),
    ],
)
def test_broken_line_is_named_and_the_other_lines_are_read(file, broken, told):
    first, refused, last = read(file(line() + broken + "\n" + line(), "x.jsonl"))
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert told in str(refused)
    assert "x.jsonl:2: " in str(refused)


def test_every_refusal_has_a_remedy(file, tmp_path):
    files = [
        file(b"", "a"),
        file(bytes(99), "b"),
        file("plain English words", "c"),
        str(tmp_path),
        str(tmp_path / "no"),
    ]
    for content in read(*files):
        assert isinstance(content, Refusal)
        assert content.remedy


def test_bytes_read_are_counted(file):
    items = list(documents([file(line() * 3, "x.jsonl"), file(ARABIC)], "auto", Defaults()))
    assert sum(item.size for item in items) == 3 * len(line().encode()) + len(ARABIC.encode())


def test_parse_day():
    assert parse_day("2017-09-12") == date(2017, 9, 12)
    with pytest.raises(ValueError, match="not a date"):
        parse_day("yesterday")
