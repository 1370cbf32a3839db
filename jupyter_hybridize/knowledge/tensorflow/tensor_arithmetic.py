"""Operators on tensors, variables, ragged, sparse and Keras symbolic tensors."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import TOP, AbstractValue, Array, Atom, Form, Scalar, Tensor, constant, tensor
from jupyter_hybridize.knowledge.numpy.arithmetic import promoted
from jupyter_hybridize.knowledge.operands import Grip, Operand, Operation, broadcast, matrix_product, operand_of

OPS: Final = {
    "+": "AddV2", "-": "Sub", "*": "Mul", "/": "RealDiv", "//": "FloorDiv", "%": "FloorMod", "**": "Pow", "@": "MatMul",
    "&": "BitwiseAnd", "|": "BitwiseOr", "^": "BitwiseXor",
    "<": "Less", "<=": "LessEqual", ">": "Greater", ">=": "GreaterEqual", "==": "Equal", "!=": "NotEqual",
}  # fmt: skip
COMPARISONS: Final = frozenset({"<", "<=", ">", ">=", "==", "!="})
_ORDERINGS: Final = COMPARISONS - {"==", "!="}
_BITS: Final = frozenset({"&", "|", "^"})


def tensor_binary(operation: Operation, left: Atom, right: Atom) -> AbstractValue:
    """Apply a binary operator to two atoms of which at least one is a tensor."""
    forms = {atom.form for atom in (left, right) if isinstance(atom, Tensor)}
    if operation.operator in ("<<", ">>"):
        return _shift(operation, isinstance(left, Array) or isinstance(right, Array))
    if Form.KERAS_SYMBOLIC in forms and (operation.operator == "==" or _is_none(left) or _is_none(right)):
        # KerasTensor has no ``__eq__``, and takes None for an operand it knows the shape of
        return AbstractValue(frozenset({Scalar("bool")})) if operation.operator == "==" else TOP
    if operation.operator in ("==", "!=") and (_is_none(left) or _is_none(right)):
        if Form.VARIABLE in forms:
            operation.raises("a variable is not compared with None", maybe=True)
        return constant(operation.operator == "!=")
    first, second = operand_of(operation.host, left), operand_of(operation.host, right)
    if first is None or second is None:
        return _not_a_number(operation, left if first is None else right)
    if isinstance(left, Scalar) and left.type in ("str", "bytes") and operation.operator == "%":
        return format_with_tensor(operation, left)
    if isinstance(left, Array) and isinstance(right, Tensor) and right.form is not Form.DENSE:
        _numpy_takes_keras_variable(operation)
        if right.form is not Form.VARIABLE:
            return TOP
    if Form.KERAS_SYMBOLIC in forms:
        return _keras(operation, first, second)
    if Form.SPARSE in forms:
        is_first = isinstance(left, Tensor) and left.form is Form.SPARSE
        return _sparse(operation, *((first, second) if is_first else (second, first)))
    return _dense(operation, first, second, _result_form(forms), Form.VARIABLE in forms)


def _shift(operation: Operation, has_array: bool) -> AbstractValue:
    if has_array:  # NumPy takes over, which needs the values
        kind = EffectKind.NEEDS_VALUE if operation.host.mode.is_traced else EffectKind.RAISES
        operation.effect(kind, detail="tensors have no shift operators", reason="shift", maybe=True)
        return TOP
    operation.raises("tensors have no shift operators; tf.bitwise has functions for it")
    return AbstractValue()


def _result_form(forms: set[Form]) -> Form:
    return Form.RAGGED if Form.RAGGED in forms else Form.DENSE


def _is_none(atom: Atom) -> bool:
    return isinstance(atom, Scalar) and atom.type == "NoneType"


def _not_a_number(operation: Operation, atom: Atom) -> AbstractValue:
    if isinstance(atom, Scalar):
        if atom.type == "NoneType" and operation.host.mode.is_traced and not operation.certain:
            return AbstractValue()  # an axis that may be open: reading it was recorded
        operation.raises(f"a tensor cannot be combined with {atom}")
        return AbstractValue()
    operation.effect(EffectKind.UNKNOWN_VALUE, detail=f"a tensor meets {atom}", maybe=True)
    return TOP


def _numpy_takes_keras_variable(operation: Operation) -> None:
    # ndarray + keras.Variable calls np.asarray on the variable; ndarray + tf.Variable is left to TensorFlow.
    # To ragged, sparse and Keras symbolic tensors NumPy applies the operator element by element.
    if operation.host.mode.is_traced:
        operation.effect(EffectKind.NEEDS_VALUE, detail="NumPy takes the operator over", maybe=True)


def _dense(operation: Operation, first: Operand, second: Operand, form: Form, has_variable: bool) -> AbstractValue:
    operator = operation.operator
    operation.host.tensor_op(OPS[operator])
    dtype = _meeting_dtype(operation, first, second, has_variable)
    by_numpy = Grip.ARRAY in (first.grip, second.grip) and not operation.host.mode.is_traced
    strong = first if first.grip is Grip.TENSOR else second
    result = result_dtype(operation, strong.dtype if dtype is None and by_numpy else dtype, maybe=by_numpy)
    if by_numpy and _is_refused(operation.operator, strong.dtype):
        return TOP  # eagerly NumPy takes over what TensorFlow refuses
    if form is Form.RAGGED:
        return _ragged(operation, result, first.shape, second.shape)
    shape = _result_shape(operation, first.shape, second.shape)
    return tensor(result, shape, form)


def _ragged(operation: Operation, dtype: str | None, left: Shape, right: Shape) -> AbstractValue:
    fit = broadcast(left.opened(), right.opened()) or UNKNOWN_SHAPE
    found = tensor(dtype, fit.opened(), Form.RAGGED)
    # what does not fit compares as one Python bool
    return found.join(AbstractValue(frozenset({Scalar("bool")}))) if operation.operator in ("==", "!=") else found


def _result_shape(operation: Operation, left: Shape, right: Shape) -> Shape:
    fit = matrix_product(left, right) if operation.operator == "@" else broadcast(left, right)
    if fit is not None:
        return fit
    if operation.operator in ("==", "!="):
        return Shape(())  # shapes that do not fit compare as one False
    operation.raises(f"shapes {left} and {right} do not fit")
    return UNKNOWN_SHAPE


def _meeting_dtype(operation: Operation, first: Operand, second: Operand, has_variable: bool) -> str | None:
    """Return the dtype both operands have when the op runs; record where they cannot agree."""
    if first.grip is not Grip.TENSOR or second.grip is not Grip.TENSOR:
        strong, weak = (first, second) if first.grip is Grip.TENSOR else (second, first)
        return _converted(operation, strong, weak, has_variable)
    if operation.operator == "*" and "bool" in (first.dtype, second.dtype):
        if "string" in (first.dtype, second.dtype):
            operation.raises("a string cannot become a bool")
        return "bool"  # tf.multiply turns to logical_and as soon as one side is bool
    if first.dtype is not None and second.dtype is not None:
        if first.dtype == second.dtype:
            return first.dtype
        # a keras.Variable on the left promotes as keras.ops does, a tf.Variable raises
        operation.mixes(f"{dtypes.named(first.dtype)} meets {dtypes.named(second.dtype)}", maybe=has_variable)
        return None
    if operation.origins:
        operation.mixes("the dtype of an operand is not known", maybe=True)
    return first.dtype or second.dtype


def _converted(operation: Operation, strong: Operand, weak: Operand, has_variable: bool) -> str | None:
    if weak.grip is Grip.ARRAY:
        if (strong.dtype == "string") is not (weak.dtype == "string") and None not in (strong.dtype, weak.dtype):
            operation.mixes(f"{dtypes.named(strong.dtype)} meets {dtypes.named(weak.dtype)}", maybe=True)
        if has_variable and weak.dtype != strong.dtype:
            if operation.operator in _BITS:
                result_dtype(operation, strong.dtype, maybe=True)
            return None
        return strong.dtype
    fits = _fits(strong.dtype, weak.python)
    if fits is None and operation.origins and weak.python in ("float", "complex"):
        operation.mixes("the dtype of a tensor is not known", maybe=True)
    if fits is False and operation.operator == "*" and strong.dtype == "bool":
        operation.mixes("bool meets a number", maybe=True)  # works with the tensor on the left
        return "bool"
    if fits is False:
        may_differ = has_variable or (operation.operator in ("==", "!=") and weak.python in ("str", "bytes"))
        operation.mixes(f"{dtypes.named(strong.dtype)} meets a Python {weak.python}", maybe=may_differ)
        is_promoted = has_variable and weak.python == "float" and dtypes.is_integer(strong.dtype)
        return "float32" if is_promoted else None  # by a keras.Variable, where a tf.Variable raises
    return strong.dtype


def _fits(dtype: str | None, python: str | None) -> bool | None:
    """Return whether a Python scalar converts to *dtype*, None if that is not known."""
    if python == "nothing":
        return True
    if dtype is None or python is None:
        return None
    if dtype == "string" or python in ("str", "bytes"):
        return dtype == "string" and python in ("str", "bytes")
    if python == "complex":
        return dtype in dtypes.COMPLEX
    if python == "float":
        return dtype in dtypes.FLOATS or dtype in dtypes.COMPLEX
    return python == "bool" or dtype != "bool"


def _is_refused(operator: str, dtype: str | None) -> bool:
    """Return whether the op of *operator* does not take two operands of *dtype*."""
    if dtype is None or operator in ("==", "!="):
        return False
    if operator in _ORDERINGS:
        return dtype in ("bool", "string") or dtype in dtypes.COMPLEX
    if operator in _BITS:
        return dtype != "bool" and not dtypes.is_integer(dtype)
    if dtype == "bool":
        return operator != "*"
    if dtype == "string":
        return operator != "+"
    return operator == "**" and dtype in ("uint8", "uint16", "uint32", "uint64")


def result_dtype(operation: Operation, dtype: str | None, *, maybe: bool = False) -> str | None:
    """Return the dtype of the result where both operands have *dtype*; record ops that do not take it."""
    operator = operation.operator
    if _is_refused(operator, dtype):
        operation.mixes(f"`{operator}` does not take {dtypes.named(dtype)}", maybe=maybe)
    if operator in COMPARISONS:
        return "bool"
    if operator == "/" and dtypes.is_integer(dtype):
        return "float32" if dtype in ("int8", "uint8", "int16", "uint16") else "float64"
    return dtype


def _keras(operation: Operation, first: Operand, second: Operand) -> AbstractValue:
    operator = operation.operator
    dtype = "bool" if operator in COMPARISONS or operator in _BITS else _keras_dtype(operator, first, second)
    by_numpy = matrix_product(first.shape, second.shape, by_numpy=True)
    shape = by_numpy if operator == "@" else broadcast(first.shape, second.shape)
    return tensor(dtype, shape or UNKNOWN_SHAPE, Form.KERAS_SYMBOLIC)


def _keras_dtype(operator: str, first: Operand, second: Operand) -> str | None:
    """Return what keras.ops promotes to, as far as it is plain."""
    if first.dtype is None or second.dtype is None:
        return None
    if first.dtype == second.dtype:
        return "float32" if operator == "/" and dtypes.is_integer(first.dtype) else first.dtype
    for one, other in ((first, second), (second, first)):
        if dtypes.is_floating(one.dtype) and (other.grip is Grip.PYTHON and other.python in ("int", "float", "bool")):
            return one.dtype
        if dtypes.is_floating(one.dtype) and (dtypes.is_integer(other.dtype) or other.dtype == "bool"):
            return one.dtype
    if dtypes.is_floating(first.dtype) and dtypes.is_floating(second.dtype):
        return promoted(first.dtype, second.dtype)
    return None


def _sparse(operation: Operation, sparse: Operand, other: Operand) -> AbstractValue:
    if operation.operator in ("==", "!="):
        if other.grip is Grip.ARRAY:
            return TOP
        return AbstractValue(frozenset({Scalar("bool")}))  # by identity
    if operation.operator not in ("*", "/"):
        operation.raises("a sparse tensor has only `*` and `/`")
        return AbstractValue()
    operation.host.tensor_op("SparseDenseCwiseMul")
    differs = other.grip is Grip.TENSOR and sparse.dtype != other.dtype
    shape = sparse.shape.opened() if operation.host.mode.is_traced else sparse.shape  # a graph holds it as a value
    return tensor(None if differs else sparse.dtype, shape, Form.SPARSE)


def format_with_tensor(operation: Operation, template: Scalar) -> AbstractValue:
    """Apply ``"…" % tensor``: text of the trace, or no text at all, where the tensor is symbolic."""
    if operation.host.mode.is_traced:
        held = template.constant
        text = held.decode("latin-1") if isinstance(held, bytes) else held
        marks = text.replace("%%", "").count("%") if isinstance(text, str) else None
        if isinstance(text, str) and marks == text.count("%s") + text.count("%r"):
            if marks:
                operation.effect(EffectKind.ASKS_MODE, detail="formats a tensor", reason="format")
        else:
            operation.effect(EffectKind.NEEDS_VALUE, detail="formats a tensor", reason="format", maybe=marks is None)
    return AbstractValue(frozenset({Scalar(template.type)}))


def tensor_unary(operation: Operation, atom: Tensor) -> AbstractValue:
    """Apply ``-``, ``+`` or ``~`` to a tensor."""
    operator = operation.operator
    if atom.form is Form.SPARSE or (operator == "+" and atom.form is not Form.VARIABLE):
        if atom.form is not Form.KERAS_SYMBOLIC:
            kind = EffectKind.NEEDS_VALUE if operation.host.mode.is_traced else EffectKind.RAISES
            operation.effect(kind, detail=f"a tensor has no unary `{operator}`")
        return tensor(atom.dtype, atom.shape, atom.form)
    if atom.form is not Form.KERAS_SYMBOLIC:
        _check_unary(operation, atom)
    form = atom.form if atom.form in (Form.KERAS_SYMBOLIC, Form.RAGGED) else Form.DENSE
    is_logical = form is Form.KERAS_SYMBOLIC and operator == "~"
    return tensor("bool" if is_logical else atom.dtype, atom.shape, form)


def _check_unary(operation: Operation, atom: Tensor) -> None:
    is_bool = atom.dtype == "bool"
    operation.host.tensor_op("Neg" if operation.operator == "-" else "LogicalNot" if is_bool else "Invert")
    refused = is_bool if operation.operator == "-" else not is_bool and not dtypes.is_integer(atom.dtype)
    if atom.dtype is not None and (refused or atom.dtype == "string"):
        operation.mixes(f"unary `{operation.operator}` does not take {dtypes.named(atom.dtype)}")
