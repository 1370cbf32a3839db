"""What is written by hand about TensorFlow's functions: the family of each, and what some do in Python."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.knowledge.families.registration import Family, families
from jupyter_hybridize.knowledge.names import canonical
from jupyter_hybridize.knowledge.table import DATA

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib  # type: ignore[import-not-found, unused-ignore]

_LIBRARIES: Final = ("tensorflow.", "keras.")


@dataclass(frozen=True, slots=True)
class DeclaredEffect:
    """An effect that calling a function has, whatever its arguments."""

    kind: EffectKind
    answer: Answer
    reason: str


@dataclass(frozen=True, slots=True)
class DeclaredEffects:
    """The functions that have effects, by name and by the prefix of their names, and the classes that have none."""

    named: Mapping[str, DeclaredEffect]
    prefixed: Mapping[str, DeclaredEffect]
    harmless: frozenset[str]
    harmless_prefixes: tuple[str, ...]
    known: dict[str, DeclaredEffect | None] = field(default_factory=dict, init=False, compare=False)  # memo of `of`

    def of(self, name: str) -> DeclaredEffect | None:
        """Return the effect of the function with this canonical name, None if none is declared."""
        if name not in self.known:
            found = (effect for prefix, effect in self.prefixed.items() if name.startswith(prefix))
            self.known[name] = self.named.get(name) or next(found, None)
        return self.known[name]

    def is_harmless(self, name: str) -> bool:
        """Return whether making an object of class *name* does nothing that could be noticed."""
        return name in self.harmless or name.startswith(self.harmless_prefixes)


def load_families() -> dict[str, Family]:
    """Return the transfer function of each listed function, by canonical name."""
    known = families()
    return {name: known[family] for name, family in family_names().items()}


def family_names() -> dict[str, str]:
    """Return the family of each listed function, by canonical name."""
    rows = tomllib.loads((DATA / "families.toml").read_text(encoding="utf-8"))
    return {_full(name): family for family, names in rows.items() for name in names}


def load_effects() -> DeclaredEffects:
    """Return the declared effects."""
    raw = tomllib.loads((DATA / "effects.toml").read_text(encoding="utf-8"))
    rows = [(name, _effect(row)) for row in raw["effect"] for name in row["apis"]]
    classes = raw["harmless"]["classes"]
    return DeclaredEffects(
        {_full(name): effect for name, effect in rows if not name.endswith(".*")},
        dict(_prefixed(rows)),
        frozenset(_full(name) for name in classes if not name.endswith(".*")),
        tuple(_full(name[:-2]) + "." for name in classes if name.endswith(".*")),
    )


def _prefixed(rows: list[tuple[str, DeclaredEffect]]) -> Iterator[tuple[str, DeclaredEffect]]:
    return ((_full(name[:-2]) + ".", effect) for name, effect in rows if name.endswith(".*"))


def _effect(row: Mapping[str, str]) -> DeclaredEffect:
    return DeclaredEffect(EffectKind(row["kind"]), Answer(row.get("answer", "no")), row["reason"])


def _full(name: str) -> str:
    return canonical(name if name.startswith(_LIBRARIES) else f"tensorflow.{name}")
