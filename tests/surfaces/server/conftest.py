"""A Jupyter server with the extension, and one desk that answers without a server."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import psutil
import pytest

pytest.importorskip("jupyter_server")

from pytest_jupyter.jupyter_server import *  # noqa: F403  # its fixtures, for the tests of this folder alone
from tornado.httpclient import HTTPResponse

from jupyter_hybridize.surfaces.server import process as server_process
from jupyter_hybridize.surfaces.server.frames import Frame
from jupyter_hybridize.surfaces.server.jobs import Desk
from tests.patience import PATIENCE

Payload = dict[str, Any]
Answer = tuple[int, Payload]

DOUBLE = """\
import tensorflow as tf

def double(x):
    for _ in range(20):
        x = tf.nn.relu(tf.matmul(x, x)) + tf.sin(x)
    return x
"""
CALLS = "double(tf.ones([3, 3]))\ndouble(tf.ones([3, 3]))\n"


def notebook(*sources: str, path: str = "train.ipynb", **more: object) -> Payload:
    """Return the request for an analysis of these code cells, called a, b, c and so on."""
    cells = [{"id": chr(ord("a") + index), "source": source} for index, source in enumerate(sources)]
    return {"path": path, "cells": cells, **more}


@pytest.fixture
def sample() -> Payload:
    """Return a request about a function that is proved."""
    return notebook(DOUBLE, CALLS)


@pytest.fixture
def make() -> Callable[..., Payload]:
    """Return the maker of requests."""
    return notebook


@pytest.fixture(scope="session")
def desk() -> Desk:
    """Return a desk; what it was asked before makes no difference."""
    return Desk()


@pytest.fixture
def ask(desk: Desk) -> Callable[..., Answer]:
    """Return a function that asks the desk: the job, what is sent (bytes stay as they are), the server's folder."""

    def asked(job: str, payload: object, root: object = None) -> Answer:
        body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
        reply = desk.answer(Frame({"job": job, "root": None if root is None else str(root)}, body))
        return int(reply.header["status"] or 0), json.loads(reply.body)

    return asked


@pytest.fixture
def works() -> Callable[[int], Awaitable[None]]:
    """Return a function that waits until a process has computed for a while."""

    async def waited(process: int) -> None:
        begin = psutil.Process(process).cpu_times().user
        while psutil.Process(process).cpu_times().user < begin + 0.1:
            await asyncio.sleep(0)

    return waited


@pytest.fixture(autouse=True)
def no_process_is_too_late_to_obey(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_process, "GRACE", PATIENCE)


@pytest.fixture
def jp_server_config() -> Payload:
    """Return the configuration of the test server: the extension, and nothing for strangers."""
    extensions = {"jupyter_hybridize": True, "jupyter_server_terminals": False}
    return {"ServerApp": {"jpserver_extensions": extensions, "allow_unauthenticated_access": False}}


@pytest.fixture
def post(jp_fetch: Callable[..., Awaitable[HTTPResponse]]) -> Callable[..., Awaitable[Answer]]:
    """Return a function that posts to the extension with the server's token."""

    async def posted(verb: str, payload: object, **more: Any) -> Answer:
        body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
        asked = {"method": "POST", "body": body, "raise_error": False, "request_timeout": PATIENCE, **more}
        response = await jp_fetch("jupyter-hybridize", verb, **asked)
        return response.code, json.loads(response.body)

    return posted
