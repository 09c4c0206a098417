"""Where a move takes a case: on to BKN, to a second officer, into another case; and its clocks."""

from __future__ import annotations

import pytest

from bot.cases.lifecycle import Role
from handlers.casework import moves
from handlers.casework.work import Moved, Refused, Waiting
from storage import cases, events
from storage.desks import Officer
from tests.casework.room import BAWASLU, BKN, BUTON, GIVEN, STORY, SULTRA, TICKETS, WAKATOBI, WHY, Room


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
