"""What identifies a definition across edits elsewhere, across cells, and between a program and a running kernel."""

from __future__ import annotations

import hashlib
import textwrap


def definition_digest(text: str) -> str:
    """Return the digest of a definition's *text*, from its ``def`` (without decorators) to its last line.

    The indentation of the whole, trailing blanks and blank lines at the end do not count, so that a method has the
    same digest whether its text was cut out of a cell or found by ``inspect``.
    """
    first, _, rest = text.partition("\n")
    body = textwrap.dedent(rest) if rest else ""
    lines = [first.strip(), *(line.rstrip() for line in body.splitlines())]
    return hashlib.sha256("\n".join(lines).rstrip().encode()).hexdigest()[:16]
