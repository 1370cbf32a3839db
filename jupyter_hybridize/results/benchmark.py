"""What came of timing a function eagerly against its graph."""

from __future__ import annotations

import math
from dataclasses import dataclass

from jupyter_hybridize.results.report import GainReport


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a benchmark that is running has come."""

    stage: str  # "running eagerly" "tracing" "compiling" "measuring"
    fraction: float  # 0 to 1


@dataclass(frozen=True, slots=True)
class Timing:
    """One way of running the function; durations in seconds."""

    variant: str  # "eager" "graph" "xla"
    blocks: tuple[float, ...]  # per call, one a block, in the order measured
    calls_per_block: int
    first_call: float | None = None  # tracing (and compiling) included; None for eager
    traces: int = 0
    operations: int | None = None  # per call: executed eagerly, or nodes of the graph
    peak_bytes: int | None = None  # None where TensorFlow does not tell
    error: str | None = None  # why it could not be timed, one line

    @property
    def median(self) -> float:
        """Return the median seconds of a call; not a number where none was measured."""
        if not self.blocks:
            return math.nan
        ordered = sorted(self.blocks)
        middle = len(ordered) // 2
        return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


@dataclass(frozen=True, slots=True)
class Speedup:
    """Eager against one other variant: the ratio of the medians with its 95 % bootstrap interval."""

    variant: str
    ratio: float
    low: float
    high: float
    break_even_calls: int | None  # None: it never pays
    agreement: str  # "equal", "largest difference 3e-8", "differs: …", "not comparable: random"


@dataclass(frozen=True, slots=True)
class BenchmarkResult:
    """Everything measured in one run; the field names are the JSON contract's."""

    function: str  # qualified, without <locals>
    digest: str  # of the definition's text
    call: str  # "train_step(x, y)"
    inputs: tuple[str, ...]  # "x: float32[32,10]"
    device: str  # "CPU:0"
    timings: tuple[Timing, ...]
    speedups: tuple[Speedup, ...]
    predicted: GainReport | None
    sentence: str  # "4.6× faster (4.2–4.9); tracing costs 180 ms, so it pays after 91 calls"
    notes: tuple[str, ...] = ()  # what limits the result: "`it` cannot be rewound", "stopped early" …
    signature: str | None = None  # the input_signature that graph and XLA were given
    state_restored: bool = True

    def timing(self, variant: str) -> Timing | None:
        """Return the timing of *variant*, if it was tried."""
        return next((timing for timing in self.timings if timing.variant == variant), None)
