"""Reads documents in several processes that end with the process that started them, however that ends."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import Protocol

from observatory.records.prepare import Prepared, Text, Unread, prepare

_CHUNK = 8


class Readers(Protocol):
    """Reads documents in their order."""

    def __call__(self, texts: Iterable[Text]) -> Iterator[Prepared | Unread]:
        """The reading of each text, or why there is none."""
        ...


@contextmanager
def readers(jobs: int) -> Iterator[Readers]:
    """Readers in `jobs` processes; in this one for a single job."""
    if jobs <= 1:
        yield lambda texts: map(prepare, texts)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_end_with_parent) as pool:
        yield lambda texts: pool.map(prepare, texts, chunksize=_CHUNK)


def default_jobs() -> int:
    """As many processes as the machine has processors for."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_after, args=(parent.sentinel,), daemon=True).start()


def _leave_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
