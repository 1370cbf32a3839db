"""Compares predicted with measured gains on thirty functions of many kinds.

Run it with TensorFlow installed: ``python benchmarks/predicted_gain.py [NAME …]``. The constants of the cost model are
measured first, in this process; nothing is fitted to the functions. The table marks what the analysis recommends.
"""

from __future__ import annotations

import json
import linecache
import os
import sys
from dataclasses import dataclass, fields
from math import exp, log
from pathlib import Path
from statistics import median

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

from gain_programs import Sample, samples

from jupyter_hybridize.facts.calibration import Calibration
from jupyter_hybridize.results.report import FunctionReport
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Program

_HEAD = (
    f"{'function':22} {'':3} {'ops':>5} {'ran':>5} {'predicted':>9} {'measured':>18} {'factor':>6} "
    f"{'quiet (factor)':>14} {'eager':>9} {'graph':>9}"
)
SECONDS = float(os.environ.get("GAIN_SECONDS", "2"))


@dataclass(frozen=True, slots=True)
class Outcome:
    """One function: what was predicted, and what was measured."""

    name: str
    recommended: bool
    predicted: float | None
    break_even: int | None
    ops: int | None
    measured: float
    low: float
    high: float
    eager: float  # seconds of the quickest block: on a busy machine the least is the truest
    graph: float
    ran: int | None  # operations that really ran

    @property
    def factor(self) -> float | None:
        """Return by how much the prediction is off, at least 1."""
        if self.predicted is None:
            return None
        return max(self.predicted / self.measured, self.measured / self.predicted)

    @property
    def quiet(self) -> float:
        """Return the ratio of the quickest blocks."""
        return self.eager / self.graph

    @property
    def quiet_factor(self) -> float | None:
        """Return by how much the prediction is off from that."""
        return None if self.predicted is None else max(self.predicted / self.quiet, self.quiet / self.predicted)


def main(names: list[str]) -> None:
    """Measure the samples (all, or those named) and print the table."""
    from jupyter_hybridize.runtime.measurement.calibration import calibrate

    several = [calibrate() for _ in range(5)]
    calibration = Calibration(*(median(getattr(each, f.name) for each in several) for f in fields(Calibration)))
    print(calibration)
    print(_HEAD)
    outcomes = []
    for sample in samples():
        if not names or sample.name in names:
            outcome = compare(sample, calibration)
            outcomes.append(outcome)
            print(_row(outcome), flush=True)
    print(_summary(outcomes))
    if target := os.environ.get("GAIN_JSON"):
        Path(target).write_text(json.dumps([{k: getattr(o, k) for k in Outcome.__slots__} for o in outcomes]), "utf-8")


def compare(sample: Sample, calibration: Calibration) -> Outcome:
    """Analyse and measure one sample."""
    from jupyter_hybridize.runtime.measurement.benchmark import benchmark

    report = _analysed(sample, calibration)
    namespace: dict[str, object] = {"__name__": sample.name}
    filename = f"<{sample.name}>"
    linecache.cache[filename] = (len(sample.source), None, sample.source.splitlines(True), filename)
    exec(compile(sample.source, filename, "exec"), namespace)
    function, args = namespace[sample.function], eval(f"({sample.call.partition('(')[2][:-1]},)", namespace)
    assert callable(function)
    measured = benchmark(function, args, name=sample.function, variants=("eager", "graph"), seconds=SECONDS)
    eager, graph = measured.timing("eager"), measured.timing("graph")
    if eager is None or graph is None or not measured.speedups:
        raise RuntimeError(f"{sample.name} could not be measured: {measured.notes}")
    speedup = measured.speedups[0]
    gain = report.gain
    return Outcome(
        sample.name,
        report.action == "decorate",
        None if gain is None else gain.speedup,
        None if gain is None else gain.break_even_calls,
        None if gain is None else gain.ops,
        speedup.ratio,
        speedup.low,
        speedup.high,
        min(eager.blocks),
        min(graph.blocks),
        eager.operations,
    )


def _analysed(sample: Sample, calibration: Calibration) -> FunctionReport:
    from jupyter_hybridize.results.evidence import Evidence

    unit = make_unit("sample.ipynb", [(None, sample.analysed, None)])
    report = Session().update(Program((unit,)), Evidence(calibration=calibration))
    return next(f for u in report.units for f in u.functions if f.name == sample.function)


def _row(o: Outcome) -> str:
    predicted = "-" if o.predicted is None else f"{o.predicted:.2f}"
    factor = "-" if o.factor is None else f"{o.factor:.2f}"
    measured = f"{o.measured:.2f} ({o.low:.2f}-{o.high:.2f})"
    mark = "rec" if o.recommended else ""
    times = f"{o.eager * 1e6:7.0f}us {o.graph * 1e6:7.0f}us"
    quiet = "-" if o.quiet_factor is None else f"{o.quiet:.2f} ({o.quiet_factor:.2f})"
    row = f"{o.name:22} {mark:3} {o.ops or 0:5} {o.ran or 0:5} {predicted:>9} {measured:>18} {factor:>6}"
    return f"{row} {quiet:>14} {times}"


def _summary(outcomes: list[Outcome]) -> str:
    within = sum(o.factor is not None and o.factor <= 2 for o in outcomes)
    quiet = sum(o.quiet_factor is not None and o.quiet_factor <= 2 for o in outcomes)
    chosen = [o for o in outcomes if o.recommended]
    mean = exp(sum(log(o.measured) for o in chosen) / max(1, len(chosen)))
    below = [o.name for o in chosen if o.measured < 1.0]
    return (
        f"{within} of {len(outcomes)} within a factor of 2 ({quiet} by the quickest blocks); "
        f"{len(chosen)} recommended, geometric mean {mean:.1f}; "
        f"recommended but slower: {', '.join(below) or 'none'}"
    )


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main(sys.argv[1:])
