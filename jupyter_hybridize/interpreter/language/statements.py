"""Statements: one small function a kind of node."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from typing import Any, Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    NONE,
    TOP,
    AbstractValue,
    Descriptor,
    Instance,
    Module,
    PythonIterator,
    Scalar,
    Tensor,
    Unknown,
    value,
)
from jupyter_hybridize.interpreter.calling.calls import call, call_library_method
from jupyter_hybridize.interpreter.language import branches, classes, functions, imports, loops
from jupyter_hybridize.interpreter.language.augmented import execute_augmented
from jupyter_hybridize.interpreter.language.binding import assign, delete
from jupyter_hybridize.interpreter.language.exceptions import execute_raise, execute_try, note_suppressed
from jupyter_hybridize.interpreter.language.expressions import evaluate
from jupyter_hybridize.interpreter.language.names import bind_name, read_name
from jupyter_hybridize.interpreter.language.operators import user_method
from jupyter_hybridize.interpreter.language.patterns import execute_match
from jupyter_hybridize.interpreter.language.refinement import refine
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory.garbage import drop_unreached, start_of
from jupyter_hybridize.interpreter.memory.state import join_along, join_states
from jupyter_hybridize.interpreter.syntax.nodes import text_of
from jupyter_hybridize.interpreter.tracing import staging, tape_use
from jupyter_hybridize.interpreter.work import tally
from jupyter_hybridize.knowledge.host import Arguments

_SUPPRESSING = frozenset({"contextlib.suppress", "contextlib._GeneratorContextManager"})
Executor = Callable[[Machine, Any], None]  # each takes the nodes of one class, or of a few


def execute_block(m: Machine, body: Sequence[ast.stmt]) -> None:
    """Run statements one after the other, as long as the program can get there."""
    for statement in body:
        if m.state is None:
            return
        execute(m, statement)


def execute(m: Machine, node: ast.stmt) -> None:
    """Run one statement."""
    m.trace.statements += 1
    if m.catchers:
        m.may_raise()
    kind = type(node)
    frame = m.frames[-1]
    start = start_of(m) if frame.controls else None
    before, frame.node = frame.node, node
    try:
        if kind in _EXECUTORS:
            _EXECUTORS[kind](m, node)
        else:
            m.effect(EffectKind.UNKNOWN_VALUE, kind.__name__, answer=Answer.UNKNOWN)
    finally:
        frame.node = before
    if start is not None:
        drop_unreached(m, start)


def _expression(m: Machine, node: ast.Expr) -> None:
    result = evaluate(m, node.value)
    if m.frame.mode.is_traced and isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Attribute):
        with m.at(node.value):
            _note_dropped(m, node.value.func, result)


def _note_dropped(m: Machine, function: ast.Attribute, result: AbstractValue) -> None:
    """Record what a graph makes of a call whose result nobody uses."""
    words = text_of(function)
    if function.attr in {"write", "scatter", "unstack", "split"} and any(
        i.cls == "tensorflow.TensorArray" for i in result.each(Instance)
    ):
        m.effect(EffectKind.ASKS_MODE, words, detail="its result is dropped", reason="dropped write")
    elif result.has(Tensor) and not result.has(Scalar, Instance) and _drops_error(m, function):
        m.effect(EffectKind.LOSES_CHECK, words, answer=Answer.UNKNOWN, reason="unused")


def _drops_error(m: Machine, function: ast.Attribute) -> bool:
    """Return whether *function* is one of TensorFlow's (``tf.gather``, ``tf.linalg.inv``) that graphs leave out."""
    root: ast.expr = function
    names: list[str] = []
    while isinstance(root, ast.Attribute):
        names.insert(0, root.attr)
        root = root.value
    held = read_name(m, root.id) if isinstance(root, ast.Name) else None
    atom = held.only() if held is not None else None
    if not isinstance(atom, Module) or atom.name.partition(".")[0] != "tensorflow":
        return False
    return not m.knowledge.runs_always(".".join((atom.name, *names)))


def _assign(m: Machine, node: ast.Assign) -> None:
    item = evaluate(m, node.value)
    for target in node.targets:
        assign(m, target, item)


def _annotated(m: Machine, node: ast.AnnAssign) -> None:
    if node.value is not None:
        assign(m, node.target, evaluate(m, node.value))


