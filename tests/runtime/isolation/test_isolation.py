"""A callable runs in a forked child: what it answers, how else it may end, and that this process stays as it was."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from jupyter_hybridize.runtime.isolation.isolated import Ending, Isolated, Limits, can_fork, run_isolated
from tests.patience import GROWING, PATIENCE, as_soon_as, interrupt, wait_until
from tests.processes import has_ended

pytestmark = pytest.mark.skipif(can_fork() is not None, reason="this platform is not forked on")

SOON = Limits(PATIENCE)
SHORT = Limits(seconds=0.3)


def run(work: Callable[[str], object], limits: Limits = SOON) -> Isolated:
    return run_isolated(work, limits)


def loop_for_ever(folder: str) -> object:
    while True:
        pass


def open_descriptors() -> set[str]:
    return set(os.listdir("/dev/fd"))


def write_at_once(path: Path, text: str) -> None:
    """Have *path* exist with all of its text as soon as it exists."""
    part = path.with_suffix(".part")
    part.write_text(text, encoding="ascii")
    part.replace(path)


def interrupted(work: Callable[[], object], *moments: float) -> bool:
    """Send this process an interrupt at each moment (seconds from now); return whether *work* was cut off by one."""
    timers = [threading.Timer(moment, os.kill, (os.getpid(), signal.SIGINT)) for moment in moments]
    is_cut_off = False
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # none gets lost, and every timer begins
        for timer in timers:
            timer.start()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        work()
    except KeyboardInterrupt:
        is_cut_off = True
    while any(timer.is_alive() for timer in timers):
        with contextlib.suppress(KeyboardInterrupt):
            for timer in timers:
                timer.join()
    with contextlib.suppress(KeyboardInterrupt):
        sum(range(1000))  # so that Python looks at the last one
    return is_cut_off


def test_the_answer_comes_back_as_json() -> None:
    result = run(lambda folder: {"process": os.getpid(), "items": (1, 2.5, None, "é")})
    assert result.ending is Ending.ANSWERED
    assert isinstance(result.answer, dict)
    assert result.answer["items"] == [1, 2.5, None, "é"]
    assert result.answer["process"] != os.getpid()


def test_an_answer_larger_than_a_pipe_arrives_whole() -> None:
    result = run(lambda folder: "x" * 1_000_000)
    assert result.answer == "x" * 1_000_000


def test_an_answer_over_the_cap_is_not_taken() -> None:
    result = run(lambda folder: "x" * 100_000, Limits(PATIENCE, answer=10_000))
    assert (result.ending, result.answer) == (Ending.TOO_LARGE, None)


def test_what_the_callable_raises_is_its_reason() -> None:
    result = run(lambda folder: int("one"))
    assert result.ending is Ending.FAILED
    assert result.reason.startswith("ValueError: invalid literal")


def test_a_result_that_is_no_json_fails() -> None:
    assert run(lambda folder: object()).ending is Ending.FAILED


def test_sys_exit_does_not_end_this_process() -> None:
    result = run(lambda folder: sys.exit(3))
    assert (result.ending, result.reason) == (Ending.FAILED, "SystemExit: 3")


def test_an_endless_loop_is_hung_at_the_limit() -> None:
    result = run(loop_for_ever, SHORT)
    assert result.ending is Ending.HUNG
    assert 0.3 <= result.seconds < PATIENCE


def test_a_segmentation_fault_is_a_crash() -> None:
    result = run(lambda folder: os.kill(os.getpid(), signal.SIGSEGV))
    assert (result.ending, result.reason) == (Ending.CRASHED, "its process died of SIGSEGV")


def test_a_process_that_exits_without_an_answer_has_crashed() -> None:
    result = run(lambda folder: os._exit(7))
    assert (result.ending, result.reason) == (Ending.CRASHED, "its process exited with status 7")


def test_whatever_the_child_started_is_killed_with_it(tmp_path: Path) -> None:
    note = tmp_path / "process"

    def start_and_wait(folder: str) -> object:
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(6000)"])
        write_at_once(note, str(child.pid))
        return loop_for_ever(folder)

    for seconds in GROWING:
        assert run(start_and_wait, Limits(seconds)).ending is Ending.HUNG
        if note.exists():
            break
    wait_until(lambda: has_ended(int(note.read_text(encoding="ascii"))))


def test_an_interrupt_kills_and_reaps_the_child_and_is_raised_here(tmp_path: Path) -> None:
    note = tmp_path / "process"

    def note_and_loop(folder: str) -> object:
        write_at_once(note, str(os.getpid()))
        return loop_for_ever(folder)

    before = open_descriptors()
    with pytest.raises(KeyboardInterrupt), as_soon_as(note.exists, interrupt):
        run(note_and_loop)
    assert not Path(f"/proc/{note.read_text(encoding='ascii')}").exists()
    assert open_descriptors() == before
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_interrupts_at_any_moment_leave_nothing_behind() -> None:
    before = open_descriptors()
    for number in range(12):
        interrupted(lambda: run(lambda folder: 1), 0.002 * number, 0.002 * number + 0.001)
    assert open_descriptors() == before
    assert_no_child_is_left()


def assert_no_child_is_left() -> None:
    try:
        waiting = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return
    assert waiting is None


def test_fifty_runs_leave_no_process_no_descriptor_and_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = open_descriptors()
    for number in range(50):
        assert run(lambda folder, n=number: [n, os.listdir(folder)]).answer == [number, []]  # type: ignore[misc]
    assert open_descriptors() == before
    assert list(tmp_path.iterdir()) == []
    assert_no_child_is_left()


def test_a_descriptor_that_can_be_read_cancels() -> None:
    reading, writing = os.pipe()
    try:
        os.write(writing, b"stop")
        assert run(loop_for_ever, Limits(PATIENCE, watched=reading)).ending is Ending.CANCELLED
    finally:
        os.close(reading)
        os.close(writing)


def test_this_process_prints_what_is_in_its_buffers_once(tmp_path: Path) -> None:
    program = (
        "import sys; from jupyter_hybridize.runtime.isolation.isolated import *\n"
        "sys.stdout.write('once ')\n"
        "run_isolated(lambda folder: (print('never'), sys.stdout.flush(), sys.__stdout__.flush())[0], Limits(600.0))\n"
        "sys.stdout.write('and last')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("once and last", "")


def test_output_past_python_is_dropped_too(capfd: pytest.CaptureFixture[str]) -> None:
    run(lambda folder: [os.write(1, b"out"), os.write(2, b"error")])
    assert capfd.readouterr() == ("", "")


def test_an_open_file_is_neither_written_nor_moved(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("abcdef", encoding="ascii")
    with path.open("r+b", buffering=0) as both, path.open("rb", buffering=0) as reading:
        reading.read(2)
        result = run(lambda folder: [both.write(b"XYZ"), reading.read(3).decode()])
        assert result.answer == [3, "cde"]
        assert (both.tell(), reading.tell()) == (0, 2)
    assert path.read_text(encoding="ascii") == "abcdef"


def test_a_connection_carries_nothing_of_the_childs() -> None:
    here, there = socket.socketpair()
    with here, there:
        there.setblocking(False)
        run(lambda folder: _try(lambda: here.send(b"from the child")))
        with pytest.raises(BlockingIOError):
            there.recv(100)


def _try(action: Callable[[], object]) -> str | None:
    try:
        action()
    except OSError as error:
        return errno.errorcode[error.errno or 0]
    return None


def test_asking_for_input_fails_at_once() -> None:
    assert run(lambda folder: input("name? ")).reason.startswith("EOFError: there is nobody to ask")


def test_a_handler_of_this_process_is_not_called_in_the_child() -> None:
    called: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, frame: called.append(number))
    try:
        result = run(lambda folder: os.kill(os.getpid(), signal.SIGTERM))
    finally:
        signal.signal(signal.SIGTERM, before)
    assert result.reason == "its process died of SIGTERM"
    assert called == []


def test_a_thread_that_holds_a_lock_hangs_only_the_child() -> None:
    lock = threading.Lock()
    with lock:
        assert run(lambda folder: lock.acquire(), SHORT).ending is Ending.HUNG


def test_a_fork_beside_threads_warns_nobody() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        with warnings.catch_warnings(record=True) as seen:
            warnings.simplefilter("always")
            run(lambda folder: 1)
        assert seen == []
    finally:
        stop.set()
        thread.join()


def test_it_works_from_a_thread() -> None:
    found: list[Isolated] = []
    thread = threading.Thread(target=lambda: found.append(run(lambda folder: 5)))
    thread.start()
    thread.join()
    assert found[0].answer == 5


def test_logging_in_the_child_reaches_no_file_of_this_process(tmp_path: Path) -> None:
    path = tmp_path / "run.log"
    handler = logging.FileHandler(path)
    logger = logging.getLogger("test_isolation")
    logger.addHandler(handler)
    try:
        run(lambda folder: logger.warning("from the child"))
    finally:
        logger.removeHandler(handler)
        handler.close()
    assert path.read_text(encoding="utf-8") == ""


def test_the_child_dies_with_this_process(tmp_path: Path) -> None:
    """A process forks a child that loops, and is killed itself; the child must not survive it."""
    note = tmp_path / "process"
    program = (
        "import os; from jupyter_hybridize.runtime.isolation.isolated import *\n"
        "def work(folder):\n"
        f"    note = {str(note)!r}\n"
        "    open(note + '.part', 'w').write(str(os.getpid())); os.rename(note + '.part', note)\n"
        "    while True: pass\n"
        "run_isolated(work, Limits(600.0))\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], env={**os.environ, "TMPDIR": str(tmp_path)})
    wait_until(note.exists)
    parent.kill()
    parent.wait()
    wait_until(lambda: has_ended(int(note.read_text(encoding="ascii"))))


@pytest.mark.tensorflow
def test_a_process_with_an_accelerator_open_is_not_forked() -> None:
    tf = pytest.importorskip("tensorflow")
    from tensorflow.python.eager import context

    tf.constant(1)
    assert can_fork() is None
    own = context.context()
    before = own._physical_devices
    own._physical_devices = [*before, tf.config.PhysicalDevice("/physical_device:GPU:0", "GPU")]
    try:
        assert can_fork() == "TensorFlow has opened a GPU, which a forked process cannot use"
        assert run(lambda folder: 1).ending is Ending.IMPOSSIBLE
    finally:
        own._physical_devices = before
