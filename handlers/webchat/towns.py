"""The towns of the land, packed for the map on the page: no tile and no map of anybody else's. Pure."""

from __future__ import annotations

import json

from bot.cases.region import Land


def packed(land: Land) -> bytes:
    """{"areas": [titles], "towns": [[longitude, latitude, name, number of its area], …]} of those in the land."""
    towns = [town for town in land.towns if land.region(town.region)]
    codes = list(dict.fromkeys(town.region for town in towns))
    numbers = {code: number for number, code in enumerate(codes)}
    told = {
        "areas": [land.short_title(code) for code in codes],
        "towns": [
            [round(town.longitude, 3), round(town.latitude, 3), town.name, numbers[town.region]]
            for town in towns
        ],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
