"""Tells whether what a graph gave is what the function gave: deeply, by dtype, and within rounding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from jupyter_hybridize.runtime.verification.plain import Branch, Leaf, Opaque, Plain, Silent

# Relative to the largest number of the array, not to each one: what is left of two numbers that cancel is rounding.
# What `benchmarks/tolerances.py` shows at most of results (training steps, reductions of 1e6 numbers, softmax,
# attention, …): float64 4e-16, float32 2e-7, float16 1e-2 (a loss after a step of Adam), bfloat16 7e-3. It runs on one
# CPU; other kernels sum in another order, so that there is room above.
TOLERANCE = {
    "float16": 3e-2,
    "bfloat16": 5e-2,
    "float32": 2e-5,
    "float64": 1e-10,
    "complex64": 2e-5,
    "complex128": 1e-10,
}
_SMALLEST_SCALE = 0.1  # what is smaller is mostly what was left of numbers that cancel
_MOST_SHOWN = 3
_PIECE = 1 << 20  # numbers that are compared at a time


@dataclass(slots=True)
class Differences:
    """What was found different, each a clause that names a place and shows no value of the user's."""

    found: list[str] = field(default_factory=list)
    retyped: list[str] = field(default_factory=list)  # equal, but a tensor where there was a Python or NumPy value
    largest: float = 0.0  # of the numbers within tolerance
    gap: float = 0.0  # the largest of all that is finite
    is_numeric: bool = True  # all that differs is the size of floating-point numbers

    @property
    def text(self) -> str:
        """Return the first differences as one clause."""
        more = len(self.found) - _MOST_SHOWN
        return "; ".join(self.found[:_MOST_SHOWN]) + (f"; and {more} more" if more > 0 else "")

    def add(self, clause: str, *, is_numeric: bool = False) -> None:
        """Note a difference."""
        self.found.append(clause)
        self.is_numeric = self.is_numeric and is_numeric

    def take(self, other: Differences) -> None:
        """Add what another comparison found."""
        self.found += other.found
        self.retyped += other.retyped
        self.largest = max(self.largest, other.largest)
        self.gap = max(self.gap, other.gap)
        self.is_numeric = self.is_numeric and other.is_numeric


def compare(eager: Plain, graph: Plain, where: str, *, looseness: float = 1.0) -> Differences:
    """Return how *graph* differs from *eager*; *where* names the whole, *looseness* multiplies the tolerance."""
    differences = Differences()
    _compare(eager, graph, where, differences, looseness)
    return differences


def _compare(eager: Plain, graph: Plain, where: str, into: Differences, looseness: float) -> None:
    match eager, graph:
        case (Silent(), _) | (_, Silent()):
            return
        case Leaf(), Leaf():
            _compare_leaves(eager, graph, where, into, looseness)
        case Branch(), Branch() if eager.kind == graph.kind:
            _compare_branches(eager, graph, where, into, looseness)
        case Opaque(), Opaque() if eager.type == graph.type:
            return
        case _:
            into.add(f"`{where}` is {_article(eager)}, and {_article(graph)} in the graph")


def _compare_branches(eager: Branch, graph: Branch, where: str, into: Differences, looseness: float) -> None:
    if eager.kind == "sequence" and len(eager.items) != len(graph.items):
        into.add(f"`{where}` has {_count(len(eager.items))}, and {len(graph.items)} in the graph")
        return
    if eager.keys != graph.keys:
        lost, new = _missing(eager.keys, graph.keys), _missing(graph.keys, eager.keys)
        into.add(f"`{where}` has other {'keys' if eager.kind == 'mapping' else 'parts'} in the graph{lost or new}")
        return
    for key, left, right in zip(eager.keys, eager.items, graph.items, strict=False):
        _compare(left, right, _part(where, eager.kind, key), into, looseness)


