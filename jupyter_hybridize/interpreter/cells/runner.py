"""Running a whole program: its units, cell after cell, and then the functions nobody calls."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.value import TOP, Function
from jupyter_hybridize.interpreter.calling.special import forget_globals
from jupyter_hybridize.interpreter.cells import entry_points, kernel_calls, kernel_names
from jupyter_hybridize.interpreter.cells.checkpoint import History, Past
from jupyter_hybridize.interpreter.cells.kernel_facts import Kernel, KernelFacts
from jupyter_hybridize.interpreter.language.functions import code_of
from jupyter_hybridize.interpreter.language.names import module_scope
from jupyter_hybridize.interpreter.machine import Frame, Machine
from jupyter_hybridize.interpreter.memory.tables import Table
from jupyter_hybridize.interpreter.syntax.definitions import Definition, definitions
from jupyter_hybridize.interpreter.syntax.last_bindings import LastBindings
from jupyter_hybridize.interpreter.trace import Code, Trace
from jupyter_hybridize.interpreter.tracing import trial
from jupyter_hybridize.interpreter.work.effort import Budget
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.knowledge.host import Mode
from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.order import ordered
from jupyter_hybridize.source.parse import ANY_NAME, Opaque, Parsed
from jupyter_hybridize.source.program import Program, Unit, UnitKind
from jupyter_hybridize.source.span import Span

_Place = tuple[str, int, int, int]
Parse = Callable[[Cell], Parsed | Opaque]


def run(
    program: Program,
    knowledge: Knowledge,
    parse: Parse,
    facts: KernelFacts | None = None,
    history: History | None = None,
) -> Trace:
    """Interpret *program* and return what happened; *facts* are what a kernel that runs it tells.

    What *history* knows of the cells before the first that was edited is not interpreted again.
    """
    past = None if history is None else history.take(program)
    m = _machine(program, knowledge, parse)
    if facts is not None:
        _connect(m, program, facts)
    for unit in (each for each in program.libraries if each.module and each.module.split(".")[-1] == "conftest"):
        run_unit(m, unit)
    for unit in program.units:
        if unit.name not in m.loaded:
            run_unit(m, unit, past)
    kernel_calls.run_recorded(m, program)
    _run_uncalled(m, program, past)
    if history is not None and past is not None:
        past.ended(m)
        history.keep(program, past)
    return m.trace


def _machine(program: Program, knowledge: Knowledge, parse: Parse) -> Machine:
    m = Machine(knowledge)
    m.parse = parse
    m.budget = Budget().of_units(len(program.units))
    m.order = program.order
    everything = (*program.units, *program.libraries)
    m.units = {unit.name: unit for unit in everything}
    m.modules = {unit.module: unit.name for unit in everything if unit.module}
    m.reported = {unit.name for unit in program.reported}
    return m


def _connect(m: Machine, program: Program, facts: KernelFacts) -> None:
    """Let the names of the program's only notebook be what the kernel holds, where the code does not tell."""
    notebooks = [unit for unit in program.units if unit.kind is UnitKind.NOTEBOOK]
    if len(notebooks) != 1:
        return
    cells = ordered(notebooks[0], m.order)
    m.kernel = Kernel(facts, notebooks[0].name, LastBindings.of(cells, [m.parse(cell) for cell in cells]))
    m.trace.told = Table(dict(facts.told))
    for site, content in facts.heap.items():
        m.live.store(site, content)


def run_unit(m: Machine, unit: Unit, past: Past | None = None) -> None:
    """Run the cells of *unit* in order, in a global scope of its own, from where *past* leaves off."""
    cells = ordered(unit, m.order)
    start = 0 if past is None else past.resume(m, cells)
    m.loaded |= {unit.name}
    for place, cell in enumerate(cells[start:], start):
        parsed = m.parse(cell)
        begin, top = partial(_run_unseen, m, unit, parsed), _TopLevel(m, unit, parsed)
        if past is None:
            begin()
            top.run_all()
        else:
            past.cell(m, place, begin, top)


def _run_unseen(m: Machine, unit: Unit, parsed: Parsed | Opaque) -> None:
    """Run what nobody can see of a cell: any name of the unit may then be anything."""
    if isinstance(parsed, Parsed) and parsed.cell.runs_unknown_code:
        with _within(m, _frame(unit, parsed)):
            m.opaque_since = m.span()
            forget_globals(m)


