"""Names of element types, and how NumPy and TensorFlow name and promote them."""

from __future__ import annotations

FLOATS = ("bfloat16", "float16", "float32", "float64")
SIGNED = ("int8", "int16", "int32", "int64")
UNSIGNED = ("uint8", "uint16", "uint32", "uint64")
COMPLEX = ("complex64", "complex128")
ALL = frozenset((*FLOATS, *SIGNED, *UNSIGNED, *COMPLEX, "bool", "string", "resource", "variant"))
SHORT = {
    "bfloat16": "bf16", "float16": "f16", "float32": "f32", "float64": "f64", "int8": "i8", "int16": "i16",
    "int32": "i32", "int64": "i64", "uint8": "u8", "uint16": "u16", "uint32": "u32", "uint64": "u64",
    "complex64": "c64", "complex128": "c128", "bool": "bool", "string": "str",
}  # fmt: skip


def named(dtype: str | None) -> str:
    """Return the name as a message has it."""
    return dtype or "an unknown dtype"


def short(dtype: str | None) -> str:
    """Return the short name used in types, ``f32`` for ``float32``, ``?`` for an unknown one."""
    return "?" if dtype is None else SHORT.get(dtype, dtype)


def is_floating(dtype: str | None) -> bool:
    """Return whether *dtype* is known to be a floating-point type."""
    return dtype in FLOATS


def is_integer(dtype: str | None) -> bool:
    """Return whether *dtype* is known to be an integer type."""
    return dtype in SIGNED or dtype in UNSIGNED


def of_python(type_name: str) -> str | None:
    """Return the dtype TensorFlow gives a Python scalar of this type, None if it cannot become a tensor.

    Source: ``tf.constant(1).dtype``, ``tf.constant(1.)``, ``tf.constant(True)``, ``tf.constant("a")`` on 2.21.
    """
    return {
        "int": "int32",
        "float": "float32",
        "bool": "bool",
        "str": "string",
        "bytes": "string",
        "complex": "complex128",
    }.get(type_name)
