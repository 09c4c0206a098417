"""The words that are understood before any question, and only when they stand by themselves."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.global_words import GlobalWord, global_word

pytestmark = pytest.mark.unit

ALONE = """
add: TAMBAH | tambah bukti | tambahkan | add | Tolong tambah | tambah dong kak | mau nambah
ask: TANYA | tanya | mau tanya | saya mau bertanya | numpang tanya | tanya dong kak | /tanya | i have a question
back: KEMBALI | kembali. | kmbali | balik | back | "kembali" | /kembali | kembali dong
cancel: BATAL | batal | Batalll | btal | 0 | cancel | /batal | tolong batalkan | mau batal | saya mau batal kak
clean: BERSIHKAN CHAT | bersihkan chat | bersihkan chat ini | hapus chat | clear chat | clean this chat
cross: PINDAH CHAT | lanjut di hp lain | CONTINUE ELSEWHERE | /pindah_chat
desk: MEJA | meja | meja saya | my desk
edit: UBAH | ubah! | ganti | edit | /ubah | Ubah jawaban
erase: HAPUS | hapus | hapus laporan | delete | /hapus@SaksiBot | hapus dong
help: BANTUAN | bantuan | tolong | TOLONG! | tolong dong | help | ? | ??? | ？ | /help | /bantuan@SaksiBot
language: BAHASA | bahasa | language | ganti bahasa | /bahasa | /language
leave: BIARKAN | biarkan saja
lock: KUNCI | kunci | lock | buka kunci
long: KABAR LENGKAP | kabar lengkap ya | full news
menu: MENU | menu | /menu | menu dong
move: PINDAH | pindah | ya pindahkan | move it
my_data: DATAKU | dataku | data saya | my data | /dataku
new_code: KODE BARU | kode baru | lupa kode | new code | /kode_baru
object: TINJAU | tinjau | tinjau ulang | minta ditinjau lagi | review again
ombudsman: OMBUDSMAN | ombudsman | tanya ombudsman | Tanya ke ombudsman
privacy: PRIVASI | privacy | /privacy | /privasi
restart: MULAI | mulai
safe: takut | Saya takut kak | apakah aman? | apakah aman? nanti saya ketahuan gak | is it safe? | I'm afraid
send: KIRIM | kirim | Kirim. | krim | kirimmm | send | tolong kirim ya | kirim sekarang
short: KABAR SINGKAT | kabar  singkat | short news | /kabar_singkat
skip: LEWATI | lewati | lewat | skip | lewati saja | mau skip
start: /start | /start@SaksiBot | LAPOR | lapor | saya mau lapor | mau lapor | laporan baru | report
raise: JADIKAN LAPORAN | jadikan laporan | Jadi laporan | make it a report
status: STATUS | status | sttus | cek status | Status? | /status | status dong | status laporan saya
stop: BERHENTI | berhenti | STOP | stop
withdraw: TARIK | tarik | tarik laporan | withdraw | mau tarik laporan
"""


def rows() -> list[tuple[str, GlobalWord]]:
    pairs = (line.split(": ", 1) for line in ALONE.strip().splitlines())
    return list(
        chain.from_iterable(((said, GlobalWord(word)) for said in row.split(" | ")) for word, row in pairs)
    )


def test_every_word_has_a_golden_row() -> None:
    assert {word for _, word in rows()} == set(GlobalWord)


@pytest.mark.parametrize(("text", "word"), rows())
def test_a_word_by_itself_is_understood(text: str, word: GlobalWord) -> None:
    assert global_word(text) == (word, "")


@pytest.mark.parametrize(
    ("text", "word", "argument"),
    [
        ("status K7M-4QX-3", GlobalWord.STATUS, "K7M-4QX-3"),
        ("STATUS k7m4qx3", GlobalWord.STATUS, "k7m4qx3"),
        ("status: K7M-4QX-3?", GlobalWord.STATUS, "K7M-4QX-3"),
        ("cek laporan nomor k7m 4qx 3", GlobalWord.STATUS, "k7m 4qx 3"),
        ("status K7M-4QX-3 8F2K-QM7T-4XRW", GlobalWord.STATUS, "K7M-4QX-3 8F2K-QM7T-4XRW"),
        ("status KHM-HQX-W", GlobalWord.STATUS, "KHM-HQX-W"),
        ("/status K7M-4QX-3", GlobalWord.STATUS, "K7M-4QX-3"),
        ("tambah K7M-4QX-3", GlobalWord.ADD, "K7M-4QX-3"),
        ("tarik laporan K7M-4QX-3", GlobalWord.WITHDRAW, "K7M-4QX-3"),
        ("hapus K7M-4QX-3", GlobalWord.ERASE, "K7M-4QX-3"),
        ("biarkan K7M-4QX-3", GlobalWord.LEAVE, "K7M-4QX-3"),
        ("english", GlobalWord.LANGUAGE, "en"),
        ("ENGLISH please", GlobalWord.LANGUAGE, "en"),
        ("bahasa inggris", GlobalWord.LANGUAGE, "en"),
        ("/bahasa inggris", GlobalWord.LANGUAGE, "en"),
        ("INDONESIA", GlobalWord.LANGUAGE, "id"),
        ("bahasa Indonesia dong", GlobalWord.LANGUAGE, "id"),
        ("ubah 3", GlobalWord.EDIT, "3"),
        ("ubah nomor 3", GlobalWord.EDIT, "3"),
        ("ganti 3", GlobalWord.EDIT, "3"),
        ("Ubah tempat", GlobalWord.EDIT, "tempat"),
        ("/start a1B2-c3_D4", GlobalWord.START, "a1B2-c3_D4"),
        ("/start@SaksiBot abc", GlobalWord.START, "abc"),
    ],
)
def test_a_word_carries_what_follows_it(text: str, word: GlobalWord, argument: str) -> None:
    assert global_word(text) == (word, argument)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "!!!",
        "1",
        "10",
        "ya",
        "aman",
        "takut, tapi saya lihat camat membagi beras",
        "warga takut. camat mengancam",
        "camat bilang rahasia",
        "halo",
        "setuju",
        "lanjut",
        "selesai",
        "tidak jadi",
        "Baca dulu",
        "Hapus foto ini",
        "Mulai dari awal",
        "Kirim nanti, lanjut dulu",
        "Tanpa foto",
        "jangan kirim kabar",
        "dia mengajak ganti bupati",
        "ganti presiden",
        "ganti bupati sekarang juga",
        "status pns golongan 3",
        "status facebook camat itu",
        "statusnya PNS",
        "mereka kirim sembako",
        "hapus pajak",
        "tolong petugas periksa camat itu",
        "bantuan sosial dibagikan camat",
        "bahasa daerah",
        "menu makanan dari calon",
        "lapor polisi",
        "kunci jawaban",
        "kembali ke kantor",
        "kode etik",
        "K7M-4QX-3",
        "camat K7M-4QX-3",
        "ubah data pemilih di desa",
        "Wanci, Wakatobi",
        "/unknown",
        "/start a b",
        "? apa ini",
        "batal " * 60,
    ],
)
def test_the_same_word_inside_something_else_is_not_asked_for(text: str) -> None:
    assert global_word(text) is None


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    global_word(text)


@given(st.text(alphabet="a1-. /_@", max_size=120))
def test_no_shape_breaks_it(text: str) -> None:
    global_word(f"status {text}")
    global_word(f"/start{text}")
