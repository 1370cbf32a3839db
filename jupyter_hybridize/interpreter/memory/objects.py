"""The heap: reading, changing and losing sight of objects."""

from __future__ import annotations

import ast
from dataclasses import replace

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    TOP,
    AbstractValue,
    Array,
    Container,
    Dataset,
    Form,
    Function,
    Hybrid,
    Instance,
    Method,
    Partial,
    PythonIterator,
    Site,
    Tensor,
    Tuple,
    Unknown,
)
from jupyter_hybridize.interpreter.calling.handing import note_handed
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory.composites import is_staged_target
from jupyter_hybridize.interpreter.syntax.nodes import unparsed

EMPTY_OBJECT = HeapObject()
_DICTS = frozenset({"dict", "collections.OrderedDict"})
_ITEM_REASONS = frozenset({"item", "set item", "setitem", "[]"})


def load(m: Machine, site: Site) -> HeapObject:
    """Return the object at *site*, recording that the running trial reads it if it existed before."""
    content = m.live.load(site)
    if content is None:
        return HeapObject(is_open=True)
    if m.trial is not None and not m.is_fresh(site) and m.is_new_read(location := ("items", site, _entry(m, site))):
        is_array = holds_array(m, content.element)
        m.note_read(location, _words(m), content.element, is_array=is_array)
    return content


def holds_array(m: Machine, item: AbstractValue, depth: int = 4) -> bool:
    """Return whether an ndarray is *item* or stands in it: anybody who holds it may change it in place."""
    for atom in item.ordered():
        if isinstance(atom, Array) and not atom.scalar:
            return True
        if depth and any(holds_array(m, part, depth - 1) for part in parts(m, atom)):
            return True
    return False


def _words(m: Machine) -> str:
    """Return the object being read, as the user wrote it."""
    node = m.frame.node
    if isinstance(node, ast.Call):
        node = node.func
    if isinstance(node, ast.Subscript | ast.Attribute):
        node = node.value
    return unparsed(node) if isinstance(node, ast.expr) else "it"


def store(m: Machine, site: Site, content: HeapObject, target: str, reason: str) -> None:
    """Replace the object at *site*; if it outlives the running trial's call, that is a mutation."""
    before = m.live.load(site) or EMPTY_OBJECT
    if before.multiple:
        content = before.join(content).several()
    if reason == "new":
        m.live.store(site, content)
        return
    if m.trial is not None:
        _note_mutation(m, site, before, content, target, reason)
    m.live.store(site, content)
    written = _made_last(m, site, target)
    m.note_write(("items", site, _entry(m, site)), written, Answer.UNKNOWN if content.multiple else Answer.NO)


def _made_last(m: Machine, site: Site, target: str) -> Site | None:
    """Return *site* if the object of it that is written to is the one made last, None if it may be one made before.

    Of several, that is known of what an initialiser does to the object it was called for, and to what it makes for it.
    """
    content = m.live.load(site)
    if content is None or not content.multiple:
        return site
    frame, (owner, *attributes) = m.frame, target.split(".")
    is_making = frame.code is not None and frame.code.name.rpartition(".")[2] == "__init__"
    if not is_making or not frame.arguments or len(attributes) > 1:
        return None
    name, made = frame.arguments[0]
    since = max((m.births.get(each.site, 0) for each in made.each(Instance)), default=0)
    return site if owner == name and since and m.births.get(site, 0) >= since else None


class AtEntry:
    """Lets what is read and written inside be one entry of a dict, if the index is a constant string."""

    __slots__ = ("_entry", "_m", "_outer")

    def __init__(self, m: Machine, owner: AbstractValue, index: AbstractValue) -> None:
        self._m, self._outer = m, m.entry
        key = index.constant()
        sites = frozenset(c.site for c in owner.each(Container) if c.type in _DICTS) if isinstance(key, str) else None
        self._entry = (sites, key) if isinstance(key, str) and sites else None

    def __enter__(self) -> None:
        self._m.entry = self._entry

    def __exit__(self, *_: object) -> None:
        self._m.entry = self._outer


