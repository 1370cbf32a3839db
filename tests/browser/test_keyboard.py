"""The sidebar without a mouse."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from . import states
from .conftest import Sidebar
from .server import Lab
from .test_sidebar import DECORATED, STEP, notebook


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus."""
    for _ in range(30):
        if target.evaluate("each => each === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("Tab does not lead there")


def test_the_keyboard_alone_reads_applies_and_undoes(lab: Lab, sidebar: Sidebar, page: Page) -> None:
    sidebar.open(notebook(lab, "keys.ipynb"))
    expect(sidebar.item("step")).to_be_visible()
    sidebar.execute("notebook:enter-command-mode")
    page.locator(".jp-Notebook").press("Alt+Shift+h")
    expect(sidebar.panel).to_be_focused()
    tab_to(page, sidebar.head("step"))
    page.keyboard.press("Enter")
    expect(sidebar.item("step").get_by_role("figure")).to_contain_text("+@tf.function")
    tab_to(page, sidebar.panel.get_by_role("button", name="Apply: step"))
    page.keyboard.press("Enter")
    sidebar.expect_source(2, DECORATED)
    expect(sidebar.item("step")).to_contain_text("fine")
    expect(sidebar.head("step")).to_be_focused()
    tab_to(page, sidebar.item("step").get_by_role("button", name="Remove decorator"))
    page.keyboard.press("Enter")
    sidebar.expect_source(2, STEP)


def test_the_arrow_keys_walk_the_list(lab: Lab, sidebar: Sidebar, page: Page) -> None:
    sidebar.open(notebook(lab, "arrows.ipynb"))
    sidebar.head("step").focus()
    page.keyboard.press("ArrowDown")
    expect(sidebar.head("noisy")).to_be_focused()
    page.keyboard.press("Enter")
    expect(sidebar.item("noisy").get_by_role("list", name="Findings")).to_be_visible()
    page.keyboard.press("Home")
    expect(sidebar.head("step")).to_be_focused()


def test_the_focus_goes_on_where_a_function_leaves_the_list(lab: Lab, sidebar: Sidebar, page: Page) -> None:
    sidebar.open(states.mixed(lab, "kept_focus.ipynb"))
    sidebar.panel.get_by_role("button", name="Refused 3").press("Enter")
    sidebar.head("noisy").focus()
    page.keyboard.press("Enter")
    tab_to(page, sidebar.item("noisy").get_by_role("button", name="Ignore"))
    page.keyboard.press("Enter")
    expect(sidebar.item("noisy")).to_have_count(0)
    expect(sidebar.panel.locator(".jp-Hybridize-head").first).to_be_focused()


def test_a_link_puts_the_cursor_into_the_cell(lab: Lab, sidebar: Sidebar, page: Page) -> None:
    sidebar.open(notebook(lab, "linked.ipynb"))
    sidebar.head("noisy").focus()
    page.keyboard.press("Enter")
    tab_to(page, sidebar.item("noisy").get_by_role("button", name="Go to"))
    page.keyboard.press("Enter")
    expect(sidebar.editor(3)).to_be_focused()
