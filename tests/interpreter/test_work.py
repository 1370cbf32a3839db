"""What one call of a function does: loops times their rounds, the costlier branch, and what cannot be counted."""

from __future__ import annotations

import pytest

from jupyter_hybridize.domain.work import Work
from jupyter_hybridize.facts.collect import collect
from jupyter_hybridize.interpreter.cells.runner import run
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.parse import parse
from jupyter_hybridize.source.program import Program

KNOWLEDGE = Knowledge.load()
PREAMBLE = "import keras\nimport tensorflow as tf\nw = tf.Variable(tf.ones([3]))\nk = tf.Variable(tf.ones([3, 3]))\n"


def work_of(body: str, argument: str = "tf.ones([3])", before: str = "") -> Work:
    text = "\n    ".join(body.splitlines())
    source = f"{PREAMBLE}{before}\ndef f(x):\n    {text}\nf({argument})\n"
    program = Program((make_unit("book.ipynb", [(None, source, None)]),))
    found = next(facts for facts in collect(run(program, KNOWLEDGE, parse)) if facts.name == "f")
    assert found.work is not None
    return found.work


@pytest.mark.parametrize(
    ("body", "ops"),
    [
        ("return tf.sin(x)", 1),
        ("return x * 2.0 + 1.0", 2),
        ("return x", 0),
        ("return tf.math.reduce_std(x)", 5),
        ("for _ in range(20):\n    x = tf.sin(x)\nreturn x", 20),
        ("for _ in range(100):\n    x = tf.sin(x)\nreturn x", 100),
        ("for _ in range(3):\n    for _ in range(4):\n        x = tf.sin(x)\nreturn x", 12),
        ("for _ in range(10, 0, -2):\n    x = tf.sin(x)\nreturn x", 5),
        ("for i, y in enumerate([x, x, x]):\n    x = tf.sin(y)\nreturn x", 3),
        ("for a, b in zip([x, x], [x, x]):\n    x = a + b\nreturn x", 2),
        ("return [tf.sin(x) for _ in range(7)]", 7),
        ("if tf.reduce_sum(x) > 0.0:\n    x = tf.sin(x)\nelse:\n    x = tf.cos(tf.exp(x))\nreturn x", 4),
        ("return tf.sin(x) if x.shape[0] == 3 else tf.sin(tf.sin(x))", 1),
    ],
)
def test_operations_of_a_call_are_counted(body: str, ops: int) -> None:
    work = work_of(body)
    assert (round(work.ops), work.is_bounded) == (ops, True)


@pytest.mark.parametrize(
    "body",
    [
        "while tf.reduce_sum(x) > 0.0:\n    x = x - 1.0\nreturn x",
        "return nobody_knows(x) + 1.0",
        "return tf.map_fn(tf.sin, x)",
        "return sum(map(lambda y: y * 2.0, [x, x]))",
        "return f(x) + 1.0 if tf.reduce_sum(x) > 0.0 else x",
    ],
)
def test_what_cannot_be_counted_makes_the_count_a_lower_bound(body: str) -> None:
    assert not work_of(body).is_bounded


@pytest.mark.parametrize(
    "body", ["return x + 1.0", "return 2.0 * x", "return x[:, 0]", "return -x", "x += 1\nreturn x"]
)
def test_an_operator_on_something_unknown_may_be_an_operation(body: str) -> None:
    unknown = work_of(f"y = tf.sin(k)\n{body}", "nobody_knows()", "from somewhere import nobody_knows")
    assert not unknown.is_bounded
    assert work_of(body, "tf.ones([3, 3])").is_bounded


def test_a_loop_that_tensorflow_runs_is_traced_once() -> None:
    staged = work_of("for _ in tf.range(30):\n    x = tf.sin(x)\nreturn x")
    unrolled = work_of("for _ in range(30):\n    x = tf.sin(x)\nreturn x")
    assert staged.traced < 20 < unrolled.traced
    assert staged.nodes > staged.ops  # the loop itself is work for the graph


def test_a_gradient_costs_what_ran_under_its_tape_and_nothing_before() -> None:
    taped = "with tf.GradientTape() as tape:\n    y = tf.reduce_sum(tf.square(w))\nreturn tape.gradient(y, w)"
    before = f"x = tf.square(x)\nx = tf.square(x)\n{taped}"
    assert work_of(taped).tape > 0
    assert work_of(before).tape == pytest.approx(work_of(taped).tape)


TWO = """with tf.GradientTape() as one, tf.GradientTape() as other:
    y = tf.reduce_sum(tf.matmul(x, k))
    z = tf.reduce_sum(tf.square(y))"""


