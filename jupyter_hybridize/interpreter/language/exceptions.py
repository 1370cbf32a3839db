"""``try`` and ``raise``."""

from __future__ import annotations

import ast

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import AbstractValue, Api, Class, Instance, Tuple
from jupyter_hybridize.interpreter.language import branches
from jupyter_hybridize.interpreter.language.names import bind_name
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory.state import State, join_along
from jupyter_hybridize.interpreter.syntax.nodes import text_of
from jupyter_hybridize.interpreter.tracing import staging

_OF_GRAPHS = frozenset({"OutOfRangeError", "OpError", "Exception", "BaseException"})  # handlers of a graph's end


def execute_raise(m: Machine, node: ast.Raise) -> None:
    """``raise``: under a tensor condition it runs while tracing, whatever the tensor is."""
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    words = text_of(node.exc) if node.exc is not None else "raise"
    if node.exc is not None:
        evaluate(m, node.exc)
    if m.state is None:
        return
    is_staged = any(c.is_staged for f in m.frames[m.trial_root :] for c in f.controls)
    if m.frame.mode.is_traced and is_staged:
        m.effect(EffectKind.ASSERTS_TENSOR, words, reason="raise")
    else:
        m.effect(EffectKind.RAISES, words, answer=Answer.UNKNOWN, detail="is raised", reason="raise")
    m.may_raise()
    m.state = None


def execute_try(m: Machine, node: ast.stmt) -> None:
    """``try``: each handler starts from the join of every point that may raise."""
    from jupyter_hybridize.interpreter.language.statements import execute_block

    assert isinstance(node, ast.Try) or type(node).__name__ == "TryStar"
    body, handlers = node.body, node.handlers  # type: ignore[attr-defined]
    frame = m.frame
    returned = len(frame.returns)
    raising: list[State] = [m.live.fork()]
    known = set() if m.trial is None else set(m.trial.effects)
    m.catchers.append(raising)
    with branches.Under(m, is_loop=False, is_staged=False, node=node, is_try=True):
        execute_block(m, body)
    certain = not any(isinstance(inner, ast.Try) for inner in body)  # a handler within may be what goes on
    staging.check_block(m, returned, Answer.NO if certain else Answer.UNKNOWN)
    m.may_raise()
    m.catchers.pop()
    if handlers and m.frame.mode.is_traced and _fails(m, body, handlers, known):
        m.state = None
        del frame.returns[returned:]
    elif handlers and m.frame.mode.is_traced:
        _note_caught(m, node, raising[0])
    ends: list[State | None] = []
    answered = len(frame.returns)
    with branches.Under(m, is_loop=False, is_staged=False, is_try=True):
        execute_block(m, node.orelse)  # type: ignore[attr-defined]
    staging.check_block(m, answered, always=True)
    ends.append(m.state)
    start = join_along(raising)
    may_end_well = ends[0] is not None or len(frame.returns) > returned
    m.doubts += may_end_well
    for handler in handlers:
        m.state = None if start is None else start.fork()
        if handler.name and m.state is not None:
            bind_name(m, handler.name, _caught(m, handler))
        with branches.Under(m, is_loop=False, is_staged=False, is_try=True):
            execute_block(m, handler.body)
        ends.append(m.state)
    m.doubts -= may_end_well
    m.merge(*ends)
    _finally(m, node.finalbody, returned, start)  # type: ignore[attr-defined]


def _fails(m: Machine, body: list[ast.stmt], handlers: list[ast.ExceptHandler], known: set[tuple[object, ...]]) -> bool:
    """Return whether *body* begins with what raises, while tracing as eagerly, and the first handler catches all.

    Shapes that do not fit are refused in both. What is caught is then forgotten.
    """
    first = handlers[0]
    catches_all = first.type is None or text_of(first.type) in {"Exception", "BaseException"}
    read = {each.id for part in first.body for each in ast.walk(part) if isinstance(each, ast.Name)}
    if m.trial is None or not catches_all or first.name in read:
        return False
    start = body[0]
    if (
        not isinstance(start, ast.Assign | ast.Expr | ast.Return)
        or sum(isinstance(n, ast.Call) for n in ast.walk(start)) > 1
    ):
        return False  # another operation may raise later, when the graph runs
    place = m.span(start)
    found = [
        key
        for key, effect in m.trial.effects.items()
        if key not in known
        and effect.kind is EffectKind.RAISES
        and effect.answer is Answer.NO
        and "fit" in effect.detail
        and effect.path == m.path()
        and place.line <= effect.span.line <= place.end_line
    ]
    for key in found:
        del m.trial.effects[key]
    return bool(found)


