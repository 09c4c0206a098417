"""What was told to be stored is not lost, however she leaves it: additions left open, many reports, two codes."""

from __future__ import annotations

from bot.conversation.message import Line, Say
from handlers.acts.later import FROM_ELSEWHERE
from storage import cases, evidence, letters, mail
from storage.deadlines import start
from storage.letters import Letter
from tests.hours import BEGINNING, MIDDLE, STORY, TICKET, Hours
from tests.phone import Phone


def files(hours: Hours) -> list[str]:
    """The state of each file of the case."""
    with hours.database.reading() as db:
        return [row.state for row in evidence.of(db, hours.case().dossier_id)]


def test_a_photo_that_was_stored_reaches_the_case_though_she_never_pressed_done(hours: Hours) -> None:
    phone = hours.sari()
    hours.report(phone)
    hours.talk(phone, "tambah", "[foto]")
    hours.pass_by(hours=11)
    assert "added" not in " ".join(hours.tick()), "she may still be at it"
    hours.turn(18, 8)
    assert f"added {TICKET}" in hours.tick(dry_run=True)
    assert f"added {TICKET}" in hours.tick()
    assert files(hours) == ["stored"]
    assert ("added", "citizen") in hours.happened()
    assert hours.count("draft", "form = 'add'") == 0
    assert f"Tambahan untuk {TICKET} tersimpan. Terima kasih." in phone.read()
    assert hours.tick() == []


def test_a_second_report_that_is_cancelled_leaves_the_first_its_seven_days(hours: Hours) -> None:
    phone = hours.sari()
    hours.talk(phone, *BEGINNING[:3], "[foto]", "1", STORY, "batal")
    hours.talk(
        phone, "menu", "Saya juga melihat kepala sekolah membagi sembako bergambar calon di lapangan", "1"
    )
    hours.talk(phone, "2", "batal")
    assert hours.count("evidence", "state = 'stored'") == 1
    assert hours.count("draft", "form = 'report'") == 2
    hours.talk(phone, "Halo", "1", "batal")
    assert hours.count("draft", "form = 'report'") == 2, "to go on with one takes nothing of the other"


def test_files_that_are_opened_again_stand_on_a_new_screen(hours: Hours) -> None:
    phone = type(hours.sari())(hours.saksi, "telegram", "1001")
    hours.talk(phone, *BEGINNING[:3], "[foto]")
    first = phone.screens[-1].slot
    hours.talk(phone, "selesai", "kembali")
    assert phone.screens[-1].say.question == "evidence"
    assert phone.screens[-1].slot not in ("", first), (
        "else the screen far above is changed, and she sees nothing"
    )
    second = phone.screens[-1].slot
    hours.talk(phone, "[foto]")
    assert phone.screens[-1].slot == second
    hours.talk(phone, "bantuan")
    assert phone.screens[-1].say.question == "evidence"
    assert phone.screens[-1].slot == "", "what is asked again stands below what was said in between"


def test_who_blocked_the_bot_and_was_forgotten_is_answered_when_she_comes_back(hours: Hours) -> None:
    phone = hours.sari()
    hours.talk(phone, "Halo")
    with hours.database.transaction() as db:
        letters.silence(db, phone.lane, hours.database.now())
    hours.pass_by(days=40)
    hours.tick()
    assert hours.count("address") == 0
    assert hours.count("lane") == 0, "nothing says that this chat was ever used"
    assert hours.talk(phone, "Halo"), "she hears the notice, and not silence for ever"


def test_who_lets_the_bot_in_again_reads_what_waited_before_she_says_a_word(hours: Hours) -> None:
    phone = hours.sari()
    hours.talk(phone, "Halo")
    now = hours.database.now()
    with hours.database.transaction() as db:
        letters.silence(db, phone.lane, now)
        mail.post(
            db, hours.keys, lane=phone.lane, channel=phone.channel, say=Say((Line("greet"),)), language="id",
            rank=0, due_at=now, now=now,
        )  # fmt: skip
    assert phone.read() == []
    hours.saksi.accept(phone.channel, phone.address, lets_in=True)
    assert phone.read() == ["Halo."]


def test_a_chat_that_cannot_be_reached_stays_silent(hours: Hours) -> None:
    phone = hours.sari()
    hours.report(phone)
    with hours.database.transaction() as db:
        letters.silence(db, phone.lane, hours.database.now())
    hours.tick()
    assert hours.count("lane", "silent") == 1


