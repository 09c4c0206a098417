"""How people answer a choice: a number, a title, a beginning of it, or a word that means it."""

from __future__ import annotations

import re
import unicodedata

from bot.conversation.message import Option
from bot.words.words import Words

SHORTEST_BEGINNING = 3
COUNTED = {
    word: place
    for row in (
        "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh",
        "pertama kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh",
        "one two three four five six seven eight nine ten",
        "first second third fourth fifth sixth seventh eighth ninth tenth",
    )
    for place, word in enumerate(row.split(), 1)
}
BESIDE = frozenset(
    """no nomor nomer angka pilih pilihan jawab jawaban saya yang yg ke ya aja saja deh dong pak bu kak mas mbak
    number the choose option please""".split()
)
"""Said around a number, and no answer by themselves."""
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def cleaned(text: str) -> str:
    """Her text without control and invisible characters, trimmed; her own words otherwise untouched."""
    return CONTROL.sub("", unicodedata.normalize("NFC", text)).strip()


def simplified(text: str) -> str:
    """Lower case, letters and digits only, single spaces: how two ways of writing one thing are compared."""
    plain = unicodedata.normalize("NFKC", text[:200]).casefold()
    return " ".join(re.sub(r"[^\w]+", " ", plain).split())


def place_of(text: str) -> int:
    """The place that a number means: "2", "nomor dua", "yang kedua saja"; 0 where it is none."""
    words = [word for word in simplified(text).split() if word not in BESIDE]
    if len(words) != 1:
        return 0
    return int(words[0]) if re.fullmatch(r"[0-9]{1,2}", words[0]) else COUNTED.get(words[0], 0)


def match_option(text: str, options: tuple[Option, ...], words: Words, language: str) -> str | None:
    """The key of the one option that `text` means, or None: also where two would fit.

    A number with what stands beside it is that option, also where a button cut it: "2 Baca dulu (1 meni…".
    A command ("/start", which Telegram's own button sends) is no answer, whatever an option is called.
    """
    heard = simplified(text)
    if not heard or text.lstrip().startswith("/"):
        return None
    listed = [option for option in options if option.only != "buttons"]
    place = place_of(heard)
    if place:
        return listed[place - 1].key if place <= len(listed) else None
    titles = {option.key: _titles(option, words, language) for option in options}
    number, _, rest = heard.partition(" ")
    if number.isdecimal() and rest and 0 < int(number) <= len(listed):
        key = listed[int(number) - 1].key
        if any(name.startswith(rest) for name in titles[key]):
            return key
    exact = {key for key, names in titles.items() if heard in names}
    begun = {key for key, names in titles.items() if any(name.startswith(heard) for name in names)}
    if len(exact) == 1:
        return exact.pop()
    return begun.pop() if len(begun) == 1 and len(heard) >= SHORTEST_BEGINNING else None


def _titles(option: Option, words: Words, language: str) -> set[str]:
    """Every name an option goes by: its label as each channel shows it, its short form, the words for it."""
    names = {simplified(words.text(language, option.label, option.values))}
    for attribute in ("telegram", "short", "tap"):
        if words.has(language, f"{option.label}.{attribute}"):
            names.add(simplified(words.text(language, f"{option.label}.{attribute}", option.values)))
    if words.has(language, f"{option.label}.also"):
        also = words.text(language, f"{option.label}.also", option.values)
        names |= {simplified(name) for name in also.split(",")}
    return names
