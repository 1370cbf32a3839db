"""The machine as it was between two cells, so that a program of which only later cells changed is resumed there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from typing import Final

from jupyter_hybridize.interpreter.cells.cell_run import CellRun, Recorder
from jupyter_hybridize.interpreter.cells.kernel_facts import Kernel, KernelFacts
from jupyter_hybridize.interpreter.cells.parts import PartedCell, TopLevel, run_cell
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory.state import State
from jupyter_hybridize.interpreter.memory.tables import Table, copy_of, is_same, items_of
from jupyter_hybridize.interpreter.syntax.last_bindings import Answers
from jupyter_hybridize.interpreter.trace import Code, Trace
from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.program import Program, Unit

GIVEN: Final = frozenset(
    {"knowledge", "parse", "order", "units", "modules", "reported", "kernel", "budget", "trace", "earlier_codes"}
)
_GROWING: Final = frozenset({"calls", "events", "trials", "reveals"})  # nothing but appended to
MOST_CHECKPOINTS: Final = 16
_TICKS: Final = 1_000_000_000  # more than a cell takes: what one does has the same times whatever ran before
_BEGINNING: Final = _TICKS // 2  # what the rest of a cell does has the same times whatever its beginning did
_APART: Final = 4  # cells; to repeat the runs of so many takes no longer than a checkpoint
_MOST_PASTS: Final = 2

_Saved = dict[str, object]
_Place = tuple[object, ...]
_CodePlace = tuple[str, int, int, int, str]


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What the machine held after the first ``done`` cells, and how much it had asked about the kernel's names."""

    done: int
    machine: _Saved
    trace: _Saved
    asked: int

    @classmethod
    def of(cls, m: Machine, done: int) -> Checkpoint:
        """Return what *m*, which stands between two cells, holds now."""
        machine = {name: _kept(name, item) for name, item in vars(m).items() if name not in GIVEN}
        trace = {each.name: _kept(each.name, getattr(m.trace, each.name)) for each in fields(Trace)}
        return cls(done, machine, trace, 0 if m.kernel is None else len(m.kernel.bindings.answers))

    def restore(self, m: Machine) -> None:
        """Let *m*, which has not run anything, go on from here."""
        for name, item in self.machine.items():
            setattr(m, name, _copied(item))
        for name, item in self.trace.items():
            setattr(m.trace, name, _copied(item))


@dataclass(frozen=True, slots=True)
class _Beginning:
    """A list to which more is appended, of which only the first elements count."""

    whole: list[object]
    length: int


def _kept(name: str, item: object) -> object:
    return _Beginning(item, len(item)) if name in _GROWING and isinstance(item, list) else _copied(item)


def _copied(item: object) -> object:
    """Return a copy that can be changed independently, where *item* can be changed."""
    if isinstance(item, Table):
        return copy_of(item)
    if isinstance(item, dict | list | set):
        return item.copy()
    if isinstance(item, _Beginning):
        return item.whole[: item.length]
    return item.fork() if isinstance(item, State) else item


# -- which checkpoint fits ------------------------------------------------------------------------------------------


def _text_of(cell: Cell) -> _Place:
    """Return everything of *cell* that the interpreter looks at."""
    return (cell.index, cell.text, cell.masked, cell.skipped, cell.runs_unknown_code)


