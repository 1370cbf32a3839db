"""The runs of a session, and how they compare."""

from dataclasses import replace

import pytest

from jupyter_hybridize.results.verification import Outcome
from jupyter_hybridize.surfaces.run_history import NOTHING, HistoryOutput, RunHistory


def scaled(result, factor, **changes):
    timings = tuple(replace(t, blocks=tuple(b * factor for b in t.blocks)) for t in result.timings)
    return replace(result, timings=timings, **changes)


@pytest.fixture
def history(benchmark_result, verified):
    runs = RunHistory()
    runs.add(verified, 3)
    runs.add(benchmark_result, 4)
    return runs


def test_runs_are_listed_with_their_cells(history):
    lines = repr(HistoryOutput(history.of(""), lambda _: "d1")).splitlines()

    assert lines[1].split() == ["1", "In", "[3]", "train_step", "verified"]
    assert "2  In [4]  train_step  train_step(x, y)  CPU:0   2.13 ms  464 µs" in lines[2]
    assert len(lines) == 3


def test_run_of_another_text_is_marked(history):
    assert repr(HistoryOutput(history.of(""), lambda _: "d2")).count("edited since") == 2
    assert "edited since" not in repr(HistoryOutput(history.of(""), lambda _: None))


def test_last_two_runs_of_a_function_are_compared(history, benchmark_result):
    history.add(scaled(benchmark_result, 0.5, digest="d2"), 7)
    text = repr(HistoryOutput(history.of(""), lambda _: "d2"))

    assert text.endswith(
        "`train_step`, run 3 against run 2 (edited in between): eager 2.13 ms → 1.06 ms, 2.0× as fast; "
        "graph 464 µs → 232 µs, 2.0× as fast; XLA 231 µs → 116 µs, 2.0× as fast."
    )


def test_difference_within_the_noise_is_called_noise(history, benchmark_result):
    history.add(scaled(benchmark_result, 1.005), 7)

    assert "graph 464 µs → 466 µs, no more than noise" in repr(HistoryOutput(history.of(""), lambda _: "d1"))


def test_runs_on_other_inputs_are_said_to_be(history, benchmark_result):
    history.add(scaled(benchmark_result, 2, call="train_step(a, b)", device="GPU:0"), 7)
    text = repr(HistoryOutput(history.of(""), lambda _: "d1"))

    assert "the same text, but on train_step(x, y) on CPU:0 then" in text
    assert "2.0× as long" in text


def test_runs_of_one_function_can_be_asked_for(history, benchmark_result):
    history.add(replace(benchmark_result, function="other"), 9)

    assert [run.number for run in history.of("other")] == [3]


def test_empty_history_says_how_to_begin():
    bundle = HistoryOutput((), lambda _: None)._repr_mimebundle_()

    assert bundle["text/plain"] == NOTHING
    assert "<table>" not in bundle["text/html"]


def test_names_are_escaped(benchmark_result):
    runs = RunHistory()
    runs.add(replace(benchmark_result, call="f('<script>')"), 1)

    assert "<script" not in HistoryOutput(runs.of(""), lambda _: None)._repr_mimebundle_()["text/html"]


def test_latest_verification_of_a_text_counts(history, verified):
    assert history.is_verified("train_step", "d1")
    assert not history.is_verified("train_step", "d2")

    history.add(replace(verified, outcome=Outcome.REFUSED), 9)
    assert not history.is_verified("train_step", "d1")
