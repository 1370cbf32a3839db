"""Two people at one notebook, joined by jupyter-collaboration."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from .conftest import CELLS, Sidebar, listening
from .server import Lab, serve
from .test_sidebar import DECORATED, NOISY, STEP, notebook

# Beside the environment and not in it, where it would change how every JupyterLab opens its notebooks.
COLLABORATION = Path(sys.prefix, "collaboration")
pytestmark = pytest.mark.skipif(not COLLABORATION.exists(), reason="jupyter-collaboration is not installed")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    packages = COLLABORATION / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    environment = {
        "PYTHONPATH": os.pathsep.join(filter(None, [str(packages), os.environ.get("PYTHONPATH")])),
        "JUPYTER_PATH": str(COLLABORATION / "share" / "jupyter"),
        "JUPYTER_CONFIG_PATH": str(COLLABORATION / "etc" / "jupyter"),
    }
    with serve(tmp_path_factory.mktemp("shared"), environment=environment) as running:
        yield running


@pytest.fixture(scope="module")
def other(tabs: BrowserContext) -> Iterator[Page]:
    page = tabs.new_page()
    yield page
    page.close()


@pytest.fixture
def clients(shared: Lab, page: Page, other: Page, request: pytest.FixtureRequest) -> Iterator[tuple[Sidebar, Sidebar]]:
    """Two pages at a new notebook of this test's name."""
    name = notebook(shared, f"{request.node.originalname}.ipynb")
    first, second = (Sidebar(each, shared) for each in (page, other))
    with listening(other) as errors:
        for each in (first, second):
            each.open(name)
            expect(each.item("step")).to_contain_text("proved")
        yield first, second
    assert not errors


def test_what_one_applies_the_other_sees_in_text_and_panel(clients: tuple[Sidebar, Sidebar]) -> None:
    first, second = clients
    first.panel.get_by_role("button", name="Apply: step").click()
    for each in clients:
        each.expect_source(2, DECORATED)
        expect(each.item("step")).to_contain_text("fine")
    expect(second.panel.get_by_role("button", name="Undo")).to_have_count(0)  # it is the other's to take back
    first.panel.get_by_role("button", name="Undo").click()
    for each in clients:
        each.expect_source(2, STEP)
        expect(each.item("step")).to_contain_text("proved")


def test_undo_takes_back_the_own_edit_and_leaves_the_other_s(clients: tuple[Sidebar, Sidebar]) -> None:
    first, second = clients
    first.panel.get_by_role("button", name="Apply: step").click()
    second.expect_source(2, DECORATED)
    second.editor(2).click()
    second.page.keyboard.press("Control+End")
    second.page.keyboard.type("  # mine")
    first.expect_source(2, f"{DECORATED}  # mine")
    second.page.keyboard.press("Control+z")
    for each in clients:
        each.expect_source(2, DECORATED)
    second.page.keyboard.press("Control+z")  # nothing of its own is left
    for each in clients:
        each.expect_source(2, DECORATED)
    first.editor(2).click()
    first.page.keyboard.press("Control+z")
    for each in clients:
        each.expect_source(2, STEP)


def test_the_panel_s_undo_refuses_where_the_other_has_typed_since(clients: tuple[Sidebar, Sidebar]) -> None:
    first, second = clients
    first.panel.get_by_role("button", name="Apply: step").click()
    second.expect_source(2, DECORATED)
    second.page.evaluate(f"{CELLS}[2].updateSource(0, 0, '# theirs\\n')")
    first.expect_source(2, f"# theirs\n{DECORATED}")
    first.panel.get_by_role("button", name="Undo").click()
    expect(first.page.locator(".Toastify__toast").first).to_contain_text("nothing was written")
    for each in clients:
        each.expect_source(2, f"# theirs\n{DECORATED}")


def test_an_edit_is_refused_where_the_other_moves_the_line_meanwhile(clients: tuple[Sidebar, Sidebar]) -> None:
    first, second = clients

    def type_meanwhile(route: Route) -> None:
        second.page.evaluate(f"{CELLS}[3].updateSource(0, 0, '# theirs\\n')")
        first.expect_source(3, f"# theirs\n{NOISY}")
        route.continue_()

    first.head("noisy").click()
    first.page.route("**/jupyter-hybridize/edit*", type_meanwhile)
    first.item("noisy").get_by_role("button", name="Ignore").click()
    expect(first.page.locator(".Toastify__toast").first).to_contain_text("nothing was written")
    first.page.unroute_all(behavior="ignoreErrors")
    for each in clients:
        each.expect_source(3, f"# theirs\n{NOISY}")
    expect(first.item("noisy").get_by_role("button", name="Go to cell 3, line 5")).to_be_visible()