def _finally(m: Machine, body: list[ast.stmt], returned: int, raising: State | None) -> None:
    """Run ``finally`` on every way out: going on, and returning from within."""
    from jupyter_hybridize.interpreter.language.statements import execute_block

    if not body:
        return
    frame = m.frame
    after = m.state
    for index in range(returned, len(frame.returns)):
        item, state, is_staged = frame.returns[index]
        m.state = state
        execute_block(m, body)
        frame.returns[index] = (item, m.state if m.state is not None else state, is_staged)
    m.state = after if after is not None else None
    if m.state is not None:
        execute_block(m, body)
    elif raising is not None:
        m.state = raising.fork()
        execute_block(m, body)
        m.state = None


def _caught(m: Machine, handler: ast.ExceptHandler) -> AbstractValue:
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    if handler.type is None:
        return m.new_instance("builtins.BaseException", "caught", HeapObject(is_open=True))
    kind = evaluate(m, handler.type).only()
    name = kind.name if isinstance(kind, Api) else kind.id if isinstance(kind, Class) else "builtins.BaseException"
    with m.at(handler):
        return m.new_instance(name, "caught", HeapObject(is_open=True))


def _note_caught(m: Machine, node: ast.stmt, before: State) -> None:
    """Record handlers that wait for errors which a graph raises later, elsewhere, or as another type."""
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    after = m.state
    if after is None:  # it has returned, and its handlers name what they did before
        m.state = before.fork()
    for handler in node.handlers:  # type: ignore[attr-defined]
        words = text_of(handler.type) if handler.type is not None else "except"
        kinds = _names(evaluate(m, handler.type)) if handler.type is not None and m.state is not None else set()
        with m.at(handler):
            _note_kinds(m, kinds, words)
    m.state = after


def note_suppressed(m: Machine, kinds: ast.expr) -> None:
    """Record that a ``with`` ends errors of *kinds* (an argument of ``contextlib.suppress``)."""
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    if m.frame.mode.is_traced and m.state is not None:
        _note_kinds(m, _names(evaluate(m, kinds)), text_of(kinds))


def _note_kinds(m: Machine, kinds: set[str], words: str) -> None:
    if any(name.startswith("tensorflow.errors.") or name.endswith("StopIteration") for name in kinds):
        also = any(name.endswith((".ValueError", ".TypeError", ".Exception", ".BaseException")) for name in kinds)
        answer = Answer.UNKNOWN if also else Answer.NO  # what raises while tracing is caught as well
        m.effect(EffectKind.CATCHES_OP_ERROR, words, answer=answer, reason="op error")
    elif not kinds or any(name.endswith((".Exception", ".BaseException")) for name in kinds):
        m.effect(EffectKind.CATCHES_OP_ERROR, words, answer=Answer.UNKNOWN, reason="any error")


def note_end(m: Machine, text: str) -> None:
    """Record of the functions being run that one they are called by waits for the end of a data set's iterator.

    Eagerly that is a ``StopIteration``; a graph raises ``OutOfRangeError``.
    """
    if m.trial is not None:
        return
    waiting = [i for i, frame in enumerate(m.frames) if any(_awaits_end(control.node) for control in frame.controls)]
    effect = Effect(EffectKind.CATCHES_OP_ERROR, text, m.span(), Answer.NO, reason="caller")
    for frame in m.frames[waiting[-1] + 1 :] if waiting else ():
        if frame.code is not None:
            known = m.trace.eager_effects.get(frame.code.id, frozenset())
            m.trace.eager_effects[frame.code.id] = known | {effect}


def _awaits_end(node: ast.stmt | None) -> bool:
    handlers = node.handlers if isinstance(node, ast.Try) else []
    kinds = [each for handler in handlers if handler.type is not None for each in ast.walk(handler.type)]
    names = {each.id if isinstance(each, ast.Name) else getattr(each, "attr", "") for each in kinds}
    catches_all = any(handler.type is None for handler in handlers)
    return "StopIteration" in names and not catches_all and names.isdisjoint(_OF_GRAPHS)


def _names(item: AbstractValue) -> set[str]:
    names: set[str] = set()
    for atom in item.ordered():
        if isinstance(atom, Api):
            names.add(atom.name)
        elif isinstance(atom, Tuple):
            for part in atom.items:
                names |= _names(part)
        elif isinstance(atom, Class | Instance):
            names.add(str(atom))
        else:
            names.add("?")
    return names