def _delete(m: Machine, node: ast.Delete) -> None:
    for target in node.targets:
        delete(m, target)


def _return(m: Machine, node: ast.Return) -> None:
    item = NONE if node.value is None else evaluate(m, node.value)
    if m.state is None:
        return
    is_staged = staging.check_return(m, item)
    if is_staged:
        m.frame.staged_return = node
    m.frame.returns.append((item, m.state, is_staged))
    m.state = None


def _break(m: Machine, node: ast.stmt) -> None:
    staging.check_break(m)
    for control in reversed(m.frame.controls):
        if control.is_loop:
            control.breaks = join_states(control.breaks, m.state)
            branches.guard_rest(m, control)
            break
    m.state = None


def _continue(m: Machine, node: ast.stmt) -> None:
    for control in reversed(m.frame.controls):
        if control.is_loop:
            control.continues = join_states(control.continues, m.state)
            branches.guard_rest(m, control)
            break
    m.state = None


def _with(m: Machine, node: ast.With | ast.AsyncWith) -> None:
    entered = m.frame.entered
    outer, is_failing = len(entered), _expects_error(node)
    m.frame.failing += is_failing
    try:
        _run_within(m, node, entered)
    finally:
        m.frame.failing -= is_failing
        del entered[outer:]


def _expects_error(node: ast.With | ast.AsyncWith) -> bool:
    """Return whether a test expects what stands under *node* to raise."""
    called = [item.context_expr.func for item in node.items if isinstance(item.context_expr, ast.Call)]
    names = [getattr(function, "attr", getattr(function, "id", "")) for function in called]
    return any(name == "raises" or name.startswith("assertRaises") for name in names)


def _run_within(m: Machine, node: ast.With | ast.AsyncWith, around: list[AbstractValue]) -> None:
    managers = []
    for item in node.items:
        manager = evaluate(m, item.context_expr)
        entered = _enter(m, manager, text_of(item.context_expr))
        managers.append((manager, item.context_expr))
        around.append(manager)
        if item.optional_vars is not None:
            assign(m, item.optional_vars, entered)
    frame = m.frame
    returned = len(frame.returns)
    if not any(_may_suppress(m, manager) for manager, _ in managers):
        tapes = tape_use.enter(m, (manager for manager, _ in managers))
        execute_block(m, node.body)
        tape_use.leave(m, tapes)
        if tapes:
            tally.tapes_closed(m, (manager for manager, _ in managers))
        staging.check_block(m, returned)
        m.replay()
        return
    raising = [m.live.fork()]
    m.catchers.append(raising)
    execute_block(m, node.body)
    staging.check_block(m, returned)
    m.may_raise()
    m.catchers.pop()
    after = m.state
    for index in range(returned, len(frame.returns)):
        result, m.state, is_staged = frame.returns[index]
        _leave(m, managers)
        frame.returns[index] = (result, m.live, is_staged)
    m.state = after if after is not None else join_along(raising)
    suppresses = _leave(m, managers)
    if suppresses and m.state is not None:
        m.merge(m.state, join_along(raising))
    elif after is None:
        m.state = None


def _may_suppress(m: Machine, manager: AbstractValue) -> bool:
    """Return whether leaving the block runs code of the program, or may end an exception."""
    return manager.is_unknown or any(
        user_method(m, atom, "__exit__") is not None or getattr(atom, "cls", "").startswith("contextlib.")
        for atom in manager.atoms
    )


def _leave(m: Machine, managers: Sequence[tuple[AbstractValue, ast.expr]]) -> bool:
    """Call ``__exit__`` of each manager; return whether one may suppress an exception."""
    m.replay()  # what a generator does after its `yield`
    suppresses = False
    for manager, expression in reversed(managers):
        for atom in manager.ordered():
            held = user_method(m, atom, "__exit__")
            if held is not None and m.state is not None:
                text = f"{text_of(expression)}.__exit__"
                result = call(m, held, Arguments((value(atom), NONE, NONE, NONE)), text)
                suppresses = suppresses or branches.truth_of(m, result, text) is not Answer.NO
            elif isinstance(atom, Unknown) or (isinstance(atom, Instance) and atom.cls in _SUPPRESSING):
                suppresses = True
                if getattr(atom, "cls", "") == "contextlib.suppress" and isinstance(expression, ast.Call):
                    for kinds in expression.args:
                        note_suppressed(m, kinds)
    return suppresses


