"""The layout of arguments: what an ``input_signature`` describes of them, and what it leaves open.

A list or dict stands in the store, and what it holds changes. Its layout is a value of its own: a tuple that is named
``list`` or ``dict``. So the layouts of several calls are joined as any values are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    AbstractValue,
    Array,
    Atom,
    Constant,
    Container,
    Form,
    Scalar,
    Tensor,
    Tuple,
    join_all,
    value,
)
from jupyter_hybridize.interpreter.calling.arguments import Bound
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.trace import Code

LIST: Final = "list"
DICT: Final = "dict"
_DEPTH: Final = 4
_DESCRIBED: Final = frozenset({Form.DENSE, Form.RAGGED, Form.SPARSE})


def laid_out(m: Machine, bound: Bound) -> Bound:
    """Return the arguments of a call with the lists and dicts among them as they are now."""
    return tuple((name, layout_of(m, item)) for name, item in bound)


def layout_of(m: Machine, item: AbstractValue, depth: int = _DEPTH, *, opened: bool = False) -> AbstractValue:
    """Return *item* with its lists and dicts laid out.

    Those of which not every element is known stay as they are, but with *opened*, where what they hold is their rest.
    """
    if not item.has(Container, Tuple):
        return AbstractValue(item.atoms)
    return join_all(_layout(m, atom, depth, opened=opened) for atom in item.ordered())


def _layout(m: Machine, atom: Atom, depth: int, *, opened: bool) -> AbstractValue:
    match atom:
        case Tuple(items=items, rest=None, name=name, fields=fields, count=count) if depth:
            inner = tuple(layout_of(m, item, depth - 1, opened=opened) for item in items)
            return value(Tuple(inner, None, name, fields, count))
        case Container(type="list" | "dict" as kind, site=site) if depth:
            content = m.live.load(site) or HeapObject(is_open=True)
            keys, held = _elements(content, kind)
            if held is not None:
                inner = tuple(layout_of(m, item, depth - 1, opened=opened) for item in held)
                return value(Tuple(inner, None, kind, keys))
            if opened:
                return value(Tuple((), layout_of(m, content.element, depth - 1, opened=True), kind))
    return value(atom)


def _elements(content: HeapObject, kind: str) -> tuple[tuple[str, ...], Sequence[AbstractValue] | None]:
    if kind == LIST:
        return (), content.items
    if content.is_open or content.entries is None or not all(isinstance(key, str) for key in content.entries):
        return (), None
    return tuple(str(key) for key in content.entries), tuple(content.entries.values())  # a trace sees their order too


# -- tracing with what a signature leaves open -----------------------------------------------------------------------


def to_open(m: Machine, code: Code, bound: Bound) -> Bound | None:
    """Return the arguments that the signature of all calls seen describes, where none of those has as open axes.

    *bound* are those of the last call, whose receiver stays. None if there is nothing to try, or no signature.
    """
    tried = [dict(t.layout) for t in m.trace.trials_of.get(code.id, ()) if not t.is_guess]
    is_static = "builtins.staticmethod" in m.trace.decorators.get(code.id, ())
    receiver = bound[0][0] if code.owner is not None and bound and not is_static else ""
    names = [name for name, _ in bound if name != receiver]
    joined = {name: join_all(each[name] for each in tried if name in each) for name in names}
    known = [*tried, *(dict(t.layout) for t in m.trace.opened.get(code.id, ()))]
    if len(tried) < 2 or any(all(each.get(name) == joined[name] for name in names) for each in known):
        return None
    if not all(_is_described(item) for item in joined.values()):
        return None
    return tuple((name, item if name == receiver else _made(m, name, joined[name])) for name, item in bound)


def _is_described(item: AbstractValue) -> bool:
    """Return whether a signature may say it: one kind of tensor, a constant, or a structure of such."""
    match item.only():
        case Tensor(form=form):
            return form in _DESCRIBED
        case Array() | Scalar():
            return True
        case Tuple(items=items, rest=None):
            return all(map(_is_described, items))
    return bool(item.atoms) and all(isinstance(a, Array) or a == _dense(a) for a in item.atoms)


def _dense(atom: Atom) -> Atom | None:
    return atom if isinstance(atom, Tensor) and atom.form is Form.DENSE else None


def _made(m: Machine, name: str, layout: AbstractValue) -> AbstractValue:
    """Return a value with this layout; its lists and dicts are made anew."""
    atom = layout.only()
    if not isinstance(atom, Tuple):
        return layout
    items = tuple(_made(m, f"{name}.{place}", item) for place, item in enumerate(atom.items))
    if atom.name not in (LIST, DICT):
        return value(Tuple(items, None, atom.name, atom.fields))
    entries: dict[Constant, AbstractValue] = dict(zip(atom.fields, items, strict=False))
    total = join_all(items)
    content = HeapObject(items=items, element=total) if atom.name == LIST else _dict(entries, total)
    return value(Container(atom.name, m.allocate(m.site(f"open:{name}"), content)))


def _dict(entries: dict[Constant, AbstractValue], total: AbstractValue) -> HeapObject:
    key = join_all(value(Scalar("str", name)) for name in entries)
    return HeapObject(entries=entries, key=key, element=total)


def has_open_axis(items: Iterable[AbstractValue]) -> bool:
    """Return whether a tensor among *items*, or in them, has an axis or a rank that is not known."""
    return any(_is_open(atom) for item in items for atom in item.atoms)


def _is_open(atom: Atom) -> bool:
    match atom:
        case Tensor(shape=shape) | Array(shape=shape):
            return not shape.is_static
        case Tuple(items=items):
            return has_open_axis(items)
    return False
