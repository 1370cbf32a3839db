"""What Jupyter says of an environment in which the wheel is installed."""

from __future__ import annotations

import re

from tests.packaging.outcome import Installation

COLOURS = re.compile(r"\x1b\[\d*m")


def test_jupyterlab_finds_the_sidebar_enabled_and_compatible(installation: Installation) -> None:
    said = COLOURS.sub("", installation.run("-m", "jupyterlab.labextensions", "list"))
    assert re.search(r"jupyter-hybridize v[\d.]+ enabled OK \(python, jupyter-hybridize\)", said), said


def test_server_finds_the_extension_enabled_and_valid(installation: Installation) -> None:
    said = COLOURS.sub("", installation.run("-m", "jupyter_server.extension.serverextension", "list"))
    assert re.search(r"jupyter_hybridize enabled", said), said
    assert re.search(r"jupyter_hybridize [\d.]+ OK", said), said


def test_environment_runs_the_installed_package_and_not_this_tree(installation: Installation) -> None:
    where = installation.run("-c", "import jupyter_hybridize; print(jupyter_hybridize.__file__)")
    assert where.startswith(str(installation.python.parents[1]))
