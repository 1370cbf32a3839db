"""Which functions are made anew again and again, and whether each is called often before the next is made.

A ``tf.function`` keeps its traces. One that is made in a loop, or in a function that is called repeatedly, starts
without any each time.
"""

from __future__ import annotations

import ast

from jupyter_hybridize.domain.value import Function
from jupyter_hybridize.interpreter.machine import Machine

LOOP = "loop of "


def note_made(m: Machine, function: Function, place: str) -> None:
    """Write down that *function* is made at *place*: by its ``def``, or by giving it to ``tf.function``."""
    if m.trial is not None or m.is_guessing or m.frame.mode.is_traced:
        return
    if place in m.places_of_making or any(c.is_loop for frame in m.frames for c in frame.controls):
        m.trace.remade.add(function.definition)
    m.places_of_making.add(place)
    m.clock += 1
    m.made[function.definition, function.environment] = m.clock


def is_repeated(m: Machine, function: Function) -> bool:
    """Return whether a call here is made in a loop that began after *function* was made, or after its maker ended."""
    if all(frame.scope != function.environment for frame in m.frames):
        return True
    made = m.made.get((function.definition, function.environment), 0)
    return any(c.is_loop and c.start >= made for frame in m.frames for c in frame.controls)


def innermost_loop(m: Machine) -> str:
    """Return the origin of numbers that the innermost loop around the current code counts with, else ``""``."""
    for frame in reversed(m.frames):
        for control in reversed(frame.controls):
            if control.is_loop and isinstance(control.node, ast.stmt):
                place = f"{control.node.lineno}:{control.node.col_offset}"
                return f"{LOOP}{frame.unit}#{frame.parsed.cell.index}@{place}"
            if control.is_loop:
                return ""
    return ""
