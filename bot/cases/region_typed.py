"""From a typed place to its kabupaten or kota.

Steps: find the places that the text mentions; weigh every kabupaten that any of them may be by how many mentions it
explains; sure when one explains all that matter and nothing speaks against it; else the best few as choices; else the
province that was named. Two of one name (Kota and Kabupaten Bogor) are both shown, unless a place inside decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cases.region import Found, Land, Region
from bot.cases.region_mentions import Mention, known, provinces_of, read, unread
from bot.cases.region_names import OFFICIAL, is_kota
from bot.cases.region_slips import amended, misspelt

AT_MOST = 8
FEW_WORDS = 4  # with more words around it, a kecamatan's name alone may mean something else


def find_typed(land: Land, text: str, within: Region | None = None) -> Found:
    """The kabupaten or kota that a citizen typed; what is no place gives nothing, and no text raises.

    within  the province she named before: it decides between places of one name
    """
    names = land.names
    words = read(names, text)
    mentions = amended(names, words, known(names, words))
    rest = unread(names, words, mentions)
    if within is not None and any(code[:2] == within.code for one in mentions for code in one.codes):
        mentions.append(Mention(len(words), len(words), {}, within.code, provinces_of(names, within.code)))
    found = _weigh(land, _Scale.of(mentions, len(rest)))
    if found.sure or any(one.official and not one.weak for one in mentions):
        return found
    slips = misspelt(names, words, rest)
    if not slips and not found.choices and len(rest) <= FEW_WORDS:
        slips = misspelt(names, words, rest, inside=True)
    if not slips:
        return found
    mentions += slips
    return _weigh(land, _Scale.of(mentions, len(unread(names, words, mentions))))


@dataclass(frozen=True, slots=True)
class _Scale:
    """The mentions by what they prove.

    firm    official names, provinces, and what "kecamatan" stands before: the answer has to explain them
    inside  names of kecamatan and towns: they support, and speak against another place of their province
    weak    streets, villages and plain words: they are offered when there is nothing else
    others  how many words no mention explains
    """

    firm: tuple[Mention, ...]
    inside: tuple[Mention, ...]
    weak: tuple[Mention, ...]
    others: int

    @classmethod
    def of(cls, mentions: Sequence[Mention], others: int) -> _Scale:
        strong = [one for one in mentions if not one.weak]
        firm = tuple(one for one in strong if one.official or one.named or one.province)
        inside = tuple(one for one in strong if not (one.official or one.named or one.province))
        return cls(firm, inside, tuple(one for one in mentions if one.weak), others)

    def weight(self, code: str) -> tuple[int, int, int]:
        """How many firm mentions this place explains, how many at all, and how well."""
        heard = [one for one in (*self.firm, *self.inside, *self.weak) if one.may_be(code)]
        return (
            sum(one.may_be(code) for one in self.firm),
            sum(not one.weak for one in heard),
            sum(one.codes.get(code, 1) for one in heard),
        )

    def settles(self, code: str) -> bool:
        """Whether this place explains everything firm, nothing speaks against it, and something proves it."""
        if not all(one.may_be(code) for one in self.firm):
            return False
        if any(code[:2] in {other[:2] for other in one.codes} for one in self._against(code)):
            return False
        heard = [one for one in (*self.firm, *self.inside) if one.may_be(code)]
        if any(self._proves(one, code, len(heard)) for one in heard):
            return True
        outranked = any(
            one.official and not one.province and one.codes.get(code) != OFFICIAL for one in heard
        )
        inside = [one for one in heard if 0 < one.codes.get(code, 0) < OFFICIAL and not one.doubtful]
        clear = any(not one.shared for one in inside) or len(heard) > 1
        return bool(inside) and clear and not outranked and self.others < FEW_WORDS

    @staticmethod
    def _proves(one: Mention, code: str, heard: int) -> bool:
        """Its official name; but "Jambi" is a province too, and needs a second mention."""
        official = one.codes.get(code) == OFFICIAL and not one.doubtful
        return one.named or (official and (not one.province or heard > 1))

    def _against(self, code: str) -> list[Mention]:
        return [one for one in self.inside if not one.may_be(code) and not one.shared and not one.doubtful]

    def as_good(self, code: str, best: str) -> bool:
        """Whether this place is as likely as the best; between names of kecamatan and towns none is better."""
        proven = any(one.named or one.codes.get(best) == OFFICIAL for one in (*self.firm, *self.weak))
        parts = 3 if proven else 2
        return self.weight(code)[:parts] == self.weight(best)[:parts]

    def offers(self, code: str, best: str) -> bool:
        """Whether this place is worth showing beside the best."""
        if self.as_good(code, best):
            return True
        beside = any(code in one.codes and code[:2] == best[:2] for one in self._against(best))
        return beside or any(one.codes.get(code) == OFFICIAL for one in self.firm)


def _weigh(land: Land, scale: _Scale) -> Found:
    province = next((one.province for one in reversed(scale.firm) if one.province), "")
    pool = [one for one in (*scale.firm, *scale.inside) if one.codes]
    if province and not any(one.official or one.named for one in pool):
        pool = [one for one in pool if any(one.may_be(code) and _of(scale, code) for code in one.codes)]
    if not pool and not province:
        pool = [one for one in scale.weak if not one.plain and (one.official or not one.shared)]
    if not any(one.official or one.named for one in pool) and scale.others >= FEW_WORDS:
        pool = [one for one in pool if not one.shared]
    weights = {code: scale.weight(code) for one in pool for code in one.codes}
    ranked = sorted(weights, key=lambda code: (*(-part for part in weights[code]), not is_kota(code), code))
    if not ranked:
        return _province(land, province, ()) if province else Found()
    best = ranked[0]
    if not any(scale.as_good(code, best) for code in ranked[1:]) and scale.settles(best):
        return Found(sure=land.regions[best])
    choices = [land.regions[code] for code in ranked if scale.offers(code, best)]
    if len(choices) > AT_MOST:
        choices = [one for one in choices if scale.as_good(one.code, best)]
    shown = tuple(choices) if len(choices) <= AT_MOST else ()
    if province and all(one.province for one in pool):
        return _province(land, province, shown)
    return Found(choices=shown)


def _of(scale: _Scale, code: str) -> bool:
    """Whether the place lies in a province that was named."""
    return any(code[:2] in one.provinces for one in scale.firm)


def _province(land: Land, code: str, first: Sequence[Region]) -> Found:
    """A province and no more: all of it when it is few, else the question which; `first` bear its name."""
    children = land.children(code)
    if len(children) > AT_MOST:
        return Found(choices=tuple(first), within=land.regions[code])
    return Found(choices=(*first, *(one for one in children if one not in first)))
