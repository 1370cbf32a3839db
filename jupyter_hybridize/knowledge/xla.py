"""What XLA makes of library functions: those that it cannot compile, leaves out, or lets draw other numbers."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Final

from jupyter_hybridize.knowledge.names import ALIASES, canonical
from jupyter_hybridize.knowledge.table import DATA

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib  # type: ignore[import-not-found, unused-ignore]

REFUSED: Final = "refused"
DROPPED: Final = "dropped"
CHANGED: Final = "changed"
_FEATURES: Final = "FixedLenFeature VarLenFeature RaggedFeature SparseFeature FixedLenSequenceFeature TFRecordOptions"
_DESCRIPTIONS: Final = frozenset(f"tensorflow.io.{name}" for name in _FEATURES.split())  # run nothing


@dataclass(frozen=True, slots=True)
class Xla:
    """The functions by canonical name, and the modules of which XLA knows none."""

    functions: dict[str, str]
    prefixes: tuple[str, ...]

    @classmethod
    def load(cls) -> Xla:
        """Return what the file that comes with the package says."""
        raw = tomllib.loads((DATA / "xla.toml").read_text(encoding="utf-8"))
        named = [(f"tensorflow.{name}", kind) for kind in (REFUSED, DROPPED, CHANGED) for name in raw[kind]]
        prefixes = tuple(name[:-1] for name, _ in named if name.endswith(".*"))
        elsewhere = {ALIASES[alias]: REFUSED for alias in ALIASES if alias.startswith(prefixes)}
        return cls({**elsewhere, **{canonical(name): kind for name, kind in named if name[-1] != "*"}}, prefixes)

    def of(self, name: str) -> str:
        """Return what XLA makes of the function with this canonical name: ``""`` if nothing is known against it."""
        if name in _DESCRIPTIONS:
            return ""
        return self.functions.get(name) or (REFUSED if name.startswith(self.prefixes) else "")
