"""One press is the consent, and what it was given to is kept with what she then sent (UU 27/2022 art. 20-24)."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import pytest

from bot.flows.welcome import CONSENT_VERSION
from storage import cases, people
from tests.hours import BEGINNING, MIDDLE, Hours
from tests.talking import library


def recorded(hours: Hours) -> Mapping[str, str] | None:
    with hours.database.reading() as db:
        return people.consent_of(db, hours.sari().lane)


def content(hours: Hours) -> Mapping[str, Any]:
    with hours.database.reading() as db:
        held = cases.content_of(db, hours.keys, hours.case())
    assert held is not None
    return held


@pytest.mark.parametrize("language", ["id", "en"])
def test_version_text_hour_and_channel_are_recorded_with_the_press(hours: Hours, language: str) -> None:
    phone = hours.sari()
    hours.talk(phone, "english" if language == "en" else "Halo")
    assert recorded(hours) is None
    hours.talk(phone, "1")
    read = "\n".join(
        library().words.text(language, key, channel="whatsapp") for key in ("ask-consent", "ask-consented")
    )
    assert recorded(hours) == {
        "version": CONSENT_VERSION,
        "hash": sha256(read.encode()).hexdigest(),
        "at": hours.database.now().isoformat(),
        "channel": "whatsapp",
    }


def test_the_record_stays_with_the_report_when_her_address_is_forgotten(hours: Hours) -> None:
    phone = hours.sari()
    hours.talk(phone, *BEGINNING)
    agreed = recorded(hours)
    hours.talk(phone, *MIDDLE, "4", "kirim")
    assert hours.count("address") == 0
    assert agreed is not None
    assert content(hours)["consent"] == agreed


def test_without_news_no_name_of_a_message_or_album_of_hers_stays(hours: Hours) -> None:
    phone = hours.sari()
    hours.talk(phone, *BEGINNING[:-1], "[album: 2 foto]", "1", *MIDDLE, "4", "kirim")
    held = content(hours)
    assert (held["said"], held["albums"]) == ({}, [])
    assert held["answers"]["story"]


def test_whoever_agreed_to_an_older_notice_is_asked_again(hours: Hours) -> None:
    phone = hours.sari()
    hours.talk(phone, "Halo", "1")
    hours.change("UPDATE address SET consent_version = '0'")
    assert "Pengelola" in " ".join(hours.talk(phone, "Halo"))
