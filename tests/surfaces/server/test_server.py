"""The addresses of the extension, on a real server with authentication on."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from http.cookies import SimpleCookie
from pathlib import Path

import pytest

from tests.untraced import machine_seconds

CONFIG = Path(__file__).parents[3] / "jupyter_hybridize/surfaces/config"


def cookies(response):
    found = SimpleCookie()
    for header in response.headers.get_list("Set-Cookie"):
        found.load(header)
    return {name: morsel.value for name, morsel in found.items()}


def extension(serverapp):
    return next(iter(serverapp.extension_manager.extension_apps["jupyter_hybridize"]))


async def test_the_report_comes_back_with_its_sequence_number(post, sample):
    status, report = await post("analyze", {**sample, "sequence": 7})
    assert (status, report["schema"], report["sequence"]) == (200, 1, 7)
    [function] = report["units"][0]["functions"]
    assert (function["name"], function["cell_id"], function["confidence"]) == ("double", "a", "proved")


async def test_an_edit_comes_back_and_nothing_is_written(post, sample, jp_root_dir):
    asked = {**sample, "action": "apply", "cell_id": "a", "line": 3, "expect": "def double(x):"}
    status, reply = await post("edit", asked)
    assert status == 200
    assert "@tf.function\ndef double(x):" in reply["edits"][0]["after"]
    assert list(jp_root_dir.iterdir()) == []


async def test_a_rule_has_a_page(jp_fetch):
    response = await jp_fetch("jupyter-hybridize", "rules", "HYB301")
    page = json.loads(response.body)
    assert (page["code"], page["name"]) == ("HYB301", "python-side-effect")
    assert "<h1>HYB301 python-side-effect</h1>" in page["html"]
    assert "Python state" in page["text"]
    assert "<em>trace</em>" in page["html"]


async def test_what_tensorflow_itself_refused_has_a_page_too(jp_fetch):
    response = await jp_fetch("jupyter-hybridize", "rules", "HYB108")
    assert json.loads(response.body)["name"] == "refused-by-tensorflow"


async def test_what_looks_like_html_comes_back_as_json_text(jp_fetch):
    response = await jp_fetch("jupyter-hybridize", "rules", "<script>alert(1)<", raise_error=False)
    assert response.code == 404
    assert response.headers["Content-Type"].startswith("application/json")
    assert "there is no rule" in json.loads(response.body)["message"]


@pytest.mark.parametrize(("verb", "method"), [("analyze", "POST"), ("edit", "POST"), ("rules/HYB301", "GET")])
async def test_a_stranger_gets_nothing(jp_fetch, jp_serverapp, sample, verb, method):
    jp_serverapp.web_app.settings["allow_unauthenticated_access"] = True  # each verb has its own lock besides
    body = json.dumps(sample) if method == "POST" else None
    headers = {"Authorization": ""}
    answers = [await jp_fetch("jupyter-hybridize", verb, method=method, body=body, headers=headers, raise_error=False)]
    jp_serverapp.web_app.settings["allow_unauthenticated_access"] = False
    answers += [await jp_fetch("jupyter-hybridize", verb, method=method, body=body, headers=headers, raise_error=False)]
    assert [answer.code for answer in answers] == [403, 403]


async def test_a_cookie_alone_cannot_post(jp_fetch, jp_serverapp, sample):
    token = jp_serverapp.identity_provider.token
    page = await jp_fetch("login", headers={"Authorization": ""})
    entry = await jp_fetch(
        "login", headers={"Authorization": ""}, params={"token": token}, follow_redirects=False, raise_error=False
    )
    xsrf, cookie = cookies(page)["_xsrf"], "; ".join(f"{name}={value}" for name, value in cookies(entry).items())
    assert cookie
    asked = {"method": "POST", "body": json.dumps(sample), "raise_error": False}
    forged = await jp_fetch("jupyter-hybridize", "analyze", headers={"Authorization": "", "Cookie": cookie}, **asked)
    assert forged.code == 403
    assert "_xsrf" in json.loads(forged.body)["message"]
    honest = {"Authorization": "", "Cookie": f"{cookie}; _xsrf={xsrf}", "X-XSRFToken": xsrf}
    answer = await jp_fetch("jupyter-hybridize", "analyze", headers=honest, **asked)
    assert answer.code == 200


async def test_a_body_of_50_mb_is_refused_and_the_next_request_served(post, sample):
    status, reply = await post("analyze", b'{"path": "' + b"x" * 50_000_000 + b'"}')
    assert (status, reply) == (413, {"message": "the request is larger than 4 MB", "reason": "too-large"})
    assert (await post("analyze", sample))[0] == 200


async def test_a_body_in_pieces_is_refused_once_it_is_too_large(jp_fetch, post, sample):
    async def pieces(write):
        for _ in range(80):
            await write(b" " * 65_536)

    response = await jp_fetch("jupyter-hybridize", "edit", method="POST", body_producer=pieces, raise_error=False)
    assert response.code == 413
    assert (await post("analyze", sample))[0] == 200


async def test_hostile_json_is_refused_and_the_next_request_served(post, sample):
    deep = b'{"path":"x.ipynb","cells":' + b"[" * 400_000
    wide = b'{"path":"x.ipynb","cells":[' + b"[]," * 1_300_000 + b"[]]}"
    many = json.dumps({"path": "x.ipynb", "cells": [{"id": str(i), "source": ""} for i in range(10_000)]}).encode()
    answers = [await post("analyze", body) for body in (deep, wide, many)]
    assert [status for status, _ in answers] == [400, 413, 413]
    assert [reply["message"] for _, reply in answers] == [
        "the request is JSON that is nested too deeply",
        "cells has 1,300,001 entries, more than 5,000",
        "cells has 10,000 entries, more than 5,000",
    ]
    assert (await post("analyze", sample))[0] == 200


async def test_hostile_json_does_not_hold_up_the_server(post, jp_fetch):
    wide = asyncio.ensure_future(post("analyze", b'{"path":"x.ipynb","cells":[' + b"[]," * 1_300_000 + b"[]]}"))
    longest = 0.0
    while not wide.done():
        before = time.thread_time()  # a busy machine does not count
        await asyncio.sleep(0)
        longest = max(longest, time.thread_time() - before)
    assert longest < machine_seconds(0.2)  # read on the loop, it takes a second


def calls(count):
    """Return a cell that calls a function so often; 50,000 take nine seconds on a machine that does nothing else."""
    return "def f(x):\n    return x\n" + "".join(f"f({number})\n" for number in range(count))


async def test_of_two_requests_for_a_notebook_the_older_gives_way(post, sample, make, jp_serverapp):
    older = asyncio.ensure_future(post("analyze", make(calls(50_000))))
    other = asyncio.ensure_future(post("analyze", make(calls(2_000), client="another")))
    while len(extension(jp_serverapp).queue.latest) < 2:
        await asyncio.sleep(0)
    status, report = await post("analyze", sample)
    assert (status, report["units"][0]["functions"][0]["name"]) == (200, "double")
    assert ((await older)[0], (await older)[1]["reason"]) == (409, "superseded")
    assert (await other)[0] == 200


async def test_an_analysis_that_crashes_takes_only_its_own_answer_along(post, sample, jp_serverapp, make, works):
    assert (await post("analyze", sample))[0] == 200
    lost = asyncio.ensure_future(post("analyze", make(calls(50_000))))
    [process] = extension(jp_serverapp).queue.process_ids
    await works(process)
    os.kill(process, signal.SIGKILL)
    status, reply = await lost
    assert (status, reply["reason"]) == (500, "crashed")
    assert (await post("analyze", sample))[0] == 200


async def test_local_modules_are_read_from_the_folder_of_the_notebook(post, make, jp_root_dir):
    (jp_root_dir / "work").mkdir()
    (jp_root_dir / "work/layers.py").write_text(DENSE)
    status, report = await post("analyze", make(USES, path="work/train.ipynb"))
    assert status == 200
    assert report["units"][0]["functions"][0]["confidence"] == "proved"


DENSE = "import tensorflow as tf\n\ndef dense(x):\n    return tf.matmul(x, x)\n"
USES = """\
import tensorflow as tf
from layers import dense

