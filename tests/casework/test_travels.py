"""Where a move takes a case: on to BKN, to another desk, to a second officer, into another case; and its clocks."""

from __future__ import annotations

from typing import Any

import pytest

from bot.cases.lifecycle import Role
from handlers.casework import may, moves
from handlers.casework.work import Moved, Refused, Standing, Waiting
from storage import cases, events
from storage.desks import Officer
from tests.casework.room import BAWASLU, BKN, BUTON, GIVEN, STORY, SULTRA, TICKETS, WAKATOBI, WHY, Room

KOLAKA = "bawaslu:74.01"
PLACE = {"reason": "place"}


def test_passed_on_it_lies_at_bkn_and_only_bkn_writes_to_the_ppk(room: Room, budi: Officer) -> None:
    room.file()
    room.did(budi, "take")
    case = room.did(budi, "pass_to_bkn", {"summary": "Baliho di pagar kantor.", "copies": []})
    assert (case.desk, case.status, case.officer_id) == (BKN, "at_bkn", None)
    assert room.cards[-1] == (TICKETS[0], BKN, WAKATOBI)
    assert room.refused(budi, "recommend", GIVEN) == "gone", "it is theirs no more"
    eko = room.officer(BKN)
    room.did(eko, "take")
    named = GIVEN | {"summary": f"Lihat {TICKETS[0]}."}
    assert room.do(eko, "recommend", named) == Refused("needs", ("summary",)), "no ticket toward the PPK"
    case = room.did(eko, "recommend", GIVEN)
    assert (case.status, case.desk, case.officer_id) == ("at_ppk", BKN, eko.id)
    assert room.open_clocks()["ppk"] == "2024-11-06"
    assert room.holds()


def test_nothing_of_hers_goes_toward_the_ppk_whoever_wrote_it_down_again(room: Room, budi: Officer) -> None:
    """Her story, what stands under her photo, what she forwarded, what she added; the hour; the number."""
    content = {
        "answers": {"story": STORY},
        "captions": {"f1": "Diambil dari teras rumah saya di seberang kantor"},
        "posts": ["Warga RT tiga diminta datang semua besok pagi ya"],
        "said": {},
    }
    case = room.file(content=content)
    with room.database.transaction() as db:
        dossier = cases.dossier_of(db, room.keys, case)
        secret = {"note": "Masih ada dua spanduk lagi di belakang gudang itu", "captions": {}, "posts": []}
        events.append(
            db, case.id, what="added", by="citizen", at=room.at, data={}, secret=secret, dossier=dossier
        )
    room.did(budi, "take")
    room.did(budi, "pass_to_bkn", GIVEN)
    eko = room.officer(BKN)
    room.did(eko, "take")
    for summary in (
        "Menurut laporan: baliho calon bupati dipasang di PAGAR kantor camat.",
        "Baliho dipasang pada Selasa, 15 Oktober 2024, pukul 14.",
        "Baliho dipasang 15.10.2024 sekitar 14.05 siang.",
        "Baliho dipasang sekitar jam dua siang.",
        "Baliho dipasang pkl. 14.",
        "Baliho dipasang setengah tiga sore.",
        "Terlihat pada foto: diambil dari teras rumah saya di seberang kantor.",
        "Tertulis: warga RT tiga diminta datang semua besok pagi ya.",
        "Menurut tambahan masih ada dua spanduk lagi di belakang gudang itu.",
        f"Lihat {TICKETS[0].lower()}.",
    ):
        done = room.do(eko, "recommend", GIVEN | {"summary": summary})
        assert done == Refused("needs", ("summary",)), summary
    own = "Pada 15.10.2024, jam kerja, staf kecamatan diduga memasang baliho di pagar kantor camat, pasal 71 ayat (1)."
    assert room.did(eko, "recommend", GIVEN | {"summary": own}).status == "at_ppk"


