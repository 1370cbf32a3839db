"""The sidebar's question, answered by a real kernel in which nothing of this package was loaded."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest
from jupyter_client.manager import start_new_kernel

from jupyter_hybridize.results.evidence import from_payload
from jupyter_hybridize.surfaces.kernel_question import PARTS, question
from tests.patience import PATIENCE
from tests.untraced import machine_seconds

STATE = "(sorted(__import__('sys').modules), sorted(globals()), len(In), get_ipython().execution_count)"


class Kernel:
    """One kernel, asked as the sidebar asks."""

    def __init__(self) -> None:
        self.manager, self.client = start_new_kernel(PATIENCE, kernel_name="python3")

    def close(self) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def run(self, code: str) -> Any:
        return self.client.execute(code, reply=True, timeout=PATIENCE)["content"]

    def evaluate(self, expression: str) -> Any:
        asked = {"told": expression}
        answer = self.client.execute("", silent=True, user_expressions=asked, reply=True, timeout=PATIENCE)
        return answer["content"]["user_expressions"]["told"]

    def ask(self, *names: str) -> Any:
        return self.evaluate(f"{question()}({json.dumps(names)})")["data"]["application/json"]

    def state(self) -> str:
        return str(self.evaluate(STATE)["data"]["text/plain"])


@pytest.fixture(scope="module")
def kernel() -> Iterator[Kernel]:
    started = Kernel()
    yield started
    started.close()


def test_the_names_asked_for_are_told_and_nothing_is_imported_or_changed(kernel: Kernel) -> None:
    kernel.run("x = (1, 2.0)")
    kernel.ask()  # reads the question's own text
    before = kernel.state()
    told = kernel.ask("x", "nothing", "range")
    assert kernel.state() == before
    assert "tensorflow" not in before
    assert told["names"] == {
        "x": {
            "kind": "sequence",
            "type": "tuple",
            "items": [{"kind": "scalar", "type": "int"}, {"kind": "scalar", "type": "float"}],
        }
    }
    assert told["absent"] == ["range"], "of names that are bound nowhere only builtins count"
    assert from_payload(told).names.keys() == {"x"}


def test_names_of_the_users_may_hide_those_of_python(kernel: Kernel) -> None:
    kernel.run("exec = compile = type = sorted = sys = 3")
    try:
        assert kernel.ask("exec")["names"] == {"exec": {"kind": "scalar", "type": "int"}}
    finally:
        kernel.run("del exec, compile, type, sorted, sys")


def test_what_was_run_is_told(kernel: Kernel) -> None:
    kernel.run("z = 1")
    first = kernel.ask("z")["ran"]
    kernel.run("z = 2")
    second = kernel.ask("z")["ran"]
    assert second["run"] == first["run"] + 1
    assert first["binders"]["z"] != second["binders"]["z"]


def test_without_the_magics_nobody_listens_and_with_them_what_was_recorded_is_told(kernel: Kernel) -> None:
    assert not {"listening", "calls"} & kernel.ask().keys()
    kernel.run("%load_ext jupyter_hybridize")
    assert kernel.ask()["listening"] == []
    kernel.run("%%hybridize\ndef half(number):\n    return number / 2\nhalf(3)")
    assert [call["function"] for call in kernel.ask()["calls"]] == ["half"]
    kernel.run("%unload_ext jupyter_hybridize")
    assert "calls" not in kernel.ask()


def test_an_answer_takes_a_few_milliseconds(kernel: Kernel) -> None:
    kernel.run("for number in range(400):\n    globals()[f'value_{number}'] = [number]")
    names = [f"value_{number}" for number in range(400)]

    def seconds() -> float:
        began = time.perf_counter()
        kernel.ask(*names)
        return time.perf_counter() - began

    # 7 ms on an idle machine; on another it may have to wait for its turn, but not each time
    assert any(seconds() < machine_seconds(0.5) for _ in range(50))


@pytest.mark.parametrize("part", PARTS)
def test_its_parts_need_nothing_of_this_package(part: str) -> None:
    path = sys.modules["jupyter_hybridize"].__path__[0]
    code = f"import runpy, sys; runpy.run_path({path!r} + '/surfaces/{part}.py'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {"jupyter_hybridize", "numpy", "IPython", "tensorflow"} & set(loaded.split())