def step(x):
    for _ in range(20):
        x = tf.nn.relu(dense(x))
    return x

step(tf.ones([3, 3]))
step(tf.ones([3, 3]))
"""


def test_jupyter_finds_the_extension_valid(tmp_path):
    """As the wheel installs it: by the configuration file alone."""
    shutil.copytree(CONFIG, tmp_path / "jupyter_server_config.d")
    command = [sys.executable, "-m", "jupyter_server.extension.serverextension", "list"]
    environment = {**os.environ, "JUPYTER_CONFIG_DIR": str(tmp_path)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    text = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout + done.stderr)
    assert re.search(r"jupyter_hybridize enabled\n(.*\n)*?.*jupyter_hybridize .*OK", text), text


def test_neither_the_server_nor_its_processes_import_tensorflow():
    heavy = {"tensorflow", "keras", "numpy", "libcst", "ipykernel"}
    server = "from jupyter_hybridize import _jupyter_server_extension_points as points; points()"
    process = (
        "import json\nfrom jupyter_hybridize.surfaces.server import worker\n"
        "from jupyter_hybridize.surfaces.server.frames import Frame\n"
        "from jupyter_hybridize.surfaces.server.jobs import Desk\n"
        f"body = json.dumps({{'path': 'a.ipynb', 'cells': [{{'id': 'a', 'source': {DENSE!r}}}]}}).encode()\n"
        "assert Desk().answer(Frame({'job': 'analyze'}, body)).header['status'] == 200"
    )
    for script in (server, process):
        script += f"\nimport sys\nprint(*({heavy!r} & sys.modules.keys()))"
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout.split()) == (0, []), done.stderr
