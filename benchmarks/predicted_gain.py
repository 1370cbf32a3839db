"""Compares predicted with measured gains on functions of many kinds.

Run it with TensorFlow installed: ``python benchmarks/predicted_gain.py [NAME …]``. The constants of the cost model are
measured first, in this process; none is fitted to the functions. Still the model grew with some of the programs in
view (see `gain_programs`), so those in `fresh_programs`, which came later, are counted apart. The table marks what the
analysis recommends: ``rec``, or ``(rec)`` where it adds that little gain, if any, is expected.
"""

from __future__ import annotations

import json
import linecache
import os
import sys
from dataclasses import dataclass
from math import exp, log
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

from convolution_programs import convolution_samples
from fresh_programs import fresh_samples
from gain_programs import samples
from gain_sample import Sample

from jupyter_hybridize.facts.calibration import Calibration
from jupyter_hybridize.results.report import FunctionReport
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Program

_HEAD = (
    f"{'function':22} {'':5} {'ops':>5} {'ran':>5} {'predicted':>9} {'measured':>18} {'factor':>6} "
    f"{'quiet (factor)':>14} {'eager':>9} {'graph':>9}"
)
WORTH = 1.25  # below which the report promises nothing
SECONDS = float(os.environ.get("GAIN_SECONDS", "2"))


@dataclass(frozen=True, slots=True)
class Outcome:
    """One function: what was predicted, and what was measured."""

    name: str
    recommended: bool
    promising: bool  # it is not added that little gain, if any, is expected
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
    import tensorflow as tf

    from jupyter_hybridize.runtime.measurement.calibration import calibrate

    tf.add(1.0, 2.0)  # TensorFlow starts
    calibration = calibrate()  # once, as in a kernel
    print(calibration)
    print(f"{_HEAD}   load {os.getloadavg()[0]:.1f}")
    outcomes = []
    for group in (samples(), fresh_samples(), convolution_samples()):
        found = [_shown(compare(sample, calibration)) for sample in group if not names or sample.name in names]
        if found:
            print(_summary(found))
        outcomes += found
    print(f"load {os.getloadavg()[0]:.1f}")
    if target := os.environ.get("GAIN_JSON"):
        Path(target).write_text(json.dumps([{k: getattr(o, k) for k in Outcome.__slots__} for o in outcomes]), "utf-8")


def _shown(outcome: Outcome) -> Outcome:
    print(_row(outcome), flush=True)
    return outcome


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
        gain is None or gain.speedup >= WORTH,
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
    mark = ("rec" if o.promising else "(rec)") if o.recommended else ""
    times = f"{o.eager * 1e6:7.0f}us {o.graph * 1e6:7.0f}us"
    quiet = "-" if o.quiet_factor is None else f"{o.quiet:.2f} ({o.quiet_factor:.2f})"
    row = f"{o.name:22} {mark:5} {o.ops or 0:5} {o.ran or 0:5} {predicted:>9} {measured:>18} {factor:>6}"
    return f"{row} {quiet:>14} {times}"


def _summary(outcomes: list[Outcome]) -> str:
    within = sum(o.factor is not None and o.factor <= 2 for o in outcomes)
    quiet = sum(o.quiet_factor is not None and o.quiet_factor <= 2 for o in outcomes)
    chosen = [o for o in outcomes if o.recommended]
    promising = [o for o in chosen if o.promising]
    return (
        f"{within} of {len(outcomes)} within a factor of 2 ({quiet} by the quickest blocks)\n"
        f"recommended: {_gained(chosen)}\nwithout those of which little gain is expected: {_gained(promising)}"
    )


def _gained(outcomes: list[Outcome]) -> str:
    mean = exp(sum(log(o.measured) for o in outcomes) / max(1, len(outcomes)))
    slower = ", ".join(f"{o.name} {o.measured:.2f}" for o in outcomes if o.measured < 1.0)
    return f"{len(outcomes)}, geometric mean {mean:.1f}; slower: {slower or 'none'}"


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main(sys.argv[1:])
