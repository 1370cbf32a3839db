"""What names a dtype: a ``tf.DType``, a string, a NumPy type, a Python type."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.value import Api, Scalar

# Source: ``tf.as_dtype`` on 2.21; it refuses ``int``.
_OF_NAMES: Final = {
    **{f"numpy.{name}": name for name in dtypes.ALL - {"string", "resource", "variant", "bfloat16"}},
    "builtins.float": "float32",
    "builtins.bool": "bool",
    "builtins.str": "string",
    "builtins.bytes": "string",
    "builtins.complex": "complex64",
    "numpy.str_": "string",
    "numpy.bytes_": "string",
    "float": "float32",
    "double": "float64",
    "half": "float16",
}


def dtype_of(atom: object) -> str | None:
    """Return the dtype named by a ``tf.DType``, a string, a NumPy type or a Python type; None if it is not known."""
    match atom:
        case Scalar(type="tf.DType" | "str", constant=str(name)):
            return _OF_NAMES.get(name, name) if name in dtypes.ALL or name in _OF_NAMES else None
        case Api(name=name):
            return _OF_NAMES.get(name)
    return None
