"""A notebook or module is changed in the bytes of the edit and nowhere else, and an undo restores every byte."""

import codecs
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jupyter_hybridize.edit.edit import Edit, EditError, undo
from jupyter_hybridize.edit.file import edit_bytes, write_file

BEFORE = "import tensorflow as tf\n\ndef é(x):\n\treturn '😀'\n@tf.function\ndef g(): pass"
AFTER = (
    "import tensorflow as tf\n\n@tf.function\ndef é(x):\n\treturn '😀'\n@tf.function(jit_compile=True)\ndef g(): pass"
)
OTHER = '# a cell that stays: "source": [é\\u00e9]\n'


def notebook(source: object) -> dict[str, object]:
    output = {"data": {"source": ["x"], "text/plain": ["\x1b[0m é"]}, "output_type": "display_data", "metadata": {}}
    return {
        "cells": [
            {"cell_type": "markdown", "id": "a", "metadata": {"source": 1}, "source": ["# é"]},
            {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": []},
            {"source": source, "outputs": [output], "metadata": {}, "execution_count": 3, "cell_type": "code"},
            {"cell_type": "code", "execution_count": 1.0, "metadata": {}, "outputs": [], "source": OTHER},
        ],
        "metadata": {"cells": [{"source": "no"}], "big": 1e400},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def written(as_list: bool, **options: object) -> str:
    source: object = BEFORE.splitlines(keepends=True) if as_list else BEFORE
    return json.dumps(notebook(source), **options)  # type: ignore[arg-type]


LAYOUTS: dict[str, Callable[[str], bytes]] = {
    "plain": lambda text: text.encode(),
    "ends with a newline": lambda text: f"{text}\n".encode(),
    "Windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "byte order mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "blanks around": lambda text: f"\n\t {text} \n\n".encode(),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("indent", [1, 2, "\t", None])
@pytest.mark.parametrize("separators", [None, (",", ":"), (" , ", " : ")])
@pytest.mark.parametrize("as_list", [True, False])
def test_only_the_source_changes(
    layout: str, ascii_only: bool, indent: int | str | None, separators: tuple[str, str] | None, as_list: bool
) -> None:
    options = {"indent": indent, "separators": separators, "ensure_ascii": ascii_only}
    lay_out = LAYOUTS[layout]
    data = lay_out(written(as_list, **options))
    edit = Edit("n", 2, BEFORE, AFTER)
    changed = edit_bytes("n.ipynb", data, [edit])
    source: object = AFTER.splitlines(keepends=True) if as_list else AFTER
    assert changed == lay_out(json.dumps(notebook(source), **options))  # type: ignore[arg-type]
    assert edit_bytes("n.ipynb", changed, [undo(edit)]) == data


def raw(source: str, rest: str = "") -> bytes:
    cell = f'{{"cell_type": "code", "source": {source}{rest}}}'
    return f'{{"nbformat": 4, "cells": [{cell}]}}'.encode()


ODD = [
    (r'["a\n", "def f(): pass"]', r'["a\n", "@t\n", "def f(): pass"]', "on one line"),
    (r'["a\n","def f(): pass"]', r'["a\n","@t\n","def f(): pass"]', "without blanks"),
    (r'["a\ndef f(): pass"]', r'["a\n@t\ndef f(): pass"]', "several lines in a string"),
    (r'["a\nde", "f f(): pass"]', r'["a\n@t\nde", "f f(): pass"]', "a line in two strings"),
    (r'["a\n", "", "def f(): pass"]', r'["a\n", "@t\n", "", "def f(): pass"]', "an empty string"),
    (r'["\u0061\n","d\u0065f f(): pass"]', r'["\u0061\n","@t\n","d\u0065f f(): pass"]', "needless escapes"),
    (r'"\u0061\ndef f(): p\u0061ss"', r'"\u0061\n@t\ndef f(): p\u0061ss"', "needless escapes in one string"),
    (r'[ "a\n" ,"def f(): pass"  ]', r'[ "a\n" ,"@t\n" ,"def f(): pass"  ]', "odd blanks"),
]


@pytest.mark.parametrize(("source", "expected", "why"), ODD, ids=[case[2] for case in ODD])
def test_odd_sources_keep_their_oddity(source: str, expected: str, why: str) -> None:
    edit = Edit("n", 0, "a\ndef f(): pass", "a\n@t\ndef f(): pass")
    changed = edit_bytes("n.ipynb", raw(source), [edit])
    assert changed == raw(expected), why
    assert edit_bytes("n.ipynb", changed, [undo(edit)]) == raw(source)


def test_single_line_takes_the_layout_of_its_brackets() -> None:
    edit = Edit("n", 0, "def f(): pass", "@t\ndef f(): pass")
    assert edit_bytes("n.ipynb", raw('["def f(): pass"]'), [edit]) == raw(r'["@t\n", "def f(): pass"]')
    pretty = raw('[\n    "def f(): pass"\n   ]')
    assert edit_bytes("n.ipynb", pretty, [edit]) == raw('[\n    "@t\\n",\n    "def f(): pass"\n   ]')


def test_line_ends_inside_a_source_are_kept() -> None:
    data = raw(r'["a\r\n", "def f(): pass\r\n"]')
    edit = Edit("n", 0, "a\ndef f(): pass\n", "a\n@t\ndef f(): pass\n")  # as read with normalized line ends
    assert edit_bytes("n.ipynb", data, [edit]) == raw(r'["a\r\n", "@t\r\n", "def f(): pass\r\n"]')


@pytest.mark.parametrize(
    ("source", "after"), [("[]", "x\ny"), ('""', "x\ny"), (r'["x\n", "y"]', ""), (r'["x\n", "y"]', "y\nx\n")]
)
def test_any_edit_can_be_undone(source: str, after: str) -> None:
    edit = Edit("n", 0, "".join(json.loads(source)), after)
    changed = edit_bytes("n.ipynb", raw(source), [edit])
    assert "".join(json.loads(changed)["cells"][0]["source"]) == after
    assert edit_bytes("n.ipynb", changed, [undo(edit)]) == raw(source)


def test_edit_that_no_undo_could_restore_is_refused() -> None:
    with pytest.raises(EditError, match="undo"):
        edit_bytes("n.ipynb", raw(r'["a\n", "\u0061b\n", "c"]'), [Edit("n", 0, "a\nab\nc", "a\nc")])


def test_beyond_ascii_is_written_as_in_the_source_and_else_as_in_the_file() -> None:
    edit = Edit("n", 0, "a", "é\na")
    assert edit_bytes("n.ipynb", raw('["a"]', ', "x": "ü"'), [edit]) == raw(r'["é\n", "a"]', ', "x": "ü"')
    assert edit_bytes("n.ipynb", raw('["a"]', r', "x": "\u00fc"'), [edit]) == raw(
        r'["\u00e9\n", "a"]', r', "x": "\u00fc"'
    )
    assert edit_bytes("n.ipynb", raw('["a"]', r', "x": "\\u00fc"'), [edit]) == raw(r'["é\n", "a"]', r', "x": "\\u00fc"')


REFUSED = [
    (raw('["b"]'), "the source has changed"),
    (raw('["a"]', ', "source": "a"'), "two sources"),
    (raw('["a", 1]'), "a number in the source"),
    (raw("1"), "no text at all"),
    (b'{"nbformat": 4, "cells": []}', "no such cell"),
    (b'{"nbformat": 4, "cells": {}}', "cells are no list"),
    (b'{"nbformat": 4, "cells": [1]}', "the cell is no object"),
    (b'{"nbformat": 4, "nbformat": 4, "cells": []}', "a key twice"),
    (raw('["a"]').replace(b"4", b"3"), "an older format"),
    (b'{"cells": []}', "no format"),
    (raw('["a"]').replace(b"code", b"raw"), "not code"),
    (raw('["a"]')[:-1], "cut short"),
    (raw('["a"]') + b"x", "something behind it"),
    (b"[]", "not an object"),
    (b"", "nothing"),
    (raw('["a"]').decode().encode("utf-16"), "UTF-16"),
    (raw('["a"]') + b"\xff", "not UTF-8"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "why"), REFUSED, ids=[case[1] for case in REFUSED])
def test_odd_notebooks_are_refused(data: bytes, why: str) -> None:
    with pytest.raises(EditError, match=r"^book"):
        edit_bytes("book.ipynb", data, [Edit("book", 0, "a", "b")])


def test_two_edits_of_one_cell_are_refused() -> None:
    with pytest.raises(EditError):
        edit_bytes("n.ipynb", raw('["a"]'), [Edit("n", 0, "a", "b"), Edit("n", 0, "a", "c")])


LINES = st.lists(st.sampled_from(["a\n", "b\n", "é\n", "\n", "😀\r\n", '"\\\n', "\x7f\n"]), max_size=6)


@given(before=LINES, after=LINES, ascii_only=st.booleans(), indent=st.sampled_from([None, 1]), as_list=st.booleans())
def test_round_trip_of_any_edit(
    before: list[str], after: list[str], ascii_only: bool, indent: int | None, as_list: bool
) -> None:
    def write(lines: list[str]) -> bytes:
        document = notebook(lines if as_list else "".join(lines))
        return json.dumps(document, ensure_ascii=ascii_only, indent=indent).encode()

    assume(after or not as_list or indent is None)  # `[]` does not tell how a longer list was laid out: refused
    edit = Edit("n", 2, "".join(before), "".join(after))
    data = write(before)
    changed = edit_bytes("n.ipynb", data, [edit])
    loaded = json.loads(changed)
    assert "".join(loaded["cells"][2]["source"]) == edit.after
    loaded["cells"][2]["source"] = json.loads(data)["cells"][2]["source"]
    assert loaded == json.loads(data)
    assert edit_bytes("n.ipynb", changed, [undo(edit)]) == data
    if before and after:
        assert changed == write(after)


MODULES = [
    ("é = 1\ndef f(): pass", "utf-8", b""),
    ("é = 1\r\ndef f(): pass\r\n", "utf-8", codecs.BOM_UTF8),
    ("# coding: latin-1\né = 1\ndef f(): pass\n", "latin-1", b""),
    ("é = 1\rdef f(): pass\r", "utf-8", b""),
    ("# -*- coding: cp1252 -*-\né = '€'\ndef f(): pass\n", "cp1252", b""),
    ("x = 1\r\ny = 2\ndef f(): pass\r\n", "utf-8", b""),
]


@pytest.mark.parametrize("normalized", [False, True])
@pytest.mark.parametrize(("text", "encoding", "mark"), MODULES)
def test_module_keeps_its_encoding_and_line_ends(text: str, encoding: str, mark: bytes, normalized: bool) -> None:
    before = text.replace("\r\n", "\n").replace("\r", "\n") if normalized else text
    newline = "\r\n" if "\r\n" in text else "\r" if "\r" in text else "\n"
    inserted = "@tf.function" + ("\n" if normalized else newline)
    edit = Edit("m.py", -1, before, before.replace("def f", f"{inserted}def f"))
    data = mark + text.encode(encoding)
    changed = edit_bytes("m.py", data, [edit])
    assert changed == mark + text.replace("def f", f"@tf.function{newline}def f").encode(encoding)
    assert edit_bytes("m.py", changed, [undo(edit)]) == data


@pytest.mark.parametrize(
    ("data", "after"),
    [(b"\xff", "x"), (b"# coding: nonsense\n", "x"), (b"b", "x"), (b"# coding: latin-1\n", "# coding: latin-1\n€")],
)
def test_odd_modules_are_refused(data: bytes, after: str) -> None:
    with pytest.raises(EditError):
        edit_bytes("m.py", data, [Edit("m.py", -1, data.decode("latin-1") if b"coding" in data else "a", after)])


def test_file_keeps_its_mode_and_the_link_to_it(tmp_path: Path) -> None:
    real, link = tmp_path / "real.py", tmp_path / "link.py"
    real.write_bytes(b"a\n")
    real.chmod(0o751)
    link.symlink_to(real.name)
    write_file(link, b"b\na\n")
    assert link.is_symlink()
    assert real.read_bytes() == b"b\na\n"
    assert stat.S_IMODE(real.stat().st_mode) == 0o751
    assert sorted(os.listdir(tmp_path)) == ["link.py", "real.py"]


def test_failed_write_leaves_no_temporary_file(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    with pytest.raises(OSError, match="d"):
        write_file(tmp_path / "d", b"x")
    assert os.listdir(tmp_path) == ["d"]
