"""facilitator: lead a meeting from the terminal, without the screen (see `screens` for that)."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("facilitator")
except PackageNotFoundError:  # a checkout that was never installed
    __version__ = "0"
