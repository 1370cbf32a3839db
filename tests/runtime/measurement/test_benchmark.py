"""A function timed eagerly and as a graph: what is measured, said and refused."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable

import pytest

pytest.importorskip("tensorflow")

import numpy as np
import tensorflow as tf

from jupyter_hybridize.results.benchmark import BenchmarkResult, Progress, Speedup
from jupyter_hybridize.runtime.measurement import timing
from jupyter_hybridize.runtime.measurement.benchmark import BenchmarkError, benchmark
from jupyter_hybridize.runtime.measurement.devices import devices

pytestmark = pytest.mark.tensorflow
SECONDS = 0.2


@pytest.fixture(autouse=True)
def processor_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Measure what this process computes: how long it is kept waiting by others says nothing of a function."""
    if "GPU:0" not in devices():
        monkeypatch.setattr(timing, "perf_counter", time.process_time)


def bench(function: Callable[..., object], *args: object, **options: object) -> BenchmarkResult:
    settings: dict[str, object] = {"name": "f", "seconds": SECONDS, "variants": ("eager", "graph")}
    return benchmark(function, args, **{**settings, **options})  # type: ignore[arg-type]


def graph_of(result: BenchmarkResult) -> Speedup:
    (found,) = (speedup for speedup in result.speedups if speedup.variant == "graph")
    return found


def many_operations(x: tf.Tensor) -> tf.Tensor:
    for _ in range(60):
        x = tf.tanh(x) + 0.5
    return x


def test_a_function_of_many_small_operations_gains() -> None:
    result = bench(many_operations, tf.ones([8]), variants=("eager", "graph", "xla"), call="f(x)", digest="abc")
    eager, graph, xla = result.timings
    assert (eager.variant, graph.variant, xla.variant) == ("eager", "graph", "xla")
    assert eager.operations == 120
    assert graph.operations == 120
    assert (eager.traces, graph.traces, xla.traces) == (0, 1, 1)
    assert eager.first_call is None
    assert graph.first_call is not None
    assert graph.first_call > graph.median
    assert graph_of(result).ratio > 1
    assert graph_of(result).agreement == "equal"
    assert "faster" in result.sentence or result.sentence.startswith("inconclusive")  # other processes make noise
    assert (result.inputs, result.device, result.call, result.digest) == (("x: float32[8]",), "CPU:0", "f(x)", "abc")
    assert result.state_restored
    assert result.notes == ()


def test_three_operations_gain_nothing() -> None:
    result = bench(lambda x: tf.tanh(x) * 2.0 + 1.0, tf.ones([4]))
    assert result.timings[0].operations == 3
    assert result.sentence.startswith(("no gain: 3 ops a call", "inconclusive"))


def test_operations_of_a_graphs_loop_are_counted_as_often_as_they_run_eagerly() -> None:
    def loop(x: tf.Tensor) -> tf.Tensor:
        for _ in tf.range(20):
            x = tf.tanh(x)
        return x

    result = bench(loop, tf.ones([4]))
    eager, graph = result.timings
    assert eager.operations is not None
    assert graph.operations is not None
    assert eager.operations > 20 > graph.operations


def test_a_function_that_cannot_be_a_graph_says_why_and_xla_is_not_tried() -> None:
    def first(x: tf.Tensor) -> object:
        return [float(each) for each in x]

    result = bench(first, tf.ones([3]), variants=("eager", "graph", "xla"))
    assert result.sentence.startswith(
        "cannot run as a graph: OperatorNotAllowedInGraphError: Iterating over a symbolic"
    )
    assert "\n" not in result.sentence
    assert result.speedups == ()
    xla = result.timing("xla")
    assert xla is not None
    assert xla.error is not None


def test_xla_that_cannot_compile_leaves_the_graph_measured() -> None:
    def as_text(x: tf.Tensor) -> tf.Tensor:
        return tf.strings.as_string(many_operations(x))

    result = bench(as_text, tf.ones([3]), variants=("eager", "graph", "xla"))
    xla = result.timing("xla")
    assert xla is not None
    assert xla.error == "XLA cannot compile AsString"
    assert graph_of(result).ratio > 1


def test_a_function_that_raises_is_no_benchmark() -> None:
    def broken(x: tf.Tensor) -> tf.Tensor:
        return tf.matmul(x, tf.ones([7, 7]))

    with pytest.raises(BenchmarkError, match="`f` raises InvalidArgumentError: ") as caught:
        bench(broken, tf.ones([2, 3]))
    assert "\n" not in str(caught.value)


