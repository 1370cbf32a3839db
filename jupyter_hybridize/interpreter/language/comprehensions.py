"""Comprehensions: loops that AutoGraph leaves to Python."""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import Final

from jupyter_hybridize.domain.value import ANY, AbstractValue, Container, join_all
from jupyter_hybridize.interpreter.host import InterpreterHost
from jupyter_hybridize.interpreter.language.iteration import iterate
from jupyter_hybridize.interpreter.machine import Control, Machine
from jupyter_hybridize.interpreter.syntax.scopes import bound_names
from jupyter_hybridize.interpreter.work import tally
from jupyter_hybridize.knowledge.iteration import is_filled, length
from jupyter_hybridize.knowledge.tensorflow.staged import note_hash

ANY_CONSTANT: Final = ANY


def _run(m: Machine, node: ast.expr, parts: list[ast.expr]) -> tuple[list[AbstractValue], bool]:
    """Evaluate *parts* with the targets of the comprehension bound, twice, so that writes in it are seen.

    Tell too whether there certainly is a round.
    """
    generators = getattr(node, "generators", [])
    names = bound_names(n for g in generators for n in ast.walk(g.target))
    scope = m.frame.scope
    saved = {name: m.live.get(scope, name) for name in names}
    is_again = any(c.is_comprehension for c in m.frame.controls)
    m.frame.controls.append(replace(_control(m), is_comprehension=True))
    outer = m.frame.comprehended
    m.frame.comprehended = outer | names
    entry = m.live.fork()
    try:
        with tally.Apart(m) as work:
            results, rounds, has_round = _round(m, generators, parts)
        tally.repeat(m, work, rounds, is_staged=False)
        has_writes = any(isinstance(n, ast.Call | ast.NamedExpr) for n in ast.walk(node))
        if has_writes and not is_again and m.state is not None:
            m.merge(m.state, entry)
            with tally.Apart(m):
                again, *_ = _round(m, generators, parts)
            results = [a.join(b) for a, b in zip(results, again, strict=True)]
    finally:
        m.frame.controls.pop()
        m.frame.comprehended = outer
    if m.state is not None:
        for name, old in saved.items():
            if old is None:
                m.live.delete(scope, name)
            else:
                m.live.set(scope, name, old)
    return results, has_round


def _control(m: Machine) -> Control:
    return Control(is_loop=True, is_staged=False, start=m.clock, steps=m.trace.steps)


def _round(
    m: Machine, generators: list[ast.comprehension], parts: list[ast.expr]
) -> tuple[list[AbstractValue], int | None, bool]:
    """Return the parts' values, how often they are evaluated at most, if known, and whether they certainly are."""
    from jupyter_hybridize.interpreter.language import branches
    from jupyter_hybridize.interpreter.language.binding import assign
    from jupyter_hybridize.interpreter.language.expressions import evaluate
    from jupyter_hybridize.interpreter.language.loops import marked

    rounds: int | None = 1
    filled = m.trial is not None and not any(generator.ifs for generator in generators)
    for generator in generators:
        source = evaluate(m, generator.iter)
        found = None if m.trial is None else length(InterpreterHost(m), source)
        rounds = None if rounds is None or found is None else rounds * found
        filled = filled and is_filled(InterpreterHost(m), source)
        with m.at(generator.iter):
            element = iterate(m, source, by_python=True)
        assign(m, generator.target, marked(m, element), is_local=True)
        for condition in generator.ifs:
            branches.python_truth(m, evaluate(m, condition), condition)
    return [evaluate(m, part) for part in parts], rounds, filled


def element(m: Machine, node: ast.ListComp | ast.SetComp) -> AbstractValue:
    """Return the elements that a comprehension makes."""
    return _run(m, node, [node.elt])[0][0]


def generated(m: Machine, node: ast.GeneratorExp) -> tuple[AbstractValue, bool]:
    """Return the elements that a generator expression makes, and whether it certainly makes one."""
    (made,), has_round = _run(m, node, [node.elt])
    return made, has_round


def list_(m: Machine, node: ast.ListComp) -> AbstractValue:
    """Return the list a comprehension makes; its length is known where it maps a known sequence."""
    host = InterpreterHost(m)
    exact = _exact(m, node)
    if exact is not None:
        return host.new_list(exact).with_origins(join_all(exact).origins)
    made = element(m, node)
    return host.new_list(None, made).with_origins(made.origins)


def _exact(m: Machine, node: ast.ListComp) -> list[AbstractValue] | None:
    """Return the elements one by one if the only source is a short known tuple or list without tensor axes."""
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    if (
        len(node.generators) != 1
        or node.generators[0].ifs
        or not isinstance(node.generators[0].iter, ast.Tuple | ast.List)
    ):
        return None
    source = evaluate(m, node.generators[0].iter)
    items = InterpreterHost(m).items(source)
    if items is None or len(items) > 16:
        return None
    from jupyter_hybridize.interpreter.language.binding import assign

    results = []
    scope, names = m.frame.scope, bound_names(ast.walk(node.generators[0].target))
    saved = {name: m.live.get(scope, name) for name in names}
    m.frame.controls.append(_control(m))
    outer = m.frame.comprehended
    m.frame.comprehended = outer | names
    for item in items:
        assign(m, node.generators[0].target, item, is_local=True)
        results.append(evaluate(m, node.elt))
    m.frame.controls.pop()
    m.frame.comprehended = outer
    for name, old in saved.items():
        if old is not None:
            m.live.set(scope, name, old)
    return results if m.state is not None else None


def set_(m: Machine, node: ast.SetComp) -> AbstractValue:
    """Return the set a comprehension makes."""
    made = element(m, node)
    note_hash(InterpreterHost(m), made, "set")
    result = InterpreterHost(m).new_object("set")
    for container in result.each(Container):
        host = InterpreterHost(m)
        host.store(container.site, host.load(container.site).with_element(made), "set", "new")
    return result


def dict_(m: Machine, node: ast.DictComp) -> AbstractValue:
    """Return the dict a comprehension makes."""
    (key, item), _ = _run(m, node, [node.key, node.value])
    note_hash(InterpreterHost(m), key, "dict")
    return InterpreterHost(m).new_dict(None, key, item)
