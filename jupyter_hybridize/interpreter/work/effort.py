"""How much interpreting a program may take, and when further calls and rounds are given up.

It is counted in steps: expressions that are evaluated, each time anew. One takes about 50 microseconds, whatever the
program; a statement may take a hundred times as long as another.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from jupyter_hybridize.interpreter.machine import Machine

ENDLESS: Final = sys.maxsize


@dataclass(frozen=True, slots=True)
class Budget:
    """How many steps each may take. Hardly a real notebook takes more than the ``ample``."""

    total: int = 130_000  # the program: then nothing is followed any more
    ample: int = 110_000  # the program: then each trial and each loop may take no more than ``scarce``
    function: int = 30_000  # all trials of one function
    refused: int = 100  # all trials of one that is refused for certain, beside the first to show it
    loop: int = 80_000  # one loop, all within it counted
    guess: int = 10_000  # a function that nobody is seen to call, its trials not counted
    scarce: int = 2_000
    depth: int = 40  # of calls

    def of_units(self, count: int) -> Budget:
        """Return the budget of a program of so many units."""
        return replace(self, total=self.total * count, ample=self.ample * count)


def is_spent(m: Machine) -> bool:
    """Return whether no work is left for calls."""
    return m.trace.steps > m.budget.total or m.trace.steps > (m.guess_until if m.trial is None else m.trial_until)


def is_cut_short(m: Machine) -> bool:
    """Return whether no work is left for a further round: each doubles the work of the loops within."""
    if is_spent(m):
        return True
    frames = m.frames[m.trial_root if m.trial is not None else 0 :]
    outermost = next((c for f in frames for c in f.controls if c.is_loop), None)
    return outermost is not None and m.trace.steps - outermost.steps > _allowed(m, m.budget.loop)


def _allowed(m: Machine, steps: int) -> int:
    return steps if m.trace.steps <= m.budget.ample else min(steps, m.budget.scarce)


def begin_trial(m: Machine, definition: str) -> None:
    """Let a trial of function *definition* take what its earlier ones left, or a little at least."""
    left = m.budget.function - m.trial_work.get(definition, 0)
    m.trial_until = m.trace.steps + _allowed(m, max(left, m.budget.scarce))


def end_trial(m: Machine, definition: str, begun: int) -> None:
    """Note what a trial of function *definition* took that began after so many steps."""
    m.trial_work[definition] = m.trial_work.get(definition, 0) + m.trace.steps - begun


def is_costly(m: Machine, definition: str, share: float = 1.0) -> bool:
    """Return whether the trials of function *definition* have used up this *share* of what they may take."""
    return has_taken(m, definition, share * m.budget.function)


def has_taken(m: Machine, definition: str, steps: float) -> bool:
    """Return whether the trials of function *definition* have taken more than so many *steps*."""
    return m.trial_work.get(definition, 0) > steps
