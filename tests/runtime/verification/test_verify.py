"""Verification of functions whose truth is plain to see."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.tensorflow
tf = pytest.importorskip("tensorflow")
keras = pytest.importorskip("keras")
np = pytest.importorskip("numpy")

from jupyter_hybridize.results.verification import Agreement, Outcome, Verification  # noqa: E402
from jupyter_hybridize.runtime.verification.verify import verify  # noqa: E402

HISTORY: list[Any] = []
FACTOR = 3.0


class Counter:
    """Counts its calls."""

    def __init__(self) -> None:
        self.calls = 0
        self.last: Any = None

    def count(self, x: Any) -> Any:
        self.calls += 1
        return x * self.calls

    def keep(self, x: Any) -> Any:
        self.last = x * 2
        return x

    def scale(self, x: Any) -> Any:
        return x * FACTOR


COUNTER = Counter()


def ask(function: Callable[..., Any], *args: Any, **options: Any) -> Verification:
    name = getattr(function, "__name__", "f")
    call = options.pop("call", f"{name}(x)")
    return verify(function, args, name=name, digest="", call=call, **options)


def agreements(found: Verification) -> dict[str, Agreement]:
    return {check.aspect: check.agreement for check in found.checks}


def x() -> Any:
    return tf.constant([1.0, 2.0, 3.0])


def test_a_function_that_agrees_is_verified_on_its_inputs() -> None:
    def square(x: Any) -> Any:
        return x * x

    found = ask(square, x())
    assert found.outcome is Outcome.VERIFIED, found
    assert found.inputs == ("x: float32[3]",)
    assert (found.calls, found.traces) == (2, 1)
    assert agreements(found)["outputs"] is Agreement.EQUAL
    assert agreements(found)["gradients"] is Agreement.EQUAL
    assert agreements(found)["variables"] is Agreement.NOT_THERE
    assert found.seconds > 0


def test_a_training_step_is_verified_and_the_model_is_as_it_was() -> None:
    keras.utils.set_random_seed(1)
    model = keras.Sequential([keras.layers.Dense(4, "relu"), keras.layers.Dropout(0.5), keras.layers.Dense(1)])
    optimizer = keras.optimizers.Adam()

    def step(x: Any, y: Any) -> Any:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((model(x, training=True) - y) ** 2)
        optimizer.apply_gradients(
            zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables, strict=True)
        )
        return loss

    found = ask(step, tf.ones([8, 3]), tf.ones([8, 1]), call="step(x, y)")
    assert found.outcome is Outcome.VERIFIED, found
    assert agreements(found)["variables"] is Agreement.EQUAL
    assert not model.built
    assert not optimizer.built


@pytest.mark.parametrize(
    ("method", "rule"),
    [("count", "HYB301"), ("keep", "HYB305")],
)
def test_what_python_keeps_is_refused_and_put_back(method: str, rule: str) -> None:
    found = ask(getattr(COUNTER, method), x())
    assert (found.outcome, found.rule) == (Outcome.REFUSED, rule), found
    assert found.advice
    assert (COUNTER.calls, COUNTER.last) == (0, None)


def test_a_list_that_grows_is_refused_and_keeps_its_length() -> None:
    def note(x: Any) -> Any:
        HISTORY.append(1)
        return x

    found = ask(note, x())
    assert (found.outcome, found.rule) == (Outcome.REFUSED, "HYB301"), found
    assert "HISTORY" in found.reason
    assert HISTORY == []


def test_printing_is_refused_and_not_shown(capfd: pytest.CaptureFixture[str]) -> None:
    def show(x: Any) -> Any:
        print("shape", x.shape)
        return x

    found = ask(show, x())
    assert (found.outcome, found.rule) == (Outcome.REFUSED, "HYB302"), found
    assert capfd.readouterr().out == ""


def test_printing_by_tensorflow_agrees() -> None:
    def show(x: Any) -> Any:
        tf.print("values", x)
        return x * 2

    found = ask(show, x())
    assert found.outcome is Outcome.VERIFIED, found
    assert agreements(found)["printed output"] is Agreement.EQUAL


def test_what_raises_is_refused_with_the_words_and_the_place() -> None:
    def values(x: Any) -> Any:
        return x.numpy()

    places: list[tuple[str, int]] = []

    def locate(file: str, line: int) -> tuple[str, int, int, int]:
        places.append((file, line))
        return ("notebook", 1, 2, 0)

    found = ask(values, x(), locate=locate)
    assert (found.outcome, found.rule) == (Outcome.REFUSED, "HYB201"), found
    assert "no attribute 'numpy'" in found.message
    assert found.place == ("notebook", 1, 2, 0)
    assert places[0] == (__file__, values.__code__.co_firstlineno + 1)


def test_the_cell_that_shows_an_error_shows_it() -> None:
    def values(x: Any) -> Any:
        return x.numpy()

    cell = ask(values, x()).reproduction
    assert "tf.ones([3], tf.float32)" in cell
    with pytest.raises(AttributeError, match="numpy"):
        exec(cell, {"values": values})


def test_the_cell_that_shows_a_difference_shows_it(capsys: pytest.CaptureFixture[str]) -> None:
    cell = ask(COUNTER.count, x(), call="counter.count(x)").reproduction
    exec(cell, {"counter": Counter()})
    eager, graph = capsys.readouterr().out.split("graph:")
    assert eager.count("[1. 1. 1.]") == 1
    assert "[2. 2. 2.]" in eager
    assert (
        "[3. 3. 3.] " not in graph.partition("tf.Tensor")[2].partition("tf.Tensor")[2] or graph.count("[3. 3. 3.]") == 2
    )


def test_frozen_python_randomness_is_refused() -> None:
    def noisy(x: Any) -> Any:
        return x * random.random()

    state = random.getstate()
    found = ask(noisy, x())
    assert (found.outcome, found.rule) == (Outcome.REFUSED, "HYB304"), found
    assert random.getstate() == state


def test_a_frozen_clock_is_refused() -> None:
    def timed(x: Any) -> Any:
        return x[0] * 0 + time.perf_counter() % 1.0  # of hours a float32 tells no milliseconds

    found = ask(timed, x())
    assert (found.outcome, found.rule) == (Outcome.REFUSED, "HYB304"), found


def test_random_operations_in_a_row_agree_draw_by_draw() -> None:
    def noisy(x: Any) -> Any:
        return x + tf.random.normal([3]) + tf.random.uniform([3])

    for _ in range(2):
        found = ask(noisy, x())
        assert found.outcome is Outcome.VERIFIED, found
        assert agreements(found)["random numbers"] is Agreement.EQUAL


def test_random_operations_in_a_graph_loop_cannot_be_compared() -> None:
    def noisy(x: Any) -> Any:
        for _ in tf.range(3):
            x = x + tf.random.normal([3])
        return x

    found = ask(noisy, x())
    assert found.outcome is Outcome.NOT_COMPARABLE, found
    assert agreements(found)["outputs"] is Agreement.NOT_COMPARABLE


def test_random_operations_do_not_hide_another_dtype() -> None:
    def noisy(x: Any) -> Any:
        for _ in tf.range(3):
            x = x + tf.random.normal([3])
        return x if tf.executing_eagerly() else tf.cast(x, tf.float64)

    assert ask(noisy, x()).outcome is Outcome.REFUSED


@pytest.mark.parametrize("name", ["random_normal", "random_uniform", "truncated_normal"])
def test_what_keras_draws_with_a_seed_from_numpy_agrees_and_leaves_numpy_alone(name: str) -> None:
    draw = getattr(tf.keras.backend, name)

    def noisy(x: Any) -> Any:
        return x + draw([3])

    before = np.random.get_state()[1].tolist()
    found = ask(noisy, x())
    assert found.outcome is Outcome.VERIFIED, found
    assert agreements(found)["outputs"] is Agreement.EQUAL
    assert np.random.get_state()[1].tolist() == before
    assert not np.array_equal(noisy(x()), noisy(x())), "it draws as before"


def test_a_draw_from_numpy_beside_it_is_refused() -> None:
    def noisy(x: Any) -> Any:
        return x + tf.keras.backend.random_normal([3]) + np.random.normal()

    found = ask(noisy, x())
    assert (found.outcome, found.rule) == (Outcome.REFUSED, "HYB304"), found


def test_a_keras_seed_generator_agrees() -> None:
    generator = keras.random.SeedGenerator(3)

    def noisy(x: Any) -> Any:
        return x + keras.random.normal((3,), seed=generator)

    before = generator.state.numpy()
    assert ask(noisy, x()).outcome is Outcome.VERIFIED
    assert (generator.state.numpy() == before).all()


def test_another_mode_is_refused() -> None:
    def double(x: Any) -> Any:
        return x * 2 if tf.executing_eagerly() else x * 3

    found = ask(double, x())
    assert found.outcome is Outcome.REFUSED, found
    assert "`the result` differs" in found.reason


def test_what_raises_anyway_is_not_refused() -> None:
    def broken(x: Any) -> Any:
        raise KeyError("k")

    found = ask(broken, x())
    assert found.outcome is Outcome.UNVERIFIED, found
    assert "raises KeyError" in found.reason


def test_what_raises_something_else_in_a_graph_is_refused() -> None:
    def checked(x: Any) -> Any:
        assert tf.reduce_sum(x) < 0
        return x

    found = ask(checked, x())
    assert (found.outcome, found.rule) == (Outcome.REFUSED, "HYB214"), found


def test_an_iterator_is_not_advanced() -> None:
    iterator = iter(range(9))

    def draw(x: Any) -> Any:
        return x * next(iterator)

    found = ask(draw, x())
    assert found.outcome is Outcome.UNVERIFIED, found
    assert "iterator" in found.reason
    assert next(iterator) == 0


def test_a_method_on_a_temporary_object_is_refused() -> None:
    found = ask(Counter().scale, x(), call="Counter().scale(x)")
    assert (found.outcome, found.rule) == (Outcome.REFUSED, "HYB217"), found


def test_a_method_on_a_named_object_is_verified() -> None:
    assert ask(COUNTER.scale, x(), call="counter.scale(x)").outcome is Outcome.VERIFIED


def test_a_float_that_is_served_by_the_trace_of_an_int_is_refused() -> None:
    def ratio(x: Any, p: Any) -> Any:
        return x // p if isinstance(p, int) else x / p

    assert ask(ratio, x(), 2).outcome is Outcome.VERIFIED
    found = ask(ratio, x(), 2, further=[((x(), 2.0), {})])
    assert found.outcome is Outcome.REFUSED, found
    assert "at call 3" in found.reason


def test_a_trace_at_each_call_is_told() -> None:
    from jupyter_hybridize.runtime.verification.judgement import traces_finding
    from jupyter_hybridize.runtime.verification.sides import Side

    def said(counts: tuple[int, ...], fresh: int | None) -> Agreement:
        return traces_finding(Side((), counts), 2, fresh).check.agreement

    assert said((1, 1), 0) is said((2, 2), None) is Agreement.EQUAL  # a first call that makes variables traces twice
    assert said((1, 2), 0) is said((1, 1), 1) is Agreement.DIFFERENT
    assert said((1, 1, 2), 0) is Agreement.EQUAL  # the third call had other arguments


def test_gradients_that_the_graph_loses_are_refused() -> None:
    weight = tf.Variable(2.0)

    def loss(x: Any) -> Any:
        value = weight * x if tf.executing_eagerly() else tf.stop_gradient(weight) * x
        return tf.reduce_sum(value)

    found = ask(loss, x())
    assert (found.outcome, found.rule) == (Outcome.REFUSED, "HYB308"), found
    assert weight.numpy() == 2.0


def test_a_function_that_does_not_end_is_given_up_and_put_back() -> None:
    def endless(x: Any) -> Any:
        HISTORY.append(1)
        while tf.executing_eagerly():
            pass
        return x

    found = ask(endless, x(), timeout=3.0)
    assert found.outcome is Outcome.UNVERIFIED, found
    assert "time limit" in found.reason
    assert HISTORY == []


def test_a_tf_function_is_compared_with_what_it_was_made_of() -> None:
    @tf.function
    def note(x: Any) -> Any:
        HISTORY.append(1)
        return x

    assert ask(note, x()).outcome is Outcome.REFUSED
    assert note.experimental_get_tracing_count() == 0
    assert HISTORY == []


def test_the_definition_under_another_decorator_is_the_one_that_is_decorated() -> None:
    from jupyter_hybridize.runtime.verification.decorated import decorated, digest_of

    def twice(function: Callable[..., Any]) -> Callable[..., Any]:
        def wrapper(x: Any) -> Any:
            return [function(x), function(x)]

        return wrapper

    def inner(x: Any) -> Any:
        return x * 2

    outer = twice(inner)
    digest = digest_of(inner)
    assert digest is not None
    with decorated(outer, digest) as form:
        form.call(x())
        assert form.traces == 1
        assert form.call is outer
    assert outer.__closure__ is not None
    assert outer.__closure__[0].cell_contents is inner


def test_a_layer_is_decorated_at_its_call() -> None:
    from jupyter_hybridize.runtime.verification.decorated import decorated, digest_of

    class Layer(keras.layers.Layer):
        def call(self, x: Any) -> Any:
            return x * 2

    layer, original = Layer(), Layer.call
    digest = digest_of(original)
    assert digest is not None
    with decorated(layer, digest) as form:
        form.call(x())
        assert form.traces == 1
    assert Layer.call is original
