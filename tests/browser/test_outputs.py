"""Where the outputs of Verify and Benchmark appear, and when they go."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from .conftest import Sidebar
from .server import Lab
from .test_sidebar import notebook

IDLE = "window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'"
SLOW = 300_000  # a kernel starts, and reads the magics


def output(page: Page, function: str) -> Locator:
    return page.get_by_role("region", name=f"Verification and benchmark of {function}", exact=True)


def press_benchmark(sidebar: Sidebar, function: str) -> None:
    sidebar.page.wait_for_function(IDLE, timeout=SLOW)
    if sidebar.head(function).get_attribute("aria-expanded") != "true":
        sidebar.head(function).click()
    sidebar.item(function).get_by_role("button", name=re.compile("^Benchmark")).click()


def expect_both_to_be_seen(sidebar: Sidebar) -> None:
    """Press both buttons; no cell was run, so the magic says that there is nothing to measure."""
    for function in ("step", "noisy"):
        press_benchmark(sidebar, function)
        expect(output(sidebar.page, function)).to_contain_text("is not defined in this kernel", timeout=SLOW)
        expect(output(sidebar.page, function)).to_be_in_viewport()
    expect(output(sidebar.page, "step")).to_be_hidden()
    expect(sidebar.page.locator(".jp-Notebook")).to_be_in_viewport()


def test_outputs_stand_beside_the_notebook_and_go_with_it(lab: Lab, sidebar: Sidebar, page: Page) -> None:
    sidebar.open(notebook(lab, "beside.ipynb"), kernel=True)
    expect_both_to_be_seen(sidebar)
    page.evaluate("window.jupyterapp.shell.currentWidget.dispose()")
    expect(sidebar.panel).to_contain_text("Open a notebook")
    for function in ("step", "noisy"):
        expect(output(page, function)).to_have_count(0)


def test_outputs_stand_below_the_notebook_in_the_simple_interface(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(notebook(lab, "simple.ipynb"), kernel=True)
    sidebar.execute("application:set-mode", mode="single-document")
    try:
        expect_both_to_be_seen(sidebar)
    finally:
        sidebar.execute("application:set-mode", mode="multiple-document")


def test_outputs_stand_below_the_notebook_in_notebook_7(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(notebook(lab, "seven_below.ipynb"), app="notebook")
    expect_both_to_be_seen(sidebar)
