"""A front end for tests: runs cells in a real kernel, clicks on widgets, and keeps what the kernel shows."""

from __future__ import annotations

import time
from collections.abc import Callable
from queue import Empty
from typing import Any

from jupyter_client.manager import start_new_kernel

from tests.patience import PATIENCE


class FrontEnd:
    """One kernel, the widgets it made, and its outputs by display id."""

    def __init__(self) -> None:
        self.manager, self.client = start_new_kernel(PATIENCE, kernel_name="python3")
        self.widgets: dict[str, dict[str, Any]] = {}  # state by comm id
        self.shown: dict[str, dict[str, Any]] = {}  # bundle by display id
        self.text = ""  # everything on the streams
        self.sent: list[dict[str, Any]] = []  # data of messages on comms that are no widget's

    def close(self) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def start(self, code: str, cell_id: str = "") -> str:
        """Begin to run a cell, and return its message's id."""
        content = {"code": code, "silent": False, "store_history": True, "allow_stdin": False, "stop_on_error": True}
        message = self.client.session.msg("execute_request", {**content, "user_expressions": {}})
        message["metadata"] = {"cellId": cell_id} if cell_id else {}
        self.client.shell_channel.send(message)
        return message["header"]["msg_id"]

    def run(self, code: str, cell_id: str = "") -> None:
        """Run a cell to its end; it must not fail."""
        identity = self.start(code, cell_id)
        self.until(lambda: identity in self._ended)
        status = self._reply(identity)["content"]
        assert status["status"] == "ok", status

    def _reply(self, identity: str) -> dict[str, Any]:
        while True:
            message = self.client.get_shell_msg(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") == identity:
                return message

    _ended: set[str]

    def until(self, condition: Callable[[], bool]) -> None:
        """Read what the kernel sends until *condition* holds."""
        self._ended = getattr(self, "_ended", set())
        end = time.monotonic() + PATIENCE
        while not condition():
            left = end - time.monotonic()
            try:
                self._read(self.client.get_iopub_msg(timeout=max(left, 0.0)))
            except Empty:
                said = f"the widget says {self.status!r}, the kernel {self.text[-500:]!r}"
                raise AssertionError(f"still waiting; {said}") from None

    def _read(self, message: dict[str, Any]) -> None:
        content, kind = message["content"], message["msg_type"]
        if kind == "comm_open" and content["target_name"] == "jupyter.widget":
            self.widgets[content["comm_id"]] = dict(content["data"]["state"])
        elif kind == "comm_msg" and content["comm_id"] in self.widgets:
            self.widgets[content["comm_id"]].update(content["data"].get("state", {}))
        elif kind == "comm_msg":
            self.sent.append(content["data"])
        elif kind in ("display_data", "update_display_data"):
            identity = content.get("transient", {}).get("display_id", message["header"]["msg_id"])
            assert kind == "display_data" or identity in self.shown
            self.shown[identity] = content["data"]
        elif kind == "stream":
            self.text += content["text"]
        elif kind == "error":
            self.text += "\n".join(content["traceback"])
        elif kind == "status" and content["execution_state"] == "idle":
            self._ended.add(message["parent_header"].get("msg_id", ""))

    def widget(self, description: str) -> str:
        """Return the latest widget with this label."""
        return [comm for comm, state in self.widgets.items() if state.get("description") == description][-1]

    def value(self, description: str) -> Any:
        return self.widgets[self.widget(description)]["value"]

    def is_enabled(self, description: str) -> bool:
        return not self.widgets[self.widget(description)]["disabled"]

    @property
    def status(self) -> str:
        """Return what the latest widget says."""
        said = [state["value"] for state in self.widgets.values() if state.get("_model_name") == "HTMLModel"]
        return said[-1] if said else ""

    def click(self, description: str, subshell: str | None = None) -> None:
        self.tell(self.widget(description), {"method": "custom", "content": {"event": "click"}}, subshell)

    def set(self, description: str, **state: Any) -> None:
        self.tell(self.widget(description), {"method": "update", "state": state, "buffer_paths": []})

    def tell(self, comm: str, data: dict[str, Any], subshell: str | None = None, kind: str = "comm_msg") -> None:
        """Send *data* on a comm, as a front end does."""
        message = self.client.session.msg(kind, {"comm_id": comm, "data": data})
        if subshell is not None:
            message["header"]["subshell_id"] = subshell
        self.client.shell_channel.send(message)

    def open_comm(self, target: str, comm: str) -> None:
        message = self.client.session.msg("comm_open", {"comm_id": comm, "target_name": target, "data": {}})
        self.client.shell_channel.send(message)

    def new_subshell(self) -> str:
        """Return the id of a new subshell."""
        message = self.client.session.msg("create_subshell_request")
        self.client.control_channel.send(message)
        reply = self.client.get_control_msg(timeout=PATIENCE)
        assert reply["content"]["status"] == "ok", reply
        return str(reply["content"]["subshell_id"])

    def bundle(self, mime: str) -> dict[str, Any]:
        """Return the latest output that has the type *mime*."""
        return [bundle for bundle in self.shown.values() if mime in bundle][-1]

    def has(self, mime: str) -> bool:
        return any(mime in bundle for bundle in self.shown.values())
