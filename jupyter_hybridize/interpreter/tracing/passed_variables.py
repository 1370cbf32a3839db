"""Variables as arguments: a trace serves every variable of one dtype and shape, under the name of the first."""

from __future__ import annotations

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import AbstractValue, Container, Form, Tensor, Tuple
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.knowledge.keras import passed

_TELLING = frozenset({"name", "path", "ref", "experimental_ref"})
ASKED = _TELLING | passed.LOST


def note_read(m: Machine, owner: AbstractValue, name: str, text: str) -> None:
    """Record that the running trial asks an argument what only the variable itself can tell."""
    from jupyter_hybridize.interpreter.host import InterpreterHost  # the host needs the attributes, which need this

    if name in passed.LOST:
        passed.note_use(InterpreterHost(m), owner, text, f"`.{name}`")
    if name in _TELLING and m.frame.mode.is_traced and is_passed(m, owner):
        detail = "other variables of its shape share the trace"
        m.effect(EffectKind.ASKS_MODE, f"{text}.{name}", answer=Answer.UNKNOWN, detail=detail, reason="variable")


def is_passed(m: Machine, item: AbstractValue) -> bool:
    """Return whether *item* is a variable that the function that is tried got as an argument, or within one."""
    if m.trial is None or not any(each.form is Form.VARIABLE for each in item.each(Tensor)):
        return False
    held = {name for name, given in m.trial.arguments if given.has(Tensor, Tuple, Container)}
    return not held.isdisjoint(item.origins)
