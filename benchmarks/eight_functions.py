"""Measures eight kinds of functions eagerly, as graphs and with XLA, and sets the tool's recommendation beside it.

Run it with TensorFlow installed: ``python benchmarks/eight_functions.py [--seconds 3] [--json]``, or with ``--memory``
to see how much memory 200 runs in one process keep.
"""

from __future__ import annotations

import gc
import json
import linecache
import math
import os
import sys
import types
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import click
from eight_programs import SPECIMENS, Specimen
from rich.console import Console
from rich.table import Table

from jupyter_hybridize.facts.calibration import Calibration
from jupyter_hybridize.results.benchmark import BenchmarkResult, Speedup
from jupyter_hybridize.results.evidence import Evidence
from jupyter_hybridize.results.report import FunctionReport
from jupyter_hybridize.results.sentence import times
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Program

GOAL = 2.2  # the geometric mean of the speed-ups of what is recommended
WORTH = 1.25  # times as fast: below this the report promises nothing
MEMORY_RUNS = 200
MEMORY_GOAL = 100.0  # MB


@click.command()
@click.option("--seconds", default=3.0, help="Measuring time of each function.")
@click.option("--only", default="", help="Measure the functions whose title contains this.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--memory", is_flag=True, help="Verify and benchmark 200 times and report the memory that this keeps.")
@click.option("--xla", is_flag=True, help="With --memory: also compile, of which TensorFlow keeps everything.")
def main(seconds: float, only: str, as_json: bool, memory: bool, xla: bool) -> None:
    """Print the table."""
    specimens = [specimen for specimen in SPECIMENS if only in specimen.title]
    if memory:
        report_memory(specimens, ("eager", "graph", "xla")[: 3 if xla else 2])
        return
    rows = [(specimen, recommendation(specimen), measured(specimen, seconds)) for specimen in specimens]
    recommended = [graph_of(result) for _, report, result in rows if report.action == "decorate"]
    ratios = [found.ratio for found in recommended if found is not None]
    mean = math.exp(sum(map(math.log, ratios)) / len(ratios)) if ratios else math.nan
    if as_json:
        found = [{"title": s.title, "recommended": r.action == "decorate", **asdict(b)} for s, r, b in rows]
        click.echo(json.dumps({"load": os.getloadavg(), "geometric_mean": mean, "functions": found}, indent=1))
        return
    Console(width=180).print(table(rows))
    least = min(ratios, default=math.nan)
    click.echo(f"geometric mean of {len(ratios)} recommended: {times(mean)} (goal {times(GOAL)}); least {least:.2f}×")
    promising = [graph_of(b) for _, r, b in rows if r.action == "decorate" and r.gain and r.gain.speedup >= WORTH]
    click.echo(f"without those of which little gain is expected: {len(promising)}; load {os.getloadavg()[0]:.1f}")


def recommendation(specimen: Specimen) -> FunctionReport:
    """Return what the static analysis says of the function."""
    unit = make_unit(specimen.title, [(None, text, None) for text in specimen.cells])
    (report,) = Session().update(Program((unit,)), Evidence(calibration=calibration())).units
    return next(function for function in report.functions if function.name == specimen.function)


@cache
def calibration() -> Calibration:
    """Return the constants of this machine, measured once as in a kernel."""
    from jupyter_hybridize.runtime.measurement.calibration import calibrate

    return calibrate()


def namespace_of(specimen: Specimen) -> dict[str, object]:
    """Run the notebook but for its last cell; AutoGraph finds the source as it does in a kernel."""
    module = types.ModuleType(specimen.function)
    for number, text in enumerate(specimen.cells[:-1]):
        name = f"<{specimen.function} {number}>"
        linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)
        exec(compile(text, name, "exec"), module.__dict__)
    return module.__dict__


def measured(specimen: Specimen, seconds: float) -> BenchmarkResult:
    """Return the benchmark of the function on the notebook's own arguments."""
    from jupyter_hybridize.runtime.measurement.benchmark import benchmark
    from jupyter_hybridize.runtime.measurement.inputs import arguments_of

    call = arguments_of(specimen.call, namespace_of(specimen))
    result = benchmark(call.function, call.args, call.kwargs, name=call.name, call=specimen.call, seconds=seconds)
    print(f"{specimen.title}: {result.sentence}", file=sys.stderr)
    return result


def graph_of(result: BenchmarkResult, variant: str = "graph") -> Speedup | None:
    """Return the speed-up of a variant, if it ran."""
    return next((found for found in result.speedups if found.variant == variant), None)


def table(rows: Sequence[tuple[Specimen, FunctionReport, BenchmarkResult]]) -> Table:
    """Return what was found as a table."""
    headings = ["function", "ops", "eager", "graph", "break-even", "XLA", "break-even", "graph agrees", "XLA agrees"]
    shown = Table(*headings, "state", "predicted", "recommended")
    for specimen, report, result in rows:
        eager = result.timing("eager")
        cells = [
            specimen.title,
            str(eager.operations if eager else ""),
            f"{(eager.median if eager else 0) * 1e6:,.0f} µs",
        ]
        agreements = []
        for variant in ("graph", "xla"):
            found = graph_of(result, variant)
            timing = result.timing(variant)
            cells += _speedup(found, timing.error if timing else None)
            agreements.append(found.agreement if found else "")
        state = "restored" if result.state_restored else "; ".join(result.notes)
        predicted = times(report.gain.speedup) if report.gain else ""
        shown.add_row(*cells, *agreements, state, predicted, f"{report.action} ({report.confidence})")
    return shown


def _speedup(found: Speedup | None, error: str | None) -> list[str]:
    if found is None:
        return [error or "", ""]
    return [f"{times(found.ratio)} ({found.low:.1f}–{found.high:.1f})", str(found.break_even_calls or "never")]


def report_memory(specimens: Sequence[Specimen], variants: Sequence[str]) -> None:
    """Verify and benchmark again and again in one process, as a long session does, and print what it keeps."""
    from jupyter_hybridize.runtime.measurement.benchmark import benchmark
    from jupyter_hybridize.runtime.measurement.inputs import arguments_of
    from jupyter_hybridize.runtime.verification.verify import verify

    calls = [arguments_of(each.call, namespace_of(each)) for each in specimens]
    warm = 2 * len(calls)  # libraries are loaded and pools are filled once
    start = 0.0
    for run in range(MEMORY_RUNS + warm):
        if run in (0, warm):
            start = resident()
        call = calls[run % len(calls)]
        if run // len(calls) % 2:
            verify(call.function, call.args, call.kwargs, name=call.name, digest="", call="")
        else:
            benchmark(call.function, call.args, call.kwargs, name=call.name, variants=variants, seconds=0.05)
        if run % 20 == 0:
            print(f"run {run}: {resident():.0f} MB", file=sys.stderr)
    kept = resident() - start
    click.echo(f"{MEMORY_RUNS} runs of verify and benchmark keep {kept:.0f} MB (goal {MEMORY_GOAL:.0f} MB)")


def resident() -> float:
    """Return the resident memory of this process in MB."""
    gc.collect()
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return math.nan


if __name__ == "__main__":
    main()
