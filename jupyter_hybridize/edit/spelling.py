"""How a notebook writes `tf.function`."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jupyter_hybridize.edit.bindings import Bindings, bindings_before
from jupyter_hybridize.edit.edit import EditError
from jupyter_hybridize.edit.syntax import Function, Syntax

_MODULES = ("tensorflow", "tensorflow.compat.v2")
_NAMES = {  # dotted path of what a name is bound to → what to write after the name
    "tensorflow": ".function",
    "tensorflow.function": "",
    "tensorflow.compat": ".v2.function",
    "tensorflow.compat.v2": ".function",
    "tensorflow.compat.v2.function": "",
}
_IMPORTS = {"tf": "import tensorflow as tf", "tensorflow": "import tensorflow"}


@dataclass(frozen=True, slots=True)
class Spelling:
    """The expression to decorate with, and the import it needs where TensorFlow is not imported yet.

    ``module`` is how TensorFlow itself is written, for arguments such as ``tf.TensorSpec``; absent where only
    ``function`` was imported.
    """

    expression: str
    import_line: str | None = None
    module: str | None = None
    members: Mapping[str, str] = field(default_factory=dict)  # what was imported by name, and the name it has

    def of(self, member: str) -> str | None:
        """Return how *member* of TensorFlow is written, None where it cannot be reached."""
        return self.members.get(member) if self.module is None else f"{self.module}.{member}"


def find_spelling(
    cells: Sequence[Syntax],
    line: int,
    *,
    later: Iterable[Syntax] = (),
    members: Collection[str] = (),
    is_open: bool = False,
) -> Spelling:
    """Return how to write ``tf.function`` at the definition on *line* of the last of the *cells*.

    *later* are the cells after it. *members* are what else is needed of TensorFlow. *is_open* says that code nobody can
    see ran before it and may have bound any name.
    """
    bindings = bindings_before(cells, line, later)
    module = _module(bindings)
    expression = _expression(bindings, cells)
    by_name = {m: name for m in members for name, path in bindings.paths.items() if path in _members(m)}
    if expression is None or (module is None and not by_name.keys() >= {*members}):
        name = _free_name(bindings, is_open or bindings.is_open)
        return Spelling(expression or f"{name}.function", _IMPORTS[name], name)
    return Spelling(expression, None, module, by_name)


def _members(name: str) -> tuple[str, ...]:
    return tuple(f"{module}.{name}" for module in _MODULES)


def _module(bindings: Bindings) -> str | None:
    names = [name for name, path in bindings.paths.items() if path in _MODULES]
    return min(names, key=lambda name: (name != "tf", names.index(name)), default=None)


def _expression(bindings: Bindings, cells: Sequence[Syntax]) -> str | None:
    """Return what the notebook decorates with already, else what it imports by name, else ``tf.function``."""
    found = [f"{name}{_NAMES[path]}" for name, path in bindings.paths.items() if path in _NAMES]
    written = set(_decorators(cells))

    def rank(expression: str) -> tuple[bool, bool, bool, int]:
        is_member = "." not in expression and expression not in bindings.starred
        return (expression not in written, not is_member, expression != "tf.function", found.index(expression))

    return min(found, key=rank, default=None)


def _decorators(cells: Sequence[Syntax]) -> Iterator[str]:
    for cell in cells:
        for statement in cell.statements:
            for node in ast.walk(statement):
                for decorator in node.decorator_list if isinstance(node, Function) else ():
                    yield ast.unparse(decorator.func if isinstance(decorator, ast.Call) else decorator)


def _free_name(bindings: Bindings, is_open: bool) -> str:
    """Return a name TensorFlow can be imported under without taking it from anything else."""
    names = ["tensorflow", "tf"] if is_open else ["tf", "tensorflow"]
    for name in names:
        if name not in bindings.paths:
            return name
    raise EditError("both `tf` and `tensorflow` are the names of something else here")
