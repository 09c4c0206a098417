"""Greetings, so that one is answered as a greeting and not taken for an answer."""

from __future__ import annotations

import re
from typing import Literal, get_args

from rapidfuzz.distance import OSA

from bot.conversation.spoken import simplified

Greeting = Literal["salam", "pagi", "siang", "sore", "malam", "halo"]

_ROWS: dict[Greeting, str] = {
    "salam": """assalamu assalam asalamu asalam ass aslm asslm aslmkm asw askum samlekum samlekom samlikum mikum
        waalaikumsalam""",
    "pagi": "pagi pgi morning",
    "siang": "siang siank",
    "sore": "sore petang afternoon evening",
    "malam": "malam malem mlm mlam night",
    "halo": """halo hallo hallow alo helo hello hellow hai hay hi hy hey hei oi oy p pp ping tes tess test testing
        permisi misi punten kulonuwun nuwun sampurasun horas rahayu shalom syalom swastiastu salam min mimin admin
        kak greetings""",
}
_GREETS = {said: kind for kind, row in _ROWS.items() for said in row.split()}
_BESIDE = frozenset(
    """selamat slamat slmt met good alaikum alaykum alaikumsalam wr wb wrwb wrb ww wa warahmatullahi warahmatullah
    warohmatullahi wabarakatuh wabarokatuh wabarakatu sejahtera om sewu kakak bapak ibu pak bu bang mas mbak mba gan
    bro sis kawan teman tim team sobat bot saksi kita semua semuanya all everyone there ya yaa maaf ganggu
    mengganggu""".split()
)
"""Said with a greeting, and none by themselves: some of these can be an answer."""

_TRIPLED = re.compile(r"(\w)\1{2,}")
_SALAM = "assalamualaikum"
_SLIPS = 4  # "asalamulaikum", "assalammualaykum": nobody types it the same way twice
_LONGEST = 80


def greeting(text: str) -> Greeting | None:
    """Which greeting the whole of `text` is, a salam before a time of day; None as soon as it says anything else."""
    if len(text) > _LONGEST:
        return None
    words = _TRIPLED.sub(r"\1", simplified(text)).split()
    kinds = {_kind(word) for word in words if word not in _BESIDE}
    return next((kind for kind in get_args(Greeting) if kind in kinds), None) if None not in kinds else None


def _kind(word: str) -> Greeting | None:
    if len(word) >= len(_SALAM) - _SLIPS and OSA.distance(word, _SALAM) <= _SLIPS:
        return "salam"
    return _GREETS.get(word)
