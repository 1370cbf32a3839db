"""What an idle kernel answers the sidebar: types of names, which cells bound them, and what the magics recorded.

Standard library only, and importable alone: its text can be sent to a kernel that lacks this package.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

MAGICS = "_jupyter_hybridize"  # the attribute of a shell in which the magics are loaded
Json = dict[str, Any]


class Answer:
    """Facts as a kernel shows them to a front end: JSON, which text would shorten."""

    def __init__(self, told: Json) -> None:
        self.told = told

    def __repr__(self) -> str:
        return "facts"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Json:
        return {"text/plain": repr(self), "application/json": self.told}


class Answerer:
    """Answers in one kernel; it changes nothing there and imports nothing that is not there already."""

    def __init__(
        self,
        probe: Callable[[Mapping[str, object], Iterable[str]], Json],
        binders: Callable[[Sequence[str], Iterable[str]], Json],
    ) -> None:
        """*probe* describes names, *binders* tells which of the cells that were run bound them."""
        self._probe = probe
        self._binders = binders

    def answer(self, shell: Any, names: Sequence[str]) -> Answer:
        """Return what *shell*, an IPython shell, tells of *names*."""
        hidden = shell.user_ns_hidden
        own = {name: item for name, item in shell.user_ns.items() if name not in hidden}
        history = shell.history_manager
        asked = [name for name in names if name in own or name in vars(builtins)]
        ran = self._binders([*history.input_hist_raw] if history else [], [name for name in asked if name in own])
        magics = getattr(shell, MAGICS, None)
        recorded = {} if magics is None else magics.told()
        return Answer({**recorded, **self._probe(own, asked), "ran": ran})
