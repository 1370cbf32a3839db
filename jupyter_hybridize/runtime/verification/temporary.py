"""A method called on an object that nothing else refers to: its ``tf.function`` would outlive it."""

from __future__ import annotations

import ast
import gc
import types
from collections.abc import Callable


def is_on_temporary(function: Callable[..., object], call: str) -> bool:
    """Return whether *call* makes the object whose method *function* is, and keeps it nowhere.

    A decorated method holds its object weakly, so that ``C(1.0).step(x)`` finds no ``self`` when it is traced.
    """
    if not isinstance(function, types.MethodType) or isinstance(function.__self__, type):
        return False
    if not _makes_receiver(call):
        return False
    holders = gc.get_referrers(function.__self__)
    return all(isinstance(holder, types.MethodType | types.FrameType) for holder in holders)


def _makes_receiver(call: str) -> bool:
    try:
        tree = ast.parse(call.strip(), mode="eval").body
    except SyntaxError:
        return False
    return isinstance(tree, ast.Call) and isinstance(tree.func, ast.Attribute) and isinstance(tree.func.value, ast.Call)
