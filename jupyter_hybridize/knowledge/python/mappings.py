"""Dictionaries and their kin: how they are made, and what their methods do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    ANY,
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    AnyConstant,
    Atom,
    Constant,
    Container,
    Scalar,
    Tuple,
    Unknown,
    constant,
    join_all,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.host import Arguments, Call
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import INT, STR, atoms, fill, note_unknown
from jupyter_hybridize.knowledge.python.containers import contents, elements, update

OVERLAY = Overlay()
MAPPINGS = ("builtins.dict", "collections.defaultdict", "collections.OrderedDict", "collections.Counter")
TYPES = frozenset(name.removeprefix("builtins.") for name in MAPPINGS)
Entries = Mapping[Constant, AbstractValue]

for _kin in MAPPINGS[1:]:
    OVERLAY.cls(_kin, bases=("builtins.dict",))


def keys_of(content: HeapObject) -> AbstractValue:
    """Return the join of a dict's keys."""
    return content.key.join(join_all(constant(key) for key in content.entries or ()))


def entries_of(content: HeapObject) -> Entries | None:
    """Return a dict's entries if they are all known."""
    return None if content.is_open or content.multiple else content.entries


# how they are made


@OVERLAY.function("builtins.dict")
def dict_(call: Call) -> AbstractValue:
    """``dict(xs, **more)``."""
    content = merged(call, HeapObject(entries={}))
    if content.entries is not None:
        return call.host.new_dict(dict(content.entries))
    return call.host.new_dict(None, content.key, content.element)


@OVERLAY.function("collections.OrderedDict")
def ordered(call: Call) -> AbstractValue:
    """``collections.OrderedDict(xs)``."""
    return fill(call, call.host.new_object("collections.OrderedDict"), merged(call, HeapObject(entries={})))


@OVERLAY.function("collections.Counter")
def counter(call: Call) -> AbstractValue:
    """``collections.Counter(xs)``."""
    keys = join_all(call.host.iterate(item) for item in call.arguments.positional)
    named = STR if call.arguments.keywords else BOTTOM
    content = HeapObject(key=keys.join(named), element=INT)
    return fill(call, call.host.new_object("collections.Counter"), content)


@OVERLAY.function("collections.defaultdict")
def defaultdict(call: Call) -> AbstractValue:
    """``collections.defaultdict(f)``: any key may be read, and holds what *f* makes."""
    factory = call.argument(0, "default_factory")
    made = BOTTOM if factory.is_bottom or factory == NONE else call.host.call(factory, Arguments())
    for each in made.each(Container):
        call.host.store(each.site, replace(call.host.load(each.site), multiple=True, items=None), call.text, "new")
    rest = replace(call, arguments=replace(call.arguments, positional=call.arguments.positional[1:]))
    content = merged(rest, HeapObject(entries={}))
    loose = HeapObject(key=keys_of(content), element=content.element.join(made))
    return fill(call, call.host.new_object("collections.defaultdict", {"default_factory": factory}), loose)


def merged(call: Call, content: HeapObject) -> HeapObject:
    """Return *content* after ``update`` with the arguments of *call*."""
    for source in call.arguments.positional:
        for atom in atoms(source):
            content = _with_source(call, content, atom)
    for name, item in call.arguments.keywords.items():
        content = with_item(content, constant(name), item)
    if not call.arguments.is_exact:
        content = with_item(content, STR, call.arguments.double_star.join(call.arguments.star))
    return content


def _with_source(call: Call, content: HeapObject, atom: Atom) -> HeapObject:
    match atom:
        case Container(type=name, site=site) if name in TYPES:
            return _with_mapping(content, call.host.load(site))
        case Unknown():
            note_unknown(call, TOP)
            return with_item(content, TOP, TOP)
    pairs = call.host.items(value(atom))
    if pairs is None:
        return with_pair(call, content, call.host.iterate(value(atom)))
    for pair in pairs:
        content = with_pair(call, content, pair)
    return content


def _with_mapping(content: HeapObject, other: HeapObject) -> HeapObject:
    known = entries_of(other)
    if known is None:
        return with_item(content, keys_of(other), other.element)
    for key, item in known.items():
        content = with_item(content, constant(key), item)
    return content


def with_pair(call: Call, content: HeapObject, pair: AbstractValue) -> HeapObject:
    """Return the dict after an entry was set from a pair of key and value."""
    items = call.host.items(pair)
    if items is not None and len(items) == 2:
        return with_item(content, *items)
    either = call.host.iterate(pair)
    return with_item(content, either, either)


def with_item(content: HeapObject, key: AbstractValue, item: AbstractValue) -> HeapObject:
    """Return the dict after ``content[key] = item``."""
    if key.is_bottom:
        return content
    exact = exact_key(key)
    if exact is not ANY and content.entries is not None:
        added = content.with_entry(exact, item)
        return added if added.entries is not None else replace(added, key=keys_of(content).join(key))
    keys = keys_of(content).join(key)
    return replace(content.with_element(item), key=keys)


def exact_key(key: AbstractValue) -> Constant:
    """Return the constant a key certainly is, else ANY."""
    atom = key.only()
    if not isinstance(atom, Scalar) or isinstance(atom.constant, AnyConstant) or "." in atom.type:
        return ANY
    return atom.constant


# methods