def _entry(m: Machine, site: Site) -> str:
    """Return the key a subscript is about, ``""`` for a read or write of the whole object."""
    return m.entry[1] if m.entry is not None and site in m.entry[0] else ""


def _note_mutation(m: Machine, site: Site, before: HeapObject, content: HeapObject, target: str, reason: str) -> None:
    if not m.is_fresh(site) or site in m.argument_sites:
        m.effect(EffectKind.MUTATES_OBJECT, target, reason=reason)
        if content.element.has(Tensor) and not before.element.has(Tensor):
            m.effect(EffectKind.STORES_TENSOR, target, reason=reason)
        return
    staged = staged_control_since(m, m.births.get(site, 0))
    if staged is None:
        return
    is_item, birth = reason in _ITEM_REASONS, m.births.get(site, 0)
    if is_item and not staged_by_caller(m, birth) and is_staged_target(m, birth):
        return
    kind = EffectKind.CHANGES_IN_LOOP if staged == "loop" else EffectKind.MUTATES_IN_BRANCH
    m.effect(kind, target, answer=Answer.UNKNOWN if is_item else Answer.NO, reason=reason)


def staged_control_since(m: Machine, birth: int) -> str | None:
    """Return "loop" or "branch" if a staged one was entered after time *birth*, innermost first."""
    for frame in reversed(m.frames[m.trial_root :]):
        for control in reversed(frame.controls):
            if control.is_staged and control.start > birth:
                return "loop" if control.is_loop else "branch"
    return None


def staged_by_caller(m: Machine, birth: int) -> str | None:
    """Return "loop" or "branch" if a caller's staged one was entered after *birth*.

    AutoGraph stages the names, attributes and items that the text of the branch itself sets, and no others.
    """
    for frame in reversed(m.frames[m.trial_root : -1]):
        for control in reversed(frame.controls):
            if control.is_staged and control.start > birth:
                return "loop" if control.is_loop else "branch"
    return None


def note_hidden_change(m: Machine, birth: int, target: str, reason: str, answer: Answer = Answer.NO) -> None:
    """Record a change to what is older than *birth* if AutoGraph does not see that a branch or loop makes it."""
    staged = staged_by_caller(m, birth)
    if staged is not None:
        kind = EffectKind.CHANGES_IN_LOOP if staged == "loop" else EffectKind.MUTATES_IN_BRANCH
        m.effect(kind, target, answer=answer, reason=reason)


def _note_attribute_change(m: Machine, birth: int, target: str, answer: Answer) -> None:
    note_hidden_change(m, birth, target, "attribute", answer)
    staged = [c for c in m.frame.controls if c.is_staged and c.start > birth]
    if staged and not is_staged_target(m, birth):
        kind = EffectKind.CHANGES_IN_LOOP if staged[-1].is_loop else EffectKind.MUTATES_IN_BRANCH
        m.effect(kind, target, answer=answer, reason="attribute")


def set_object_attribute(m: Machine, site: Site, name: str, item: AbstractValue, owner_text: str) -> None:
    """Do ``object.name = item`` on the object at *site*."""
    content = m.live.load(site) or EMPTY_OBJECT
    m.live.store(site, content.with_attribute(name, item))
    if m.trial is not None and not m.is_fresh(site):
        m.effect(EffectKind.MUTATES_OBJECT, f"{owner_text}.{name}", reason="attribute")
        if item.has(Tensor):
            m.effect(EffectKind.STORES_TENSOR, f"{owner_text}.{name}", reason="attribute")
    elif m.trial is not None:
        answer = Answer.NO if name in content.attributes else Answer.UNKNOWN
        _note_attribute_change(m, m.births.get(site, 0), f"{owner_text}.{name}", answer)
    written = _made_last(m, site, owner_text)
    m.note_write(("attribute", site, name), written, Answer.UNKNOWN if content.multiple else Answer.NO)


def _is_symbolic(m: Machine, atom: object) -> bool:
    if isinstance(atom, Tuple | Container):
        return any(t.form is Form.KERAS_SYMBOLIC for part in parts(m, atom) for t in part.each(Tensor))
    return isinstance(atom, Tensor) and atom.form is Form.KERAS_SYMBOLIC


