"""The widget: *Verify*, *Benchmark*, *Stop*, *Apply* and *Copy* for one function at a time."""

from __future__ import annotations

from collections.abc import Callable

from jupyter_hybridize.surfaces.actions import Actions
from jupyter_hybridize.surfaces.commands import CommandError
from jupyter_hybridize.surfaces.desk import Desk
from jupyter_hybridize.surfaces.panel import Panel
from jupyter_hybridize.surfaces.standing import known_names
from jupyter_hybridize.surfaces.static_results import StaticResults
from jupyter_hybridize.surfaces.wording import bug_line, sentence

NO_FUNCTION = "No function is defined yet. Run the cells that define some, and then this one again."
GONE = "The buttons work in a running kernel: run this cell again."
Action = Callable[[Callable[[], bool]], str]  # gets what tells it to stop, returns what to say


class HybridizeWidget:
    """One widget: brings the controls and the actions together."""

    def __init__(self, desk: Desk, panel: Panel, results: StaticResults) -> None:
        self._desk = desk
        self._panel = panel
        self._actions = actions = Actions(desk.runner, panel, results)
        panel.on_click(panel.verify, lambda: self._start(actions.verify))
        panel.on_click(panel.benchmark, lambda: self._start(actions.benchmark))
        panel.on_click(panel.copy, lambda: self._start(actions.copy))
        panel.on_click(panel.apply, lambda: self._start(actions.apply))
        panel.on_click(panel.stop, self._stop)

    def begin(self, text: str) -> None:
        """Show the function that *text*, a name or a call, is about."""
        names = self._panel.function.options
        if text in names:
            self._panel.function.value = text
        self._panel.function.observe(lambda change: self._chosen(str(change["new"])), names="value")
        if text:
            self._choose(text)
        else:
            self._panel.say(NO_FUNCTION)

    def verify_after_cell(self) -> None:
        """Verify what is shown as soon as the cell that is running has ended."""
        self._desk.start_after_cell(lambda stop: self._carry_out(self._actions.verify, stop))

    def _chosen(self, name: str) -> None:
        refusal = self._desk.refusal()
        self._panel.say(refusal or "")
        if refusal is None:
            self._choose(name)

    def _choose(self, text: str) -> None:
        try:
            self._actions.choose(text)
        except CommandError as error:
            self._panel.call.value = text
            self._panel.judge("", "")
            self._panel.say(sentence(str(error)))

    def _start(self, action: Action) -> None:
        """Carry *action* out beside the cells, if this is the time for it."""
        refusal = self._desk.start(lambda stop: self._carry_out(action, stop))
        if refusal is not None:
            self._panel.say(refusal)

    def _carry_out(self, action: Action, stop: Callable[[], bool]) -> None:
        said = ""
        try:
            self._panel.busy()
            said = action(stop)
        except CommandError as error:
            said = str(error)
        except Exception as error:  # a bug of ours must not leave the buttons dead
            said = bug_line(error)
        finally:
            self._panel.idle()
            self._panel.say(sentence(said))

    def _stop(self) -> None:
        if self._desk.stop():
            self._panel.say("Stopping; your state is put back …")


def open_widget(desk: Desk, text: str) -> HybridizeWidget:
    """Show a widget for the function that *text*, a name or a call, is about; if it is empty, for one to act on."""
    from IPython.display import display

    report = desk.runner.analyse().report
    names = tuple(known_names(report))
    actionable = (f.name for unit in report.units for f in unit.functions if f.is_actionable and f.name in names)
    panel, results = Panel(names, desk.runner.trials.devices()), StaticResults()
    widget = HybridizeWidget(desk, panel, results)
    widget.begin(text or next(actionable, "") or next(iter(names), ""))
    shown = {**panel.view._repr_mimebundle_(), "text/plain": GONE}
    display(shown, raw=True)  # type: ignore[no-untyped-call]  # IPython does not annotate it
    results.show()
    return widget
