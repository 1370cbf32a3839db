"""The sidebar in JupyterLab: what it lists, and what its buttons do to the cells."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from .conftest import CELLS, Sidebar
from .server import Lab, write_notebook

IMPORT = "import tensorflow as tf"
STEP = "def step(x, y):\n    for _ in range(20):\n        x = tf.tanh(tf.matmul(x, y) + x)\n    return x"
NOISY = "history = []\n\n\ndef noisy(x):\n    history.append(1)\n    return tf.reduce_sum(x * x)"
CALLS = "a = tf.ones([4, 4])\nfor _ in range(100):\n    step(a, a)\n    noisy(a)"
DECORATED = f"@tf.function\n{STEP}"


def notebook(lab: Lab, name: str, *more: str) -> str:
    return write_notebook(lab, name, "# Training", IMPORT, STEP, NOISY, CALLS, *more)


def test_the_panel_lists_the_functions_of_the_notebook(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(notebook(lab, "lists.ipynb"))
    expect(sidebar.item("step")).to_contain_text("proved")
    expect(sidebar.item("noisy")).to_contain_text("refused")
    assert sidebar.names == ["step", "noisy"]


def test_the_list_follows_what_is_typed(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(notebook(lab, "typed.ipynb"))
    expect(sidebar.item("step")).to_be_visible()
    sidebar.editor(4).click()
    sidebar.page.keyboard.press("Control+End")
    sidebar.page.keyboard.type("\ndef added(x):\nreturn x + 1")
    expect(sidebar.item("added")).to_be_visible()
    assert sidebar.names == ["step", "noisy", "added"]


def test_apply_writes_one_line_and_one_undo_takes_it_back(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(notebook(lab, "applied.ipynb"))
    sidebar.panel.get_by_role("button", name="Apply: step").click()
    sidebar.expect_source(2, DECORATED)
    expect(sidebar.item("step")).to_contain_text("fine")
    sidebar.editor(2).click()
    sidebar.page.keyboard.press("Control+z")
    sidebar.expect_source(2, STEP)
    expect(sidebar.item("step")).to_contain_text("proved")


def test_what_was_typed_before_apply_is_an_undo_step_of_its_own(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(notebook(lab, "steps.ipynb"))
    expect(sidebar.item("step")).to_be_visible()
    sidebar.editor(2).click()
    sidebar.page.keyboard.press("Control+End")
    sidebar.page.keyboard.type("  # typed")
    sidebar.panel.get_by_role("button", name="Apply: step").click()
    sidebar.expect_source(2, f"{DECORATED}  # typed")
    sidebar.editor(2).click()
    sidebar.page.keyboard.press("Control+z")
    sidebar.expect_source(2, f"{STEP}  # typed")


def test_undo_in_the_panel_takes_the_last_edit_back(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(notebook(lab, "panel_undo.ipynb"))
    sidebar.panel.get_by_role("button", name="Apply: step").click()
    sidebar.expect_source(2, DECORATED)
    sidebar.panel.get_by_role("button", name="Undo").click()
    sidebar.expect_source(2, STEP)


def test_apply_all_tells_what_it_will_do_and_has_one_undo(lab: Lab, sidebar: Sidebar) -> None:
    other = STEP.replace("step", "other")
    sidebar.open(notebook(lab, "all.ipynb", other, "for _ in range(9):\n    other(a, a)"))
    sidebar.panel.get_by_role("button", name=re.compile("Apply all proved")).click()
    dialog = sidebar.page.get_by_role("dialog")
    expect(dialog).to_contain_text("+@tf.function")
    expect(dialog.get_by_role("listitem")).to_have_count(2)
    dialog.get_by_role("button", name="Apply").click()
    sidebar.expect_source(2, DECORATED)
    sidebar.expect_source(5, f"@tf.function\n{other}")
    sidebar.panel.get_by_role("button", name="Undo").click()
    sidebar.expect_source(2, STEP)
    sidebar.expect_source(5, other)


def test_a_link_goes_to_a_cell_that_is_far_out_of_view(lab: Lab, sidebar: Sidebar) -> None:
    filler = [f"value_{index} = {index}\n" * 6 for index in range(397)]
    name = write_notebook(
        lab, "long.ipynb", IMPORT, "history = []", CALLS.replace("step(a, a)", "pass"), *filler, NOISY
    )
    sidebar.open(name)
    sidebar.item("noisy").get_by_role("button").first.click()
    line = sidebar.page.locator('.jp-Cell[data-windowed-list-index="400"] .cm-line.jp-Hybridize-flash')
    with sidebar.flash_staying():
        sidebar.item("noisy").get_by_role("button", name=re.compile("cell 400, line 5")).first.click()
        expect(line).to_have_text("    history.append(1)")
        expect(line).to_be_in_viewport()
    position = "(({line}) => line)(window.jupyterapp.shell.currentWidget.content.activeCell.editor.getCursorPosition())"
    assert sidebar.page.evaluate(position) == 4


def test_a_link_to_a_line_that_is_gone_goes_to_the_end_of_its_cell(lab: Lab, sidebar: Sidebar, page: Page) -> None:
    sidebar.open(notebook(lab, "gone.ipynb"))
    sidebar.head("noisy").click()
    link = sidebar.item("noisy").get_by_role("button", name=re.compile("cell 3, line 5")).first
    expect(link).to_be_visible()
    page.route("**/jupyter-hybridize/analyze*", lambda route: None)
    page.evaluate(f"{CELLS}[3].setSource('x = 1')")
    with sidebar.flash_staying():
        link.click()
        expect(page.locator(".cm-line.jp-Hybridize-flash")).to_have_text("x = 1")
    expect(sidebar.editor(3)).to_be_focused()
    page.unroute_all(behavior="ignoreErrors")


def test_decorating_a_cell_out_of_view_works(lab: Lab, sidebar: Sidebar) -> None:
    far = STEP.replace("step", "far")
    filler = [f"value_{index} = {index}\n" * 6 for index in range(100)]
    sidebar.open(notebook(lab, "out_of_view.ipynb", *filler, far, "for _ in range(9):\n    far(a, a)"))
    sidebar.panel.get_by_role("button", name="Apply: far").click()
    sidebar.expect_source(105, f"@tf.function\n{far}")


def test_ignore_writes_the_comment(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(notebook(lab, "ignored.ipynb"))
    sidebar.item("noisy").get_by_role("button").first.click()
    sidebar.item("noisy").get_by_role("button", name="Ignore").click()
    sidebar.expect_source(3, NOISY.replace("def noisy(x):", "def noisy(x):  # hybridize: ignore"))
    expect(sidebar.head("noisy")).to_contain_text("fine")


def test_a_rule_is_explained_in_a_dialog(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(notebook(lab, "explained.ipynb"))
    sidebar.item("noisy").get_by_role("button").first.click()
    sidebar.item("noisy").get_by_role("button", name="Explain HYB301").click()
    dialog = sidebar.page.get_by_role("dialog")
    expect(dialog).to_contain_text("python-side-effect")
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)


def test_filter_and_search_narrow_the_list(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(notebook(lab, "narrowed.ipynb"))
    sidebar.panel.get_by_role("button", name=re.compile("^Refused")).click()
    expect(sidebar.item("step")).to_have_count(0)
    assert sidebar.names == ["noisy"]
    sidebar.panel.get_by_role("button", name=re.compile("^All")).click()
    sidebar.panel.get_by_role("searchbox").fill("step")
    expect(sidebar.item("noisy")).to_have_count(0)
    assert sidebar.names == ["step"]


def test_the_greatest_gain_comes_first_on_request(lab: Lab, sidebar: Sidebar) -> None:
    large = STEP.replace("step", "large").replace("20", "80")
    sidebar.open(notebook(lab, "sorted.ipynb", large, "for _ in range(100):\n    large(a, a)"))
    expect(sidebar.item("large")).to_be_visible()
    assert sidebar.names == ["step", "noisy", "large"]
    order = sidebar.panel.get_by_role("combobox", name="Order")
    order.select_option("by gain")
    expect(sidebar.panel.locator(".jp-Hybridize-name").first).to_have_text("large")
    order.select_option("by cell")


def test_a_cell_that_does_not_parse_is_named_and_the_others_are_listed(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(notebook(lab, "broken.ipynb", "def broken(:\n    pass"))
    expect(sidebar.panel.get_by_role("list", name="Problems")).to_contain_text("cell 5")
    assert sidebar.names == ["step", "noisy"]


def test_a_notebook_in_another_language_is_said_to_be_one(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(write_notebook(lab, "julia.ipynb", "f(x) = 2x", language="julia"))
    expect(sidebar.panel).to_contain_text("not in Python")


def test_names_in_the_cells_are_underlined_and_explained(lab: Lab, sidebar: Sidebar, page: Page) -> None:
    sidebar.open(notebook(lab, "marked.ipynb", "def f(x):\n    return x"))
    expect(page.locator(".jp-Hybridize-mark")).to_have_text(["step", "noisy", "f"])
    before = """marks => marks.map(mark => {
        const range = document.createRange();
        range.setStart(mark.closest('.cm-line'), 0);
        range.setEndBefore(mark);
        return range.toString();
    })"""
    assert page.locator(".jp-Hybridize-mark").evaluate_all(before) == ["def ", "def ", "def "]
    mark = page.locator(".jp-Hybridize-mark-refused")
    expect(mark).to_have_text("noisy")
    mark.hover()
    expect(page.locator(".jp-Hybridize-tooltip")).to_contain_text("refused")
    expect(page.locator(".jp-Hybridize-tooltip code")).to_have_text("history")


def test_the_tab_counts_what_there_is_to_do(lab: Lab, sidebar: Sidebar, page: Page) -> None:
    sidebar.open(notebook(lab, "counted.ipynb"))
    expect(page.locator(".jp-Hybridize-tab .lm-TabBar-tabLabel")).to_have_text("1")


def test_the_same_bundle_works_in_notebook_7(lab: Lab, sidebar: Sidebar) -> None:
    sidebar.open(notebook(lab, "seven.ipynb"), app="notebook")
    sidebar.panel.get_by_role("button", name="Apply: step").click()
    sidebar.expect_source(2, DECORATED)
