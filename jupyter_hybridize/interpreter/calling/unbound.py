"""Methods that are called through their class: ``str.upper(word)``, ``tf.data.Dataset.concatenate(first, second)``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from jupyter_hybridize.domain.value import AbstractValue, Atom, Instance
from jupyter_hybridize.interpreter.language.attributes import mro
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.knowledge.host import Arguments
from jupyter_hybridize.knowledge.names import canonical, class_name

Handler = Callable[[Machine, Arguments, str], AbstractValue]


def handler(m: Machine, name: str, arguments: Arguments) -> Handler | None:
    """Return what calls the method that library *name* is of its first argument, None if it is none."""
    name = canonical(name)
    owner, _, method = name.rpartition(".")
    if name in m.knowledge.functions or not arguments.positional or not m.knowledge.has_method(owner, method):
        return None
    receiver = arguments.positional[0]
    if not receiver.atoms or not all(_is_of(m, atom, owner) for atom in receiver.atoms):
        return None
    return partial(_call, name, receiver)


def _is_of(m: Machine, atom: Atom, owner: str) -> bool:
    cls = class_name(atom)
    return cls is not None and owner in (mro(m, cls) if isinstance(atom, Instance) else m.knowledge.mro(cls))


def _call(name: str, receiver: AbstractValue, m: Machine, arguments: Arguments, text: str) -> AbstractValue:
    from jupyter_hybridize.interpreter.calling.calls import call_library_method

    return call_library_method(m, name, receiver, replace(arguments, positional=arguments.positional[1:]), text)
