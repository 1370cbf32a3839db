"""Projects: which files are analysed together, in which order, and under which names."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from jupyter_hybridize.source.parse import Opaque, parse
from jupyter_hybridize.source.program import Order, Program, Unit, UnitKind
from jupyter_hybridize.source.project import InputProblem, read_paths

Shown = tuple[list[str], list[str]]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(**files: str) -> None:
    """Write each file; `__` in a name is a slash, and a notebook's text is its only cell."""
    for key, text in files.items():
        path = Path(
            key.replace("__", "/").replace("/init/", "__init__").replace("_py", ".py").replace("_ipynb", ".ipynb")
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        cell = {"cell_type": "code", "source": text}
        path.write_text(json.dumps({"nbformat": 4, "cells": [cell]}) if path.suffix == ".ipynb" else text)


def init(*packages: str) -> None:
    for package in packages:
        Path(package).mkdir(parents=True, exist_ok=True)
        Path(package, "__init__.py").touch()


def programs(*paths: str) -> list[Shown]:
    """Return the names of the units and libraries of each program, having checked that there is no problem."""
    found, problems = read_paths(paths, Order.DOCUMENT)
    assert problems == ()
    return [([unit.name for unit in p.units], [unit.name for unit in p.libraries]) for p in found]


def modules(*paths: str) -> dict[str, str | None]:
    found, _ = read_paths(paths, Order.DOCUMENT)
    return {unit.name: unit.module for program in found for unit in (*program.units, *program.libraries)}


def only(*paths: str) -> Program:
    (program,), problems = read_paths(paths, Order.DOCUMENT)
    assert problems == ()
    return program


def unit(path: str) -> Unit:
    return only(path).units[0]


def test_a_notebook_is_a_program_with_the_modules_beside_it_as_libraries() -> None:
    write(a_ipynb="import layers, tensorflow", layers_py="import base", base_py="", other_py="")
    assert programs("a.ipynb") == [(["a.ipynb"], ["base.py", "layers.py"])]
    assert modules("a.ipynb") == {"a.ipynb": None, "layers.py": "layers", "base.py": "base"}


def test_two_notebooks_are_two_programs_with_a_library_each() -> None:
    write(a_ipynb="import layers", b_ipynb="import layers", layers_py="")
    assert programs("b.ipynb", "a.ipynb") == [(["b.ipynb"], ["layers.py"]), (["a.ipynb"], ["layers.py"])]


def test_a_notebook_in_a_folder_of_its_own_has_no_library_from_elsewhere() -> None:
    write(nb__a_ipynb="import layers", layers_py="")
    assert programs("nb/a.ipynb") == [(["nb/a.ipynb"], [])]


def test_imports_are_found_in_functions_and_below_magics_but_not_in_text() -> None:
    write(
        a_ipynb="%matplotlib inline\ndef f():\n    import one\ns = 'import two'\n# import three",
        one_py="",
        two_py="",
        three_py="",
    )
    assert programs("a.ipynb") == [(["a.ipynb"], ["one.py"])]


def test_the_order_is_handed_on() -> None:
    write(a_ipynb="", b_py="")
    found, _ = read_paths(["."], Order.EXECUTION)
    assert [program.order for program in found] == [Order.EXECUTION, Order.EXECUTION]


def test_a_package_comes_with_its_init_and_the_modules_named() -> None:
    init("pkg", "pkg/sub")
    write(a_ipynb="from pkg.sub import net, NAME", pkg__sub__net_py="", pkg__sub__other_py="")
    assert modules("a.ipynb") == {
        "a.ipynb": None,
        "pkg/__init__.py": "pkg",
        "pkg/sub/__init__.py": "pkg.sub",
        "pkg/sub/net.py": "pkg.sub.net",
    }


def test_a_folder_without_init_is_a_package_too() -> None:
    write(
        a_ipynb="from models import net\nimport models.deep.net2",
        models__net_py="from . import base",
        models__base_py="",
    )
    write(models__deep__net2_py="from ..base import x")
    assert modules("a.ipynb") == {
        "a.ipynb": None,
        "models/net.py": "models.net",
        "models/base.py": "models.base",
        "models/deep/net2.py": "models.deep.net2",
    }


def test_a_module_of_a_library_is_looked_up_where_the_notebook_is() -> None:
    write(a_ipynb="import models.net", models__net_py="import config", config_py="", models__config_py="raise")
    assert "config.py" in modules("a.ipynb")


def test_files_that_do_not_import_each_other_are_programs_of_their_own() -> None:
    write(a_py="import b", b_py="", c_py="import tensorflow", d_py="import c")
    assert programs("a.py", "b.py", "c.py", "d.py") == [(["a.py", "b.py"], []), (["d.py", "c.py"], [])]


def test_files_that_import_the_same_module_are_one_program() -> None:
    write(a_py="import base", b_py="from base import x", base_py="")
    assert programs("a.py", "b.py") == [(["a.py", "b.py"], ["base.py"])]


def test_entry_points_come_first() -> None:
    write(a_py="", b_py="import a, c", c_py="import a")
    assert programs(".") == [(["b.py", "a.py", "c.py"], [])]


def test_files_that_import_each_other_in_a_circle_keep_their_order() -> None:
    write(b_py="import c", a_py="import b", c_py="import a")
    assert programs(".") == [(["a.py", "b.py", "c.py"], [])]
    assert programs("c.py", "a.py", "b.py") == [(["c.py", "a.py", "b.py"], [])]


def test_a_lone_file_has_the_modules_beside_it_as_libraries() -> None:
    write(a_py="import b", b_py="import c, a", c_py="", d_py="import a")
    assert programs("a.py") == [(["a.py"], ["b.py", "c.py"])]


def test_relative_imports_stay_within_the_package() -> None:
    init("pkg", "pkg/sub")
    write(pkg__sub__a_py="from . import b\nfrom ..c import x\nfrom .. import d\nfrom ... import e\nfrom .f import *")
    write(pkg__sub__b_py="", pkg__c_py="", pkg__d_py="", e_py="", pkg__sub__f_py="", pkg__sub__c_py="")
    assert programs("pkg/sub/a.py")[0][1] == [
        "e.py",
        "pkg/__init__.py",
        "pkg/c.py",
        "pkg/d.py",
        "pkg/sub/__init__.py",
        "pkg/sub/b.py",
        "pkg/sub/f.py",
    ]


def test_a_relative_import_above_the_root_is_nothing() -> None:
    write(a_py="from " + "." * 99 + " import b", b_py="")
    assert programs("a.py") == [(["a.py"], [])]


def test_a_package_begins_with_its_init() -> None:
    init("pkg")
    write(pkg__a_py="from . import b\nimport pkg.b", pkg__b_py="")
    Path("pkg/__init__.py").write_text("from .a import x")
    assert programs("pkg") == [(["pkg/__init__.py", "pkg/a.py", "pkg/b.py"], [])]


def test_an_absolute_import_finds_the_package_from_within_it() -> None:
    init("src/pkg")
    write(src__pkg__a_py="from pkg.b import x", src__pkg__b_py="")
    assert modules("src/pkg/a.py") == {"src/pkg/a.py": "pkg.a", "src/pkg/b.py": "pkg.b", "src/pkg/__init__.py": "pkg"}


def test_a_given_folder_is_a_place_to_import_from() -> None:
    write(project__main_py="from nets.models import net", project__nets__models__net_py="")
    assert modules("project") == {"project/main.py": "main", "project/nets/models/net.py": "nets.models.net"}


def test_a_script_in_a_package_may_import_its_neighbour() -> None:
    init("pkg")
    write(pkg__run_py="import layers", pkg__layers_py="")
    assert programs("pkg/run.py") == [(["pkg/run.py"], ["pkg/layers.py"])]


def test_a_module_that_does_not_parse_is_an_opaque_cell() -> None:
    write(a_py="import b", b_py="x = = 1")
    assert isinstance(parse(only("a.py", "b.py").units[1].cells[0]), Opaque)


def test_a_module_is_one_cell_without_index() -> None:
    write(a_py="%x\ny = 1")
    read = unit("a.py")
    assert (read.kind, read.module) == (UnitKind.MODULE, "a")
    assert [(cell.index, cell.text, cell.masked) for cell in read.cells] == [(-1, "%x\ny = 1", "%x\ny = 1")]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"# -*- coding: latin-1 -*-\nx = '\xe9'", "# -*- coding: latin-1 -*-\nx = '\xe9'"),
        (b"\xef\xbb\xbfx = '\xc3\xa9'", "x = '\xe9'"),
        (b"x = 1\r\ny = 2\r\n", "x = 1\r\ny = 2\r\n"),
        (b"", ""),
    ],
)
def test_a_module_is_read_in_the_encoding_it_tells(content: bytes, text: str) -> None:
    Path("a.py").write_bytes(content)
    assert unit("a.py").cells[0].text == text


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"x = '\xe9'", "not UTF-8 text, and no other encoding is declared"),
        (b"\xef\xbb\xbf# coding: latin-1\n", "begins with the byte order mark of UTF-8, and declares another encoding"),
        (b"# coding: rot13\n", "declares the encoding rot13, in which there is no text"),
        (b"# coding: undefined\n", "declares the encoding undefined, in which there is no text"),
        (b"#\n#\nx = '\xe9'", "not utf-8 text (byte 9)"),
        (b"# coding: klingon\n", "unknown encoding: klingon"),
        (b"# coding: ascii\n\xe9", "not ascii text (byte 16)"),
        (b"x\0", "not a text file"),
    ],
)
def test_a_file_that_is_no_text_is_told_and_the_others_are_read(content: bytes, message: str) -> None:
    Path("a.py").write_bytes(content)
    write(b_py="import a")
    found, problems = read_paths(["a.py", "b.py"], Order.DOCUMENT)
    assert problems == (InputProblem("a.py", message),)
    assert [unit.name for program in found for unit in program.units] == ["b.py"]


