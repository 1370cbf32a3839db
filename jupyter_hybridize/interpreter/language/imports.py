"""Imports: libraries, modules of the program, and what a star brings."""

from __future__ import annotations

import ast

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import TOP, AbstractValue, Api, Container, Module, Tuple, value
from jupyter_hybridize.interpreter.calling.special import forget_globals
from jupyter_hybridize.interpreter.language import attributes
from jupyter_hybridize.interpreter.language.names import bind_name, module_scope
from jupyter_hybridize.interpreter.machine import Machine


def execute_import(m: Machine, node: ast.Import) -> None:
    """``import a.b as c``."""
    for alias in node.names:
        load(m, alias.name)
        if alias.asname:
            bind_name(m, alias.asname, module(m, alias.name))
        else:
            root = alias.name.partition(".")[0]
            bind_name(m, root, module(m, root))


def execute_import_from(m: Machine, node: ast.ImportFrom) -> None:
    """``from a.b import c as d``; relative ones within the unit's package."""
    if node.module == "__future__":
        return
    name = absolute(m, node.module or "", node.level)
    load(m, name)
    for alias in node.names:
        if alias.name == "*":
            _star(m, name)
        else:
            bind_name(m, alias.asname or alias.name, member(m, name, alias.name))


def absolute(m: Machine, name: str, level: int) -> str:
    """Return the dotted name that an import with *level* leading dots means in the current unit."""
    if not level:
        return name
    own = next((dotted for dotted, unit in m.modules.items() if unit == m.frame.unit), "")
    parts = own.split(".") if own else []
    is_package = m.frame.unit.replace("\\", "/").endswith("__init__.py")
    kept = parts[: len(parts) - level + (1 if is_package else 0)]
    return ".".join([*kept, *([name] if name else [])])


def module(m: Machine, name: str) -> AbstractValue:
    """Return the module *name*: one of the program, or a library's canonical one."""
    if name in m.modules or any(dotted.startswith(f"{name}.") for dotted in m.modules):
        return value(Module(name))
    root, _, rest = name.partition(".")
    found = value(Module(root))
    for part in rest.split(".") if rest else ():
        atom = found.only()
        inner = m.knowledge.member(atom.name, part) if isinstance(atom, Module | Api) else TOP
        found = inner if inner.has(Module, Api) else value(Module(f"{atom}.{part}" if atom is None else f"{name}"))
    atom = found.only()
    return value(Module(atom.name)) if isinstance(atom, Api) and not m.knowledge.is_class(atom.name) else found


def load(m: Machine, name: str) -> None:
    """Run a module of the program when it is imported first (its packages before it)."""
    from jupyter_hybridize.interpreter.cells.runner import run_unit

    parts = name.split(".")
    m.trace.imported.add(parts[0])
    for end in range(1, len(parts) + 1):
        unit = m.modules.get(".".join(parts[:end]))
        if unit is not None and unit not in m.loaded:
            run_unit(m, m.units[unit])


def member(m: Machine, name: str, attribute: str) -> AbstractValue:
    """Return what ``from name import attribute`` gives."""
    inner = f"{name}.{attribute}"
    if inner in m.modules:
        load(m, inner)
        if name not in m.modules or m.live.get(module_scope(m.modules[name]), attribute) is None:
            return value(Module(inner))
    return attributes.read(m, module(m, name), attribute, name)


def _exported(m: Machine, unit: str) -> list[str]:
    """Return what a module of the program gives to ``import *``: the names of ``__all__``, else all public ones."""
    names = m.live.names(module_scope(unit))
    listed = names.get("__all__")
    atom = None if listed is None else listed.only()
    content = m.live.load(atom.site) if isinstance(atom, Container) else None
    items = atom.items if isinstance(atom, Tuple) else None if content is None else content.items
    told = [item.constant() for item in items or ()]
    if items is not None and all(isinstance(each, str) for each in told):
        return [str(each) for each in told]
    return sorted(each for each in names if not each.startswith("_"))


def _star(m: Machine, name: str) -> None:
    """``from name import *``: what a module of the program binds; of a library, what it exports, else anything."""
    unit = m.modules.get(name)
    if unit is not None:
        for each in _exported(m, unit):
            bind_name(m, each, member(m, name, each))
        return
    exported = m.knowledge.exported(name)
    if exported is None:
        m.effect(EffectKind.UNKNOWN_CALL, f"from {name} import *", answer=Answer.UNKNOWN, reason="star import")
        m.opaque_since = m.opaque_since or m.span()
        forget_globals(m)
        return
    for each in exported:
        bind_name(m, each, m.knowledge.member(name, each))
