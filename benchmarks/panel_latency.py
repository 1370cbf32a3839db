"""Change notebooks in Chromium: how long does JupyterLab's panel take to show it, and does typing stutter?

    .venv/bin/python benchmarks/panel_latency.py [NOTEBOOK...] [--edits 12]

Beside the notebooks given, one of 400 cells is made up. For each edit a function comes into a cell: typed into the
first, or by the shared model into the middle and the last, by turns. Measured is the time from the last key to the
frame in which the list names it, less the debounce. Long tasks are those of the page's main thread: `ours` are scripts
of our bundle (as the browser attributes them), `all` are compared with the same where the extension is switched off.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import Page, sync_playwright

from tests.browser.server import Lab, serve, write_notebook

DEBOUNCE = 800  # milliseconds, the default of the setting
PATIENCE = 120_000
CELLS = 400
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
)
OFF = {"disabledExtensions": {"jupyter-hybridize": True}}

WATCH = """() => {
  window.seen = {ours: [], all: []};
  new PerformanceObserver(list => {
    for (const frame of list.getEntries())
      for (const script of frame.scripts)
        if (script.sourceURL.includes('jupyter-hybridize')) window.seen.ours.push(script.duration);
  }).observe({type: 'long-animation-frame'});
  new PerformanceObserver(list => window.seen.all.push(...list.getEntries().map(each => each.duration)))
    .observe({type: 'longtask'});
  document.addEventListener(
    'keydown', event => { if (event.key.length === 1) window.lastKey = performance.now(); }, true);
}"""
AWAIT = """name => new Promise(resolve => {
  const look = () => document.querySelector(`[data-function="${name}"]`)
    ? resolve(performance.now() - window.lastKey) : requestAnimationFrame(look);
  look();
})"""


@contextlib.contextmanager
def opened(lab: Lab, name: str) -> Iterator[Page]:
    """Open the notebook in a page of its own."""
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        page = browser.new_page(viewport={"width": 1360, "height": 820})
        page.set_default_timeout(PATIENCE)
        page.goto(lab.at(f"lab/tree/{name}"))
        page.locator("#jupyterlab-splash").wait_for(state="detached")
        page.locator(".jp-Notebook .jp-Cell").first.wait_for()
        yield page
        browser.close()


def type_function(page: Page, name: str) -> None:
    """Type one more function into the first cell, as fast as a quick typist."""
    page.locator(".jp-CodeCell .cm-content").first.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(f"\ndef {name}(x): return x + 1", delay=30)  # of one line, after which no line is indented


def insert_function(page: Page, name: str, share: float) -> None:
    """Let the shared model have one more function in the code cell at this share of the notebook, on screen or not."""
    page.evaluate(
        """([name, share]) => {
          const {sharedModel} = window.jupyterapp.shell.currentWidget.content.model;
          const code = sharedModel.cells.filter(cell => cell.cell_type === 'code');
          const cell = code[Math.round(share * (code.length - 1))], end = cell.getSource().length;
          window.lastKey = performance.now();
          cell.updateSource(end, end, `\ndef ${name}(x):\n    return x + 1`);
        }""",
        [name, share],
    )


def measure(lab: Lab, name: str, edits: int, *, is_on: bool) -> tuple[list[float], list[float], list[float]]:
    """Return the latencies, our long scripts and all long tasks, in milliseconds."""
    latencies = []
    with opened(lab, name) as page:
        if is_on:
            page.evaluate("window.jupyterapp.commands.execute('jupyter-hybridize:show').then(() => null)")
            page.locator("[data-function]").first.wait_for()
        page.wait_for_timeout(4_000)  # JupyterLab goes on rendering cells
        page.evaluate(WATCH)
        for number in range(edits):
            share, name_typed = (0.0, 0.5, 1.0)[number % 3], f"typed_{number}"
            if share:
                insert_function(page, name_typed, share)
            else:
                type_function(page, name_typed)
            if is_on:
                latencies.append(page.evaluate(AWAIT, name_typed) - DEBOUNCE)
            else:
                page.wait_for_timeout(DEBOUNCE)
        seen = page.evaluate("window.seen")
    return latencies, seen["ours"], seen["all"]


def made_up(lab: Lab) -> str:
    """Write a notebook of 400 cells, with a function in every fifth."""
    cells = ["import tensorflow as tf\na = tf.ones([4, 4])"]
    for number in range(1, CELLS):
        body = (
            f"def step_{number}(x):\n    for _ in range(9):\n        x = tf.tanh(x @ a)\n    return x\nstep_{number}(a)"
        )
        cells.append(body if number % 5 == 0 else f"value_{number} = tf.reduce_sum(a) * {number}\nprint({number})")
    return write_notebook(lab, "made_up.ipynb", *cells)


def told(values: Sequence[float]) -> str:
    """Return the median and the quantile that a person asks for."""
    ordered = sorted(values)
    return f"median {statistics.median(ordered):6.0f} ms, p95 {ordered[int(0.95 * (len(ordered) - 1))]:6.0f} ms"


def over(values: Sequence[float], limit: float = 100.0) -> str:
    """Return how many are longer than the limit, and the longest."""
    return f"{sum(each > limit for each in values)} over {limit:.0f} ms (longest {max(values, default=0):.0f})"


def main() -> None:
    """Measure, and print a line for each notebook."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("notebooks", nargs="*", type=Path)
    parser.add_argument("--edits", type=int, default=12)
    options = parser.parse_args()
    for is_on in (True, False):
        with tempfile.TemporaryDirectory() as folder, serve(Path(folder) / "lab") as lab:
            if not is_on:
                config = Path(folder) / "lab" / "jupyter_config_dir" / "labconfig"
                config.mkdir(parents=True)
                (config / "page_config.json").write_text(json.dumps(OFF))
            names = [made_up(lab)]
            names += [Path(shutil.copy(each, lab.folder / each.name)).name for each in options.notebooks]
            for name in names:
                latencies, ours, everything = measure(lab, name, options.edits, is_on=is_on)
                if is_on:
                    print(
                        f"{name}: key to list, beyond the debounce: {told(latencies)}; our long scripts: {over(ours)}"
                    )
                print(f"{name}: extension {'on ' if is_on else 'off'}: long tasks while typing: {over(everything)}")


if __name__ == "__main__":
    main()
