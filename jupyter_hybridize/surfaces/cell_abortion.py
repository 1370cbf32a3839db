"""Keeps the next cell from running: the user interrupted what it has to wait for."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell


WHY = (
    "not run: the run in the widget has not put your variables back yet. "
    "Run the cell again to wait for it; if it never ends, restart the kernel"
)


class _Abortion(ast.NodeTransformer):
    """Rejects the cell that is about to run, and only that one."""

    def __init__(self, shell: InteractiveShell) -> None:
        self._shell = shell

    def visit(self, node: ast.AST) -> ast.AST:
        from IPython.core.error import InputRejected

        self._shell.ast_transformers.remove(self)
        raise InputRejected(WHY)


def abort_cell(shell: InteractiveShell) -> None:
    """Make *shell* reject the cell that it is about to run."""
    shell.ast_transformers.append(_Abortion(shell))
