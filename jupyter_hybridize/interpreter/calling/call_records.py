"""Writing down that a function of the program is called."""

from __future__ import annotations

from math import prod

from jupyter_hybridize.domain.value import AbstractValue, Class, Function, Hybrid
from jupyter_hybridize.interpreter.calling import making
from jupyter_hybridize.interpreter.calling.arguments import Bound
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.trace import CallRecord, Code
from jupyter_hybridize.interpreter.tracing import first_use, layouts, passed_variables
from jupyter_hybridize.interpreter.tracing.leaves import leaves_of


def record_call(m: Machine, code: Code, function: Function, bound: Bound, *, is_traced: bool) -> None:
    """Write down that *code* is called here."""
    m.clock += 1
    by_library, m.is_by_library = m.is_by_library, False
    if m.trial is not None:
        return
    if m.is_guessing and any(f.code is not None and f.code.id in m.trace.unseen_calls for f in m.frames):
        m.trace.unseen_calls.add(code.id)
    in_loop = any(c.is_loop for f in m.frames for c in f.controls)
    callers = [f.code.id for f in m.frames if f.code is not None]
    m.trace.calls.append(
        CallRecord(
            code.id,
            function.environment,
            m.clock,
            m.span(),
            is_traced,
            in_loop,
            bound,
            callers[-1] if callers else "",
            m.calls_are_guesses,
            leaves_of(m, bound),
            by_library,
            _times(m),
            first_use.renewed(m, bound),
            m.is_recalling,
            making.is_repeated(m, function),
            layouts.laid_out(m, bound) if code.is_reported else (),
            any(f.failing for f in m.frames),
            m.frames[0].parsed.cell.index if m.frames else -1,
            making.innermost_loop(m),
            first_use.lazy(m, bound),
            passed_variables.among(m, bound) if code.is_reported else (),
        )
    )


def _times(m: Machine) -> int | None:
    """Return how often the loops around the current code run it at most, None where that is not known."""
    rounds = [c.rounds for f in m.frames for c in f.controls if c.is_loop]
    return None if None in rounds else prod(each for each in rounds if each is not None)


def note_unbound(m: Machine, owner: AbstractValue, found: AbstractValue) -> None:
    """Note the methods that are taken from their class: they are called with the receiver as any other argument."""
    if m.trial is not None or not owner.has(Class):
        return
    wrapped = (item for hybrid in found.each(Hybrid) for item in hybrid.function.each(Function))
    for function in (*found.each(Function), *wrapped):
        if m.trace.codes[function.definition].owner is not None:
            m.trace.unbound.add(function.definition)