def test_a_story_that_her_telephone_cut_in_two_is_kept_whole(hours: Hours) -> None:
    phone = hours.sari()
    beginning, end = "Mula-mula " + "a" * 4_080, "dan akhirnya mereka pulang membawa spanduknya"
    hours.talk(phone, *BEGINNING, beginning)
    assert "kami simpan dulu untuk ceritanya" in " ".join(hours.talk(phone, end))
    hours.talk(phone, *MIDDLE[1:], "1", "kirim")
    with hours.database.reading() as db:
        content = cases.content_of(db, hours.keys, hours.case())
    assert content is not None
    assert content["answers"]["story"] == f"{beginning}\n{end}"


def test_a_story_as_long_as_a_message_can_be_is_kept_before_the_notice_is_agreed_to(hours: Hours) -> None:
    phone = hours.sari()
    read = hours.talk(phone, "Mula-mula " + "a" * 4_080)
    assert "Tulisan Anda tadi kami simpan dulu." in " ".join(read)


def test_an_addition_for_a_report_that_was_withdrawn_is_not_added(hours: Hours) -> None:
    phone = hours.sari()
    hours.report(phone)
    hours.talk(phone, "tambah", "[foto]")
    hours.change("DELETE FROM tie")
    hours.turn(18, 8)
    assert "added" not in " ".join(hours.tick())
    assert files(hours) == []


def test_a_photo_sent_before_she_said_for_which_report_waits_for_that(hours: Hours) -> None:
    phone = hours.sari()
    hours.report(phone)
    hours.report(phone)
    hours.talk(phone, "tambah", "[foto]")
    hours.pass_by(hours=14)
    read = hours.talk(phone, "Halo")
    assert "Yang mana?" in " ".join(read)
    hours.talk(phone, "1", "1", "1")
    assert hours.count("evidence", "state = 'stored'") == 1
    assert hours.count("case_event", "what = 'added'") == 1


def test_the_tenth_report_of_a_chat_can_be_kept_too(hours: Hours) -> None:
    phone = hours.sari()
    for _ in range(10):
        hours.report(phone)
        hours.pass_by(hours=5)
    with hours.database.transaction() as db:
        start(db, hours.case().id, "withdraw", hours.at + FROM_ELSEWHERE)
    assert TICKET in " ".join(hours.talk(phone, "biarkan"))
    assert "withdraw" not in hours.open_deadlines()


def test_noting_one_code_leaves_the_code_of_another_report_in_the_chat(hours: Hours) -> None:
    phone = type(hours.sari())(hours.saksi, "telegram", "1001")
    hours.report(phone)
    hours.report(phone)
    first, second = (letter for letter in phone.screens if letter.say.protect)
    assert "Pesan kodenya kami hapus" in noted(hours, phone, first)
    assert phone.screens[-1].say.deletes == (f"ref-{first.id}",), f"and not ref-{second.id}"


def test_of_a_code_that_is_older_than_a_bot_can_delete_she_is_told_to_delete_it_herself(hours: Hours) -> None:
    phone = type(hours.sari())(hours.saksi, "telegram", "1001")
    hours.report(phone)
    (code,) = (letter for letter in phone.screens if letter.say.protect)
    hours.pass_by(hours=49)
    assert "hapus sendiri" in noted(hours, phone, code)
    assert phone.screens[-1].say.deletes == (f"ref-{code.id}",), "it may be gone all the same"


def noted(hours: Hours, phone: Phone, code: Letter) -> str:
    """Press, on the letter with this code, that it is noted; what she then reads."""
    option = next(option for option in code.say.options if option.key.startswith("noted"))
    return " ".join(phone.send(press=[code.say.draft, code.say.question, option.key], ref=f"ref-{code.id}"))


def test_a_photo_that_came_before_consent_is_kept_as_long_as_the_notice_says(hours: Hours) -> None:
    phone = hours.sari()
    hours.talk(phone, "[foto]")
    hours.pass_by(days=6)
    hours.tick()
    assert hours.count("evidence", "state = 'stored'") == 1


def test_what_she_wrote_while_we_were_away_is_not_taken_for_too_fast(hours: Hours) -> None:
    phone = hours.sari()
    told = [phone.send(text="menu", ago=minute * 60) for minute in range(40, 0, -1)]
    assert not any("cepat sekali" in line for lines in told for line in lines)
    told = [phone.send(text="menu") for _ in range(40)]
    assert any("cepat sekali" in line for lines in told for line in lines)
