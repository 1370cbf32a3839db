"""What Python's operators do on abstract values."""

from __future__ import annotations

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    BOTTOM,
    TOP,
    AbstractValue,
    Array,
    Atom,
    Form,
    Scalar,
    Tensor,
    Tuple,
    Unknown,
    constant,
    join_all,
    scalar,
    value,
)
from jupyter_hybridize.knowledge.host import Host, Mode
from jupyter_hybridize.knowledge.iteration import note_open_axes
from jupyter_hybridize.knowledge.membership import contains, is_same
from jupyter_hybridize.knowledge.numpy.arithmetic import array_binary, array_unary
from jupyter_hybridize.knowledge.operands import Operation
from jupyter_hybridize.knowledge.python.arithmetic import python_binary, python_unary
from jupyter_hybridize.knowledge.tensorflow import staged
from jupyter_hybridize.knowledge.tensorflow.listed import note_asked
from jupyter_hybridize.knowledge.tensorflow.tensor_arithmetic import COMPARISONS, tensor_binary, tensor_unary
from jupyter_hybridize.knowledge.truth import truth


def binary(host: Host, operator: str, left: AbstractValue, right: AbstractValue, text: str) -> AbstractValue:
    """Return ``left operator right``, recording what computing it does; *text* is the user's expression."""
    origins = left.origins | right.origins
    if operator in ("is", "is not"):
        return is_same(host, left, right, text, negated=operator == "is not").with_origins(origins)
    if operator in ("in", "not in"):
        return contains(host, left, right, text, negated=operator == "not in").with_origins(origins)
    if operator in COMPARISONS:
        for side in (left, right):
            for shape in side.each(Tuple):
                note_open_axes(host, shape, side)
            note_asked(host, side, text)
    certain = len(left.atoms) == 1 and len(right.atoms) == 1
    operation = Operation(host, operator, text, certain, origins)
    if certain:
        (one,), (other,) = left.atoms, right.atoms
        result = _pair(operation, one, other)
        return result.with_origins(origins) if origins else result
    pairs = [(a, b) for a in left.ordered() for b in right.ordered()]
    return join_all([_pair(operation, a, b) for a, b in pairs]).with_origins(origins)


def _pair(operation: Operation, left: Atom, right: Atom) -> AbstractValue:
    if type(left) is Unknown or type(right) is Unknown:
        return _with_unknown(operation)
    if type(left) is Tensor or type(right) is Tensor:
        staged.note_operator(operation, left, right)
        return staged.marked(tensor_binary(operation, left, right), left, right)
    if type(left) is Array or type(right) is Array:
        if isinstance(left, Scalar) and left.type in ("str", "bytes") and operation.operator == "%":
            return scalar(left.type)
        return array_binary(operation, left, right)
    return python_binary(operation, left, right)


def _with_unknown(operation: Operation) -> AbstractValue:
    operation.effect(EffectKind.UNKNOWN_VALUE, detail="an operand is not known", maybe=True)
    return TOP


def unary(host: Host, operator: str, operand: AbstractValue, text: str) -> AbstractValue:
    """Return ``operator operand`` for ``-``, ``+``, ``~`` and ``not``."""
    if operator == "not":
        return negate(host, operand, text).with_origins(operand.origins)
    operation = Operation(host, operator, text, len(operand.atoms) == 1, operand.origins)
    return join_all(_unary_atom(operation, atom) for atom in operand.ordered()).with_origins(operand.origins)


def _unary_atom(operation: Operation, atom: Atom) -> AbstractValue:
    match atom:
        case Unknown():
            return _with_unknown(operation)
        case Tensor():
            return staged.marked(tensor_unary(operation, atom), atom)
        case Array():
            return array_unary(operation, atom)
    return python_unary(operation, atom)


def negate(host: Host, operand: AbstractValue, text: str) -> AbstractValue:
    """Return ``not operand``: a tensor op where AutoGraph converts it, a Python bool elsewhere."""
    answer = truth(operand)
    if answer is not Answer.UNKNOWN:
        return constant(answer is Answer.NO)
    operation = Operation(host, "not", text, len(operand.atoms) == 1, operand.origins)
    return join_all(_negate_atom(operation, atom) for atom in operand.ordered())


def _negate_atom(operation: Operation, atom: Atom) -> AbstractValue:
    match atom:
        case Tensor(form=Form.RAGGED | Form.KERAS_SYMBOLIC):
            operation.raises("it has no truth value")
            return BOTTOM
        case Tensor(form=Form.SPARSE):
            return constant(False)
        case Tensor(dtype=dtype, shape=shape):
            return _negate_tensor(operation, value(atom), dtype, shape.rank)
        case Unknown():
            if operation.host.mode is not Mode.EAGER:
                operation.effect(EffectKind.UNKNOWN_VALUE, detail="its truth is not known", maybe=True)
            return TOP if operation.host.mode is Mode.CONVERTED else scalar("bool")
    known = truth(value(atom))
    return scalar("bool") if known is Answer.UNKNOWN else constant(known is Answer.NO)


def _negate_tensor(operation: Operation, item: AbstractValue, dtype: str | None, rank: int | None) -> AbstractValue:
    mode = operation.host.mode
    if mode is Mode.EAGER:
        if rank is not None and rank > 0:
            operation.raises("the truth of several elements", maybe=True)
        return scalar("bool")
    if mode is Mode.UNCONVERTED:
        operation.effect(EffectKind.NEEDS_VALUE, detail="asks a tensor for its truth", reason="bool")
        return scalar("bool")
    if dtype not in ("bool", None):
        operation.effect(EffectKind.NEEDS_VALUE, detail="`not` of a tensor that is not bool", reason="not")
    operation.host.tensor_op("LogicalNot")
    return staged.number("bool", item.each(Tensor)[0].shape)
