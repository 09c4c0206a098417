"""Which situation a question is about: sure, or unsure with the nearest; never another person's answer.

1. The question is read as concepts (`everyday.py`).
2. A situation fits when the persons it is about are the ones named (who names nobody asks about ASN), one of its
   ways is spoken of wholly, and nothing else is spoken of but what may stand beside it.
3. Of those that fit, the one whose way asks for most is meant; two of them: we are not sure.
4. A word that we do not know may turn the question: one is forgiven where a person was named and three things were
   understood, two with six; never one that looks like a verb, for that may be another deed. "You may" is said only
   where every word is understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.cases.everyday import BESIDE, Everyday
from bot.cases.meaning import Meant, read
from bot.cases.situation import YES, Situation, Situations, Way

ASN = "asn"
NEAR = 0.4
"""From this score on a situation is worth naming where none is sure."""
AT_MOST = 3
UNDERSTOOD = 3
"""Things that have to be understood for each unknown word that is forgiven."""
_VERB = re.compile(r"(?:me[lmnrwy]|mem|ny|ng|di|ber|ter)\w{3,}|\w{3,}(?:kan|in|i)")
"""How Indonesian verbs begin and end."""


@dataclass(frozen=True, slots=True)
class Score:
    """How well one way of a situation fits a question, and why.

    value    of what was heard and what is missing, the part that fits: 0 to 1
    fits     of what was heard, what belongs to it; missing: what it needs and was not heard
    strange  what was heard and does not belong to it: a person, a word that turns the question
    asks     of how many things its way speaks
    """

    situation: Situation
    value: float
    fits: tuple[str, ...]
    missing: tuple[str, ...]
    strange: tuple[str, ...]
    asks: int

    @property
    def whole(self) -> bool:
        return not self.missing and not self.strange


@dataclass(frozen=True, slots=True)
class Match:
    """What a question was taken for.

    found    the situation it is about; None: not sure
    nearest  situations that may be answered instead, the nearest first
    meant    how it was read
    scores   every situation that was thought of, the best first
    """

    found: Situation | None
    nearest: tuple[Situation, ...]
    meant: Meant = field(repr=False)
    scores: tuple[Score, ...] = field(repr=False)


def match(everyday: Everyday, situations: Situations, text: str) -> Match:
    """Find the situation that a question is about."""
    meant = read(everyday, text)
    thought_of = (row for row in situations.rows if _is_thought_of(everyday, meant, row))
    scores = sorted((_best(everyday, meant, row) for row in thought_of), key=_rank, reverse=True)
    found = _found(meant, scores)
    return Match(found, _nearest(everyday, situations, meant, scores, found), meant, tuple(scores))


def _nearest(
    everyday: Everyday, situations: Situations, meant: Meant, scores: list[Score], found: Situation | None
) -> tuple[Situation, ...]:
    """What the law names instead of one that is not confirmed, else what is most alike; only what may be answered."""
    if found is not None and not found.sure:
        named = (situations.situation(key) for key in found.near)
        return tuple(row for row in named if row is not None and row.sure)
    alike = (score.situation for score in scores if _is_near(everyday, meant, score))
    return tuple(row for row in alike if row is not found)[:AT_MOST]


def _is_thought_of(everyday: Everyday, meant: Meant, row: Situation) -> bool:
    """Whether anything is spoken of that it asks for, or it is about a person of whom we know little."""
    things = meant.heard.keys() - set(meant.persons)
    return not things.isdisjoint(row.speaks_of) or (ASN not in row.roles and _about(everyday, meant, row))


def _is_near(everyday: Everyday, meant: Meant, score: Score) -> bool:
    """Whether a situation may be offered instead: about these persons, and the same deed, or theirs alone."""
    row = score.situation
    if not row.sure or not _about(everyday, meant, row):
        return False
    same_deed = any(way[0] & meant.heard.keys() for way in row.ways)
    return ASN not in row.roles or (score.value >= NEAR and same_deed)


def _rank(score: Score) -> tuple[bool, float, int]:
    return score.whole, score.value, score.asks


def _found(meant: Meant, scores: list[Score]) -> Situation | None:
    """The one that asks most of the question; of several the one about the very persons named, not about all ASN."""
    whole = [score for score in scores if score.whole]
    most = max((score.asks for score in whole), default=0)
    best = [score.situation for score in whole if score.asks == most]
    if len(best) > 1:
        best = [row for row in best if not set(row.roles).isdisjoint(meant.persons)]
    if len(best) != 1:
        return None
    forgiving = meant.persons and best[0].verdict != YES and not any(map(_VERB.fullmatch, meant.unknown))
    forgiven = len(meant.heard) // UNDERSTOOD if forgiving else 0
    return best[0] if len(meant.unknown) <= forgiven else None


def _best(everyday: Everyday, meant: Meant, row: Situation) -> Score:
    return max((_score(everyday, meant, row, way) for way in row.ways), key=_rank)


def _score(everyday: Everyday, meant: Meant, row: Situation, way: Way) -> Score:
    needed = frozenset[str]().union(*way)
    persons = meant.persons or (ASN,)
    things = [key for key in meant.heard if key not in meant.persons]
    theirs = _about(everyday, meant, row)
    fits = [key for key in things if key in needed | row.may]
    besides = [
        key for key in things if key not in fits and _stands_beside(everyday, key) and row.verdict != YES
    ]
    strange = [key for key in things if key not in fits and key not in besides]
    missing = ["|".join(sorted(group)) for group in way if not group & meant.heard.keys()]
    fits, strange = ([*persons, *fits], strange) if theirs else (fits, [*persons, *strange])
    total = len(fits) + len(missing) + len(strange) + len(meant.unknown) / 2
    return Score(row, round(len(fits) / total, 2), tuple(fits), tuple(missing), tuple(strange), len(way))


def _stands_beside(everyday: Everyday, key: str) -> bool:
    return key in everyday.concepts and everyday.concepts[key].kind == BESIDE


def _about(everyday: Everyday, meant: Meant, row: Situation) -> bool:
    """Whether it is about the persons that were named: at least one of its roles, and nobody it does not allow."""
    persons = meant.persons or (ASN,)
    own = {person for person in persons if any(everyday.is_within(person, role) for role in row.roles)}
    return bool(own) and own | row.may >= set(persons)