def escape(m: Machine, *items: AbstractValue) -> tuple[Function, ...]:
    """Forget what is known of everything reachable from *items*; return the functions among it."""
    seen: set[Site] = set()
    functions: dict[Function, None] = {}
    stack = list(items)
    if any(_is_symbolic(m, atom) for item in items for atom in item.atoms):
        m.has_own_layers = True  # what a functional model is made with there nobody sees, and the model calls it
    while stack:
        for atom in stack.pop().each(object):
            _escape_atom(m, atom, stack, seen, functions)
    note_handed(m, functions)
    if m.trial is None:
        m.trace.unseen_calls.update(f.definition for f in functions)
    return tuple(functions)


def _escape_atom(
    m: Machine, atom: object, stack: list[AbstractValue], seen: set[Site], functions: dict[Function, None]
) -> None:
    match atom:
        case Container(site=site) | Instance(site=site):
            if site not in seen:
                seen.add(site)
                stack.extend(lose(m, site))
        case Function():
            functions[atom] = None
        case Tuple(items, rest):
            stack.extend(items if rest is None else (*items, rest))
        case Hybrid(function=inner):
            stack.append(inner)
        case Method(function, receiver):
            stack.append(receiver)
            stack.append(AbstractValue(frozenset({function})))
        case Partial(function, args, kwargs):
            stack.extend((function, *args, *(v for _, v in kwargs)))
        case Dataset(element) | PythonIterator(element=element):
            stack.append(element)


def lose(m: Machine, site: Site) -> list[AbstractValue]:
    """Forget what is known of the object at *site*; return what stood in it."""
    content = m.live.load(site)
    if content is None:
        return []
    lost = HeapObject(dict.fromkeys(content.attributes, TOP), None, None, TOP, TOP, content.multiple, is_open=True)
    m.live.store(site, lost)
    written = None if content.multiple else site
    m.note_write(("items", site, ""), written, Answer.UNKNOWN)
    for name in content.attributes:
        m.note_write(("attribute", site, name), written, Answer.UNKNOWN)
    return [*content.attributes.values(), *(content.entries or {}).values(), content.element, content.key]


def fingerprint(m: Machine, item: AbstractValue, depth: int = 3) -> object:
    """Return *item* with the contents of its containers, to tell one call context from another."""
    parts: list[object] = []
    for atom in item.ordered():
        if isinstance(atom, Container) and depth:
            content = m.live.load(atom.site) or EMPTY_OBJECT
            inner = content.items if content.items is not None else (content.element,)
            entries = sorted((content.entries or {}).items(), key=str)
            parts.append(
                (
                    atom,
                    tuple(fingerprint(m, i, depth - 1) for i in inner),
                    tuple((k, fingerprint(m, v, depth - 1)) for k, v in entries),
                )
            )
        elif isinstance(atom, Tuple) and depth:
            parts.append((atom.name, tuple(fingerprint(m, i, depth - 1) for i in atom.items), atom.rest))
        elif isinstance(atom, Tensor) and atom.made:  # a trace serves other variables too
            parts.append(replace(atom, made=frozenset()))
        else:
            parts.append(atom)
    return tuple(parts)


def reachable_tensor(m: Machine, item: AbstractValue, depth: int = 4) -> bool:
    """Return whether a tensor is *item* or stands in it (containers, tuples and attributes included)."""
    for atom in item.ordered():
        if isinstance(atom, Tensor | Unknown):
            return True
        if depth and any(reachable_tensor(m, part, depth - 1) for part in parts(m, atom)):
            return True
    return False


def parts(m: Machine, atom: object) -> tuple[AbstractValue, ...]:
    """Return the values that stand in a tuple or container."""
    match atom:
        case Tuple(items, rest):
            return items if rest is None else (*items, rest)
        case Container(site=site):
            content = m.live.load(site) or EMPTY_OBJECT
            return (*(content.entries or {}).values(), content.element)
        case _:
            return ()


def opened(content: HeapObject) -> HeapObject:
    """Return the object as one that may have more than is known."""
    return replace(content, is_open=True)
