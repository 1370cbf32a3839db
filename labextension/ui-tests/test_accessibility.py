"""The sidebar for those who do not see it, or see it in the dark."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from .conftest import THEMES, Lab, Sidebar
from .test_sidebar import notebook

AXE = Path(__file__).parents[2] / "labextension" / "node_modules" / "axe-core" / "axe.min.js"


def violations(page: Page) -> list[str]:
    """Return what axe finds wrong with the panel."""
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run('.jp-Hybridize', {resultTypes: ['violations']})")["violations"]
    return [f"{each['id']}: {[node['html'][:150] for node in each['nodes']]}" for each in found]


def opened(lab: Lab, sidebar: Sidebar, name: str) -> None:
    sidebar.open(notebook(lab, name))
    for function in ("noisy", "step"):
        sidebar.item(function).get_by_role("button").first.click()
    expect(sidebar.item("step").get_by_role("figure")).to_contain_text("+ @tf.function".replace(" @", "@"))


def test_the_panel_has_no_barrier(lab: Lab, sidebar: Sidebar, page: Page) -> None:
    opened(lab, sidebar, "barriers.ipynb")
    assert violations(page) == []


def test_the_panel_has_no_barrier_in_the_dark_theme(lab: Lab, sidebar: Sidebar, page: Page) -> None:
    settings = lab.settings / THEMES
    settings.write_text(json.dumps({"theme": "JupyterLab Dark"}))
    try:
        opened(lab, sidebar, "dark.ipynb")
        expect(page.locator('body[data-jp-theme-light="false"]')).to_be_attached()
        assert violations(page) == []
    finally:
        settings.unlink()
