"""`python -m facilitator.cli`, the same as `facilitator`."""

from facilitator.cli import main

main()
