"""Control flow, maps, variables, tensor arrays and tapes against TensorFlow itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jupyter_hybridize.domain.value import AbstractValue, constant, tuple_of
from jupyter_hybridize.knowledge import operators
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.knowledge.host import Arguments, Call, Host
from tests.knowledge.concrete_values import compare

pytestmark = pytest.mark.tensorflow
KNOWLEDGE = Knowledge.load()

CALLS = [
    "Variable(1.0)", "Variable(1)", "Variable([1.0, 2.0])", "Variable(np.ones(2))", "Variable(x)", "Variable(True)",
    "Variable(1, dtype=tf.float32)", "Variable(np.ones(2), dtype='float32')", "Variable([[1.0]], shape=[None, 1])",
    "cond(t, give_float, give_float)", "cond(t, give_float, give_int)", "cond(t, give_float, give_none)",
    "cond(True, give_float, give_float)", "cond(t, give_pair, give_pair)", "cond(t, give_x, give_float)",
    "case([(t, give_float)], default=give_float)", "case([(t, give_float), (t, give_int)])",
    "switch_case(i, [give_float, give_float])", "switch_case(i, [give_float, give_int])",
    "while_loop(below_five, add_one, (0,))", "while_loop(below_five, add_one, [0])",
    "while_loop(below_five, add_half, (0,))", "while_loop(below_five, add_half, (0.0,))",
    "while_loop(below_five, add_one, [i])",
    "map_fn(double, x)", "map_fn(double, np.ones([3, 2]))", "map_fn(double, [1.0, 2.0])", "map_fn(to_pair, (x, x))",
    "map_fn(pair_of, x, fn_output_signature=(tf.float32, tf.float32))", "map_fn(double, r)",
    "vectorized_map(double, x)", "vectorized_map(pair_of, x)", "scan(add, x)", "scan(add, x, initializer=0.0)",
    "foldl(add, x)", "foldr(add, x, initializer=x[0])", "foldl(add, y, 0.0)",
    "nest.map_structure(double, [x, (x, {'a': y})])", "nest.map_structure(add, {'a': x}, {'a': x})",
    "nest.flatten({'b': x, 'a': [y, 1]})", "nest.pack_sequence_as([1, (2, 3)], [x, y, 4])", "nest.is_nested([1])",
    "py_function(double, [x], tf.float32)", "py_function(double, [x], [tf.float32])",
    "numpy_function(double, [x], tf.float32)",
    "is_tensor(x)", "is_tensor(1)", "executing_eagerly()", "as_dtype('int32')", "TensorShape([None, 2])",
    "stop_gradient(x)",
    "RaggedTensor.from_row_splits(y, [0, 1, 2])", "SparseTensor([[0, 0]], [1.0], [2, 2])",
]  # fmt: skip


def modelled(name: str, run: Callable[..., Any], model: Callable[..., AbstractValue]) -> Any:
    def function(*arguments: Any) -> Any:
        return run(*arguments)

    function.__name__ = name
    function.model = model  # type: ignore[attr-defined]
    return function


def twice(host: Host, item: AbstractValue) -> AbstractValue:
    return operators.binary(host, "*", item, constant(2), "2 * x")


def plus(amount: float) -> Callable[[Host, AbstractValue], AbstractValue]:
    return lambda host, item: operators.binary(host, "+", item, constant(amount), "x + …")


def callbacks() -> list[Any]:
    import tensorflow as tf

    from tests.knowledge.concrete_values import abstracted

    x = tf.ones([2, 3])
    return [
        modelled("give_float", lambda: 1.0, lambda host: constant(1.0)),
        modelled("give_int", lambda: 1, lambda host: constant(1)),
        modelled("give_none", lambda: None, lambda host: constant(None)),
        modelled("give_pair", lambda: (1.0, 2), lambda host: tuple_of(constant(1.0), constant(2))),
        modelled("give_x", lambda: x, lambda host: abstracted(host, x)),
        modelled("below_five", lambda n: n < 5, lambda host, n: operators.binary(host, "<", n, constant(5), "n < 5")),
        modelled("add_one", lambda n: (n + 1,), lambda host, n: tuple_of(plus(1)(host, n))),
        modelled("add_half", lambda n: (n + 0.5,), lambda host, n: tuple_of(plus(0.5)(host, n))),
        modelled("double", lambda v: v * 2, twice),
        modelled("pair_of", lambda v: (v, v), lambda host, v: tuple_of(v, v)),
        modelled("to_pair", lambda v: v, lambda host, v: v),
        modelled("add", lambda a, b: a + b, lambda host, a, b: operators.binary(host, "+", a, b, "a + b")),
    ]


def named() -> dict[str, Any]:
    import numpy as np
    import tensorflow as tf

    tensors = {"x": tf.ones([2, 3]), "y": tf.ones([2]), "i": tf.constant(0), "t": tf.constant(True)}
    ragged = tf.ragged.constant([[1.0, 2.0], [3.0]])
    functions = {each.__name__: each for each in callbacks()}
    return {**tensors, **functions, "r": ragged, "np": np, "tf": tf, "capture": lambda *a, **k: (a, k)}


@pytest.mark.parametrize("text", CALLS)
def test_calls_are_those_of_tensorflow(text: str) -> None:
    if KNOWLEDGE.functions.get(f"tensorflow.{text.partition('(')[0]}") is None:
        pytest.skip("left to the table")
    scope = named()
    path = text.partition("(")[0]
    arguments, keywords = eval("capture(" + text.partition("(")[2], scope)
    names = tuple(keywords)

    def operate(*items: Any) -> Any:
        function = eval(f"tf.{path}", scope)
        return function(*items[: len(arguments)], **dict(zip(names, items[len(arguments) :], strict=True)))

    def model(host: Host, *items: AbstractValue) -> AbstractValue:
        given = dict(zip(names, items[len(arguments) :], strict=True))
        return KNOWLEDGE.call(Call(f"tensorflow.{path}", host, Arguments(items[: len(arguments)], given), text=path))

    made = compare(operate, model, *arguments, *keywords.values())
    complaints = [each for each in made.complaints() if "CREATES_VARIABLE" not in each]
    assert not complaints, "\n".join(complaints)
