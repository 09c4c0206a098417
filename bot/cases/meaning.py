"""What a question in everyday Indonesian or English is about: its words, read as the concepts of `everyday.toml`.

Steps: small letters, no marks; the hurried spellings of a word become the word; the longest known phrase at each place
is a concept; a word that is almost a known one counts as it; what is left is unknown. No text raises.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, pairwise, takewhile

from rapidfuzz.distance import OSA

from bot.cases.everyday import DULL, KIN, LONGEST_PHRASE, MAY, ROLE, WORD, Concept, Everyday

SOMEONE = "someone"
"""Somebody beside the persons that are named: "anak PNS", "guru silat", "caleg boleh …?". No answer is his."""
SOMETHING = "something"
"""A thing that an unknown word makes another one: "kampanye imunisasi", "calon pengantin"."""
TAG = "tidak"
"""Before a mark or at the end it only asks: "pns nyoblos, ga?". """
ME = "saya"
LONGEST_TEXT = 400
SHORTEST_SLIP = 5
TAILS = {"nya": 3, "kah": 3, "lah": 4, "pun": 4, "ku": 4, "mu": 4, "s": 4, "in": 5}
"""What hangs on the end of a word -> letters the word itself then has at least."""
HEADS = ("nge", "di", "me", "ber")
_TRIPLED = re.compile(r"(\w)\1{2,}")
_TWICE = re.compile(r"([^\W\d_]{2,})2")

Phrase = tuple[Concept | None, str]
"""A concept, None where there is none, and the words that said it; a mark is a phrase too."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a text is about.

    heard    concept -> the words that said it, in their order; without those that ask or say nothing
    persons  those of `heard` that are persons
    unknown  words that are in no phrase
    slips    words that were taken for another: (written, meant)
    asks     whether it asks if something is allowed
    """

    heard: Mapping[str, str] = field(repr=False)
    persons: tuple[str, ...]
    unknown: tuple[str, ...] = field(repr=False)
    slips: tuple[tuple[str, str], ...] = field(repr=False)
    asks: bool


def read(everyday: Everyday, text: str) -> Meant:
    """Read a question; of a long one its beginning."""
    slips: list[tuple[str, str]] = []
    phrases = list(_phrases(everyday, list(_words(everyday, text[:LONGEST_TEXT], slips))))
    tags = _tags(phrases)
    spoken = [phrase for at, phrase in enumerate(phrases) if at not in tags]
    heard: dict[str, str] = {}
    for key, said in (*_told(spoken), *_acting(spoken)):
        heard.setdefault(key, said)
    persons = tuple(key for key in heard if key == SOMEONE or _kind(everyday, key) == ROLE)
    unknown = dict.fromkeys(said for concept, said in spoken if concept is None and said[0].isalnum())
    asks = bool(tags) or any(said == "?" or _asks(concept) for concept, said in phrases)
    return Meant(heard, persons, tuple(unknown), tuple(slips), asks)


def _kind(everyday: Everyday, key: str) -> str:
    return everyday.concepts[key].kind if key in everyday.concepts else ""


def _asks(concept: Concept | None) -> bool:
    return concept is not None and concept.kind == MAY


def _says_nothing(concept: Concept | None) -> bool:
    return concept is not None and concept.kind in (DULL, MAY)


def _clauses(phrases: list[Phrase]) -> Iterator[list[Phrase]]:
    """What stands between marks."""
    for is_word, clause in groupby(phrases, key=lambda phrase: phrase[1][0].isalnum()):
        if is_word:
            yield list(clause)


def _acting(phrases: list[Phrase]) -> Iterator[tuple[str, str]]:
    """A candidate, party or team that is asked about itself: "caleg boleh bagi sembako?", "saya caleg, boleh …".

    It is the first thing of a clause that is said, and "boleh" follows it, "saya" goes before it, or nobody else was
    named before.
    """
    nobody = True
    for clause in _clauses(phrases):
        told = [at for at, (concept, _) in enumerate(clause) if not _says_nothing(concept)]
        first, said = clause[told[0]] if told else (None, "")
        if first is not None and first.acts:
            follows = (
                concept for concept, _ in clause[told[0] + 1 :] if concept is None or concept.kind != DULL
            )
            hers = told[0] > 0 and clause[told[0] - 1][1] == ME
            if nobody or hers or _asks(next(follows, None)):
                yield SOMEONE, said
        nobody = nobody and not told


def _told(phrases: list[Phrase]) -> Iterator[tuple[str, str]]:
    """What is spoken of, phrase by phrase, and what the phrases beside it make of it."""
    last: Concept | None = None
    for (before, earlier), (concept, said) in pairwise([(None, "."), *phrases]):
        unknown_before = before is None and earlier[0].isalnum()
        if concept is None:
            if said[0].isalnum() and before is not None and earlier in before.vague:
                yield SOMEONE if before.kind == ROLE else SOMETHING, f"{earlier} {said}"
            last = None
        elif concept.kind not in (DULL, MAY):
            if concept.elected and last is not None and last.stands:
                continue
            if concept.kind == ROLE and (unknown_before or (last is not None and last.kind == KIN)):
                yield SOMEONE, f"{earlier} {said}"
            yield concept.key, said
            last = concept


def _words(everyday: Everyday, text: str, slips: list[tuple[str, str]]) -> Iterator[str]:
    """The words as the phrases write them, none twice in a row; numbers say nothing here. Marks stay: they part
    a role from a relative named before it."""
    last = ""
    for token in WORD.findall(unicodedata.normalize("NFKC", text).casefold()):
        for word in () if token.isdecimal() else _spelled(everyday, token, slips):
            if word != last:
                yield word
            last = word


def _spelled(everyday: Everyday, word: str, slips: list[tuple[str, str]]) -> tuple[str, ...]:
    """The known words that a written one stands for; itself where there is none."""
    for form in _forms(word):
        if form in everyday.spellings:
            return everyday.spellings[form]
        if form in everyday.plain:
            return (form,)
    meant = _slip(everyday, word)
    if meant is None:
        return (word,)
    slips.append((word, meant))
    return everyday.spellings.get(meant, (meant,))


def _forms(word: str) -> Iterator[str]:
    """The word; without letters that are drawn out, or a "2" for twice; then without what stands before and after."""
    yield word
    word = _TRIPLED.sub(r"\1", word)
    word = doubled[1] if (doubled := _TWICE.fullmatch(word)) else word
    yield word
    cut = [
        word.removesuffix(tail)
        for tail, least in TAILS.items()
        if word.endswith(tail) and len(word) >= least + len(tail)
    ]
    yield from cut
    for one in (word, *cut):
        yield from (
            one.removeprefix(head) for head in HEADS if len(one) > len(head) + 2 and one.startswith(head)
        )


def _slip(everyday: Everyday, word: str) -> str | None:
    """The one known word that this almost is: a letter too many, one too few, or two the other way round.

    A letter for another makes another word too often ("bulan", "bukan"), and the first one is seldom wrong.
    """
    if len(word) < SHORTEST_SLIP or not word.isalpha():
        return None
    near = {
        everyday.spellings.get(known, (known,)): known
        for known in (*everyday.plain, *everyday.spellings)
        if known[0] == word[0]
        and len(known) >= SHORTEST_SLIP
        and (len(known) != len(word) or sorted(known) == sorted(word))
        and OSA.distance(word, known, score_cutoff=1) == 1
    }
    return next(iter(near.values())) if len(near) == 1 else None


def _tags(phrases: list[Phrase]) -> set[int]:
    """Where "tidak" only asks: nothing is said after it before the next mark, and it asks there, or at the end."""
    found: set[int] = set()
    for at, (_, said) in enumerate(phrases):
        if said != TAG:
            continue
        rest = list(takewhile(lambda phrase: phrase[1][0].isalnum(), phrases[at + 1 :]))
        before = takewhile(lambda phrase: phrase[1][0].isalnum(), reversed(phrases[:at]))
        mark = next((mark for _, mark in phrases[at + 1 + len(rest) :]), "?")
        asking = mark == "?" or any(_asks(concept) for concept, _ in (*rest, *before))
        if asking and all(_says_nothing(concept) for concept, _ in rest):
            found.add(at)
    return found


def _phrases(everyday: Everyday, words: list[str]) -> Iterator[Phrase]:
    """The longest phrase at each place, with its concept; a word or mark that is in none alone."""
    at = 0
    while at < len(words):
        for length in range(min(LONGEST_PHRASE, len(words) - at), 0, -1):
            concept = everyday.phrases.get(tuple(words[at : at + length]))
            if concept is not None or length == 1:
                yield concept, " ".join(words[at : at + length])
                at += length
                break
