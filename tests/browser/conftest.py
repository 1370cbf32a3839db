"""Opens notebooks in Chromium, in one page for all tests, and looks at the sidebar as a user does."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Locator, Page, expect

from .server import Lab, serve
from .server import write_notebook as write_notebook

CHROMIUM = os.environ.get("HYBRIDIZE_CHROMIUM", shutil.which("chromium") or "")
PATIENCE = 60_000  # milliseconds: the machines that run the tests are shared
FLASH_STAYS = """() => {
    const usual = window.setTimeout;
    window.setTimeout = (action, delay, ...more) => usual(action, delay === 2000 ? 1e9 : delay, ...more);
    window.letFlashEnd = () => { window.setTimeout = usual; };
}"""
CELLS = "window.jupyterapp.shell.currentWidget.content.model.sharedModel.cells"
# A notebook is the current one once it has the focus, which it is given some time after it has been opened; its cells
# may come later still.
CURRENT = """name => {
    const context = window.jupyterapp.shell.currentWidget?.context;
    return context?.localPath === name && context.isReady;
}"""
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    missing = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(missing)
            item.add_marker(pytest.mark.xdist_group(item.path.stem))  # a page is shared, and so is a kernel


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


@pytest.fixture(scope="session")
def tabs(browser: Browser, browser_context_args: dict[str, object]) -> Iterator[BrowserContext]:
    context = browser.new_context(**browser_context_args)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture(scope="session")
def kept() -> list[Page]:
    return []


@pytest.fixture
def page(request: pytest.FixtureRequest, tabs: BrowserContext, kept: list[Page]) -> Iterator[Page]:
    """The page that the tests share, as JupyterLab takes 4 s to start; a failure costs the next test a new one."""
    failed = request.session.testsfailed
    if not kept:
        kept.append(tabs.new_page())
    yield kept[0]
    if request.session.testsfailed > failed:
        kept.pop().close()


@contextlib.contextmanager
def listening(page: Page) -> Iterator[list[str]]:
    """Collect the errors of ours that the page logs."""
    found: list[str] = []

    def on_message(message: ConsoleMessage) -> None:
        if message.type == "error":
            keep(f"{message.text} {message.location}")

    def on_error(error: Error) -> None:
        keep(f"{error} {error.stack}")

    def keep(text: str) -> None:
        if "hybridize" in text.lower():  # it stands in the address of our bundle and of our requests
            found.append(text)

    page.on("console", on_message)
    page.on("pageerror", on_error)
    yield found
    page.remove_listener("console", on_message)
    page.remove_listener("pageerror", on_error)


@pytest.fixture(autouse=True)
def errors(page: Page) -> Iterator[list[str]]:
    """The errors that the page logs: every test fails where there are some; one that provokes them clears the list."""
    with listening(page) as found:
        yield found
    assert not found


class Sidebar:
    """The panel beside one notebook, as a user sees it."""

    def __init__(self, page: Page, lab: Lab) -> None:
        self.page = page
        self.lab = lab
        self.panel = page.get_by_role("region", name="Hybridize")

    def open(self, name: str, *, app: str = "lab", kernel: bool = False) -> Sidebar:
        """Open the notebook, alone, and show the panel; most tests need no kernel and start none."""
        if app == "notebook":
            self.load(f"notebooks/{name}")
        else:
            if self.page.url.startswith(f"{self.lab.url}/lab"):
                self.close_all()
            else:
                self.load("lab")
            self.execute("docmanager:open", path=name, kernelPreference={"shouldStart": kernel})
        self.page.locator(".jp-Notebook .jp-Cell").first.wait_for()
        self.page.wait_for_function(CURRENT, arg=name)
        return self.show()

    def load(self, where: str) -> None:
        """Load the page anew."""
        self.page.goto(self.lab.at(where))
        self.page.locator("#jupyterlab-splash").wait_for(state="detached")
        self.page.wait_for_function("window.jupyterapp?.commands.hasCommand('jupyter-hybridize:show')")
        if where == "lab":
            self.wait_for_launcher()

    def wait_for_launcher(self) -> None:
        """Wait for what JupyterLab shows where nothing is open: it would take the focus of what is opened before."""
        self.page.locator(".jp-Launcher").wait_for()

    def show(self) -> Sidebar:
        """Show the panel."""
        self.execute("jupyter-hybridize:show")
        self.panel.wait_for()
        return self

    def close_all(self) -> None:
        """Leave no trace of the test before."""
        self.page.evaluate("for (const each of [...window.jupyterapp.shell.widgets('main')]) each.dispose()")
        self.close_toasts()
        self.wait_for_launcher()

    def close_toasts(self) -> None:
        """Close what JupyterLab tells in a corner."""
        self.page.evaluate("for (const each of document.querySelectorAll('.Toastify__close-button')) each.click()")

    @contextlib.contextmanager
    def flash_staying(self) -> Iterator[None]:
        """Let the light on a line to which a link led, which goes out after two seconds, stay on."""
        self.page.evaluate(FLASH_STAYS)
        yield
        self.page.evaluate("window.letFlashEnd()")

    def dialog(self) -> Locator:
        """The dialog that is open, once it has the focus: it hears no key before."""
        shown = self.page.get_by_role("dialog")
        expect(shown.locator(":focus")).to_have_count(1)
        return shown

    def execute(self, command: str, **args: object) -> None:
        """Run a command of JupyterLab."""
        script = "([command, args]) => window.jupyterapp.commands.execute(command, args).then(() => null)"
        self.page.evaluate(script, [command, args])

    @property
    def names(self) -> list[str]:
        return self.panel.locator(".jp-Hybridize-name").all_inner_texts()

    def item(self, name: str) -> Locator:
        return self.panel.locator(f'[data-function="{name}"]')

    def head(self, name: str) -> Locator:
        """The button that opens what is known of the function."""
        return self.item(name).get_by_role("button").first

    def source(self, cell: int) -> str:
        """Return the text of the cell as the notebook holds it."""
        return str(self.page.evaluate(f"at => {CELLS}[at].getSource()", cell))

    def expect_source(self, cell: int, text: str) -> None:
        """Wait until the cell reads so."""
        script = f"([at, text]) => {CELLS}[at].getSource() === text"
        with contextlib.suppress(Exception):
            self.page.wait_for_function(script, arg=[cell, text], timeout=PATIENCE)
        assert self.source(cell) == text

    def editor(self, cell: int) -> Locator:
        return self.page.locator(f'.jp-Cell[data-windowed-list-index="{cell}"] .cm-content')


@pytest.fixture
def sidebar(page: Page, lab: Lab) -> Iterator[Sidebar]:
    shown = Sidebar(page, lab)
    yield shown
    if page.url.startswith(f"{lab.url}/lab") and shown.panel.get_by_role("searchbox").count():
        shown.panel.get_by_role("searchbox").fill("")
        shown.panel.get_by_role("group", name="Show").get_by_role("button").first.click()