def test_a_library_that_is_no_text_is_left_out() -> None:
    write(a_ipynb="import b")
    Path("b.py").write_bytes(b"\0")
    assert programs("a.ipynb") == [(["a.ipynb"], [])]


def test_each_path_that_cannot_be_used_is_told() -> None:
    write(a_py="", data_csv="x", broken_ipynb="")
    Path("data_csv").rename("data.csv")
    Path("broken.ipynb").write_text("{")
    Path("empty").mkdir()
    found, problems = read_paths(["data.csv", "a.py", "no.ipynb", "broken.ipynb", "empty"], Order.DOCUMENT)
    assert [unit.name for program in found for unit in program.units] == ["a.py"]
    assert {problem.name: problem.message for problem in problems} == {
        "data.csv": "neither a notebook (.ipynb) nor a .py file",
        "no.ipynb": "no such file",
        "broken.ipynb": "not a notebook: broken JSON in line 1: Expecting property name enclosed in double quotes",
        "empty": "no notebook and no .py file in this folder",
    }


def test_folders_are_searched_but_not_those_of_tools() -> None:
    kept = ["b.py", "sub/a.ipynb", "sub/deep/a.py"]
    left_out = [
        ".git/x.py",
        ".ipynb_checkpoints/a.ipynb",
        "sub/.venv/x.py",
        "venv/x.py",
        "node_modules/x.py",
        "__pycache__/x.py",
        "my_environment/pyvenv.cfg",
        "my_environment/lib/x.py",
        ".hidden.py",
        "notes.txt",
    ]
    for name in (*kept, *left_out):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(json.dumps({"nbformat": 4, "cells": []}) if name.endswith("ipynb") else "")
    assert [units for units, _ in programs(".")] == [[name] for name in kept]


def test_a_file_named_twice_is_read_once(here: Path) -> None:
    write(sub__a_py="")
    assert programs("sub/a.py", "sub", str(here / "sub/../sub/a.py")) == [(["sub/a.py"], [])]


def test_a_hidden_file_or_folder_is_read_when_named() -> None:
    write(a_py="")
    os.renames("a.py", ".hidden/.a.py")
    assert programs(".hidden/.a.py") == [([".hidden/.a.py"], [])]


def test_nothing_is_executed() -> None:
    write(a_ipynb="import b", b_py="open('made', 'w')", c_py="open('made', 'w')")
    programs(".")
    assert not Path("made").exists()


def test_a_file_named_like_numpy_beside_a_program_is_not_what_it_imports(tmp_path: Path) -> None:
    (tmp_path / "numpy.py").write_text("x = 1\n", encoding="utf-8")
    (tmp_path / "main.py").write_text("import numpy as np\nimport other\n", encoding="utf-8")
    (tmp_path / "other.py").write_text("y = 1\n", encoding="utf-8")
    programs, problems = read_paths([tmp_path / "main.py"], Order.DOCUMENT)
    assert not problems
    assert [unit.module for unit in programs[0].libraries] == ["other"]
