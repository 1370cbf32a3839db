"""Running the body of a user function once: its frame, its scope, recursion, its result."""

from __future__ import annotations

import ast
import hashlib
from dataclasses import dataclass

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Function,
    PythonIterator,
    join_all,
    value,
)
from jupyter_hybridize.interpreter.calling.arguments import Bound
from jupyter_hybridize.interpreter.machine import Frame, Machine
from jupyter_hybridize.interpreter.memory import objects
from jupyter_hybridize.interpreter.trace import Code
from jupyter_hybridize.interpreter.tracing import staging, tape_use
from jupyter_hybridize.interpreter.work import tally
from jupyter_hybridize.interpreter.work.effort import is_spent
from jupyter_hybridize.knowledge.host import Mode
from jupyter_hybridize.source.span import Span

BY_PYTHON = "python"
_EXACT_RECURSION = 9
_EXACT_RECURSIONS = 20  # calls of itself within one call: where it branches or loops, each depth multiplies them
_MOST_RECURSIONS = 100
_MOST_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Start:
    """How an activation begins: its mode, and why AutoGraph does not reach it (``""`` if it does)."""

    mode: Mode
    unconverted: str = ""


def starting_mode(m: Machine, code: Code, function: Function, mode: Mode | None) -> Start:
    """Return the mode *code* runs in when called in *mode* from the current frame.

    With None, Python itself calls it (an operator, a property, ``__init__``, ``sorted``): AutoGraph converts the calls
    that stand in the text, and no others. A function that converted code defined is converted, whoever calls it.
    """
    frame = m.frame
    wanted = frame.mode if mode is None else mode
    if wanted is Mode.EAGER:
        return Start(Mode.EAGER)
    is_here = function.environment in m.converted_scopes
    if mode is None and frame.mode is Mode.CONVERTED and not is_here:
        return Start(Mode.UNCONVERTED, BY_PYTHON)
    if wanted is Mode.UNCONVERTED and not is_here:
        inherited = frame.unconverted if frame.mode is Mode.UNCONVERTED else "keras"
        return Start(Mode.UNCONVERTED, inherited or "keras")
    if code.is_ambiguous and not is_here:
        return Start(Mode.UNCONVERTED, "a lambda beside another on its line")
    if code.info.unconvertible:
        return Start(Mode.UNCONVERTED, code.info.unconvertible)
    return Start(Mode.CONVERTED)


def activate(
    m: Machine, code: Code, function: Function, bound: Bound, start: Start, call_span: Span | None
) -> AbstractValue:
    """Interpret the body of *code* with these parameters and return its result."""
    active = [f for f in m.frames[m.trial_root if m.trial else 0 :] if f.code is code]
    if active:
        m.trace.recursive.add(code.id)
        covering = any(f.environment == function.environment and _covers(f, bound) for f in active)
        active[0].recursions += not covering
        recursions = active[0].recursions
        is_endless = len(m.frames) > m.budget.depth or recursions > _MOST_RECURSIONS
        if covering or is_endless or is_spent(m):
            _note_recursion(m, code, active)
            return _estimate(m, code, bound, is_deep=not covering)
        if len(active) >= _EXACT_RECURSION or recursions > _EXACT_RECURSIONS:
            _note_recursion(m, code, active)
            bound = _widened(active, bound)
            if any(_covers(f, bound) for f in active):
                return _estimate(m, code, bound, is_deep=False)
    elif len(m.frames) > m.budget.depth or is_spent(m):
        return _not_followed(m, code, bound)
    return _run_to_fixpoint(m, code, function, bound, start, call_span)


def _not_followed(m: Machine, code: Code, bound: Bound) -> AbstractValue:
    """Call *code* when no work is left: nobody knows what that does, and what it writes is told by a run of its own."""
    m.effect(EffectKind.UNKNOWN_CALL, code.name, answer=Answer.UNKNOWN, reason="too deep to follow")
    if m.trial is None:
        m.unfollowed.add(code.id)
        m.trace.unseen_calls.add(code.id)
        objects.escape(m, *(item for _, item in bound))
    return TOP


def _covers(frame: Frame, bound: Bound) -> bool:
    return all(old.covers(new) for (_, old), (_, new) in zip(frame.arguments, bound, strict=False))


def _widened(active: list[Frame], bound: Bound) -> Bound:
    wide = dict(bound)
    for frame in active:
        for name, old in frame.arguments:
            wide[name] = wide[name].join(old)
    return tuple(wide.items())


