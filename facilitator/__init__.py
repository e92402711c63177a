"""facilitator: lead a meeting from the terminal, without the screen (see `screens` for that)."""


def __getattr__(name: str) -> str:
    """`__version__`, looked up when asked for: finding it costs as much as the rest of the start
    of a small command."""
    if name != "__version__":
        raise AttributeError(name)
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("facilitator")
    except PackageNotFoundError:  # a checkout that was never installed
        return "0"
