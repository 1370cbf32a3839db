"""What ``owner[index]``, ``owner[index] = item`` and ``del owner[index]`` do."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    ANY,
    BOTTOM,
    TOP,
    AbstractValue,
    Array,
    Atom,
    Class,
    Constant,
    Container,
    Form,
    Scalar,
    Tensor,
    Tuple,
    Unknown,
    constant,
    join_all,
    scalar,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.host import Host
from jupyter_hybridize.knowledge.iteration import note_open_axes
from jupyter_hybridize.knowledge.numpy.indexing import index_array
from jupyter_hybridize.knowledge.tensorflow.listed import LISTED, RANGE
from jupyter_hybridize.knowledge.tensorflow.staged import note_hash
from jupyter_hybridize.knowledge.tensorflow.tensor_indexing import index_tensor

DICTS: Final = ("dict", "collections.OrderedDict", "collections.defaultdict", "collections.Counter")
_ABSENT: Final = ("dict", "collections.OrderedDict")


def get_item(host: Host, owner: AbstractValue, index: AbstractValue, text: str) -> AbstractValue:
    """Return ``owner[index]``, recording what reading it does."""
    certain = len(owner.atoms) == 1
    found = join_all([_get(host, atom, index, text, certain, owner.origins) for atom in owner.ordered()])
    return found.with_origins(owner.origins | index.origins)


def _get(
    host: Host, owner: Atom, index: AbstractValue, text: str, certain: bool, origins: frozenset[str]
) -> AbstractValue:
    match owner:
        case Tensor():
            return index_tensor(host, owner, index, text, certain=certain, origins=origins)
        case Array():
            return index_array(host, owner, index, text)
        case Tuple():
            return _tuple_item(host, owner, index, text, certain, origins)
        case Container(type=kind) if kind in DICTS:
            return _dict_item(host, owner, index, text, certain)
        case Container(type="list" | "collections.deque"):
            return _list_item(host, owner, index, text, certain)
        case Scalar(type="str" | "bytes"):
            return _text_item(host, owner, index, text)
        case Scalar():
            if owner.type != "NoneType" or certain:
                host.effect(EffectKind.RAISES, text, answer=_answer(certain), detail=f"{owner} has no items")
            return BOTTOM
        case Class():
            return value(owner)  # list[int] and the like, in annotations
    return _unknown(host, owner, text)


def _answer(certain: bool) -> Answer:
    return Answer.NO if certain else Answer.UNKNOWN


def _unknown(host: Host, owner: Atom, text: str) -> AbstractValue:
    detail = "an item of what is not known" if isinstance(owner, Unknown) else f"an item of {owner}"
    host.effect(EffectKind.UNKNOWN_VALUE, text, answer=Answer.UNKNOWN, detail=detail, reason="item")
    return TOP


def _asks_for_value(host: Host, index: AbstractValue, text: str, *, what: str) -> None:
    """Record that Python takes a tensor as a position or key, which a symbolic one cannot be."""
    tensors = [atom for atom in index.atoms if isinstance(atom, Tensor)]
    if not tensors:
        if host.mode.is_traced and index.is_unknown:
            detail = f"the index of a {what} is not known"
            host.effect(EffectKind.UNKNOWN_VALUE, text, answer=Answer.UNKNOWN, detail=detail)
        if what == "dict":
            note_hash(host, index, text)
        return
    kind = EffectKind.NEEDS_VALUE if host.mode.is_traced else EffectKind.RAISES
    if host.mode.is_traced or what == "dict":
        host.effect(kind, text, answer=_answer(len(index.atoms) == 1), detail=f"a tensor indexes a {what}", reason=what)


def slice_of(index: AbstractValue) -> Tuple | None:
    """Return the slice *index* is, None if it is none."""
    atom = index.only()
    return atom if isinstance(atom, Tuple) and atom.name == "slice" else None


def python_slice(bounds: Tuple) -> slice | None:
    """Return the slice of constant *bounds*, None if one is not known."""
    parts = [part.constant() for part in bounds.items]
    if (
        bounds.rest is not None
        or len(parts) != 3
        or any(part is not None and not isinstance(part, int) for part in parts)
    ):
        return None
    start, stop, step = (part if isinstance(part, int) else None for part in parts)
    return None if step == 0 else slice(start, stop, step)


def _check_slice(host: Host, bounds: Tuple, text: str, what: str) -> None:
    for bound in bounds.items:
        _asks_for_value(host, bound, text, what=what)


def _tuple_item(
    host: Host, owner: Tuple, index: AbstractValue, text: str, certain: bool, origins: frozenset[str]
) -> AbstractValue:
    everything = join_all((*owner.items, BOTTOM if owner.rest is None else owner.rest))
    what = "shape" if owner.name == "tf.TensorShape" else "tuple"
    if owner.name == "slice":
        return _unknown(host, owner, text)
    if owner.is_view:
        host.effect(EffectKind.RAISES, text, answer=_answer(certain), detail=f"{owner.name} has no items")
        return BOTTOM
    if (bounds := slice_of(index)) is not None:
        _check_slice(host, bounds, text, what)
        chosen = python_slice(bounds)
        name = owner.name if what == "shape" or owner.name in (RANGE, LISTED) else ""
        return _sliced(owner, chosen, everything, name)
    _asks_for_value(host, index, text, what=what)
    position = index.constant()
    if isinstance(position, int):
        found = _at(host, owner.items, position, text, certain) if owner.rest is None else _with_rest(owner, position)
    else:
        found = everything
    if what == "shape":
        note_open_axes(host, Tuple((found,), None, owner.name), AbstractValue(frozenset(), origins))
    return found


def _with_rest(owner: Tuple, position: int) -> AbstractValue:
    if 0 <= position < len(owner.items):
        return owner.items[position]
    return join_all((*owner.items, BOTTOM if owner.rest is None else owner.rest))


def _sliced(owner: Tuple, chosen: slice | None, everything: AbstractValue, name: str) -> AbstractValue:
    if chosen is None:
        return tuple_of(rest=everything, name=name)
    if owner.rest is None:
        return tuple_of(*owner.items[chosen], name=name)
    starts = chosen.start or 0
    if chosen.step in (None, 1) and chosen.stop is None and 0 <= starts <= len(owner.items):
        return tuple_of(*owner.items[starts:], rest=owner.rest, name=name)
    return tuple_of(rest=everything, name=name)


def _at(host: Host, items: tuple[AbstractValue, ...], position: int, text: str, certain: bool) -> AbstractValue:
    if -len(items) <= position < len(items):
        return items[position]
    host.effect(EffectKind.RAISES, text, answer=_answer(certain), detail="the index is out of range", reason="index")
    return BOTTOM


def _list_item(host: Host, owner: Container, index: AbstractValue, text: str, certain: bool) -> AbstractValue:
    held = host.load(owner.site)
    if (bounds := slice_of(index)) is not None:
        _check_slice(host, bounds, text, "list")
        chosen = python_slice(bounds)
        if held.items is not None and chosen is not None and not held.is_open:
            return host.new_list(held.items[chosen])
        return host.new_list(None, _element(held))
    _asks_for_value(host, index, text, what="list")
    position = index.constant()
    if held.items is not None and isinstance(position, int) and not held.multiple and not held.is_open:
        return _at(host, held.items, position, text, certain)
    return _element(held)


def _element(held: HeapObject) -> AbstractValue:
    return TOP if held.is_open else held.element


def _dict_item(host: Host, owner: Container, index: AbstractValue, text: str, certain: bool) -> AbstractValue:
    held = host.load(owner.site)
    _asks_for_value(host, index, text, what="dict")
    keys = [atom.constant for atom in index.atoms if isinstance(atom, Scalar)]
    exact = held.entries is not None and not held.is_open and len(keys) == len(index.atoms) and ANY not in keys
    if not exact and owner.type == "collections.defaultdict" and not held.is_open:
        host.effect(EffectKind.UNKNOWN_VALUE, text, answer=Answer.UNKNOWN, detail="a missing key is set", reason="key")
        if not host.mode.is_traced:
            host.store(owner.site, held, text, "key")
        return held.element
    if not exact or held.entries is None:
        return _element(held) if owner.type in _ABSENT else TOP
    found = [held.entries[key] for key in keys if key in held.entries]
    if len(found) < len(keys):
        if owner.type not in _ABSENT:
            return TOP
        maybe = Answer.NO if certain and not found and not held.multiple else Answer.UNKNOWN
        host.effect(EffectKind.RAISES, text, answer=maybe, detail="there may be no such key", reason="key")
    return join_all(found)


def _text_item(host: Host, owner: Scalar, index: AbstractValue, text: str) -> AbstractValue:
    result = "str" if owner.type == "str" else "int"
    if (bounds := slice_of(index)) is not None:
        _check_slice(host, bounds, text, "str")
        chosen = python_slice(bounds)
        if isinstance(owner.constant, str | bytes) and chosen is not None:
            return constant(owner.constant[chosen])
        return scalar(owner.type)
    _asks_for_value(host, index, text, what="str")
    position = index.constant()
    if isinstance(owner.constant, str | bytes) and isinstance(position, int):
        if -len(owner.constant) <= position < len(owner.constant):
            return constant(owner.constant[position])
        host.effect(EffectKind.RAISES, text, detail="the index is out of range", reason="index")
        return BOTTOM
    return scalar(result)


def set_item(host: Host, owner: AbstractValue, index: AbstractValue, item: AbstractValue, text: str) -> None:
    """Do ``owner[index] = item``."""
    certain = len(owner.atoms) == 1
    for atom in owner.ordered():
        _set(host, atom, index, item, text, certain)


def _set(host: Host, owner: Atom, index: AbstractValue, item: AbstractValue, text: str, certain: bool) -> None:
    match owner:
        case Tensor():
            _set_tensor(host, owner, text, certain)
        case Array():
            _set_array(host, index, item, text)
        case Container(type=kind, site=site) if kind in DICTS:
            _asks_for_value(host, index, text, what="dict")
            host.store(site, _with_key(host.load(site), index, item), text, "setitem")
        case Container(site=site):
            _set_list(host, site, index, item, text)
        case Unknown():
            host.escape(item)
            host.effect(
                EffectKind.UNKNOWN_VALUE, text, answer=Answer.UNKNOWN, detail="sets an item of what is not known"
            )
        case Scalar() | Tuple():
            if certain:
                host.effect(EffectKind.RAISES, text, detail=f"{owner} takes no item assignment", reason="setitem")
        case _:
            host.escape(value(owner), item)
            host.effect(EffectKind.UNKNOWN_CALL, text, answer=Answer.UNKNOWN, detail=f"sets an item of {owner}")


def _set_tensor(host: Host, owner: Tensor, text: str, certain: bool) -> None:
    # an ndarray argument is a tensor when traced: what raises for it alone is reported in the traced modes
    kind = EffectKind.NEEDS_VALUE if host.mode.is_traced else EffectKind.RAISES
    what = "variable" if owner.form is Form.VARIABLE else "tensor"
    host.effect(kind, text, answer=_answer(certain), detail=f"a {what} takes no item assignment", reason="setitem")


def _set_array(host: Host, index: AbstractValue, item: AbstractValue, text: str) -> None:
    if host.mode.is_traced and any(isinstance(a, Tensor | Unknown) for v in (index, item) for a in _leaves(v)):
        host.effect(EffectKind.LEAVES_TENSORFLOW, text, detail="stores a tensor in an array", reason="setitem")
    host.effect(EffectKind.MUTATES_OBJECT, text, answer=Answer.UNKNOWN, reason="array")


def _leaves(item: AbstractValue) -> list[Atom]:
    inner = [part for atom in item.each(Tuple) for part in atom.items]
    return [*item.atoms, *(leaf for part in inner for leaf in _leaves(part))]


def _with_key(held: HeapObject, index: AbstractValue, item: AbstractValue) -> HeapObject:
    key = index.constant()
    made = held.with_entry(key, item) if key is not ANY else held.with_element(item)
    return HeapObject(
        made.attributes, None, made.entries, held.key.join(index), made.element, made.multiple, made.is_open
    )


def _set_list(host: Host, site: str, index: AbstractValue, item: AbstractValue, text: str) -> None:
    held = host.load(site)
    position: Constant = index.constant()
    if slice_of(index) is not None:
        host.store(site, held.with_element(host.iterate(item)), text, "setitem")
        return
    _asks_for_value(host, index, text, what="list")
    if held.items is not None and isinstance(position, int) and -len(held.items) <= position < len(held.items):
        items = list(held.items)
        items[position] = item
        host.store(site, held.with_items(tuple(items)), text, "setitem")
        return
    if held.items is not None:
        held = held.with_items(tuple(each.join(item) for each in held.items))
        host.store(site, held, text, "setitem")
        return
    host.store(site, held.with_element(item), text, "setitem")


def delete_item(host: Host, owner: AbstractValue, index: AbstractValue, text: str) -> None:
    """Do ``del owner[index]``."""
    for atom in owner.ordered():
        match atom:
            case Container(type=kind, site=site) if kind in DICTS:
                _asks_for_value(host, index, text, what="dict")
                host.store(site, _without_key(host.load(site), index), text, "delitem")
            case Container(site=site):
                _delete_from_list(host, site, index, text)
            case Unknown():
                detail = "deletes an item of what is not known"
                host.effect(EffectKind.UNKNOWN_VALUE, text, answer=Answer.UNKNOWN, detail=detail)
            case _:
                host.effect(EffectKind.RAISES, text, answer=Answer.UNKNOWN, detail=f"{atom} gives up no items")


def _without_key(held: HeapObject, index: AbstractValue) -> HeapObject:
    key = index.constant()
    entries = None
    if held.entries is not None and key is not ANY and not held.multiple:
        entries = {each: item for each, item in held.entries.items() if each != key}
    return HeapObject(held.attributes, None, entries, held.key, held.element, held.multiple, held.is_open)


def _delete_from_list(host: Host, site: str, index: AbstractValue, text: str) -> None:
    held = host.load(site)
    _asks_for_value(host, index, text, what="list")
    bounds = slice_of(index)
    chosen: int | slice | None = python_slice(bounds) if bounds is not None else None
    position = index.constant()
    if bounds is None and isinstance(position, int):
        chosen = position
    items = None if held.items is None or held.multiple else list(held.items)
    if items is not None and chosen is not None and (isinstance(chosen, slice) or -len(items) <= chosen < len(items)):
        del items[chosen]
        host.store(site, held.with_items(tuple(items)), text, "delitem")
        return
    host.store(site, held.with_element(BOTTOM), text, "delitem")
