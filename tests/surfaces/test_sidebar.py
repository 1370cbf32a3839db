"""What a kernel tells the sidebar."""

from __future__ import annotations

from IPython.core.interactiveshell import InteractiveShell

from jupyter_hybridize import load_ipython_extension, unload_ipython_extension
from jupyter_hybridize.results.evidence import Evidence, from_payload
from jupyter_hybridize.surfaces.sidebar import Told, told


def test_a_shell_without_the_magics_tells_nothing() -> None:
    assert told(InteractiveShell()) is None


def test_magics_that_were_not_used_tell_nothing() -> None:
    shell = InteractiveShell()
    load_ipython_extension(shell)
    try:
        assert told(shell) is None
    finally:
        unload_ipython_extension(shell)


def test_evidence_is_told_as_json_that_can_be_read_back() -> None:
    shown = Told(Evidence())._repr_mimebundle_()
    assert from_payload(shown["application/json"]) == Evidence()
    assert shown["text/plain"] == "evidence"
