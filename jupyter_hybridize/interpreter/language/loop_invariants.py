"""What the first statement of a staged loop allows: ``set_loop_options(shape_invariants=[(tokens, [None])])``.

The names keep that shape all the way through the graph, also where no round changes it. AutoGraph takes nothing but a
``TensorShape``, raises where another statement comes first, and knows ``maximum_iterations``, of which eager execution
knows nothing. Seen on TensorFlow 2.21.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import NONE, OPEN_AXIS, AbstractValue, Api, Form, Tensor, Tuple
from jupyter_hybridize.interpreter.host import InterpreterHost
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.knowledge.host import Arguments
from jupyter_hybridize.knowledge.tensorflow.datasets_elements import shape_from

_OPTIONS: Final = "set_loop_options"
SET_OPTIONS: Final = "tensorflow.autograph.experimental.set_loop_options"
_HARMLESS: Final = frozenset({"parallel_iterations", "swap_memory", "shape_invariants"})


def set_options(m: Machine, arguments: Arguments, text: str) -> AbstractValue:
    """Do nothing: it is AutoGraph that reads the call, where it stands first in a loop."""
    loop = m.frame.controls[-1].node if m.frame.controls else None
    first = loop.body[0] if isinstance(loop, ast.For | ast.While) else None
    is_first = isinstance(first, ast.Expr) and first.value is m.frame.node
    is_known = not arguments.positional and arguments.keywords.keys() <= _HARMLESS
    if m.frame.mode.is_traced and not (is_first and is_known and _are_shapes(m, arguments)):
        m.effect(EffectKind.UNKNOWN_CALL, text, answer=Answer.UNKNOWN, reason="loop options")
    return NONE


def _are_shapes(m: Machine, arguments: Arguments) -> bool:
    given = arguments.get(None, "shape_invariants")
    pairs = () if given is None else InterpreterHost(m).items(given)
    found = [p.items[1].only() if isinstance(p := pair.only(), Tuple) and p.items[1:] else None for pair in pairs or ()]
    return pairs is not None and all(isinstance(each, Tuple) and each.name == "tf.TensorShape" for each in found)


def loosen(m: Machine, node: ast.stmt) -> None:
    """Give the names that the loop *node* declares the shapes it declares for them."""
    scope = m.frame.scope
    for name, shape in _declared(m, node):
        item = m.live.get(scope, name)
        if item is not None:
            m.live.set(scope, name, _with_shape(item, shape))


def loosened(m: Machine, node: ast.stmt, name: str, item: AbstractValue) -> AbstractValue:
    """Return what the loop *node* carries under *name*, of the shape that it declares."""
    declared = dict(_declared(m, node))
    return _with_shape(item, declared[name]) if name in declared else item


def _with_shape(item: AbstractValue, shape: Shape) -> AbstractValue:
    atoms = (
        replace(a, shape=shape)
        if isinstance(a, Tensor) and a.form is Form.DENSE and (shape.dims is None or shape.covers(a.shape))
        else a
        for a in item.atoms
    )
    is_open = not shape.is_static and item.has(Tensor)
    return AbstractValue(frozenset(atoms), item.origins | ({OPEN_AXIS} if is_open else set()))


def _declared(m: Machine, node: ast.stmt) -> Iterator[tuple[str, Shape]]:
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    for pair in _pairs(m, node):
        match pair:
            case ast.Tuple(elts=[ast.Name(id=name), given]):
                yield name, shape_from(InterpreterHost(m), evaluate(m, given))


def _pairs(m: Machine, node: ast.stmt) -> list[ast.expr]:
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    first = node.body[0] if isinstance(node, ast.For | ast.While) else None
    call = first.value if isinstance(first, ast.Expr) else None
    if not isinstance(call, ast.Call) or m.state is None or getattr(call.func, "attr", _OPTIONS) != _OPTIONS:
        return []
    given = [k.value for k in call.keywords if k.arg == "shape_invariants"]
    if not given or evaluate(m, call.func).only() != Api(SET_OPTIONS):
        return []
    return given[0].elts if isinstance(given[0], ast.List | ast.Tuple) else []
