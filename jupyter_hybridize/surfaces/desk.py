"""What all widgets of one shell share: the thread that trials run on, and the rule that cells come first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jupyter_hybridize.surfaces.background import Background
from jupyter_hybridize.surfaces.cell_abortion import abort_cell
from jupyter_hybridize.surfaces.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Callable

    from jupyter_hybridize.surfaces.command_runner import CommandRunner

UNDER_WAY = "Another run is under way. Stop it first."


class Desk:
    """Lets one job run at a time, and none beside a cell. To be made while a cell runs."""

    def __init__(self, runner: CommandRunner) -> None:
        self.runner = runner
        self._background = Background()
        self._gate = Gate(runner.shell, self._make_way)

    def close(self) -> None:
        """Stop the job, and follow the cells no longer."""
        self._background.finish()
        self._gate.close()

    def refusal(self) -> str | None:
        """Return why the click that is being handled is not acted upon, or None."""
        return UNDER_WAY if self._background.is_running else self._gate.refusal()

    def start(self, job: Callable[[Callable[[], bool]], None]) -> str | None:
        """Begin *job*, which gets what tells it to stop, on its own thread; return why not, or None."""
        refusal = self.refusal()
        if refusal is not None:
            return refusal
        return None if self._begin(job) else UNDER_WAY

    def start_after_cell(self, job: Callable[[Callable[[], bool]], None]) -> None:
        """Begin *job* when the cell that is running has ended; another that is under way goes first."""
        events = self.runner.shell.events

        def begin(_: object) -> None:
            events.unregister("post_run_cell", begin)
            self._begin(job)

        events.register("post_run_cell", begin)

    def _begin(self, job: Callable[[Callable[[], bool]], None]) -> bool:
        assume = self._gate.assume_thread_state

        def prepared(stop: Callable[[], bool]) -> None:
            assume()
            job(stop)

        return self._background.start(prepared)

    def stop(self) -> bool:
        """Ask the job to stop; return False if there is none."""
        self._background.stop()
        return self._background.is_running

    def _make_way(self) -> None:
        """Stop the job and wait until all is as it was: a cell is about to run, and may not before."""
        if not self._background.finish():
            abort_cell(self.runner.shell)
