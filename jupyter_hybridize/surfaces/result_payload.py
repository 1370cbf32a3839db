"""Benchmarks and verifications as the JSON objects that tools read."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import asdict

from jupyter_hybridize.results.benchmark import BenchmarkResult, Speedup, Timing
from jupyter_hybridize.results.verification import Verification
from jupyter_hybridize.surfaces.payload import Json, tool_version

SCHEMA = 1
BENCHMARK_TYPE = "application/vnd.jupyter-hybridize.benchmark+json"
VERIFICATION_TYPE = "application/vnd.jupyter-hybridize.verification+json"


def benchmark_payload(result: BenchmarkResult) -> dict[str, Json]:
    """Return the JSON object of *result*; seconds have six figures, and null stands for what is not finite."""
    return {
        **head(),
        "function": result.function,
        "digest": result.digest,
        "call": result.call,
        "inputs": list(result.inputs),
        "device": result.device,
        "signature": result.signature,
        "sentence": result.sentence,
        "timings": [_timing(timing) for timing in result.timings],
        "speedups": [_speedup(speedup) for speedup in result.speedups],
        "predicted": asdict(result.predicted) if result.predicted else None,
        "notes": list(result.notes),
        "state_restored": result.state_restored,
    }


def verification_payload(verification: Verification, *, counted: bool = True) -> dict[str, Json]:
    """Return the JSON object of *verification*; *counted* says that cells are numbered as the kernel counts them."""
    return {
        **head(),
        "function": verification.function,
        "digest": verification.digest,
        "outcome": verification.outcome.value,
        "reason": verification.reason,
        "inputs": list(verification.inputs),
        "checks": [
            {"aspect": check.aspect, "agreement": check.agreement.value, "detail": check.detail}
            for check in verification.checks
        ],
        "rule": verification.rule,
        "place": _place(verification, counted),
        "message": verification.message,
        "advice": verification.advice,
        "reproduction": verification.reproduction,
        "traces": verification.traces,
        "calls": verification.calls,
        "seconds": _finite(verification.seconds),
    }


def chosen(
    bundle: dict[str, Json], include: Collection[str] | None, exclude: Collection[str] | None
) -> dict[str, Json]:
    """Return of *bundle* what IPython asks for."""
    wanted = set(include or bundle) - set(exclude or ())
    return {mime: data for mime, data in bundle.items() if mime in wanted}


def head() -> dict[str, Json]:
    """Return what each of these objects begins with."""
    return {"schema": SCHEMA, "tool": {"name": "jupyter-hybridize", "version": tool_version()}}


def _timing(timing: Timing) -> Json:
    return {
        "variant": timing.variant,
        "median": _finite(timing.median) if timing.blocks else None,
        "blocks": [_finite(seconds) for seconds in timing.blocks],
        "calls_per_block": timing.calls_per_block,
        "first_call": _finite(timing.first_call),
        "traces": timing.traces,
        "operations": timing.operations,
        "peak_bytes": timing.peak_bytes,
        "error": timing.error,
    }


def _speedup(speedup: Speedup) -> Json:
    return {
        "variant": speedup.variant,
        "ratio": _finite(speedup.ratio),
        "low": _finite(speedup.low),
        "high": _finite(speedup.high),
        "break_even_calls": speedup.break_even_calls,
        "agreement": speedup.agreement,
    }


def _place(verification: Verification, counted: bool) -> Json:
    if verification.place is None:
        return None
    unit, cell, line, column = verification.place
    numbered: dict[str, Json] = {"cell": None, "count": cell} if counted and cell >= 0 else {"cell": cell}
    return {"unit": unit, **(numbered if cell >= 0 else {"cell": None}), "line": line, "column": column}


def _finite(seconds: float | None) -> Json:
    """Return *seconds* with six figures: more is noise, and makes a notebook longer."""
    if seconds is None or not math.isfinite(seconds):
        return None
    return float(f"{seconds:.6g}")
