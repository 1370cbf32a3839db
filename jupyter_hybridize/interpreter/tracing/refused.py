"""Functions that are refused for certain: what a further context would show changes nothing about that.

Each of these effects, where it certainly happens, is a reason that a rule of safety gives. A function that has one is
refused however else it is called, and the other contexts nearly always show the same. So its trials end once they have
taken some work. A graph (what is decorated already) is told of all that is wrong with it, and so is everything where a
comment asks to leave findings out: the function may not be refused then.
"""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.trace import Code, Trial
from jupyter_hybridize.interpreter.work import effort
from jupyter_hybridize.source.ignore import ignores
from jupyter_hybridize.source.span import Span

CERTAIN: Final = frozenset(
    {
        EffectKind.WRITES_GLOBAL,
        EffectKind.WRITES_NONLOCAL,
        EffectKind.MUTATES_OBJECT,
        EffectKind.STORES_TENSOR,
        EffectKind.PERFORMS_IO,
        EffectKind.CREATES_VARIABLE,
        EffectKind.NEEDS_VALUE,
        EffectKind.LEAVES_TENSORFLOW,
        EffectKind.ITERATES_TENSOR,
        EffectKind.EXITS_EARLY,
        EffectKind.CHANGES_IN_LOOP,
    }
)


def note(m: Machine, trial: Trial) -> None:
    """Remember what a trial that is complete tells: whether its function is refused, and whether by a guess only."""
    code = trial.code
    if m.refused.get(code.id) is False or code.id in m.trace.hybrids:
        return
    span = code.parsed.span(code.unit, code.node)
    certain = [e.span for e in trial.effects.values() if e.answer is Answer.NO and e.kind in CERTAIN]
    if certain and not _is_commented(m, span) and not all(_is_commented(m, each) for each in set(certain)):
        m.refused[code.id] = trial.is_guess


def is_settled(m: Machine, code: Code) -> bool:
    """Return whether *code* is refused for certain, and its trials have taken their work."""
    by_guess = m.refused.get(code.id)
    if by_guess is None or (by_guess and not m.calls_are_guesses):
        return False  # what guesses show does not count where there are calls
    return effort.has_taken(m, code.id, m.budget.refused) and code.id not in m.trace.hybrids


def _is_commented(m: Machine, span: Span) -> bool:
    """Return whether a comment in the cell of *span* asks to leave findings out."""
    unit = m.units.get(span.unit)
    return unit is None or any(cell.index == span.cell and ignores(cell) for cell in unit.cells)
