"""The sentence that says how to go on from a report, in a kernel that has TensorFlow."""

import sys
from dataclasses import replace
from types import ModuleType

import pytest

from jupyter_hybridize.results.report import VerificationReport
from jupyter_hybridize.session import Session
from jupyter_hybridize.surfaces.excerpt import Sources
from jupyter_hybridize.surfaces.history import History
from jupyter_hybridize.surfaces.next_step import next_step
from jupyter_hybridize.surfaces.notebook_output import NotebookOutput

DEFINED = """\
import tensorflow as tf
x = tf.ones([8, 10])
def curve(x):
    h = x
    for _ in range(12):
        h = tf.tanh(tf.matmul(h, tf.transpose(h)) @ x)
    return h
def noisy(x):
    print(x)
    return tf.tanh(x)
"""
CALLED = "for _ in range(3):\n    curve(x)\n    noisy(x)\n"


@pytest.fixture(autouse=True)
def tensorflow(monkeypatch):
    """Only whether the kernel has imported it is asked."""
    monkeypatch.setitem(sys.modules, "tensorflow", ModuleType("tensorflow"))


def curve(x):
    return x


def report(*cells):
    program = History(("", *cells)).program()
    return Session().update(program), program


def test_function_that_may_be_decorated_is_named_with_a_call_of_the_notebook():
    said = next_step(*report(DEFINED, CALLED), {"curve": curve, "x": 1})

    assert said == "`%hybridize verify curve` asks TensorFlow; `%hybridize bench curve(x)` measures."


def test_function_that_nothing_calls_needs_arguments():
    said = next_step(*report(DEFINED), {"curve": curve, "x": 1})

    assert said.startswith("With arguments of yours, `%hybridize verify curve(x)` asks TensorFlow;")


@pytest.mark.parametrize("names", [{}, {"curve": 3}, {"curve": len}], ids=["gone", "no function", "another"])
def test_function_that_the_kernel_has_not_is_not_named(names):
    assert next_step(*report(DEFINED, CALLED), {**names, "x": 1}) == ""


def test_nothing_is_said_of_refused_functions():
    cells = ("import tensorflow as tf\nx = tf.ones([3])\ndef noisy(x):\n    print(x)\n    return tf.tanh(x)\nnoisy(x)",)

    assert next_step(*report(*cells), {"noisy": curve, "x": 1}) == ""


def test_nothing_is_said_where_tensorflow_was_not_imported(monkeypatch):
    monkeypatch.delitem(sys.modules, "tensorflow")

    assert next_step(*report(DEFINED, CALLED), {"curve": curve, "x": 1}) == ""


def test_nothing_is_said_of_what_was_verified():
    found, program = report(DEFINED, CALLED)
    verified = VerificationReport("verified", "", ("x: float32[8,10]",), 1.0)
    (unit,) = found.units
    functions = tuple(replace(f, verification=verified if f.name == "curve" else None) for f in unit.functions)
    found = replace(found, units=(replace(unit, functions=functions),))

    assert next_step(found, program, {"curve": curve, "x": 1}) == ""


def test_text_and_html_end_with_it():
    found, program = report(DEFINED, CALLED)
    output = NotebookOutput(found, Sources.of([program]), hint="`%hybridize bench f(a < b)` measures.")
    bundle = output._repr_mimebundle_()

    assert bundle["text/plain"].endswith("\n`%hybridize bench f(a < b)` measures.")
    assert "<code>%hybridize bench f(a &lt; b)</code> measures." in bundle["text/html"]
