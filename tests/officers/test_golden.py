"""Both sides of a case, golden: what a citizen and officers do and read, in one file, line by line.

`sari> ` and the like is what somebody does, `sari< ` what they read then; an empty line stands between two letters;
`sari melapor` files a report as most people do; `@ 2024-10-18 09.00` turns the clock (WITA), and `jam` lets it do
what is due. The first lines say who sits at which desk, and on which channel where it is not Telegram:
`# budi: bawaslu:74.07 officer`; and where Sari writes: `# sari: whatsapp`. `make update-transcripts` rewrites what is
read.
"""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

from bot.cases.lifecycle import Role
from storage.keys import Keys
from tests.officers.office import WITA, Office
from tests.phone import Phone

FOLDER = Path(__file__).parent / "transcripts"
SITS = re.compile(r"# (\w+): (\S+) (\w+)(?: (\w+))?")
WRITES = re.compile(r"# sari: (telegram|whatsapp)")
DOES = re.compile(r"(\w+)> (.*)")
READS = re.compile(r"\w+<( .*)?")
REPORT = (
    "/start", "[Setuju, mulai]", "[Memasang baliho atau spanduk]", "[foto]", "[Selesai]",
    "Baliho calon bupati dipasang di pagar kantor camat siang-siang. Yang pasang pegawai situ, pakai baju dinas",
    "[PNS/PPPK: guru, camat, pegawai dinas]", "Pak Harun, staf kantor camat", "[titik lokasi]", "[Kemarin]",
    "[Tidak, saya anonim]", "[Kirim]",
)  # fmt: skip


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_both_sides_go_as_written(
    path: Path, database_url: str, keys: Keys, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    written = path.read_text("utf-8").splitlines()
    office = Office(database_url, keys)
    replayed = replay(office, written, tmp_path / "evidence")
    office.database.dispose()
    if request.config.getoption("--update-transcripts"):
        path.write_text("\n".join(replayed) + "\n", "utf-8")
        return
    assert replayed == written


def replay(office: Office, written: list[str], folder: Path) -> list[str]:
    """The transcript as it goes today."""
    phones: dict[str, Phone] = {"sari": Phone(office.saksi, "telegram", "1001")}
    replayed: list[str] = []
    for line in (one for one in written if one and not READS.fullmatch(one)):
        replayed.append(line)
        if writes := WRITES.fullmatch(line):
            phones["sari"] = Phone(office.saksi, writes[1], "1001")
        elif sits := SITS.fullmatch(line):
            name, at, role, channel = sits.groups()
            phones[name] = office.officer(
                f"200{len(phones)}", at, Role(role), name.capitalize(), channel or "telegram"
            )
        elif line.startswith("@ "):
            office.at = datetime.strptime(line[2:], "%Y-%m-%d %H.%M").replace(tzinfo=WITA)
        elif line == "jam":
            office.tick(folder)
            replayed += read(phones)
        elif line.endswith(" melapor"):
            office.say(phones[line.split()[0]], *REPORT)
            replayed += read(phones)
        elif does := DOES.fullmatch(line):
            said = office.say(phones[does[1]], does[2])
            replayed += [f"{does[1]}< {one}" if one else "" for one in said]
            replayed += read(phones)
    return replayed


def read(phones: dict[str, Phone]) -> list[str]:
    """What everybody has got since."""
    lines: list[str] = []
    for name, phone in phones.items():
        found = phone.read()
        lines += [f"{name}< {one}" if one else "" for one in found]
    return lines


def test_off_season_no_line_of_either_side_names_bawaslu_or_its_seven_days() -> None:
    told = (FOLDER / "off_season.txt").read_text("utf-8")
    assert "Surati PPK" in told
    assert (
        re.findall(r".*(?:Bawaslu|informasi awal|laporan resmi|tujuh hari|7 hari).*", told, re.IGNORECASE)
        == []
    )


def test_what_reaches_above_of_a_silent_ppk_holds_nothing_she_wrote() -> None:
    lines = (FOLDER / "ppk_silent.txt").read_text("utf-8").splitlines()
    above = [line for line in lines if line.startswith("rini< ")]
    assert any("belum ada keputusan" in line for line in above)
    assert not re.search(r"pagar yang sama|Pak Harun|siang-siang|\d{2}[.]\d{2}|K7M", "\n".join(above))
