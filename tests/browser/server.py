"""Starts JupyterLab on loopback, with the extension and everything that it writes in a folder of its own."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

import nbformat

from tests.patience import PATIENCE

TOKEN = "secret"
SETTINGS = {
    # its toast covers the sidebar and eats clicks
    "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    # a kernel for each notebook of each test would fill the memory
    "@jupyterlab/notebook-extension/tracker": {"kernelShutdown": True},
}


@dataclass(frozen=True)
class Lab:
    """A running server and the folder that it serves."""

    url: str
    folder: Path
    settings: Path
    log: Path

    def at(self, where: str) -> str:
        """Return the address of a page of this server."""
        return f"{self.url}/{where}?token={TOKEN}&reset"


@contextlib.contextmanager
def serve(root: Path, *flags: str, environment: Mapping[str, str] | None = None) -> Iterator[Lab]:
    """Serve a new folder below *root*; all that Jupyter writes goes below it too."""
    lab = Lab(f"http://127.0.0.1:{_free_port()}", root / "notebooks", root / "settings", root / "server.log")
    lab.folder.mkdir(parents=True)
    for name, settings in SETTINGS.items():
        write_settings(lab, name, settings)
    variables = _environment(root) | dict(environment or {})
    with lab.log.open("wb") as stream:
        process = _start(lab, flags, variables, stream)
        try:
            while not _is_up(process, lab):  # another program has taken the port meanwhile
                assert "already in use" in lab.log.read_text(), lab.log.read_text()
                stream.truncate(0)
                lab = replace(lab, url=f"http://127.0.0.1:{_free_port()}")
                process = _start(lab, flags, variables, stream)
            yield lab
        finally:
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:  # it waits for a kernel that was still starting
                process.kill()
                process.wait()


def write_settings(lab: Lab, name: str, settings: Mapping[str, object]) -> Path:
    """Write what a user has set in the plugin of this name."""
    path = lab.settings / f"{name}.jupyterlab-settings"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(settings))
    return path


def write_notebook(lab: Lab, name: str, *cells: str, language: str = "python") -> str:
    """Write a notebook of these code cells; a cell that begins with ``#`` and a space is one of text."""
    notebook = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": f"{language}3", "display_name": language, "language": language}}
    )
    notebook.metadata["language_info"] = {"name": language}
    for cell in cells:
        make = nbformat.v4.new_markdown_cell if cell.startswith("# ") else nbformat.v4.new_code_cell
        notebook.cells.append(make(cell))
    nbformat.write(notebook, lab.folder / name)
    return name


def _environment(root: Path) -> dict[str, str]:
    places = (
        "JUPYTER_CONFIG_DIR",
        "JUPYTER_DATA_DIR",
        "JUPYTER_RUNTIME_DIR",
        "JUPYTERLAB_WORKSPACES_DIR",
        "IPYTHONDIR",
    )
    own = {name: str(root / name.lower()) for name in places}
    return os.environ | own | {"JUPYTERLAB_SETTINGS_DIR": str(root / "settings"), "TF_CPP_MIN_LOG_LEVEL": "3"}


def _start(lab: Lab, flags: Sequence[str], environment: dict[str, str], log: IO[bytes]) -> subprocess.Popen[bytes]:
    port = lab.url.rpartition(":")[2]
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}"]
    command += ["--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}"]
    command += [f"--ServerApp.root_dir={lab.folder}", "--LabApp.expose_app_in_browser=True"]
    command += ["--JupyterNotebookApp.expose_app_in_browser=True", *flags]
    # jupyter-collaboration keeps a file in the folder that it was started in
    place = lab.folder.parent
    return subprocess.Popen(command, env=environment, cwd=place, stdout=log, stderr=subprocess.STDOUT)


def _is_up(process: subprocess.Popen[bytes], lab: Lab) -> bool:
    """Return whether the server is up, as soon as it is, or has ended."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{lab.url}/api/status?token={TOKEN}", timeout=10):
            return process.poll() is None
        time.sleep(0.2)  # the server cannot say when it is up
    assert process.poll() is not None, lab.log.read_text()
    return False


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
