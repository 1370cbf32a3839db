"""From paths on a command line to one report, with whatever could not be used named beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from jupyter_hybridize.knowledge.api import Knowledge, shipped
from jupyter_hybridize.results.report import Report
from jupyter_hybridize.results.several_programs import merged
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.program import Order, Program, UnitKind
from jupyter_hybridize.source.project import read_paths
from jupyter_hybridize.surfaces.checking.configuration import Configuration
from jupyter_hybridize.surfaces.excerpt import Sources
from jupyter_hybridize.surfaces.wording import bug_line

Answer = TypeVar("Answer")
Ask = Callable[[Session, Program], Answer]  # asks a session that is new about a program
LOST = "the process that analysed it ended; it may have taken too much memory"


@dataclass(frozen=True, slots=True)
class Analysis:
    """What came of some paths; each of ``errors`` is one line that names its file."""

    programs: tuple[Program, ...]
    report: Report
    errors: tuple[str, ...]

    @property
    def sources(self) -> Sources:
        """Return the text of everything that was analysed."""
        return Sources.of(self.programs)

    @property
    def is_actionable(self) -> bool:
        """Return whether some function has something to do."""
        return any(function.is_actionable for unit in self.report.units for function in unit.functions)


def analyse(paths: Iterable[str], configuration: Configuration, jobs: int = 1) -> Analysis:
    """Analyse the notebooks and modules at *paths*; one that cannot be used does not keep the others from it."""
    answers, errors = answers_on(paths, configuration, _report, jobs)
    programs = tuple(program for program, _ in answers)
    report = _without_excluded(merged([report for _, report in answers]), programs, configuration)
    return Analysis(programs, report, tuple(errors))


def _without_excluded(report: Report, programs: Iterable[Program], configuration: Configuration) -> Report:
    """Return *report* without the local modules that the settings exclude, unless they were asked for."""
    asked = {unit.name for program in programs for unit in program.units}
    kept = (u for u in report.units if u.path in asked or not configuration.leaves_out(Path(u.path)))
    return replace(report, units=tuple(kept))


def answers_on(
    paths: Iterable[str], configuration: Configuration, ask: Ask[Answer], jobs: int
) -> tuple[list[tuple[Program, Answer]], list[str]]:
    """Return what *ask* makes of each program at *paths*, and a line for each that cannot be used."""
    found, problems = read_paths(configuration.wanted(paths), Order.DOCUMENT, configuration.leaves_out)
    programs = [_as_wanted(each, configuration) for each in found]
    errors = [f"{problem.name}: {problem.message}" for problem in problems]
    answers = []
    for program, answer in zip(programs, _asked(programs, ask, jobs), strict=True):
        if isinstance(answer, str):
            names = ", ".join(unit.name for unit in program.units[:3])
            errors.append(f"{names}: {answer}")
        else:
            answers.append((program, answer))
    return answers, errors


def _as_wanted(program: Program, configuration: Configuration) -> Program:
    first = program.units[0]
    return replace(program, order=Order(configuration.of(first.name).order), reports_libraries=_is_notebook(program))


def _is_notebook(program: Program) -> bool:
    """Return whether *program* is a notebook, which has no other report on the local modules that it works with."""
    return program.units[0].kind is UnitKind.NOTEBOOK


def _report(session: Session, program: Program) -> Report:
    return session.update(program)


def _asked(programs: Sequence[Program], ask: Ask[Answer], jobs: int) -> Iterable[Answer | str]:
    """Return for each program the answer, or why there is none."""
    work = _Analyst(ask, shipped() if programs else None)
    if jobs == 1 or len(programs) < 2:
        return map(work, programs)
    from jupyter_hybridize.surfaces.checking.pool import run_all

    return run_all(work, programs, jobs, LOST)


@dataclass(slots=True)
class _Analyst(Generic[Answer]):
    """Asks about programs, with what is known of the libraries; sent to another process, it loads that there."""

    ask: Ask[Answer]
    knowledge: Knowledge | None = None

    def __reduce__(self) -> tuple[type[_Analyst[Answer]], tuple[Ask[Answer]]]:
        return (_Analyst, (self.ask,))

    def __call__(self, program: Program) -> Answer | str:
        """Return the answer on *program*, or a line about the bug of ours that keeps us from it."""
        self.knowledge = self.knowledge or shipped()
        try:
            return self.ask(Session(self.knowledge), program)
        except Exception as error:  # the other programs are still analysed
            return bug_line(error)
