"""Writes edits into notebooks and modules; bytes that are not part of a change stay as they are."""

from __future__ import annotations

import codecs
import contextlib
import errno
import io
import os
import tempfile
import tokenize
from collections.abc import Sequence
from pathlib import Path

from jupyter_hybridize.edit.edit import Edit, EditError, undo
from jupyter_hybridize.edit.lines import changed_stretches, replace
from jupyter_hybridize.edit.notebook_text import edit_notebook


def edit_bytes(name: str, data: bytes, edits: Sequence[Edit]) -> bytes:
    """Return the content of the file called *name* with the edits made; refuse where they could not be undone."""
    change = _edit_notebook if name.endswith(".ipynb") else _edit_module
    changed = change(data, edits)
    if change(changed, [undo(edit) for edit in edits]) != data:
        raise EditError(f"{name}: the file is written in a way that an undo could not restore")
    return changed


def write_file(path: Path | str, data: bytes) -> None:
    """Replace the content of the file at *path*, in one step; its mode stays, and so does a link to it."""
    target = Path(os.path.realpath(path))
    if target.exists() and not os.access(target, os.W_OK):  # the folder would let it be replaced all the same
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    descriptor, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            os.chmod(temporary, target.stat().st_mode & 0o7777)
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)
        raise


def _edit_notebook(data: bytes, edits: Sequence[Edit]) -> bytes:
    mark, body = _without_mark(data)
    try:
        return mark + edit_notebook(body.decode(), edits).encode()
    except UnicodeError as error:
        raise EditError(f"{edits[0].unit}: not UTF-8") from error


def _edit_module(data: bytes, edits: Sequence[Edit]) -> bytes:
    if not edits:
        return data
    edit, *others = edits
    if others:
        raise EditError(f"{edit.place}: two edits of one module")
    mark, body = _without_mark(data)
    try:
        encoding = "utf-8" if mark else tokenize.detect_encoding(io.BytesIO(body).readline)[0]
        text = body.decode(encoding)
        if text.encode(encoding) != body:
            raise EditError(f"{edit.place}: not plain {encoding}")
        stretches = changed_stretches(edit.before.removeprefix("\ufeff"), edit.after.removeprefix("\ufeff"), text)
        if stretches is None:
            raise EditError(f"{edit.place}: the text has changed since it was analysed")
        return mark + replace(text, stretches).encode(encoding)
    except (UnicodeError, SyntaxError, LookupError) as error:
        raise EditError(f"{edit.place}: {error}") from error


def _without_mark(data: bytes) -> tuple[bytes, bytes]:
    """Return the byte order mark, if there is one, and the rest."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark, data[len(mark) :]
