"""Identifiers that sort by the time they were made and tell nothing else: https://github.com/ulid/spec."""

from __future__ import annotations

from datetime import datetime

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def ulid(at: datetime, drawn: bytes) -> str:
    """26 characters from a moment (milliseconds) and 10 random bytes."""
    if len(drawn) != 10:
        raise ValueError("a ULID takes ten random bytes")
    number = (int(at.timestamp() * 1000) << 80) | int.from_bytes(drawn, "big")
    return "".join(ALPHABET[(number >> shift) & 31] for shift in range(125, -5, -5))
