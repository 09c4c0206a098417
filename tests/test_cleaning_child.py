"""The child that looks at hostile files: with little memory, in little time, and never left behind."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from storage.cleaning import ChildLost, Verdict, clean
from storage.limited import ROOT
from tests import files


@pytest.mark.parametrize("format", ["JPEG", "HEIF", "PNG"])
def test_the_largest_photo_fits_into_the_limits_of_the_child(format: str) -> None:
    picture = Image.linear_gradient("L").resize((8_900, 6_700)).convert("RGB")
    fast = {"quality": 10, "enc_params": {"preset": "ultrafast"}} if format == "HEIF" else {}
    picture_file = files.image(format, picture, exif=files.exif(orientation=6), **fast)
    verdict = clean([picture_file], lambda piece: None)
    assert (verdict.refused, verdict.copy) == ("", "ready")


@pytest.mark.parametrize(("does", "ends"), [
    ("bytearray(1 << 30)", "MemoryError"),
    ("open(sys.argv[2], 'wb', 0).write(b'x')", "OSError: [Errno 27]"),
    ("print('ends by itself', file=sys.stderr)", "ends by itself"),
])  # fmt: skip
def test_the_child_has_little_memory_and_writes_no_file(tmp_path: Path, does: str, ends: str) -> None:
    program = (
        f"import sys; sys.path.insert(0, sys.argv[1]); from storage.cleaner import limit; limit(); {does}"
    )
    told = subprocess.run(
        [sys.executable, "-I", "-c", program, ROOT, str(tmp_path / "x")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stderr.splitlines()[-1].startswith(ends)


def test_a_child_that_takes_too_long_is_ended_and_the_file_is_kept() -> None:
    document = pypdfium2.PdfDocument.new()
    for _ in range(100):
        document.new_page(1440, 1440)
    file = io.BytesIO()
    document.save(file)
    document.close()
    began = time.monotonic()
    verdict = clean([file.getvalue()], lambda piece: None, seconds=3)
    assert verdict == Verdict("application/pdf", copy="failed", reason="child")
    assert time.monotonic() - began < 10


def test_a_child_that_never_answers_says_nothing_about_the_file() -> None:
    with pytest.raises(ChildLost):
        clean([files.image()], lambda piece: None, seconds=0.01)


def test_no_child_outlives_its_file() -> None:
    def breaks_off() -> Iterator[bytes]:
        yield files.image()
        raise ConnectionError

    with pytest.raises(ConnectionError):
        clean(breaks_off(), lambda piece: None)
    ours = ["ps", "--ppid", str(os.getpid()), "-o", "args"]
    assert "storage.cleaner" not in subprocess.run(ours, capture_output=True, text=True, check=True).stdout
