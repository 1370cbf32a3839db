"""Gives a function's surroundings back as they were, whatever a trial of it does."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Mapping, Sequence
from traceback import clear_frames
from types import TracebackType
from typing import Any  # functions of every signature, variables of every dtype

import numpy as np

from jupyter_hybridize.runtime.state.interrupt_gate import InterruptGate, finish
from jupyter_hybridize.runtime.state.kinds import Kind
from jupyter_hybridize.runtime.state.python_state import describe_state, unique_paths
from jupyter_hybridize.runtime.state.snapshot_plan import Plan
from jupyter_hybridize.runtime.state.snapshot_tensorflow import is_eager_variable, read_variable
from jupyter_hybridize.runtime.state.surroundings import Surroundings
from jupyter_hybridize.runtime.state.unrestorable import Unrestorable

__all__ = ["StateGuard", "Unrestorable"]


class StateGuard:
    """Keeps everything that calls of a function can touch, and puts it back when the block is left.

    Inside the block the function may be called, traced and interrupted at will. TensorFlow's global seed is exchanged
    for another one meanwhile, since the streams behind it cannot be rewound.
    """

    def __init__(
        self,
        function: Callable[..., Any],
        args: Sequence[Any] = (),
        kwargs: Mapping[str, Any] | None = None,
        *,
        also: Sequence[object] = (),
    ) -> None:
        self._around = Surroundings(function, tuple(args), dict(kwargs or {}), tuple(also))
        self.unrestorable: tuple[Unrestorable, ...] = tuple(Plan(self._around.reach()).unrestorable())
        self._handled: BaseException | None = None  # when the block was entered
        self._gate = InterruptGate(StateGuard.__enter__, StateGuard.__exit__, StateGuard.reset, StateGuard.reset_values)

    def __enter__(self) -> StateGuard:
        self._handled = sys.exc_info()[1]
        self._gate.open()
        try:
            self._around.take()
        except BaseException:
            self._leave()
            raise
        if self._gate.is_holding:
            self._leave()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None and (self._gate.has_interrupted or not isinstance(error, Exception)):
            _end_contexts(error, self._handled)
        self._leave()
        if error is not None and self._gate.has_interrupted and not isinstance(error, KeyboardInterrupt | SystemExit):
            raise KeyboardInterrupt from error  # TensorFlow's native code turns one into an error of its own

    def reset(self) -> None:
        """Put everything back as leaving would, and stay inside; what was built is not built any more."""
        self._finish(self._around.reset)

    def reset_values(self) -> None:
        """Put all values back, and leave what was built; new variables get the values that they began with."""
        self._finish(self._around.reset_values)

    def variables(self) -> dict[str, np.ndarray[Any, Any]]:
        """Return the value of each variable in reach now, those created inside included, by path."""
        items = [
            item
            for item in self._around.reach().objects
            if item.kind is Kind.VARIABLE and is_eager_variable(item.value)
        ]
        values = ((path, read_variable(item.value)) for path, item in unique_paths(items))
        return {path: np.array(value) for path, value in values if value is not None}

    def python_state(self) -> dict[str, object]:
        """Return what the user's containers, attributes, arrays and names in reach hold now, by path."""
        return describe_state(self._around.reach())

    def differences(self) -> tuple[str, ...]:
        """Return the paths of what is not as it was when the block was entered; none after leaving it."""
        return self._around.changed()

    def _finish(self, action: Callable[[], None]) -> None:
        interrupt = finish(action)
        self._gate.release()
        if interrupt is not None:
            raise interrupt

    def _leave(self) -> None:
        interrupt = finish(self._around.give_back)
        self._gate.close()
        self._gate.release()
        if interrupt is not None:
            raise interrupt


def _end_contexts(interrupt: BaseException, outer: BaseException | None) -> None:
    """End the contexts of TensorFlow that *interrupt* cut through, of which its frames may hold some half entered.

    They would end when the exception is forgotten, and put back then what there was within the trial. The frames of
    *outer*, an exception that was being handled before, are the user's, to look at when debugging.
    """
    seen: set[int] = set()
    error: BaseException | None = interrupt
    while error is not None and error is not outer and id(error) not in seen:
        seen.add(id(error))
        clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__
    gc.collect()
