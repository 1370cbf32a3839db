"""Carries out the sub-commands of ``%hybridize`` in one shell, and shows what came of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from jupyter_hybridize.surfaces.benchmark_output import BenchmarkOutput
from jupyter_hybridize.surfaces.commands import Command, CommandError
from jupyter_hybridize.surfaces.desk import Desk
from jupyter_hybridize.surfaces.excerpt import Sources
from jupyter_hybridize.surfaces.figure import BenchmarkPicture
from jupyter_hybridize.surfaces.history import NAME, History
from jupyter_hybridize.surfaces.run_history import HistoryOutput, RunHistory
from jupyter_hybridize.surfaces.standing import standing
from jupyter_hybridize.surfaces.trials import Analysis, Prepared, Trials
from jupyter_hybridize.surfaces.verify_output import VerificationOutput
from jupyter_hybridize.surfaces.watching import Watching

if TYPE_CHECKING:
    from jupyter_hybridize.results.benchmark import BenchmarkResult
    from jupyter_hybridize.results.observed import Observed, ObservedCall
    from jupyter_hybridize.results.verification import Verification
    from jupyter_hybridize.surfaces.front_end import FrontEnd
    from jupyter_hybridize.surfaces.kernel import KernelReporter


class CommandRunner:
    """The sub-commands of one shell; keeps its runs and its monitor from one to the next."""

    def __init__(self, reporter: KernelReporter, front_end: FrontEnd, cell_ids: Mapping[int, str]) -> None:
        """*reporter* analyses what the shell has run; *cell_ids* are the front end's, by execution count."""
        self.shell = reporter.shell
        self.runs = RunHistory()
        self._watching = Watching(self.shell)
        self._evidence = reporter.evidence
        self.trials = Trials(
            self.shell, self.analyse, self._evidence.remember, self._recorded, self._watching.looking_away
        )
        self.front_end = front_end
        self.cell_ids = cell_ids
        self._reporter = reporter
        self._desk: Desk | None = None
        self._commands: Mapping[str, Callable[[Command], None]] = {
            "verify": self._verify,
            "bench": self._bench,
            "history": self._history,
            "watch": self._watching.run,
            "widget": self._widget,
        }

    def run(self, command: Command) -> None:
        """Carry *command* out; raise :class:`~.commands.CommandError` where that is not possible."""
        self._commands[command.word](command)

    def close(self) -> None:
        """Stop what goes on between cells."""
        self._watching.stop()
        if self._desk is not None:
            self._desk.close()
            self._desk = None
        self.trials.close()

    def analyse(self, *calls: ObservedCall) -> Analysis:
        """Analyse what was run so far, in the light of *calls* besides those that were recorded."""
        manager = self.shell.history_manager
        program = History.of(manager.input_hist_raw if manager else ()).program()
        evidence = self._evidence.collect(program)
        seen = replace(evidence, calls=(*evidence.calls, *calls))
        return Analysis(program, self._reporter.session.update(program, seen))

    def calibrate(self) -> None:
        """Measure once what operations and calls cost on this machine, so that gains are foretold for it."""
        if self._evidence.calibration is None and "tensorflow" in sys.modules:
            from jupyter_hybridize.runtime.measurement.calibration import calibrate

            with self._watching.looking_away():
                self._evidence.calibration = calibrate()

    def _recorded(self, name: str, digest: str) -> tuple[tuple[str, Observed], ...] | None:
        """Return the arguments of the latest call seen of one text of a function."""
        seen = [call for call in self._evidence.calls if (call.function, call.digest) == (name, digest)]
        return seen[-1].arguments if seen else None

    def keep(self, result: BenchmarkResult | Verification) -> None:
        """Remember *result* as a run of the session, and let the sidebars know."""
        manager = self.shell.history_manager  # IPython may have counted on already
        self.runs.add(result, History.of(manager.input_hist_raw if manager else ()).last)
        self.front_end.announce()

    def _verify(self, command: Command) -> None:
        result, prepared = self.trials.verify(command.target, command.timeout)
        self.keep(result)
        _show(verification_output(result, prepared))

    def _bench(self, command: Command) -> None:
        self.calibrate()
        result, _ = self.trials.benchmark(command.target, command.bench)
        self.keep(result)
        _show(BenchmarkOutput(result), BenchmarkPicture(result))

    def _history(self, command: Command) -> None:
        runs = self.runs.of(command.target)
        if not runs and self.runs.runs:
            raise CommandError(f"`{command.target}` was not verified or benchmarked yet")
        if not runs:
            _show(HistoryOutput((), lambda _: None))
            return
        analysis = self.analyse()

        def digest_of(name: str) -> str | None:
            found = standing((name,), analysis.report, analysis.program)
            return found.digest if found else None

        _show(HistoryOutput(runs, digest_of))

    def _widget(self, command: Command) -> None:
        if getattr(self.shell, "kernel", None) is None:
            raise CommandError("buttons need a notebook; here, %hybridize verify and %hybridize bench do the same")
        try:
            from jupyter_hybridize.surfaces.widget import open_widget
        except ImportError as error:
            if error.name != "ipywidgets":
                raise
            raise CommandError("the widget needs ipywidgets: %pip install ipywidgets, then reload the page") from None
        self._desk = self._desk or Desk(self)
        widget = open_widget(self._desk, command.target)
        if command.verifies:
            widget.verify_after_cell()


def verification_output(result: Verification, prepared: Prepared) -> VerificationOutput:
    """Return *result* as an output, with the sources it points into."""
    return VerificationOutput(result, Sources.of([prepared.analysis.program]), NAME)


def _show(*outputs: object) -> None:
    from IPython.display import display

    display(*outputs)  # type: ignore[no-untyped-call]  # IPython does not annotate it
