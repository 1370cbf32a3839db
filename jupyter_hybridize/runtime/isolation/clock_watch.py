"""Notes where the user's code reads a clock while it is traced."""

from __future__ import annotations

import datetime
import functools
import sys
import time
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, Final

import tensorflow as tf

from jupyter_hybridize.runtime.isolation.effect_log import EffectLog
from jupyter_hybridize.runtime.isolation.user_frames import calling_user_frame, is_user_module

_READ_BY_NAME: Final = ("time", "perf_counter", "monotonic", "process_time", "thread_time")
_CLOCKS: Final = (
    *(name + suffix for name in _READ_BY_NAME for suffix in ("", "_ns")),
    *("ctime", "asctime", "localtime", "gmtime", "strftime"),
)
_DATES: Final = {"date": ("today",), "datetime": ("now", "utcnow", "today")}


def watch_clocks(log: EffectLog) -> None:
    """Replace the clocks of the standard library, in their modules and where the user's modules have imported them."""
    replaced: dict[int, Any] = {}
    for name in _CLOCKS:
        original = getattr(time, name, None)
        if original is not None:
            replaced[id(original)] = watched = _watched(original, f"time.{name}", log)
            setattr(time, name, watched)
    for name, methods in _DATES.items():
        cls = getattr(datetime, name)
        replaced[id(cls)] = watched = _watched_class(cls, methods, log)
        setattr(datetime, name, watched)
    for module in _user_modules():
        for name, value in list(vars(module).items()):
            if id(value) in replaced:
                setattr(module, name, replaced[id(value)])


def _user_modules() -> Iterator[ModuleType]:
    """Yield the modules of the user's; a package of a library's is not looked into: TensorFlow has 3,000."""
    modules = dict(sys.modules)
    libraries = {name for name, module in modules.items() if "." not in name and _is_library(module)}
    return (m for name, m in modules.items() if name.partition(".")[0] not in libraries and is_user_module(m))


def _is_library(module: object) -> bool:
    """Return whether *module* has a file, and a library installed it; a folder without `__init__.py` has none."""
    return isinstance(module, ModuleType) and bool(vars(module).get("__file__")) and not is_user_module(module)


def _watched(original: Callable[..., Any], name: str, log: EffectLog) -> Callable[..., Any]:
    @tf.autograph.experimental.do_not_convert  # type: ignore[untyped-decorator]
    @functools.wraps(original)
    def read(*args: Any, **kwargs: Any) -> Any:
        place = calling_user_frame()
        if place is not None:
            log.add("clock", f"`{name}`", lambda: place)
        return original(*args, **kwargs)

    return read  # type: ignore[no-any-return]


class _StandInType(type):
    """Makes classes that stand in for another: what is an instance of that one is an instance of theirs."""

    original: type

    def __instancecheck__(cls, item: object) -> bool:
        return isinstance(item, cls.original)

    def __subclasscheck__(cls, other: type) -> bool:
        return issubclass(other, cls.original)

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        return cls.original(*args, **kwargs)


def _watched_class(cls: type, methods: tuple[str, ...], log: EffectLog) -> type:
    """Return a stand-in for *cls* with methods that are watched: those of a built-in class cannot be replaced."""
    clocks = {name: _watched(getattr(cls, name), f"{cls.__name__}.{name}", log) for name in methods}
    body = {name: staticmethod(clock) for name, clock in clocks.items()}
    return _StandInType(cls.__name__, (cls,), {**body, "original": cls})
