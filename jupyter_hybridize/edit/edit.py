"""The change of one cell's text, and how it is applied, undone and shown."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from jupyter_hybridize.edit.lines import split_lines


class EditError(Exception):
    """The text cannot be changed as asked; the message tells the user why."""


@dataclass(frozen=True, slots=True)
class Edit:
    """The whole text of one cell or module before and after; ``cell`` is -1 in a module."""

    unit: str
    cell: int
    before: str
    after: str

    @property
    def place(self) -> str:
        """Return how the user knows the cell."""
        return self.unit if self.cell < 0 else f"{self.unit}, cell {self.cell}"


def apply(text: str, edit: Edit) -> str:
    """Return *text* as changed by *edit*; refuse a text that is no longer the one the edit was made for."""
    if text != edit.before:
        raise EditError(f"{edit.place}: the text has changed since it was analysed")
    return edit.after


def undo(edit: Edit) -> Edit:
    """Return the edit that takes *edit* back."""
    return Edit(edit.unit, edit.cell, edit.after, edit.before)


def unified_diff(edit: Edit, label: str) -> str:
    """Return the change as a patch of the file *label*."""
    lines = difflib.unified_diff(split_lines(edit.before), split_lines(edit.after), f"a/{label}", f"b/{label}")
    return "".join(line if line[-1:] in "\r\n" else f"{line}\n\\ No newline at end of file\n" for line in lines)
