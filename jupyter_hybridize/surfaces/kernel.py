"""Reports on what a running kernel has executed, and the rewriting of its current cell."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jupyter_hybridize.results.report import FunctionReport, Report, UnitReport
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.program import Order, Program
from jupyter_hybridize.surfaces.excerpt import Sources
from jupyter_hybridize.surfaces.history import History, latest, only_cell
from jupyter_hybridize.surfaces.live_evidence import LiveEvidence
from jupyter_hybridize.surfaces.magic_options import OptionError, Options, without_apply
from jupyter_hybridize.surfaces.next_step import next_step
from jupyter_hybridize.surfaces.notebook_output import NotebookOutput

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell


@dataclass(frozen=True, slots=True)
class Situation:
    """The program to analyse, and the number its current cell has in it, if there is one."""

    program: Program
    cell: int | None
    counted: bool


class KernelReporter:
    """Answers the magics of one shell; keeps the analysis' session from one to the next."""

    def __init__(self, shell: InteractiveShell) -> None:
        self.shell = shell
        self.session = Session()
        self.evidence = LiveEvidence(shell)

    def report(self, options: Options, cell: str | None) -> None:
        """Show the report on the functions of *cell*, or of the whole notebook."""
        situation = self._situation(options, cell)
        whole = self.session.update(situation.program, self.evidence.collect(situation.program))
        report = latest(whole) if situation.counted else whole
        if situation.cell is not None:
            report = only_cell(whole, situation.cell)
        hint = next_step(report, situation.program, self.shell.user_ns)
        self._show(NotebookOutput(report, Sources.of([situation.program]), options.verbose, situation.counted, hint))
        if options.apply and cell is not None:
            self._apply(situation, whole)

    def _situation(self, options: Options, cell: str | None) -> Situation:
        if options.order is Order.DOCUMENT:
            return _saved(self._notebook_path(), cell)
        manager = self.shell.history_manager
        history = History.of(manager.input_hist_raw if manager else (), cell)
        return Situation(history.program(), None if cell is None else history.last, counted=True)

    def _notebook_path(self) -> str:
        names = (self.shell.user_ns.get("__vsc_ipynb_file__"), os.environ.get("JPY_SESSION_NAME"))
        for name in names:
            if isinstance(name, str) and name.endswith(".ipynb") and os.path.isfile(name):
                return name
        raise OptionError("the notebook's file is not known to this kernel; leave --order document away")

    def _show(self, output: NotebookOutput) -> None:
        from IPython.display import display

        display(output)  # type: ignore[no-untyped-call]  # IPython does not annotate it

    def _apply(self, situation: Situation, whole: Report) -> None:
        from jupyter_hybridize.surfaces.changes import plan_changes

        def wish(_: UnitReport, function: FunctionReport) -> bool:
            is_sure = function.confidence in ("proved", "verified") and function.pays
            return function.cell == situation.cell and is_sure

        changes = plan_changes(situation.program, whole, wish)
        after = [edit.after for edit in changes.edits if edit.cell == situation.cell]
        for line in changes.taken_back:
            print(f"hybridize: {line}")
        if not after:
            print("hybridize: nothing proved is left to write; the cell stays as it is.")
            return
        text = without_apply(after[0])
        if "google.colab" in sys.modules:
            print("hybridize: Colab does not let a program replace a cell. Copy this over it and run it again:\n")
            print(text)
            return
        self.shell.set_next_input(text, replace=True)
        print("hybridize: the cell is rewritten; run it again to use the decorated functions.")


def _saved(path: str, cell: str | None) -> Situation:
    from jupyter_hybridize.source.project import read_paths

    programs, _ = read_paths([path], Order.DOCUMENT)
    if len(programs) != 1 or not programs[0].units:
        raise OptionError(f"{path} could not be read")
    if cell is None:
        return Situation(programs[0], None, counted=False)
    found = [c.index for c in programs[0].units[0].cells if c.text.strip() == cell.strip()]
    if not found:
        raise OptionError(f"this cell does not stand in {path} as it was run; save the notebook first")
    return Situation(programs[0], found[0], counted=False)
