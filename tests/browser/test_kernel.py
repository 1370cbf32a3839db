"""The sidebar and a running TensorFlow kernel: types from it, verification, benchmark, and Apply in the widget."""

from __future__ import annotations

import re

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
SLEEP = "import time\n\ntime.sleep(6000)"
NAME = "live.ipynb"
CELLS = (IMPORT, DATA, CURVE, ADDED, NOISY, CALLS)
SLOW = 300_000  # TensorFlow takes its time to be imported, and to trace
COUNT = "(at => window.jupyterapp.shell.currentWidget.content.widgets[at].model.executionCount)"
KERNEL = "window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel"


class Live(Sidebar):
    """A notebook with a running kernel, the panel beside it."""

    @property
    def types(self) -> Locator:
        """The line that says where types come from."""
        return self.panel.locator(".jp-Hybridize-live")

    def output(self, function: str) -> Locator:
        """The output beside the notebook that is about a function."""
        return self.page.get_by_role("region", name=f"Verification and benchmark of {function}", exact=True)

    def run(self, cell: int) -> None:
        """Run one cell."""
        self.page.evaluate(
            "at => { const {content} = window.jupyterapp.shell.currentWidget; content.activeCellIndex = at;"
            " content.deselectAll(); }",
            cell,
        )
        self.page.evaluate("void window.jupyterapp.commands.execute('notebook:run-cell')")

    def come_back(self) -> None:
        """Make the notebook the current one again: the outputs beside it may have been clicked at."""
        self.execute("docmanager:open", path=NAME)

    def expect_source(self, cell: int, text: str) -> None:
        """Wait until the cell reads so."""
        self.come_back()
        super().expect_source(cell, text)

    def press(self, function: str, button: str) -> None:
        """Press a button of what the panel tells of a function."""
        if self.head(function).get_attribute("aria-expanded") != "true":
            self.head(function).click()
        self.item(function).get_by_role("button", name=re.compile(f"^{button}")).click()


@pytest.fixture
def live(page: Page, lab: Lab) -> Live:
    """The notebook of this file, whose kernel all tests share: its cells are run when it is opened."""
    shown = Live(page, lab)
    opened = "[...(window.jupyterapp?.shell.widgets('main') ?? [])].some(each => each.context?.path === 'live.ipynb')"
    if page.evaluate(opened):
        shown.close_toasts()
        shown.come_back()
    else:
        write_notebook(lab, NAME, *CELLS, LATE, SLEEP)
        shown.open(NAME, kernel=True)
        page.wait_for_function(f"{KERNEL}?.status === 'idle'", timeout=SLOW)
        for cell in range(len(CELLS)):
            shown.run(cell)
        expect(shown.types).to_have_text("Types from the running kernel (run 6)", timeout=SLOW)
    return shown


def test_types_come_from_the_idle_kernel(live: Live) -> None:
    """Before, the code alone says too little of `x`."""
    expect(live.types).to_have_text("Types from the running kernel (run 6)", timeout=SLOW)
    expect(live.item("curve")).to_contain_text("proved")
    expect(live.item("added")).to_contain_text("verify first")


def test_a_kernel_is_asked_once_after_a_run_and_not_at_all_while_the_panel_is_hidden(live: Live, page: Page) -> None:
    page.evaluate(
        f"{KERNEL}.anyMessage.connect((_, {{msg, direction}}) => {{"
        " const silent = direction === 'send' && msg.content.silent;"
        " if (silent) (window.questions ??= []).push({id: msg.header.msg_id, shell: msg.header.subshell_id}); })"
    )
    live.execute("application:toggle-right-area")
    expect(live.panel).not_to_be_visible()
    live.run(1)
    page.wait_for_function(f"{COUNT}(1) === 7")
    page.wait_for_function(f"{KERNEL}.status === 'idle'")
    live.show()
    expect(live.types).to_have_text("Types from the running kernel (run 7)")
    assert page.evaluate("window.questions.length") == 1
    assert page.evaluate(f"!{KERNEL}.supportsSubshells || !!window.questions[0].shell")
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
    page.keyboard.type("re")
    expect(live.item("recurve")).to_contain_text("verify first")  # which it has not waited for the kernel to show
    expect(live.types).to_have_text("Kernel busy: types from run 8")
    page.evaluate(f"{KERNEL}.interrupt()")
    page.keyboard.press("Control+z")
    live.expect_source(2, CURVE)
    expect(live.types).to_have_text("Types from the running kernel (run 9)")
    expect(live.item("curve")).to_contain_text("proved")


