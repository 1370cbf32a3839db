"""What a benchmark's sentence says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jupyter_hybridize.results.benchmark import BenchmarkResult, Speedup, Timing
from jupyter_hybridize.results.sentence import duration, sentence, times

EAGER = Timing("eager", (0.0021,) * 20, 5, operations=71)
GRAPH = Timing("graph", (0.00046,) * 20, 20, first_call=0.18046, traces=1, operations=71)
XLA = Timing("xla", (0.00023,) * 20, 40, first_call=0.5, traces=1)
FASTER = Speedup("graph", 4.57, 4.2, 4.9, 110, "equal")
COMPILED = Speedup("xla", 9.2, 8.1, 10.2, 215, "largest difference 3e-08")


def result(*speedups: Speedup, timings: tuple[Timing, ...] = (EAGER, GRAPH, XLA)) -> BenchmarkResult:
    return BenchmarkResult("step", "", "step(x)", (), "CPU:0", timings, speedups, None, "")


def test_a_gain_is_said_with_its_interval_its_price_and_when_it_pays() -> None:
    assert sentence(result(FASTER)) == "4.6× faster (4.2–4.9); tracing costs 180 ms, so it pays after 110 calls"


def test_xla_is_mentioned_where_it_is_clearly_better() -> None:
    text = sentence(result(FASTER, COMPILED))
    assert text.endswith("after 110 calls; with jit_compile=True 9.2× (8.1–10, pays after 215 calls)")


def test_xla_is_not_mentioned_where_its_interval_touches_the_graphs() -> None:
    assert "jit_compile" not in sentence(result(FASTER, replace(COMPILED, low=4.8)))


def test_xla_that_gives_other_results_is_not_praised_without_saying_so() -> None:
    different = replace(COMPILED, agreement="differs: `result` differs by 0.3 of its size")
    assert "differs by 0.3" in sentence(result(FASTER, different))


def test_other_results_are_said_before_the_gain() -> None:
    different = replace(FASTER, agreement="differs: `result` differs by 0.3 of its size")
    expected = "the graph gives other results (`result` differs by 0.3 of its size); 4.6× faster"
    assert sentence(result(different)).startswith(expected)


def test_a_result_that_random_numbers_hide_is_no_warning() -> None:
    assert sentence(result(replace(FASTER, agreement="not comparable: random"))).startswith("4.6× faster")


def test_few_operations_are_the_reason_for_no_gain() -> None:
    slower = Speedup("graph", 0.3, 0.25, 0.36, None, "equal")
    few = (replace(EAGER, operations=3), GRAPH)
    assert sentence(result(slower, timings=few)) == "no gain: 3 ops a call; 0.3× (0.2–0.4)"
    assert sentence(result(slower, timings=(replace(EAGER, operations=1), GRAPH))).startswith("no gain: 1 op a call")


def test_a_loss_with_many_operations_is_called_slower() -> None:
    slower = Speedup("graph", 0.41, 0.3, 0.5, None, "equal")
    assert sentence(result(slower)) == "slower: 0.4× (0.3–0.5); 71 ops a call"


def test_a_narrow_interval_about_one_is_no_gain_and_not_noise() -> None:
    assert sentence(result(Speedup("graph", 1.0, 0.97, 1.04, None, "equal"))) == "no gain: 1.00× (0.97–1.04)"


@pytest.mark.parametrize(("low", "high"), [(0.5, 2.1), (0.7, 1.3), (0.95, 1.6)])
def test_an_interval_that_spans_one_is_noise(low: float, high: float) -> None:
    assert sentence(result(Speedup("graph", 1.0, low, high, 900, "equal"))).startswith("inconclusive: noise")


def test_a_gain_that_may_be_next_to_nothing_is_noise() -> None:
    text = sentence(result(Speedup("graph", 3.0, 1.02, 31.0, 9, "equal")))
    assert text == "inconclusive: noise (faster, but anything from 1.02× to 31×)"


def test_of_a_noisy_but_certain_gain_the_least_is_said() -> None:
    text = sentence(result(Speedup("graph", 9.0, 2.0, 31.0, 9, "equal")))
    assert text.startswith("at least 2.0× faster (2.0–31, a noisy measurement); tracing costs 180 ms")


def test_a_gain_too_small_to_matter_is_said_to_be_so() -> None:
    assert sentence(result(Speedup("graph", 1.04, 1.01, 1.07, 4000, "equal"))) == "hardly any gain: 1.04× (1.01–1.07)"


def test_too_few_measurements_are_inconclusive_though_the_interval_is_narrow() -> None:
    slow = (replace(EAGER, blocks=(30.0,)), replace(GRAPH, blocks=(5.0,)))
    assert sentence(result(Speedup("graph", 6.0, 6.0, 6.0, 1, "equal"), timings=slow)) == (
        "inconclusive: 1 measurement only, about 6.0×"
    )


def test_a_function_that_cannot_be_traced_says_why() -> None:
    failed = replace(GRAPH, blocks=(), error="ValueError: the else branch must also have a return statement.")
    text = sentence(result(timings=(replace(EAGER, blocks=()), failed)))
    assert text == "cannot run as a graph: ValueError: the else branch must also have a return statement."


def test_stopping_before_the_graph_was_measured_is_not_a_failure_of_the_graph() -> None:
    unmeasured = replace(GRAPH, blocks=(), error="not measured: stopped early")
    assert sentence(result(timings=(EAGER, unmeasured))) == "not measured: stopped early"


def test_xla_alone_is_compared_where_only_it_was_wanted() -> None:
    text = sentence(result(COMPILED, timings=(EAGER, XLA)))
    assert text == "compiled by XLA: 9.2× faster (8.1–10); compiling costs 500 ms, so it pays after 215 calls"


def test_nothing_but_eager_was_wanted() -> None:
    assert sentence(result(timings=(EAGER,))) == "not measured: there is nothing to compare with"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (3.2e-7, "0.3 µs"),
        (8.5e-4, "850 µs"),
        (9.99e-4, "1.0 ms"),
        (0.0012, "1.2 ms"),
        (0.0464, "46 ms"),
        (0.1804, "180 ms"),
        (1.54, "1.5 s"),
        (32.4, "32 s"),
        (185.0, "3 min"),
    ],
)
def test_durations_have_two_digits_and_a_unit(seconds: float, text: str) -> None:
    assert duration(seconds) == text


@pytest.mark.parametrize(
    ("ratio", "text"),
    [(0.04, "0.04×"), (0.41, "0.4×"), (0.97, "0.97×"), (1.2, "1.2×"), (4.57, "4.6×"), (9.97, "10×"), (118.4, "118×")],
)
def test_ratios_have_as_many_digits_as_mean_something(ratio: float, text: str) -> None:
    assert times(ratio) == text
