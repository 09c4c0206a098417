"""What Sari does, as words.md §4 tells it: the report on Telegram from the greeting to the code."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.fakes.telegram.people import Person

STORY = (
    "Baliho calon bupati dipasang di pagar kantor camat siang-siang. "
    "Yang pasang pegawai situ, masih pakai baju dinas"
)
WHO = "Pak Harun, staf kantor camat"
WAKATOBI = (-5.3258, 123.5952)
WITHIN = 40.0
"""Seconds a screen may take on a busy machine."""

TICKET = re.compile(r"Nomor laporan: ([A-Z0-9]{3}-[A-Z0-9]{3}-[A-Z0-9])")
RECEIPT = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}\b")


@dataclass(frozen=True, slots=True)
class Filed:
    ticket: str
    receipt: str


async def sees(person: Person, text: str) -> str:
    return (await person.sees(text, WITHIN)).text


async def no_files(person: Person) -> None:
    person.press("Tidak ada foto")


async def begin(person: Person) -> None:
    """Up to the question for photos."""
    person.start()
    await sees(person, "Pengelola: Bawaslu Uji")
    person.press("Setuju, mulai")
    await sees(person, "Apa yang Anda lihat?")
    person.press("Memasang baliho atau spanduk")
    await sees(person, "Ada fotonya?")


async def tell(person: Person, story: str = STORY) -> None:
    """From the story to who may know her."""
    await sees(person, "ceritakan apa yang Anda lihat")
    person.say(story)
    await sees(person, "Orang itu siapa?")
    person.press("PNS/PPPK: guru, camat, pegawai dinas")
    await sees(person, "Siapa nama, jabatan, atau kantornya?")
    person.say(WHO)
    await sees(person, "Di mana kejadiannya?")
    person.pin(*WAKATOBI)
    await sees(person, "Kabupaten Wakatobi, Sulawesi Tenggara")
    person.press("Kemarin")
    await sees(person, "bolehkah petugas tahu siapa Anda?")


async def send(person: Person, identity: str = "Tidak, saya anonim") -> Filed:
    """Choose, review, send; what she is given to keep."""
    person.press(identity)
    await sees(person, "Periksa dulu")
    person.press("Kirim")
    code = await sees(person, "Kode rahasia Anda")
    ticket = TICKET.search(person.screen)
    receipt = RECEIPT.search(code)
    assert ticket is not None
    assert receipt is not None
    return Filed(ticket[1], receipt[0])


async def report(
    person: Person,
    files: Callable[[Person], Awaitable[None]] = no_files,
    story: str = STORY,
    identity: str = "Tidak, saya anonim",
) -> Filed:
    """The whole of it."""
    await begin(person)
    await files(person)
    await tell(person, story)
    return await send(person, identity)
