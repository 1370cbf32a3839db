"""The cost model: what is predicted of a call, and when nothing is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jupyter_hybridize.decide.gain import predict
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.work import Work
from jupyter_hybridize.facts.calibration import DEFAULT, Calibration, plausible
from jupyter_hybridize.facts.cost_model import eager_seconds, graph_seconds
from jupyter_hybridize.facts.function import Definition, FunctionFacts
from jupyter_hybridize.source.span import Span

SPAN = Span("book.ipynb", 0, 1, 0, 3, 0)


def facts(work: Work | None, calibration: Calibration = DEFAULT) -> FunctionFacts:
    return FunctionFacts(
        definition=Definition("f", "f", SPAN, SPAN, ("x",)),
        parameters=(),
        effects=(),
        stale_reads=(),
        switches=(),
        eager_calls=1,
        traced_calls=0,
        called_in_loop=True,
        is_handed_on=False,
        has_evidence=True,
        tensor_ops=1,
        tensor_work=Answer.YES,
        has_loop=False,
        varying_input=Answer.YES,
        is_recursive=Answer.NO,
        work=work,
        calibration=calibration,
    )


def chain(length: int) -> Work:
    return Work(ops=length, plain=length, nodes=length, traced=length)


@pytest.mark.parametrize(("length", "low", "high"), [(4, 0.2, 0.5), (16, 0.9, 2), (64, 3.5, 5), (256, 12, 17)])
def test_a_chain_of_tiny_operations_gains_as_measured(length: int, low: float, high: float) -> None:
    gain = predict(facts(chain(length)))
    assert gain is not None
    assert low < gain.speedup < high


def test_the_trace_is_paid_back_by_what_the_calls_gain() -> None:
    gain = predict(facts(chain(100)))
    assert gain is not None
    assert gain.break_even_calls is not None
    calls = gain.break_even_calls
    saved = gain.eager_seconds - gain.graph_seconds
    assert (calls - 1) * saved < gain.tracing_seconds <= calls * saved


def test_what_is_slower_never_pays() -> None:
    gain = predict(facts(chain(2)))
    assert gain is not None
    assert gain.break_even_calls is None


def test_arithmetic_takes_as_long_in_a_graph() -> None:
    heavy = predict(facts(chain(100) + Work(flops=1e12)))
    assert heavy is not None
    assert heavy.speedup == pytest.approx(1.0, abs=0.01)


def test_large_results_are_new_memory_each_time_unless_a_graph_uses_it_again() -> None:
    large = chain(10) + Work(bytes=10 * 24e6)
    single = chain(1) + Work(bytes=24e6)
    assert eager_seconds(large, DEFAULT) > 1.3 * graph_seconds(large, DEFAULT)
    assert eager_seconds(single, DEFAULT) < graph_seconds(single, DEFAULT)


def test_a_count_that_is_a_lower_bound_says_so() -> None:
    gain = predict(facts(replace(chain(100), is_bounded=False)))
    assert gain is not None
    assert gain.is_at_least


def test_calls_that_a_library_makes_are_only_known_to_cost_as_much_as_the_function() -> None:
    by_a_library = replace(facts(chain(100)), eager_calls=3, direct_calls=2)
    gain = predict(by_a_library)
    assert gain is not None
    assert gain.is_at_least
    assert predict(replace(by_a_library, work=chain(3))) is None


@pytest.mark.parametrize("disturbed", ["eager_composite", "eager_tape", "graph_call", "graph_op", "trace_op"])
def test_a_constant_out_of_all_proportion_is_brought_into_bounds(disturbed: str) -> None:
    usual = getattr(DEFAULT, disturbed)
    assert plausible(DEFAULT) == DEFAULT
    assert getattr(plausible(replace(DEFAULT, **{disturbed: 50 * usual})), disturbed) == pytest.approx(3 * usual)
    assert getattr(plausible(replace(DEFAULT, **{disturbed: 1e-12})), disturbed) == pytest.approx(usual / 3)


def test_nothing_is_said_where_what_is_hidden_decides() -> None:
    assert predict(facts(replace(chain(3), is_bounded=False))) is None
    assert predict(facts(None)) is None
    assert predict(facts(Work())) is None
    assert predict(replace(facts(chain(100)), tensor_work=Answer.UNKNOWN)) is None


def test_the_machine_decides_where_it_was_measured() -> None:
    quick = replace(DEFAULT, graph_call=30e-6)
    one, other = predict(facts(chain(10))), predict(facts(chain(10), quick))
    assert one is not None
    assert other is not None
    assert one.speedup < 1 < other.speedup