def test_what_an_officer_writes_is_sealed_in_the_event(room: Room, budi: Officer) -> None:
    room.file()
    room.did(budi, "take")
    room.did(budi, "not_pursue", WHY)
    event = room.happened()[-1]
    assert event.data["reason"] == "other"
    assert WHY["sentence"] not in str(event)
    assert event.sealed is not None


def passed_on_twice(room: Room, budi: Officer, **facts: Any) -> Officer:
    """From Wakatobi to Buton and on; who has it then."""
    room.file(**facts)
    citra, dodi = room.officer(BUTON), room.officer(KOLAKA)
    assert room.did(budi, "forward", PLACE | {"desk": BUTON}).desk == BUTON
    assert room.did(citra, "forward", PLACE | {"desk": KOLAKA}).desk == KOLAKA
    return dodi


def test_passed_on_a_third_time_it_lies_at_the_province_which_decides(room: Room, budi: Officer) -> None:
    eka, dodi = room.officer(SULTRA), passed_on_twice(room, budi)
    room.turn(room.at.replace(hour=12))
    room.read()
    case = room.did(dodi, "forward", PLACE | {"desk": WAKATOBI})
    assert (case.desk, case.status, case.officer_id) == (SULTRA, "waiting", None), "whatever was asked for"
    assert room.cards[-1] == (TICKETS[0], SULTRA, KOLAKA)
    room.turn(room.at.replace(hour=14))
    (told,) = room.read()
    assert told == (
        f"Ada kabar untuk {TICKETS[0]}.\n\nBawaslu Kab. Kolaka meneruskan laporan ini ke Bawaslu Provinsi Sulawesi "
        "Tenggara. Alasannya: kejadiannya di wilayah lain. Sudah dua kali diteruskan, jadi sekarang diputuskan di "
        "sana. Nomor Anda tetap sama. Kabar berikutnya paling lambat Kamis, 24 Oktober."
    )
    room.did(eka, "take")
    assert room.refused(eka, "forward", PLACE | {"desk": WAKATOBI}) == "most", "it goes round no further"
    assert room.holds()


@pytest.mark.parametrize(("sits", "decides"), [(BAWASLU, BAWASLU), ("", "triage")])
def test_where_nobody_sits_at_the_province_who_is_above_decides(
    room: Room, budi: Officer, sits: str, decides: str
) -> None:
    if sits:
        room.officer(sits)
    assert room.did(passed_on_twice(room, budi), "forward", PLACE).desk == decides


def test_who_is_to_decide_already_passes_it_on_no_further(room: Room, budi: Officer) -> None:
    eka = room.officer(SULTRA)
    room.file(desk=SULTRA)
    for officer, desk in ((eka, BUTON), (room.officer(BUTON), SULTRA)):
        room.did(officer, "forward", PLACE | {"desk": desk})
    assert room.refused(eka, "forward", PLACE | {"desk": BUTON}) == "most"
    with room.database.transaction() as db:
        assert "forward" not in {row.key for row in may.offered(Standing(room.work(db), room.case()), eka)}


def test_off_season_it_is_decided_by_whoever_the_law_names_then(room: Room, budi: Officer) -> None:
    room.officer(BKN), room.officer(SULTRA)
    room.turn(room.at.replace(year=2026))
    assert room.did(passed_on_twice(room, budi), "forward", PLACE).desk == BKN


def test_who_only_distributes_does_so_as_often_as_it_takes(room: Room, budi: Officer) -> None:
    tia, dodi = room.officer("triage"), passed_on_twice(room, budi)
    assert room.did(dodi, "forward", PLACE).desk == "triage"
    assert room.did(tia, "forward", PLACE | {"desk": WAKATOBI}).desk == WAKATOBI
    assert room.refused(budi, "forward", PLACE | {"desk": BUTON}) == "most"


