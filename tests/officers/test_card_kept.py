"""A card is edited where it is for as long as a case takes, though other letters are soon forgotten."""

from __future__ import annotations

from storage import cards, refs, upkeep
from tests.officers.office import Office


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
