"""How fast the reader is: sentences a second on one core, start-up, and whether the cost grows linearly with the text.

    python benchmarks/reader.py                      all of it, as tables
    python benchmarks/reader.py --only speed --json  one part, as JSON
    python benchmarks/reader.py --profile            where the time goes: the top 25 functions by their own time

The texts are those of --articles (JSON Lines with a field «text»). Without it they are ../shared/corpus/articles.jsonl
beside the checkout when that is there, else the project's own gold texts. Every measurement runs in a fresh process
that is bound to one core. The reader of the sources is measured, and beside it the compiled one where `make compiled`
made it. Speed and start-up are told by the clock and by the time on the processor: they differ where other work takes
the core. Growth is told by the time on the processor.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).resolve().parent.parent
NEIGHBOUR = ROOT.parent / "shared" / "corpus" / "articles.jsonl"
OWN_TEXTS = ROOT / "accuracy" / "gold"
READERS = {"sources": ROOT / "src", "compiled": ROOT / "build" / "compiled"}

MEGABYTE = 1_000_000
FACTORS = (1, 10, 100)
BASE_CHARACTERS = 20_000
LINE_BYTES = 10 * MEGABYTE
PROFILE_ROWS = 25
PARTS = ("speed", "start", "scale")

START = """
import json, time
began, used = time.perf_counter(), time.process_time()
import hudna
imported = time.perf_counter()
from hudna.pipeline import default_reader
default_reader()
loaded, ready = time.perf_counter(), time.process_time()
hudna.read("قصفت المدفعية القرية")
first = time.perf_counter()
print(json.dumps([imported - began, loaded - imported, first - loaded, ready - used]))
"""

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Speed:
    """Sentences a second over repeated rounds; the first round, with empty caches, is told apart."""

    source: str
    documents: int
    sentences: int
    characters: int
    claims: int
    first_round: float
    rounds: tuple[float, ...]
    processor_rounds: tuple[float, ...]
    peak_megabytes: float


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from a fresh interpreter to a reader that is ready, over repeated starts; medians but for the worst."""

    import_seconds: float
    load_seconds: float
    first_read_seconds: float
    ready_seconds: float
    worst_ready_seconds: float
    ready_processor_seconds: float
    process_seconds: float
    peak_megabytes: float


@dataclass(frozen=True, slots=True)
class Scale:
    """One document of a given size, read in a process of its own."""

    name: str
    bytes: int
    sentences: int
    claims: int
    seconds: float
    """On the processor."""
    peak_megabytes: float
    ready_megabytes: float
    """Memory of the process before it read: lexicon, gazetteer and the text itself."""


def bind_to_one_core() -> None:
    """Keep this process on one core, where the system allows it."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def peak_megabytes() -> float:
    """The most memory that this process held.

    Linux hands a parent's peak down to a new program in `ru_maxrss`, so its own mark in /proc is taken first.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text("ascii", "replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024 / MEGABYTE
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return (used if sys.platform == "darwin" else used * 1024) / MEGABYTE


def load_texts(source: Path) -> list[str]:
    """The texts of a JSON Lines file, or of a folder of gold files."""
    if source.is_dir():
        documents = [json.loads(file.read_text("utf-8")) for file in sorted(source.glob("*.json"))]
    else:
        documents = [json.loads(line) for line in source.read_bytes().split(b"\n") if line.strip()]
    texts = [str(document["text"]) for document in documents if document.get("text")]
    if not texts:
        raise ValueError(f"{source} holds no texts")
    return texts


def count_sentences(text: str) -> int:
    """How many sentences the reader sees in a text."""
    from hudna.arabic.sentences import sentences
    from hudna.arabic.tokens import tokenise

    return len(sentences(text, tokenise(text)))


def measure_speed(source: Path, rounds: int) -> Speed:
    """Read all texts several times, from raw text to claims."""
    bind_to_one_core()
    from hudna import read
    from hudna.pipeline import default_reader

    texts = load_texts(source)
    counted = sum(map(count_sentences, texts))
    default_reader()
    seconds, processor, claims = [], [], 0
    for _ in range(rounds + 1):
        began, used = time.perf_counter(), time.process_time()
        claims = sum(len(read(text).claims) for text in texts)
        processor.append(time.process_time() - used)
        seconds.append(time.perf_counter() - began)
    return Speed(
        source=source.name,
        documents=len(texts),
        sentences=counted,
        characters=sum(map(len, texts)),
        claims=claims,
        first_round=counted / seconds[0],
        rounds=tuple(counted / second for second in seconds[1:]),
        processor_rounds=tuple(counted / second for second in processor[1:]),
        peak_megabytes=peak_megabytes(),
    )


