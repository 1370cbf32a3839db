"""Cells are replayed in a child of a process that has imported TensorFlow, and a job is done on what they bound."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("tensorflow")

from jupyter_hybridize.runtime.isolation.isolated import Ending, platform_objection
from jupyter_hybridize.runtime.isolation.replay import cell_file, cell_number
from jupyter_hybridize.runtime.isolation.zygote import ReplayError, Zygote
from tests.patience import GROWING, PATIENCE, as_soon_as, interrupt, wait_until
from tests.processes import children_of, has_ended

pytestmark = [
    pytest.mark.tensorflow,
    pytest.mark.skipif(platform_objection() is not None, reason="this platform is not forked on"),
]

JOBS = """
import os

SECRET = 1

def names(namespace, arguments):
    return {"names": [name for name in namespace if not name.startswith("_")], "arguments": arguments}

def values(namespace, arguments):
    return {name: namespace[name] for name in arguments["names"]}

def folder(namespace, arguments):
    return {"files": os.listdir("."), "folder": os.getcwd()}

def loop(namespace, arguments):
    while True:
        pass

def no_json(namespace, arguments):
    return {"object": object()}
"""


@pytest.fixture(scope="module")
def zygote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zygote]:
    folder = tmp_path_factory.mktemp("jobs")
    (folder / "replay_jobs").mkdir()
    (folder / "replay_jobs" / "__init__.py").write_text("", encoding="utf-8")
    (folder / "replay_jobs" / "some.py").write_text(JOBS, encoding="utf-8")
    sys.path.append(str(folder))
    try:
        with Zygote("replay_jobs") as started:
            yield started
    finally:
        sys.path.remove(str(folder))


def failure(zygote: Zygote, *cells: str, job: str = "some.names", timeout: float = PATIENCE) -> ReplayError:
    with pytest.raises(ReplayError) as caught:
        zygote.run(cells, job, {}, timeout)
    return caught.value


TRAINING = [
    """
import tensorflow as tf, keras
keras.utils.set_random_seed(0)
print("noise")
""",
    """
model = keras.Sequential([keras.layers.Dense(8, "relu"), keras.layers.Dense(1)])
optimizer = keras.optimizers.Adam(0.01)
x, y, big = tf.random.normal([8, 4]), tf.random.normal([8, 1]), tf.random.normal([1024, 1024])
""",
    """
def step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((model(x) - y) ** 2)
        if loss > 1e9:
            loss = loss * 2.0
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss
""",
    """
