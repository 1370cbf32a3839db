"""Functions that are handed on: to a library that may call them at any time, and by whom."""

from __future__ import annotations

from collections.abc import Iterable

from jupyter_hybridize.domain.value import AbstractValue, Function, Hybrid, Instance
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.knowledge.host import Arguments

_EXPORTING = frozenset({"tensorflow.saved_model.save"})
_DEEPEST = 3


def note_handed(m: Machine, functions: Iterable[Function]) -> None:
    """Write down that the function being run, or the top level, hands *functions* on."""
    for function in functions:
        running = next((frame.code.id for frame in reversed(m.frames) if frame.code is not None), "")
        m.trace.handed_on.add(function.definition)
        m.trace.handings.add((function.definition, running, m.library))


class InLibrary:
    """Lets what is handed on meanwhile be handed to the library of a function; entered at every call of one."""

    __slots__ = ("_library", "_m", "_outer")

    def __init__(self, m: Machine, name: str) -> None:
        self._m, self._outer, self._library = m, m.library, name.partition(".")[0]

    def __enter__(self) -> None:
        self._m.library = self._library

    def __exit__(self, *_: object) -> None:
        self._m.library = self._outer


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
