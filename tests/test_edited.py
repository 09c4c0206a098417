"""What she edits after sending: a note with both versions, of her story, of what she added, of words under a photo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from storage import cases, events
from tests.hours import BEGINNING, MIDDLE, STORY, Hours
from tests.phone import Phone

UNUSED = "Perubahan pesan itu belum kami pakai"


def notes(hours: Hours) -> list[Mapping[str, Any]]:
    """What her edits left with the case, oldest first."""
    case = hours.case()
    with hours.database.reading() as db:
        dossier = cases.dossier_of(db, hours.keys, case)
        found = [
            events.secret_of(one, case.id, dossier) for one in events.of(db, case.id) if one.what == "edited"
        ]
    return [one for one in found if one is not None]


def edit(hours: Hours, phone: Phone, was: str, text: str) -> str:
    """Edit the message that said `was`; what she then reads."""
    ref = next(name for name, said in zip(phone.messages, phone.lines, strict=True) if said == was)
    return " ".join(phone.send(text=text, edited=True, ref=ref))


def test_the_story_is_kept_in_both_versions(hours: Hours) -> None:
    phone = hours.sari()
    hours.report(phone)
    assert "tulisan yang lama tetap ada" in edit(hours, phone, STORY, "Yang memasang kepala desanya")
    (note,) = notes(hours)
    assert (note["question"], note["before"], note["after"]) == (
        "story",
        STORY,
        "Yang memasang kepala desanya",
    )


def test_so_are_words_under_a_photo(hours: Hours) -> None:
    phone = hours.sari()
    hours.talk(phone, *BEGINNING[:-1], "[foto: di pagar]", "1", *MIDDLE, "1", "kirim")
    assert "tulisan yang lama tetap ada" in edit(hours, phone, "[foto: di pagar]", "di gerbang")
    (note,) = notes(hours)
    assert (note["before"], note["after"]) == ("di pagar", "di gerbang")


def test_so_is_what_she_added(hours: Hours) -> None:
    phone = hours.sari()
    hours.report(phone)
    hours.talk(phone, "tambah", "1", "Pak camat datang lagi")
    assert "tulisan yang lama tetap ada" in edit(
        hours, phone, "Pak camat datang lagi", "Pak sekcam datang lagi"
    )
    (note,) = notes(hours)
    assert (note["before"], note["after"]) == ("Pak camat datang lagi", "Pak sekcam datang lagi")


def test_who_she_is_never_becomes_a_note_that_officers_read(hours: Hours) -> None:
    phone = hours.sari()
    hours.talk(phone, *BEGINNING, *MIDDLE, "2", "Sari Dwi", "0812 3456 7890", "kirim")
    assert UNUSED in edit(hours, phone, "Sari Dwi", "Sari Dewi")
    assert UNUSED in edit(hours, phone, "0812 3456 7890", "0813 3456 7890")
    assert notes(hours) == []


def test_an_edit_that_changed_nothing_is_not_mentioned(hours: Hours) -> None:
    phone = hours.sari()
    hours.talk(phone, *BEGINNING, *MIDDLE[:1])
    assert edit(hours, phone, STORY, STORY) == ""
    hours.talk(phone, *MIDDLE[1:], "1", "kirim")
    assert edit(hours, phone, STORY, STORY) == ""
    assert notes(hours) == []