losses = [float(step(x, y)) for _ in range(3)]
graph = tf.function(step)
losses += [float(graph(x, y)) for _ in range(3)]
size = tf.matmul(big, big).numpy().shape
model.compile("sgd", "mse")
history = model.fit(x, y, verbose=0).history["loss"]
""",
]


def test_cells_that_execute_train_and_fit_run_to_their_end(zygote: Zygote) -> None:
    answer = zygote.run(TRAINING, "some.values", {"names": ["losses", "size", "history"]}, PATIENCE)
    assert answer["size"] == [1024, 1024]
    assert answer["losses"] == sorted(answer["losses"], reverse=True)
    assert len(answer["losses"]) == 6


def test_a_replay_starts_from_nothing(zygote: Zygote) -> None:
    answer = zygote.run(["a = 1", "b = a + 1"], "some.names", {"x": [1]})
    assert answer == {"names": ["display", "a", "b"], "arguments": {"x": [1]}}
    assert zygote.run(["c = 1"], "some.names", {})["names"] == ["display", "c"]


def test_a_replay_runs_in_an_empty_folder_that_is_removed(zygote: Zygote) -> None:
    answer = zygote.run(["open('mine.txt', 'w').close()"], "some.folder", {})
    assert answer["files"] == ["mine.txt"]
    assert not os.path.exists(answer["folder"])
    assert zygote.run([], "some.folder", {})["files"] == []


def test_autograph_finds_the_text_of_a_cell(zygote: Zygote) -> None:
    cells = [
        "import tensorflow as tf\n@tf.function\ndef f(x):\n    if x > 0:\n        return x\n    return -x",
        "result = float(f(tf.constant(-2.0)))",
    ]
    assert zygote.run(cells, "some.values", {"names": ["result"]}) == {"result": 2.0}


def test_the_name_of_a_cell_leads_back_to_its_number() -> None:
    assert cell_number(cell_file(12)) == 12
    assert [cell_number(file) for file in ("<cell x>", "cell 1", "<stdin>", "a.py")] == [None] * 4


def test_a_cell_finds_its_own_names_as_main(zygote: Zygote) -> None:
    cells = ["import __main__, pickle\nclass A: pass\nfound = __main__.A is A and len(pickle.dumps(A())) > 0"]
    assert zygote.run(cells, "some.values", {"names": ["found"]}) == {"found": True}


def test_figures_and_displays_go_nowhere(zygote: Zygote) -> None:
    pytest.importorskip("matplotlib")
    cells = ["import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\ndisplay(1)\nbackend = plt.get_backend()"]
    assert zygote.run(cells, "some.values", {"names": ["backend"]})["backend"].lower() == "agg"


def test_a_cell_that_raises_is_named(zygote: Zygote) -> None:
    error = failure(zygote, "a = 1", "a / 0")
    assert (error.cell, error.ending, error.reason) == (1, Ending.FAILED, "ZeroDivisionError: division by zero")


@pytest.mark.parametrize(
    ("cell", "beginning"),
    [
        ("a = (", "SyntaxError: "),
        ("import sys; sys.exit(2)", "SystemExit: 2"),
        ("input('name?')", "EOFError: there is nobody to ask for input"),
        ("import getpass; getpass.getpass()", "EOFError: there is nobody to ask for input"),
        ("open('data.csv')", "FileNotFoundError: "),
        ("import subprocess; subprocess.run(['ls'])", "PermissionError: it would use `subprocess.Popen`"),
        ("import os; os.system('ls')", "PermissionError: it would use `os.system`"),
        ("import os; os.fork()", "PermissionError: it would use `os.fork`"),
        ("import os; os.kill(os.getppid(), 9)", "PermissionError: it would use `os.kill`"),
        ("import socket; socket.create_connection(('127.0.0.1', 9))", "PermissionError: it would use `socket"),
    ],
)
def test_a_cell_that_cannot_be_replayed_says_why(zygote: Zygote, cell: str, beginning: str) -> None:
    error = failure(zygote, "a = 1", cell)
    assert (error.cell, error.ending) == (1, Ending.FAILED)
    assert error.reason.startswith(beginning)


@pytest.mark.parametrize(
    "cell",
    [
        "open(path, 'a')",
        "import os; os.remove(path)",
        "import os; os.truncate(path, 0)",
        "from pathlib import Path; Path(path).write_text('lost')",
        "import os; os.open(path, os.O_RDWR)",
        "import shutil, os; shutil.rmtree(os.path.dirname(path))",
        "import os; os.rename(path, 'mine.txt')",
    ],
)
def test_a_file_elsewhere_stays_as_it_is(zygote: Zygote, tmp_path: Path, cell: str) -> None:
    path = tmp_path / "precious.txt"
    path.write_text("precious", encoding="ascii")
    assert failure(zygote, f"path = {str(path)!r}", cell).reason.startswith("PermissionError: it would change the file")
    assert path.read_text(encoding="ascii") == "precious"


@pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux kernel")
def test_native_code_cannot_write_elsewhere_either(zygote: Zygote, tmp_path: Path) -> None:
    path = tmp_path / "precious.txt"
    path.write_text("precious", encoding="ascii")
    error = failure(zygote, "import tensorflow as tf", f"tf.io.write_file({str(path)!r}, 'lost')")
    assert (error.cell, error.ending) == (1, Ending.FAILED)
    assert "PermissionDenied" in error.reason
    assert path.read_text(encoding="ascii") == "precious"
    cells = ["import tensorflow as tf", "tf.io.write_file('mine.txt', 'a'); size = len(open('mine.txt').read())"]
    assert zygote.run(cells, "some.values", {"names": ["size"]}) == {"size": 1}


def test_a_cell_that_hangs_is_named(zygote: Zygote) -> None:
    for seconds in GROWING:
        error = failure(zygote, "a = 1", "while True: pass", timeout=seconds)
        if error.cell == 1:
            break
    assert (error.cell, error.ending) == (1, Ending.HUNG)


def test_a_job_that_hangs_is_no_cells_fault(zygote: Zygote) -> None:
    for seconds in GROWING:
        error = failure(zygote, "a = 1", job="some.loop", timeout=seconds)
        if error.cell is None:
            break
    assert (error.cell, error.ending) == (None, Ending.HUNG)


def test_a_cell_that_crashes_is_named(zygote: Zygote) -> None:
    error = failure(zygote, "import os, signal", "os.kill(os.getpid(), signal.SIGSEGV)")
    assert (error.cell, error.ending, error.reason) == (1, Ending.CRASHED, "its process died of SIGSEGV")


def test_an_answer_that_is_no_json_is_a_failure_of_the_job(zygote: Zygote) -> None:
    error = failure(zygote, job="some.no_json")
    assert (error.cell, error.ending) == (None, Ending.FAILED)
    assert error.reason.startswith("TypeError: ")


@pytest.mark.parametrize("job", ["some.absent", "absent.names", "some.os", "some.SECRET", "some._names", "names", ""])
def test_only_a_function_of_the_package_is_a_job(zygote: Zygote, job: str) -> None:
    assert failure(zygote, job=job).reason == f"UnknownJobError: `{job}` is no job"


def test_an_interrupt_stops_the_replay_and_keeps_the_zygote(zygote: Zygote) -> None:
    zygote.start()
    before = zygote._process
    assert before is not None
    with pytest.raises(KeyboardInterrupt), as_soon_as(lambda: children_of(before.pid), interrupt):
        zygote.run(["while True: pass"], "some.names", {}, PATIENCE)
    assert zygote.run(["a = 1"], "some.names", {})["names"] == ["display", "a"]
    assert zygote._process is before


def test_twenty_replays_leave_no_descriptor(zygote: Zygote) -> None:
    zygote.start()
    before = set(os.listdir("/dev/fd"))
    for number in range(20):
        assert zygote.run([f"a = {number}"], "some.values", {"names": ["a"]}) == {"a": number}
    assert set(os.listdir("/dev/fd")) == before


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_zygote_and_its_child_die_with_the_kernel(tmp_path: Path) -> None:
    program = (
        "from jupyter_hybridize.runtime.isolation.zygote import Zygote\n"
        "Zygote().run(['while True: pass'], 'op_state.state_kind', {}, 600.0)\n"
    )
    kernel = subprocess.Popen([sys.executable, "-c", program], env={**os.environ, "TMPDIR": str(tmp_path)})
    wait_until(lambda: children_of(kernel.pid) and children_of(children_of(kernel.pid)[0]))
    (started,) = children_of(kernel.pid)
    (child,) = children_of(started)
    kernel.kill()
    kernel.wait()
    wait_until(lambda: has_ended(started) and has_ended(child))
    assert list(tmp_path.iterdir()) == []


def test_a_zygote_that_was_lost_is_started_again_and_can_be_closed_twice(zygote: Zygote) -> None:
    zygote.start()
    lost = zygote._process
    assert lost is not None
    lost.kill()
    lost.wait()
    assert zygote.run(["a = 1"], "some.names", {})["names"] == ["display", "a"]
    zygote.close()
    zygote.close()
    assert zygote._process is None
