"""A cell to copy that shows what verification saw: the user's function, on inputs made up from their types."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any

import numpy as np
import tensorflow as tf

_WIDTH = 110


def reproduction(call: str, args: tuple[object, ...], kwargs: Mapping[str, object], seen: str, *, raises: bool) -> str:
    """Return the cell; *seen* is a clause, told in its first lines. Empty if *call* is not one call.

    Tensors and arrays among the arguments become ones of their shape; everything else stays the expression that the
    notebook has, so that no value of the user's is written out.
    """
    try:
        tree = ast.parse(call.strip(), mode="eval").body
    except SyntaxError:
        return ""
    if not isinstance(tree, ast.Call):
        return ""
    made: list[str] = []
    arguments = [_argument(node, value, made) for node, value in _paired(tree, args, kwargs)]
    function = ast.unparse(tree.func)
    imports = ["import tensorflow as tf"] + (["import numpy as np"] if any("np." in line for line in made) else [])
    shows = _raising(function, arguments) if raises else _differing(function, arguments)
    return "\n".join([*_comment(seen), *imports, *([""] if made else []), *made, "", *shows]) + "\n"


def _paired(tree: ast.Call, args: tuple[object, ...], kwargs: Mapping[str, object]) -> list[tuple[ast.AST, object]]:
    """Return the argument expressions with their values; the value is None where a star hides which is whose."""
    is_starred = any(isinstance(node, ast.Starred) for node in tree.args)
    positional = list(args) if not is_starred and len(args) == len(tree.args) else [None] * len(tree.args)
    named = [kwargs.get(node.arg) if node.arg else None for node in tree.keywords]
    return list(zip([*tree.args, *tree.keywords], [*positional, *named], strict=True))


def _argument(node: ast.AST, value: object, made: list[str]) -> str:
    expression = node.value if isinstance(node, ast.keyword) else node
    text = _made_up(value)
    if text is not None:
        # A name of its own: the notebook's data must still be there after the cell was run.
        name = f"example_{expression.id}" if isinstance(expression, ast.Name) else f"example_{len(made) + 1}"
        made.append(f"{name} = {text}")
    else:
        name = ast.unparse(expression)
    return f"{node.arg}={name}" if isinstance(node, ast.keyword) and node.arg else name


def _made_up(value: Any) -> str | None:
    if type(value) in (tuple, list) and value:
        items = [_made_up(item) for item in value]
        text = ", ".join(item for item in items if item is not None)
        if None in items:
            return None
        return f"[{text}]" if type(value) is list else f"({text},)"
    if isinstance(value, tf.Tensor) and value.shape.is_fully_defined():
        dtype = value.dtype.name
        if dtype == "string":
            return f'tf.fill({value.shape.as_list()}, "text")'
        return f"tf.ones({value.shape.as_list()}, tf.{dtype})"
    if isinstance(value, np.ndarray) and value.dtype.kind in "fciub":
        return f"np.ones({list(value.shape)}, np.{value.dtype.name if value.dtype.kind != 'b' else 'bool_'})"
    return None


def _raising(function: str, arguments: list[str]) -> list[str]:
    given = ", ".join(arguments)
    return [f"{function}({given})  # eagerly", f"tf.function({function})({given})  # as a graph"]


def _differing(function: str, arguments: list[str]) -> list[str]:
    given = ", ".join(arguments)
    return [
        f"graph = tf.function({function})",
        f'print("eager:", {function}({given}), {function}({given}))',
        f'print("graph:", graph({given}), graph({given}))',
    ]


def _comment(seen: str) -> list[str]:
    words = f"Seen: {seen}".split()
    lines = ["#"]
    for word in words:
        if len(lines[-1]) + len(word) >= _WIDTH:
            lines.append("#")
        lines[-1] += f" {word}"
    return lines
