"""Programs that would take for ever, or much too long, are not followed to the end, and that is said."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.interpreter.syntax import liveness
from jupyter_hybridize.interpreter.syntax.liveness import live_after
from jupyter_hybridize.interpreter.work.effort import Budget
from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.parse import MOST_BLOCKS, Opaque, Parsed, parse
from jupyter_hybridize.source.program import Program
from tests.interpreter.programs import interpret, notebook, revealed

SETUP = "import tensorflow as tf\n"
LIKE_THE_FIRST = pytest.mark.no_cover  # thousands of rounds of loops: tracing them takes most of the time


def nested(header: str, depth: int, inner: str, indent: int = 0) -> str:
    lines = [*(f"{' ' * (indent + n)}{header}" for n in range(depth)), f"{' ' * (indent + depth)}{inner}"]
    return "\n".join(lines) + "\n"


def cell(text: str) -> Parsed | Opaque:
    return parse(Cell("cell", 0, text, text))


@pytest.mark.parametrize("header", ["for i in [1, 2]:", pytest.param("while x.shape[0] < n:", marks=LIKE_THE_FIRST)])
def test_a_nest_of_loops_costs_no_more_than_a_loop_may(header: str) -> None:
    trace = interpret(
        Program((notebook(SETUP + "x, n = tf.ones([2]), int(input())", nested(header, 20, "x = x * 2")),))
    )
    assert trace.steps < Budget().loop + 5_000


LINKS = {
    "lambdas": "f{n} = lambda x: f{m}(x) + f{m}(x * 2.0)",
    "functions": "def f{n}(x):\n    return f{m}(x) + f{m}(x * 2.0)",
    "comprehensions": "f{n} = lambda x: [f{m}(x + j) for j in range(3)][0]",
}


@LIKE_THE_FIRST
@pytest.mark.parametrize("link", LINKS.values(), ids=LINKS)
def test_functions_that_each_call_the_next_one_twice_cost_no_more_than_a_program_may(link: str) -> None:
    chain = [link.format(n=n, m=n - 1) for n in range(1, 31)]
    trace = interpret(Program((notebook(SETUP + "f0 = lambda x: x + 1.0", *chain, "f30(tf.ones([3]))"),)))
    assert trace.steps < Budget().total + 5_000


@pytest.mark.parametrize("line", ["x = (x, x)", "x = [x, x, x]", "x = {'a': x, 'b': x, 'c': x}"])
@pytest.mark.parametrize("use", ["tf.nest.flatten(x)", "tf.nest.map_structure(tf.sin, x)", "np.array(x)"])
def test_what_holds_the_same_often_is_not_looked_through(line: str, use: str) -> None:
    text = "x = tf.ones([2])\n" + f"{line}\n" * 30 + f"def f(x):\n    return {use}\n\nf(x)\nreveal(1)"
    assert revealed(notebook(SETUP + "import numpy as np", text)) == ["1"]


@LIKE_THE_FIRST
def test_a_function_whose_trials_took_too_much_is_tried_no_more_and_not_known() -> None:
    text = f"def f(x):\n{nested('for i in [1, 2]:', 19, 'x = x + 1.0', 1)} return x\n"
    calls = [f"f(tf.ones([{n}]))" for n in range(3)]
    trace = interpret(Program((notebook(SETUP, text, *calls),)))
    ((first, last),) = trace.trials_of.values()
    assert any("too much" in e.detail for e in first.effects.values())
    assert any(e.kind is EffectKind.UNKNOWN_CALL for e in last.effects.values())


@LIKE_THE_FIRST
def test_what_a_loop_binds_is_unknown_where_it_is_not_followed() -> None:
    loops = nested("for i in [1, 2]:", 20, "x, seen[0] = [x], x")
    assert revealed(notebook(SETUP, f"x, seen = tf.ones([2]), [0]\n{loops}\nreveal(x)\nreveal(seen[0])")) == ["?", "?"]


@LIKE_THE_FIRST
def test_a_function_with_loops_that_are_not_followed_is_not_known() -> None:
    text = f"def f(x):\n{nested('for i in [1, 2]:', 19, 'x = x + 1.0', 1)} return x\n\nf(tf.ones([2]))"
    trace = interpret(Program((notebook(SETUP, text),)))
    (trial,) = trace.trials
    assert any(e.kind is EffectKind.UNKNOWN_VALUE and "too much" in e.detail for e in trial.effects.values())


@LIKE_THE_FIRST
def test_calls_in_loops_that_are_not_followed_are_not_all_seen() -> None:
    text = f"def f(x):\n    return x\n\nx = tf.ones([2])\n{nested('for i in [1, 2]:', 20, 'x = [f(x)]')}"
    trace = interpret(Program((notebook(SETUP, text),)))
    assert any(name.endswith(":f") for name in trace.unseen_calls)


def test_a_comprehension_in_comprehensions_is_evaluated_no_oftener_than_one() -> None:
    inner = "tf.tanh(x)"
    for n in range(40):
        inner = f"[{inner} for a{n} in range(3)]"
    trace = interpret(Program((notebook(SETUP, f"x = tf.ones([2])\ny = {inner}"),)))
    assert trace.statements < 10


def test_the_liveness_of_nested_loops_takes_no_power_of_their_depth() -> None:
    function = ast.parse(f"def f(x):\n{nested('for i in y:', 80, 'x = x + z', 1)} return x").body[0]
    assert isinstance(function, ast.FunctionDef)
    innermost = function.body[0]
    while isinstance(innermost, ast.For):
        outer, innermost = innermost, innermost.body[0]
    assert live_after(function)[id(outer)] == {"x", "y", "z"}


CLASSES = """\
def f(x):
    if x > 0:
        size = 1
    class Plain:
        kind = "plain"
    class Sized:
        size = size
