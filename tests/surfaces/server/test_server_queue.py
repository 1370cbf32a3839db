"""Who answers, in what order, and what happens to those who take too long."""

from __future__ import annotations

import asyncio
import json
import os
import signal

import pytest

from jupyter_hybridize.surfaces.server import process as server_process
from jupyter_hybridize.surfaces.server.errors import RequestError
from jupyter_hybridize.surfaces.server.frames import Frame
from jupyter_hybridize.surfaces.server.limits import MOST_WAITING
from jupyter_hybridize.surfaces.server.queue import Queue
from tests.patience import PATIENCE

LONG = "def f(x):\n    return x\n" + "".join(f"f({number})\n" for number in range(10_000))
ENDLESS = LONG * 5


def request(source="x = 1\n", path="a.ipynb", **more):
    body = json.dumps({"path": path, "cells": [{"id": "a", "source": source}], **more})
    return Frame({"job": "analyze", "root": None}, body.encode())


@pytest.fixture
def queue():
    made = Queue(processes=1, seconds=PATIENCE)
    yield made
    made.close()


async def test_one_process_serves_many_requests(queue):
    first = await queue.answer_latest(request())
    [process] = queue.process_ids
    second = await queue.answer_latest(request("x = 2\n"))
    assert (first.header["status"], second.header["status"]) == (200, 200)
    assert queue.process_ids == (process,)


async def test_an_interrupted_process_goes_on_with_the_next_request(queue, works):
    await queue.answer(request())
    [process] = queue.process_ids
    older = asyncio.ensure_future(queue.answer_latest(request(ENDLESS)))
    await works(process)
    newer = await queue.answer_latest(request())
    assert newer.header["status"] == 200
    assert queue.process_ids == (process,)
    with pytest.raises(RequestError, match="a newer request") as caught:
        await older
    assert caught.value.status == 409


async def test_a_process_that_is_still_starting_survives_a_newer_request(queue):
    older = asyncio.ensure_future(queue.answer_latest(request(ENDLESS)))
    while not queue.process_ids:
        await asyncio.sleep(0)
    [process] = queue.process_ids
    assert (await queue.answer_latest(request())).header["status"] == 200
    assert queue.process_ids == (process,)
    with pytest.raises(RequestError, match="a newer request"):
        await older


async def test_a_process_that_holds_too_much_memory_is_replaced(queue, monkeypatch):
    command = server_process._COMMAND.replace("main()", "main.__globals__['RETIRED_AT'] = 0; main()")
    monkeypatch.setattr(server_process, "_COMMAND", command)
    for _ in range(2):
        assert (await queue.answer(request())).header["status"] == 200
        assert queue.process_ids == ()


async def test_of_many_requests_only_the_last_is_worked_on(queue):
    asked = [asyncio.ensure_future(queue.answer_latest(request(f"{ENDLESS}# {index}"))) for index in range(20)]
    last = queue.answer_latest(request())
    answers = await asyncio.gather(*asked, last, return_exceptions=True)
    assert [getattr(answer, "reason", "") for answer in answers] == ["superseded"] * 20 + [""]


async def test_another_notebook_or_client_supersedes_nothing(queue):
    asked = [request(), request(path="b.ipynb"), request(client="2"), request('a = \'"path": "a.ipynb"\'', "c.ipynb")]
    answers = await asyncio.gather(*map(queue.answer_latest, asked))
    assert [answer.header["status"] for answer in answers] == [200] * 4


async def test_an_analysis_that_takes_too_long_is_ended(monkeypatch):
    queue = Queue(processes=1, seconds=1)
    try:
        with pytest.raises(RequestError, match="longer than 1 seconds") as caught:
            await queue.answer(request(ENDLESS))
        assert caught.value.status == 503
        monkeypatch.setattr(queue._processes[0], "_seconds", PATIENCE)  # a new process has to start
        assert (await queue.answer(request())).header["status"] == 200
    finally:
        queue.close()


async def test_a_process_that_died_in_its_sleep_is_replaced(queue):
    await queue.answer(request())
    [process] = queue.process_ids
    os.kill(process, signal.SIGKILL)
    os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
    assert (await queue.answer(request())).header["status"] == 200
    assert queue.process_ids != (process,)


async def test_a_signal_between_two_requests_does_nothing(queue):
    await queue.answer(request())
    [process] = queue.process_ids
    os.kill(process, signal.SIGUSR1)
    assert (await queue.answer(request())).header["status"] == 200
    assert queue.process_ids == (process,)


async def test_too_many_waiting_requests_are_turned_away(queue):
    asked = [asyncio.ensure_future(queue.answer(request(LONG))) for _ in range(MOST_WAITING)]
    await asyncio.sleep(0)
    with pytest.raises(RequestError, match="too many requests") as caught:
        await queue.answer(request())
    assert caught.value.status == 503
    for task in asked:
        task.cancel()
    await asyncio.wait(asked)
    assert (await queue.answer(request())).header["status"] == 200


async def test_modules_in_the_folder_the_server_was_started_in_are_not_run(queue, tmp_path, monkeypatch):
    (tmp_path / "ast.py").write_text("raise SystemExit('run')\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)  # as `python -m jupyterlab` does
    assert (await queue.answer(request())).header["status"] == 200


async def test_closing_ends_the_process(queue):
    await queue.answer(request())
    [process] = queue.process_ids
    queue.close()
    assert queue.process_ids == ()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
