"""Starts JupyterLab on loopback, with the extension, and opens notebooks in Chromium."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import nbformat
import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

CHROMIUM = os.environ.get("HYBRIDIZE_CHROMIUM", shutil.which("chromium") or "")
TOKEN = "secret"
PATIENCE = 20_000  # milliseconds: the machines that run the tests are shared
NOTIFICATIONS = Path("@jupyterlab", "apputils-extension", "notification.jupyterlab-settings")
THEMES = Path("@jupyterlab", "apputils-extension", "themes.jupyterlab-settings")
CELLS = "window.jupyterapp.shell.currentWidget.content.model.sharedModel.cells"
NEWS = {"fetchNews": "false", "checkForUpdates": False}  # its toast covers the sidebar and eats clicks
expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True)
class Lab:
    """A running server and the folder that it serves."""

    url: str
    folder: Path
    settings: Path
    log: Path


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    missing = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(missing)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait_until_up(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    end = time.monotonic() + 90
    while time.monotonic() < end:
        assert process.poll() is None, log.read_text()
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{url}/api/status?token={TOKEN}", timeout=1):
            return
        time.sleep(0.2)  # the server cannot say when it is up
    raise AssertionError(log.read_text())


@contextlib.contextmanager
def serve(root: Path, *flags: str) -> Iterator[Lab]:
    """Serve a new folder below *root*; all that Jupyter writes goes below it too."""
    folder, settings, log = root / "notebooks", root / "settings", root / "server.log"
    folder.mkdir(parents=True)
    (settings / NOTIFICATIONS).parent.mkdir(parents=True)
    (settings / NOTIFICATIONS).write_text(json.dumps(NEWS))
    places = (
        "JUPYTER_CONFIG_DIR",
        "JUPYTER_DATA_DIR",
        "JUPYTER_RUNTIME_DIR",
        "JUPYTERLAB_WORKSPACES_DIR",
        "IPYTHONDIR",
    )
    environment = os.environ | {name: str(root / name.lower()) for name in places}
    environment |= {"JUPYTERLAB_SETTINGS_DIR": str(settings), "TF_CPP_MIN_LOG_LEVEL": "3"}
    port = _free_port()
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}"]
    command += ["--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={folder}"]
    command += ["--LabApp.expose_app_in_browser=True", "--JupyterNotebookApp.expose_app_in_browser=True", *flags]
    with log.open("wb") as stream:
        process = _start(command, environment, stream)
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_until_up(process, url, log)
            yield Lab(url, folder, settings, log)
        finally:
            process.terminate()
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:  # it waits for a kernel that was still starting
                process.kill()
                process.wait()


def _start(command: Sequence[str], environment: dict[str, str], log: IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT)


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with serve(tmp_path_factory.mktemp("lab")) as running:
        yield running


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage"]
    flags += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": flags}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    return browser_context_args | {"viewport": {"width": 1360, "height": 820}}


@pytest.fixture
def errors(page: Page) -> Iterator[list[str]]:
    """The errors that the page logs about us; a test that uses it fails where there are some."""
    found: list[str] = []

    def on_message(message: ConsoleMessage) -> None:
        if message.type == "error" and "hybridize" in f"{message.text}{message.location}".lower():
            found.append(message.text)

    page.on("console", on_message)
    page.on("pageerror", lambda error: found.append(str(error)) if "hybridize" in (error.stack or "") else None)
    yield found
    assert not found


Write = Callable[..., Path]


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


class Sidebar:
    """The panel beside one notebook, as a user sees it."""

    def __init__(self, page: Page, lab: Lab) -> None:
        self.page = page
        self.lab = lab
        self.panel = page.get_by_role("region", name="Hybridize")

    def open(self, name: str, app: str = "lab") -> Sidebar:
        """Open the notebook and show the panel."""
        where = "lab/tree" if app == "lab" else "notebooks"
        self.page.goto(f"{self.lab.url}/{where}/{name}?token={TOKEN}&reset")
        self.page.locator("#jupyterlab-splash").wait_for(state="detached")
        self.page.locator(".jp-Notebook .jp-Cell").first.wait_for()
        self.page.wait_for_function("window.jupyterapp?.commands.hasCommand('jupyter-hybridize:show')")
        self.page.evaluate("window.jupyterapp.commands.execute('jupyter-hybridize:show')")
        self.panel.wait_for()
        return self

    @property
    def names(self) -> list[str]:
        return self.panel.locator(".jp-Hybridize-name").all_inner_texts()

    def item(self, name: str):  # type: ignore[no-untyped-def]  # a Locator
        return self.panel.locator(f'[data-function="{name}"]')

    def source(self, cell: int) -> str:
        """Return the text of the cell as the notebook holds it."""
        return str(self.page.evaluate(f"at => {CELLS}[at].getSource()", cell))

    def expect_source(self, cell: int, text: str) -> None:
        """Wait until the cell reads so."""
        script = f"([at, text]) => {CELLS}[at].getSource() === text"
        with contextlib.suppress(Exception):
            self.page.wait_for_function(script, arg=[cell, text], timeout=PATIENCE)
        assert self.source(cell) == text

    def editor(self, cell: int):  # type: ignore[no-untyped-def]  # a Locator
        return self.page.locator(f'.jp-Cell[data-windowed-list-index="{cell}"] .cm-content')


@pytest.fixture
def sidebar(page: Page, lab: Lab) -> Sidebar:
    return Sidebar(page, lab)
