"""Training goes on after a verification and a benchmark, bit for bit, as if there had been neither."""

from __future__ import annotations

import pytest

pytest.importorskip("tensorflow")

from jupyter_hybridize.results.verification import Outcome
from jupyter_hybridize.runtime.measurement.benchmark import benchmark
from jupyter_hybridize.runtime.verification.verify import verify
from tests.runtime.state.small_models import Program, data
from tests.untraced import untraced

pytestmark = pytest.mark.tensorflow

X, Y = data()


@pytest.mark.parametrize("seed", [*range(2), *(pytest.param(n, marks=pytest.mark.no_cover) for n in range(2, 12))])
def test_training_goes_on_as_if_never_verified_and_measured(seed: int) -> None:
    steps_before = (0, 2, 0, 1)[seed % 4]
    with untraced():
        never_measured = Program(seed)
        never_measured.observe(X, Y, steps_before)
        expected = never_measured.observe(X, Y, 2)

    program = Program(seed)
    program.observe(X, Y, steps_before)
    verified = verify(program.step, (X, Y), name="step", digest="", call="program.step(X, Y)")
    measured = benchmark(program.step, (X, Y), name="step", seconds=0.05, variants=("eager", "graph"))

    assert verified.outcome is not Outcome.UNVERIFIED, verified.reason
    assert measured.timings[0].blocks
    assert measured.state_restored
    assert program.observe(X, Y, 2) == expected