def test_what_was_taken_back_counts_as_not_passed_on(room: Room, budi: Officer) -> None:
    room.officer(SULTRA)
    dodi = passed_on_twice(room, budi)
    room.did(dodi, "forward", PLACE)
    assert isinstance(room.undo(dodi), Moved)
    assert room.case().desk == KOLAKA
    assert room.did(dodi, "forward", PLACE).desk == SULTRA


@pytest.mark.parametrize("key", ["rise", "forward"])
def test_a_post_that_an_officer_finds_out_keeps_the_case_from_local_desks_from_then_on(
    room: Room, budi: Officer, key: str
) -> None:
    """As if she had named it: a second officer is needed too. Taken back, it is as it was."""
    room.file()
    citra, eka, rini = room.officer(BUTON), room.officer(SULTRA), room.officer(SULTRA)
    post = {"reason": "post", "desk": SULTRA}
    assert room.do(budi, "forward", post | {"desk": BUTON}) == Refused("needs", ("reason",))
    case = room.did(budi, key, post)
    assert (case.desk, case.status, case.high) == (SULTRA, "waiting", True)
    assert isinstance(room.undo(budi), Moved)
    assert not room.case().high
    assert room.did(budi, "forward", PLACE | {"desk": BUTON}).desk == BUTON
    room.did(citra, key, post)
    room.did(eka, "take")
    assert room.refused(eka, "forward", PLACE | {"desk": WAKATOBI}) in ("needs", "most")
    assert isinstance(room.do(eka, "not_pursue", WHY), Waiting)
    with room.database.transaction() as db:
        case = room.case()
        assert isinstance(moves.confirm(room.work(db), rini, case.id, case.step), Moved)


@pytest.mark.parametrize(
    "desk", [WAKATOBI, "ppk:74.07", "triage", "bawaslu:99.99", "kasn", "ombudsman", "nobody", ""]
)
def test_some_desks_are_no_place_to_forward_to(room: Room, budi: Officer, desk: str) -> None:
    room.file()
    assert room.refused(budi, "forward", {"reason": "place", "desk": desk}) == "needs"


def test_forwarded_to_an_empty_desk_it_rises(room: Room, budi: Officer) -> None:
    room.file()
    assert room.did(budi, "forward", {"reason": "place", "desk": BUTON}).desk == "triage"
    room.officer(BAWASLU)
    room.file(TICKETS[1], lane="ani")
    assert room.did(budi, "forward", {"reason": "place", "desk": BUTON}, TICKETS[1]).desk == BAWASLU


@pytest.mark.parametrize("facts", [{"high": True}, {"audience": "province"}])
def test_what_is_about_a_high_post_or_meant_for_the_province_goes_to_no_local_desk(
    room: Room, facts: dict[str, Any]
) -> None:
    room.officer(BUTON)
    room.file(desk=SULTRA, **facts)
    assert room.refused(room.officer(SULTRA), "forward", {"reason": "place", "desk": BUTON}) == "needs"


def test_against_a_report_about_a_high_post_a_second_officer_is_needed(room: Room) -> None:
    room.file(desk=SULTRA, high=True)
    budi, dewi, chief = room.officer(SULTRA), room.officer(SULTRA), room.officer(BAWASLU, Role.SUPERVISOR)
    room.did(budi, "take")
    assert isinstance(room.do(budi, "not_pursue", WHY), Waiting)
    case = room.case()
    assert case.status == "examined"
    with room.database.transaction() as db:
        assert moves.confirm(room.work(db), budi, case.id, case.step) == Refused("second", case=case)
    with room.database.transaction() as db:
        declined = moves.decline(room.work(db), dewi, case.id, case.step)
    assert isinstance(declined, Moved)
    with room.database.transaction() as db:
        nothing = moves.confirm(room.work(db), dewi, case.id, case.step)
    assert isinstance(nothing, Refused)
    assert nothing.reason == "second"
    room.do(budi, "not_pursue", WHY)
    with room.database.transaction() as db:
        done = moves.confirm(room.work(db), chief, case.id, case.step)
    assert isinstance(done, Moved)
    assert room.case().status == "not_pursued"
    assert room.happened()[-1].data["second"] == chief.id
    assert room.holds()