def _enter(m: Machine, manager: AbstractValue, text: str) -> AbstractValue:
    """Return what ``with manager as …`` binds."""
    if m.state is None:
        return TOP
    results: list[AbstractValue] = []
    for atom in manager.ordered():
        held = user_method(m, atom, "__enter__")
        if held is not None:
            results.append(call(m, held, Arguments((value(atom),)), f"{text}.__enter__"))
        elif isinstance(atom, Instance):
            content = m.live.load(atom.site)
            yielded = content.attributes.get("__yielded__") if content is not None else None
            results.append(yielded if yielded is not None else _library_enter(m, atom, text))
        elif isinstance(atom, PythonIterator | Descriptor | Tensor):
            results.append(TOP)
        else:
            m.effect(EffectKind.UNKNOWN_CALL, text, answer=Answer.UNKNOWN, reason="with")
            results.append(TOP)
    joined = results[0] if results else TOP
    for other in results[1:]:
        joined = joined.join(other)
    return joined


def _library_enter(m: Machine, atom: Instance, text: str) -> AbstractValue:
    if m.knowledge.has_method(atom.cls, "__enter__") and (atom.cls, "__enter__") in m.knowledge.methods:
        return call_library_method(m, f"{atom.cls}.__enter__", value(atom), Arguments(), text)
    return value(atom)


def _define(m: Machine, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    bind_name(m, node.name, functions.define(m, node))


def _class(m: Machine, node: ast.ClassDef) -> None:
    decorators = [evaluate(m, d) for d in node.decorator_list]
    made = classes.define(m, node)
    for decorator, item in zip(reversed(node.decorator_list), reversed(decorators), strict=True):
        if item.is_unknown:
            m.effect(EffectKind.UNKNOWN_CALL, text_of(decorator), answer=Answer.UNKNOWN)
            made = TOP
        else:
            with m.at(decorator):
                result = call(m, item, Arguments((made,)), text_of(decorator))
            made = made if result.is_unknown else result
    bind_name(m, node.name, made)


def _assert(m: Machine, node: ast.Assert) -> None:
    """``assert`` stays Python under AutoGraph: on a tensor it asks for the value."""
    test = evaluate(m, node.test)
    if m.state is None:
        return
    if m.frame.mode.is_traced:
        from jupyter_hybridize.knowledge.truth import is_tensor

        answer = is_tensor(test)
        if answer is not Answer.NO:
            certain = Answer.NO if answer is Answer.YES else Answer.UNKNOWN
            m.effect(EffectKind.ASSERTS_TENSOR, text_of(node.test), answer=certain, reason="assert")
            return
    known = branches.truth_of(m, test, text_of(node.test))
    if known is Answer.NO:
        m.effect(EffectKind.RAISES, text_of(node.test), answer=Answer.UNKNOWN, detail="is false", reason="assert")
    refine(m, node.test, is_true=True)


def _nothing(m: Machine, node: ast.stmt) -> None:
    """``pass``, ``global``, ``nonlocal``: nothing happens."""


_EXECUTORS: Final[dict[type[ast.stmt], Executor]] = {
    ast.Expr: _expression,
    ast.Assign: _assign,
    ast.AnnAssign: _annotated,
    ast.AugAssign: execute_augmented,
    ast.Delete: _delete,
    ast.Return: _return,
    ast.Break: _break,
    ast.Continue: _continue,
    ast.If: branches.execute_if,
    ast.For: loops.execute_for,
    ast.AsyncFor: loops.execute_for,
    ast.While: loops.execute_while,
    ast.With: _with,
    ast.AsyncWith: _with,
    ast.Try: execute_try,
    ast.Raise: execute_raise,
    ast.FunctionDef: _define,
    ast.AsyncFunctionDef: _define,
    ast.ClassDef: _class,
    ast.Import: imports.execute_import,
    ast.ImportFrom: imports.execute_import_from,
    ast.Assert: _assert,
    ast.Match: execute_match,
    ast.Pass: _nothing,
    ast.Global: _nothing,
    ast.Nonlocal: _nothing,
}
if hasattr(ast, "TryStar"):
    _EXECUTORS[ast.TryStar] = execute_try
