"""A child process for work on what strangers made: a group of its own, an empty environment, killed in time."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

ROOT = str(Path(__file__).resolve().parents[1])


@contextlib.contextmanager
def child(module: str, seconds: float) -> Iterator[subprocess.Popen[bytes]]:
    """A child that runs `main` of `storage.<module>`; killed when its time is over, and anyway."""
    program = f"import sys; sys.path.insert(0, sys.argv[1]); from storage.{module} import main; main()"
    started = subprocess.Popen(  # noqa: S603
        [sys.executable, "-I", "-c", program, ROOT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={},
        cwd="/",
        start_new_session=True,
    )
    watch = threading.Timer(seconds, _kill, (started,))
    watch.daemon = True
    watch.start()
    try:
        yield started
    finally:
        watch.cancel()
        _kill(started)
        for end in (started.stdin, started.stdout):
            with contextlib.suppress(OSError):
                if end is not None:
                    end.close()
        started.wait()


def _kill(started: subprocess.Popen[bytes]) -> None:
    # Not yet waited for, so the number is still this child's, alive or not.
    if started.returncode is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(started.pid, signal.SIGKILL)
