"""The addresses that the sidebar asks; each passes the request on to a process and the answer back."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import APIHandler
from tornado import web

from jupyter_hybridize.surfaces.kernel_question import question
from jupyter_hybridize.surfaces.server.errors import RequestError
from jupyter_hybridize.surfaces.server.frames import Frame
from jupyter_hybridize.surfaces.server.limits import MOST_BYTES
from jupyter_hybridize.surfaces.server.queue import Queue

Answer = Callable[[Frame], Awaitable[Frame]]
TOO_LARGE = RequestError(413, "too-large", f"the request is larger than {MOST_BYTES // 1024**2} MB")


class HybridizeHandler(APIHandler):
    """What all addresses share."""

    auth_resource = "contents"  # whoever may read notebooks may have them analysed

    def initialize(self, queue: Queue) -> None:
        """Receive what the extension was set up with."""
        self.queue = queue
        self._task: asyncio.Future[Frame] | None = None
        self._is_gone = False

    def on_connection_close(self) -> None:
        """Stop what nobody waits for."""
        self._is_gone = True
        if self._task is not None:
            self._task.cancel()

    async def pass_on(self, answer: Answer, job: str, body: bytes) -> None:
        """Have a process do *job*, and send its answer."""
        self._task = asyncio.ensure_future(answer(Frame({"job": job, "root": self._root()}, body)))
        try:
            reply = await self._task
        except RequestError as error:
            reply = error.frame()
        except asyncio.CancelledError:
            if not self._is_gone:
                raise
            return
        self._send(reply)

    def _send(self, reply: Frame) -> None:
        self.set_status(int(reply.header["status"] or 500))
        self.finish(reply.body)

    def _root(self) -> str | None:
        """Return the folder of the contents, where they are files."""
        root = getattr(self.contents_manager, "root_dir", None)
        return root if isinstance(root, str) and os.path.isdir(root) else None


@web.stream_request_body
class BodyHandler(HybridizeHandler):
    """Receives a body piece by piece, so that one that is too large is never held."""

    def initialize(self, queue: Queue) -> None:
        """Begin with an empty body."""
        super().initialize(queue)
        self._received = bytearray()
        self._is_too_large = False

    async def prepare(self) -> None:  # type: ignore[override]  # Jupyter's own handlers leave the argument away too
        """Refuse a body that is announced as too large before it comes."""
        await super().prepare()
        length = self.request.headers.get("Content-Length", "0")
        if not self._finished and length.isdigit() and int(length) > MOST_BYTES:
            self._send(TOO_LARGE.frame())

    def data_received(self, chunk: bytes) -> None:
        """Keep a piece of the body, unless it makes it too large."""
        self._is_too_large = self._is_too_large or len(self._received) + len(chunk) > MOST_BYTES
        if self._is_too_large:
            self._received.clear()
        else:
            self._received += chunk

    async def pass_body(self, answer: Answer, job: str) -> None:
        """Have a process do *job* with the body."""
        if self._is_too_large:
            self._send(TOO_LARGE.frame())
        else:
            await self.pass_on(answer, job, bytes(self._received))


class AnalyzeHandler(BodyHandler):
    """The report on a notebook."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator]  # Jupyter does not annotate it
    async def post(self) -> None:
        """Answer with the report, unless a newer request for the notebook comes."""
        await self.pass_body(self.queue.answer_latest, "analyze")


class EditHandler(BodyHandler):
    """The edits that carry out what the report says."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator]  # Jupyter does not annotate it
    async def post(self) -> None:
        """Answer with the edits; nothing is written."""
        await self.pass_body(self.queue.answer, "edit")


class RuleHandler(HybridizeHandler):
    """The page of a rule."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator]  # Jupyter does not annotate it
    async def get(self, rule: str) -> None:
        """Answer with the documentation of the rule of this code or name."""
        await self.pass_on(self.queue.answer, "rule", rule.encode(errors="replace"))


class QuestionHandler(APIHandler):
    """What the sidebar is to ask a kernel."""

    @web.authenticated
    @authorized("read", "contents")  # type: ignore[untyped-decorator]  # Jupyter does not annotate it
    async def get(self) -> None:
        """Answer with a Python expression."""
        self.finish({"expression": question()})
