"""Every name by which a place of the land may be called, ready to be looked up.

A key is a name without kind of letter, space or hyphen: "Wangi-Wangi", "wangi wangi" and "WANGIWANGI" are one. Official
names (and nicknames) count for more than those of a kecamatan or town inside.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

OFFICIAL = 3
DISTRICT = 2
TOWN = 1

KINDS = ("kabupaten", "kota")

SHARED = 2  # villages in more other kabupaten than this bear the kecamatan's name: it proves little
NEAR_LETTERS, FAR_LETTERS = 5, 7  # shorter names are too easily hit by a slip of the finger
LONG_NICKNAME = 7  # shorter ones are mostly abbreviations ("balam"), and malam is a plain word

_APOSTROPHES = re.compile(r"['`´‘’ʼ]")
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Names:
    """
    places     key to codes, each OFFICIAL, DISTRICT (a kecamatan) or TOWN
    provinces  key to a province's code
    parted     a province's code to those that were parted from it
    shared     keys of kecamatan whose name many villages elsewhere bear
    near, far  keys that a misspelt word is compared with: official ones and provinces; kecamatan and towns
    short      words that stand for another; the rest are the word lists of nicknames.toml
    """

    places: Mapping[str, Mapping[str, int]]
    provinces: Mapping[str, str]
    parted: Mapping[str, frozenset[str]]
    shared: frozenset[str]
    near: tuple[str, ...]
    far: tuple[str, ...]
    short: Mapping[str, str]
    fillers: frozenset[str]
    streets: frozenset[str]
    squares: frozenset[str]
    ordinary: frozenset[str]

    def words(self, text: str) -> list[str]:
        """The text's words in small Latin letters, abbreviations written out; figures and signs are left out."""
        plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text)).casefold()
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
        return [self.short.get(word, word) for word in _WORD.findall(plain)]


def index_names(
    regions: Iterable[tuple[str, str, str]],
    districts: Sequence[tuple[str, str, int]],
    towns: Sequence[tuple[str, str]],
    nicknames: Mapping[str, Any],
) -> Names:
    """Builds the index.

    regions    (code, name, kind) of every province, kabupaten and kota
    districts  (code of the kabupaten, name, in how many other kabupaten a village is named so)
    towns      (code of the kabupaten, name)
    nicknames  nicknames.toml as read
    """
    words = nicknames["words"]
    provinces: dict[str, str] = dict(nicknames["provinces"])
    official: dict[str, set[str]] = {}
    loose: dict[str, set[str]] = {}
    places: dict[str, dict[str, int]] = {}
    for code, name, kind in regions:
        key = letters(name)
        if kind == "province":
            provinces[key] = provinces["provinsi" + key] = code
            continue
        official.setdefault(key, set()).add(code)
        places[kind + key] = places[key + kind] = {code: OFFICIAL}
        short = letters(name.removeprefix("Kepulauan ").removeprefix("Pulau ").removesuffix(" Kepulauan"))
        if short != key and short not in words["ordinary"]:
            loose[short] = loose["pulau" + short] = {code}
    nicks = {spelling: set(codes.split()) for spelling, codes in nicknames["names"].items()}
    called = loose | official | nicks  # "Selayar" for Kepulauan Selayar, where no other is called so
    for spelling, meant in called.items():
        places[spelling] = dict.fromkeys(meant, OFFICIAL)
    _with_kind(places, called)
    inside = [(letters(name), code, DISTRICT) for code, name, _ in districts]
    inside += [(letters(name), code, TOWN) for code, name in towns if letters(name) not in provinces]
    for key, code, rank in inside:
        places.setdefault(key, {}).setdefault(code, rank)
    nicknamed = {key for key in nicks.keys() | nicknames["provinces"].keys() if len(key) >= LONG_NICKNAME}
    province_names = provinces.keys() - nicknames["provinces"].keys()
    near = official.keys() | loose.keys() | province_names | nicknamed
    return Names(
        places=places,
        provinces=provinces,
        parted={code: frozenset(codes.split()) for code, codes in nicknames["parted"].items()},
        shared=frozenset(letters(name) for _, name, elsewhere in districts if elsewhere > SHARED),
        near=_long(near, NEAR_LETTERS),
        far=_long({key for key, _, _ in inside} - near - set(words["ordinary"]), FAR_LETTERS),
        short=nicknames["short"],
        fillers=frozenset(words["fillers"]),
        streets=frozenset(words["streets"]),
        squares=frozenset(words["squares"]),
        ordinary=frozenset(words["ordinary"]),
    )


def _with_kind(places: dict[str, dict[str, int]], called: Mapping[str, set[str]]) -> None:
    """Adds "kota jogja" and "kab. bolmong" for the names that are not official."""
    for spelling, meant in called.items():
        for kind in KINDS:
            same = {code for code in meant if is_kota(code) == (kind == "kota")}
            if same:
                places.setdefault(kind + spelling, dict.fromkeys(same, OFFICIAL))


def is_kota(code: str) -> bool:
    """Kemendagri numbers the kota of a province from 71."""
    return code[3:4] == "7"


def letters(name: str) -> str:
    """A name's key."""
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFKD", name).casefold())


def _long(keys: Iterable[str], at_least: int) -> tuple[str, ...]:
    return tuple(sorted(key for key in keys if len(key) >= at_least))
