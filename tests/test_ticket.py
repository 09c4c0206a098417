"""Tickets and receipts: drawn fairly, read tolerantly, and a slip of the tongue is caught."""

from __future__ import annotations

import math
import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.ticket import ALPHABET, TicketRead, read_receipt, read_ticket, receipt, ticket

pytestmark = pytest.mark.unit


def samples(count: int) -> list[str]:
    lots = random.Random(20241016)
    return ["K7M-4QX-3", *(ticket(lots.randbytes(8)) for _ in range(count))]


def test_the_ticket_and_receipt_of_the_golden_transcript_are_ours() -> None:
    assert read_ticket("K7M-4QX-3") == TicketRead("K7M-4QX-3", wrong=False)
    assert read_receipt("8F2K-QM7T-4XRW") == "8F2K-QM7T-4XRW"


def test_no_character_is_easily_taken_for_another() -> None:
    assert not set(ALPHABET) & set("01BILOU")
    assert len(set(ALPHABET)) == 29


def test_every_single_wrong_character_is_caught() -> None:
    for good in samples(60):
        for at, right in enumerate(good):
            for other in ALPHABET:
                if right not in ("-", other):
                    bad = good[:at] + other + good[at + 1 :]
                    assert read_ticket(bad) == TicketRead(bad, wrong=True)


def test_every_swap_of_two_neighbours_is_caught() -> None:
    for good in samples(300):
        plain = good.replace("-", "")
        for at in range(6):
            if plain[at] != plain[at + 1]:
                turned = plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :]
                bad = f"{turned[:3]}-{turned[3:6]}-{turned[6]}"
                assert read_ticket(bad) == TicketRead(bad, wrong=True)


@pytest.mark.parametrize(
    "text",
    [
        "K7M-4QX-3",
        "k7m-4qx-3",
        "K7M4QX3",
        "k7m4qx3",
        "k7m 4qx 3",
        "K7M 4QX-3",
        "  K7M - 4QX - 3  ",
        "K7M–4QX–3",
        "status K7M-4QX-3",
        "nomor saya k7m4qx3 ya kak",
        "STATUS: K7M-4QX-3.",
        "(K7M-4QX-3)",
        "laporan\nK7M-4QX-3\nbagaimana?",
        "k7m.4qx.3",
        "K7M_4QX_3",
        "K7M-4OX-3",
        "K7M-40X-3",
        "KIM-4QX-3",
        "K1M-4QX-3",
        "KlM-4QX-3",
        "yang ada ini K7M-4QX-3",
        "K7M-4QX-4 eh K7M-4QX-3",
        "K7M-4QX-3 8F2K-QM7T-4XRW",
        "8F2K-QM7T-4XRW K7M-4QX-3",
    ],
)
def test_a_ticket_is_read_however_it_is_written(text: str) -> None:
    assert read_ticket(text) == TicketRead("K7M-4QX-3", wrong=False)


@pytest.mark.parametrize(
    "text",
    [
        "K7M-4QX-4",
        "k7n4qx3",
        "status k7m 4xq 3",
        "K7M-4QX-8",
        "no k7m-4qx-b",
    ],
)
def test_a_misread_ticket_is_told_from_no_ticket(text: str) -> None:
    read = read_ticket(text)
    assert read is not None
    assert read.wrong


@pytest.mark.parametrize(
    "text",
    [
        "",
        "halo",
        "1",
        "pertama",
        "keadaan",
        "mengapa",
        "yang ada di kantor",
        "kak ada a",
        "081234567890",
        "0812 345 6789",
        "7401234567890123",
        "16-10-2024",
        "K7M-4QX",
        "K7M-4QX-33",
        "K7M-4QXX-3",
        "8F2K-QM7T-4XRW",
        "8f2kqm7t4xrw",
        "di RT 003 RW 002",
        "DT 1234 AB",
        "X-K7M-4QX-3",
        "K7M-4QX-3-9",
        "123 456 7",
        "ıK7M-4QX-3",
        "😀😀😀-😀😀😀-😀",
    ],
)
def test_what_is_no_ticket_is_not_taken_for_one(text: str) -> None:
    assert read_ticket(text) is None


def test_a_ticket_of_letters_only_is_read_when_it_is_all_that_was_written() -> None:
    letters = next(t for t in samples(2_000) if t.replace("-", "").isalpha())
    plain = letters.replace("-", "").lower()
    assert read_ticket(plain) == TicketRead(letters, wrong=False)
    assert read_ticket(f"orang {plain} itu") is None


@pytest.mark.parametrize(
    "text",
    [
        "8F2K-QM7T-4XRW",
        "8f2k-qm7t-4xrw",
        "8f2kqm7t4xrw",
        "8F2K QM7T 4XRW",
        "BF2K-QM7T-4XRW",
        "bf2k om7t 4xrw",
        "8F2K-QMIT-4XRW",
        "kode saya 8F2K-QM7T-4XRW",
        "K7M-4QX-3 8F2K-QM7T-4XRW",
        "k7m4qx3 8f2kqm7t4xrw",
        "K7M 4QX 3 8F2K QM7T 4XRW",
        "8F2K – QM7T – 4XRW",
    ],
)
def test_a_receipt_is_read_however_it_is_written(text: str) -> None:
    assert read_receipt(text) == "8F2K-QM7T-4XRW"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "K7M-4QX-3",
        "8F2K-QM7T",
        "8F2K-QM7T-4XRW-9999",
        "0812 3456 7890",
        "081234567890",
        "yang dari sana",
        "perbincangan ini",
    ],
)
def test_what_is_no_receipt_is_not_taken_for_one(text: str) -> None:
    assert read_receipt(text) is None


@given(st.binary(min_size=16, max_size=40))
def test_whatever_the_lots_a_ticket_and_a_receipt_are_read_back(bits: bytes) -> None:
    assert read_ticket(ticket(bits)) == TicketRead(ticket(bits), wrong=False)
    assert read_receipt(receipt(bits)) == receipt(bits)


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    read_ticket(text)
    read_receipt(text)


def test_a_wall_of_text_is_read_in_a_moment() -> None:
    started = time.perf_counter()
    for wall in ("a", "K7M-", "k7m ", " \t", "K7M - ", "K7M-4QX-4 "):
        read_ticket(wall * 100_000)
        read_receipt(wall * 100_000)
    assert time.perf_counter() - started < 1


def test_every_character_of_a_draw_is_about_equally_likely() -> None:
    lots = random.Random(1)
    drawn = [receipt(lots.randbytes(16)).replace("-", "") for _ in range(2_900)]
    for place in range(12):
        counts = [sum(one[place] == character for one in drawn) for character in ALPHABET]
        assert min(counts) > 50
        assert max(counts) < 150


def test_a_receipt_is_worth_more_than_fifty_bits() -> None:
    assert 12 * math.log2(len(ALPHABET)) > 58


@pytest.mark.parametrize("bits", [b"", b"1234567", -1])
def test_too_little_chance_is_refused(bits: int | bytes) -> None:
    with pytest.raises(ValueError, match="random"):
        ticket(bits)
    with pytest.raises(ValueError, match="random"):
        receipt(bits)


def test_a_number_serves_as_well_as_bytes() -> None:
    assert ticket(int.from_bytes(b"12345678")) == ticket(b"12345678")
