"""Photos that were sent together come one by one on WhatsApp, in any order, the caption on any of them."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.hours import BEGINNING, Hours


@pytest.mark.parametrize("engine", ["sqlite"])
@pytest.mark.parametrize("order", list(permutations(("baliho di pagar", "", "tampak dari dekat"))))
def test_an_album_in_any_order_is_one_progress_line_with_one_way_on(
    hours: Hours, order: tuple[str, ...]
) -> None:
    phone = hours.sari()
    hours.talk(phone, *BEGINNING[:3])
    before = len(phone.screens)
    for caption in order:
        phone._accept(files=["photo"], text=caption)
    phone.settle()
    read = phone.read()
    assert sum("3 foto sudah tersimpan" in line for line in read) == 1, read
    assert sum(line == "1 Cukup, lanjut" for line in read) == 1, read
    assert len(phone.screens) == before + 1
