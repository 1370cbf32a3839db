"""Which argument made TensorFlow trace again: the types of the new trace against those of the nearest earlier one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import FunctionType
from typing import Any

from jupyter_hybridize.results.watch import ArgumentChange, TraceCause

NUMBERS = (int, float, complex)
SEQUENCES = ("List", "Tuple")
KEYS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Comparison:
    """The new trace against the earlier one that it is most like."""

    changes: tuple[ArgumentChange, ...]
    before: Any  # the function type of the earlier trace


def nearest(new: Any, earlier: Sequence[Any]) -> Comparison:
    """Return how *new* differs from the one of *earlier* (oldest first, at least one) with the fewest differences."""
    best: Comparison | None = None
    for other in reversed(earlier):
        changes = tuple(differences(other, new))
        if best is None or len(changes) < len(best.changes):
            best = Comparison(changes, other)
    assert best is not None
    return best


def differences(before: Any, after: Any) -> Iterator[ArgumentChange]:
    """Yield what differs between two function types, parameter by parameter."""
    old, new = _constraints(before), _constraints(after)
    for name in dict.fromkeys([*new, *old]):
        if name not in old or name not in new:
            yield ArgumentChange(name, TraceCause.STRUCTURE, _said(old.get(name)), _said(new.get(name)))
        else:
            yield from _compare(name, old[name], new[name])


def _constraints(function_type: Any) -> dict[str, Any]:
    return {name: parameter.type_constraint for name, parameter in function_type.parameters.items()}


def _compare(path: str, before: Any, after: Any) -> Iterator[ArgumentChange]:
    """Yield the differences between two trace types (TensorFlow's words for the type of an argument)."""
    if before == after:
        return
    kinds = type(before).__name__, type(after).__name__
    if kinds[0] != kinds[1]:
        yield _change(path, TraceCause.KIND, before, after)
    elif kinds[0] == "Literal":
        yield _change(path, _literal_cause(before.value, after.value), before, after)
    elif kinds[0] == "Weakref":
        yield _change(path, TraceCause.OBJECT, before, after)
    elif (parts := _parts(before, after)) is not None:
        for key, old, new in parts:
            yield from _compare(f"{path}{key}", old, new)
    elif _has_shape(before) and _has_shape(after):
        yield _change(path, _tensor_cause(before, after), before, after)
    else:
        yield _change(path, TraceCause.STRUCTURE, before, after)


def _change(path: str, cause: TraceCause, before: Any, after: Any) -> ArgumentChange:
    return ArgumentChange(path, cause, describe(before), describe(after))


def _parts(before: Any, after: Any) -> list[tuple[str, Any, Any]] | None:
    """Return the parts of two containers of one form, or None for other values and other forms."""
    old, new = _items(before), _items(after)
    if old is None or new is None or old.keys() != new.keys():
        return None
    return [(key, old[key], new[key]) for key in new]


def _items(kind: Any) -> dict[str, Any] | None:
    name = type(kind).__name__
    if name in SEQUENCES:
        sequence = getattr(kind, "components_tuple", kind)
        components = getattr(sequence, "components", ())
        return {f"[{index}]": part for index, part in enumerate(components)}
    if name == "Dict":
        return {f"[{key!r}]" if type(key) in (str, int) else "[…]": part for key, part in kind.mapping.items()}
    if name == "Attrs":
        kind = kind.named_attributes
    if name in ("NamedTuple", "Attrs"):
        return {f".{key}": part for key, part in zip(kind.attribute_names, kind.attributes.components, strict=True)}
    return None


def _literal_cause(before: object, after: object) -> TraceCause:
    if _is_number(before) and _is_number(after):
        return TraceCause.NUMBER
    if _is_flag(before) and _is_flag(after):
        return TraceCause.FLAG
    return TraceCause.OTHER if type(before) is type(after) else TraceCause.KIND


def _is_number(value: object) -> bool:
    return type(value) in NUMBERS


def _is_flag(value: object) -> bool:
    return value is None or type(value) in (bool, str, bytes, *NUMBERS)


def _has_shape(kind: Any) -> bool:
    return hasattr(kind, "shape") and hasattr(kind, "dtype")


def _tensor_cause(before: Any, after: Any) -> TraceCause:
    if before.dtype != after.dtype:
        return TraceCause.DTYPE
    if before.shape.rank != after.shape.rank:
        return TraceCause.RANK
    if dims(before) != dims(after):
        return TraceCause.SHAPE
    is_alias = getattr(before, "alias_id", None) != getattr(after, "alias_id", None)
    return TraceCause.ALIAS if is_alias else TraceCause.OTHER


def dims(kind: Any) -> tuple[int | None, ...] | None:
    """Return the sizes of a tensor type, None for one that is open; None for a value that is no tensor."""
    if not _has_shape(kind) or kind.shape.rank is None:
        return None
    return tuple(kind.shape.as_list())


def _said(kind: Any) -> str:
    return "" if kind is None else describe(kind)


def describe(kind: Any) -> str:
    """Return a trace type in words, without values: ``float32[32,10]``, ``int``, ``list of 3``, ``Config object``."""
    name = type(kind).__name__
    if name == "Literal":
        return "None" if kind.value is None else type(kind.value).__name__
    if name == "Weakref":
        return _object(kind._ref())
    items = _items(kind)
    if items is not None:
        word = {"List": "list", "Tuple": "tuple", "Dict": "dict"}.get(name, "structure")
        return _keys(items) if word == "dict" else f"{word} of {len(items)}"
    if _has_shape(kind):
        return _tensor(kind)
    return name.removesuffix("Spec").removesuffix("TraceType") or name


def _keys(items: Mapping[str, Any]) -> str:
    shown = [key[1:-1] for key in items][:KEYS_SHOWN]
    return f"dict with {', '.join(shown) or 'no keys'}" + (" …" if len(items) > KEYS_SHOWN else "")


def _object(value: object) -> str:
    if value is None:
        return "an object that is gone"
    if isinstance(value, FunctionType):
        return "function"
    return f"{type(value).__name__} object"


def _tensor(kind: Any) -> str:
    shape = "?" if kind.shape.rank is None else ",".join("?" if d is None else str(d) for d in kind.shape.as_list())
    prefix = {"TensorSpec": "", "VariableSpec": "variable "}.get(type(kind).__name__, f"{_form(kind)} ")
    return f"{prefix}{getattr(kind.dtype, 'name', kind.dtype)}[{shape}]"


def _form(kind: Any) -> str:
    return type(kind).__name__.removesuffix("Spec").removesuffix("Tensor").lower()


def leaves(types: Sequence[Any], path: str) -> list[Any]:
    """Return the trace types that the argument at *path* ("x", "batch[0]") has in *types*, where it is there."""
    found = [_leaf(_constraints(function_type), path) for function_type in types]
    return [leaf for leaf in found if leaf is not None]


def literals(types: Sequence[Any], path: str) -> tuple[object, ...]:
    """Return the plain Python values that the argument at *path* had in *types*, oldest first, each once."""
    values = (leaf.value for leaf in leaves(types, path) if type(leaf).__name__ == "Literal")
    return tuple(dict.fromkeys(value for value in values if _is_flag(value)))


def numbers(types: Sequence[Any], path: str) -> tuple[str, ...]:
    """Return the Python numbers among :func:`literals`, as text."""
    return tuple(_number(value) for value in literals(types, path) if isinstance(value, NUMBERS))


def _number(value: complex) -> str:
    return f"{value:.6g}" if isinstance(value, float) else str(value)[:24]


def _leaf(constraints: Mapping[str, Any], path: str) -> Any:
    for name, kind in constraints.items():
        if path == name:
            return kind
        if path.startswith((f"{name}[", f"{name}.")):
            return _inside(kind, path[len(name) :])
    return None


def _inside(kind: Any, rest: str) -> Any:
    for key, part in (_items(kind) or {}).items():
        if rest == key:
            return part
        if rest.startswith(key):
            found = _inside(part, rest[len(key) :])
            if found is not None:
                return found
    return None