"""


def test_a_class_that_reads_nothing_does_not_look_through_its_function(monkeypatch: pytest.MonkeyPatch) -> None:
    (function,) = ast.parse(CLASSES).body
    assert isinstance(function, ast.FunctionDef)
    plain, sized = (node for node in function.body if isinstance(node, ast.ClassDef))
    walk, walked = liveness.own_nodes, []

    def own_nodes(node: ast.AST) -> Iterator[ast.AST]:
        walked.append(node)
        return walk(node)

    monkeypatch.setattr(liveness, "own_nodes", own_nodes)
    assert (liveness.hidden_from_classes(function, plain), walked) == (frozenset(), [])
    assert liveness.hidden_from_classes(function, sized) == {"size"}


def test_more_blocks_than_python_compiles_make_a_cell_opaque() -> None:
    assert isinstance(cell(nested("for i in y:", MOST_BLOCKS, "pass")), Parsed)
    for header in ("for i in y:", "while y:", "with y:"):
        refused = cell(f"def f():\n{nested(header, 200, 'pass', 1)}")
        assert isinstance(refused, Opaque)
        assert "f" in refused.names
    assert isinstance(cell(nested("if y:", 80, "for i in y: pass")), Parsed)


def test_a_class_far_from_its_first_base_has_an_unknown_one() -> None:
    classes = "\n".join(
        ["class A0:\n    def far(self): return 1", *(f"class A{n + 1}(A{n}): near = {n}" for n in range(300))]
    )
    unit = notebook(classes, "reveal(A300.near)\nreveal(A90().far())\nreveal(A300().far())")
    assert revealed(unit) == ["299", "1", "?"]
    assert any(name.endswith("A0.far") for name in interpret(Program((unit,))).unseen_calls)


@pytest.mark.parametrize(
    "call",
    [
        "tf.keras.layers.MaxPool2D(2, strides=0)(x)",
        "tf.keras.layers.Conv2D(3, 2, strides=0, padding='same')(x)",
        "tf.keras.layers.Conv2DTranspose(3, 2, strides=0)(x)",
        "tf.nn.max_pool2d(x, 2, 0, 'VALID')",
        "tf.nn.conv2d(x, tf.ones([2, 2, 3, 4]), strides=0, padding='SAME')",
        "tf.image.extract_patches(x, [1, 2, 2, 1], [1, 0, 0, 1], [1, 1, 1, 1], 'VALID')",
        "tf.signal.frame(x, 2, 0)",
        "tf.keras.layers.UpSampling2D(0)(x)",
        "tf.keras.layers.Reshape([0, -1])(x)",
        "tf.reshape(x, [0, -1])",
        "tf.split(x, 0, axis=1)",
        "tf.nn.space_to_depth(x, 0)",
        "tf.nn.depth_to_space(x, 0)",
        "np.array_split(np.ones([4]), 0)",
        "tf.data.Dataset.from_tensor_slices(x).batch(0)",
        "tf.keras.layers.GroupNormalization(0)(x)",
        "tf.keras.layers.Conv2D(4, 2, groups=0)(x)",
    ],
)
def test_a_number_that_must_not_be_zero_ends_no_analysis(call: str) -> None:
    text = f"x = tf.ones([2, 8, 8, 3])\ntry:\n    y = {call}\nexcept Exception:\n    pass\nreveal(1)"
    assert revealed(notebook(SETUP + "import numpy as np", text)) == ["1"]
