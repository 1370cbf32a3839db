"""Commands that are given to the shell through IPython bind no name; magics that run code may bind any."""

from __future__ import annotations

import pytest

from tests.interpreter.programs import notebook, revealed


@pytest.mark.parametrize(
    "call",
    [
        "get_ipython().system_raw('tensorboard --logdir {} &'.format('logs'))",
        "get_ipython().system('ls')",
        "files = get_ipython().getoutput('ls')",
    ],
)
def test_a_command_of_the_shell_leaves_every_name_as_it_is(call: str) -> None:
    assert revealed(notebook("x = 3", call, "reveal(x)")) == ["3"]


def test_a_magic_that_runs_code_may_bind_any_name() -> None:
    magic = "get_ipython().run_line_magic('run', 'other.py')"
    assert revealed(notebook("x = 3", magic, "reveal(x)")) == []  # `reveal` itself, too
