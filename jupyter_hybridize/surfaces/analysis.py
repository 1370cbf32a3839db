"""From paths on a command line to one report, with whatever could not be used named beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.results.report import Report
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.program import Order, Program
from jupyter_hybridize.source.project import read_paths
from jupyter_hybridize.surfaces.excerpt import Sources
from jupyter_hybridize.surfaces.wording import bug_line


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


def analyse(paths: Iterable[str], order: Order) -> Analysis:
    """Analyse the notebooks and modules at *paths*; one that cannot be used does not keep the others from it."""
    programs, problems = read_paths(list(paths), order)
    errors = [f"{problem.name}: {problem.message}" for problem in problems]
    reports, analysed = [], []
    knowledge = Knowledge.load()
    for program in programs:
        try:
            reports.append(Session(knowledge).update(program))
            analysed.append(program)
        except Exception as error:  # a bug of ours, in one program: the others are still analysed
            names = ", ".join(unit.name for unit in program.units[:3])
            errors.append(f"{names}: {bug_line(error)}")
    return Analysis(tuple(analysed), _merged(reports), tuple(errors))


def _merged(reports: list[Report]) -> Report:
    if not reports:
        return Report((), "", {})
    unknown: Counter[str] = Counter()
    for report in reports:
        unknown.update(report.unknown_calls)
    units = tuple(unit for report in reports for unit in report.units)
    return replace(reports[0], units=units, unknown_calls=dict(unknown.most_common()))
