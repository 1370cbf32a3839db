"""Which sessions are kept, and when a notebook is analysed anew."""

from __future__ import annotations

import pytest

from jupyter_hybridize.results.evidence import Evidence
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Program
from jupyter_hybridize.surfaces.server.sessions import Sessions


def program(text="x = 1\n"):
    return Program((make_unit("n", [("a", text, None)]),))


@pytest.fixture
def analysts(monkeypatch):
    """Return the list of the sessions that analysed, in order."""
    asked = []
    update = Session.update

    def noted(self, *args):
        asked.append(self)
        return update(self, *args)

    monkeypatch.setattr(Session, "update", noted)
    return asked


def test_a_notebook_keeps_its_session_and_another_has_its_own(analysts):
    sessions = Sessions()
    for path, text in (("a", "x = 1\n"), ("a", "x = 2\n"), ("b", "x = 1\n")):
        sessions.report(path, program(text))
    assert analysts[0] is analysts[1] is not analysts[2]


def test_the_same_notebook_is_analysed_once_until_something_changes(analysts):
    sessions = Sessions()
    reports = [sessions.report("a", program()) for _ in range(2)]
    assert reports[0] is reports[1]
    sessions.report("a", program(), Evidence())
    sessions.report("a", program("x = 2\n"), Evidence())
    assert len(analysts) == 3


def test_the_least_recently_used_goes_first():
    sessions = Sessions(most=2)
    for path in ("a", "b", "a", "c"):
        sessions.report(path, program())
    assert sessions.paths == ("a", "c")


def test_much_code_drives_old_sessions_out():
    sessions = Sessions(most_characters=1_000)
    for path in ("a", "b", "c"):
        sessions.report(path, program(f"# {path} {'x' * 390}\n"))
    assert sessions.paths == ("b", "c")


def test_the_same_code_again_counts_once():
    sessions = Sessions(most_characters=1_000)
    sessions.report("a", program("x" * 300))
    for _ in range(10):
        sessions.report("b", program("y" * 500))
    assert sessions.paths == ("a", "b")


def test_a_session_that_grew_too_large_begins_anew(analysts):
    sessions = Sessions(most_characters=1_000)
    for text in ("x" * 900, "y" * 900, "z"):
        sessions.report("a", program(text))
    assert analysts[0] is analysts[1] is not analysts[2]
