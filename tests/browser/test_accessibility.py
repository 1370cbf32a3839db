"""The sidebar for those who do not see it, see it in the dark, or in a narrow panel."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from . import states
from .conftest import Sidebar
from .server import Lab

AXE = Path(__file__).parents[2] / "labextension" / "node_modules" / "axe-core" / "axe.min.js"
PICTURES = os.environ.get("HYBRIDIZE_STATES")  # a folder: pictures of all states are left there, to be looked at
DARK, LIGHT = "JupyterLab Dark", "JupyterLab Light"


def violations(page: Page, where: str = ".jp-Hybridize") -> list[str]:
    """Return what axe finds wrong there."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=AXE)
    found = page.evaluate("at => axe.run(at, {resultTypes: ['violations']})", where)["violations"]
    return [f"{each['impact']} {each['id']}: {[node['html'][:150] for node in each['nodes']]}" for each in found]


def show_theme(sidebar: Sidebar, theme: str) -> None:
    sidebar.execute("apputils:change-theme", theme=theme)
    light = "true" if theme == LIGHT else "false"
    expect(sidebar.page.locator(f'body[data-jp-theme-light="{light}"]')).to_be_attached()
    expect(sidebar.page.locator("#jupyterlab-splash")).to_have_count(0)  # it lies over all while the theme changes


@pytest.fixture
def themed(sidebar: Sidebar) -> Iterator[Sidebar]:
    yield sidebar
    states.leave(sidebar)
    show_theme(sidebar, LIGHT)


def keep_picture(sidebar: Sidebar, name: str) -> None:
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        sidebar.page.screenshot(path=Path(PICTURES) / f"{name}.png")


@pytest.mark.parametrize("state", states.STATES, ids=lambda state: state.__name__)
def test_no_state_has_a_barrier_in_either_theme(
    state: states.State, lab: Lab, themed: Sidebar, errors: list[str]
) -> None:
    state(lab, themed)
    for theme in (LIGHT, DARK):
        show_theme(themed, theme)
        keep_picture(themed, f"{state.__name__}-{theme.split()[1].lower()}")
        assert violations(themed.page) == [], theme
    if state in (states.failed, states.missing):
        errors.clear()  # the browser itself logs the answers


@pytest.mark.parametrize("state", [states.long_names, states.hazard], ids=lambda state: state.__name__)
def test_nothing_is_cut_off_in_the_narrowest_panel(state: states.State, lab: Lab, themed: Sidebar) -> None:
    state(lab, themed)
    box = themed.panel.bounding_box()
    assert box
    assert box["width"] <= 251  # what JupyterLab gives a sidebar at least, and at first
    wide = """at => [...document.querySelectorAll(at)]
        .filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.outerHTML.slice(0, 100))"""
    assert (
        themed.page.evaluate(
            wide, ".jp-Hybridize, .jp-Hybridize :is(div, ul, li, p:not(.jp-Hybridize-file), h2, h3, dl)"
        )
        == []
    )


def test_dialogs_have_no_barrier_in_either_theme(lab: Lab, themed: Sidebar) -> None:
    states.refusal(lab, themed)
    buttons = (
        ("rule", themed.item("noisy").get_by_role("button", name="Explain HYB301")),
        ("apply_all", themed.panel.get_by_role("button", name=re.compile("Apply all proved"))),
    )
    for theme in (LIGHT, DARK):
        show_theme(themed, theme)
        for name, button in buttons:
            button.click()
            dialog = themed.dialog()
            dialog.locator(".jp-Hybridize-dialog").wait_for()
            keep_picture(themed, f"{name}-{theme.split()[1].lower()}")
            assert violations(themed.page, ".jp-Hybridize-dialog") == [], (name, theme)
            themed.page.keyboard.press("Escape")
            expect(dialog).to_have_count(0)
