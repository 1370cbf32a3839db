"""The table of families, filled while their modules are imported."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from jupyter_hybridize.domain.value import AbstractValue
from jupyter_hybridize.knowledge.families.operation import Operation

Family = Callable[[Operation], AbstractValue]
_FAMILIES: Final[dict[str, Family]] = {}


def family(*names: str) -> Callable[[Family], Family]:
    """Register the transfer function of the families *names*."""

    def register(transfer: Family) -> Family:
        _FAMILIES.update(dict.fromkeys(names, transfer))
        return transfer

    return register


def families() -> Mapping[str, Family]:
    """Return every family, by name."""
    package = __name__.rpartition(".")[0]
    for module in pkgutil.iter_modules(importlib.import_module(package).__path__):
        importlib.import_module(f"{package}.{module.name}")
    return MappingProxyType(_FAMILIES)