def test_verify_asks_tensorflow_and_the_verdict_follows(live: Live, page: Page) -> None:
    live.press("added", "Verify")
    expect(live.output("added")).to_contain_text("The graph did what added does", timeout=SLOW)
    expect(live.item("added")).to_contain_text("verified", timeout=SLOW)
    live.press("noisy", "Verify")
    expect(live.item("noisy")).to_contain_text("refused", timeout=SLOW)


def test_benchmark_shows_a_picture(live: Live, page: Page) -> None:
    live.press("curve", "Benchmark")
    expect(live.output("curve").get_by_placeholder("train_step")).to_have_value("curve(x)", timeout=SLOW)
    live.output("curve").get_by_label("Seconds").fill("0.5")
    live.output("curve").get_by_label("Seconds").press("Tab")
    live.output("curve").get_by_label("XLA too").uncheck()
    live.output("curve").get_by_role("button", name="Benchmark").click()
    picture = live.output("curve").locator("img")
    expect(picture).to_be_visible(timeout=SLOW)
    picture.scroll_into_view_if_needed()
    assert picture.evaluate("each => each.naturalWidth") > 300


def test_apply_in_the_widget_is_one_step_to_undo(live: Live, page: Page) -> None:
    live.press("added", "Benchmark")
    live.output("added").get_by_role("button", name="Apply").click(timeout=SLOW)
    live.expect_source(3, f"@tf.function\n{ADDED}")
    expect(live.output("added").get_by_role("status")).to_contain_text("Written into the cell of In [4]")
    live.editor(3).click()
    page.keyboard.press("Control+z")
    live.expect_source(3, ADDED)


def test_apply_in_the_widget_leaves_a_cell_alone_that_has_changed(live: Live, page: Page) -> None:
    live.press("added", "Benchmark")
    live.editor(3).click()
    page.keyboard.press("Control+End")
    page.keyboard.type("  # changed")
    live.output("added").get_by_role("button", name="Apply").click(timeout=SLOW)
    expect(live.output("added").get_by_role("status")).to_contain_text("its text is another one now")
    live.expect_source(3, f"{ADDED}  # changed")
    live.editor(3).click()
    page.keyboard.press("Control+z")
    live.expect_source(3, ADDED)


def test_what_is_not_defined_yet_is_told_without_a_traceback(live: Live, page: Page) -> None:
    live.press("late", "Verify")
    expect(live.output("late")).to_contain_text("late is not defined in this kernel; run its cell first", timeout=SLOW)
    expect(live.output("late")).not_to_contain_text("Traceback")


def test_a_busy_kernel_is_told_in_one_line(live: Live, page: Page) -> None:
    live.run(7)
    expect(live.types).to_contain_text("Kernel busy")
    live.press("added", "Benchmark")
    expect(page.get_by_text("The kernel is busy. Try again when it is idle.")).to_be_visible()
    page.evaluate(f"{KERNEL}.interrupt()")
    expect(live.types).to_contain_text("Types from the running kernel")


def test_a_restarted_kernel_is_known_to_have_forgotten(live: Live, page: Page) -> None:
    page.evaluate(f"{KERNEL}.restart()")
    expect(live.types).to_contain_text("Static only")
    expect(live.item("curve")).to_contain_text("verify first")
    for cell in range(len(CELLS)):
        live.run(cell)
    expect(live.types).to_have_text("Types from the running kernel (run 6)", timeout=SLOW)
    expect(live.item("curve")).to_contain_text("proved")
    live.press("curve", "Benchmark")
    live.output("curve").get_by_role("button", name="Apply").click(timeout=SLOW)
    live.expect_source(2, f"@tf.function\n{CURVE}")


def test_without_a_kernel_it_is_said_what_to_do(live: Live, page: Page) -> None:
    page.evaluate("window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    expect(live.types).to_contain_text("Static only")
    live.press("added", "Verify")
    expect(page.get_by_text("This notebook has no running kernel")).to_be_visible()
