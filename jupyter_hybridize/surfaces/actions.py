"""What the buttons of the widget do; each action returns what to say when it is done."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from jupyter_hybridize.surfaces.benchmark_output import BenchmarkOutput
from jupyter_hybridize.surfaces.command_runner import CommandRunner, verification_output
from jupyter_hybridize.surfaces.decorated_code import DecoratedCell, decorated_cell
from jupyter_hybridize.surfaces.panel import Panel
from jupyter_hybridize.surfaces.static_results import StaticResults
from jupyter_hybridize.surfaces.trials import Prepared
from jupyter_hybridize.surfaces.wording import badge_of, headline, sentence

if TYPE_CHECKING:
    from jupyter_hybridize.results.benchmark import Progress
    from jupyter_hybridize.results.report import FunctionReport

PACE = 0.2  # seconds between two messages about progress: each costs the measurement a little
Stop = Callable[[], bool]
UNKNOWN = "No cell of this notebook defines it, so nothing is known of it."
BY_HAND = (
    "A button cannot write into a cell. Paste the text below over the cell of In [{count}] and run it, "
    "or run that cell with `%%hybridize --apply` on top"
)


class Actions:
    """The actions of one widget."""

    def __init__(self, runner: CommandRunner, panel: Panel, results: StaticResults) -> None:
        self._runner = runner
        self._panel = panel
        self._results = results
        self._told = 0.0

    def choose(self, text: str) -> None:
        """Fill in the call and the verdict of the function that *text*, a name or a call, is about."""
        prepared = self._runner.trials.prepare(text)
        self._panel.call.value = prepared.call or prepared.target.path
        self._judge(prepared)

    def verify(self, stop: Stop) -> str:
        """Verify what the call names."""
        self._panel.say("Verifying …")
        text = self._panel.call.value
        result, prepared = self._runner.trials.verify(text, stop=stop)
        self._runner.keep(result)
        self._results.verified(verification_output(result, prepared))
        self._judge(self._runner.trials.prepare(text))  # the verdict may be another one now
        return f"{result.outcome.value.replace('-', ' ')}: {result.reason}"

    def benchmark(self, stop: Stop) -> str:
        """Time what the call names."""
        self._panel.say("Reading the program …")
        self._runner.calibrate()
        result, prepared = self._runner.trials.benchmark(
            self._panel.call.value, self._panel.options, self._progress, stop
        )
        self._runner.keep(result)
        self._results.timed(BenchmarkOutput(result))
        self._judge(prepared)
        return result.sentence

    def copy(self, stop: Stop) -> str:
        """Show the function's cell with its decorator."""
        cell = decorated_cell(self._runner.trials.prepare(self._panel.call.value))
        self._panel.show_code(cell.after)
        return f"Select the text below, and paste it over the cell of In [{cell.count}]"

    def apply(self, stop: Stop) -> str:
        """Have the sidebar write the decorator into the function's cell, or tell how to."""
        prepared = self._runner.trials.prepare(self._panel.call.value)
        cell = decorated_cell(prepared)
        if not self._is_sure(prepared):
            return "Verify it first: its verdict is not proved"
        cell_id = self._runner.cell_ids.get(cell.count)
        if self._runner.front_end.apply(cell, cell_id, self._applied(cell)):
            return "Asked the sidebar to write it …"
        self._panel.show_code(cell.after)
        return BY_HAND.format(count=cell.count)

    def _applied(self, cell: DecoratedCell) -> Callable[[bool, str], None]:
        def answer(applied: bool, reason: str) -> None:
            if applied:
                self._panel.say(f"Written into the cell of In [{cell.count}]. Run it again to use it.")
                return
            self._panel.show_code(cell.after)
            self._panel.say(sentence(f"The cell was left alone: {reason or 'its text is another one now'}"))

        return answer

    def _is_sure(self, prepared: Prepared) -> bool:
        found = prepared.standing
        if found is None:
            return False
        is_proved = found.report.confidence in ("proved", "verified")
        return is_proved or self._runner.runs.is_verified(found.report.name, found.digest)

    def _judge(self, prepared: Prepared) -> None:
        report = prepared.standing.report if prepared.standing else None
        if report is None:
            self._panel.judge("?", f"`{prepared.target.path}`: {UNKNOWN}")
            return
        badge = badge_of(report.confidence)
        said = f"`{report.name}`: {' '.join(_reasons(report))}"
        self._panel.judge(f"{badge.sign} {badge.word}", said, changes=report.action != "keep")

    def _progress(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._told >= PACE:
            self._told = now
            self._panel.progress.value = progress.fraction
            self._panel.say(f"{progress.stage.capitalize()} …")


def _reasons(report: FunctionReport) -> list[str]:
    """Return the verdict, and the first reason for it."""
    decisive = [finding.message for finding in report.findings if finding.answer == "no"][:1]
    return [sentence(part) for part in (headline(report), *decisive)]
