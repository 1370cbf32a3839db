"""Type hints as evidence: what a parameter is when nobody is seen to pass it."""

from __future__ import annotations

import ast

from jupyter_hybridize.domain.value import TOP, AbstractValue, array, scalar, tensor

_SCALARS = frozenset({"int", "float", "bool", "str", "bytes", "complex"})
_TENSORS = frozenset({"tf.Tensor", "tensorflow.Tensor", "Tensor"})
_ARRAYS = frozenset({"np.ndarray", "numpy.ndarray", "ndarray"})


def hinted(parameter: ast.arg) -> AbstractValue:
    """Return what the annotation of *parameter* tells; ⊤ where it tells nothing."""
    return of_annotation(parameter.annotation)


def of_annotation(node: ast.expr | None) -> AbstractValue:
    """Return the values that the annotation *node* describes."""
    if node is None:
        return TOP
    text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ast.unparse(node)
    if text in _TENSORS:
        return tensor()
    if text in _ARRAYS:
        return array()
    return scalar(text) if text in _SCALARS else TOP
