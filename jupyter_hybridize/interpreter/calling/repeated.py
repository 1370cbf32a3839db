"""Functions that a library calls again and again: ``timeit``."""

from __future__ import annotations

import ast

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import BOTTOM, AbstractValue, Scalar, scalar
from jupyter_hybridize.interpreter.host import InterpreterHost
from jupyter_hybridize.interpreter.language import loops
from jupyter_hybridize.interpreter.machine import Control, Machine
from jupyter_hybridize.knowledge.host import Arguments

_SECONDS = scalar("float")


def time_it(m: Machine, arguments: Arguments, text: str) -> AbstractValue:
    """``timeit.timeit(function)`` and ``timeit.repeat(function)``; of a text nobody knows what it does."""
    statement, setup = (arguments.get(place, name) or BOTTOM for place, name in enumerate(("stmt", "setup")))
    m.effect(EffectKind.PERFORMS_IO, text, reason="timeit")
    given = [item for item in (setup, statement) if not item.is_bottom]
    if not arguments.is_exact or any(item.is_unknown or item.has(Scalar) for item in given):
        from jupyter_hybridize.interpreter.calling.special import run_unseen

        return run_unseen(m, arguments, text)
    for item in given:
        any_number_of_times(m, item, text)
    return InterpreterHost(m).new_list(None, _SECONDS) if text.endswith("repeat") else _SECONDS


def any_number_of_times(m: Machine, function: AbstractValue, text: str) -> None:
    """Call *function* once or more, with nothing."""
    from jupyter_hybridize.interpreter.calling.calls import call

    def body(control: Control) -> None:
        call(m, function, Arguments(), text)

    place = ast.Pass() if m.frame.node is None else ast.copy_location(ast.Pass(), m.frame.node)
    loops.run_loop(m, place, body, is_staged=False, names=frozenset(), runs=True)
