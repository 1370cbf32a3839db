"""Layouts of arguments, as hypothesis makes them up, and what a spec of one accepts."""

from __future__ import annotations

import ast

from hypothesis import strategies as st

from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import AbstractValue, Array, Tensor, Tuple, array, tensor, value

SHAPES = st.lists(st.integers(0, 2), max_size=2).map(lambda dims: Shape(tuple(dims)))
TENSORS = st.builds(tensor, st.sampled_from(["float32", "int32"]), SHAPES)
ARRAYS = st.builds(array, st.sampled_from(["float32", "float64"]), SHAPES)


def _nested(items: st.SearchStrategy[AbstractValue]) -> st.SearchStrategy[AbstractValue]:
    some = st.lists(items, min_size=1, max_size=2).map(tuple)
    plain = st.builds(lambda kind, parts: value(Tuple(parts, None, kind)), st.sampled_from(["", "list"]), some)
    return plain | some.map(lambda parts: value(Tuple(parts, None, "dict", ("a", "b")[: len(parts)])))


LAYOUTS = st.recursive(TENSORS | ARRAYS, _nested, max_leaves=4)
ALIKE = st.lists(LAYOUTS, min_size=1, max_size=3) | st.lists(TENSORS, min_size=1, max_size=4)


def accepts(spec: ast.expr, layout: AbstractValue) -> bool:
    """Return whether a signature with this spec takes an argument with this layout."""
    atom = layout.only()
    match spec, atom:
        case ast.Call(args=[shape, ast.Attribute(attr=dtype)]), Tensor() | Array():
            dims = ast.literal_eval(shape)
            sizes = atom.shape.dims
            assert sizes is not None
            fits = dims is None or (
                len(dims) == len(sizes) and all(d in (None, s) for d, s in zip(dims, sizes, strict=True))
            )
            return fits and dtype == atom.dtype
        case ast.Tuple(elts=elements), Tuple(name=""):
            return _all_accept(elements, atom)
        case ast.List(elts=elements), Tuple(name="list"):
            return _all_accept(elements, atom)
        case ast.Dict(keys=keys, values=elements), Tuple(name="dict"):
            return [ast.literal_eval(key) for key in keys if key] == list(atom.fields) and _all_accept(elements, atom)
    return False


def _all_accept(specs: list[ast.expr], nest: Tuple) -> bool:
    return len(specs) == len(nest.items) and all(map(accepts, specs, nest.items))
