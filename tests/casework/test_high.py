"""What a report is about is known when it is filed: a high post goes to no local desk and needs a second officer."""

from __future__ import annotations

import pytest

from tests.hours import BEGINNING, STORY, Hours


def test_a_post_under_a_photo_is_known_too(hours: Hours) -> None:
    story = STORY.replace("camat", "desa")
    hours.talk(hours.sari(), *BEGINNING[:3], "[foto: Pak Camat Harun yang pasang]", "1", story, "1", "Pak Harun",
               "[titik lokasi]", "2", "1", "kirim")  # fmt: skip
    case = hours.case()
    assert (bool(case.high), case.desk) == (True, "bawaslu:74")


@pytest.mark.parametrize(
    ("kind", "who", "high", "desk"),
    [
        ("1", "Pak Camat Harun", True, "bawaslu:74"),
        ("5", "Saya tidak tahu namanya", True, None),
        ("1", "Pak Harun, staf kantor camat", False, "bawaslu:74.07"),
    ],
)
def test_a_high_post_is_known_from_the_answers(
    hours: Hours, kind: str, who: str, high: bool, desk: str | None
) -> None:
    story = STORY.replace("camat", "desa")
    hours.talk(hours.sari(), *BEGINNING, story, kind, who, "[titik lokasi]", "2", "1", "kirim")
    case = hours.case()
    assert bool(case.high) is high
    assert desk in (None, case.desk)
