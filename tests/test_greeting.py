"""What is only a greeting, and of which kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.greeting import greeting

pytestmark = pytest.mark.unit

GOLDEN = """
Assalamualaikum | salam
assalamu'alaikum | salam
Assalamu’alaikum wr. wb. | salam
assalamualaikum warahmatullahi wabarakatuh | salam
asalamualaikum kak | salam
asslamualaikum | salam
Assalammualaykum pak | salam
assalamulaikum | salam
ass wr wb | salam
Ass. | salam
aslm | salam
samlekum | salam
assalamualaikum, selamat pagi | salam
selamat pagi | pagi
Pagi kak | pagi
met pagi min | pagi
good morning | pagi
selamat siang, pak | siang
siang | siang
selamat sore | sore
sore min | sore
good afternoon | sore
selamat malam | malam
malam kak | malam
halo | halo
Halo! | halo
haloooo | halo
Hallo admin | halo
halo saksi | halo
hai | halo
haiii kak 👋 | halo
hi | halo
hello there | halo
hey | halo
p | halo
P | halo
p p p | halo
ppppp | halo
ping | halo
tes | halo
test | halo
tes tes | halo
permisi | halo
Permisi kak, maaf mengganggu | halo
punten | halo
min | halo
kak | halo
salam sejahtera | halo
om swastiastu | halo
shalom | halo
-
- 1
- ya
- bapak
- Ibu
- selamat
- maaf
- terima kasih
- halo saya mau lapor
- assalamualaikum, saya mau melapor camat
- pagi tadi
- kemarin malam
- saya guru
- pak camat
- Minggu
- 👋
- ini tes kejujuran
"""


@pytest.mark.parametrize("line", [line for line in GOLDEN.strip().splitlines() if not line.startswith("-")])
def test_a_greeting_is_known_by_its_kind(line: str) -> None:
    text, kind = line.split(" | ")
    assert greeting(text) == kind


@pytest.mark.parametrize("line", [line for line in GOLDEN.strip().splitlines() if line.startswith("-")])
def test_what_says_more_is_not_a_greeting(line: str) -> None:
    assert greeting(line.removeprefix("-")) is None


@given(st.text(max_size=120))
def test_no_text_breaks_it(text: str) -> None:
    greeting(text)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", min_size=30, max_size=80))
def test_a_long_message_is_hardly_ever_a_greeting(text: str) -> None:
    assert greeting(f"{text} camat") is None
