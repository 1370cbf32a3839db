"""Expressions: one small function a kind of node."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any, Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Array,
    Container,
    Form,
    Function,
    Instance,
    Method,
    PythonIterator,
    Tensor,
    Tuple,
    constant,
    scalar,
    tuple_of,
    value,
)
from jupyter_hybridize.interpreter.calling import results
from jupyter_hybridize.interpreter.calling.call_records import note_unbound
from jupyter_hybridize.interpreter.calling.calls import call, let_loose
from jupyter_hybridize.interpreter.host import InterpreterHost
from jupyter_hybridize.interpreter.language import attributes, branches, comprehensions, displays, namespaces
from jupyter_hybridize.interpreter.language.functions import make_function
from jupyter_hybridize.interpreter.language.iteration import iterate
from jupyter_hybridize.interpreter.language.names import bind_name, read_name
from jupyter_hybridize.interpreter.language.operators import BINARY, COMPARISON, UNARY, binary, get_item, user_method
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.syntax.nodes import per_node, text_of
from jupyter_hybridize.interpreter.tracing import (
    equal_terms,
    gradient_targets,
    late_binding,
    open_axes,
    passed_variables,
    tape_use,
)
from jupyter_hybridize.interpreter.work import tally
from jupyter_hybridize.knowledge import operators
from jupyter_hybridize.knowledge.host import GIVEN, Arguments, Call
from jupyter_hybridize.knowledge.keras.logits import PROBABILITIES

Evaluator = Callable[[Machine, Any], AbstractValue]  # each takes the nodes of one class, or of a few


def evaluate(m: Machine, node: ast.expr) -> AbstractValue:
    """Return what *node* may be, recording what evaluating it does."""
    if m.state is None:
        return BOTTOM
    m.trace.steps += 1
    kind = type(node)
    if kind not in _EVALUATORS:
        m.effect(EffectKind.UNKNOWN_VALUE, ast.unparse(node), answer=Answer.UNKNOWN)
        return TOP
    frame = m.frames[-1]
    before, frame.node = frame.node, node
    try:
        return _EVALUATORS[kind](m, node)
    finally:
        frame.node = before


def _constant(m: Machine, node: ast.Constant) -> AbstractValue:
    return _constant_value(node)


@per_node
def _constant_value(node: ast.Constant) -> AbstractValue:
    return scalar("ellipsis") if node.value is Ellipsis else constant(node.value)


def _name(m: Machine, node: ast.Name) -> AbstractValue:
    return _note_variable(m, read_name(m, node.id), node.id)


def _note_variable(m: Machine, found: AbstractValue, name: str) -> AbstractValue:
    for atom in found.atoms:
        if type(atom) is Tensor and atom.form is Form.VARIABLE:
            return _variable(m, found, name)
    return found


def _variable(m: Machine, found: AbstractValue, name: str) -> AbstractValue:
    if m.trial is not None:
        m.trial.touches_state = True
        passed_variables.note_outside(m, found, name)
    if all(t.dtype in tape_use.WITHOUT_GRADIENT for t in found.each(Tensor)):
        return found
    if m.trial is not None:
        tape_use.note_variable(m, name)
    return tape_use.derived(m, found, name)


def _attribute(m: Machine, node: ast.Attribute) -> AbstractValue:
    before = m.clock
    owner = evaluate(m, node.value)
    found = attributes.read(m, owner, node.attr, text_of(node.value))
    note_unbound(m, owner, found)
    if isinstance(node.value, ast.Call):
        _note_temporary(m, node.value, found, before)
    return open_axes.after_attribute(m, owner, _note_variable(m, found, text_of(node)))


def _subscript(m: Machine, node: ast.Subscript) -> AbstractValue:
    owner = evaluate(m, node.value)
    index = evaluate(m, node.slice)
    if m.trial is not None and owner.has(Tuple) and m.frame.mode.is_traced and _is_shape(owner):
        _note_static_axis(m, owner, text_of(node))
    if index.origins and any(container.type == "dict" for container in owner.each(Container)):
        results.note_given(m, index, "which is the key of a dict")
    found = get_item(m, owner, index, text_of(node))
    if found.has(Instance, Container):
        found = found.with_origins(index.origins)  # they tell what chose it
    return open_axes.after_index(m, owner, index, _note_variable(m, found, text_of(node)))


def _is_shape(item: AbstractValue) -> bool:
    return any(t.name == "tf.TensorShape" for t in item.each(Tuple))


def _note_static_axis(m: Machine, owner: AbstractValue, text: str) -> None:
    """The size of an axis of an argument is read as a number: a signature must fix it."""
    assert m.trial is not None
    if owner.origins & {name for name, _ in m.trial.arguments}:
        m.effect(EffectKind.READS_STATIC_SHAPE, text, answer=Answer.UNKNOWN, reason="axis")


def _slice(m: Machine, node: ast.Slice) -> AbstractValue:
    parts = (node.lower, node.upper, node.step)
    items = [NONE if part is None else evaluate(m, part) for part in parts]
    origins = frozenset().union(*(i.origins for i in items))
    return tuple_of(*items, name="slice").with_origins(origins)


def _binary(m: Machine, node: ast.BinOp) -> AbstractValue:
    left, right = evaluate(m, node.left), evaluate(m, node.right)
    equal_terms.note_sum(m, node, node.op, node.left, node.right)
    return binary(m, BINARY[type(node.op)], left, right, text_of(node))


def _unary(m: Machine, node: ast.UnaryOp) -> AbstractValue:
    operand = evaluate(m, node.operand)
    names = {"-": "__neg__", "+": "__pos__", "~": "__invert__", "not": "__bool__"}
    operator = UNARY[type(node.op)]
    held = user_method(m, operand.only(), names[operator])
    if held is not None:
        result = call(m, held, Arguments((operand,)), text_of(node))
        return scalar("bool") if operator == "not" else result
    if operator != "not":
        tally.operands(m, operand)
    return operators.unary(InterpreterHost(m), operator, operand, text_of(node))


def _compare(m: Machine, node: ast.Compare) -> AbstractValue:
    left = evaluate(m, node.left)
    results: list[AbstractValue] = []
    for operator, comparator in zip(node.ops, node.comparators, strict=True):
        right = evaluate(m, comparator)
        name = COMPARISON[type(operator)]
        if name in {"is", "is not"}:
            _note_identity(m, left, right)
        results.append(binary(m, name, left, right, text_of(node)))
        left = right
    return results[0] if len(results) == 1 else branches.both(m, results, text_of(node))


_COPIED = (Tensor, Array, Container, Tuple)  # what a graph makes anew when it returns it


def _note_identity(m: Machine, left: AbstractValue, right: AbstractValue) -> None:
    """What a function returned is compared by identity: a graph returns another object."""
    if m.trial is not None or not (left.has(*_COPIED) and right.has(*_COPIED)):
        return
    for origin in left.origins | right.origins:
        if origin.startswith("return:"):
            m.trace.identity_tested.setdefault(origin.removeprefix("return:"), m.span())


def _lambda(m: Machine, node: ast.Lambda) -> AbstractValue:
    late_binding.note_made(m, node)
    return make_function(m, node, "<lambda>")


def _call(m: Machine, node: ast.Call) -> AbstractValue:
    if isinstance(node.func, ast.Attribute):
        if node.func.attr == "update" and (owner := namespaces.owner_of(m, node.func.value)) is not None:
            return namespaces.update(m, node, owner)
        before = m.clock
        receiver = evaluate(m, node.func.value)
        if node.func.attr == "ref":
            _note_identity(m, receiver, receiver)
        frame = m.frames[-1]
        frame.node = node.func
        function = attributes.read(m, receiver, node.func.attr, text_of(node.func.value))
        frame.node = node
        note_unbound(m, receiver, function)
        if isinstance(node.func.value, ast.Call):
            _note_temporary(m, node.func.value, function, before)
    else:
        receiver = BOTTOM
        function = evaluate(m, node.func)
    frame = m.frames[-1]
    is_tape = receiver.has(Instance) and any(each.cls == tape_use.TAPE for each in receiver.each(Instance))
    frame.tapes.asked += is_tape
    arguments = displays.arguments(m, node)
    frame.tapes.asked -= is_tape
    if m.state is None:
        return BOTTOM
    if receiver.atoms and function.is_unknown:
        let_loose(m, *(value(a) for a in receiver.atoms if isinstance(a, Instance | Container)))
    equal_terms.note_call(m, node)
    result = call(m, function, arguments, text_of(node.func), frame.mode)
    if is_tape and len(receiver.atoms) == 1 and getattr(node.func, "attr", "") == "gradient":
        gradient_targets.after_gradient(m, node)
    origins = arguments_origins(arguments, receiver)
    return result.with_origins(origins) if origins else result


def arguments_origins(arguments: Arguments, receiver: AbstractValue) -> frozenset[str]:
    """Return what the result of a call may derive from."""
    found = receiver.origins
    for item in arguments.every():
        if item.origins:
            found |= item.origins
    if not found:
        return found
    return frozenset(o for o in found if o not in PROBABILITIES and not o.startswith(GIVEN))


def _note_temporary(m: Machine, node: ast.Call, function: AbstractValue, before: int) -> None:
    """A method is called on an object made since *before* that nothing else holds: ``C(1.).f(x)``."""
    for method in function.each(Method):
        receivers = [i for i in method.receiver.each(Instance) if m.births.get(i.site, 0) > before]
        if isinstance(method.function, Function) and receivers:
            m.trace.on_temporary.setdefault(method.function.definition, m.span(node))


def _joined_string(m: Machine, node: ast.JoinedStr) -> AbstractValue:
    parts = [evaluate(m, part) for part in node.values]
    known = [p.constant() for p in parts]
    origins = frozenset().union(*(p.origins for p in parts))
    if all(isinstance(k, str) for k in known):
        return constant("".join(str(k) for k in known)).with_origins(origins)
    return scalar("str").with_origins(origins)


def _formatted(m: Machine, node: ast.FormattedValue) -> AbstractValue:
    item = evaluate(m, node.value)
    spec = evaluate(m, node.format_spec) if node.format_spec is not None else constant("")
    arguments = Arguments((item, spec))
    result = m.knowledge.call(Call("builtins.format", InterpreterHost(m), arguments, BOTTOM, text_of(node.value)))
    return result if not result.is_unknown else scalar("str")


def _await(m: Machine, node: ast.Await) -> AbstractValue:
    item = evaluate(m, node.value)
    m.replay()
    return item


def _yield(m: Machine, node: ast.Yield | ast.YieldFrom) -> AbstractValue:
    item = NONE if node.value is None else evaluate(m, node.value)
    if isinstance(node, ast.YieldFrom):
        item = iterate(m, item, by_python=True)
    m.frame.yields = m.frame.yields.join(item)
    if m.state is not None:
        m.frame.yielded.append(m.state.fork())
    return TOP if isinstance(node, ast.YieldFrom) else NONE.join(TOP)


def _walrus(m: Machine, node: ast.NamedExpr) -> AbstractValue:
    item = evaluate(m, node.value)
    bind_name(m, node.target.id, item)
    return item


def _starred(m: Machine, node: ast.Starred) -> AbstractValue:
    return evaluate(m, node.value)


def _generator(m: Machine, node: ast.GeneratorExp) -> AbstractValue:
    late_binding.note_made(m, node)
    written = len(m.trace.events)
    element, is_filled = comprehensions.generated(m, node)
    m.delay(written)
    m.clock += 1
    site = m.site("generator")
    m.births[site] = m.clock
    return value(PythonIterator(element, site, is_filled=is_filled))


_EVALUATORS: Final[dict[type[ast.expr], Evaluator]] = {
    ast.Constant: _constant,
    ast.Name: _name,
    ast.Attribute: _attribute,
    ast.Subscript: _subscript,
    ast.Slice: _slice,
    ast.Tuple: displays.tuple_,
    ast.List: displays.list_,
    ast.Set: displays.set_,
    ast.Dict: displays.dict_,
    ast.BinOp: _binary,
    ast.UnaryOp: _unary,
    ast.Compare: _compare,
    ast.BoolOp: branches.boolean,
    ast.IfExp: branches.conditional,
    ast.Lambda: _lambda,
    ast.Call: _call,
    ast.JoinedStr: _joined_string,
    ast.FormattedValue: _formatted,
    ast.Await: _await,
    ast.Yield: _yield,
    ast.YieldFrom: _yield,
    ast.NamedExpr: _walrus,
    ast.Starred: _starred,
    ast.ListComp: comprehensions.list_,
    ast.SetComp: comprehensions.set_,
    ast.DictComp: comprehensions.dict_,
    ast.GeneratorExp: _generator,
}
