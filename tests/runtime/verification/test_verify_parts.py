"""The parts verification is made of: what is printed, drawn, timed out, and written down to copy."""

from __future__ import annotations

import logging
import sys

import pytest

pytestmark = pytest.mark.tensorflow
tf = pytest.importorskip("tensorflow")
np = pytest.importorskip("numpy")

from jupyter_hybridize.runtime.verification.printed import captured, without_log_lines  # noqa: E402
from jupyter_hybridize.runtime.verification.randomness import equal_streams  # noqa: E402
from jupyter_hybridize.runtime.verification.reproduction import reproduction  # noqa: E402


def test_everything_printed_is_collected_and_nothing_is_shown(capfd: pytest.CaptureFixture[str]) -> None:
    with captured() as printed:
        print("by Python")
        print("as an error", file=sys.stderr)
        tf.print("by TensorFlow")
        logging.getLogger("mine").warning("logged")
    assert "by Python\nas an error\n" in printed.python
    assert "logged" in printed.python
    assert printed.native == "by TensorFlow\n"
    assert capfd.readouterr() == ("", "")


def test_the_handlers_of_the_loggers_are_put_back_after_an_error() -> None:
    before = logging.getLogger().handlers[:]

    def fail() -> None:
        print("before")
        raise ValueError("x")

    with pytest.raises(ValueError, match="x"), captured() as printed:
        fail()
    assert logging.getLogger().handlers == before
    assert printed.text == "before\n"


def test_log_lines_and_addresses_are_not_compared() -> None:
    text = "WARNING:tensorflow: traced\nI0000 00:00:17 port.cc] on\n<object at 0x7f00dead0000>\nWarned\n"
    assert without_log_lines(text) == "<object at 0x>\nWarned\n"


def test_eager_and_graph_draw_the_same_numbers_in_both_calls() -> None:
    def draw() -> tuple[object, object]:
        return tf.random.normal([2]), tf.random.uniform([2])

    graph = tf.function(draw)
    with equal_streams() as draws:
        results = []
        for function in (draw, graph):
            calls = []
            for _ in range(2):
                draws.begin()
                calls.append(np.concatenate([item.numpy() for item in function()]))
            results.append(calls)
        assert draws.in_graph == 2
    assert np.array_equal(results[0], results[1])
    assert not np.array_equal(results[0][0], results[0][1])


def test_a_cell_makes_structures_of_tensors_up() -> None:
    cell = reproduction("step(data)", ((tf.zeros([2]), [np.ones(3)]),), {}, "it differs", raises=False)
    assert "example_data = (tf.ones([2], tf.float32), [np.ones([3], np.float64)],)" in cell
    assert "step(example_data)" in cell


def test_a_cell_keeps_an_expression_whose_value_cannot_be_made_up() -> None:
    cell = reproduction("step(data)", ((tf.zeros([2]), object()),), {}, "it differs", raises=False)
    assert "step(data)" in cell


def test_a_cell_makes_tensors_up_and_keeps_the_other_expressions() -> None:
    args = (object(), tf.zeros([2, 3], tf.int32), np.zeros(4), 0.5)
    cell = reproduction("train(model, batch, y[0], 0.5, mode=how)", args, {"mode": "fast"}, "it differs", raises=False)
    assert "example_batch = tf.ones([2, 3], tf.int32)" in cell
    assert "import numpy as np" in cell
    assert "graph = tf.function(train)" in cell
    assert "train(model, example_batch, example_2, 0.5, mode=how)" in cell
    assert "fast" not in cell


def test_what_is_no_call_gives_no_cell() -> None:
    assert reproduction("x + 1", (), {}, "it differs", raises=True) == ""
    assert reproduction("f(", (), {}, "it differs", raises=True) == ""
