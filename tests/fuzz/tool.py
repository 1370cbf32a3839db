"""Runs the command line on one file after another, in a process that may die or hang: the next file gets another."""

from __future__ import annotations

import json
import os
import resource
import selectors
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from tests.patience import PATIENCE

ROOT = Path(__file__).parents[2]
SECONDS = 10.0  # of processor time that a command may take
MEMORY = 3 << 30  # that it may ask for


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command line gave back; ``lost`` tells how it ended where it gave nothing."""

    status: int
    stdout: str
    stderr: str
    lost: str = ""
    seconds: float = 0.0


class Tool:
    """The command line, each command of which has its time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._log: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the tool

    def __enter__(self) -> Tool:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()
        self._log.close()

    def run(self, *arguments: str, folder: Path) -> Answer:
        """Run a command in *folder*."""
        process = self._process or self._start()
        assert process.stdin
        assert process.stdout
        self._log.truncate(0)
        self._log.seek(0)
        process.stdin.write(json.dumps([str(folder), *arguments]).encode() + b"\n")
        process.stdin.flush()
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            line = process.stdout.readline() if selector.select(PATIENCE) else None
        if line:
            return Answer(**json.loads(line))
        if line is None:
            process.send_signal(6)  # faulthandler tells where it is
        self._end(wait=True)
        self._log.seek(0)
        how = f"no answer in {PATIENCE:g} s" if line is None else f"died with status {process.returncode}"
        return Answer(-1, "", "", f"{how}\n{self._log.read().decode(errors='replace')[-3000:]}")

    def _start(self) -> subprocess.Popen[bytes]:
        command = (sys.executable, "-X", "faulthandler", "-m", "tests.fuzz.tool")
        environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}
        self._process = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log
        )
        assert self._process.stdout
        assert self._process.stdout.readline()  # it is ready: what it imports does not count
        return self._process

    def _end(self, *, wait: bool = False) -> None:
        if self._process is None:
            return
        process, self._process = self._process, None
        if not wait:
            process.kill()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
        for stream in (process.stdin, process.stdout):
            if stream:
                stream.close()
        process.wait()


def run_here(arguments: Sequence[str]) -> Answer:
    """Run a command in this process."""
    from click.testing import CliRunner

    from jupyter_hybridize.surfaces.cli import main

    start = time.process_time()
    result = CliRunner().invoke(main, list(arguments))
    seconds = time.process_time() - start
    lost = ""
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        lost = "".join(traceback.format_exception(result.exception)[-8:])
    return Answer(result.exit_code, result.stdout, result.stderr, lost, seconds)


def serve() -> None:
    """Run the commands that come in, one on each line."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # nothing else is an answer
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    run_here(["check", str(ROOT / "notebooks" / "quickstart.ipynb")])
    print("ready", file=answers, flush=True)
    for line in sys.stdin:
        folder, *arguments = json.loads(line)
        os.chdir(folder)
        print(json.dumps(asdict(run_here(arguments))), file=answers, flush=True)


if __name__ == "__main__":
    serve()
