"""Live variables: which names are read after a statement. AutoGraph stages only those.

A structured backward analysis over the syntax tree; names that a nested function reads are live throughout.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Final

from jupyter_hybridize.interpreter.syntax.nodes import children, per_node, walk
from jupyter_hybridize.interpreter.syntax.scopes import FunctionNode, bound_names, own_nodes

Names = frozenset[str]
_NESTED: Final = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
_Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


def live_after(function: FunctionNode, *, late: bool = True) -> dict[int, Names]:
    """Return for each statement of *function* (by ``id``) the names that may be read after it.

    A lambda may read them at any time; with *late* false it does so where it is made, as AutoGraph has it.
    """
    return _live_at_any_time(function) if late else _live_where_made(function)


@per_node
def _live_at_any_time(function: FunctionNode) -> dict[int, Names]:
    return _live(function, ())


@per_node
def _live_where_made(function: FunctionNode) -> dict[int, Names]:
    return _live(function, ast.Lambda)


def _live(function: FunctionNode, but: type[ast.AST] | tuple[()]) -> dict[int, Names]:
    table: dict[int, Names] = {}
    if not isinstance(function, ast.Lambda):
        always = _read_by_nested(function, but)
        _block(function.body, always, _Jumps(always, always), table, always)
    return table


LateReader = ast.Lambda | ast.GeneratorExp  # reads names when it is called or iterated
Blocks = dict[int, tuple[tuple[ast.stmt, Names], ...]]


@per_node
def kept_apart(function: ast.FunctionDef) -> Blocks:
    """Return for each late reader (by ``id``) the blocks around it, each with the names it reads and the block keeps.

    What a loop or branch binds and nothing outside of it reads, as AutoGraph sees it, is a local of that block.
    """
    table: dict[int, Names] = {}
    always = _read_by_nested(function, but=ast.Lambda)
    _block(function.body, always, _Jumps(always, always), table, always)
    found: Blocks = {}
    for block in own_nodes(function):
        if isinstance(block, ast.If | ast.For | ast.While) and (readers := _late_readers_in(block)):
            out = table.get(id(block), always)
            own = assigned_in([block]) - out - _before(block, out, _Jumps(out, out), None, always)
            for node in readers:
                if names := own & _read_late(node):
                    found[id(node)] = (*found.get(id(node), ()), (block, names))
    return found


def _late_readers_in(block: ast.If | ast.For | ast.While) -> list[LateReader]:
    inner = ast.Module(body=[*block.body, *block.orelse], type_ignores=[])
    return [each for each in own_nodes(inner) if isinstance(each, ast.Lambda | ast.GeneratorExp)]


def _read_late(node: LateReader) -> Names:
    """Return the names of other scopes that *node* reads when it is called or iterated, and not when it is made."""
    if isinstance(node, ast.Lambda):
        parameters = {each.arg for each in walk(node.args) if isinstance(each, ast.arg)}
        return _loaded(node.body) - parameters
    tests = [test for each in node.generators for test in each.ifs]
    later = [node.elt, *tests, *(each.iter for each in node.generators[1:])]
    own = frozenset().union(*(_targets(each.target) for each in node.generators))
    return frozenset().union(*(_loaded(part) for part in later)) - own


class _Jumps:
    """What is live where ``break`` and ``continue`` go."""

    __slots__ = ("after_loop", "loop_head")

    def __init__(self, after_loop: Names, loop_head: Names) -> None:
        self.after_loop = after_loop
        self.loop_head = loop_head


_Table = dict[int, Names] | None


def _block(body: Sequence[ast.stmt], out: Names, jumps: _Jumps, table: _Table, always: Names) -> Names:
    for statement in reversed(body):
        if table is not None:
            table[id(statement)] = table.get(id(statement), frozenset()) | out
        out = _before(statement, out, jumps, table, always)
    return out


def _before(node: ast.stmt, out: Names, jumps: _Jumps, table: _Table, always: Names) -> Names:
    if isinstance(node, ast.If):
        body = _block(node.body, out, jumps, table, always)
        return body | _block(node.orelse, out, jumps, table, always) | _reads(node.test)
    if isinstance(node, ast.While | ast.For | ast.AsyncFor):
        return _before_loop(node, out, jumps, table, always)
    if isinstance(node, ast.With | ast.AsyncWith):
        live = _block(node.body, out, jumps, table, always)
        for item in reversed(node.items):
            live = (live - (_targets(item.optional_vars) if item.optional_vars else frozenset())) | always
            live |= _reads(item.context_expr)
        return live
    if isinstance(node, ast.Try) or type(node).__name__ == "TryStar":
        return _before_try(node, out, jumps, table, always)  # type: ignore[arg-type]
    if isinstance(node, ast.Match):
        cases = [_block(case.body, out, jumps, table, always) for case in node.cases]
        return out.union(_reads(node.subject), *cases)
    if isinstance(node, ast.Return):
        return always | (_reads(node.value) if node.value else frozenset())
    if isinstance(node, ast.Raise):
        return always | _reads(node)
    if isinstance(node, ast.Break):
        return jumps.after_loop
    if isinstance(node, ast.Continue):
        return jumps.loop_head
    return (out - _certainly_bound(node)) | _reads(node)


def _before_loop(
    node: ast.While | ast.For | ast.AsyncFor, out: Names, jumps: _Jumps, table: _Table, always: Names
) -> Names:
    after = _block(node.orelse, out, jumps, table, always)
    source = node.test if isinstance(node, ast.While) else node.iter
    target = frozenset() if isinstance(node, ast.While) else _targets(node.target)
    own = _block(node.body, frozenset(), _Jumps(out, frozenset()), None, always)
    head = after | _reads(source) | (own - target)  # a round adds what it reads itself, whatever is live after it
    if table is not None:
        _block(node.body, head, _Jumps(out, head), table, always)
    return head


def carried(loop: ast.While | ast.For | ast.AsyncFor) -> Names:
    """Return the names that a round of *loop* may read before it binds them."""
    nothing: Names = frozenset()
    body = _block(loop.body, nothing, _Jumps(nothing, nothing), None, nothing)
    return body | _reads(loop.test) if isinstance(loop, ast.While) else body - _targets(loop.target)


def _before_try(node: ast.Try, out: Names, jumps: _Jumps, table: _Table, always: Names) -> Names:
    final = _block(node.finalbody, out, jumps, table, always)
    handlers = [_block(h.body, final, jumps, table, always) for h in node.handlers]
    after_body = final.union(_block(node.orelse, final, jumps, table, always), *handlers)
    return _block(node.body, after_body, jumps, table, always).union(*handlers)


def hidden_from_classes(function: FunctionNode, node: ast.ClassDef) -> Names:
    """Return the names that *node* reads and that branches or loops of *function* set.

    AutoGraph does not look into a class statement for what is read: such a name has no value there.
    """
    read = frozenset().union(*(_loaded(statement) for statement in node.body))
    if not read:  # most of many classes in one function, each of which would look through all of it
        return read
    blocks = (s for s in own_nodes(function) if isinstance(s, ast.If | ast.For | ast.AsyncFor | ast.While))
    return read.intersection(frozenset().union(*(assigned_in([block]) for block in blocks)))


def returns_on_some_paths(body: Sequence[ast.stmt]) -> bool:
    """Return whether a block may return and, as far as AutoGraph sees, need not."""
    nodes = own_nodes(ast.Module(body=list(body), type_ignores=[]))
    return any(isinstance(n, ast.Return) for n in nodes) and not always_returns(body)


def always_returns(body: Sequence[ast.stmt]) -> bool:
    """Return whether AutoGraph sees that a block returns in any case."""
    return any(
        isinstance(node, ast.Return)
        or (isinstance(node, ast.If) and always_returns(node.body) and always_returns(node.orelse))
        or (isinstance(node, ast.With) and always_returns(node.body))
        for node in body
    )


def _targets(node: ast.expr) -> Names:
    return frozenset(n.id for n in walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))


def _certainly_bound(node: ast.stmt) -> Names:
    if isinstance(node, ast.Assign):
        return frozenset().union(*(_targets(t) for t in node.targets if isinstance(t, ast.Name | ast.Tuple | ast.List)))
    if isinstance(node, ast.AnnAssign) and node.value is not None:
        return _targets(node.target)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return frozenset({node.name})
    return frozenset()


def _reads(node: ast.AST) -> Names:
    names = _loaded(node)
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        return names | {node.target.id}
    return names


@per_node
def _loaded(node: ast.AST) -> Names:
    """Return the names that *node* reads; those that a comprehension binds are its own."""
    names: set[str] = set()
    stack = [node]
    while stack:
        current = stack.pop()
        if type(current) is ast.Name:
            if not isinstance(current.ctx, ast.Store):
                names.add(current.id)
        elif isinstance(current, _Comprehension):
            names |= _loaded_by_comprehension(current)
        else:
            stack += children(current)
    return frozenset(names)


def _loaded_by_comprehension(node: _Comprehension) -> Names:
    own = frozenset().union(*(_targets(g.target) for g in node.generators))
    inner = frozenset().union(*(_loaded(each) for each in children(node)))
    return (inner - own) | _loaded(node.generators[0].iter)


def _read_by_nested(function: ast.FunctionDef | ast.AsyncFunctionDef, but: type[ast.AST] | tuple[()] = ()) -> Names:
    nested = [n for n in own_nodes(function) if isinstance(n, _NESTED) and not isinstance(n, but)]
    return frozenset().union(*(_reads(n) for n in nested))


def assigned_in(body: Sequence[ast.stmt]) -> Names:
    """Return the names that *body* binds anywhere, nested functions excluded."""
    return frozenset().union(*(_assigned_by(statement) for statement in body))


@per_node
def _assigned_by(statement: ast.stmt) -> Names:
    return bound_names(own_nodes(ast.Module(body=[statement], type_ignores=[])))
