"""The sidebar and a running TensorFlow kernel: types from it, verification, benchmark, and Apply in the widget."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import Lab, Sidebar, write_notebook

IMPORT = "import operator\nimport pickle\n\nimport tensorflow as tf"
DATA = "x = pickle.loads(pickle.dumps(tf.ones([8, 8])))"
BODY = (
    "    h = x\n    for _ in range(12):\n        h = tf.tanh(h) * 0.5 + tf.nn.softplus(h)\n    return tf.reduce_sum(h)"
)
CURVE = f"def curve(x):\n{BODY}"
ADDED = f"def added(x):\n    x = operator.methodcaller('__add__', x)(x)\n{BODY}"
NOISY = f"seen = []\n\n\ndef noisy(x):\n    operator.methodcaller('append', 1)(seen)\n{BODY}"
CALLS = "for _ in range(20):\n    curve(x)\n    added(x)\n    noisy(x)"
LATE = "def late(x):\n    return tf.tanh(x) + operator.methodcaller('__add__', x)(x)"
SLEEP = "import time\n\ntime.sleep(20)"
CELLS = (IMPORT, DATA, CURVE, ADDED, NOISY, CALLS)
SLOW = 60_000  # TensorFlow takes its time to be imported, and to trace
COUNT = "(at => window.jupyterapp.shell.currentWidget.content.widgets[at].model.executionCount)"
KERNEL = "window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel"


class Live(Sidebar):
    """A notebook with a running kernel, the panel beside it."""

    @property
    def types(self) -> Locator:
        """The line that says where types come from."""
        return self.panel.locator(".jp-Hybridize-live")

    @property
    def output(self) -> Locator:
        """The output beside the notebook."""
        return self.page.locator(".jp-Hybridize-output:visible")

    def run(self, cell: int) -> None:
        """Run one cell."""
        self.page.evaluate(
            "at => { const {content} = window.jupyterapp.shell.currentWidget; content.activeCellIndex = at;"
            " content.deselectAll(); }",
            cell,
        )
        self.page.evaluate("void window.jupyterapp.commands.execute('notebook:run-cell')")

    def press(self, function: str, button: str) -> None:
        """Press a button of what the panel tells of a function."""
        if self.head(function).get_attribute("aria-expanded") != "true":
            self.head(function).click()
        self.item(function).get_by_role("button", name=re.compile(f"^{button}")).click()


@pytest.fixture
def live(page: Page, lab: Lab) -> Iterator[Live]:
    """The notebook of this file: its cells are run in the first test, and its kernel is kept for the others."""
    shown = Live(page, lab)
    name = "live.ipynb"
    is_new = not (lab.folder / name).exists()
    if is_new:
        write_notebook(lab, name, *CELLS, LATE, SLEEP)
    if name not in page.url or not shown.types.count():
        shown.open(name)
    page.wait_for_function(f"{KERNEL}?.status === 'idle'", timeout=SLOW)
    if is_new:
        expect(shown.types).to_contain_text("Static only")
        expect(shown.item("curve")).to_contain_text("verify first")
        page.evaluate("window.jupyterapp.shell.currentWidget.context.save()")
        for cell in range(len(CELLS)):
            shown.run(cell)
    yield shown


def test_types_come_from_the_idle_kernel(live: Live) -> None:
    expect(live.types).to_have_text("Types from the running kernel (run 6)", timeout=SLOW)
    expect(live.item("curve")).to_contain_text("proved")
    expect(live.item("added")).to_contain_text("verify first")


def test_a_kernel_is_asked_once_after_a_run_and_not_at_all_while_the_panel_is_hidden(live: Live, page: Page) -> None:
    page.evaluate(
        f"{KERNEL}.anyMessage.connect((_, {{msg, direction}}) => {{"
        " const silent = direction === 'send' && msg.content.silent;"
        " if (silent) (window.questions ??= []).push({id: msg.header.msg_id, sent: performance.now()});"
        " const asked = (window.questions ?? []).find(each => each.id === msg.parent_header.msg_id);"
        " if (asked && msg.header.msg_type === 'execute_reply') asked.took = performance.now() - asked.sent; })"
    )
    live.execute("application:toggle-right-area")
    expect(live.panel).not_to_be_visible()
    live.run(1)
    page.wait_for_function(f"{COUNT}(1) === 7")
    page.wait_for_function(f"{KERNEL}.status === 'idle'")
    live.show()
    expect(live.types).to_have_text("Types from the running kernel (run 7)")
    print(page.evaluate("window.questions"))
    assert page.evaluate("window.questions.length") == 1
    live.run(1)
    expect(live.types).to_have_text("Types from the running kernel (run 8)")
    assert page.evaluate("window.questions.length") == 2


def test_the_list_follows_what_is_typed_while_a_cell_runs(live: Live, page: Page) -> None:
    live.run(7)
    expect(live.types).to_have_text("Kernel busy: types from run 8")
    live.editor(2).click()
    page.keyboard.press("Control+Home")
    page.keyboard.press("Control+ArrowRight")
    page.keyboard.press("ArrowRight")
    page.evaluate(
        "new MutationObserver(() => { if (document.querySelector('[data-function=recurve]'))"
        " window.updated ??= performance.now(); })"
        ".observe(document.querySelector('.jp-Hybridize'), {childList: true, subtree: true, attributes: true})"
    )
    page.keyboard.type("re")
    typed = page.evaluate("performance.now()")
    expect(live.item("recurve")).to_contain_text("verify first")
    expect(live.types).to_have_text("Kernel busy: types from run 8")
    page.screenshot(path="/tmp/kt/busy.png")
    after = page.evaluate("window.updated") - typed
    print("updated after", after)
    assert after <= 1_800  # a second beyond the delay
    page.evaluate(f"{KERNEL}.interrupt()")
    page.keyboard.press("Control+z")
    live.expect_source(2, CURVE)
    expect(live.types).to_have_text("Types from the running kernel (run 9)")
    expect(live.item("curve")).to_contain_text("proved")


def test_verify_asks_tensorflow_and_the_verdict_follows(live: Live, page: Page) -> None:
    live.press("added", "Verify")
    expect(live.output).to_contain_text("The graph did what added does", timeout=SLOW)
    expect(live.item("added")).to_contain_text("verified", timeout=SLOW)
    live.press("noisy", "Verify")
    expect(live.item("noisy")).to_contain_text("refused", timeout=SLOW)
    page.screenshot(path="/tmp/kt/refused.png")


def test_benchmark_shows_a_picture(live: Live, page: Page) -> None:
    live.press("curve", "Benchmark")
    expect(live.output.get_by_placeholder("train_step")).to_have_value("curve(x)", timeout=SLOW)
    live.output.get_by_label("Seconds").fill("0.5")
    live.output.get_by_label("Seconds").press("Tab")
    live.output.get_by_label("XLA too").uncheck()
    live.output.get_by_role("button", name="Benchmark").click()
    picture = live.output.locator("img")
    expect(picture).to_be_visible(timeout=SLOW)
    picture.scroll_into_view_if_needed()
    page.screenshot(path="/tmp/kt/bench.png")
    assert picture.evaluate("each => each.naturalWidth") > 300


def test_apply_in_the_widget_is_one_step_to_undo(live: Live, page: Page) -> None:
    live.press("curve", "Benchmark")
    live.output.get_by_role("button", name="Apply").click(timeout=SLOW)
    live.expect_source(2, f"@tf.function\n{CURVE}")
    expect(live.output.get_by_role("status")).to_contain_text("Written into the cell of In [3]")
    page.screenshot(path="/tmp/kt/applied.png")
    live.editor(2).click()
    page.keyboard.press("Control+z")
    live.expect_source(2, CURVE)


def test_apply_in_the_widget_leaves_a_cell_alone_that_has_changed(live: Live, page: Page) -> None:
    live.press("curve", "Benchmark")
    live.editor(2).click()
    page.keyboard.press("Control+End")
    page.keyboard.type("  # changed")
    live.output.get_by_role("button", name="Apply").click(timeout=SLOW)
    expect(live.output.get_by_role("status")).to_contain_text("its text is another one now")
    live.editor(2).click()
    page.keyboard.press("Control+z")
    live.expect_source(2, CURVE)


def test_what_is_not_defined_yet_is_told_without_a_traceback(live: Live, page: Page) -> None:
    live.press("late", "Verify")
    expect(live.output).to_contain_text("late", timeout=SLOW)
    page.wait_for_timeout(3000)
    page.screenshot(path="/tmp/kt/late.png")
    assert "Traceback" not in live.output.inner_text()


def test_a_busy_kernel_is_told_in_one_line(live: Live, page: Page) -> None:
    live.run(7)
    expect(live.types).to_contain_text("Kernel busy")
    live.press("added", "Benchmark")
    expect(page.get_by_text("The kernel is busy. Try again when it is idle.")).to_be_visible()
    page.screenshot(path="/tmp/kt/busy2.png")
    page.evaluate(f"{KERNEL}.interrupt()")
    expect(live.types).to_contain_text("Types from the running kernel")


def test_a_restarted_kernel_is_known_to_have_forgotten(live: Live, page: Page) -> None:
    page.evaluate(f"{KERNEL}.restart()")
    expect(live.types).to_contain_text("Static only")
    expect(live.item("curve")).to_contain_text("verify first")
    for cell in range(3):
        live.run(cell)
    expect(live.types).to_have_text("Types from the running kernel (run 3)", timeout=SLOW)
    expect(live.item("curve")).to_contain_text("proved")
    live.press("curve", "Benchmark")
    live.output.get_by_role("button", name="Apply").click(timeout=SLOW)
    live.expect_source(2, f"@tf.function\n{CURVE}")


def test_without_a_kernel_it_is_said_what_to_do(live: Live, page: Page) -> None:
    page.evaluate("window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    expect(live.types).to_contain_text("Static only")
    live.press("added", "Verify")
    expect(page.get_by_text("This notebook has no running kernel")).to_be_visible()
