"""Running a whole program: its units, cell after cell, and then the functions nobody calls."""

from __future__ import annotations

import ast
from collections.abc import Callable

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.value import TOP, Function
from jupyter_hybridize.interpreter import kernel_calls, kernel_names, trial
from jupyter_hybridize.interpreter.functions import code_of
from jupyter_hybridize.interpreter.kernel_facts import Kernel, KernelFacts
from jupyter_hybridize.interpreter.last_bindings import LastBindings
from jupyter_hybridize.interpreter.machine import Frame, Machine
from jupyter_hybridize.interpreter.names import module_scope
from jupyter_hybridize.interpreter.special import forget_globals
from jupyter_hybridize.interpreter.trace import Code, Trace
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.knowledge.host import Mode
from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.order import ordered
from jupyter_hybridize.source.parse import ANY_NAME, Opaque, Parsed
from jupyter_hybridize.source.program import Program, Unit, UnitKind
from jupyter_hybridize.source.span import Span

Parse = Callable[[Cell], Parsed | Opaque]


def run(program: Program, knowledge: Knowledge, parse: Parse, facts: KernelFacts | None = None) -> Trace:
    """Interpret *program* and return what happened; *facts* are what a kernel that runs it tells."""
    m = Machine(knowledge)
    m.parse = parse
    m.order = program.order
    everything = (*program.units, *program.libraries)
    m.units = {unit.name: unit for unit in everything}
    m.modules = {unit.module: unit.name for unit in everything if unit.module}
    m.reported = {unit.name for unit in program.units}
    if facts is not None:
        _connect(m, program, facts)
    for unit in program.units:
        if unit.name not in m.loaded:
            run_unit(m, unit)
    kernel_calls.run_recorded(m, program)
    _run_uncalled(m, program)
    return m.trace


def _connect(m: Machine, program: Program, facts: KernelFacts) -> None:
    """Let the names of the program's only notebook be what the kernel holds, where the code does not tell."""
    notebooks = [unit for unit in program.units if unit.kind is UnitKind.NOTEBOOK]
    if len(notebooks) != 1:
        return
    cells = ordered(notebooks[0], m.order)
    m.kernel = Kernel(facts, notebooks[0].name, LastBindings.of(cells, [m.parse(cell) for cell in cells]))
    m.trace.told = dict(facts.told)
    for site, content in facts.heap.items():
        m.live.store(site, content)


def run_unit(m: Machine, unit: Unit) -> None:
    """Run the cells of *unit* in order, in a global scope of its own."""
    m.loaded.add(unit.name)
    scope = module_scope(unit.name)
    for cell in ordered(unit, m.order):
        parsed = m.parse(cell)
        if isinstance(parsed, Opaque):
            _run_opaque(m, unit, parsed)
            continue
        frame = Frame(None, scope, unit.name, parsed, Mode.EAGER, f"{unit.name}#{cell.index}", None, None)
        m.environments[scope] = (None, None)
        m.frames.append(frame)
        outer = m.trial_root
        try:
            if cell.runs_unknown_code:
                m.opaque_since = m.span()
                forget_globals(m)
            _run_cell(m, parsed)
        finally:
            m.trial_root = outer
            m.frames.pop()


def _run_cell(m: Machine, parsed: Parsed) -> None:
    """Run a cell; where a statement certainly raises, the next cell starts from the state before it."""
    from jupyter_hybridize.interpreter.statements import execute

    for statement in parsed.tree.body:
        before = m.live.fork()
        execute(m, statement)
        if m.state is None:
            m.state = before


def _run_opaque(m: Machine, unit: Unit, opaque: Opaque) -> None:
    """A cell that does not parse: the names that it may bind may be anything."""
    scope = module_scope(unit.name)
    span = Span(unit.name, opaque.cell.index, opaque.line, 0, opaque.line, 0)
    names = set(m.live.names(scope)) if ANY_NAME in opaque.names else set(opaque.names)
    for name in sorted(names - {ANY_NAME}):
        m.live.set(scope, name, TOP)
        m.trace.opaque_names.setdefault(name, span)
        parsed = Parsed(opaque.cell, ast.Module([], []))
        m.frames.append(Frame(None, scope, unit.name, parsed, Mode.EAGER, "", None, None))
        m.note_write(("variable", scope, name), None, Answer.UNKNOWN)
        kernel_names.recall_one(m, scope, name)
        m.frames.pop()


# -- functions nobody calls -----------------------------------------------------------------------------------------


def _run_uncalled(m: Machine, program: Program) -> None:
    """Try every function that no call reached once, with arguments of which only type hints tell anything."""
    _register_all(m, program)
    for _ in range(3):
        tried = {t.code.id for t in m.trace.trials}
        missing = [c for c in m.trace.codes.values() if c.is_reported and c.id not in tried]
        if not missing:
            return
        for code in missing:
            _try_uncalled(m, code)


def _try_uncalled(m: Machine, code: Code) -> None:
    key = next((k for k in m.closures if k[0] == code.id), None)
    unit = m.units[code.unit]
    if key is None:
        return
    saved = m.live.fork()
    scope = module_scope(unit.name)
    frame = Frame(None, scope, code.unit, code.parsed, Mode.EAGER, f"guess:{code.id}", None, None)
    frame.node = code.node
    m.frames.append(frame)
    try:
        trial.guess(m, code, Function(*key))
    finally:
        m.frames.pop()
        m.state = saved


def _register_all(m: Machine, program: Program) -> None:
    """Make every ``def`` of the reported units known, those that were never reached too."""
    for unit in program.units:
        for cell in unit.cells:
            parsed = m.parse(cell)
            if isinstance(parsed, Parsed):
                _register(m, unit, parsed, parsed.tree, "", None)


def _register(m: Machine, unit: Unit, parsed: Parsed, node: ast.AST, prefix: str, owner: str | None) -> None:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            frame = Frame(None, module_scope(unit.name), unit.name, parsed, Mode.EAGER, "", None, None)
            m.frames.append(frame)
            known = any(k[:4] == _place(unit, parsed, child) for k in m.codes_by_place)
            if not known:
                _register_one(m, child, prefix, owner)
            m.frames.pop()
            _register(m, unit, parsed, child, f"{prefix}{child.name}.", None)
        elif isinstance(child, ast.ClassDef):
            _register(m, unit, parsed, child, f"{prefix}{child.name}.", f"unreached:{child.name}")
        else:
            _register(m, unit, parsed, child, prefix, owner)


def _place(unit: Unit, parsed: Parsed, node: ast.FunctionDef | ast.AsyncFunctionDef) -> tuple[object, ...]:
    return (unit.name, parsed.cell.index, node.lineno, node.col_offset)


def _register_one(m: Machine, node: ast.FunctionDef | ast.AsyncFunctionDef, prefix: str, owner: str | None) -> None:
    frame = m.frame
    if owner is not None:
        frame.class_id = f"{owner}:{prefix.rstrip('.')}"
    code_of(m, node, node.name if owner is not None else f"{prefix}{node.name}")
