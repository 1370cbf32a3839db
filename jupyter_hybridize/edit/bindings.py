"""What the names of a notebook are bound to just before a definition, as far as spelling `tf.function` needs it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from jupyter_hybridize.edit.syntax import Function, Syntax, first_line, last_line

OTHER = ""  # bound, to something that has no dotted name
_OF_TENSORFLOW = ("function", "compat")  # what `from tensorflow import *` brings that matters here


@dataclass(frozen=True, slots=True)
class Bindings:
    """Names and the dotted paths they stand for; ``is_open`` where any other name may be bound as well."""

    paths: Mapping[str, str] = field(default_factory=dict)
    is_open: bool = False
    in_function: bool = False
    local: frozenset[str] = frozenset()  # names of the enclosing functions
    starred: frozenset[str] = frozenset()  # names that a star import brought

    def with_names(self, names: Mapping[str, str]) -> Bindings:
        """Return the bindings after these names were bound."""
        return replace(self, paths={**self.paths, **names})

    def resolve(self, expression: ast.expr) -> str:
        """Return the dotted path of a name or attribute, or ``OTHER``."""
        if isinstance(expression, ast.Name):
            return self.paths.get(expression.id, OTHER)
        if isinstance(expression, ast.Attribute) and (base := self.resolve(expression.value)):
            return f"{base}.{expression.attr}"
        return OTHER


def bindings_before(cells: Sequence[Syntax], line: int, later: Iterable[Syntax] = ()) -> Bindings:
    """Return the bindings that the definition on *line* of the last of the *cells* can use.

    A definition inside a function is evaluated when that is called: a name it finds in the module counts only if the
    rest of the module and the *later* cells leave it alone.
    """
    bindings = Bindings()
    for cell in cells[:-1]:
        bindings = _after_cell(bindings, cell)
    here = _down_to(bindings, bindings, cells[-1].statements, line)
    if not here.in_function:
        return here
    end = _after_cell(bindings, cells[-1])
    for cell in later:
        end = _after_cell(end, cell)
    moved = {n: OTHER for n, path in here.paths.items() if n in end.paths and end.paths[n] != path}
    return here.with_names({n: OTHER for n in moved if n not in here.local})


def _after_cell(bindings: Bindings, cell: Syntax) -> Bindings:
    after = _after(bindings, cell.statements)
    return after if cell.is_complete else replace(after, is_open=True)


def _down_to(outer: Bindings, here: Bindings, statements: Sequence[ast.stmt], line: int) -> Bindings:
    """Return the bindings just before the definition on *line*; *outer* are those a function in *statements* sees."""
    for statement in statements:
        if last_line(statement) < line:
            after = _after(here, [statement])
            outer, here = (after if outer is here else outer), after
        elif first_line(statement) > line or (statement.lineno == line and isinstance(statement, Function)):
            return here
        else:
            return _inside(outer, here, statement, line)
    return here


def _inside(outer: Bindings, here: Bindings, statement: ast.stmt, line: int) -> Bindings:
    if isinstance(statement, Function):
        local = _local_names(statement)
        inner = replace(outer.with_names(dict.fromkeys(local, OTHER)), in_function=True, local=outer.local | local)
        return _down_to(inner, inner, statement.body, line)
    if isinstance(statement, ast.ClassDef):
        return _down_to(outer, replace(here), statement.body, line)
    entered = here.with_names(dict.fromkeys(_stored(_heads(statement)), OTHER))
    for block in _blocks(statement):
        if block and first_line(block[0]) <= line <= last_line(block[-1]):
            return _down_to(entered if outer is here else outer, entered, block, line)
    return entered


def _after(bindings: Bindings, statements: Iterable[ast.stmt]) -> Bindings:
    for statement in statements:
        bindings = _after_statement(bindings, statement)
    return bindings


def _after_statement(bindings: Bindings, statement: ast.stmt) -> Bindings:
    match statement:
        case ast.Import(names=names):
            return bindings.with_names({a.asname or a.name.partition(".")[0]: _imported(a) for a in names})
        case ast.ImportFrom():
            return _after_import_from(bindings, statement)
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return bindings.with_names({**dict.fromkeys(_global_names(statement), OTHER), statement.name: OTHER})
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            return bindings.with_names({**dict.fromkeys(_stored([value]), OTHER), name: bindings.resolve(value)})
    blocks = _blocks(statement)
    if not blocks:
        return bindings.with_names(dict.fromkeys(_stored([statement]), OTHER))
    bindings = bindings.with_names(dict.fromkeys(_stored(_heads(statement)), OTHER))
    return _after_blocks(bindings, statement, blocks)


def _after_blocks(bindings: Bindings, statement: ast.stmt, blocks: Sequence[Sequence[ast.stmt]]) -> Bindings:
    """Join what the alternatives of *statement* bind; a name they disagree on stands for nothing."""
    if isinstance(statement, ast.Try) or type(statement).__name__ == "TryStar":
        return _after_try(bindings, statement)
    ends = [_after(bindings, block) for block in blocks]
    bound = {name: path for end in ends for name, path in end.paths.items() if bindings.paths.get(name) != path}
    clash = {n for n in bound for end in ends if end.paths.get(n, bound[n]) not in (bound[n], bindings.paths.get(n))}
    known = {n for n in bound if n in bindings.paths}  # one path keeps the old value
    return replace(
        bindings.with_names({n: OTHER if n in clash or n in known else path for n, path in bound.items()}),
        is_open=any(end.is_open for end in ends),
    )


def _after_try(bindings: Bindings, statement: ast.stmt) -> Bindings:
    """Take the body's imports as they are: a handler that binds the same name is what happens without TensorFlow."""
    body, *handlers = _blocks(statement)[: 1 + len(getattr(statement, "handlers", ()))]
    after = _after(bindings, body)
    imported = {name for s in body if isinstance(s, ast.Import | ast.ImportFrom) for name in _stored([s])}
    for handler in handlers:
        end = _after(bindings, handler)
        moved = {n: OTHER for n, path in end.paths.items() if after.paths.get(n) != path and n not in imported}
        after = replace(after.with_names(moved), is_open=after.is_open or end.is_open)
    rest = [s for name in ("orelse", "finalbody") for s in getattr(statement, name)]
    return _after(after, rest)


