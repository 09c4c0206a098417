"""What people answer to "Kapan Anda melihatnya?", and the day it means.

Wednesday 16 October 2024, unless a row says otherwise. `a / b` is a choice; `-` is not understood.
"""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.day import DayFound, understand_day
from bot.cases.day_words import LONGEST, MONTHS, WEEKDAYS

WEDNESDAY = date(2024, 10, 16)

GOLDEN = """
hari ini | 2024-10-16
Hari ini kak | 2024-10-16
hr ini | 2024-10-16
hariini | 2024-10-16
tadi | 2024-10-16
tadi pagi | 2024-10-16
td siang | 2024-10-16
tadi sore jam 4 | 2024-10-16
sore tadi | 2024-10-16
tadi subuh | 2024-10-16
barusan | 2024-10-16
baru saja | 2024-10-16
baru aja | 2024-10-16
pagi ini | 2024-10-16
malam ini | 2024-10-16
skrg | 2024-10-16
2 jam yang lalu | 2024-10-16
sejam lalu | 2024-10-16
30 menit lalu | 2024-10-16
10 jam lalu | 2024-10-15 / 2024-10-16
kemarin | 2024-10-15
kemaren | 2024-10-15
kmrn | 2024-10-15
Kemarin sore | 2024-10-15
kemarin malam jam 8 | 2024-10-15
kayaknya kemarin sore jam 3 | 2024-10-15
saya lihat kemarin waktu lewat, besok saya kirim fotonya | 2024-10-15
semalam | 2024-10-15
semalem | 2024-10-15
tadi malam | 2024-10-15
td mlm | 2024-10-15
malam tadi | 2024-10-15
sehari yang lalu | 2024-10-15
kemarin lusa | 2024-10-14
kemarin dulu | 2024-10-14
kemaren lusa | 2024-10-14
dua hari yang lalu | 2024-10-14
dua hari lalu | 2024-10-14
2 hr lalu | 2024-10-14
2 hari yg lalu | 2024-10-14
2hari lalu | 2024-10-14
dua malam yang lalu | 2024-10-14
3 hari kemarin | 2024-10-13
sekitar tiga hari yang lalu | 2024-10-13
2-3 hari lalu | 2024-10-13 / 2024-10-14
dua atau tiga hari lalu | 2024-10-13 / 2024-10-14
sepuluh hari lalu | 2024-10-06
sebelas hari yang lalu | 2024-10-05
dua belas hari lalu | 2024-10-04
dua puluh satu hari lalu | 2024-09-25
seminggu lalu | 2024-10-09
seminggu yang lalu | 2024-10-09
1 minggu yg lalu | 2024-10-09
dua minggu lalu | 2024-10-02
sepekan lalu | 2024-10-09
minggu lalu | 2024-10-09 / 2024-10-13
minggu kemarin | 2024-10-09 / 2024-10-13
mggu lalu | 2024-10-09 / 2024-10-13
minggu | 2024-10-13
hari minggu | 2024-10-13
hari minggu lalu | 2024-10-13
hari minggu kemarin | 2024-10-13
minggu pagi | 2024-10-13
ahad | 2024-10-13
malam minggu | 2024-10-12
malam minggu kemarin | 2024-10-12
malam jumat | 2024-10-10
jumat malam | 2024-10-11
senin | 2024-10-14
senin lalu | 2024-10-14
Senin kemarin | 2024-10-14
senen kemaren | 2024-10-14
hari senin | 2024-10-14
hari senin yang lalu | 2024-10-14
hari snin | 2024-10-14
kemarin hari senin | 2024-10-14
senin minggu lalu | 2024-10-07
minggu lalu hari senin | 2024-10-07
senin 2 minggu lalu | 2024-09-30
2 minggu yang lalu hari jumat | 2024-10-04
bbrp minggu lalu | vague
hari sabtu malam minggu | 2024-10-12
dari hari senin sampai sekarang | 2024-10-14
selasa | 2024-10-15
jumat kemarin | 2024-10-11
jum'at kemarin | 2024-10-11
Jum’at lalu | 2024-10-11
hari jumaat | 2024-10-11
kamis | 2024-10-10
hari kamsi | 2024-10-10
kemis lalu | 2024-10-10
sabtu sore | 2024-10-12
saptu lalu | 2024-10-12
rabu | 2024-10-09 / 2024-10-16
rebo | 2024-10-09 / 2024-10-16
rabu lalu | 2024-10-09
rabu kemarin | 2024-10-09
rabu ini | 2024-10-16
senin atau selasa | 2024-10-14 / 2024-10-15
senin depan | future
jumat ini | future
16 oktober | 2024-10-16
12 Oktober | 2024-10-12
12 okt | 2024-10-12
12okt | 2024-10-12
12 Okt. 2024 | 2024-10-12
12-okt-2024 | 2024-10-12
12 okt '24 | 2024-10-12
12 okteber | 2024-10-12
17 agustsus | 2024-08-17
17 agus | 2024-08-17
5 setember | 2024-09-05
7 desmber | 2023-12-07 @ 2024-02-01
20 nopember 2023 | 2023-11-20
1 pebruari 2024 | 2024-02-01
lima oktober | 2024-10-05
dua belas oktober | 2024-10-12
dua puluh sembilan september | 2024-09-29
tanggal 12 oktober 2024 | 2024-10-12
tgl 16 | 2024-10-16
tgl16 | 2024-10-16
tgl 5 | 2024-10-05
tanggal 5 kemarin | 2024-10-05
kemarin tanggal 12 | 2024-10-12
tanggal 20 | 2024-09-20
tgl 31 | 2024-08-31
tanggal dua belas | 2024-10-12
tanggal 16 bulan lalu | 2024-09-16
tanggal 5 bulan ini | 2024-10-05
tanggal 5 bulan 10 | 2024-10-05
tgl 5 bln 9 thn 2024 | 2024-09-05
5 bulan oktober tahun 2024 | 2024-10-05
16/10/2024 | 2024-10-16
16/10/24 | 2024-10-16
16-10-24 | 2024-10-16
16.10.2024 | 2024-10-16
16 / 10 / 2024 | 2024-10-16
2024-10-16 | 2024-10-16
2024/10/05 | 2024-10-05
3/4/2024 | 2024-04-03
10/16/2024 | 2024-10-16
16/10 | 2024-10-16
tgl 12/10 jam 3 | 2024-10-12
kira2 12/10 sore | 2024-10-12
12-10 | 2024-10-12
Rabu 16 Oktober | 2024-10-16
Rabu, 16 Oktober 2024 | 2024-10-16
Sabtu tgl 12 | 2024-10-12
tanggal 12 hari sabtu | 2024-10-12
malam minggu 12 oktober | 2024-10-12
malam minggu 13 oktober | 2024-10-13
minggu 13 oktober | 2024-10-13
Selasa 16 Oktober | 2024-10-15 / 2024-10-16
Kamis 16 Oktober | 2024-10-10 / 2024-10-16
senin tanggal 12 | 2024-10-12 / 2024-10-14
12 atau 13 oktober | 2024-10-12 / 2024-10-13
12-14 oktober | 2024-10-12 / 2024-10-14
tanggal 12 atau 13 | 2024-10-12 / 2024-10-13
tgl 12-14 | 2024-10-12 / 2024-10-14
12 oktober sampai 14 oktober | 2024-10-12 / 2024-10-14
16 oktober tahun lalu | 2023-10-16
20 oktober kemarin | 2023-10-20
15 desember | 2023-12-15 @ 2024-01-05
31 September | 2024-09-30 / 2024-10-01 end 2024-09-30
31/9/2024 | 2024-09-30 / 2024-10-01 end 2024-09-30
31 april | 2024-04-30 / 2024-05-01 end 2024-04-30
30 februari | 2024-02-29 / 2024-03-01 end 2024-02-29
29 februari 2023 | 2023-02-28 / 2023-03-01 end 2023-02-28
29 februari 2024 | 2024-02-29
31 september | 2024-09-30 end 2024-09-30 @ 2024-09-30
31 november | future
besok | future
lusa | future
bsk pagi | future
minggu depan | future
nanti malam | future
3 hari lagi | future
20 oktober | future
20 oktober 2024 | future
17/10/2024 | future
1 januari 2030 | future
pemungutan suara 27 november 2024, kejadiannya kemarin | 2024-10-15
33 oktober | impossible
tanggal 45 | impossible
45/10/2024 | impossible
16/13/2024 | impossible
0 oktober | impossible
17 agustus 1985 | too-old
17/8/85 | too-old
9999 hari lalu | too-old
bulan lalu | vague
bulan kemarin | vague
tahun lalu | vague
sebulan yang lalu | vague
3 bulan lalu | vague
beberapa hari yang lalu | vague
bbrp hr lalu | vague
minggu ini | vague
awal bulan | vague
bulan oktober | vague
oktober 2024 | vague
akhir oktober | vague
kemarin-kemarin | vague
sudah lama | vague
lupa kak | vague
setiap senin | vague
akhir-akhir ini | vague
yesterday | 2024-10-15
yesterday afternoon | 2024-10-15
today | 2024-10-16
this morning | 2024-10-16
last night | 2024-10-15
just now | 2024-10-16
the day before yesterday | 2024-10-14
two days ago | 2024-10-14
a week ago | 2024-10-09
an hour ago | 2024-10-16
last monday | 2024-10-14
on Friday | 2024-10-11
last Sunday | 2024-10-13
Monday last week | 2024-10-07
16 Oct | 2024-10-16
Oct 12 | 2024-10-12
October 12th, 2024 | 2024-10-12
the 12th of October | 2024-10-12
on the 12th | 2024-10-12
Wednesday 16 Oct | 2024-10-16
last week | vague
last month | vague
a few days ago | vague
tomorrow | future
next week | future
1 | -
2 | -
16 | -
3. | -
2024 | -
hari lain | -
halo | -
entahlah | -
jam 3 | -
pukul 16.10 | -
pukul 15:30 | -
2 orang | -
2 juta | -
12 orang guru | -
kami melihat baliho | -
kamus 3 buah | -
selama 3 jam | -
di depan kantor camat | -
RT 3/4 | -
1/2 jam | -
24/7 | 2024-07-24
buka 24/7 terus | -
5 juli 24 jam 3 | 2024-07-05
16 oktober 50 rumah dipasangi | 2024-10-16
nomor 3/4 | -
Pak Agus 2 anak | -
may be | -
tunggu dulu | -
10.20 | -
"""


