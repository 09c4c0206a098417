"""Telephone numbers, as people write them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.phone import phones, read_phone

pytestmark = pytest.mark.unit

GOLDEN = """
081234567890 | +6281234567890
0812 3456 7890 | +6281234567890
0812-3456-7890 | +6281234567890
0812.3456.7890 | +6281234567890
6281234567890 | +6281234567890
62811223344 | +62811223344
+6281234567890 | +6281234567890
+62 812-3456-7890 | +6281234567890
+62 (0) 812 3456 7890 | +6281234567890
(0401) 312345 | +62401312345
021-5201590 | +62215201590
hp saya 081234567890 ya | +6281234567890
WA:081234567890. | +6281234567890
+60 12-345 6789 | +60123456789
-
- 1
- 12345
- 7401234567890123
- 198001012005011001
- 16-10-2024
- 081
- 0000000000
- 99999999999
- K7M-4QX-3
- 9081234567890123
"""


@pytest.mark.parametrize("line", GOLDEN.strip().splitlines())
def test_a_number_is_read_as_it_is_written(line: str) -> None:
    text, _, number = line.removeprefix("-").partition(" | ")
    assert read_phone(text) == (number or None)


def test_each_number_is_found_where_it_stands() -> None:
    text = "hp 0812-3456-7890 atau +60 12-345 6789, bukan 12345"
    assert [(text[start:end], number) for start, end, number in phones(text)] == [
        ("0812-3456-7890", "+6281234567890"),
        ("+60 12-345 6789", "+60123456789"),
    ]


@given(st.text(alphabet="0126+() .-a", max_size=80) | st.text(max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    read_phone(text)


def test_a_wall_of_digits_is_read_in_a_moment() -> None:
    started = time.perf_counter()
    for piece in ("0", "08", "0 ", "+6", "0812345678 ", "62 (", "0-", "+62812345678 "):
        list(phones(piece * 10_000))
    assert time.perf_counter() - started < 3