def test_state_that_cannot_be_put_back_is_refused_before_anything_runs() -> None:
    iterator = iter(tf.data.Dataset.range(10))
    calls = []

    def f() -> object:
        calls.append(1)
        return next(iterator)

    with pytest.raises(BenchmarkError, match=r"`f` cannot be benchmarked: .*iterator"):
        bench(f)
    assert calls == []
    assert next(iterator).numpy() == 0


def test_a_graph_that_gives_other_results_is_said_first() -> None:
    count = [0]

    def counting(x: tf.Tensor) -> tf.Tensor:
        count[0] += 1  # in a graph this happens once
        return x * float(count[0])

    result = bench(counting, tf.ones([2]))
    assert graph_of(result).agreement.startswith("differs: `result` differs")
    assert result.sentence.startswith("the graph gives other results")
    assert count == [0]


def test_random_numbers_are_compared_where_both_can_draw_the_same() -> None:
    def noisy(x: tf.Tensor) -> tf.Tensor:
        drawn = [x, tf.random.normal([4]), tf.keras.backend.random_uniform([4])]
        return tf.nn.dropout(tf.stack(drawn), 0.5)  # no sum, which a graph may round otherwise

    result = bench(noisy, tf.ones([4]), variants=("eager", "graph", "xla"))
    assert [speedup.agreement for speedup in result.speedups] == ["equal", "not comparable: random"]


def test_random_numbers_of_a_loop_are_not_called_a_difference() -> None:
    def noisy(x: tf.Tensor) -> tf.Tensor:
        for _ in tf.range(3):
            x += tf.random.normal([4])
        return x

    assert graph_of(bench(noisy, tf.ones([4]))).agreement == "not comparable: random"


def test_numbers_of_a_generator_are_compared_since_its_state_is_put_back() -> None:
    generator = tf.random.Generator.from_seed(3)
    before = generator.state.numpy().tolist()
    result = bench(lambda x: x + generator.normal([4]), tf.ones([4]))
    assert graph_of(result).agreement in ("equal", "largest difference 1e-07")
    assert generator.state.numpy().tolist() == before


@pytest.mark.parametrize("returned", [None, "text", 3, {"a": (1.0, "b")}])
def test_any_return_value_will_do(returned: object) -> None:
    def f(x: tf.Tensor) -> object:
        tf.tanh(x)
        return returned

    assert graph_of(bench(f, tf.ones([2]))).agreement == "equal"


def test_arrays_and_python_numbers_may_be_passed() -> None:
    result = bench(lambda x, by: tf.convert_to_tensor(x) * by, np.ones([3], np.float32), 2.0)
    assert result.inputs == ("x: float32[3]", "by: float")
    assert graph_of(result).agreement == "equal"


def test_a_signature_is_given_to_the_graph() -> None:
    text = "[tf.TensorSpec([None], tf.float32)]"
    result = bench(many_operations, tf.ones([8]), signature=text)
    assert result.signature == text
    assert result.notes == ()


def test_a_signature_that_the_arguments_do_not_fit_is_left_out_and_noted() -> None:
    result = bench(many_operations, tf.ones([8]), signature="[tf.TensorSpec([None, 3], tf.float32)]")
    assert result.signature is None
    assert result.notes == ("without the inferred signature: `x` is not a float32[?,3]",)
    assert graph_of(result).ratio > 1


def test_a_function_that_is_a_graph_already_is_copied_and_not_traced() -> None:
    class Model(tf.Module):
        def __init__(self) -> None:
            super().__init__()
            self.scale = tf.Variable(2.0)

        @tf.function(reduce_retracing=True)
        def step(self, x: tf.Tensor) -> tf.Tensor:
            self.scale.assign_add(1.0)
            return many_operations(x) * self.scale

    model = Model()
    result = bench(model.step, tf.ones([4]))
    assert graph_of(result).ratio > 1
    assert graph_of(result).agreement == "equal"
    assert model.step.experimental_get_tracing_count() == 0
    assert float(model.scale) == 2.0


def test_a_graph_that_xla_compiles_already_is_not_compared_with_itself() -> None:
    result = bench(tf.function(many_operations, jit_compile=True), tf.ones([4]), variants=("eager", "graph", "xla"))
    assert [timing.variant for timing in result.timings] == ["eager", "graph"]
    assert result.notes == ("the graph is compiled by XLA, as its decorator says",)


def test_what_the_function_prints_is_counted_and_not_shown(capfd: pytest.CaptureFixture[str]) -> None:
    def chatty(x: tf.Tensor) -> tf.Tensor:
        print("from Python")
        tf.print("from TensorFlow")
        return x + 1.0

    result = bench(chatty, tf.ones([2]))
    assert capfd.readouterr() == ("", "")
    assert any("lines that `f` printed were not shown" in note for note in result.notes)
    print("again")
    assert capfd.readouterr().out == "again\n"


