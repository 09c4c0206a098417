"""What is marked unit stays inside its process: `make unit` runs anywhere, at once."""

from __future__ import annotations

import os
import socket
import subprocess
import urllib.request
from collections.abc import Callable

import pytest

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    "outside",
    [
        socket.socket,
        lambda: socket.getaddrinfo("localhost", 80),
        lambda: urllib.request.urlopen("http://localhost:1/"),
        lambda: subprocess.run(["true"], check=True),
        os.fork,
    ],
)
def test_a_unit_test_that_goes_outside_fails(outside: Callable[[], object]) -> None:
    with pytest.raises(pytest.fail.Exception, match="is marked unit, and went outside"):
        outside()
