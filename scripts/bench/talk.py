"""What the citizens of the benchmark say: one report each, as raw Telegram updates, interleaved turn by turn."""

from __future__ import annotations

import json
from collections.abc import Iterator

LINES = (
    "Halo",
    "1",
    "1",
    "1",
    "Baliho calon bupati dipasang di pagar kantor camat siang-siang. Yang pasang pegawai situ, masih pakai baju dinas.",
    "1",
    "Pak Harun, staf kantor camat",
    "Wanci, Wakatobi",
    "2",
    "1",
    "kirim",
)


def updates(citizens: int, first: int = 1) -> Iterator[tuple[int, bytes]]:
    """(chat, body): every citizen says her first line, then every citizen her second, and so on."""
    number = first
    for line in LINES:
        for citizen in range(citizens):
            chat = 1_000_000 + citizen
            yield chat, json.dumps(_update(number, chat, line)).encode()
            number += 1


def _update(number: int, chat: int, text: str) -> dict[str, object]:
    person = {"id": chat, "is_bot": False, "first_name": "Sari", "language_code": "id"}
    return {
        "update_id": number,
        "message": {
            "message_id": number,
            "date": 1_700_000_000,
            "chat": {"id": chat, "type": "private"},
            "from": person,
            "text": text,
        },
    }
