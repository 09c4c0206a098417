"""When two reports may be about the same thing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.cases.resemblance import alike, link_of, marks, sought

pytestmark = pytest.mark.unit

DAY = date(2024, 10, 15)
PIN = {"region": "74.07", "latitude": -5.32581, "longitude": 123.59523}

LINKS = [
    ("https://www.facebook.com/pakharun/posts/123?ref=share&mibextid=abc", "facebook.com/pakharun/posts/123"),
    ("m.facebook.com/pakharun/posts/123/", "facebook.com/pakharun/posts/123"),
    (
        "https://m.facebook.com/story.php?story_fbid=77&id=88&sfnsn=wa",
        "facebook.com/story.php?id=88&story_fbid=77",
    ),
    ("https://www.tiktok.com/@dinas/video/7?_r=1&_t=x", "tiktok.com/@dinas/video/7"),
    ("https://youtu.be/AbC?si=1", "youtu.be/AbC"),
    ("https://www.facebook.com", ""),
    ("tidak ada", ""),
    ("di grup WA kantor", ""),
    ("", ""),
    ("http://[", ""),
]


@pytest.mark.parametrize(("said", "meant"), LINKS)
def test_a_link_is_the_same_whoever_shares_it(said: str, meant: str) -> None:
    assert link_of(said) == meant


def share(one: dict[str, Any], other: dict[str, Any], day: date = DAY, topic: str = "billboard") -> set[str]:
    """Why the second report is taken for the first, if it is."""
    kept = set(marks("billboard", "74.07", DAY, one))
    return {why for why, mark in sought(topic, "74.07", day, other) if mark in kept}


def test_a_pin_some_steps_beside_is_the_same_spot_and_one_a_street_away_is_not() -> None:
    beside = PIN | {"latitude": -5.32652, "longitude": 123.59451}
    away = PIN | {"latitude": -5.32981}
    assert share({"where": PIN}, {"where": beside}) == {"spot"}
    assert share({"where": PIN}, {"where": away}) == set()


def test_the_day_before_and_after_count_and_others_do_not() -> None:
    for day, same in ((date(2024, 10, 14), True), (date(2024, 10, 16), True), (date(2024, 10, 17), False)):
        assert bool(share({"where": PIN}, {"where": PIN}, day)) is same


def test_another_offence_at_the_spot_is_another_thing() -> None:
    assert share({"where": PIN}, {"where": PIN}, topic="rally") == set()


def test_words_for_a_place_are_a_hint() -> None:
    one, other = (
        {"where": {"said": "Pasar Wanci, Wakatobi"}},
        {"where": {"said": "pasar wanci wakatobi"}},
    )
    assert share(one, other) == {"place"}


def test_a_report_without_place_link_or_day_is_like_none() -> None:
    assert marks("billboard", "", None, {"where": None, "link": None}) == ()
    assert sought("billboard", "", None, {}) == ()


def test_pictures_are_alike_by_few_bits_and_a_bare_wall_is_like_nothing() -> None:
    assert alike("f0f0f0f0f0f0f0f0", "f0f0f0f0f0f0f0f7")
    assert not alike("f0f0f0f0f0f0f0f0", "f0f0f0f0f0f00f0f")
    assert not alike("0000000000000000", "0000000000000001")
