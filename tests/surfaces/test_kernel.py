"""The magic in a real kernel, and the command as Jupyter's subcommand."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jupyter_hybridize.surfaces.payload import MIME_TYPE
from tests.patience import PATIENCE

NOISY = "def noisy(x):\n    print(x)\n    return x\n"


@pytest.fixture(scope="module")
def execute():
    from jupyter_client.manager import start_new_kernel

    manager, client = start_new_kernel(PATIENCE, kernel_name="python3")

    def run(code):
        messages = []
        reply = client.execute_interactive(code, timeout=PATIENCE, allow_stdin=False, output_hook=messages.append)
        outputs = [m for m in messages if m["msg_type"] not in ("status", "execute_input")]
        return reply["content"], outputs

    run("%load_ext jupyter_hybridize")
    yield run
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def kinds(outputs):
    return [message["msg_type"] for message in outputs]


def test_report_follows_the_value_of_the_cell(execute):
    reply, outputs = execute(f"%%hybridize\n{NOISY}\n40 + 2")

    assert reply["status"] == "ok"
    assert kinds(outputs) == ["execute_result", "display_data"]
    assert outputs[0]["content"]["data"]["text/plain"] == "42"
    assert MIME_TYPE in outputs[1]["content"]["data"]


def test_failed_cell_fails_for_the_front_end_too(execute):
    reply, outputs = execute("%%hybridize\n1 / 0")

    assert reply["status"] == "error"
    assert reply["ename"] == "ZeroDivisionError"
    assert kinds(outputs).count("error") == 1


def test_cell_may_await(execute):
    reply, outputs = execute("%%hybridize\nimport asyncio\nawait asyncio.sleep(0, 'slept')")

    assert reply["status"] == "ok"
    assert outputs[0]["content"]["data"]["text/plain"] == "'slept'"


def test_wrong_option_is_one_line_without_traceback(execute):
    reply, outputs = execute("%%hybridize --nope\n5")

    assert reply["status"] == "error"
    assert kinds(outputs) == ["stream"]
    assert outputs[0]["content"]["text"].count("\n") == 1


def test_cell_without_the_magic_is_left_alone(execute):
    reply, outputs = execute("1 + 1")

    assert reply["status"] == "ok"
    assert kinds(outputs) == ["execute_result"]


@pytest.mark.skipif(
    shutil.which("jupyter-hybridize", path=str(Path(sys.executable).parent)) is None, reason="no script"
)
def test_jupyter_finds_the_subcommand():
    scripts = Path(sys.executable).parent
    done = subprocess.run(
        [sys.executable, "-m", "jupyter", "hybridize", "--version"],
        capture_output=True,
        text=True,
        env={**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ.get('PATH', '')}"},
        timeout=PATIENCE,
    )

    assert done.stdout.startswith("jupyter-hybridize ")
    assert done.returncode == 0
