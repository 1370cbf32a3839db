"""Where the built files are, what is in them, and how an environment is asked about them."""

from __future__ import annotations

import os
import subprocess
import tarfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
BUILT = Path("jupyter_hybridize", "labextension")


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Run to the end, with *environment* on top of ours, and return what was said, which explains a failure."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("COV_", "JUPYTER"))}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=variables | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def contents(archive: Path) -> Mapping[str, bytes]:
    """Return the files in a wheel or sdist by name; those of an sdist without the folder that holds them all."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as opened:
            return {name: opened.read(name) for name in opened.namelist()}
    with tarfile.open(archive) as opened:
        members = [member for member in opened.getmembers() if member.isfile()]
        streams = ((member.name.partition("/")[2], opened.extractfile(member)) for member in members)
        return {name: stream.read() for name, stream in streams if stream}


@dataclass(frozen=True, slots=True)
class Installation:
    """A virtual environment that has the wheel, and its dependencies by way of ours."""

    python: Path
    home: Path

    def run(self, *arguments: str) -> str:
        """Run its Python, away from all of the user's Jupyter."""
        places = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "HOME")
        return run(self.python, *arguments, cwd=self.home, **{place: str(self.home) for place in places})
