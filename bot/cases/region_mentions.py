"""Which known names a text mentions.

Steps: read the words; from left to right take the longest run of words that is a name; note what stands before it
("kecamatan", "jalan"), since that says how much the name proves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.cases.region_names import DISTRICT, KINDS, OFFICIAL, Names

LONGEST = 6  # words in a name with its kind: kabupaten kepulauan siau tagulandang biaro
LETTERS_AHEAD, LETTERS_BEHIND = 1_500, 500  # of a long text
AT_MOST_LETTERS = LETTERS_AHEAD + LETTERS_BEHIND
AT_MOST_MENTIONS = 12


@dataclass(frozen=True, slots=True)
class Mention:
    """
    start, end  its words
    codes       the kabupaten it may be, each OFFICIAL, DISTRICT or TOWN
    province    the province it may be
    named       "kecamatan" stands before it: it is one
    weak        a street's or a plain word: it supports, and decides nothing
    shared      villages elsewhere are called so too
    plain       also a plain word of the language: it proves nothing
    doubtful    so misspelt that we have to ask
    """

    start: int
    end: int
    codes: Mapping[str, int]
    province: str = ""
    provinces: frozenset[str] = frozenset()
    named: bool = False
    weak: bool = False
    shared: bool = False
    plain: bool = False
    doubtful: bool = False

    @property
    def official(self) -> bool:
        return OFFICIAL in self.codes.values()

    def may_be(self, code: str) -> bool:
        return code in self.codes or code[:2] in self.provinces


def read(names: Names, text: str) -> list[str]:
    """The words of a text; of a long one those of its beginning and its end."""
    return names.words(
        text if len(text) <= AT_MOST_LETTERS else f"{text[:LETTERS_AHEAD]} {text[-LETTERS_BEHIND:]}"
    )


def known(names: Names, words: Sequence[str]) -> list[Mention]:
    """The mentions of known names, the longest at each place."""
    telling = sum(word not in names.fillers for word in words)
    found: list[Mention] = []
    start = 0
    while start < len(words):
        mention = next(_at(names, words, start, telling), None)
        if mention is None:
            start += 1
        else:
            found.append(mention)
            start = mention.end
    half = AT_MOST_MENTIONS // 2
    return found if len(found) <= AT_MOST_MENTIONS else found[:half] + found[-half:]


def _at(names: Names, words: Sequence[str], start: int, telling: int) -> Iterator[Mention]:
    before = words[start - 1] if start else ""
    if words[start] in KINDS and before in KINDS:  # "kabupaten/kota Bogor" says nothing about which
        return
    for end in range(min(len(words), start + LONGEST), start, -1):
        key = "".join(words[start:end])
        if end == start + 1 and key in names.fillers and before != "kecamatan":
            return
        codes: Mapping[str, int] = names.places.get(key, {})
        province = names.provinces.get(key, "")
        if not codes and not province:
            continue
        districts = {code: rank for code, rank in codes.items() if rank == DISTRICT}
        named = before == "kecamatan" and bool(districts)
        if named:
            codes, province = districts, ""
        plain = key in names.ordinary and not named
        alone = plain and OFFICIAL in codes.values() and telling == end - start
        official = bool(province) or OFFICIAL in codes.values()
        yield Mention(
            start,
            end,
            codes,
            province,
            provinces_of(names, province),
            named=named,
            weak=(plain and not alone) or of_a_street(names, words, start, official),
            plain=plain and not alone,
            shared=key in names.shared,
        )


def provinces_of(names: Names, code: str) -> frozenset[str]:
    """A province and those that were parted from it; none for no province."""
    return frozenset({code}) | names.parted.get(code, frozenset()) if code else frozenset()


def of_a_street(names: Names, words: Sequence[str], start: int, official: bool) -> bool:
    """Whether "jalan", "jalan raya" or, before a kecamatan's name, "lapangan" stands before it."""
    if start > 1 and words[start - 1] in names.ordinary:
        start -= 1
    before = words[start - 1] if start else ""
    return before in names.streets or (before in names.squares and not official)


def unread(names: Names, words: Sequence[str], mentions: Sequence[Mention]) -> list[int]:
    """The indices of the words that belong to no mention and may still tell something."""
    taken = {index for one in mentions if not one.plain for index in range(one.start, one.end)}
    dull = names.fillers | names.streets | names.squares
    return [index for index, word in enumerate(words) if index not in taken and word not in dull]
