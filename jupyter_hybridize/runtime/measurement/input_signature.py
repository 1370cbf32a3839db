"""The text of an ``input_signature``, read without evaluating it, and whether arguments fit it."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Mapping

import tensorflow as tf

from jupyter_hybridize.runtime.measurement.one_line import one_line

Signature = tuple[tf.TensorSpec, ...]


class SignatureError(ValueError):
    """A signature that cannot be used, and why: one line."""


def read_signature(text: str) -> Signature:
    """Return the specs written in *text*: ``[tf.TensorSpec([None, 10], tf.float32), …]``.

    Raises:
        SignatureError: something else than literal specs of tensors is written there.
    """
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        raise SignatureError(f"the signature is not Python: {error.msg}") from error
    if not isinstance(tree, ast.List | ast.Tuple):
        raise SignatureError("the signature is not a list of `tf.TensorSpec(…)`")
    return tuple(_spec(element) for element in tree.elts)


def misfit(
    signature: Signature, function: Callable[..., object], args: tuple[object, ...], kwargs: Mapping[str, object]
) -> str | None:
    """Return why the arguments do not fit *signature*, or None: they do."""
    try:
        bound = inspect.signature(function).bind(*args, **kwargs).arguments
    except (TypeError, ValueError) as error:
        return one_line(error)
    if len(bound) != len(signature):
        return f"{len(signature)} specs for {len(bound)} arguments"
    for (name, value), spec in zip(bound.items(), signature, strict=True):
        if not _is_fitting(value, spec):
            return f"`{name}` is not a {spec.dtype.name}{_dims(spec)}"
    return None


def _spec(node: ast.expr) -> tf.TensorSpec:
    if not isinstance(node, ast.Call) or _last_name(node.func) != "TensorSpec":
        raise SignatureError(f"`{ast.unparse(node)}` is not a `tf.TensorSpec(…)`")
    given: dict[str, ast.expr] = dict(zip(("shape", "dtype", "name"), node.args, strict=False))
    given |= {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg is not None}
    try:
        shape = ast.literal_eval(given["shape"])
        dtype = tf.as_dtype(_last_name(given["dtype"])) if "dtype" in given else tf.float32
        return tf.TensorSpec(shape, dtype)
    except (KeyError, TypeError, ValueError) as error:
        raise SignatureError(f"`{ast.unparse(node)}` cannot be read as a spec of a tensor") from error


def _last_name(node: ast.expr) -> str:
    """Return ``float32`` for ``tf.float32``, ``np.float32``, ``float32`` and ``"float32"``."""
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return node.id if isinstance(node, ast.Name) else ""


def _is_fitting(value: object, spec: tf.TensorSpec) -> bool:
    try:
        tensor = tf.convert_to_tensor(value, None if hasattr(value, "dtype") else spec.dtype)
    except (TypeError, ValueError):
        return False
    return bool(spec.is_compatible_with(tensor))


def _dims(spec: tf.TensorSpec) -> str:
    if spec.shape.rank is None:
        return ""
    return "[" + ",".join("?" if size is None else str(size) for size in spec.shape) + "]"