def _missing(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    only = [key for key in left if key not in right]
    return f": {only[0]}" if only else ""


def _part(where: str, kind: str, key: str) -> str:
    return f"{where}[{key}]" if kind in ("sequence", "mapping") else f"{where}.{key}"


def _compare_leaves(eager: Leaf, graph: Leaf, where: str, into: Differences, looseness: float) -> None:
    a, b = eager.value, graph.value
    is_retyped = eager.family != graph.family
    if a.shape != b.shape:
        into.add(f"`{where}` has the shape {_shape(a)}, and {_shape(b)} in the graph")
    elif a.dtype != b.dtype and not is_retyped:
        into.add(f"`{where}` is {a.dtype}, and {b.dtype} in the graph")
    else:
        gap = distance(a, b)
        allowed = max(TOLERANCE.get(str(each.dtype), 0.0) for each in (a, b)) * looseness
        if gap > allowed and _are_single(a, b):
            allowed = TOLERANCE["float32"] * looseness
        into.gap = max(into.gap, gap) if np.isfinite(gap) else into.gap
        if gap > allowed:
            _add_gap(where, a, b, gap, into)
        elif is_retyped:
            into.retyped.append(f"`{where}` is {_family(eager)}, and {_family(graph)} in the graph")
        into.largest = max(into.largest, gap) if gap <= allowed else into.largest


def _are_single(a: Any, b: Any) -> bool:
    """Return whether float32 holds these float64 numbers as they are: they were computed so, and cast."""
    return all(each.dtype == np.float64 and np.array_equal(each, each.astype(np.float32)) for each in (a, b))


def _add_gap(where: str, a: Any, b: Any, gap: float, into: Differences) -> None:
    if is_floating(a) and is_floating(b) and np.isfinite(gap):
        into.add(f"`{where}` differs by {gap:.1g} of its size", is_numeric=True)
    else:
        into.add(f"`{where}` differs")


def is_floating(array: np.ndarray[Any, Any]) -> bool:
    """Return whether these are numbers that rounding may move; bfloat16 is of no kind that NumPy knows."""
    return array.dtype.kind in "fcV"


def distance(a: np.ndarray[Any, Any], b: np.ndarray[Any, Any]) -> float:
    """Return the largest difference of two arrays of one shape, relative to their largest number.

    Equal infinities and equal NaN differ by nothing, others by infinity; so do unequal integers, texts and flags.
    """
    if np.array_equal(a, b):
        return 0.0
    if not (is_floating(a) or is_floating(b)) or "O" in (a.dtype.kind, b.dtype.kind):
        return float("inf")
    largest, gap = _SMALLEST_SCALE, 0.0
    for left, right in zip(_pieces(a), _pieces(b), strict=True):
        special = ~(np.isfinite(left) & np.isfinite(right))
        if not np.array_equal(left[special], right[special], equal_nan=True):
            return float("inf")
        left, right = left[~special], right[~special]
        largest = max(largest, float(np.abs(left).max(initial=0.0)), float(np.abs(right).max(initial=0.0)))
        gap = max(gap, float(np.abs(left - right).max(initial=0.0)))
    return gap / largest


def _pieces(array: np.ndarray[Any, Any]) -> Iterator[Any]:
    """Yield the numbers in the widest precision, some at a time: of a large array there is no room for another."""
    flat = array.reshape(-1)
    for start in range(0, flat.size, _PIECE):
        yield _wide(flat[start : start + _PIECE])


def _wide(array: np.ndarray[Any, Any]) -> Any:
    return array.astype(np.complex128 if array.dtype.kind == "c" else np.float64)


def _shape(array: np.ndarray[Any, Any]) -> str:
    return f"[{','.join(map(str, array.shape))}]"


def _count(number: int) -> str:
    return "1 item" if number == 1 else f"{number} items"


def _article(item: Plain) -> str:
    match item:
        case Leaf():
            return _family(item)
        case Branch():
            return {"sequence": "a sequence", "mapping": "a dict", "set": "a set"}.get(item.kind, f"a {item.kind}")
        case Opaque(type="NoneType"):
            return "None"
        case Opaque():
            return f"a {item.type}"
        case _:
            return "code"


def _family(leaf: Leaf) -> str:
    return f"{'an' if leaf.family[:1] in 'aeiou' else 'a'} {leaf.family}"
