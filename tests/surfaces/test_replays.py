"""Verification in a real kernel of what cannot be run there, and the button that stops one."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator

import pytest

pytest.importorskip("tensorflow")
pytest.importorskip("ipywidgets")
pytestmark = pytest.mark.tensorflow

from jupyter_hybridize.surfaces.result_payload import VERIFICATION_TYPE  # noqa: E402
from tests.surfaces.notebook_front_end import FrontEnd  # noqa: E402

CELLS = (
    "import tensorflow as tf, time\n%load_ext jupyter_hybridize\nx = tf.constant([1.0, 2.0])",
    "batches = iter(tf.data.Dataset.range(9))\ndef take(x):\n    return x * tf.cast(next(batches), tf.float32)",
    "def endless(x):\n    for _ in range(10**9):\n        x = x + 1\n    return x\nif False:\n    endless(x)",
    "y = take(x)",
)


@pytest.fixture(scope="module")
def kernel() -> Iterator[FrontEnd]:
    front_end = FrontEnd()
    front_end._ended = set()
    for cell in CELLS:
        front_end.run(cell)
    failed = front_end.start("missing")
    front_end.until(lambda: failed in front_end._ended)
    yield front_end
    front_end.close()


def verified(kernel: FrontEnd, command: str) -> dict[str, object]:
    kernel.shown.clear()
    kernel.run(command)
    result: dict[str, object] = kernel.bundle(VERIFICATION_TYPE)[VERIFICATION_TYPE]
    return result


def test_an_iterator_is_verified_in_a_replay_and_stays_where_it_was(kernel: FrontEnd) -> None:
    found = verified(kernel, "%hybridize verify take(x)\nnever = missing if not batches else 1")
    assert "in a replay of the cells" in str(found), found
    kernel.text = ""
    kernel.run("print('next:', next(batches).numpy())")
    assert "next: 1" in kernel.text


def test_cells_that_take_too_long_are_named_with_the_limit(kernel: FrontEnd) -> None:
    kernel.run("while 'get_ipython' not in globals():  # in a replay only\n    time.sleep(0.1)")
    for seconds in (5, 20, 100):  # a busy machine may be late with all that comes before, or with the answer
        found = str(verified(kernel, f"%hybridize verify --timeout {seconds} take(x)"))
        if "in a replay of the cells In [" in found:
            break
    assert "a tf.data iterator cannot be rewound; and in a replay of the cells In [" in found
    assert "] had not ended when its " in found


def test_stop_ends_a_verification_and_the_next_one_runs(kernel: FrontEnd) -> None:
    kernel.run("%hybridize widget endless")
    kernel.set("Call", value="endless(x)")
    kernel.click("Verify")
    kernel.until(lambda: "Verifying" in kernel.status)
    kernel.click("Stop")
    kernel.until(lambda: kernel.is_enabled("Verify") and "…" not in kernel.status)
    assert "was not verified: it was stopped" in kernel.status.replace("<code>", "").replace("</code>", "")


def test_the_process_for_replays_ends_with_the_extension(kernel: FrontEnd) -> None:
    if importlib.util.find_spec("psutil") is None:
        pytest.skip("psutil is not installed")
    children = "len([p for p in psutil.Process().children() if 'zygote_main' in ' '.join(p.cmdline())])"
    kernel.text = ""
    kernel.run(
        f"import psutil\nprint('before:', {children})\n%unload_ext jupyter_hybridize\nprint('after:', {children})"
    )
    assert "before: 1" in kernel.text
    assert "after: 0" in kernel.text