def measure_start(reader: Path, starts: int) -> Start:
    """Start fresh interpreters and let each make its reader."""
    steps: list[list[float]] = []
    whole: list[float] = []
    code = f"{START}\nimport sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
    code += "from reader import peak_megabytes; print(peak_megabytes())"
    environment = {**os.environ, "PYTHONPATH": str(reader)}
    peaks = []
    for _ in range(starts):
        began = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
        whole.append(time.perf_counter() - began)
        told, peak = done.stdout.splitlines()
        steps.append(json.loads(told))
        peaks.append(float(peak))
    imported, loaded, first, processor = (statistics.median(column) for column in zip(*steps, strict=True))
    ready = [step[0] + step[1] for step in steps]
    return Start(
        import_seconds=imported,
        load_seconds=loaded,
        first_read_seconds=first,
        ready_seconds=statistics.median(ready),
        worst_ready_seconds=max(ready),
        ready_processor_seconds=processor,
        process_seconds=statistics.median(whole),
        peak_megabytes=max(peaks),
    )


def measure_scale(name: str, text: str, warm_up: str) -> Scale:
    """Read one document of this size, after a short one that fills the caches of frequent words."""
    bind_to_one_core()
    from hudna import read

    read(warm_up)
    before = peak_megabytes()
    used = time.process_time()
    claims = len(read(text).claims)
    seconds = time.process_time() - used
    peak = peak_megabytes()
    return Scale(name, len(text.encode()), count_sentences(text), claims, seconds, peak, before)


def scale_texts(texts: Sequence[str]) -> dict[str, str]:
    """One document 1, 10 and 100 times as long, and one line of ten megabytes."""
    base = _repeated("\n".join(texts), BASE_CHARACTERS)
    found = {f"{factor} ×": "\n".join([base] * factor) for factor in FACTORS}
    line = " ".join(" ".join(texts).split())
    copies = LINE_BYTES // len(line.encode()) + 1
    found["one line of 10 MB"] = " ".join([line] * copies).encode()[:LINE_BYTES].decode("utf-8", "ignore")
    return found


