"""How the sidebar fits into JupyterLab: commands, keys, settings, restoration."""

from __future__ import annotations

import contextlib
import re

import pytest
from playwright.sync_api import Page, Response, TimeoutError, expect

from .conftest import Sidebar
from .server import Lab, write_settings
from .test_sidebar import DECORATED, notebook

SHOWN = "Show which functions gain from tf.function"


def search(sidebar: Sidebar, text: str) -> None:
    """Type into the palette, which goes away where the notebook that has just been opened takes the focus."""
    for patience in (1_000, 1_000, 1_000, 10_000, 100_000):
        sidebar.execute("apputils:activate-command-palette")
        with contextlib.suppress(TimeoutError):
            sidebar.page.locator(".lm-CommandPalette-input:visible").fill(text, timeout=patience)
            return
    raise AssertionError("the palette does not stay")


def test_all_commands_are_in_the_palette(lab: Lab, sidebar: Sidebar, page: Page) -> None:
    sidebar.open(notebook(lab, "palette.ipynb"))
    search(sidebar, "hybridize")
    listed = page.locator('.lm-CommandPalette-item[data-command^="jupyter-hybridize:"]')
    commands = page.evaluate(
        "window.jupyterapp.commands.listCommands().filter(each => each.startsWith('jupyter-hybridize:'))"
    )
    expect(listed).to_have_count(len(commands))
    assert len(commands) == 4
    page.keyboard.press("Escape")


def test_the_toolbar_of_the_notebook_has_a_button(lab: Lab, sidebar: Sidebar, page: Page) -> None:
    sidebar.open(notebook(lab, "toolbar.ipynb"))
    page.locator(".jp-SideBar .jp-Hybridize-tab").click()
    expect(sidebar.panel).to_be_hidden()
    page.locator(".jp-NotebookPanel-toolbar").get_by_role("button", name=SHOWN).click()
    expect(sidebar.panel).to_be_visible()


@pytest.mark.parametrize(
    ("menu", "entry"),
    [("Edit", "Apply All Proved Decorators…"), ("Edit", "Undo the Last Decorators"), ("View", "Show Hybridize")],
)
def test_the_menu_has_an_entry(menu: str, entry: str, lab: Lab, sidebar: Sidebar, page: Page) -> None:
    sidebar.open(notebook(lab, "menu.ipynb"))
    page.get_by_role("menubar").first.get_by_text(menu, exact=True).click()
    expect(page.get_by_role("menuitem", name=entry)).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")


def test_no_other_command_has_the_keys_of_ours(lab: Lab, sidebar: Sidebar, page: Page) -> None:
    sidebar.open(notebook(lab, "shortcuts.ipynb"))
    bindings = page.evaluate("window.jupyterapp.commands.keyBindings.map(({command, keys}) => [command, keys[0]])")
    ours = {keys for command, keys in bindings if command.startswith("jupyter-hybridize:")}
    assert ours == {"Alt Shift H"}
    assert [each for each in bindings if each[1] in ours and not each[0].startswith("jupyter-hybridize:")] == []


def test_the_panel_is_there_again_after_a_reload(lab: Lab, sidebar: Sidebar, page: Page) -> None:
    name = notebook(lab, "restored.ipynb")

    def is_kept(reply: Response) -> bool:
        layout = reply.request.post_data or ""
        return reply.request.method == "PUT" and name in layout and '"current":"jupyter-hybridize:panel"' in layout

    page.goto("about:blank")
    with page.expect_response(is_kept):
        sidebar.open(name)
    page.goto(f"{lab.url}/lab")
    expect(sidebar.item("step")).to_be_visible()
    expect(sidebar.panel.get_by_role("status")).to_contain_text("2 functions")


def test_the_settings_are_heeded(lab: Lab, sidebar: Sidebar, page: Page) -> None:
    name = notebook(lab, "settings.ipynb")
    settings = {"autoAnalyse": False, "underline": False, "ignoredRules": ["HYB301"]}
    path = write_settings(lab, "jupyter-hybridize/plugin", settings)
    try:
        page.goto("about:blank")
        sidebar.open(name)
        expect(sidebar.panel).to_contain_text("Automatic analysis is off")
        sidebar.panel.get_by_role("button", name="Analyse now").click()
        expect(sidebar.item("noisy")).not_to_contain_text("refused")
        expect(sidebar.item("step")).to_contain_text("proved")
        assert page.locator(".jp-Hybridize-mark").count() == 0
    finally:
        path.unlink()
        page.goto("about:blank")


def test_the_settings_have_a_form(lab: Lab, sidebar: Sidebar, page: Page) -> None:
    sidebar.open(notebook(lab, "form.ipynb"))
    sidebar.execute("settingeditor:open", query="Hybridize")
    form = page.locator(".jp-SettingsForm")
    for label in ("Analyse automatically", "Delay", "Underline functions", "Types from the kernel", "Ignored rules"):
        expect(form.get_by_text(label, exact=False).first).to_be_visible()


def test_apply_and_undo_are_commands_too(lab: Lab, sidebar: Sidebar, page: Page) -> None:
    sidebar.open(notebook(lab, "commands.ipynb"))
    expect(sidebar.item("step")).to_be_visible()
    before = sidebar.source(2)
    page.evaluate("void window.jupyterapp.commands.execute('jupyter-hybridize:apply-all-proved')")
    page.get_by_role("dialog").get_by_role("button", name=re.compile("^Apply")).click()
    sidebar.expect_source(2, DECORATED)
    sidebar.execute("jupyter-hybridize:undo")
    sidebar.expect_source(2, before)
