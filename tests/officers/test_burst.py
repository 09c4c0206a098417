"""A burst of reports: one letter tells of all of them, and the desk reads each of them once, page after page."""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import Path

from bot.cases.lifecycle import Role
from bot.conversation.draft import Draft
from handlers.casework import clocks
from handlers.casework.work import Standing, Work
from storage import cases, desks, drafts, rooms
from storage.cases import Filing
from storage.rooms import Room
from tests.officers.office import WAKATOBI, Office
from tests.officers.pressing import forged
from tests.phone import Phone
from tests.talking import library

BURST = 200
ALPHABET = "23456789"
PAGES = 25


def ticket(number: int) -> str:
    return "K7M-" + "".join(ALPHABET[number // 8**place % 8] for place in range(3)) + "-Q"


def burst(office: Office, count: int = BURST) -> list[str]:
    """So many reports in one minute, each filed as the talk files it; their tickets."""
    wired = office.saksi.reception.office
    made = [ticket(number) for number in range(count)]
    for number, name in enumerate(made):
        with office.database.transaction() as db:
            work = Work(db, office.keys, library(), wired, office.database.now(), office.at, hers=True)
            lane = f"lane-{number}"
            draft = Draft("report", f"d-{number}")
            none = drafts.load(db, office.keys, lane)
            dossier = drafts.save(db, office.keys, lane, none, (draft,), (), work.now)[draft.id]
            filing = Filing(
                ticket=name, receipt="8F2K-QM7T-4XRW", kind="violation", topic="billboard", accused_kind="asn",
                region="74.07", desk=WAKATOBI, audience="", identity_level="anonymous",
                learned_on=date(2024, 10, 16), happened_on=None, content={"answers": {}}, identity={},
            )  # fmt: skip
            case = cases.file(
                db, office.keys, f"case-{number:04}", filing, dossier, "waiting", office.at, {"formal": True}
            )
            clocks.first(work, case)
            wired.cards(Standing(work, case), "")
    return made


def bound(office: Office, by: Phone, address: str) -> Phone:
    """The desk's group, read like a phone."""
    room = Phone(office.saksi, "telegram", address)
    with office.database.transaction() as db:
        officer = desks.officer_of(db, office.keys, by.lane)
        assert officer is not None
        now = office.database.now()
        code, _ = rooms.make_code(db, office.keys, desk=officer.desk, now=now, drawn=secrets.token_bytes(32))
        made = rooms.bind(db, office.keys, code, officer, id="room", lane=room.lane, address=address, now=now)
    assert isinstance(made, Room)
    return room


def tickets(phone: Phone) -> list[str]:
    """The cases on the newest screen."""
    options = phone.screens[-1].say.options
    return [option.key.split(".")[2] for option in options if option.key.startswith("open.")]


def read_on(office: Office, phone: Phone, *, most: int = PAGES + 5) -> list[str]:
    """Page after page, to the last."""
    found = tickets(phone)
    for _ in range(most):
        if not any(option.key.startswith("list.") for option in phone.screens[-1].say.options):
            return found
        office.say(phone, "[Berikutnya]")
        found += tickets(phone)
    raise AssertionError("it does not end")


def test_two_hundred_at_once_are_one_letter_and_each_is_read_once_although_some_are_taken_meanwhile(
    slow: Office,
) -> None:
    budi, eko = slow.officer("2001"), slow.officer("2002", name="Eko", channel="whatsapp")
    room = bound(slow, budi, "-1001")
    made = burst(slow)
    slow.pass_by(minutes=10)
    for phone, count in ((room, 1), (eko, 1), (budi, 0)):
        before = len(phone.screens)
        phone.read()
        told = [line.values.get("count") for one in phone.screens[before:] for line in one.say.lines]
        assert told == [BURST] * count, phone.channel
    slow.say(budi, "meja")
    read = tickets(budi)
    assert read == made[:8], "the oldest"
    slow.pass_by(seconds=1)
    for phone, number in ((budi, 2), (budi, 120), (eko, 150)):
        forged(phone, "take", 0, made[number])
    slow.say(budi, "[Berikutnya]")
    assert tickets(budi) == made[8:16], "nothing has moved up"
    read += read_on(slow, budi)
    assert sorted(read) == sorted({*made} - {made[150]}), "each once, also those that Budi took meanwhile"


def onward(phone: Phone) -> str:
    """What *Lanjut* carries on the newest screen that has it."""
    options = (option for letter in reversed(phone.screens) for option in letter.say.options)
    return next(option.key for option in options if option.key.startswith("list."))


def test_what_comes_to_lie_before_the_place_where_she_reads_is_read_with_the_next_page(slow: Office) -> None:
    budi = slow.officer("2001")
    made = burst(slow, 30)
    slow.pass_by(minutes=5)
    for number in range(10, 30):
        forged(budi, "take", 0, made[number])
    slow.pass_by(minutes=5)
    slow.say(budi, "meja")
    read = tickets(budi)
    slow.say(budi, "[Berikutnya]")
    read += tickets(budi)
    assert read == made[:16], "those that nobody has are due first"
    forged(budi, "give_back", 1, made[29])
    slow.say(budi, "[Berikutnya]")
    assert tickets(budi) == [made[29], *made[16:23]]
    read += read_on(slow, budi)
    assert read == [*made[:16], made[29], *made[16:29]], "each once"


def test_a_card_that_is_drawn_anew_far_above_is_no_reason_to_leave_its_case_out(office: Office) -> None:
    ani, budi = office.officer("2001", role=Role.SUPERVISOR, name="Ani"), office.officer("2002")
    made = burst(office, 12)
    office.say(ani, "meja")
    assert tickets(ani) == made[:8]
    office.pass_by(seconds=1)
    forged(budi, "take", 0, made[11])
    assert "[Buka]" in " ".join(ani.read()), "her card of it"
    office.say(ani, "[Berikutnya]")
    assert tickets(ani) == made[8:]


def test_a_reading_that_begins_at_what_is_pinned_in_the_room_shows_nothing_of_it_again(
    slow: Office, tmp_path: Path
) -> None:
    budi = slow.officer("2001")
    room = bound(slow, budi, "-1001")
    slow.pass_by(minutes=2)
    made = burst(slow, 20)
    slow.pass_by(minutes=1)
    slow.tick(tmp_path)
    room.read()
    assert tickets(room) == made[:8]
    budi.send(press=["desk", "", onward(room)])
    assert read_on(slow, budi) == made[8:]
