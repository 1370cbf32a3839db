"""Variables as arguments: a trace serves every variable of one dtype and shape, under the name of the first."""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import AbstractValue, Container, Form, Tensor, Tuple
from jupyter_hybridize.interpreter.calling.arguments import Bound
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.trace import PassedVariable
from jupyter_hybridize.knowledge.keras import passed

_TELLING = frozenset({"name", "path", "ref", "experimental_ref"})
_DEEPEST = 3
ASKED = _TELLING | passed.LOST


def note_read(m: Machine, owner: AbstractValue, name: str, text: str) -> None:
    """Record that the running trial asks an argument what only the variable itself can tell."""
    from jupyter_hybridize.interpreter.host import InterpreterHost  # the host needs the attributes, which need this

    if name in passed.LOST:
        passed.note_use(InterpreterHost(m), owner, text, f"`.{name}`")
    if name in _TELLING and m.frame.mode.is_traced and is_passed(m, owner):
        detail = "other variables of its shape share the trace"
        m.effect(EffectKind.ASKS_MODE, f"{text}.{name}", answer=Answer.UNKNOWN, detail=detail, reason="variable")


def note_outside(m: Machine, item: AbstractValue, text: str) -> None:
    """Record that the running trial reads a variable that is no argument."""
    if m.trial is None or passed.OF_KERAS in item.origins or is_passed(m, item):
        return
    for variable in item.each(Tensor):
        is_own = bool(variable.made) and all(map(m.is_fresh, variable.made))
        if variable.form is Form.VARIABLE and not is_own:
            m.trial.outside.setdefault(variable, (text, m.span()))


def among(m: Machine, bound: Bound) -> tuple[PassedVariable, ...]:
    """Return the variables among the arguments of a call."""
    return tuple(each for name, item in bound for each in _within(m, name, name, item, _DEEPEST))


def _within(
    m: Machine, name: str, place: str, item: AbstractValue, depth: int, *, is_list: bool = False
) -> Iterator[PassedVariable]:
    for atom in item.ordered():
        if isinstance(atom, Tensor):
            if atom.form is Form.VARIABLE and passed.OF_KERAS not in item.origins:
                is_several = any((held := m.live.load(site)) is not None and held.multiple for site in atom.made)
                in_turn = not is_list and (is_several or len(atom.made) > 1)
                yield PassedVariable(name, place, atom, len(atom.made) == 1 and not is_several, in_turn)
        elif depth and isinstance(atom, Tuple | Container):
            for key, part, is_rest in _parts(m, atom):
                yield from _within(m, name, f"{place}[{key}]", part, depth - 1, is_list=is_rest)


def _parts(m: Machine, atom: Tuple | Container) -> Iterator[tuple[str, AbstractValue, bool]]:
    """Yield what a container holds by its place, with whether that stands for a list of them."""
    if isinstance(atom, Tuple):
        yield from ((str(index), part, False) for index, part in enumerate(atom.items))
        if atom.rest is not None:
            yield "…", atom.rest, True
        return
    content = m.live.load(atom.site)
    if content is None:
        return
    if content.items is not None:
        yield from ((str(index), part, False) for index, part in enumerate(content.items))
    elif content.entries is not None:
        yield from ((repr(key), part, False) for key, part in content.entries.items())
    else:
        yield "…", content.element, True


def is_passed(m: Machine, item: AbstractValue) -> bool:
    """Return whether *item* is a variable that the function that is tried got as an argument, or within one."""
    if m.trial is None or not any(each.form is Form.VARIABLE for each in item.each(Tensor)):
        return False
    held = {name for name, given in m.trial.arguments if given.has(Tensor, Tuple, Container)}
    return not held.isdisjoint(item.origins)