def test_a_second_officer_confirms_nothing_when_the_case_has_moved_since(room: Room) -> None:
    room.file(desk=SULTRA, high=True)
    budi, dewi = room.officer(SULTRA), room.officer(SULTRA)
    room.did(budi, "take")
    room.do(budi, "not_pursue", WHY)
    room.did(budi, "ask", GIVEN)
    case = room.case()
    with room.database.transaction() as db:
        assert isinstance(moves.confirm(room.work(db), dewi, case.id, case.step), Refused)
    assert room.case().status == "asked"


def test_merged_cases_go_on_as_one_and_hear_only_what_came_of_it(room: Room, budi: Officer) -> None:
    room.file()
    room.file(TICKETS[1], lane="ani")
    room.did(budi, "take")
    merged = room.did(budi, "merge", {"ticket": TICKETS[0]}, TICKETS[1])
    assert (merged.status, merged.merged_into) == ("merged", "case-K7M-4QX-3")
    assert room.names()[-1] == "joined"
    room.turn(room.at.replace(hour=12))
    assert len(room.read("ani")) == 1
    room.did(budi, "ask", GIVEN)
    room.turn(room.at.replace(hour=14))
    assert room.read("ani") == [], "never another's question"
    room.did(budi, "pass_to_bkn", GIVEN)
    room.turn(room.at.replace(hour=16))
    (told,) = room.read("ani")
    assert told.startswith(f"Ada kabar untuk {TICKETS[1]}.")
    assert TICKETS[0] not in told


@pytest.mark.parametrize("engine", ["sqlite"])
@pytest.mark.parametrize("why", ["of another desk", "close to it"])
def test_no_case_is_merged_into_one_that_the_officer_may_not_know_of(
    room: Room, budi: Officer, why: str
) -> None:
    """It is refused as a number that was never given: who tries numbers learns nothing of them."""
    room.file()
    room.file(TICKETS[1], lane="ani", desk=BUTON if why == "of another desk" else WAKATOBI)
    if why == "close to it":
        room.did(budi, "recuse", ticket=TICKETS[1])
    room.did(budi, "take")
    tried = [room.do(budi, "merge", {"ticket": one}) for one in (TICKETS[1], TICKETS[2], "salah tulis")]
    assert tried == [Refused("needs", ("ticket",))] * 3
    assert room.names(TICKETS[1])[-1] in ("filed", "recuse")


def test_giving_back_wins_no_time(room: Room, budi: Officer) -> None:
    room.file()
    read_by = room.open_clocks()["read"]
    room.did(budi, "take")
    assert "read" not in room.open_clocks()
    room.turn(room.at.replace(day=18))
    room.did(budi, "give_back")
    assert room.open_clocks()["read"] == read_by


def test_more_time_to_decide_is_counted_from_the_registration(room: Room, budi: Officer) -> None:
    room.file()
    room.did(budi, "take")
    room.did(budi, "register", GIVEN)
    assert room.open_clocks()["decision_pilkada"] == "2024-10-20"
    room.turn(room.at.replace(day=19))
    room.did(budi, "extend", {"reason": "witness"})
    assert room.open_clocks()["decision_pilkada_longer"] == "2024-10-22"
    assert "decision_pilkada" not in room.open_clocks()


def test_a_question_stops_no_clock(room: Room, budi: Officer) -> None:
    room.file()
    room.did(budi, "take")
    room.did(budi, "register", GIVEN)
    before = room.open_clocks()["decision_pilkada"]
    room.did(budi, "ask", GIVEN)
    assert room.open_clocks()["decision_pilkada"] == before
    assert room.open_clocks()["answer"] == "2024-10-21"
