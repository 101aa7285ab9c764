"""Compare a compiled copy of the reader with a pure one: every field of every reading must be the same.

    python scripts/compare_readers.py build/compiled
    python scripts/compare_readers.py build/compiled --articles FILE.jsonl

Both read the project's own texts (gold texts, examples, the examples of the lexicon) and the articles, by default
those of ../shared/corpus/articles.jsonl beside the checkout when they are there. The first difference is printed, and
the exit status is 1.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src"
NEIGHBOUR = ROOT.parent / "shared" / "corpus" / "articles.jsonl"

READ = """
import json, pickle, sys
from datetime import date
from hudna import pipeline, read
from hudna.serialise import reading_to_dict
print(pipeline.__file__)
for line in sys.stdin.buffer:
    text, published = json.loads(line)
    reading = read(text, date.fromisoformat(published[:10]) if published else None)
    assert pickle.loads(pickle.dumps(reading)) == reading
    print(json.dumps(reading_to_dict(reading)))
"""
"""Run in a process of its own: reads a line of [text, day] each, prints where the reader is, then a reading a line.

A reading must outlive a journey to another process, as `hudna ingest --jobs` sends it on.
"""

Text = tuple[str, str | None]


class ReadersDifferError(Exception):
    """Two readers read a text differently, or one of them failed."""


def own_texts() -> list[Text]:
    """The texts of the project: gold, examples, and the sentences that the entries of the lexicon give as examples."""
    files = sorted((ROOT / "accuracy" / "gold").glob("*.json"))
    documents = [json.loads(file.read_text("utf-8")) for file in files]
    for file in sorted((ROOT / "examples").glob("*.jsonl")):
        documents.extend(articles(file))
    texts = [(str(document["text"]), document.get("published")) for document in documents]
    texts.extend((file.read_text("utf-8"), "2019-05-15") for file in sorted((ROOT / "examples").glob("*.txt")))
    return [*texts, *((sentence, "2021-03-04") for sentence in _lexicon_examples())]


def articles(file: Path) -> list[dict[str, Any]]:
    """The documents of a JSON Lines file."""
    return [json.loads(line) for line in file.read_bytes().split(b"\n") if line.strip()]


def _lexicon_examples() -> list[str]:
    from hudna.lexicon.entries import lexicon_folder, read_entries

    examples = (entry.data.get("example") for entry in read_entries((lexicon_folder(),)))
    return [str(example) for example in examples if example]


def read_with(folder: Path, texts: list[Text], seed: int = 0) -> tuple[Path, list[str]]:
    """Where the reader of a folder stands, and its reading of each text as JSON; `seed` settles the order of sets."""
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8", "PYTHONHASHSEED": str(seed)}
    done = subprocess.run(
        [sys.executable, "-c", READ], input=lines, capture_output=True, text=True, encoding="utf-8", env=environment
    )
    if done.returncode:
        raise ReadersDifferError(f"the reader of {folder} failed:\n{done.stderr}")
    file, *readings = done.stdout.splitlines()
    return Path(file), readings


def differences(one: object, other: object, path: str = "") -> Iterator[str]:
    """Where two pieces of JSON differ: the path, the first value, the second; 3 and 3.0 differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in [*one, *(key for key in other if key not in one)]:
            yield from differences(one.get(key), other.get(key), f"{path}.{key}" if path else key)
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, (mine, theirs) in enumerate(zip(one, other, strict=True)):
            yield from differences(mine, theirs, f"{path}[{index}]")
    elif type(one) is not type(other) or one != other:
        shown = (json.dumps(value, ensure_ascii=False) for value in (one, other))
        yield f"{path}: {' ≠ '.join(shown)}"


def compare(pure: Path, compiled: Path, texts: list[Text]) -> int:
    """Read all texts with both readers; how many claims they tell. ReadersDifferError shows the first difference."""
    source, expected = read_with(pure, texts)
    file, found = read_with(compiled, texts)
    if source.suffix != ".py" or file.suffix == ".py" or pure not in source.parents or compiled not in file.parents:
        raise ReadersDifferError(f"these are not the sources and their compiled copy: {source}, {file}")
    claims = 0
    for (text, published), mine, theirs in zip(texts, expected, found, strict=True):
        reading = json.loads(mine)
        claims += len(reading["claims"])
        if mine != theirs:
            lines = list(differences(reading, json.loads(theirs)))
            raise ReadersDifferError(
                "\n".join([f"the compiled reader reads otherwise (published {published}):", text, *lines])
            )
    return claims


def main() -> int:
    """Compare, and say how much was the same."""
    parser = argparse.ArgumentParser(description="Compare a compiled copy of the reader with a pure one.")
    parser.add_argument("compiled", type=Path, help="folder of the compiled copy")
    parser.add_argument("--pure", type=Path, default=SOURCES, help="folder of the pure reader, by default the sources")
    parser.add_argument("--articles", type=Path, default=NEIGHBOUR, metavar="FILE", help="JSON Lines with «text»")
    options = parser.parse_args()
    texts = own_texts()
    if options.articles.exists():
        texts.extend((str(article["text"]), article.get("published")) for article in articles(options.articles))
    try:
        claims = compare(options.pure.resolve(), options.compiled.resolve(), texts)
    except ReadersDifferError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(texts):,} texts with {claims:,} claims read the same, compiled and pure")
    return 0


if __name__ == "__main__":
    sys.exit(main())