def _estimate(m: Machine, code: Code, bound: Bound, *, is_deep: bool) -> AbstractValue:
    """Return what is known so far of a recursive call's result."""
    tally.unbounded(m)
    if is_deep:
        return _not_followed(m, code, bound)
    if m.trial is not None:
        m.effect(EffectKind.RECURSES_ON_TENSOR, code.name, answer=Answer.UNKNOWN, reason="endless")
    estimate = m.estimates.get(code.id)
    if estimate is None:
        m.estimates[code.id] = BOTTOM
        m.state = None
        return BOTTOM
    if estimate.is_bottom:
        m.state = None
    return estimate


def _note_recursion(m: Machine, code: Code, active: list[Frame]) -> None:
    """Record a recursion that no difference of the arguments was seen to end, if tensors decide whether it goes on."""
    if m.trial is None or not m.frame.mode.is_traced:
        return
    inner = m.frames[m.frames.index(active[-1]) :]
    under_tensor = any(c.is_staged and not c.is_loop for f in inner for c in f.controls)
    if under_tensor or any(is_staged for f in inner for _, _, is_staged in f.returns):
        m.effect(EffectKind.RECURSES_ON_TENSOR, code.name, reason="tensor")


def _run_to_fixpoint(
    m: Machine, code: Code, function: Function, bound: Bound, start: Start, call_span: Span | None
) -> AbstractValue:
    outer = m.estimates.pop(code.id, None)
    entry = m.live.fork()
    result = _run(m, code, function, bound, start, call_span)
    for _ in range(_MOST_ROUNDS):
        estimate = m.estimates.get(code.id)
        if estimate is None or estimate.covers(result):
            break
        m.estimates[code.id] = estimate.join(result)
        m.state = entry.fork()
        result = _run(m, code, function, bound, start, call_span)
    else:
        result = TOP
    m.estimates.pop(code.id, None)
    if outer is not None:
        m.estimates[code.id] = outer.join(result)
    return result


def _run(
    m: Machine, code: Code, function: Function, bound: Bound, start: Start, call_span: Span | None
) -> AbstractValue:
    frame = _frame(m, code, function, bound, start, call_span)
    existing = m.live.names(frame.scope)
    frame.is_weak = bool(existing)
    m.environments[frame.scope] = (function.environment, code.info)
    if start.mode is Mode.CONVERTED:
        m.converted_scopes.add(frame.scope)
    if m.trial is not None:
        m.own_scopes.add(frame.scope)
    m.frames.append(frame)
    written = len(m.trace.events)
    try:
        for name, item in bound:
            m.live.set(frame.scope, name, item.join(existing[name]) if name in existing else item)
        _body(m, code, frame)
        if code.info.is_generator or code.info.is_async:
            m.delay(written)
        tape_use.end_trial(m)
        return _finish(m, code, frame)
    finally:
        m.frames.pop()
        if m.state is not None and not frame.has_closures:
            m.state.drop(frame.scope)


def _frame(m: Machine, code: Code, function: Function, bound: Bound, start: Start, call_span: Span | None) -> Frame:
    parent = m.frames[-1].context if m.frames else ""
    place = "" if call_span is None else f"{call_span.cell}:{call_span.line}:{call_span.column}"
    text = f"{parent}>{place}>{code.id}>{function.environment}"
    context = hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=8).hexdigest()
    return Frame(
        code,
        f"{code.id}|{context}",
        code.unit,
        code.parsed,
        start.mode,
        context,
        function.environment,
        code.info,
        call_span,
        unconverted=start.unconverted,
        arguments=bound,
        receiver=bound[0][1] if bound and code.owner else BOTTOM,
        start=m.clock,
    )


def _body(m: Machine, code: Code, frame: Frame) -> None:
    from jupyter_hybridize.interpreter.language.expressions import evaluate
    from jupyter_hybridize.interpreter.language.statements import execute_block

    if isinstance(code.node, ast.Lambda):
        result = evaluate(m, code.node.body)
        if m.state is not None:
            frame.returns.append((result, m.state, False))
            m.state = None
    else:
        execute_block(m, code.node.body)


def _finish(m: Machine, code: Code, frame: Frame) -> AbstractValue:
    """Join the ways out of the body and return the result."""
    values = [item for item, _, _ in frame.returns]
    if m.state is not None:
        staging.check_fall_through(m, frame)
        values.append(NONE)
    states = [state for _, state, _ in frame.returns]
    m.merge(m.state, *states, *frame.yielded)
    if code.info.is_generator:
        return _generator(m, frame)
    if any(is_staged for _, _, is_staged in frame.returns):
        return staging.joined_returns(m, values)
    return join_all(values)


def _generator(m: Machine, frame: Frame) -> AbstractValue:
    m.clock += 1
    site = f"generator|{frame.context}"
    m.births[site] = m.clock
    return value(PythonIterator(frame.yields, site))