def cases() -> list[tuple[str, date, DayFound]]:
    rows = []
    for line in GOLDEN.strip().splitlines():
        text, said = line.split(" | ")
        said, _, day = said.partition(" @ ")
        rows.append((text, date.fromisoformat(day) if day else WEDNESDAY, expected(said)))
    return rows


def expected(said: str) -> DayFound:
    if said == "-":
        return DayFound()
    said, _, end = said.partition(" end ")
    if not said[0].isdigit():
        return DayFound(trouble=said)  # type: ignore[arg-type]
    days = tuple(date.fromisoformat(one) for one in said.split(" / "))
    if end:
        return DayFound(choices=days, trouble="impossible", month_end=date.fromisoformat(end))
    return DayFound(day=days[0]) if len(days) == 1 else DayFound(choices=days)


@pytest.mark.parametrize(("text", "today", "found"), cases(), ids=[text for text, _, _ in cases()])
def test_a_day_is_understood_as_people_say_it(text: str, today: date, found: DayFound) -> None:
    assert understand_day(text, today) == found


DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 12, 31))
PIECES = """
minggu pekan bulan tahun hari lalu kemarin tadi malam besok lusa tanggal tgl dua belas puluh se last next ago week
day the 31 29 0 13 2024 99 / - . : ' 31/2/2024 2023-02-29 1/1/00 atau sampai ini setiap 9999 \u0663 \uff11\uff12
"""
PHRASES = st.sampled_from([*MONTHS, *WEEKDAYS, *PIECES.split()])


