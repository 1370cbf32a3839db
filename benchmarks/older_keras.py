"""Rewrites calls that were written for Keras 2: arguments that have other names now, or are gone."""

from __future__ import annotations

import ast

import keras

_GONE = ("batch_input_shape", "decay", "implementation", "input_length", "period")
_OPTIMIZERS = frozenset(name for name, each in vars(keras.optimizers).items() if isinstance(each, type))
_LAYERS = frozenset(name for name, each in vars(keras.layers).items() if isinstance(each, type))


def rewritten(call: ast.Call) -> ast.Call:
    """Return the call with what Keras 3 takes."""
    name = ast.unparse(call.func).rpartition(".")[2]
    if name in _OPTIMIZERS:
        for keyword in call.keywords:
            keyword.arg = "learning_rate" if keyword.arg == "lr" else keyword.arg
    if name in _OPTIMIZERS | _LAYERS | {"ModelCheckpoint"}:
        call.keywords = [keyword for keyword in call.keywords if keyword.arg not in _GONE]
    if name == "Input" and call.args and isinstance(call.args[0], ast.Constant):
        call.args[0] = ast.copy_location(ast.Tuple([call.args[0]], ast.Load()), call.args[0])
    return call
