"""Work that may never end or want all memory, done in a process of its own and ended when it does.

For what people bring along: templates in Jinja2 or Typst are programs. The process gets bytes and
gives bytes back; it has no terminal, may write no file, and is killed at its limit, so that the
screen that asked for it goes on.

    in_a_process("facilitator.minutes.rendering:render", payload, seconds=5)

The function named takes bytes and gives bytes. A FacilitatorError it raises is raised here again,
with its text; everything else that can happen to it is one of the errors below.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from threading import Event, Thread

from facilitator import errors
from facilitator.i18n import current_language, use_language

MEMORY = 1 << 30
"""Bytes of address space, where the system can hold a process to it (Linux)."""
LARGEST = 32 << 20
"""Bytes that may come back."""
START_SECONDS = 60
"""For the interpreter and its imports on a slow and busy laptop; what is asked for counts after."""

_START = (
    "import json, sys; asked = json.loads(sys.stdin.buffer.readline()); "
    "sys.path[:] = asked['path']; "
    "from facilitator.guarded import answer; answer(asked)"
)
_READY, _DONE, _SAID, _MEMORY, _LARGE, _BROKEN = b"R", b"+", b"!", b"m", b"l", b"x"


class Stopped(Exception):
    """The work gave no result; `str` is what a programmer wants to know."""


class TookTooLong(Stopped):
    """It was ended at its time limit."""


class TooMuchMemory(Stopped):
    """It wanted more memory than it may have, or made more than anybody wants to read."""


class Broke(Stopped):
    """It failed in a way nobody thought of, or its process died."""


def in_a_process(
    function: str, payload: bytes, *, seconds: float, memory: int = MEMORY, largest: int = LARGEST
) -> bytes:
    """What `function` ('package.module:name') makes of `payload`. Raises the FacilitatorError it
    raised, or TookTooLong, TooMuchMemory, Broke."""
    asked = {
        "path": [os.path.abspath(entry) for entry in sys.path],  # noqa: PTH100 - '' is here
        "function": function,
        "language": current_language(),
        "memory": memory,
        "largest": largest,
        "seconds": seconds,
    }
    try:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter, nothing of a user's
            [sys.executable, "-I", "-B", "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # Ctrl+C in the terminal is not meant for it
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, ValueError) as error:
        raise Broke(f"no process can be started: {error}") from error
    return _awaited(process, json.dumps(asked).encode() + b"\n" + payload, seconds)


def _awaited(process: subprocess.Popen[bytes], request: bytes, seconds: float) -> bytes:
    """Threads read and write, for a pipe that is full blocks on both sides and on every system."""
    to_it, from_it, beside = process.stdin, process.stdout, process.stderr
    assert to_it is not None
    assert from_it is not None
    assert beside is not None
    is_ready, parts, told = Event(), [b"", b""], [b""]

    def ask() -> None:
        with contextlib.suppress(OSError, ValueError):  # it died before it had read everything
            to_it.write(request)
        with contextlib.suppress(OSError, ValueError):
            to_it.close()

    def hear() -> None:
        parts[0] = from_it.read(1)
        is_ready.set()
        parts[1] = from_it.read()

    def note() -> None:
        told[0] = beside.read()

    threads = [Thread(target=each, daemon=True) for each in (ask, hear, note)]
    try:
        for thread in threads:
            thread.start()
        if not is_ready.wait(START_SECONDS):
            raise TookTooLong(f"it did not start within {START_SECONDS} seconds")
        threads[1].join(seconds)
        if threads[1].is_alive():
            raise TookTooLong(f"it took longer than {seconds:g} seconds")
    finally:
        process.kill()
        process.wait()
        for thread in threads:
            thread.join(5)
        from_it.close()
        beside.close()
    return _result(parts, told[0].decode("utf-8", "replace"), process.returncode)


def _result(parts: list[bytes], told: str, code: int) -> bytes:
    state, content = parts[1][:1], parts[1][1:]
    if parts[0] == _READY and state == _DONE:
        return content
    if parts[0] == _READY and state == _SAID:
        name, text = json.loads(content)
        kind = getattr(errors, name, errors.FacilitatorError)
        raise kind(text)
    if state == _MEMORY or "memory" in told.casefold():  # what Rust and C say before they abort
        raise TooMuchMemory("it needs too much memory")
    if state == _LARGE:
        raise TooMuchMemory(f"it makes {content.decode()} bytes")
    last = told.strip().rpartition("\n")[2] or f"its process ended with {code}"
    raise Broke(content.decode("utf-8", "replace") or last)


# -- the other side ---------------------------------------------------------------------------


def answer(asked: dict[str, object]) -> None:
    """In the process itself: read what is to be done, do it, write the result."""
    output = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # whatever a library prints is no result
    use_language(str(asked["language"]))
    module, _, name = str(asked["function"]).partition(":")
    function: Callable[[bytes], bytes] = getattr(importlib.import_module(module), name)
    payload = sys.stdin.buffer.read()
    _limit(asked)
    output.write(_READY)
    try:
        content = function(payload)
    except errors.FacilitatorError as error:
        result = _SAID + json.dumps([type(error).__name__, str(error)]).encode()
    except MemoryError:
        result = _MEMORY
    except BaseException as error:  # noqa: BLE001 - a panic of Rust is no Exception
        result = _BROKEN + f"{type(error).__name__}: {error}"[:2000].encode("utf-8", "replace")
    else:
        largest = int(str(asked["largest"]))
        is_large = len(content) > largest
        result = _LARGE + str(len(content)).encode() if is_large else _DONE + content
    view = memoryview(result)
    while view:
        view = view[output.write(view) or 0 :]
    os._exit(0)  # threads of a library are not waited for


def _limit(asked: dict[str, object]) -> None:
    """Hold this process to its memory, to no files, and to an end even if its parent dies."""
    try:
        import resource
    except ImportError:  # Windows: the parent's clock is the limit
        return
    memory, seconds = int(str(asked["memory"])), int(float(str(asked["seconds"])))
    for limit, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, 60 + 8 * seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # less is allowed already, or no such limit
            resource.setrlimit(limit, (most, most))
