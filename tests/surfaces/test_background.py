"""The thread that trials run on, and the cells that it makes way for."""

import io
import os
import signal
import threading

import pytest
from IPython.core.error import InputRejected
from IPython.core.interactiveshell import InteractiveShell

from jupyter_hybridize.surfaces.background import Background
from jupyter_hybridize.surfaces.cell_abortion import abort_cell
from jupyter_hybridize.surfaces.gate import BUSY, LATE, Gate
from tests.patience import PATIENCE, as_soon_as


def test_job_runs_on_another_thread_until_it_is_told_to_stop():
    background, seen = Background(), []

    def job(stop):
        while not stop():
            pass
        seen.append(threading.current_thread())

    assert background.start(job)
    assert background.is_running
    assert not background.start(job)
    assert background.finish() is True
    assert not background.is_running
    assert seen
    assert seen[0] is not threading.current_thread()


def test_next_job_is_not_told_to_stop_by_the_last():
    background, answers = Background(), []
    for _ in range(2):
        background.start(lambda stop: answers.append(stop()))
        while background.is_running:
            pass
        background.stop()

    assert answers == [False, False]


def test_finishing_without_a_job_does_nothing():
    assert Background().finish() is True


def test_interrupt_ends_the_wait_but_not_the_job():
    background, restored = Background(), threading.Event()
    background._stderr = told = io.StringIO()
    before = signal.signal(signal.SIGINT, signal.default_int_handler)

    def job(stop):
        while not stop():
            pass
        os.kill(os.getpid(), signal.SIGINT)  # while the other thread waits
        restored.wait(PATIENCE)

    try:
        background.start(job)
        assert background.finish() is False
        assert background.is_running
        with as_soon_as(told.getvalue, restored.set):
            assert background.finish() is True
    finally:
        signal.signal(signal.SIGINT, before)
    assert not background.is_running
    assert "has put your state back" in told.getvalue()


@pytest.fixture
def shell():
    InteractiveShell.clear_instance()
    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()


def test_only_the_next_cell_is_rejected(shell, capsys):
    abort_cell(shell)
    result = shell.run_cell("x = 1")

    assert isinstance(result.error_before_exec, InputRejected)
    assert "x" not in shell.user_ns
    assert shell.run_cell("x = 2").success


class Message:
    """The message a kernel is handling; its date is the front end's."""

    def __init__(self):
        self.date = None

    def get_parent(self):
        return {"header": {"date": self.date}}


def test_gate_is_shut_while_a_cell_runs(shell):
    entered = []
    gate = Gate(shell, lambda: entered.append(1))
    assert gate.refusal() == BUSY

    shell.user_ns["ask"] = gate.refusal
    gate._leave(None)
    assert gate.refusal() is None
    assert shell.run_cell("answer = ask()").success
    assert shell.user_ns["answer"] == BUSY
    assert entered == [1]
    assert gate.refusal() is None
    gate.close()


@pytest.mark.parametrize("hours_off", [0, -5, 3])
def test_click_sent_before_the_cell_ended_is_late_whatever_the_front_ends_clock(shell, hours_off):
    import datetime
    import time

    def front_end_clock(seconds_ago):
        moment = datetime.datetime.fromtimestamp(time.time() - seconds_ago, datetime.timezone.utc)
        return moment + datetime.timedelta(hours=hours_off)

    shell.kernel = message = Message()
    message.date = front_end_clock(0.01)
    gate = Gate(shell, lambda: None)
    gate._leave(None)

    message.date = front_end_clock(500.0)
    assert gate.refusal() == LATE
    gate._ended -= 1000.0
    message.date = front_end_clock(0.01)
    assert gate.refusal() is None
    gate.close()
