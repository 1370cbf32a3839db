"""Iterating values, those of user classes included."""

from __future__ import annotations

from jupyter_hybridize.domain.value import (
    BOTTOM,
    AbstractValue,
    Class,
    Dataset,
    Instance,
    PythonIterator,
    join_all,
    scalar,
    value,
)
from jupyter_hybridize.interpreter.language.attributes import class_lookup, is_user_class
from jupyter_hybridize.interpreter.language.enumerations import members
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.tracing import open_axes
from jupyter_hybridize.knowledge import iteration as knowledge
from jupyter_hybridize.knowledge.host import Arguments
from jupyter_hybridize.knowledge.tensorflow.staged import note_order


def iterate(m: Machine, item: AbstractValue, *, by_python: bool) -> AbstractValue:
    """Return the join of the elements of *item*."""
    from jupyter_hybridize.interpreter.host import InterpreterHost

    host = InterpreterHost(m)
    note_order(host, item, "keywords")
    m.replay()
    results = []
    plain = []
    for atom in item.ordered():
        if isinstance(atom, Instance) and is_user_class(m, atom.cls) and class_lookup(m, atom.cls, "__iter__"):
            results.append(_iterate_instance(m, atom))
        elif isinstance(atom, Class) and (found := members(m, atom.id)) is not None:
            results.append(found)
        elif isinstance(atom, Instance) and is_user_class(m, atom.cls) and class_lookup(m, atom.cls, "__getitem__"):
            results.append(_call_method(m, atom, "__getitem__", Arguments((value(atom), scalar("int")))))
        elif isinstance(atom, Instance) and m.knowledge.has_method(atom.cls, "__iter__"):
            results.append(_iterate_library_object(m, atom))
        else:
            plain.append(atom)
    if plain:
        rest = item if len(plain) == len(item.atoms) else value(*plain).with_origins(item.origins)
        found = knowledge.elements(host, rest, by_python=by_python)
        is_dataset = item.has(Dataset) or any(i.is_dataset for i in item.each(PythonIterator))
        results.append(open_axes.marked(m, found) if is_dataset else found)
    return join_all(results).with_origins(item.origins)

    return scalar("int")


def _iterate_instance(m: Machine, atom: Instance) -> AbstractValue:
    iterator = _call_method(m, atom, "__iter__", Arguments((value(atom),)))
    elements = [g.element for g in iterator.each(PythonIterator)]
    for instance in iterator.each(Instance):
        if class_lookup(m, instance.cls, "__next__"):
            elements.append(_call_method(m, instance, "__next__", Arguments((value(instance),))))
    others = [a for a in iterator.atoms if not isinstance(a, PythonIterator | Instance)]
    if others:
        elements.append(iterate(m, value(*others), by_python=True))
    return join_all(elements)


def _iterate_library_object(m: Machine, atom: Instance) -> AbstractValue:
    from jupyter_hybridize.interpreter.calling.calls import call_library_method
    from jupyter_hybridize.interpreter.host import InterpreterHost

    iterator = call_library_method(m, f"{atom.cls}.__iter__", value(atom), Arguments(()), "iter")
    others = [a for a in iterator.atoms if not isinstance(a, PythonIterator)]
    rest = knowledge.elements(InterpreterHost(m), value(*others), by_python=True) if others else BOTTOM
    return join_all((rest, *(g.element for g in iterator.each(PythonIterator))))


def _call_method(m: Machine, atom: Instance, name: str, arguments: Arguments) -> AbstractValue:
    from jupyter_hybridize.interpreter.calling.calls import call

    held = class_lookup(m, atom.cls, name)
    assert held is not None
    return call(m, held[0], arguments, f"{atom}.{name}")
