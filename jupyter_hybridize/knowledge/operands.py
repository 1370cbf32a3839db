"""What an atom is as an operand of arithmetic: its dtype, its shape, and how firmly it holds its dtype."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import AbstractValue, Array, Atom, Container, Scalar, Tensor, Tuple
from jupyter_hybridize.knowledge.host import Host
from jupyter_hybridize.knowledge.structures import holds_itself

_PYTHON_TYPES = ("nothing", "bool", "int", "float", "complex", "bytes", "str")


class Grip(enum.Enum):
    """How firmly an operand holds on to its dtype when it meets a tensor."""

    TENSOR = "tensor"  # never converted
    ARRAY = "array"  # cast to the tensor's dtype, whatever it is
    PYTHON = "python"  # converted if the value fits the tensor's kind of dtype


@dataclass(frozen=True, slots=True)
class Operand:
    """An operand seen as numbers. ``python`` is the type of the Python scalars in it, where they are all alike."""

    grip: Grip
    dtype: str | None
    shape: Shape
    python: str | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """One operator applied to one pair of atoms; ``certain`` if no other pair is possible."""

    host: Host
    operator: str
    text: str
    certain: bool
    origins: frozenset[str] = frozenset()

    def effect(self, kind: EffectKind, *, detail: str = "", reason: str = "", maybe: bool = False) -> None:
        """Record an effect: NO if it certainly happens, UNKNOWN if it may."""
        answer = Answer.NO if self.certain and not maybe else Answer.UNKNOWN
        self.host.effect(kind, self.text, answer=answer, detail=detail, reason=reason)

    def raises(self, detail: str, *, maybe: bool = False) -> None:
        """Record that Python raises here."""
        self.effect(EffectKind.RAISES, detail=detail, reason=self.operator, maybe=maybe)

    def mixes(self, detail: str, *, maybe: bool = False) -> None:
        """Record that TensorFlow refuses these dtypes; a traced argument may have been an array, which it takes."""
        kind = EffectKind.MIXES_DTYPES if self.host.mode.is_traced else EffectKind.RAISES
        self.effect(kind, detail=detail, reason="dtype", maybe=maybe)


def operand_of(host: Host, atom: Atom) -> Operand | None:
    """Return *atom* as numbers, None if it is nothing TensorFlow or NumPy converts."""
    match atom:
        case Tensor(dtype=dtype, shape=shape):
            return Operand(Grip.TENSOR, dtype, shape)
        case Array(dtype=dtype, shape=shape):
            return Operand(Grip.ARRAY, dtype, shape)
        case Scalar(type=name) if name in ("int", "float", "bool", "complex", "str", "bytes"):
            return Operand(Grip.PYTHON, dtypes.of_python(name), SCALAR_SHAPE, name)
        case Tuple(name="" | "tf.TensorShape") | Container(type="list"):
            return _of_sequence(host, AbstractValue(frozenset({atom})))
        case Tuple(name=name) if name != "slice":
            return _of_sequence(host, AbstractValue(frozenset({atom})))
    return None


def _of_sequence(host: Host, sequence: AbstractValue) -> Operand | None:
    if holds_itself(host, sequence):
        return None
    items = host.items(sequence)
    if items is None:
        inner = _joined(host, (host.iterate(sequence, by_python=False),))
        return None if inner is None else _stacked(inner, None)
    if not items:
        return Operand(Grip.PYTHON, "float32", Shape((0,)), "nothing")
    inner = _joined(host, items)
    return None if inner is None else _stacked(inner, len(items))


def _stacked(inner: Operand, count: int | None) -> Operand:
    shape = inner.shape if inner.shape.dims is None else Shape((count, *inner.shape.dims))
    return Operand(inner.grip, inner.dtype, shape, inner.python)


def _joined(host: Host, items: tuple[AbstractValue, ...]) -> Operand | None:
    found = [operand_of(host, atom) for item in items for atom in item.atoms]
    operands = [each for each in found if each is not None]
    if not operands or len(operands) < len(found):
        return None
    strongest = min((each.grip for each in operands), key=(Grip.TENSOR, Grip.ARRAY, Grip.PYTHON).index)
    held = [each for each in operands if each.grip is strongest]
    shape = operands[0].shape
    for each in operands[1:]:
        shape = shape.join(each.shape)
    if strongest is Grip.PYTHON:
        widest = max((each.python or "str" for each in held), key=_PYTHON_TYPES.index)
        return Operand(strongest, dtypes.of_python(widest) or "float32", shape, widest)
    names = {each.dtype for each in held}
    return Operand(strongest, names.pop() if len(names) == 1 else None, shape)


def broadcast(left: Shape, right: Shape) -> Shape | None:
    """Return the shape of an element-wise operation, None if the shapes certainly do not fit."""
    if left.dims is None or right.dims is None:
        return UNKNOWN_SHAPE
    longer, shorter = (left.dims, right.dims) if len(left.dims) >= len(right.dims) else (right.dims, left.dims)
    padded = (1,) * (len(longer) - len(shorter)) + shorter
    dims: list[int | None] = []
    for a, b in zip(longer, padded, strict=True):
        if a is None or b is None:
            known = a if b is None else b
            dims.append(None if known in (None, 1) else known)
        elif a == b or b == 1 or a == 1:
            dims.append(b if a == 1 else a)
        else:
            return None
    return Shape(tuple(dims))


def matrix_product(left: Shape, right: Shape, *, by_numpy: bool = False) -> Shape | None:
    """Return the shape of ``left @ right``, None if the shapes certainly do not fit.

    TensorFlow's ``@`` takes matrices and batches of them only, NumPy's also vectors.
    """
    if left.dims is None or right.dims is None:
        return UNKNOWN_SHAPE
    a, b = left.dims, right.dims
    if len(a) < 2 or len(b) < 2:
        return _with_vector(a, b) if by_numpy and a and b else None
    if a[-1] is not None and b[-2] is not None and a[-1] != b[-2]:
        return None
    batch = broadcast(Shape(a[:-2]), Shape(b[:-2]))
    return None if batch is None or batch.dims is None else Shape((*batch.dims, a[-2], b[-1]))


def _with_vector(a: tuple[int | None, ...], b: tuple[int | None, ...]) -> Shape | None:
    inner = b[0] if len(b) == 1 else b[-2]
    if a[-1] is not None and inner is not None and a[-1] != inner:
        return None
    return Shape((*a[:-1], *(b[:-2] + b[-1:] if len(b) > 1 else ())))
