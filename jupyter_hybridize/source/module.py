"""One ``.py`` file as a unit of a single cell."""

from __future__ import annotations

import io
import tokenize
from pathlib import Path

from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.notebook import SourceError, read_bytes
from jupyter_hybridize.source.program import Unit, UnitKind

_MISTAKES = {  # what `tokenize` says of the first lines, told so that one knows what to do
    "invalid or missing encoding declaration": "not UTF-8 text, and no other encoding is declared",
    "encoding problem": "begins with the byte order mark of UTF-8, and declares another encoding",
}


def read_module(path: Path | str, name: str | None = None, module: str | None = None) -> Unit:
    """Return the ``.py`` file at *path*, shown as *name* and imported as *module*; raise :class:`SourceError`."""
    shown = str(path) if name is None else name
    return make_module(shown, _decoded(shown, read_bytes(path, shown)), module)


def make_module(name: str, text: str, module: str | None = None) -> Unit:
    """Return the unit of a module's *text*, which is Python without IPython's syntax."""
    return Unit(name, UnitKind.MODULE, (Cell("module", -1, text, text),), module)


def _decoded(name: str, content: bytes) -> str:
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
    except SyntaxError as error:
        raise SourceError(name, _MISTAKES.get(str(error.msg).partition(":")[0], str(error.msg))) from None
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(name, f"not {error.encoding} text (byte {error.start})") from None
    except (LookupError, UnicodeError):  # a codec that is none of text, or that reads nothing
        raise SourceError(name, f"declares the encoding {encoding}, in which there is no text") from None
