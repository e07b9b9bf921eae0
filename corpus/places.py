"""Where the project's own data files are: beside the packages in a checkout, inside `parallax` in a wheel."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """The folder that holds `events/` and `newsroom/`."""
    checkout = ROOT / "data"
    return checkout if checkout.is_dir() else ROOT / "parallax" / "_data"
