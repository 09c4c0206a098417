"""What may not stand in a summary that leaves the house: her own words, a time of day, a ticket (threats.md 2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.cases.ticket import read_ticket

RUN = 7
"""So many words in a row that she wrote too are hers, whoever wrote them down again."""
HOUR = r"(?:\d|(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)\b)"
CLOCK = re.compile(
    r"(?<![\d.,/])(?:[01]?\d|2[0-3])[.:][0-5]\d(?![.,/]?\d)"
    rf"|\b(?:pukul|pkl?|jam)\b\.?\s*(?:setengah\s+)?{HOUR}|\bsetengah\s+{HOUR}"
    r"|\b\d{1,2}\s*(?:am|pm|o'clock)\b",
    re.IGNORECASE,
)
"""A time of day, in figures or in words: "14.05", "pukul dua", "setengah tiga", "2 pm"."""
WORD = re.compile(r"\w+")


def gives_away(summary: str, ticket: str, told: Iterable[str]) -> bool:
    """Whether it names the case or a time of day, or says again what she `told`."""
    named = read_ticket(summary)
    if CLOCK.search(summary) or (named is not None and named.ticket == ticket):
        return True
    hers = {run for text in told for run in _runs(text)}
    return any(run in hers for run in _runs(summary))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = WORD.findall(text.casefold())
    return (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
