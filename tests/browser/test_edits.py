"""What an edit leaves as it was, and where none is made."""

from __future__ import annotations

import re

from playwright.sync_api import Route, expect

from . import states
from .conftest import CELLS, Sidebar
from .server import Lab, write_notebook
from .test_sidebar import CALLS, DECORATED, IMPORT, STEP, notebook

CURSOR = (
    "(({line, column}) => [line, column])"
    "(window.jupyterapp.shell.currentWidget.content.activeCell.editor.getCursorPosition())"
)
SCROLL = "window.jupyterapp.shell.currentWidget.content.outerNode.scrollTop"


def test_outputs_and_metadata_stay_when_a_decorator_is_written(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(notebook(lab, "outputs.ipynb"))
    cell = f"{CELLS}[2]"
    sidebar.page.evaluate(f"{cell}.setMetadata('tags', ['kept'])")
    sidebar.page.evaluate(f"{cell}.execution_count = 7")
    sidebar.page.evaluate(f"{cell}.setOutputs([{{output_type: 'stream', name: 'stdout', text: 'kept'}}])")
    before = sidebar.page.evaluate(f"JSON.stringify({{...{cell}.toJSON(), source: ''}})")
    sidebar.panel.get_by_role("button", name="Apply: step").click()
    sidebar.expect_source(2, DECORATED)
    assert sidebar.page.evaluate(f"JSON.stringify({{...{cell}.toJSON(), source: ''}})") == before


def test_the_cursor_stays_at_its_word_when_a_line_is_written_above_it(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(notebook(lab, "cursor.ipynb"))
    sidebar.editor(2).click()
    for key in ("Control+Home", "ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight"):
        sidebar.page.keyboard.press(key)
    assert sidebar.page.evaluate(CURSOR) == [2, 2]
    sidebar.panel.get_by_role("button", name="Apply: step").click()
    sidebar.expect_source(2, DECORATED)
    assert sidebar.page.evaluate(CURSOR) == [3, 2]


def test_the_notebook_does_not_scroll_when_a_cell_out_of_view_is_changed(lab: Lab, sidebar: Sidebar) -> None:
    filler = [f"value_{index} = {index}\n" * 8 for index in range(12)]
    sidebar.open(write_notebook(lab, "scrolled.ipynb", IMPORT, *filler, STEP, CALLS.replace("noisy(a)", "pass")))
    expect(sidebar.item("step")).to_be_visible()
    sidebar.page.wait_for_function(f"({SCROLL} = 300) && {SCROLL} === 300")  # once enough is rendered
    sidebar.panel.get_by_role("button", name="Apply: step").click()
    sidebar.expect_source(13, DECORATED)
    expect(sidebar.item("step")).to_contain_text("fine")
    assert sidebar.page.evaluate(SCROLL) == 300


def test_nothing_is_written_where_the_line_moved_meanwhile(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(notebook(lab, "moved.ipynb"))
    moved = f"# new\n{STEP}"

    def type_meanwhile(route: Route) -> None:
        sidebar.page.evaluate(f"text => {CELLS}[2].setSource(text)", moved)
        route.continue_()

    expect(sidebar.item("step")).to_be_visible()
    sidebar.page.route("**/jupyter-hybridize/edit*", type_meanwhile)
    sidebar.panel.get_by_role("button", name="Apply: step").click()
    expect(sidebar.page.locator(".Toastify__toast").first).to_contain_text("nothing was written")
    assert sidebar.source(2) == moved
    states.leave(sidebar)
    sidebar.head("step").click()
    expect(sidebar.item("step").get_by_role("button", name="Go to cell 2, line 2")).to_be_visible()


def test_apply_all_writes_what_it_has_shown_and_nothing_that_came_since(lab: Lab, sidebar: Sidebar) -> None:
    later = STEP.replace("step", "later")
    sidebar.open(notebook(lab, "shown.ipynb", "later = print", "for _ in range(9):\n    later(a, a)"))
    sidebar.panel.get_by_role("button", name=re.compile("Apply all proved")).click()
    dialog = sidebar.page.get_by_role("dialog")
    expect(dialog.get_by_role("listitem")).to_have_count(1)
    sidebar.page.evaluate(f"text => {CELLS}[5].setSource(text)", later)
    expect(sidebar.item("later")).to_contain_text("proved")
    dialog.get_by_role("button", name="Apply").click()
    sidebar.expect_source(2, DECORATED)
    expect(sidebar.item("step")).to_contain_text("fine")
    assert sidebar.source(5) == later


def test_what_ctrl_z_took_back_is_not_offered_to_be_undone_again(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(notebook(lab, "taken_back.ipynb"))
    sidebar.panel.get_by_role("button", name="Apply: step").click()
    sidebar.expect_source(2, DECORATED)
    undo = sidebar.panel.get_by_role("button", name="Undo")
    expect(undo).to_be_visible()
    sidebar.editor(2).click()
    sidebar.page.keyboard.press("Control+z")
    sidebar.expect_source(2, STEP)
    expect(sidebar.item("step")).to_contain_text("proved")
    expect(undo).to_have_count(0)


def test_a_renamed_notebook_keeps_its_undo_and_shows_its_name(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(notebook(lab, "old_name.ipynb"))
    sidebar.panel.get_by_role("button", name="Apply: step").click()
    sidebar.expect_source(2, DECORATED)
    sidebar.page.evaluate("window.jupyterapp.shell.currentWidget.context.rename('new_name.ipynb')")
    expect(sidebar.panel.locator(".jp-Hybridize-file")).to_have_text("new_name.ipynb")
    sidebar.panel.get_by_role("button", name="Undo").click()
    sidebar.expect_source(2, STEP)


def test_a_read_only_notebook_is_said_to_be_one_and_offers_no_edit(lab: Lab, sidebar: Sidebar) -> None:
    states.read_only(lab, sidebar)
    expect(sidebar.panel.get_by_role("status")).to_contain_text("read-only")
    sidebar.head("noisy").click()
    expect(sidebar.item("noisy").get_by_role("list", name="Findings")).to_be_visible()
    for name in ("Apply", "Undo", "Ignore", "Remove"):
        assert sidebar.panel.get_by_role("button", name=re.compile(f"^{name}")).count() == 0


def test_a_cell_that_is_not_editable_is_left_alone(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(notebook(lab, "locked.ipynb"))
    sidebar.page.evaluate(f"{CELLS}[2].setMetadata('editable', false)")
    sidebar.panel.get_by_role("button", name="Apply: step").click()
    expect(sidebar.page.locator(".Toastify__toast").first).to_contain_text("not editable")
    assert sidebar.source(2) == STEP
