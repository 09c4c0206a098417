"""What is read once at start and handed to the core as values: the law, the land, the words."""

from __future__ import annotations

from dataclasses import dataclass

from bot.cases.law import Law
from bot.cases.region import Land
from bot.words.words import Words


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    law: Law
    land: Land
    words: Words
