"""Which names a text mentions that are written with a slip.

A slip is a letter too many, one missing, a wrong one, or two in the wrong order. What is too short or too far from
every name is no mention: "Solo" must never become Solok.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.cases.region_mentions import Mention, of_a_street, provinces_of, unread
from bot.cases.region_names import KINDS, OFFICIAL, Names, is_kota

AT_MOST_RUNS = 24  # runs of words that are compared with every name
# How many words before and behind a name may be its own, most first.
BESIDE = ((3, 0), (0, 3), (2, 1), (1, 2), (2, 0), (0, 2), (1, 1), (1, 0), (0, 1))


def amended(names: Names, words: Sequence[str], mentions: Sequence[Mention]) -> list[Mention]:
    """The same mentions, where "Nias Baart" is Nias Barat with a slip and not Nias with a word behind it."""
    free = set(unread(names, words, mentions))
    found = list(mentions)
    for one in mentions:
        runs = [(one.start - left, one.end + right) for left, right in BESIDE]
        for start, end in runs:
            added = [*range(start, one.start), *range(one.end, end)]
            if not free.issuperset(added) or one not in found:
                continue
            longer = _near(names, words, start, end, names.near)
            if longer is None:
                continue
            if longer.doubtful:
                longer = replace(longer, codes={**one.codes, **longer.codes})
            found = [other for other in found if other.end <= start or end <= other.start]
            found.append(longer)
    return sorted(found, key=lambda one: one.start)


def misspelt(
    names: Names, words: Sequence[str], free: Sequence[int], *, inside: bool = False
) -> list[Mention]:
    """The mentions of names written with a slip among the words of these indices.

    inside  compares with kecamatan and towns instead, and is always doubtful
    """
    runs: list[tuple[int, int]] = []
    for length in (4, 3, 2, 1):
        for start, last in zip(free, free[length - 1 :], strict=False):
            if last - start == length - 1:
                runs.append((start, last + 1))
    runs = runs if len(runs) <= AT_MOST_RUNS else runs[: AT_MOST_RUNS // 2] + runs[-AT_MOST_RUNS // 2 :]
    found: list[Mention] = []
    for start, end in runs:
        short = sum(map(len, words[start:end])) < 6  # "lihat" is Lahat only when it is all she wrote
        if all(one.end <= start or end <= one.start for one in found) and not (short and len(free) > 2):
            one = _near(names, words, start, end, names.far if inside else names.near)
            found += [one] if one else []
    return found


def _near(names: Names, words: Sequence[str], start: int, end: int, keys: Sequence[str]) -> Mention | None:
    """What a run of words may be with one wrong letter in a name of five to eight, or two in a longer one.

    A short name, two slips in a name of less than eleven, and a second name as near make it doubtful.
    """
    key = "".join(words[start:end])
    inside = keys is names.far
    slips = 0 if not 5 <= len(key) <= 40 else 1 if len(key) < 9 or inside else 2
    hits = process.extract(key, keys, scorer=OSA.distance, score_cutoff=slips, limit=6) if slips else []
    if not hits:
        return None
    best = min(distance for _, distance, _ in hits)
    nearest = [name for name, distance, _ in hits if distance == best]
    codes = {
        code: rank
        for name in nearest
        for code, rank in names.places.get(name, {}).items()
        if inside or rank == OFFICIAL
    }
    before = words[start - 1] if start else ""
    if before in KINDS:
        codes = {code: rank for code, rank in codes.items() if is_kota(code) == (before == "kota")} or codes
    province = next((names.provinces[name] for name in nearest if name in names.provinces), "")
    return Mention(
        start,
        end,
        codes,
        province,
        provinces_of(names, province),
        weak=of_a_street(names, words, start, official=True),
        doubtful=inside or len(key) < 6 or best > (1 if len(key) < 11 else 2) or len(nearest) > 1,
    )
