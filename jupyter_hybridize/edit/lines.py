"""Text as lines, and changes to stretches of it that leave every other character alone."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

# What Python's tokenizer takes for a line end; `str.splitlines` also splits at form feeds and U+2028.
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_INDENT = re.compile(r"[ \t\f]*")
_ENDING = re.compile(r"(?:\r\n|\r|\n)?\Z")


@dataclass(frozen=True, slots=True, order=True)
class Splice:
    """Replace a stretch of text, given by two positions, by ``text``; lines count from 1, columns from 0."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Replace ``text[start:end]`` by ``text``."""

    start: int
    end: int
    text: str


def split_lines(text: str) -> list[str]:
    """Return the lines with their ends; joined, they are the text."""
    return _LINE.findall(text)


def with_unix_ends(text: str) -> str:
    """Return the text with a line feed at the end of each line, whatever stood there."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def indentation(line: str) -> str:
    """Return the white space the line begins with."""
    match = _INDENT.match(line)
    return match.group() if match else ""


def newline_at(lines: Sequence[str], number: int) -> str:
    """Return the line end used at line *number*: its own, or that of the nearest line above that has one."""
    for line in reversed(lines[:number]):
        if ending := _ending(line):
            return ending
    return "\n"


def insert_line(number: int, text: str) -> Splice:
    """Return the insertion of whole lines before line *number*."""
    return Splice(number, 0, number, 0, text)


def delete_lines(first: int, last: int) -> Splice:
    """Return the deletion of the lines from *first* to *last*."""
    return Splice(first, 0, last + 1, 0, "")


def splice(text: str, splices: Iterable[Splice]) -> str:
    """Return *text* with all the splices made; positions are those of *text*."""
    starts = [0, *accumulate(len(line) for line in split_lines(text))]

    def offset(line: int, column: int) -> int:
        return starts[min(line, len(starts)) - 1] + column

    return replace(text, [Stretch(offset(s.line, s.column), offset(s.end_line, s.end_column), s.text) for s in splices])


def replace(text: str, stretches: Iterable[Stretch]) -> str:
    """Return *text* with all the stretches replaced; insertions at one place keep the order they are given in."""
    pieces = []
    position = 0
    for stretch in sorted(stretches, key=lambda s: (s.start, s.end)):
        if stretch.start < position:
            raise ValueError("two changes overlap")
        pieces += [text[position : stretch.start], stretch.text]
        position = stretch.end
    return "".join([*pieces, text[position:]])


def changed_stretches(before: str, after: str, actual: str) -> list[Stretch] | None:
    """Return what to replace in *actual* to bring about the change from *before* to *after*.

    *actual* may differ from *before* in its line ends (a reader may have normalized them); the lines that come in then
    take the line end of their neighbours. None means that it differs in anything else.
    """
    if before != actual and with_unix_ends(before) != with_unix_ends(actual):
        return None
    kept, wanted, lines = split_lines(with_unix_ends(before)), split_lines(with_unix_ends(after)), split_lines(actual)
    if before == actual:
        kept, wanted = split_lines(before), split_lines(after)
    starts = [0, *accumulate(map(len, lines))]
    stretches = []
    for first, last, new in _different_lines(kept, wanted):
        if before != actual:
            ending = newline_at(lines, first + 1)
            new = [line.replace("\n", ending) for line in new]
        stretches.append(_narrowed(Stretch(starts[first], starts[last], "".join(new)), actual, len(new)))
    return stretches


def _different_lines(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int, list[str]]]:
    """Return which lines of *before* go, and what comes in their place."""
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    inner = after[head : len(after) - tail]
    matcher = difflib.SequenceMatcher(None, before[head : len(before) - tail], inner)
    codes = matcher.get_opcodes()
    return [(head + a, head + b, list(inner[c:d])) for tag, a, b, c, d in codes if tag != "equal"]


def _narrowed(stretch: Stretch, actual: str, new_lines: int) -> Stretch:
    """Return the change of one line into one line as the change of the characters that differ."""
    old = actual[stretch.start : stretch.end]
    if new_lines != 1 or len(split_lines(old)) != 1 or _ending(old) != _ending(stretch.text):
        return stretch
    shorter = min(len(old), len(stretch.text))
    head = next((i for i in range(shorter) if old[i] != stretch.text[i]), shorter)
    left = shorter - head
    tail = next((i for i in range(left) if old[-1 - i] != stretch.text[-1 - i]), left)
    return Stretch(stretch.start + head, stretch.end - tail, stretch.text[head : len(stretch.text) - tail])


def _ending(line: str) -> str:
    match = _ENDING.search(line)
    return match.group() if match else ""
