"""Notebooks whose cells are run for real, so that a kernel's evidence can be asked of what they leave behind."""

from __future__ import annotations

import builtins
import itertools
import linecache
import textwrap
from dataclasses import dataclass, field

from jupyter_hybridize.results.evidence import Evidence, from_payload
from jupyter_hybridize.results.observed import ObservedCall
from jupyter_hybridize.results.report import FunctionReport, Report
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.program import Program
from jupyter_hybridize.surfaces.history import History
from jupyter_hybridize.surfaces.probe import probe
from jupyter_hybridize.surfaces.recording import Recorder

_NUMBERS = itertools.count()


@dataclass
class LiveNotebook:
    """The cells run so far, and the namespace that they share."""

    cells: list[str] = field(default_factory=list)
    names: dict[str, object] = field(default_factory=lambda: {"__name__": "__main__"})
    calls: tuple[ObservedCall, ...] = ()

    def run(self, text: str, *, shown: str | None = None, recorded: bool = False) -> None:
        """Run a cell; *shown* is what the notebook has in its place, a magic say, and "" for a cell since deleted."""
        source = textwrap.dedent(text).strip() + "\n"
        filename = f"<cell {next(_NUMBERS)}>"
        linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
        recorder = Recorder(self.names)
        if recorded:
            recorder.start()
        try:
            exec(compile(source, filename, "exec"), self.names)
        finally:
            self.calls = tuple(dict.fromkeys((*self.calls, *recorder.stop())))
        if shown != "":
            self.cells.append(source if shown is None else shown)

    @property
    def program(self) -> Program:
        """Return the notebook as the kernel's history has it."""
        return History(("", *self.cells)).program()

    def evidence(self) -> Evidence:
        """Return what a kernel would tell."""
        told = from_payload(probe(self.names, [*self.names, *dir(builtins)]))
        return Evidence(told.names, self.calls, absent=told.absent, same=told.same)

    def report(self, evidence: Evidence | None = None) -> Report:
        """Return the report on the notebook."""
        return Session().update(self.program, evidence)

    def verdicts(self, function: str, evidence: Evidence | None = None) -> tuple[FunctionReport, FunctionReport]:
        """Return what is said of *function* by the code alone, and with the kernel's evidence."""
        told = self.evidence() if evidence is None else evidence
        return named(self.report(), function), named(self.report(told), function)


def named(report: Report, function: str) -> FunctionReport:
    """Return what *report* says of the last definition of *function*."""
    return [each for unit in report.units for each in unit.functions if each.name == function][-1]