@OVERLAY.method("builtins.dict", "get", "setdefault", "pop")
def get(call: Call) -> AbstractValue:
    """``d.get(k, default)``, ``d.setdefault`` and ``d.pop``."""
    key, default = call.argument(0, "key"), call.argument(1, "default")
    if default.is_bottom and call.name != "pop":
        default = NONE
    result = BOTTOM
    for site, content in contents(call):
        found = look_up(content, key, default)
        result = result.join(found)
        if call.name == "pop":
            update(call, site, _popped(content, key))
        elif call.name == "setdefault":
            update(call, site, with_item(content, key, found))
    return result


def look_up(content: HeapObject, key: AbstractValue, default: AbstractValue) -> AbstractValue:
    """Return what ``content.get(key, default)`` may give."""
    exact, known = exact_key(key), entries_of(content)
    if exact is ANY or known is None:
        return content.element.join(default).join(TOP if content.is_open else BOTTOM)
    return known.get(exact, default)


def _popped(content: HeapObject, key: AbstractValue) -> HeapObject:
    exact, known = exact_key(key), entries_of(content)
    if exact is ANY or known is None:
        return replace(content, entries=None, key=keys_of(content))
    kept = {name: item for name, item in known.items() if name != exact}
    return replace(content, entries=kept, element=join_all(kept.values()))


@OVERLAY.method("builtins.dict", "keys", "values", "items")
def view(call: Call) -> AbstractValue:
    """``d.keys()``, ``d.values()``, ``d.items()``: their elements one by one where the keys are known."""
    found = [_view(call.name, content) for _, content in contents(call)]
    return join_all(value(each) for each in found)


def _view(name: str, content: HeapObject) -> Tuple:
    known = entries_of(content)
    kind = f"builtins.dict_{name}"
    if known is not None:
        return Tuple(tuple(_part(name, constant(key), item) for key, item in known.items()), None, kind)
    extra = TOP if content.is_open else BOTTOM
    return Tuple((), _part(name, keys_of(content).join(extra), content.element.join(extra)), kind)


def _part(name: str, key: AbstractValue, item: AbstractValue) -> AbstractValue:
    return {"keys": key, "values": item}.get(name) or tuple_of(key, item)


@OVERLAY.method("builtins.dict", "update")
def update_dict(call: Call) -> AbstractValue:
    """``d.update(other, **more)``."""
    for site, content in contents(call):
        update(call, site, merged(call, content))
    return NONE


@OVERLAY.method("collections.Counter", "update", "subtract")
def update_counter(call: Call) -> AbstractValue:
    """``counter.update(xs)``."""
    keys = join_all(call.host.iterate(item) for item in call.arguments.positional)
    for site, content in contents(call):
        update(call, site, with_item(content, keys, INT))
    return NONE


@OVERLAY.method("collections.Counter", "most_common")
def most_common(call: Call) -> AbstractValue:
    """``counter.most_common(n)``."""
    return call.host.new_list(None, tuple_of(join_all(keys_of(c) for _, c in contents(call)), INT))


@OVERLAY.method("collections.Counter", "elements")
def counter_elements(call: Call) -> AbstractValue:
    """``counter.elements()``."""
    return call.host.new_iterator(join_all(keys_of(c) for _, c in contents(call)))


@OVERLAY.method("builtins.dict", "popitem")
def popitem(call: Call) -> AbstractValue:
    """``d.popitem()``."""
    result = tuple_of(join_all(keys_of(c) for _, c in contents(call)), elements(call))
    for site, content in contents(call):
        update(call, site, replace(content, entries=None, key=keys_of(content)))
    return result


@OVERLAY.method("builtins.dict", "copy")
def copy(call: Call) -> AbstractValue:
    """``d.copy()``."""
    return join_all(copied(call, each) for each in call.receiver.each(Container))


def copied(call: Call, atom: Container) -> AbstractValue:
    """Allocate a dict of the same type and content."""
    content = replace(call.host.load(atom.site), multiple=False)
    if atom.type == "dict" and not content.is_open:
        known = None if content.entries is None else dict(content.entries)
        return call.host.new_dict(known, content.key, content.element)
    made = call.host.new_object(atom.type) if atom.type != "dict" else call.host.new_dict(None)
    return fill(call, made, content)


@OVERLAY.method("builtins.dict", "clear")
def clear(call: Call) -> AbstractValue:
    """``d.clear()``."""
    for site, content in contents(call):
        if content.multiple:
            update(call, site, replace(content, entries=None, key=keys_of(content)))
        else:
            update(call, site, HeapObject(content.attributes, entries={}, is_open=False))
    return NONE


@OVERLAY.method("builtins.dict", "fromkeys")
@OVERLAY.function("builtins.dict.fromkeys", "collections.OrderedDict.fromkeys")
def fromkeys(call: Call) -> AbstractValue:
    """``dict.fromkeys(keys, value)``."""
    item = call.argument(1, "value")
    held = NONE if item.is_bottom else item
    keys = call.host.items(call.argument(0, "iterable"))
    content = HeapObject(entries={})
    for key in keys if keys is not None else (call.host.iterate(call.argument(0, "iterable")),):
        content = with_item(content, key, held)
    if content.entries is not None:
        return call.host.new_dict(dict(content.entries))
    return call.host.new_dict(None, content.key, content.element)


@OVERLAY.method("collections.OrderedDict", "move_to_end")
def move_to_end(call: Call) -> AbstractValue:
    """``d.move_to_end(k)``."""
    for site, content in contents(call):
        update(call, site, content)
    return NONE