@given(st.text(max_size=300), DAYS)
def test_no_text_breaks_the_understanding(text: str, today: date) -> None:
    understand_day(text, today)


@given(st.lists(PHRASES, max_size=12).map(" ".join) | st.lists(PHRASES, max_size=8).map("".join), DAYS)
def test_whatever_is_found_has_happened_and_is_one_thing(text: str, today: date) -> None:
    found = understand_day(text, today)
    trouble = found.trouble is not None and found.month_end is None
    assert sum([found.day is not None, bool(found.choices), trouble]) <= 1
    assert all(day <= today for day in (found.day, *found.choices) if day)
    assert list(found.choices) == sorted(set(found.choices))
    assert bool(found) == (found != DayFound())
    if found.month_end:
        assert (bool(found.choices), found.trouble) == (True, "impossible")


@given(DAYS, st.integers(0, 3_000), st.sampled_from(["/", "-", "."]))
def test_a_full_date_is_itself_however_it_is_written(today: date, back: int, dot: str) -> None:
    day = today - timedelta(days=back)
    month = MONTHS[day.month - 1]
    weekday = {"ahad": "Minggu"}.get(WEEKDAYS[day.weekday()], WEEKDAYS[day.weekday()])
    for text in (
        f"{day.day}{dot}{day.month}{dot}{day.year}",
        day.isoformat(),
        f"{day.day} {month} {day.year}",
        f"{weekday}, {day.day} {month.title()} {day.year}",
        f"saya lihat tgl {day.day:02} {month[:3]} {day.year} pagi",
    ):
        assert understand_day(text, today) == DayFound(day=day)


@given(DAYS, st.integers(0, 180))
def test_without_a_year_the_latest_such_day_is_meant(today: date, back: int) -> None:
    day = today - timedelta(days=back)
    assert understand_day(f"{day.day} {MONTHS[day.month - 1]}", today) == DayFound(day=day)


@given(st.integers(0, 99_999))
def test_a_number_by_itself_is_never_a_date(number: int) -> None:
    assert not understand_day(str(number), WEDNESDAY)


def test_a_wall_of_text_is_read_in_a_moment() -> None:
    started = time.perf_counter()
    for piece in (
        "1",
        "1 ",
        "1/",
        "16 oktober ",
        "senin ",
        "malam ",
        "hari ",
        "a",
        " ",
        "kemarin lusa ",
        "2-3 hari ",
        "dua puluh ",
        "ﷺ",
    ):
        understand_day(piece * 20_000, WEDNESDAY)
    assert time.perf_counter() - started < 2


def test_what_stands_after_four_thousand_characters_is_not_read() -> None:
    assert understand_day("x " * (LONGEST // 2) + "kemarin", WEDNESDAY) == DayFound()
