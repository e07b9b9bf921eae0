"""`python -m parallax` is the command `parallax`."""

from parallax.cli import main

main()