def _repeated(text: str, length: int) -> str:
    return (text * (length // len(text) + 1))[:length]


def in_fresh_process(reader: Path, function: Callable[..., Result], *arguments: Any) -> Result:
    """Call a function in a new interpreter with this reader, so that neither caches nor memory of this one count."""
    context = get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context, initializer=_use, initargs=(str(reader),)) as pool:
        return pool.submit(function, *arguments).result()


def _use(reader: str) -> None:
    sys.path.insert(0, reader)


def profile(source: Path) -> None:
    """Print where the time goes when the texts are read once with warm caches."""
    from hudna import read

    texts = load_texts(source)
    for text in texts:
        read(text)
    profiler = cProfile.Profile()
    profiler.enable()
    for text in texts:
        read(text)
    profiler.disable()
    pstats.Stats(profiler).sort_stats("tottime").print_stats(PROFILE_ROWS)


def show_speed(speed: Speed) -> str:
    """The speed as lines for a person."""
    rounds = speed.rounds
    return "\n".join(
        [
            f"speed on one core, from raw text to claims ({speed.source}: {speed.documents} documents,"
            f" {speed.sentences:,} sentences, {speed.characters:,} characters, {speed.claims:,} claims)",
            f"  {'first round':16}{speed.first_round:12,.0f} sentences/s",
            f"  {'min':16}{min(rounds):12,.0f} sentences/s",
            f"  {'median':16}{statistics.median(rounds):12,.0f} sentences/s  ({len(rounds)} further rounds)",
            f"  {'max':16}{max(rounds):12,.0f} sentences/s",
            f"  {'processor':16}{statistics.median(speed.processor_rounds):12,.0f} sentences/s of processor time",
            f"  {'peak memory':16}{speed.peak_megabytes:12,.0f} MB",
        ]
    )


def show_start(start: Start) -> str:
    """The start-up as lines for a person."""
    rows = (
        ("import", start.import_seconds),
        ("lexicon, places", start.load_seconds),
        ("ready", start.ready_seconds),
        ("ready, worst", start.worst_ready_seconds),
        ("ready, processor", start.ready_processor_seconds),
        ("first reading", start.first_read_seconds),
        ("whole process", start.process_seconds),
    )
    lines = [f"  {name:16}{seconds:12.3f} s" for name, seconds in rows]
    return "\n".join(["start-up of a fresh process", *lines, f"  {'peak memory':16}{start.peak_megabytes:12,.0f} MB"])


def show_scale(scales: Sequence[Scale]) -> str:
    """The growth as a table for a person: seconds and memory for each megabyte should stay the same."""
    head = f"  {'document':20}{'MB':>8}{'sentences':>11}{'claims':>9}{'seconds':>10}{'s/MB':>8}"
    lines = [
        "growth with the length of one document, in seconds of the processor",
        f"{head}{'sent./s':>10}{'peak MB':>9}{'added':>8}",
    ]
    for scale in scales:
        megabytes = scale.bytes / MEGABYTE
        lines.append(
            f"  {scale.name:20}{megabytes:8.2f}{scale.sentences:11,}{scale.claims:9,}{scale.seconds:10.3f}"
            f"{scale.seconds / megabytes:8.2f}{scale.sentences / scale.seconds:10,.0f}"
            f"{scale.peak_megabytes:9,.0f}{scale.peak_megabytes - scale.ready_megabytes:8,.0f}"
        )
    return "\n".join(lines)


def default_source() -> Path:
    """The articles beside the checkout when they are there, else the project's own texts."""
    return NEIGHBOUR if NEIGHBOUR.exists() else OWN_TEXTS


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(description="Measure the reader: speed, start-up, growth.")
    made.add_argument("--articles", type=Path, metavar="FILE", help="JSON Lines with «text», or a folder of gold files")
    made.add_argument("--rounds", type=int, default=5, metavar="N", help="rounds over the texts, and starts")
    made.add_argument("--only", choices=PARTS, action="append", help="measure this part (may be given again)")
    made.add_argument("--json", action="store_true", help="print one JSON object")
    made.add_argument("--profile", action="store_true", help="print the top functions by their own time instead")
    return made


def main() -> int:
    """Measure what was asked for and print it."""
    options = parser().parse_args()
    source = options.articles or default_source()
    if options.profile:
        profile(source)
        return 0
    found = {name: folder for name, folder in READERS.items() if folder.exists()}
    figures: dict[str, Any] = {}
    blocks: list[str] = []
    for name, folder in found.items():
        figures[name], shown = measure(folder, source, max(1, options.rounds), options.only or PARTS)
        blocks.extend([f"READER: {name}{_age(name)}", *shown])
    print(json.dumps(figures) if options.json else "\n\n".join(blocks))
    return 0


def _age(name: str) -> str:
    """A remark where the compiled reader was made before the last edit of its sources."""
    edited = max(file.stat().st_mtime for file in (READERS["sources"] / "hudna").rglob("*.py"))
    made = [file.stat().st_mtime for file in READERS[name].glob("*__mypyc.*")]
    return " (older than the sources: run «make compiled»)" if made and max(made) < edited else ""


def measure(reader: Path, source: Path, rounds: int, parts: Sequence[str]) -> tuple[dict[str, Any], list[str]]:
    """The figures of one reader, and the same for a person."""
    figures: dict[str, Any] = {}
    blocks: list[str] = []
    if "speed" in parts:
        speed = in_fresh_process(reader, measure_speed, source, rounds)
        figures["speed"] = asdict(speed) | {"median": statistics.median(speed.rounds)}
        blocks.append(show_speed(speed))
    if "start" in parts:
        start = measure_start(reader, rounds)
        figures["start"] = asdict(start)
        blocks.append(show_start(start))
    if "scale" in parts:
        texts = scale_texts(load_texts(source))
        shortest = texts[f"{FACTORS[0]} ×"]
        scales = [in_fresh_process(reader, measure_scale, name, text, shortest) for name, text in texts.items()]
        figures["scale"] = [asdict(scale) for scale in scales]
        blocks.append(show_scale(scales))
    return figures, blocks


if __name__ == "__main__":
    sys.exit(main())
