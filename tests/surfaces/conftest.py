"""Hand-made reports: what the surfaces show does not depend on how it was found out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from jupyter_hybridize.results.benchmark import BenchmarkResult, Speedup, Timing
from jupyter_hybridize.results.report import (
    DecoratorReport,
    FactsReport,
    FindingReport,
    FunctionReport,
    GainReport,
    ParameterReport,
    ProblemReport,
    Report,
    UnitReport,
)
from jupyter_hybridize.results.verification import Agreement, Check, Outcome, Verification
from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.program import Program, Unit, UnitKind
from jupyter_hybridize.surfaces import last_binders, probe
from jupyter_hybridize.surfaces.excerpt import Sources
from tests.patience import PATIENCE

STEP = """\
def train_step(images, labels):
    with tf.GradientTape() as tape:
        loss = loss_of(model(images), labels)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss
"""
EPOCH = """\
def epoch(data):
    for images, labels in data:
        history.append(float(train_step(images, labels)))

def double(x):
    return 2 * x
"""
SCALED = """\
@tf.function
def scaled(x):
    return scale * x
"""
TRAIN = "for _ in range(10):\n    epoch(data)\nscale = 3.0\nscaled(tf.ones(3))\n"
CELLS = {1: STEP, 3: EPOCH, 4: SCALED, 6: TRAIN}
PATH = "train.ipynb"


def plain_function() -> FunctionReport:
    return FunctionReport(
        name="f",
        cell=1,
        cell_id="aa",
        line=1,
        column=0,
        end_line=2,
        mode="eager",
        safety="safe",
        benefit="yes",
        action="keep",
        confidence="fine",
        assumes=(),
        signature=None,
        signature_absence=None,
        gain=None,
        parameters=(),
        facts=FactsReport("no", "no", "yes", 1),
        decorator=None,
        findings=(),
    )


def plain_finding() -> FindingReport:
    return FindingReport(
        code="HYB301",
        rule="python-side-effect",
        answer="no",
        message="`history` grows only while tracing",
        advice="Return the loss, and append it in the caller",
        unit=PATH,
        cell=3,
        line=3,
        column=8,
        end_line=3,
        end_column=57,
        because=((PATH, 6, 2, 4),),
        fix="guided",
    )


@pytest.fixture(autouse=True)
def no_answer_is_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (last_binders, probe):
        monkeypatch.setattr(module, "MOST_SECONDS", PATIENCE)


@pytest.fixture
def function() -> Callable[..., FunctionReport]:
    """Return a maker of functions: fine and eager, but for what it is told."""
    return lambda **changes: replace(plain_function(), **changes)


@pytest.fixture
def finding() -> Callable[..., FindingReport]:
    """Return a maker of findings: a Python side effect, but for what it is told."""
    return lambda **changes: replace(plain_finding(), **changes)


@pytest.fixture
def report_of() -> Callable[..., Report]:
    """Return a maker of reports on one notebook with the given functions."""

    def make(*functions: FunctionReport, path: str = PATH, kind: str = "notebook") -> Report:
        return Report((UnitReport(path, kind, "document", (), functions),), "tensorflow 2.21", {})

    return make


@pytest.fixture
def sources() -> Sources:
    """Return the sources of the sample notebook."""
    cells = tuple(Cell(f"id{index}", index, text, text) for index, text in CELLS.items())
    return Sources.of([Program((Unit(PATH, UnitKind.NOTEBOOK, cells),))])


@pytest.fixture
def sample() -> Report:
    """Return a report on the sample notebook with a function of every confidence."""
    base, effect = plain_function(), plain_finding()
    proved = replace(
        base,
        name="train_step",
        end_line=6,
        action="decorate",
        confidence="proved",
        assumes=("called only as in cell 3",),
        signature="[tf.TensorSpec([None, 28, 28], tf.float32), tf.TensorSpec([None], tf.int64)]",
        gain=GainReport(71, 4.5, 90),
        parameters=(ParameterReport("images", "f32[?,28,28]", ("tensor",)),),
    )
    refused = replace(
        base,
        name="epoch",
        cell=3,
        cell_id="bb",
        safety="unsafe",
        confidence="refused",
        facts=FactsReport("yes", "no", "yes", 1),
        findings=(effect, replace(effect, code="HYB102", rule="unresolved-call", answer="unknown", because=())),
    )
    useless = replace(
        base,
        name="double",
        cell=3,
        line=5,
        benefit="no",
        confidence="no-gain",
        findings=(
            replace(effect, code="HYB401", rule="no-tensor-computation", message="`double` does no tensor computation"),
        ),
    )
    stale = replace(
        effect,
        code="HYB303",
        rule="stale-capture",
        message="`scale` changes after `scaled` is traced, and the graph keeps the old value",
        advice="Pass `scale` as an argument",
        cell=4,
        line=3,
        column=11,
        end_column=16,
        because=(),
    )
    hazard = replace(
        base,
        name="scaled",
        cell=4,
        line=2,
        mode="hybrid",
        safety="unsafe",
        confidence="hazard",
        decorator=DecoratorReport("@tf.function", 4, 1, 0, 1, 12, {}),
        findings=(stale,),
    )
    first = replace(
        base,
        name="Model.call",
        cell=3,
        action="decorate",
        confidence="verify-first",
        safety="unknown",
        findings=(replace(effect, code="HYB102", rule="unresolved-call", answer="unknown", message="`x` is unknown"),),
    )
    fine = replace(base, name="fine_one", mode="hybrid")
    functions = (proved, refused, useless, hazard, first, fine)
    problems = (ProblemReport(5, 2, "cell does not parse: invalid syntax"),)
    return Report((UnitReport(PATH, "notebook", "document", problems, functions),), "tensorflow 2.21", {"foo.bar": 2})


@pytest.fixture
def benchmark_result() -> BenchmarkResult:
    """Return a benchmark of a training step: a graph, and one compiled by XLA."""
    noise = (0.97, 1.0, 1.01, 1.02, 0.99, 1.2, 1.0, 0.98, 1.03, 1.0)

    def blocks(seconds: float) -> tuple[float, ...]:
        return tuple(seconds * factor for factor in noise)

    timings = (
        Timing("eager", blocks(2.13e-3), 10, None, 0, 71, 49_600_000),
        Timing("graph", blocks(464e-6), 40, 0.18, 1, 75, 16_800_000),
        Timing("xla", blocks(231e-6), 80, 0.41, 1, None, 16_000_000),
    )
    speedups = (
        Speedup("graph", 4.6, 4.2, 4.9, 91, "equal"),
        Speedup("xla", 9.2, 8.5, 10.1, 215, "largest difference 3e-8"),
    )
    return BenchmarkResult(
        function="train_step",
        digest="d1",
        call="train_step(x, y)",
        inputs=("x: float32[32,10]", "y: int64[32]"),
        device="CPU:0",
        timings=timings,
        speedups=speedups,
        predicted=GainReport(71, 4.5, 90),
        sentence="4.6× faster (4.2–4.9); tracing costs 180 ms, so it pays after 91 calls",
        notes=("the dtype of `y` is not known",),
        signature="[tf.TensorSpec([None, 10], tf.float32)]",
    )


@pytest.fixture
def verified() -> Verification:
    """Return a verification that found that the graph agrees."""
    checks = (Check("outputs", Agreement.EQUAL, "largest difference 3e-8"), Check("gradients", Agreement.NOT_THERE))
    return Verification(
        "train_step",
        "d1",
        Outcome.VERIFIED,
        "both agree",
        ("x: float32[32,10]",),
        checks,
        traces=1,
        calls=2,
        seconds=1.3,
    )


@pytest.fixture
def refused() -> Verification:
    """Return a verification that TensorFlow refused."""
    return Verification(
        "epoch",
        "d2",
        Outcome.REFUSED,
        "`.numpy()` needs a value, and a graph has none",
        ("data: Dataset",),
        (),
        "HYB202",
        (PATH, 3, 3, 8),
        "'SymbolicTensor' object has no attribute\n'numpy'",
        "Return the tensor, and call `.numpy()` in the caller",
        "import tensorflow as tf\ntf.function(epoch)(data)",
        seconds=0.4,
    )
