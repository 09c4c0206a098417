"""Files as rows: wanted once, claimed by one, within the limits of a draft and of an address."""

from __future__ import annotations

from datetime import timedelta

from bot.conversation.message import Attachment
from storage import arrivals, drafts, evidence
from tests.storage.shelf import LEASE, Desk


def test_a_wanted_file_is_claimed_with_all_that_is_needed_to_fetch_it(desk: Desk) -> None:
    assert desk.want() == ""
    [wanted] = desk.claim()
    assert (wanted.id, wanted.kind, wanted.channel, wanted.source, wanted.tries) == (
        "e1", "photo", "telegram", "file-id-of-sari", 1,
    )  # fmt: skip
    assert "file-id" not in repr(wanted)


def test_nothing_of_a_citizen_stands_open_in_a_row(desk: Desk) -> None:
    desk.want()
    desk.store(desk.claim()[0])
    shown = repr(desk.raw().model_dump())
    for secret in ("file-id-of-sari", "IMG_2024", "123.6"):
        assert secret not in shown
    dossier = desk.dossier()
    assert evidence.name_of(desk.row(), dossier) == "IMG_20241016.jpg"
    assert evidence.facts_of(desk.row(), dossier) == {"gps": [-5.3, 123.6]}


def test_a_file_wanted_twice_is_one_file(desk: Desk) -> None:
    desk.want()
    desk.want()
    assert len(desk.claim()) == 1
    with desk.database.reading() as db:
        assert len(evidence.of(db, desk.row().dossier_id)) == 1


def test_files_keep_the_order_in_which_they_came(desk: Desk) -> None:
    for number in (3, 1, 2):
        desk.want(Attachment(f"e{number}", "photo", "s"))
    with desk.database.reading() as db:
        assert [(one.id, one.seq) for one in evidence.of(db, desk.row().dossier_id)] == [
            ("e3", 1),
            ("e1", 2),
            ("e2", 3),
        ]


def test_one_file_is_fetched_by_one_at_a_time_and_taken_over_when_its_lease_ends(desk: Desk) -> None:
    desk.want()
    [first] = desk.claim("budi")
    assert desk.claim("citra") == []
    desk.clock.turn(seconds=50)
    with desk.database.transaction() as db:
        assert arrivals.renew(db, first, desk.clock(), LEASE)
    desk.clock.turn(seconds=50)
    assert desk.claim("citra") == []
    desk.clock.turn(seconds=11)
    [second] = desk.claim("citra")
    assert second.tries == 2

    assert not desk.store(first)
    with desk.database.transaction() as db:
        assert not arrivals.renew(db, first, desk.clock(), LEASE)
        assert not arrivals.failed(db, desk.keys, first, "network", desk.clock())
    assert desk.row().state == "wanted"
    assert desk.store(second)
    assert desk.row().state == "stored"
    assert len(desk.heard()) == 1


def test_no_more_are_claimed_than_there_is_room_for_and_the_oldest_first(desk: Desk) -> None:
    for number in range(4):
        desk.want(Attachment(f"e{number}", "photo", "s"))
        desk.clock.turn(seconds=1)
    assert [wanted.id for wanted in desk.claim(room=2)] == ["e0", "e1"]
    assert [wanted.id for wanted in desk.claim(room=9)] == ["e2", "e3"]


def test_the_eleventh_file_of_a_draft_is_not_fetched_and_she_hears_why(desk: Desk) -> None:
    for number in range(10):
        assert desk.want(Attachment(f"e{number}", "photo", "s")) == ""
    assert desk.want(Attachment("e10", "photo", "s")) == "full"
    assert (desk.row("e10").state, desk.row("e10").reason) == ("refused", "full")
    assert [told["attachment"] for told in desk.heard()] == ["e10"]
    assert len(desk.claim(room=20)) == 10


def test_an_address_holds_two_hundred_megabytes_that_belong_to_no_case(desk: Desk) -> None:
    for number in range(9):
        assert desk.want(Attachment(f"e{number}", "video", "s", bytes=20_000_000)) == ""
    assert desk.want(Attachment("f1", "video", "s", bytes=20_000_001), draft="d2") == "full"
    assert desk.want(Attachment("f2", "video", "s", bytes=20_000_000), draft="d2") == ""
    desk.submit("d1")
    assert desk.want(Attachment("f3", "video", "s", bytes=20_000_000), draft="d2") == ""


def test_files_added_to_a_case_are_the_cases_and_open_with_its_key(desk: Desk) -> None:
    desk.want()
    desk.store(desk.claim()[0])
    case_dossier = desk.dossier("d1")
    desk.submit("d1")
    desk.want(Attachment("e2", "photo", "source-2", "dua.jpg"), draft="d2")
    desk.want(Attachment("e3", "photo", "source-3", "tiga.jpg"), draft="d2")
    second, third = desk.claim()
    desk.store(second, b"dua")
    with desk.database.transaction() as db:
        evidence.move(db, desk.keys, desk.dossier_in(db, "d2"), case_dossier)
        drafts.delete(db, "d2", "d-d2", desk.clock())
    desk.store(third, b"tiga")

    with desk.database.reading() as db:
        moved = evidence.of(db, case_dossier.id)
    assert [(one.id, one.seq, one.state) for one in moved] == [
        ("e1", 1, "stored"), ("e2", 2, "stored"), ("e3", 3, "stored"),
    ]  # fmt: skip
    assert [evidence.name_of(one, case_dossier) for one in moved[1:]] == ["dua.jpg", "tiga.jpg"]
    assert {one.proof for one in desk.proved()} == {"whole"}


def test_how_many_wait_and_for_how_long_is_known(desk: Desk) -> None:
    with desk.database.reading() as db:
        assert evidence.waiting(db, desk.clock()) == evidence.Waiting(0, timedelta(0))
    desk.want()
    desk.clock.turn(seconds=30)
    desk.want(Attachment("e2", "photo", "s"))
    with desk.database.reading() as db:
        assert evidence.waiting(db, desk.clock()) == evidence.Waiting(2, timedelta(seconds=30))


def test_a_process_leaves_the_files_of_channels_that_it_cannot_fetch_from(desk: Desk) -> None:
    desk.want()
    with desk.database.transaction() as db:
        assert arrivals.claim(db, desk.keys, "talk", 9, desk.clock(), LEASE, ("terminal",)) == []
    assert len(desk.claim()) == 1
