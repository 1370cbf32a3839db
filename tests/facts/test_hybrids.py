"""How ``tf.function`` is written does not matter, and what only looks like it is not it."""

from __future__ import annotations

import pytest

from jupyter_hybridize.results.report import FunctionReport
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Program

SESSION = Session()
BODY = "def f(x):\n    return tf.nn.relu(x) * 2.0\n"
WRAPPED_METHOD = """class C:
    def __init__(self):
        self.g = tf.function(self.f)
    def f(self, x):
        return x * 2.0
C().g(tf.ones([3]))"""
DECORATED = """def deco(g):
    @functools.wraps(g)
    def inner(*a):
        return g(*a)
    return inner
@tf.function
@deco
"""
CALLS = "for _ in range(3):\n    f(tf.ones([3]))\n"
SPEC = "[tf.TensorSpec([None], tf.float32)]"


def reported(*cells: str) -> FunctionReport:
    sources = [(None, cell, None) for cell in ("import functools\nimport tensorflow as tf", *cells)]
    (unit,) = SESSION.update(Program((make_unit("book.ipynb", sources),))).units
    return next(f for f in unit.functions if f.name.rpartition(".")[2] == "f")


@pytest.mark.parametrize(
    ("setting", "decorator", "arguments"),
    [
        ("", "tf.function", {}),
        ("", "tf.function()", {}),
        ("import tensorflow", "tensorflow.function", {}),
        ("import tensorflow as T", "T.function(jit_compile=True)", {"jit_compile": "True"}),
        ("from tensorflow import function", "function", {}),
        ("from tensorflow import function as traced", "traced", {}),
        ("from tensorflow import *", "function", {}),
        ("", "tf.compat.v2.function", {}),
        ("", f"tf.function(input_signature={SPEC})", {"input_signature": SPEC}),
        ("", f"tf.function(None, {SPEC})", {"input_signature": SPEC}),
        ("", "tf.function(reduce_retracing=True, autograph=False)", {"reduce_retracing": "True", "autograph": "False"}),
        ("", "functools.partial(tf.function, jit_compile=True)", {"jit_compile": "True"}),
        ("jit = functools.partial(tf.function, jit_compile=True)", "jit", {}),
        ("jit = tf.function", "jit", {}),
        ("jit = tf.function(jit_compile=True)", "jit", {}),
    ],
)
def test_a_decorator_is_recognised_in_every_spelling(setting: str, decorator: str, arguments: dict[str, str]) -> None:
    found = reported(setting, f"@{decorator}\n{BODY}", CALLS)
    assert (found.mode, found.confidence, found.safety) == ("hybrid", "fine", "safe")
    assert found.decorator is not None
    assert found.decorator.text == f"@{decorator}"
    assert dict(found.decorator.arguments) == arguments


@pytest.mark.parametrize(
    ("making", "calling"),
    [
        ("g = tf.function(f)", "g"),
        ("f = tf.function(f, jit_compile=True)", "f"),
        ("if True:\n    f = tf.function(f)", "f"),
        ("def wrapped(g):\n    return tf.function(g)\nf = wrapped(f)", "f"),
        ("fs = [tf.function(f)]", "fs[0]"),
        ("fs = {'f': tf.function(func=f)}", "fs['f']"),
        ("", "tf.function(f)"),
        ("f = functools.partial(tf.function, autograph=True)(f)", "f"),
    ],
)
def test_a_function_that_is_wrapped_by_a_call_is_hybrid(making: str, calling: str) -> None:
    found = reported(BODY, making, f"for _ in range(3):\n    {calling}(tf.ones([3]))")
    assert (found.mode, found.confidence) == ("hybrid", "fine")


@pytest.mark.parametrize(
    "text",
    [
        "class C:\n    @tf.function\n    def f(self, x):\n        return x * 2.0\nC().f(tf.ones([3]))",
        "class C:\n    @staticmethod\n    @tf.function\n    def f(x):\n        return x * 2.0\nC.f(tf.ones([3]))",
        "class C:\n    @classmethod\n    @tf.function\n    def f(cls, x):\n        return x * 2.0\nC.f(tf.ones([3]))",
        WRAPPED_METHOD,
        "@functools.lru_cache\n@tf.function\n" + BODY,
        DECORATED + BODY,
    ],
)
def test_methods_and_stacked_decorators_are_hybrid(text: str) -> None:
    assert reported(text).mode == "hybrid"


@pytest.mark.parametrize(
    ("setting", "decorator"),
    [
        ("import custom", "custom.function"),
        ("from custom import function", "function"),
        ("def function(g):\n    return g", "function"),
        ("class tools:\n    @staticmethod\n    def function(g):\n        return g", "tools.function"),
        ("", "tf.autograph.experimental.do_not_convert"),
        ("", "functools.cache"),
        ("from tensorflow import function\nfunction = functools.cache", "function"),
        ("class tf2:\n    function = staticmethod(lambda g: g)", "tf2.function"),
    ],
)
def test_a_look_alike_is_no_tf_function(setting: str, decorator: str) -> None:
    assert reported(setting, f"@{decorator}\n{BODY}", CALLS).mode == "eager"


def test_a_plain_function_is_eager() -> None:
    assert (reported(BODY, CALLS).mode, reported(BODY, CALLS).confidence) == ("eager", "proved")


@pytest.mark.parametrize("use", ["f.get_concrete_function(tf.TensorSpec([3]))", "f.python_function"])
def test_a_graph_that_is_used_as_such_is_not_taken_away(use: str) -> None:
    text = "@tf.function\ndef f(x):\n    return x\n"
    assert reported(text, CALLS).action == "undecorate"
    assert reported(text, CALLS, use).action == "keep"


def test_an_unsafe_hybrid_is_a_hazard() -> None:
    found = reported("@tf.function\ndef f(x):\n    print(x)\n    return x * 2.0\n", CALLS)
    assert (found.mode, found.action, found.confidence) == ("hybrid", "keep", "hazard")


INNER = """def outer(x):
    @tf.function{arguments}
    def f(y):
{body}
    return f(x)


for n in range(9):
    outer(tf.ones([3]))
"""


@pytest.mark.parametrize(
    ("body", "arguments", "action"),
    [
        ("        return tf.sin(y) + tf.cos(y)", "", "undecorate"),
        ("        for _ in tf.range(1000):\n            y = tf.sin(y)\n        return y", "", "keep"),
        ("        return tf.sin(y) + tf.cos(y)", "(jit_compile=True)", "keep"),
    ],
    ids=["few operations", "a loop that may pay", "compiled"],
)
def test_a_graph_that_is_made_for_one_call_is_taken_away(body: str, arguments: str, action: str) -> None:
    assert reported(INNER.format(body=body, arguments=arguments)).action == action


def test_a_graph_that_is_made_anew_but_called_in_a_loop_stays() -> None:
    text = "def outer(x):\n    @tf.function\n    def f(y):\n        return tf.sin(y) + tf.cos(y)\n\n"
    calls = (
        "    for _ in range(100):\n        x = f(x)\n    return x\n\n\nfor n in range(9):\n    outer(tf.ones([3]))\n"
    )
    assert reported(text + calls).action == "keep"
