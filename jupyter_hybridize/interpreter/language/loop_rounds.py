"""The rounds of a loop: what one leaves for the next, and loops over a few objects, round by round."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence

from jupyter_hybridize.domain.value import AbstractValue, Function, Instance, Method
from jupyter_hybridize.domain.work import Work
from jupyter_hybridize.interpreter.host import InterpreterHost
from jupyter_hybridize.interpreter.language import branches
from jupyter_hybridize.interpreter.machine import Control, Machine
from jupyter_hybridize.interpreter.memory.state import State, join_states
from jupyter_hybridize.interpreter.syntax.liveness import assigned_in
from jupyter_hybridize.interpreter.tracing import staging
from jupyter_hybridize.interpreter.work import tally
from jupyter_hybridize.knowledge.iteration import items

_MOST_IN_TURN = 8
_LEAVES = (ast.Continue, ast.Break)


def counted_round(m: Machine, body: Callable[[Control], None], control: Control) -> list[Work]:
    """Run one round and return the work it does."""
    with tally.Apart(m) as work:
        body(control)
    return work


def after_round(m: Machine, node: ast.stmt, control: Control, names: frozenset[str]) -> State | None:
    """Join the ways a round ends; if a tensor chose between them, the names and objects must agree."""
    place = branches.place_of(m.frame.controls, control) + 1
    is_guarded = any(c.is_guard for c in m.frame.controls[place : place + 1])
    del m.frame.controls[place:]
    end, body = m.state, getattr(node, "body", [])
    if is_guarded and end is not None and control.continues is not None and body:
        early, scope = control.continues, m.frame.scope
        rest = _bound_under_guard(body)
        differing = [name for name in names if name in rest or end.get(scope, name) != early.get(scope, name)]
        with m.at(node):
            staging.join_branches(m, body[-1], early, end, early, differing)
        return m.state
    return join_states(end, control.continues)


def _bound_under_guard(body: Sequence[ast.stmt]) -> frozenset[str]:
    """Return the names bound behind the first ``continue`` or ``break``, which a graph has as tensors from there on."""
    leaving = (n for n, each in enumerate(body) if any(isinstance(part, _LEAVES) for part in ast.walk(each)))
    return assigned_in(body[next(leaving, len(body)) + 1 :])


def holds_objects(host: InterpreterHost, source: AbstractValue) -> bool:
    """Return whether a loop gets a few objects or functions that differ, ``for layer in self.layers``."""
    known = items(host, source)
    if known is None or not 1 < len(known) <= _MOST_IN_TURN or len(set(known)) == 1:
        return False
    return all(element.has(Instance, Function, Method) for element in known)


def in_turn(
    m: Machine,
    node: ast.For | ast.AsyncFor,
    run: Callable[[AbstractValue], None],
    source: AbstractValue,
    names: frozenset[str],
) -> tuple[bool, State | None]:
    """Interpret each round of a loop by itself; with an ``else``, return where the loop was broken off too.

    If the body changes what the loop iterates, nothing of this counts: False.
    """
    before, host, counted = m.live.fork(), InterpreterHost(m), list[Work]()
    known = items(host, source) or ()
    with branches.Under(m, is_loop=True, is_staged=False, node=node) as control:
        control.rounds = 1
        for element in known:
            control.continues = None
            with tally.Apart(m) as work:
                run(element)
            counted += work
            m.state = after_round(m, node, control, names)
            if m.state is None:
                break
        out = control.breaks
    if m.state is not None and items(host, source) != known:
        m.state = before
        return False, None
    tally.repeat(m, counted, len(known), is_staged=False)
    if node.orelse:
        return True, out
    m.merge(m.state, out)
    return True, None
