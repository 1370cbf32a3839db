"""Several processes: the same output in the same order, mistakes by name, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from jupyter_hybridize.surfaces.checking.pool import cores, run_all
from tests.patience import PATIENCE, wait_until
from tests.processes import has_ended
from tests.surfaces.checking.conftest import REFUSED, Run
from tests.surfaces.small_programs import CALLS, HAZARD, STEP

WAITING = """\
import os, signal, sys, time
from pathlib import Path
from jupyter_hybridize.surfaces.checking.pool import run_all

def wait(item):
    Path(f"{item}.pid").write_text(str(os.getpid()))
    signal.pause()

if __name__ == "__main__":
    list(run_all(wait, ["a", "b"], 2, None))
"""


def corpus(notebook: Any) -> None:
    for number in range(4):
        notebook(f"{number}.ipynb", STEP, CALLS, f"z = {number}")
        Path(f"m{number}.py").write_text(HAZARD + REFUSED.replace("noisy", f"noisy{number}"))
    Path("broken.ipynb").write_text("{")


@pytest.mark.parametrize("style", ["text", "json", "github", "sarif"])
def test_the_output_is_the_same_byte_for_byte(style: str, run: Run, notebook: Any) -> None:
    corpus(notebook)
    alone, together = (run("check", ".", "--format", style, "-j", jobs) for jobs in ("1", "3"))
    assert together.stdout == alone.stdout
    assert (together.stderr, together.exit_code) == (alone.stderr, 2)


def test_fix_writes_the_same(run: Run, notebook: Any) -> None:
    corpus(notebook)
    together = run("fix", ".", "-j", "auto", "--diff").stdout
    assert together == run("fix", ".", "--diff").stdout
    assert "+@tf.function" in together


def square(number: int) -> int:
    return number * number


def ending(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def failing(number: int) -> int:
    raise ValueError(f"not {number}")


def test_results_come_in_order_and_from_other_processes() -> None:
    assert list(run_all(square, range(20), 3, -1)) == [square(number) for number in range(20)]
    assert os.getpid() not in set(run_all(lambda _: os.getpid(), range(4), 2, -1))


def test_one_item_needs_no_process() -> None:
    assert list(run_all(lambda _: os.getpid(), [1], 8, -1)) == [os.getpid()]
    assert list(run_all(square, [], 8, -1)) == []


def test_an_item_whose_process_ends_is_lost_and_no_other() -> None:
    assert list(run_all(ending, range(5), 2, -1)) == [0, 1, -1, 9, 16]


def test_an_error_ends_all() -> None:
    with pytest.raises(ValueError, match="not 0"):
        list(run_all(failing, range(9), 2, -1))


def test_there_is_a_core() -> None:
    assert cores() >= 1


def waiting(folder: Path) -> tuple[subprocess.Popen[bytes], list[int]]:
    """Start a process with two children that wait for ever; return it and them."""
    (folder / "wait.py").write_text(WAITING)
    path = os.pathsep.join([str(Path(__file__).parents[3]), os.environ.get("PYTHONPATH", "")])
    parent = subprocess.Popen(
        [sys.executable, "wait.py"], cwd=folder, env={**os.environ, "PYTHONPATH": path}, stderr=subprocess.PIPE
    )
    files = [folder / "a.pid", folder / "b.pid"]
    wait_until(lambda: parent.poll() is not None or all(file.exists() and file.read_text() for file in files))
    assert parent.poll() is None
    return parent, [int(file.read_text()) for file in files]


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_children_end_with_what_started_them(number: int, tmp_path: Path) -> None:
    parent, children = waiting(tmp_path)
    parent.send_signal(number)
    _, said = parent.communicate(timeout=PATIENCE)
    wait_until(lambda: all(map(has_ended, children)))
    assert parent.returncode != 0
    assert b"Process" not in said  # of a child
    assert b"ignored" not in said  # of a thread that was left behind
