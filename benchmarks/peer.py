"""Environments of their own for the peers that we are measured against, made under out/ on the first run."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

OUT = Path(__file__).parents[1] / "out"


def environment(name: str, requirements: Sequence[str], *, has: str) -> Path | None:
    """The folder of a peer's environment, in which `has` exists; None (and a word why) where it cannot be made."""
    folder = OUT / name
    if next(folder.glob(has), None):
        return folder
    uv = shutil.which("uv", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    steps = [[uv, "venv", "-q", "--clear", folder], [uv, "pip", "install", "-q", "--python", folder, *requirements]]
    if uv is None or any(subprocess.run([str(part) for part in step]).returncode for step in steps):
        print(f"{requirements[0]} could not be installed; it is left out")
        return None
    return folder
