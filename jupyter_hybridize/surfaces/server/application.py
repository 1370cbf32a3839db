"""The extension of Jupyter's server that the sidebar talks to."""

from __future__ import annotations

import gc

from jupyter_server.extension.application import ExtensionApp

from jupyter_hybridize.surfaces.server.handlers import AnalyzeHandler, EditHandler, QuestionHandler, RuleHandler
from jupyter_hybridize.surfaces.server.queue import Queue


class HybridizeServer(ExtensionApp):
    """Answers below ``/jupyter-hybridize``; it never touches a kernel."""

    name = "jupyter_hybridize"
    extension_url = "/jupyter-hybridize"

    def initialize_handlers(self) -> None:
        """Add the addresses to the server's."""
        self.queue = Queue()
        given = {"queue": self.queue}
        self.handlers.extend(
            [
                (r"/jupyter-hybridize/analyze", AnalyzeHandler, given),
                (r"/jupyter-hybridize/edit", EditHandler, given),
                (r"/jupyter-hybridize/rules/([^/]+)", RuleHandler, given),
                (r"/jupyter-hybridize/question", QuestionHandler),
            ]
        )
        if self.serverapp is not None:
            self.serverapp.io_loop.add_callback(_set_aside)

    async def stop_extension(self) -> None:
        """End the processes with the server."""
        self.queue.close()
        gc.unfreeze()


def _set_aside() -> None:
    """Spare what the server has loaded from Python's garbage collection.

    A full collection looks through all of it, and holds up the event loop for 115 ms (200 ms on a busy machine) every
    few hundred requests; of what came since the start, it takes 5 ms.
    """
    gc.collect()
    gc.freeze()
