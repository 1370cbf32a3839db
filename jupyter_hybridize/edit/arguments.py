"""The arguments of a decorator: written as the notebook writes TensorFlow, on several lines where one is too long."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from jupyter_hybridize.edit.edit import EditError
from jupyter_hybridize.edit.spelling import Spelling

_WIDTH = 88  # characters of a line
_STEP = " " * 4
_BRACKETS = {ast.List: "[]", ast.Tuple: "()", ast.Dict: "{}"}


def members_of(arguments: str) -> frozenset[str]:
    """Return what the arguments take from TensorFlow: ``TensorSpec`` and ``float32`` of ``tf.TensorSpec``, …"""
    call = _parsed(arguments)
    nodes = () if call is None else ast.walk(call)
    return frozenset(n.attr for n in nodes if isinstance(n, ast.Attribute) and _is_module(n.value))


def in_parentheses(arguments: str, spelling: Spelling, margin: str, column: int) -> str:
    """Return the arguments in parentheses, "" where there are none.

    They begin at *column* of a line that is indented by *margin*; lines are separated by line feeds.
    """
    if not arguments.strip():
        return ""
    call = _parsed(arguments)
    if call is None:
        raise EditError(f"`{arguments}` are not arguments")
    return f"({_wrapped(_respelled(arguments, call, spelling), margin, column + 1)})"


def missing(arguments: str, present: ast.Call) -> str | None:
    """Return those of the arguments that the call *present* lacks, None where it has one of them with another value."""
    call = _parsed(arguments)
    if call is None or present.args or any(k.arg is None for k in present.keywords):
        return None
    given = {keyword.arg: ast.dump(keyword.value) for keyword in present.keywords}
    wanted = {keyword.arg: keyword for keyword in call.keywords}
    if call.args or any(name not in wanted or ast.dump(wanted[name].value) != text for name, text in given.items()):
        return None
    text = f"f({arguments})"
    left = [keyword for name, keyword in wanted.items() if name not in given]
    return ", ".join(f"{keyword.arg}={ast.get_source_segment(text, keyword.value)}" for keyword in left)


def parsed_call(text: str) -> ast.Call | None:
    """Return the call of a name that *text* is, None if it is anything else."""
    try:
        call = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError):
        return None
    return call if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) else None


def _parsed(arguments: str) -> ast.Call | None:
    """Return the call `f(arguments)` if it is one, the whole of one, and nothing else."""
    text = f"f({arguments})"
    call = parsed_call(text)
    return call if call is not None and ast.get_source_segment(text, call) == text else None


def _is_module(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == "tf"


def _respelled(arguments: str, call: ast.Call, spelling: Spelling) -> str:
    names = [n for n in ast.walk(call) if isinstance(n, ast.Attribute) and _is_module(n.value)]
    if not names or spelling.module == "tf":
        return arguments
    lines = [line.encode() for line in f"f({arguments})".splitlines(keepends=True)]
    for name in sorted(names, key=lambda n: (n.lineno, n.col_offset), reverse=True):
        line, written = lines[name.lineno - 1], spelling.of(name.attr)
        if written is None:
            raise EditError("the arguments need TensorFlow itself, and only `function` is imported")
        lines[name.lineno - 1] = line[: name.col_offset] + written.encode() + line[name.end_col_offset or 0 :]
    return b"".join(lines).decode()[2:-1]


# -- line breaks ----------------------------------------------------------------------------------------------------


def _wrapped(arguments: str, margin: str, column: int) -> str:
    """Return the arguments with line breaks within lists, tuples and dicts where a line would be too long."""
    call = _parsed(arguments)
    if call is None or column + len(arguments) < _WIDTH or "\n" in arguments:
        return arguments
    text = f"f({arguments})"
    parts = []
    for head, value in [*(("", a) for a in call.args), *((f"{k.arg}=", k.value) for k in call.keywords)]:
        parts.append(head + _broken(text, value, margin, column + len(head)))
        last = parts[-1].rpartition("\n")[2]
        column = len(last) + 2 if "\n" in parts[-1] else column + len(last) + 2
    return ", ".join(parts)


def _broken(text: str, node: ast.expr, margin: str, column: int) -> str:
    source = _source(text, node)
    brackets = _BRACKETS.get(type(node))
    if brackets is None or column + len(source) < _WIDTH:
        return source
    inner = margin + _STEP
    items = (f"{head}{_broken(text, item, inner, len(inner + head))}" for head, item in _items(text, node))
    lines = "".join(f"{inner}{item},\n" for item in items)
    return f"{brackets[0]}\n{lines}{margin}{brackets[1]}"


def _items(text: str, node: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, ast.Dict):
        for key, item in zip(node.keys, node.values, strict=True):
            yield ("**" if key is None else f"{_source(text, key)}: "), item
    elif isinstance(node, ast.List | ast.Tuple):
        yield from (("", item) for item in node.elts)


def _source(text: str, node: ast.AST) -> str:
    found = ast.get_source_segment(text, node)
    return found if found is not None else ast.unparse(node)