class _TopLevel:
    """The top level of a cell, whose statements are run in order."""

    def __init__(self, m: Machine, unit: Unit, parsed: Parsed | Opaque) -> None:
        self.parsed = parsed
        self._machine, self._unit = m, unit
        self._frame = _frame(unit, parsed) if isinstance(parsed, Parsed) else None

    @property
    def is_at_rest(self) -> bool:
        """Return whether no statement that was run has left anything but in the state."""
        if self._frame is None or isinstance(self.parsed, Opaque):
            return True
        return replace(self._frame, node=None, has_closures=False) == _frame(self._unit, self.parsed)

    def run_all(self) -> None:
        """Run every statement."""
        self.run(0, None)

    def run(self, first: int, end: int | None) -> None:
        """Run the statements from *first* on, *end* left out."""
        m = self._machine
        if isinstance(self.parsed, Opaque):
            _run_opaque(m, self._unit, self.parsed)
            return
        assert self._frame is not None
        outer = m.trial_root
        try:
            with _within(m, self._frame):
                _run_statements(m, self.parsed.tree.body[first:end])
        finally:
            m.trial_root = outer


def _frame(unit: Unit, parsed: Parsed) -> Frame:
    scope = module_scope(unit.name)
    return Frame(None, scope, unit.name, parsed, Mode.EAGER, f"{unit.name}#{parsed.cell.index}", None, None)


@contextmanager
def _within(m: Machine, frame: Frame) -> Iterator[None]:
    """Let the top level of a cell run meanwhile."""
    m.environments[frame.scope] = (None, None)
    m.frames.append(frame)
    try:
        yield
    finally:
        m.frames.pop()


def _run_statements(m: Machine, statements: list[ast.stmt]) -> None:
    """Run statements of a cell; where one certainly raises, the next cell starts from the state before it."""
    from jupyter_hybridize.interpreter.language.statements import execute

    for statement in statements:
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


def _run_uncalled(m: Machine, program: Program, past: Past | None) -> None:
    """Try every function that no call reached once, with arguments of which only type hints tell anything."""
    _register_all(m, program)
    m.trace.tests.update(c.id for c in m.trace.codes.values() if c.is_reported and entry_points.is_run_by_tests(m, c))
    own = {unit.name for unit in program.units}
    count = 0
    again: set[str] = set()  # that were called when no work was left, each to be tried once
    for _ in range(3):
        tried = {t.code.id for t in m.trace.trials} - ({*m.unfollowed} - again)
        tried |= again & {*m.trace.tests}
        missing = [c for c in m.trace.codes.values() if c.is_reported and c.unit in own and c.id not in tried]
        again.update(c.id for c in missing)
        if not missing:
            return
        for code in missing:
            key = next((k for k in m.closures if k[0] == code.id), None)
            if key is None:
                continue
            attempt = partial(_try_uncalled, m, code, Function(*key))
            if past is None:
                attempt()
            else:
                past.guess(m, count, (code, key), attempt)
            count += 1


def _try_uncalled(m: Machine, code: Code, function: Function) -> None:
    saved = m.live.fork()
    scope = module_scope(code.unit)
    frame = Frame(None, scope, code.unit, code.parsed, Mode.EAGER, f"guess:{code.id}", None, None)
    frame.node = code.node
    m.frames.append(frame)
    try:
        if code.id in m.trace.hybrids or not entry_points.run(m, code, function) or code.id not in m.trace.tests:
            m.state = saved.fork()
            trial.guess(m, code, function, is_entry=True)
    finally:
        m.frames.pop()
        m.state = saved


def _register_all(m: Machine, program: Program) -> None:
    """Make every ``def`` of the reported units known, those that were never reached too."""
    known: set[_Place] = {key[:4] for key in m.codes_by_place}
    for unit in program.units:
        for cell in unit.cells:
            parsed = m.parse(cell)
            if isinstance(parsed, Parsed):
                for node, prefix, owner in definitions(parsed.tree.body):
                    place = (unit.name, cell.index, node.lineno, node.col_offset)
                    if place not in known:
                        known.add(place)
                        _register_one(m, unit, parsed, node, prefix, owner)


def _register_one(m: Machine, unit: Unit, parsed: Parsed, node: Definition, prefix: str, owner: str) -> None:
    frame = Frame(None, module_scope(unit.name), unit.name, parsed, Mode.EAGER, "", None, None)
    m.frames.append(frame)
    if owner:
        frame.class_id = f"unreached:{owner}:{prefix.rstrip('.')}"
    code_of(m, node, node.name if owner else f"{prefix}{node.name}")
    m.frames.pop()
