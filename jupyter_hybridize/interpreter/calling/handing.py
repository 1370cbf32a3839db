"""Functions that are handed on: to a library that may call them at any time, and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from jupyter_hybridize.domain.value import AbstractValue, Function, Hybrid, Instance
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.knowledge.host import Arguments

_EXPORTING = frozenset({"tensorflow.saved_model.save"})
_DEEPEST = 3


def note_handed(m: Machine, functions: Iterable[Function]) -> None:
    """Write down that the function being run, or the top level, hands *functions* on."""
    running = [frame.code.id for frame in m.frames if frame.code is not None]
    for function in functions:
        m.trace.handed_on.add(function.definition)
        m.trace.handings.add((function.definition, running[-1] if running else "", m.library))


@contextmanager
def in_library(m: Machine, name: str) -> Iterator[None]:
    """Let what is handed on meanwhile be handed to the library of function *name*."""
    outer, m.library = m.library, name.partition(".")[0]
    try:
        yield
    finally:
        m.library = outer


def note_exported(m: Machine, name: str, arguments: Arguments) -> None:
    """Write down that library function *name* exports the graphs of an object's methods, if it does."""
    if name in _EXPORTING:
        for item in arguments.every():
            _export(m, item, _DEEPEST)


def _export(m: Machine, item: AbstractValue, depth: int) -> None:
    from jupyter_hybridize.interpreter.language.attributes import mro

    for instance in item.each(Instance) if depth else ():
        for owner in (instance.site, *mro(m, instance.cls)):
            content = m.live.load(owner)
            for held in () if content is None else content.attributes.values():
                if owner != instance.site:
                    note_handed(m, held.each(Function))
                for hybrid in held.each(Hybrid):
                    m.trace.mark_graph_use(hybrid)
                _export(m, held, depth - 1)
