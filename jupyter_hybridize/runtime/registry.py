"""Writes what TensorFlow, Keras and NumPy say of themselves to the data files of the analysis.

Run as ``python -m jupyter_hybridize.runtime.registry``; with ``--check`` it writes nothing and fails if a file is out
of date.
"""

from __future__ import annotations

import inspect
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from jupyter_hybridize import knowledge
from jupyter_hybridize.runtime.op_rows import read_functions
from jupyter_hybridize.runtime.public_names import PublicNames, has_identity, read_public_names

DATA = Path(knowledge.__file__).parent / "data"
Row = dict[str, object]
_SPECIAL = ("__call__", "__enter__", "__getitem__", "__iter__", "__len__", "__next__")
_NO_MEMBERS = ("tensorflow.compat.v1.", "tensorflow.train.")


def main(arguments: list[str]) -> int:
    """Write the files, or compare them with what would be written; return the exit status."""
    stale = []
    for name, text in read_files().items():
        path = DATA / name
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    print("out of date: " + ", ".join(stale) if stale else "up to date")
    return 1 if stale else 0


def read_files() -> dict[str, str]:
    """Return the data files' names and texts."""
    names = read_public_names()
    aliases = names.aliases()
    grouped: dict[str, list[str]] = {}
    for path in sorted(aliases):
        grouped.setdefault(aliases[path], []).append(path)
    return {"aliases-2.21.json": _text(grouped), "tensorflow-2.21.json": _text(_table(names, aliases))}


def _text(content: object) -> str:
    return json.dumps(content, indent=0, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n"


def _table(names: PublicNames, aliases: Mapping[str, str]) -> Row:
    import tensorflow

    objects = {path: item for path, item in names.objects.items() if path not in aliases}
    classes = {path: item for path, item in objects.items() if inspect.isclass(item)}
    paths = {id(item): path for path, item in classes.items()}
    functions, state = read_functions({path: item for path, item in objects.items() if has_identity(item)})
    return {
        "version": f"tensorflow {tensorflow.__version__.rpartition('.')[0]}",
        "modules": {path: " ".join(sorted(held)) for path, held in names.modules.items()},
        "classes": {path: _class(path, item, paths) for path, item in classes.items()},
        "functions": functions,
        "constants": dict(_constants(objects)),
        "stateful": state,
    }


def _class(path: str, cls: type, paths: Mapping[int, str]) -> Row:
    bases = [each for each in cls.__mro__[1:] if id(each) in paths]
    named = [paths[id(each)] for each in bases]
    builtin = [f"builtins.{each.__name__}" for each in cls.__mro__[1:-1] if each.__module__ == "builtins"]
    row: Row = {"bases": " ".join([*named, *builtin])} if named or builtin else {}
    inherited = {name for each in (*bases, object) for name in dir(each)}
    if not path.startswith(_NO_MEMBERS):
        row["members"] = " ".join(sorted(name for name in dir(cls) if _is_member(name) and name not in inherited))
    return row


def _is_member(name: str) -> bool:
    return not name.startswith("_") or name in (
        "__call__",
        "__enter__",
        "__getitem__",
        "__iter__",
        "__len__",
        "__next__",
    )


def _constants(objects: Mapping[str, object]) -> Iterator[tuple[str, list[object]]]:
    import tensorflow

    for path, item in objects.items():
        if isinstance(item, tensorflow.DType):
            yield path, ["tf.DType", item.name]
        elif item is None or type(item) in (int, float, str, bool):
            yield path, [type(item).__name__, item]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
