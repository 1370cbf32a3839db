"""Values in the words of a message: ``a float32 tensor of shape [2, None]``, where ``str`` is as short as can be."""

from __future__ import annotations

from jupyter_hybridize.domain.atoms import (
    ANY,
    Array,
    Atom,
    Class,
    Container,
    Dataset,
    Form,
    Function,
    Instance,
    Scalar,
    Tensor,
    Tuple,
    Unknown,
)
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import AbstractValue

_MOST = 3
_LONGEST = 24  # characters of a constant
_UNKNOWN = "something unknown"
_FORMS = {
    Form.DENSE: "tensor",
    Form.VARIABLE: "variable",
    Form.KERAS_SYMBOLIC: "KerasTensor",
    Form.RAGGED: "ragged tensor",
    Form.SPARSE: "sparse tensor",
}


def spoken(item: AbstractValue) -> str:
    """Return what *item* may be, in words."""
    if item.is_unknown:
        return _UNKNOWN
    words = sorted({spoken_atom(atom) for atom in item.atoms})
    return " or ".join(words[:_MOST]) + (" or more" if len(words) > _MOST else "") or "nothing"


def spoken_atom(atom: Atom) -> str:
    """Return what *atom* is, in words."""
    match atom:
        case Tensor(dtype, shape, form):
            return _with_article(f"{_of(dtype)}{_FORMS[form]}") + _shaped(shape)
        case Array(dtype, shape, is_scalar):
            kind = f"NumPy {dtype or 'scalar'}" if is_scalar else f"{_of(dtype)}NumPy array"
            return _with_article(kind) + ("" if is_scalar else _shaped(shape))
        case Scalar(type=kind, constant=constant):
            return _constant(kind, repr(constant)) if constant is not ANY else _constant(kind)
        case Tuple(name=name):
            return _with_article(name.rpartition(":")[2].rpartition(".")[2] or "tuple")
        case Container() | Instance():
            return _with_article(str(atom))
        case Function() | Class():
            return f"the {atom}"
        case Dataset():
            return "a data set"
        case Unknown():
            return _UNKNOWN
        case _:
            return str(atom)


def _of(dtype: str | None) -> str:
    return "" if dtype is None else f"{dtype} "


def _shaped(shape: Shape) -> str:
    if shape.dims is None:
        return " of unknown shape"
    return f" of shape {list(shape.dims)}"


def _constant(kind: str, text: str = "") -> str:
    if kind in ("NoneType", "ellipsis"):
        return "None" if kind == "NoneType" else "`...`"
    if kind == "tf.DType":
        return "a dtype"
    if kind == "bytes" and not text:
        return kind
    return f"the {kind} {text}" if text and len(text) <= _LONGEST else _with_article(kind)


def _with_article(noun: str) -> str:
    is_vowel = noun[:1] in "aeioAEIO" or (noun.startswith("un") and not noun.startswith("uni"))
    return f"{'an' if is_vowel else 'a'} {noun}"
