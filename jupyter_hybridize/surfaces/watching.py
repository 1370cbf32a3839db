"""``%hybridize watch``: the retrace monitor of one shell, told of each cell."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jupyter_hybridize.results.report import Place
from jupyter_hybridize.surfaces.cell_places import CellPlaces
from jupyter_hybridize.surfaces.commands import Command, CommandError
from jupyter_hybridize.surfaces.history import NAME
from jupyter_hybridize.surfaces.watch_output import NewsOutput, WatchOutput
from jupyter_hybridize.surfaces.wording import Places

if TYPE_CHECKING:
    from IPython.core.interactiveshell import ExecutionResult, InteractiveShell

    from jupyter_hybridize.runtime.watching.watch import Watch

PLACES = Places(NAME, counted=True)
HINT = "`%hybridize watch report` tells all that was seen, `%hybridize watch off` ends it."


class Watching:
    """Switches the monitor on and off, and speaks up after a cell that it has something to say about."""

    def __init__(self, shell: InteractiveShell) -> None:
        self.shell = shell
        self._watch: Watch | None = None

    def run(self, command: Command) -> None:
        """Carry out ``watch``, ``watch NAME …``, ``watch off`` or ``watch report``."""
        if command.names == ("off",):
            self._off()
        elif command.names == ("report",):
            self._report()
        else:
            self._on(command.names)

    def stop(self) -> None:
        """Stop watching, if it goes on; what was seen can still be asked for."""
        if self._watch is not None and self._watch.is_watching:
            self._watch.stop()
            with contextlib.suppress(ValueError):  # unregistered already
                self.shell.events.unregister("post_run_cell", self.after_cell)

    def _on(self, names: tuple[str, ...]) -> None:
        if "tensorflow" not in sys.modules:
            raise CommandError("TensorFlow is not imported in this kernel; run that cell first")
        from jupyter_hybridize.runtime.watching.trace_hook import CannotWatchError
        from jupyter_hybridize.runtime.watching.watch import Watch

        self.stop()
        watch = Watch(self.shell.user_ns, locate=self._locate)
        try:
            watched = watch.start(names or None)
        except (CannotWatchError, ValueError) as error:
            raise CommandError(str(error)) from None
        self._watch = watch
        self.shell.events.register("post_run_cell", self.after_cell)
        there = ", ".join(f"`{name}`" for name in watched)
        later = "" if names else " Hybrid functions that are defined from now on are watched too."
        print(f"hybridize: watching {there or 'no function yet'}.{later} {HINT}")

    def _off(self) -> None:
        if self._watch is None or not self._watch.is_watching:
            raise CommandError("nothing is being watched")
        self.stop()
        print("hybridize: watching has ended; `%hybridize watch report` still tells what was seen.")

    def _report(self) -> None:
        if self._watch is None:
            raise CommandError("nothing was watched yet; %hybridize watch begins")
        self._watch.check()
        _show(WatchOutput(self._watch.report(), PLACES))

    def after_cell(self, result: ExecutionResult | None) -> None:
        """Say what was noticed while the cell ran."""
        if self._watch is None:
            return
        count = result.execution_count if result is not None else None
        news = NewsOutput(self._watch.news(), self._watch.check(count), PLACES)
        if news:
            _show(news)

    @contextlib.contextmanager
    def looking_away(self) -> Iterator[None]:
        """Notice nothing within: trials trace the user's functions too."""
        if self._watch is None:
            yield
            return
        with self._watch.paused():
            yield

    def _locate(self, filename: str, line: int) -> Place | None:
        manager = self.shell.history_manager
        texts = dict(enumerate(manager.input_hist_raw if manager else ()))
        return CellPlaces(self.shell, texts).locate(filename, line)


def _show(output: object) -> None:
    from IPython.display import display

    display(output)  # type: ignore[no-untyped-call]  # IPython does not annotate it
