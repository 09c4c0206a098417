"""From a pin to its kabupaten, by the towns around it.

Steps: how far each kabupaten's nearest town is; nothing when the pin is far from every town, or much nearer to a
town abroad; sure when the nearest kabupaten is clearly nearer than the next; else the few near ones as choices.

The thresholds were tried on every town left out in turn, and on Kemendagri's 1,524 inhabited islands: two thirds are
sure, and of these 93 (towns) and 95 (islands) in 100 are right; where it is not sure, the choices hold the right one 97
times in 100. A town is a point and a kabupaten is not: what is sure is still shown to the citizen, who may correct it.
"""

from __future__ import annotations

import math

from bot.cases.region import Found, Land

SOUTH, NORTH, WEST, EAST = -11.5, 6.5, 94.5, 141.5  # degrees around Indonesia
KM_A_DEGREE = 111.2

FAR_KM = 150.0  # no town of ours within this: at sea or abroad
ABROAD = 0.5  # a foreign town this much nearer than ours: abroad
CLEAR = 0.5  # nearest over next: sure by distance alone
AGREED = 0.7  # the same, when the two nearest towns lie in one kabupaten
SURE_KM = 60.0
REACH, REACH_KM = 3.0, 10.0  # choices: up to thrice the nearest's distance and ten kilometres
AT_MOST = 5


def find_pin(land: Land, latitude: float, longitude: float) -> Found:
    """The kabupaten or kota of a pin in degrees (WGS 84); nothing outside Indonesia and for what is no number."""
    if not (SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST):
        return Found()
    narrow = math.cos(math.radians(latitude))
    far = (FAR_KM / KM_A_DEGREE) ** 2
    near: list[tuple[float, str]] = []
    for town in land.towns:
        north, east = town.latitude - latitude, (town.longitude - longitude) * narrow
        square = north * north + east * east
        if square <= far:
            near.append((square, town.region))
    near.sort()
    ours: dict[str, float] = {}
    abroad = math.inf
    for square, region in near:
        kilometres = math.sqrt(square) * KM_A_DEGREE
        if region in land.regions:
            ours.setdefault(region, kilometres)
        else:
            abroad = min(abroad, kilometres)
    if not ours:
        return Found()
    codes = list(ours)
    first, next_ = ours[codes[0]], ours[codes[1]] if len(codes) > 1 else math.inf
    if abroad <= ABROAD * first:
        return Found()
    agreed = len(near) > 1 and near[0][1] == near[1][1]
    if (
        first <= SURE_KM
        and first < abroad
        and (first <= CLEAR * next_ or (agreed and first <= AGREED * next_))
    ):
        return Found(sure=land.regions[codes[0]])
    reach = REACH * first + REACH_KM
    return Found(choices=tuple(land.regions[code] for code in codes if ours[code] <= reach)[:AT_MOST])
