"""Programs to check, and the command in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner, Result
from nbformat import v4

from jupyter_hybridize.surfaces.cli import main

REFUSED = """\
import tensorflow as tf

def noisy(x, w):
    print("called")
    for _ in tf.range(100):
        x = tf.tanh(tf.matmul(x, w))
    return x

for _ in range(1000):
    noisy(tf.ones([8, 8]), tf.ones([8, 8]))
"""
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return the command line, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(main, list(args), catch_exceptions=False)


@pytest.fixture
def notebook() -> Callable[..., str]:
    """Return a maker of notebooks that begin with a cell of text."""

    def make(name: str, *cells: str) -> str:
        nbformat.write(v4.new_notebook(cells=[v4.new_markdown_cell("# Text"), *map(v4.new_code_cell, cells)]), name)
        return name

    return make
