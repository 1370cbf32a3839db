"""A notebook whose cells are run one after the other while it is watched."""

from __future__ import annotations

import linecache
import textwrap

from jupyter_hybridize.runtime.watching.watch import Watch


class WatchedNotebook:
    """Runs cells as a kernel does: one namespace, each cell a file of its own, its source at hand for AutoGraph."""

    def __init__(self, folder, **options):
        self.folder = folder
        self.namespace = {"__name__": "__main__", "In": [""]}
        self.cells = {}
        self.told = []  # what was stale after the last cell
        self.watch = Watch(self.namespace, locate=self.locate, **options)

    def locate(self, filename, line):
        return ("this notebook", self.cells[filename], line, 0) if filename in self.cells else None

    def run(self, text):
        """Run a cell, check what is stale, and return the traces it caused."""
        text = textwrap.dedent(text).strip("\n") + "\n"
        number = len(self.namespace["In"])
        name = str(self.folder / f"cell_{number}.py")
        self.cells[name] = number
        linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)
        self.namespace["In"].append(text)
        exec(compile(text, name, "exec"), self.namespace)
        self.told = self.watch.check()
        return self.watch.news()
