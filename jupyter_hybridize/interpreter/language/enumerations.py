"""Enumerations: each member is an object of its own, which its class makes once."""

from __future__ import annotations

from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    TOP,
    AbstractValue,
    Class,
    Descriptor,
    Function,
    Instance,
    constant,
    join_all,
    value,
)
from jupyter_hybridize.interpreter.language.attributes import library_bases
from jupyter_hybridize.interpreter.machine import Machine

_NUMBERS = frozenset({"enum.IntEnum", "enum.IntFlag", "enum.StrEnum"})
_ENUMERATIONS = _NUMBERS | {"enum.Enum", "enum.Flag"}


def make_members(m: Machine, cls: str) -> None:
    """Replace the constants of the class *cls* by members, if it is an enumeration."""
    bases = {base for base in library_bases(m, cls) if base in _ENUMERATIONS}
    content = m.live.load(cls)
    if not bases or content is None:
        return
    if bases & _NUMBERS:
        m.trace.number_classes.add(cls)
    m.trace.library_classes.discard(cls)
    attributes = dict(content.attributes)
    for name, item in content.attributes.items():
        if not name.startswith("_") and not item.has(Function, Descriptor, Class):
            attributes[name] = _member(m, cls, name, item)
    m.live.store(cls, HeapObject(attributes))


def _member(m: Machine, cls: str, name: str, item: AbstractValue) -> AbstractValue:
    site = f"{cls}.{name}"
    m.births[site] = m.births.get(cls, 0)
    word = constant(name)
    m.live.store(site, HeapObject({"value": item, "_value_": item, "name": word, "_name_": word}))
    return value(Instance(cls, site))


def members(m: Machine, cls: str) -> AbstractValue | None:
    """Return the members of the class *cls*, None if it is no enumeration."""
    content = m.live.load(cls)
    if content is None or not any(base in _ENUMERATIONS for base in library_bases(m, cls)):
        return None
    found = [v for v in content.attributes.values() if any(i.cls == cls for i in v.each(Instance))]
    return join_all(found) if found else TOP
