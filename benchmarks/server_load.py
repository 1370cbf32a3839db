"""Load the server extension as 50 open notebooks would: edits at a steady rate, for a minute.

    python benchmarks/server_load.py [FOLDER] [--seconds 60] [--rate 20] [--notebooks 50]

The notebooks are those of FOLDER (searched, taken at even distances), or made up: 22 cells, 180 lines and 5 functions,
which is the median of 253 real ones. Each request sends one of them with one more line in one of its cells.

Measured: the answers by status, the time they take, the memory of the server and its processes together, and how long
the server's event loop was held up: `busy` is the longest time that the loop's own thread computed without a pause,
`late` also counts the time in which the machine gave it no processor.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

TOKEN = "load"
TICK = 0.005  # seconds between two looks at the clock
PROBE = "JUPYTER_HYBRIDIZE_LOOP_PROBE"


# -- within the server: this file is an extension too ----------------------------------------------------------------


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "server_load"}]


def _load_jupyter_server_extension(serverapp: Any) -> None:
    serverapp.io_loop.call_later(0.1, lambda: asyncio.ensure_future(_watch_loop(Path(os.environ[PROBE]))))


async def _watch_loop(path: Path) -> None:
    """Write down each second how long the loop was held up at worst, since it was last written."""
    busy = late = 0.0
    written = time.perf_counter()
    with path.open("a", encoding="utf-8") as file:
        while True:
            clock, computed = time.perf_counter(), time.thread_time()
            await asyncio.sleep(TICK)
            late = max(late, time.perf_counter() - clock - TICK)
            busy = max(busy, time.thread_time() - computed)
            if time.perf_counter() - written > 1:
                print(busy, late, file=file, flush=True)
                busy = late = 0.0
                written = time.perf_counter()


# -- outside it --------------------------------------------------------------------------------------------------------


def main() -> None:
    """Start a server, load it, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--rate", type=float, default=20)
    parser.add_argument("--notebooks", type=int, default=50)
    options = parser.parse_args()
    notebooks = real(options.folder, options.notebooks) if options.folder else made_up(options.notebooks)
    with tempfile.TemporaryDirectory() as folder:
        probe = Path(folder, "probe")
        probe.touch()
        port = free_port()
        server = start(port, folder, probe)
        try:
            asyncio.run(load(port, server.pid, notebooks, options, probe))
        finally:
            server.terminate()
            server.wait()


