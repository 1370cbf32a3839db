"""The controls of the widget: how they look, and nothing of what they do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import ipywidgets  # type: ignore[import-untyped]

from jupyter_hybridize.surfaces.commands import LONGEST_RUN, BenchOptions
from jupyter_hybridize.surfaces.excerpt import visible
from jupyter_hybridize.surfaces.report_html import prose

WIDE = "40rem"
_LINES = "line-height: 1.5"  # a widget's text has that of its buttons


class Panel:
    """Text fields, buttons and a progress bar."""

    def __init__(self, names: Sequence[str], devices: Sequence[str]) -> None:
        """*names* are the functions to choose from; *devices* those TensorFlow has."""
        self.function = ipywidgets.Dropdown(options=list(names), description="Function")
        self.call = ipywidgets.Text(description="Call", placeholder="train_step(x, y)", continuous_update=False)
        self.call.layout.width = WIDE
        self.seconds = ipywidgets.BoundedFloatText(5.0, min=0.5, max=LONGEST_RUN, step=1.0, description="Seconds")
        self.seconds.layout.width = "12rem"
        self.xla = ipywidgets.Checkbox(True, description="XLA too", indent=False)
        self.xla.layout.width = "auto"
        self.device = ipywidgets.Dropdown(options=[("as the kernel does", None), *((d, d) for d in devices)])
        self.device.description = "Device"
        self.verdict = ipywidgets.HTML()
        self.status = ipywidgets.HTML()
        self.progress = ipywidgets.FloatProgress(0.0, min=0.0, max=1.0)
        self.code = ipywidgets.Textarea(disabled=False, rows=12)
        self.code.layout.width = WIDE
        self.verify = _button("Verify", "check", "Ask TensorFlow whether the graph does what the function does")
        self.benchmark = _button("Benchmark", "tachometer", "Time eager execution against the graph")
        self.stop = _button("Stop", "stop", "Stop the run; all state is put back")
        self.apply = _button("Apply", "pencil", "Write the decorator into the function's cell")
        self.copy = _button("Copy decorated code", "clone", "Show the function's cell with the decorator")
        several = len(devices) > 1
        self.device.layout.display = None if several else "none"
        self._changes = False  # the verdict proposes a change
        self.view = self._layout()
        self.show_code("")
        self.idle()

    def _layout(self) -> Any:
        rows = (
            [self.function],
            [self.call],
            [self.verdict],
            [self.seconds, self.xla, self.device],
            [self.verify, self.benchmark, self.stop, self.apply, self.copy],
            [self.progress, self.status],
            [self.code],
        )
        boxes = [ipywidgets.HBox(row, layout=ipywidgets.Layout(flex_flow="row wrap")) for row in rows]
        return ipywidgets.VBox(boxes)

    @property
    def options(self) -> BenchOptions:
        """Return how to measure."""
        return BenchOptions(self.seconds.value, self.xla.value, self.device.value)

    def say(self, text: str) -> None:
        """Show *text*, in which what stands in backquotes is code."""
        self.status.value = f'<div role="status" style="{_LINES}">{prose(text)}</div>'

    def judge(self, badge: str, text: str, *, changes: bool = False) -> None:
        """Show the verdict on the function; only one that *changes* something can be applied."""
        self._changes = changes
        for control in (self.apply, self.copy):
            control.disabled = not changes or not self.stop.disabled
        self.verdict.value = f'<div style="{_LINES}"><strong>{escape(visible(badge))}</strong> {prose(text)}</div>'

    def busy(self) -> None:
        """Allow nothing but to stop."""
        self._allow(running=True)
        self.progress.value = 0.0

    def idle(self) -> None:
        """Allow everything but to stop."""
        self._allow(running=False)
        self.progress.value = 0.0

    def _allow(self, *, running: bool) -> None:
        for control in (self.verify, self.benchmark, self.function, self.call):
            control.disabled = running
        for control in (self.apply, self.copy):
            control.disabled = running or not self._changes
        self.stop.disabled = not running
        self.progress.layout.display = None if running else "none"

    def show_code(self, text: str) -> None:
        """Show *text* to be copied, or nothing."""
        self.code.value = text
        self.code.layout.display = None if text else "none"

    def on_click(self, button: Any, callback: Callable[[], None]) -> None:
        """Call *callback* when *button* is clicked."""
        button.on_click(lambda _: callback())


def _button(text: str, icon: str, tooltip: str) -> Any:
    button = ipywidgets.Button(description=text, icon=icon, tooltip=tooltip)
    button.layout.width = "auto"
    return button
