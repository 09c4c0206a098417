"""The number a citizen reads aloud, and the secret she writes on paper.

A ticket is `K7M-4QX-3`: six characters drawn by lot and one that checks them. A receipt is
`8F2K-QM7T-4XRW`: twelve drawn by lot. Both are written in 29 characters, in which no two are easily taken for
each other: no 0 and O, no 1, I and L, no U beside V, no B beside 8. 29 is a prime, so that a sum weighted
7, 6, … 1 that must be divisible by 29 (the scheme of ISBN-10) catches every single wrong character and every
swap of two neighbours.

No lots are drawn here: whoever calls hands in random bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ALPHABET = "23456789ACDEFGHJKMNPQRSTVWXYZ"
BASE = len(ALPHABET)
_VALUE = {character: value for value, character in enumerate(ALPHABET)}
_DRAWN = 6
_RECEIPT = 12

# What eyes and thumbs make of a character of ours that we never print.
_MEANT = str.maketrans({"B": "8", "U": "V", "O": "Q", "0": "Q", "I": "7", "L": "7", "1": "7"})

_GAP = r"[ \t]*[-–—_.][ \t]*|[ \t]+|"
_START, _END = r"(?<![^\W_])(?<![-–—])", r"(?![^\W_]|[-–—]\w)"
_TICKET = re.compile(rf"{_START}([A-Z0-9]{{3}})({_GAP})([A-Z0-9]{{3}})({_GAP})([A-Z0-9]){_END}")
_SECRET = re.compile(rf"{_START}([A-Z0-9]{{4}})({_GAP})([A-Z0-9]{{4}})({_GAP})([A-Z0-9]{{4}}){_END}")
_LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class TicketRead:
    """A ticket found in what somebody wrote; `wrong` when its check character says it was misread."""

    ticket: str
    wrong: bool


def ticket(bits: int | bytes) -> str:
    """A new ticket from random `bits`: at least 8 bytes, so that no ticket is likelier than another.

    Raises ValueError for fewer bytes or a negative number.
    """
    drawn = _characters(_number(bits, least=8), _DRAWN)
    return _dashed(drawn + _check(drawn), 3)


def receipt(bits: int | bytes) -> str:
    """A new receipt, worth 58 bits, from random `bits`: at least 16 bytes.

    Raises ValueError as `ticket` does.
    """
    return _dashed(_characters(_number(bits, least=16), _RECEIPT), 4)


def read_ticket(text: str) -> TicketRead | None:
    """The ticket in `text`, whatever stands around it, in its printed form; None when nothing looks like one.

    Small letters, spaces for dashes, no dashes and look-alikes (B for 8, O for Q) are understood. A ticket
    whose check is right is preferred to one whose check is wrong.
    """
    wrong: TicketRead | None = None
    for found, alone in _candidates(_TICKET, text):
        read = TicketRead(_dashed(found, 3), found[_DRAWN] != _check(found[:_DRAWN]))
        if not read.wrong:
            return read
        # Seven letters that stand alone are a word more often than a misread ticket.
        wrong = wrong or (None if alone else read)
    return wrong


def read_receipt(text: str) -> str | None:
    """The receipt in `text` in its printed form, read as tolerantly as a ticket; None when there is none."""
    for found, _ in _candidates(_SECRET, text):
        return _dashed(found, 4)
    return None


def _candidates(shape: re.Pattern[str], text: str) -> list[tuple[str, bool]]:
    """What has the shape, in our alphabet, each with whether only its standing alone speaks for it.

    Written with its dashes it may be anything; otherwise it must mix letters and digits, as a plain word or a
    telephone number does not, or be the whole message.
    """
    upper = text[:_LONGEST].upper()
    found = []
    for match in shape.finditer(upper):
        groups = match.groups()
        written = "".join(groups[0::2])
        dashed = all(gap.strip() for gap in groups[1::2])
        mixed = not written.isalpha() and not written.isdigit()
        alone = match.group() == upper.strip(" \t\r\n.,!?") and written.isalpha() and not any(groups[1::2])
        if dashed or mixed or alone:
            meant = written.translate(_MEANT)
            if all(character in _VALUE for character in meant):
                found.append((meant, alone and not dashed))
    return found


def _check(drawn: str) -> str:
    """The last character: makes 7·a + 6·b + 5·c + 4·d + 3·e + 2·f + 1·check divisible by 29."""
    total = sum(weight * _VALUE[character] for weight, character in zip(range(7, 1, -1), drawn, strict=True))
    return ALPHABET[-total % BASE]


def _number(bits: int | bytes, least: int) -> int:
    if isinstance(bits, bytes):
        if len(bits) < least:
            raise ValueError(f"a fair draw needs at least {least} random bytes")
        return int.from_bytes(bits)
    if bits < 0:
        raise ValueError("random bits are not negative")
    return bits


def _characters(number: int, count: int) -> str:
    drawn = []
    for _ in range(count):
        number, value = divmod(number, BASE)
        drawn.append(ALPHABET[value])
    return "".join(drawn)


def _dashed(characters: str, size: int) -> str:
    return "-".join(characters[start : start + size] for start in range(0, len(characters), size))