@dataclass(slots=True)
class Past:
    """The checkpoints of the last run of one notebook, and what that run was given."""

    libraries: tuple[Unit, ...]
    facts: KernelFacts | None = None
    answers: Answers = field(default_factory=dict)
    cells: list[_Place] = field(default_factory=list)
    checkpoints: list[Checkpoint] = field(default_factory=list)
    runs: dict[int, PartedCell] = field(default_factory=dict)  # by place
    guesses: dict[int, tuple[_Place, CellRun]] = field(default_factory=dict)  # by place, each with what ran
    codes: dict[_CodePlace, Code] = field(default_factory=dict)
    changed: int = 0  # cells before the first that differs from the last run's

    def resume(self, m: Machine, cells: Sequence[Cell]) -> int:
        """Bring *m* to where the cells begin to differ from the last run's; return how many of *cells* are done."""
        texts = [_text_of(cell) for cell in cells]
        pairs = zip(texts, self.cells, strict=False)
        self.changed = next((n for n, (new, old) in enumerate(pairs) if new != old), min(len(texts), len(self.cells)))
        kernel = m.kernel
        kept = _are_same(self.facts, None if kernel is None else kernel.facts)
        same = self._same_answers(kernel) if kept else -1
        fitting = [c for c in self.checkpoints if c.done <= self.changed and c.asked <= same]
        if not kept:
            self.runs, self.guesses = {}, {}
        self.cells, self.checkpoints = texts, fitting
        m.earlier_codes = self.codes
        self.facts, self.answers = (None, {}) if kernel is None else (kernel.facts, kernel.bindings.answers)
        for question in list(self.answers)[fitting[-1].asked if fitting else 0 :]:
            del self.answers[question]
        if not fitting:
            return 0
        fitting[-1].restore(m)
        m.trace.resumed = m.trace.statements
        return fitting[-1].done

    def _same_answers(self, kernel: Kernel | None) -> int:
        """Return how many of the last run's first questions about the kernel's names have the same answers now."""
        if kernel is None:
            return 0
        for place, (question, answer) in enumerate(self.answers.items()):
            if kernel.bindings.answer(question) != answer:
                return place
        return len(self.answers)

    def cell(self, m: Machine, place: int, begin: Callable[[], None], top: TopLevel) -> None:
        """Run the cell at *place*: its beginning, which may concern every name, and what is not known of the rest."""
        m.clock = place * _TICKS
        begin()
        m.clock = place * _TICKS + _BEGINNING
        self.runs[place] = run_cell(m, top, self.runs.pop(place, None))
        self._reached(m, place + 1)

    def guess(self, m: Machine, number: int, what: _Place, run: Callable[[], None]) -> None:
        """Let *run* do *what* after all cells, after so many others, if it is not known what that does."""
        place = len(self.cells) + number
        m.clock = place * _TICKS
        known, told = self.guesses.pop(place, (None, None))
        if told is None or known != what or not told.fits(m):
            recorder = Recorder(m)
            run()
            told = recorder.finish(m)
        else:
            told.repeat(m)
        if told is not None:
            self.guesses[place] = (what, told)

    def ended(self, m: Machine) -> None:
        """Remember the definitions of a whole run: they stay the same as long as their text does."""
        self.codes = dict(items_of(m.codes_by_place))
        self.runs = {place: run for place, run in self.runs.items() if place < len(self.cells)}
        end = len(self.cells) + len(self.codes)
        self.guesses = {place: run for place, run in self.guesses.items() if place < end}

    def _reached(self, m: Machine, done: int) -> None:
        """Remember *m* as it is after *done* cells, if an edit is likely to be resumed here."""
        last = self.checkpoints[-1].done if self.checkpoints else 0
        if done != self.changed and done - last < max(_APART, len(self.cells) // MOST_CHECKPOINTS):
            return
        self.checkpoints.append(Checkpoint.of(m, done))
        if len(self.checkpoints) > MOST_CHECKPOINTS:
            del self.checkpoints[self._least_useful()]

    def _least_useful(self) -> int:
        """Return the checkpoint that stands closest to its neighbours; where one edits it is kept."""
        counts = [0, *(c.done for c in self.checkpoints)]
        gaps = [
            (counts[n + 2] - counts[n], n)
            for n in range(len(self.checkpoints) - 1)
            if self.checkpoints[n].done != self.changed
        ]
        return min(gaps)[1]


def _are_same(facts: KernelFacts | None, others: KernelFacts | None) -> bool:
    """Return whether nothing can tell *facts* from *others*, the order of names and of entries included."""
    if facts is None or others is None:
        return facts is others
    return (
        facts == others
        and list(facts.names) == list(others.names)
        and all(is_same(content, others.heap[site]) for site, content in facts.heap.items())
    )


class History:
    """The past of the programs that were run last; it may be emptied at any time without changing a result."""

    def __init__(self) -> None:
        self._pasts: dict[_Place, Past] = {}

    def take(self, program: Program) -> Past | None:
        """Return the past of *program*; None if it has more units than one, which may import each other.

        It is nobody else's until it is kept again: a run that ends early, or one beside another, spoils no later one.
        """
        if len(program.units) != 1:
            return None
        past = self._pasts.pop(_key(program), None)
        return Past(program.libraries) if past is None or past.libraries != program.libraries else past

    def keep(self, program: Program, past: Past) -> None:
        """Remember what *past* knows after a whole run of *program*."""
        pasts = {key: each for key, each in self._pasts.items() if key != _key(program)}
        kept = [*pasts.items(), (_key(program), past)]
        self._pasts = dict(kept[-_MOST_PASTS:])


def _key(program: Program) -> _Place:
    (unit,) = program.units
    return (unit.name, unit.kind, unit.module, program.order, program.reports_libraries)