def test_stopping_gives_what_there_is() -> None:
    asked = itertools.count()
    result = bench(many_operations, tf.ones([8]), seconds=60.0, stop=lambda: next(asked) > 24)
    assert "stopped early" in result.notes
    assert 1 <= len(result.timings[0].blocks) < 24


def test_stopping_at_once_measures_nothing() -> None:
    result = bench(many_operations, tf.ones([8]), stop=lambda: True)
    assert result.speedups == ()
    assert {timing.error for timing in result.timings} == {"not measured: stopped early"}
    assert result.sentence == "not measured: stopped early"


def test_a_slow_function_is_not_called_again_and_again() -> None:
    calls = []

    def slow(x: tf.Tensor) -> tf.Tensor:
        calls.append(1)
        end = time.process_time() + 1.1
        while time.process_time() < end:
            pass
        return x + 1.0

    result = bench(slow, tf.ones([2]), seconds=0.05)
    assert result.sentence.startswith("inconclusive: 1 measurement only")
    assert calls == []
    assert result.state_restored


def test_progress_only_grows_and_names_its_stages() -> None:
    seen: list[Progress] = []
    bench(many_operations, tf.ones([8]), variants=("eager", "graph", "xla"), progress=seen.append)
    fractions = [each.fraction for each in seen]
    assert fractions == sorted(fractions)
    assert 0 <= fractions[0] <= fractions[-1] <= 1
    stages = [stage for stage, _ in itertools.groupby(each.stage for each in seen)]
    assert stages == ["running eagerly", "tracing", "measuring", "compiling", "measuring"]


def test_what_was_measured_before_xla_compiled_stays_when_the_wait_is_given_up() -> None:
    stages: list[str] = []
    result = bench(
        many_operations,
        tf.ones([8]),
        variants=("eager", "graph", "xla"),
        seconds=0.5,
        progress=lambda now: stages.append(now.stage),
        stop=lambda: "compiling" in stages,
    )
    assert [speedup.variant for speedup in result.speedups] == ["graph"]
    assert result.timings[2].error == "not measured: stopped early"
    assert "stopped early" in result.notes
    assert result.sentence != "not measured: stopped early"


@pytest.mark.parametrize("variants", [("eager", "xla"), ("eager", "graph", "xla")])
def test_each_variant_is_compared_with_the_eager_blocks_that_took_turns_with_it(variants: tuple[str, ...]) -> None:
    result = bench(many_operations, tf.ones([8]), variants=variants, seconds=1.0)
    assert tuple(timing.variant for timing in result.timings) == variants
    assert all(len(timing.blocks) >= 5 for timing in result.timings)
    assert [speedup.variant for speedup in result.speedups] == list(variants[1:])
    assert all(speedup.low <= speedup.ratio <= speedup.high for speedup in result.speedups)


def test_a_function_that_xla_does_not_compile_is_measured_all_the_time_as_a_graph() -> None:
    def noted(x: tf.Tensor) -> tf.Tensor:
        tf.print("noted")
        return many_operations(x)

    result = bench(noted, tf.ones([8]), variants=("eager", "graph", "xla"), seconds=0.5)
    assert [speedup.variant for speedup in result.speedups] == ["graph"]
    assert result.timings[2].error is not None
    assert "stopped early" not in result.notes


def test_graphs_that_run_eagerly_are_not_measured() -> None:
    tf.config.run_functions_eagerly(True)
    try:
        with pytest.raises(BenchmarkError, match="run_functions_eagerly"):
            bench(many_operations, tf.ones([8]))
    finally:
        tf.config.run_functions_eagerly(False)


def test_a_device_that_is_not_there_is_named() -> None:
    with pytest.raises(BenchmarkError, match="there is no device TPU:7; there is CPU:0"):
        bench(many_operations, tf.ones([8]), device="TPU:7")


def test_a_device_can_be_chosen() -> None:
    result = bench(many_operations, tf.ones([8]), device="CPU:0")
    assert result.device == "CPU:0"
    assert graph_of(result).agreement == "equal"


@pytest.mark.skipif("GPU:0" not in devices(), reason="there is no GPU")
def test_on_a_gpu_the_work_is_waited_for() -> None:
    def products(x: tf.Tensor) -> tf.Tensor:
        for _ in range(20):
            x = tf.matmul(x, x) * 1e-3
        return x

    size = 2048
    result = bench(products, tf.random.normal([size, size]), device="GPU:0", seconds=1.0)
    least = 20 * 2 * size**3 / 2e15  # no GPU does more in a second
    assert result.device == "GPU:0"
    assert all(timing.median > least for timing in result.timings)
    assert all(timing.peak_bytes for timing in result.timings)
    assert 0.5 < graph_of(result).ratio < 3