def real(folder: Path, count: int) -> list[list[str]]:
    """Return the code cells of *count* notebooks below *folder*."""
    paths = sorted(folder.rglob("*.ipynb"))
    chosen = [paths[index * len(paths) // count] for index in range(count)]
    return [_cells(path) for path in chosen]


def _cells(path: Path) -> list[str]:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"] or [""]


def made_up(count: int) -> list[list[str]]:
    """Return the code cells of *count* notebooks of the usual size."""
    return [_made_up(number) for number in range(count)]


def _made_up(number: int) -> list[str]:
    cells = ["import numpy as np\nimport tensorflow as tf\n\ndata = tf.random.normal([64, 32])\n"]
    for index in range(5):
        body = "".join(f"    x = tf.nn.relu(tf.matmul(x, w{index}) + {number + step}.0)\n" for step in range(6))
        cells.append(
            f"w{index} = tf.Variable(tf.random.normal([32, 32]))\n\ndef layer{index}(x):\n{body}    return x\n"
        )
        cells.append(f"for step in range(10):\n    loss = tf.reduce_mean(layer{index}(data))\n    print(float(loss))\n")
    plain = "values = []\nfor i in range(8):\n    values.append(i * 2)\nprint(sum(values))\ntotal = np.sum(values)\n"
    return cells + [plain + f"result{index} = total + {index}\n" for index in range(11)]


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(port: int, folder: str, probe: Path) -> subprocess.Popen[bytes]:
    """Start a server with the extension and the probe, and nothing else."""
    command = [sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root", f"--port={port}"]
    command += ["--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={folder}"]
    command += ['--ServerApp.jpserver_extensions={"jupyter_hybridize": True, "server_load": True}']
    here = Path(__file__).parent
    environment = {
        **os.environ,
        "PYTHONPATH": f"{here}{os.pathsep}{here.parent}",
        "JUPYTER_CONFIG_DIR": f"{folder}/config",
        "JUPYTER_RUNTIME_DIR": f"{folder}/runtime",
        PROBE: str(probe),
    }
    return subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)


async def load(port: int, pid: int, notebooks: list[list[str]], options: argparse.Namespace, probe: Path) -> None:
    """Send the requests, each at its time whether or not the others are answered, and print the figures."""
    from tornado.httpclient import AsyncHTTPClient

    AsyncHTTPClient.configure(None, max_clients=500)
    client = AsyncHTTPClient()
    await ready(client, port)
    for number in range(len(notebooks)):  # all of them are open
        await ask(client, port, number, notebooks[number])
    opened = len(probe.read_text().splitlines())
    chance, asked, peak = random.Random(0), [], 0
    begin = time.perf_counter()
    for index in range(int(options.seconds * options.rate)):
        await asyncio.sleep(max(0.0, begin + index / options.rate - time.perf_counter()))
        number = chance.randrange(len(notebooks))
        cell = chance.randrange(len(notebooks[number]))
        notebooks[number][cell] += f"\n# edit {index}"
        asked.append(asyncio.ensure_future(ask(client, port, number, notebooks[number])))
        if index % int(options.rate) == 0:
            peak = max(peak, memory(pid))
    answers = await asyncio.gather(*asked)
    report(answers, max(peak, memory(pid)), probe.read_text().splitlines(), opened)


async def ready(client: Any, port: int) -> None:
    """Wait until the server answers."""
    while True:
        try:
            await client.fetch(f"http://127.0.0.1:{port}/api/status?token={TOKEN}")
        except OSError:
            await asyncio.sleep(0.1)
        else:
            return


async def ask(client: Any, port: int, number: int, cells: list[str]) -> tuple[int, float]:
    """Return the status and the seconds of one analysis."""
    sent = [{"id": f"cell-{index}", "source": source} for index, source in enumerate(cells)]
    body = json.dumps({"path": f"notebook{number}.ipynb", "cells": sent})
    begin = time.perf_counter()
    response = await client.fetch(
        f"http://127.0.0.1:{port}/jupyter-hybridize/analyze",
        method="POST",
        body=body,
        headers={"Authorization": f"token {TOKEN}"},
        raise_error=False,
        request_timeout=120,
    )
    return response.code, time.perf_counter() - begin


def memory(pid: int) -> int:
    """Return the resident bytes of the process and all that it started."""
    import psutil

    process = psutil.Process(pid)
    return sum(int(each.memory_info().rss) for each in [process, *process.children(recursive=True)])


def report(answers: list[tuple[int, float]], peak: int, probed: list[str], opened: int) -> None:
    """Print the figures; those of the loop apart for the time in which the notebooks were opened."""
    statuses = Counter(status for status, _ in answers)
    seconds = sorted(each for status, each in answers if status == 200)
    pairs = [tuple(map(float, line.split())) for line in probed]
    print(f"{len(answers)} requests: {statuses[200]} answered, {statuses[409]} superseded by a newer one, ", end="")
    print(f"{len(answers) - statuses[200] - statuses[409]} errors")
    print(f"answer: median {_ms(seconds[len(seconds) // 2])}, 95 % {_ms(seconds[len(seconds) * 95 // 100])}, ", end="")
    print(f"longest {_ms(seconds[-1])}")
    print(f"memory: {peak / 1e6:.0f} MB, the server and its processes together")
    for name, part in (("opening", pairs[:opened]), ("load", pairs[opened:])):
        if part:
            busy, late = max(pair[0] for pair in part), max(pair[1] for pair in part)
            print(f"event loop, {name}: busy at most {_ms(busy)}, late at most {_ms(late)}")


def _ms(seconds: float) -> str:
    return f"{seconds * 1e3:.0f} ms"


if __name__ == "__main__":
    main()
