"""The most memory a call needs beyond what is in use before it, where TensorFlow tells."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import tensorflow as tf


@dataclass(slots=True)
class Peak:
    """Bytes, known when the block that measures them ends; None where TensorFlow does not tell."""

    bytes: int | None = None


@contextmanager
def peak_memory(device: str) -> Iterator[Peak]:
    """Measure the peak of *device* within, above what is held at the beginning.

    TensorFlow's own statistics of the peak start anew, for others who read them too.
    """
    peak = Peak()
    try:
        tf.config.experimental.reset_memory_stats(device)
        before = tf.config.experimental.get_memory_info(device)["current"]
    except (ValueError, tf.errors.OpError):  # an allocator that does not keep count
        yield peak
        return
    yield peak
    used = int(tf.config.experimental.get_memory_info(device)["peak"]) - int(before)
    peak.bytes = used if used > 0 else None  # on a CPU tensors below some 400 kB are not counted
