"""A card is edited where it is for as long as a case takes, though other letters are soon forgotten."""

from __future__ import annotations

from datetime import timedelta

from storage import cards, letters, pace, refs, upkeep
from tests.officers.office import Office
from tests.officers.pressing import forged


def prune(office: Office) -> None:
    with office.database.transaction() as db:
        while upkeep.prune(db, office.database.now()):
            pass


def test_after_weeks_the_same_card_changes_and_after_two_months_it_is_forgotten(office: Office) -> None:
    budi = office.officer("2001")
    office.report(office.citizen())
    budi.read()
    slot = cards.slot_of(office.case().id)
    for days, kept in ((50, True), (12, False)):
        office.pass_by(days=days)
        prune(office)
        with office.database.reading() as db:
            assert (refs.last_of_slot(db, office.keys, budi.lane, slot) is not None) is kept
            assert refs.sent_refs(
                db, office.keys, budi.lane, office.database.now().replace(year=2024, month=1)
            ) == ([refs.last_of_slot(db, office.keys, budi.lane, slot)] if kept else [])


def test_a_card_that_is_on_its_way_when_another_takes_the_case_changes_as_soon_as_it_is_there(
    office: Office,
) -> None:
    budi, sari = office.officer("2001"), office.officer("2002", name="Sari")
    office.report(office.citizen())
    minute = timedelta(minutes=1)
    with office.database.transaction() as db:
        now = office.database.now()
        sending = letters.claim(db, office.keys, channel="telegram", owner="a", room=9, now=now, lease=minute)
    forged(sari, "take", office.case().step)
    with office.database.transaction() as db:
        for letter in sending:
            letters.sent(db, office.keys, letter, f"ref-{letter.id}", rate=pace.Rate(minute / 60), now=now)
    office.pass_by(minutes=1)
    assert {letter.lane for letter in sending} == {budi.lane, sari.lane}
    assert budi.read()[0] == "K7M-4QX-3 · diambil Sari, Kamis 17 Okt"
