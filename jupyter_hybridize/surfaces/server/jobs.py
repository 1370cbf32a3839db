"""What an analysis process is asked to do, and the answers: an HTTP status and JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from jupyter_hybridize.surfaces.payload import Json
from jupyter_hybridize.surfaces.server.analysis import Analysed, analyse_request, analysis_payload
from jupyter_hybridize.surfaces.server.edits import edit_payload
from jupyter_hybridize.surfaces.server.errors import RequestError
from jupyter_hybridize.surfaces.server.frames import Frame
from jupyter_hybridize.surfaces.server.requests import (
    AnalyzeRequest,
    parse_json,
    read_analyze,
    read_edit,
)
from jupyter_hybridize.surfaces.server.rules import rule_payload
from jupyter_hybridize.surfaces.server.sessions import Sessions
from jupyter_hybridize.surfaces.wording import bug_line


class Desk:
    """Answers the requests that reach one process."""

    def __init__(self, sessions: Sessions | None = None) -> None:
        self.sessions = Sessions() if sessions is None else sessions

    def answer(self, frame: Frame) -> Frame:
        """Return the answer to a request; whatever goes wrong is told in it."""
        jobs: dict[str, Callable[[Frame], dict[str, Json]]] = {
            "analyze": self._analyze,
            "edit": self._edit,
            "rule": _rule,
        }
        try:
            return _reply(200, jobs[str(frame.header["job"])](frame))
        except RequestError as error:
            return error.frame()
        except MemoryError:
            return _reply(413, {"message": "this notebook needs too much memory to analyse", "reason": "too-large"})
        except Exception as error:  # a bug of ours: the next request is still answered
            return _reply(500, {"message": bug_line(error), "reason": "bug"})

    def _analyze(self, frame: Frame) -> dict[str, Json]:
        request = read_analyze(parse_json(frame.body))
        return analysis_payload(request, self._analysed(request, frame))

    def _edit(self, frame: Frame) -> dict[str, Json]:
        request = read_edit(parse_json(frame.body))
        with self._forgotten_if_cut_short(request.notebook.path):
            return edit_payload(request, lambda: self._analysed(request.notebook, frame))

    def _analysed(self, request: AnalyzeRequest, frame: Frame) -> Analysed:
        root = frame.header.get("root")
        with self._forgotten_if_cut_short(request.path):
            return analyse_request(request, self.sessions, root if isinstance(root, str) else None)

    @contextmanager
    def _forgotten_if_cut_short(self, path: str) -> Iterator[None]:
        """Keep nothing of what a session holds when it is superseded, or meets a bug."""
        try:
            yield
        except RequestError:
            raise
        except BaseException:
            self.sessions.forget(path)
            raise


def _rule(frame: Frame) -> dict[str, Json]:
    return rule_payload(frame.body.decode(errors="replace"))


def _reply(status: int, payload: dict[str, Json]) -> Frame:
    return Frame({"status": status}, json.dumps(payload).encode())
