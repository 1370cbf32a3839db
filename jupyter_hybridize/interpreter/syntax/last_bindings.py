"""Where each global name of a unit is bound last: only there is it certain to be what the kernel still holds."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from jupyter_hybridize.interpreter.syntax.scopes import bound_names
from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.parse import ANY_NAME, Opaque, Parsed

_DYNAMIC = frozenset({"exec", "eval", "globals", "get_ipython"})
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")
_REMARKABLE = re.compile(r"\b(?:global|exec|eval|globals|get_ipython)\b")
_NEVER = (-1, 0, 0)
_OTHERS = (ast.Try, ast.Match, getattr(ast, "TryStar", ast.Try))
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
Position = tuple[int, int, int]  # the cell's rank, line and column of the statement
Question = tuple[str, str, Position]
Answers = dict[Question, object]


@dataclass(frozen=True, slots=True)
class Bound:
    """The statement that binds a name last."""

    position: Position
    in_loop: bool = False  # its value now is that of the last round


@dataclass(slots=True)
class LastBindings:
    """The last binding of each global name, and the last place where unknown code may have bound any.

    Where execution counts are known they tell what came last, and cells that were not run count for nothing.
    """

    last: dict[str, Bound] = field(default_factory=dict)
    unknown: Position | None = None
    anywhere: set[str] = field(default_factory=set)  # names that functions bind, whenever they are called
    is_dynamic: bool = False  # a function may run unknown code
    ranks: Mapping[int, int] = field(default_factory=dict)  # of the cells that were run, by index
    answers: Answers = field(default_factory=dict)  # that were given, in order: all that an analysis knows from here
    recent: Answers = field(default_factory=dict)  # those of the cell being run

    @classmethod
    def of(cls, cells: Sequence[Cell], parsed: Sequence[Parsed | Opaque]) -> LastBindings:
        """Return the last bindings of a unit whose *cells*, in the order taken, were parsed so."""
        made = cls(ranks=_ranks(cells))
        for cell, each in sorted(zip(cells, parsed, strict=True), key=lambda pair: made.ranks.get(pair[0].index, 0)):
            rank = made.ranks.get(cell.index)
            if rank is not None:
                made._take(rank, cell, each)
        return made

    def is_last(self, name: str, position: Position) -> Bound | None:
        """Return the binding of *name* at *position* if nothing can have bound the name later."""
        found = self.answer(("last", name, position))
        assert found is None or isinstance(found, Bound)
        return found

    def is_left_by(self, name: str, position: Position) -> bool:
        """Return whether unknown code at *position* is the last that can have bound *name*."""
        return bool(self.answer(("left", name, position)))

    def is_nowhere(self, name: str) -> bool:
        """Return whether nothing that is seen binds *name*."""
        return bool(self.answer(("nowhere", name, _NEVER)))

    def rank(self, index: int) -> int | None:
        """Return when the cell at *index* was run, None if it was not."""
        found = self.answer(("rank", "", (index, 0, 0)))
        assert found is None or isinstance(found, int)
        return found

    def answer(self, question: Question) -> object:
        """Return what is known of a name or a cell, and remember that it was asked."""
        if question not in self.answers:
            kind, name, position = question
            self.answers[question] = _ANSWERS[kind](self, name, position)
        found = self.recent[question] = self.answers[question]
        return found

    def _take(self, rank: int, cell: Cell, parsed: Parsed | Opaque) -> None:
        if cell.runs_unknown_code:
            self.unknown = (rank, 0, 0)
        if isinstance(parsed, Opaque):
            self._take_opaque(rank, parsed)
            return
        text = cell.masked
        for statement, in_loop in _statements(parsed.tree.body, in_loop=False):
            position = (rank, statement.lineno, statement.col_offset)
            for name in _bound_by(statement, has_walrus=":=" in text):
                self.last[name] = Bound(position, in_loop)
            if _is_star(statement):
                self.unknown = position
        if _REMARKABLE.search(text):
            self._take_remarkable(rank, parsed.tree)

    def _take_remarkable(self, rank: int, tree: ast.Module) -> None:
        for statement, _ in _statements(tree.body, in_loop=False):
            if _runs_unknown(statement):
                self.unknown = max(self.unknown or _NEVER, (rank, statement.lineno, statement.col_offset))
        for node in ast.walk(tree):
            if isinstance(node, ast.Global):
                self.anywhere.update(node.names)
            elif isinstance(node, _SCOPES) and _names_dynamic(ast.walk(node)):
                self.is_dynamic = True

    def _take_opaque(self, rank: int, opaque: Opaque) -> None:
        if ANY_NAME in opaque.names:
            self.unknown = (rank, 0, 0)
        for name in opaque.names:
            self.last[name] = Bound((rank, 0, 0))


def _last(bindings: LastBindings, name: str, position: Position) -> Bound | None:
    bound = bindings.last.get(name)
    if bound is None or bound.position != position or bindings.is_dynamic or name in bindings.anywhere:
        return None
    return bound if bindings.unknown is None or bindings.unknown < position else None


def _is_left(bindings: LastBindings, name: str, position: Position) -> bool:
    bound = bindings.last.get(name)
    if bindings.is_dynamic or name in bindings.anywhere or bindings.unknown is None or bindings.unknown > position:
        return False
    return bound is None or bound.position <= position


def _is_nowhere(bindings: LastBindings, name: str, position: Position) -> bool:
    is_seen = name in bindings.last or name in bindings.anywhere
    return not is_seen and bindings.unknown is None and not bindings.is_dynamic


def _rank(bindings: LastBindings, name: str, position: Position) -> int | None:
    return bindings.ranks.get(position[0])


_ANSWERS: Final[Mapping[str, Callable[[LastBindings, str, Position], object]]] = {
    "last": _last,
    "left": _is_left,
    "nowhere": _is_nowhere,
    "rank": _rank,
}


def _ranks(cells: Sequence[Cell]) -> dict[int, int]:
    counted = [cell for cell in cells if cell.count is not None]
    if counted:
        return {cell.index: cell.count or 0 for cell in counted}
    return {cell.index: rank for rank, cell in enumerate(cells)}


def _statements(body: Sequence[ast.stmt], *, in_loop: bool) -> Iterator[tuple[ast.stmt, bool]]:
    """Yield every statement that runs at the top level, and whether a loop repeats it."""
    for statement in body:
        repeats = in_loop or isinstance(statement, _LOOPS)
        yield statement, repeats
        if not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            for block in _inner_blocks(statement):
                yield from _statements(block, in_loop=repeats)


def _inner_blocks(node: ast.AST) -> Iterator[Sequence[ast.stmt]]:
    for name in _BLOCKS:
        block = getattr(node, name, None) or []
        if name in ("handlers", "cases"):
            for each in block:
                yield each.body
        else:
            yield block


def _bound_by(statement: ast.stmt, *, has_walrus: bool) -> frozenset[str]:
    """Return the names that *statement* itself binds, without the statements in it."""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return frozenset({statement.name})
    if has_walrus or isinstance(statement, _OTHERS):
        inner = {id(each) for block in _inner_blocks(statement) for each in block}
        return bound_names(_own(statement, inner))
    return bound_names(node for target in _targets(statement) for node in ast.walk(target))


def _targets(statement: ast.stmt) -> Sequence[ast.AST]:
    match statement:
        case ast.Assign(targets=targets) | ast.Delete(targets=targets):
            return targets
        case ast.AugAssign(target=target) | ast.AnnAssign(target=target):
            return [target]
        case ast.For(target=target) | ast.AsyncFor(target=target):
            return [target]
        case ast.With(items=items) | ast.AsyncWith(items=items):
            return [each.optional_vars for each in items if each.optional_vars is not None]
        case ast.Import() | ast.ImportFrom():
            return [statement]
        case _:
            return []


def _own(node: ast.AST, inner: set[int]) -> Iterator[ast.AST]:
    if isinstance(node, _SCOPES):
        return
    yield node
    for child in ast.iter_child_nodes(node):
        if id(child) not in inner:
            yield from _own(child, inner)


def _is_star(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.ImportFrom) and any(alias.name == "*" for alias in statement.names)


def _runs_unknown(statement: ast.stmt) -> bool:
    """Return whether *statement* itself may bind any name: ``exec``, a magic called as a function."""
    if isinstance(statement, _SCOPES):
        return False
    inner = {id(each) for block in _inner_blocks(statement) for each in block}
    return _names_dynamic(_own(statement, inner))


def _names_dynamic(nodes: Iterator[ast.AST]) -> bool:
    return any(isinstance(node, ast.Name) and node.id in _DYNAMIC for node in nodes)