def test_what_a_second_gradient_goes_back_through_again_is_idle_and_does_not_grow_by_the_first() -> None:
    once = work_of(f"{TWO}\nreturn one.gradient(y, k)", "tf.ones([100, 3])")
    twice = work_of(f"{TWO}\ng = one.gradient(y, k)\nreturn g, other.gradient(z, k)", "tf.ones([100, 3])")
    assert once.idle_flops == 0 < twice.idle_flops
    assert once.flops < twice.flops < 2 * once.flops
    assert twice.flops - twice.idle_flops == pytest.approx(once.flops, rel=0.01)
    assert once.nodes == twice.nodes < twice.ops


def test_a_gradient_of_a_gradient_needs_both() -> None:
    inner = "with tf.GradientTape() as outer:\n    with tf.GradientTape() as tape:\n        y = tf.reduce_sum(x @ k)"
    work = work_of(f"{inner}\n    g = tape.gradient(y, k)\nreturn outer.gradient(g, k)", "tf.ones([100, 3])")
    assert work.idle_flops == 0


def test_each_round_of_a_loop_needs_its_own_gradient() -> None:
    body = f"for _ in range(5):\n    {TWO.replace(chr(10), chr(10) + '    ')}\n    g = one.gradient(y, k)\nreturn g"
    assert work_of(body, "tf.ones([100, 3])").idle_flops == 0


def test_the_gradient_of_an_input_alone_leaves_out_that_of_the_weights() -> None:
    body = "with tf.GradientTape() as tape:\n    tape.watch(x)\n    y = tf.matmul(x, k)\nreturn tape.gradient(y, {})"
    by_input, by_weight = (work_of(body.format(name), "tf.ones([100, 3])") for name in ("[x]", "[k]"))
    assert by_input.idle_flops == 2 * 100 * 3 * 3
    assert by_weight.idle_flops == 0


@pytest.mark.parametrize(
    ("layer", "flops"),
    [
        ("Conv2D(4, 5, padding='same')", 2 * 64 * 4 * 25 * 3),
        ("Conv2D(4, (1, 1))", 2 * 64 * 4 * 3),
        ("Conv2DTranspose(4, 5, strides=2, padding='same')", 2 * 64 * 3 * 25 * 4),
        ("DepthwiseConv2D(5, padding='same')", 2 * 64 * 25 * 3),
        ("SeparableConv2D(4, 5, padding='same')", 2 * 64 * 3 * (25 + 4)),
    ],
)
def test_a_convolution_costs_by_its_kernel(layer: str, flops: int) -> None:
    assert work_of("return m(x)", "tf.ones([1, 8, 8, 3])", f"m = keras.layers.{layer}").flops == flops


def test_a_recurrent_layer_multiplies_input_and_state_at_each_step() -> None:
    work = work_of("return m(x)", "tf.ones([2, 6, 3])", "m = keras.layers.LSTM(4)")
    assert work.flops == 2 * 4 * 2 * 6 * 4 * (3 + 4)


def test_each_updated_variable_counts() -> None:
    before = "o = keras.optimizers.Adam()"
    one = work_of("o.apply_gradients([(x, w)])", before=before)
    two = work_of("o.apply_gradients([(x, w), (x, w)])", before=before)
    assert two.ops - one.ops > 10


def test_each_layer_of_a_model_counts() -> None:
    one = work_of("return m(x)", "tf.ones([2, 3])", "m = keras.Sequential([keras.layers.Dense(3)])")
    two = work_of("return m(x)", "tf.ones([2, 3])", "m = keras.Sequential([keras.layers.Dense(3)] * 2)")
    assert two.composite > 1.8 * one.composite > 0


def test_a_recurrent_layer_costs_by_the_step() -> None:
    before = "m = keras.layers.LSTM(4)"
    short, long = (work_of("return m(x)", f"tf.ones([2, {n}, 3])", before) for n in (6, 60))
    assert long.ops == pytest.approx(10 * short.ops)
    assert short.is_bounded


def test_a_function_that_is_a_graph_already_is_one_call() -> None:
    before = "@tf.function\ndef g(x):\n    for _ in range(50):\n        x = tf.sin(x)\n    return x"
    work = work_of("return g(x) + 1.0", before=before)
    assert (work.graph_calls, work.ops, work.nodes) == (1, 1, 51)


def test_arithmetic_follows_from_the_sizes() -> None:
    assert work_of("return tf.matmul(x, k)", "tf.ones([100, 3])").flops == 2 * 100 * 3 * 3
    assert work_of("return x + x", "tf.ones([1000])").bytes == 3 * 4 * 1000


def test_a_size_that_is_not_known_is_said() -> None:
    assert work_of("return x + 1.0").is_sized
    assert not work_of("return x + 1.0", "tf.io.parse_tensor('', tf.float32)").is_sized
