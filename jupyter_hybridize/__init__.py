"""Tell which functions of a TensorFlow notebook ``tf.function`` makes faster, and why that is safe or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Register ``%hybridize`` and ``%%hybridize``; IPython calls this for ``%load_ext jupyter_hybridize``."""
    from jupyter_hybridize.surfaces.magic import load

    load(shell)


def unload_ipython_extension(shell: InteractiveShell) -> None:
    """Take the magics away again."""
    from jupyter_hybridize.surfaces.magic import unload

    unload(shell)


def _jupyter_server_extension_points() -> list[dict[str, object]]:
    """Tell Jupyter's server which extension this package has."""
    from jupyter_hybridize.surfaces.server.application import HybridizeServer

    return [{"module": "jupyter_hybridize.surfaces.server.application", "app": HybridizeServer}]


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    """Tell JupyterLab where the built sidebar is."""
    return [{"src": "labextension", "dest": "jupyter-hybridize"}]


def __getattr__(name: str) -> str:
    """Look the version up when asked for it: the kernel, which imports this too, does not need it."""
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import version

    return version("jupyter-hybridize")