def _after_import_from(bindings: Bindings, statement: ast.ImportFrom) -> Bindings:
    module = statement.module or ""
    if statement.names[0].name != "*":
        paths = {a.asname or a.name: OTHER if statement.level else f"{module}.{a.name}" for a in statement.names}
        return replace(bindings.with_names(paths), starred=bindings.starred - {*paths})
    if module in ("tensorflow", "tensorflow.compat.v2") and not statement.level:
        starred = replace(bindings, starred=bindings.starred | {*_OF_TENSORFLOW})
        return starred.with_names({name: f"{module}.{name}" for name in _OF_TENSORFLOW})
    return replace(bindings, is_open=True)


def _imported(alias: ast.alias) -> str:
    return alias.name if alias.asname else alias.name.partition(".")[0]


def _blocks(statement: ast.stmt) -> list[list[ast.stmt]]:
    blocks = [getattr(statement, "body", [])]
    blocks += [handler.body for handler in getattr(statement, "handlers", [])]
    blocks += [case.body for case in getattr(statement, "cases", [])]
    blocks += [getattr(statement, name, []) for name in ("orelse", "finalbody")]
    return [block for block in blocks if block]


def _heads(statement: ast.stmt) -> list[ast.AST]:
    """Return the parts of a compound statement outside its blocks that may bind names."""
    heads: list[ast.AST] = [c for c in ast.iter_child_nodes(statement) if not isinstance(c, ast.stmt)]
    for part in [h for h in heads if isinstance(h, ast.ExceptHandler | ast.match_case)]:
        heads.remove(part)
        heads += [c for c in ast.iter_child_nodes(part) if not isinstance(c, ast.stmt)]
    return heads


def _stored(nodes: Iterable[ast.AST]) -> set[str]:
    """Return the names that the nodes bind or delete in their own scope."""
    names: set[str] = set()
    for node in nodes:
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                names.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
                continue
            case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
                names.update(a.asname or a.name.partition(".")[0] for a in aliases)
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                names.add(name)
            case ast.MatchMapping(rest=str(name)):
                names.add(name)
            case ast.Lambda():
                continue
        names |= _stored(ast.iter_child_nodes(node))
    return names


def _local_names(function: Function) -> set[str]:
    every = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    every += [a for a in (function.args.vararg, function.args.kwarg) if a]
    return {a.arg for a in every} | (_stored(function.body) - _declared_global(function))


def _global_names(statement: ast.stmt) -> set[str]:
    """Return the globals that a function may bind when it is called."""
    functions = [node for node in ast.walk(statement) if isinstance(node, Function)]
    return {name for f in functions for name in _declared_global(f) & _stored(f.body)}


def _declared_global(function: Function) -> set[str]:
    return {name for node in ast.walk(function) if isinstance(node, ast.Global) for name in node.names}
