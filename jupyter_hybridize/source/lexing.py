"""Lines, strings and comments of text that need not be Python."""

from __future__ import annotations

import re
from collections.abc import Iterator

EOL = r"(?:\r\n|\r|\n)"  # what Python takes for the end of a line; `str.splitlines` takes more
NEWLINE = re.compile(EOL)
STRING = (
    r"'''(?:[^\\]|\\.)*?'''"
    r'|"""(?:[^\\]|\\.)*?"""'
    r"|'(?:[^'\\\r\n]|\\.)*'"
    r'|"(?:[^"\\\r\n]|\\.)*"'
)  # needs re.DOTALL
COMMENT = r"\#[^\r\n]*"
STRING_OR_COMMENT = re.compile(f"{STRING}|{COMMENT}", re.DOTALL)


def blank(text: str) -> str:
    """Return *text* with everything but the ends of its lines overwritten by spaces."""
    return re.sub(r"[^\r\n]", " ", text)


def comments(text: str) -> Iterator[tuple[int, str]]:
    """Yield each comment of *text* with its 1-based line."""
    line, position = 1, 0
    for match in STRING_OR_COMMENT.finditer(text):
        line += len(NEWLINE.findall(text, position, match.start()))
        position = match.start()
        if match[0].startswith("#"):
            yield line, match[0]
