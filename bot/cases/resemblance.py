"""When two reports may be about the same thing: one link, one spot on one day, pictures that look alike. Pure.

What is kept of a report are marks: short texts of which only a blind index is stored, so that nobody reads a place or a
link from them. Files are compared by their hashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

STRONG = ("file", "look", "link", "spot")
"""Why a person need not look twice; `place`, the same words for a place on the same day, is only a hint."""
CELL = 1000
"""Parts of a degree: a spot is about 110 m wide."""
TELLING = frozenset({"v", "id", "story_fbid", "fbid", "p"})
"""Parts of a link's query that say which post it is; the others say who shared it."""
LINK = re.compile(
    r"(?:https?://)?(?P<host>[\w-]+(?:\.[\w-]+)+)(?::\d+)?(?P<path>[^?#\s]*)(?:\?(?P<query>[^#\s]*))?",
    re.IGNORECASE,
)
HOSTS = re.compile(r"^(?:www|m|web|mobile|mbasic|id-id|vt|vm)\.")
APART = 6
"""Of 64 bits of a picture's likeness: recompressed, brightened and captioned copies differ by fewer."""
PLAIN = 8
"""So many bits of one kind: a wall, a sheet of paper. They look like any other."""


def marks(topic: str, region: str, day: date | None, answers: Mapping[str, Any]) -> tuple[str, ...]:
    """What is kept of a report."""
    return tuple(mark for _, mark in _marks(topic, region, (day,) if day else (), answers, 0))


def sought(
    topic: str, region: str, day: date | None, answers: Mapping[str, Any]
) -> tuple[tuple[str, str], ...]:
    """What is looked for, with its reason: the day before and after, the spots beside."""
    days = (day - timedelta(1), day, day + timedelta(1)) if day else ()
    return tuple(_marks(topic, region, days, answers, 1))


def alike(one: str, other: str) -> bool:
    """Whether two pictures' likenesses (16 hexadecimal digits) are of the same picture."""
    first, second = int(one, 16), int(other, 16)
    if not all(PLAIN <= bits.bit_count() <= 64 - PLAIN for bits in (first, second)):
        return False
    return (first ^ second).bit_count() <= APART


def link_of(text: str) -> str:
    """A link without what differs from phone to phone; "" where it is none."""
    found = LINK.match(text.strip())
    if found is None:
        return ""
    pairs = (pair.partition("=") for pair in (found["query"] or "").split("&"))
    told = "&".join(sorted(f"{key}={value}" for key, _, value in pairs if key in TELLING))
    path = found["path"].rstrip("/")
    return f"{HOSTS.sub('', found['host'].lower())}{path}?{told}".rstrip("?") if path or told else ""


def _marks(
    topic: str, region: str, days: tuple[date, ...], answers: Mapping[str, Any], beside: int
) -> Iterator[tuple[str, str]]:
    link = link_of(str(answers.get("link") or ""))
    if link:
        yield "link", f"link:{link}"
    where = answers.get("where") or {}
    said = _plain(str(where.get("said") or ""))
    for day in days:
        for spot in _spots(where, beside):
            yield "spot", f"spot:{topic}:{day}:{spot}"
        if said and region:
            yield "place", f"place:{topic}:{day}:{region}:{said}"


def _plain(text: str) -> str:
    """Letters and digits, small, single spaces: how two ways of writing one place are compared."""
    return " ".join(re.sub(r"[^\w]+", " ", text[:200].casefold()).split())


def _spots(where: Mapping[str, Any], beside: int) -> Iterator[str]:
    if where.get("latitude") is None or where.get("longitude") is None:
        return
    north, east = round(float(where["latitude"]) * CELL), round(float(where["longitude"]) * CELL)
    for up in range(-beside, beside + 1):
        for along in range(-beside, beside + 1):
            yield f"{north + up},{east + along}"
