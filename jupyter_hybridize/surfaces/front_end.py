"""What the sidebar of JupyterLab can do for the kernel, if it is there: write into a cell, and ask for news.

The sidebar opens a comm on the target ``jupyter_hybridize``. The kernel then sends on it::

    {"type": "application/vnd.jupyter-hybridize.apply+json", "schema": 1, "request": 1,
     "cell": {"id": "…" or null, "count": 3}, "before": "…", "after": "…"}

and the sidebar answers ``{"request": 1, "applied": true}``, or ``{"request": 1, "applied": false, "reason": "…"}``:
it must refuse where the cell's text is no longer ``before``. When a run has ended, and at first, the kernel
sends ``{"type": "application/vnd.jupyter-hybridize.news+json", "schema": 1}``: it has more to tell now.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from jupyter_hybridize.surfaces.decorated_code import DecoratedCell

TARGET = "jupyter_hybridize"
APPLY_TYPE = "application/vnd.jupyter-hybridize.apply+json"
NEWS_TYPE = "application/vnd.jupyter-hybridize.news+json"
SCHEMA = 1
_NEWS: dict[str, object] = {"type": NEWS_TYPE, "schema": SCHEMA}
Answer = Callable[[bool, str], None]  # whether it was applied, and why not


class Comm(Protocol):
    """The part of Jupyter's comms that is used."""

    comm_id: str

    def send(self, data: dict[str, object]) -> None:
        """Send *data* to the front end."""

    def on_msg(self, callback: Callable[[Mapping[str, object]], None]) -> None:
        """Call *callback* with each message."""

    def on_close(self, callback: Callable[[Mapping[str, object]], None]) -> None:
        """Call *callback* when the front end closes it."""


class FrontEnd:
    """The sidebars that are listening."""

    def __init__(self) -> None:
        self._comms: list[Comm] = []
        self._waiting: dict[int, Answer] = {}
        self._requests = 0

    def register(self) -> None:
        """Wait for sidebars."""
        import comm

        comm.get_comm_manager().register_target(TARGET, self.opened)

    def unregister(self) -> None:
        """Wait no longer."""
        import comm

        with contextlib.suppress(KeyError):
            comm.get_comm_manager().unregister_target(TARGET, self.opened)

    def opened(self, comm: Comm, _: Mapping[str, object]) -> None:
        """Take note of a sidebar that has opened *comm*."""
        self._comms.append(comm)
        comm.on_msg(self._answered)
        comm.on_close(lambda _: self._comms.remove(comm))
        comm.send(_NEWS)  # something may have been recorded since it asked

    @property
    def listening(self) -> tuple[str, ...]:
        """Return the names of the open comms."""
        return tuple(comm.comm_id for comm in self._comms)

    def announce(self) -> None:
        """Tell the sidebars that there is something new to ask for."""
        for comm in self._comms:
            comm.send(_NEWS)

    def apply(self, cell: DecoratedCell, cell_id: str | None, answer: Answer) -> bool:
        """Ask the sidebar to write *cell*; *answer* hears of it. Return False where there is none to ask."""
        if not self._comms:
            return False
        self._requests += 1
        self._waiting[self._requests] = answer
        where = {"id": cell_id, "count": cell.count}
        message = {"type": APPLY_TYPE, "schema": SCHEMA, "request": self._requests, "cell": where}
        self._comms[-1].send({**message, "before": cell.before, "after": cell.after})
        return True

    def _answered(self, message: Mapping[str, object]) -> None:
        content = message.get("content")
        data = content.get("data") if isinstance(content, Mapping) else None
        if not isinstance(data, Mapping):
            return
        request = data.get("request")
        answer = self._waiting.pop(request, None) if isinstance(request, int) else None
        if answer is not None:
            answer(data.get("applied") is True, str(data.get("reason", ""))[:200])
