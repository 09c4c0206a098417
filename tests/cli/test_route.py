"""`saksi route`: a decision explained row by row."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.stores import Stores
from tests.cli.asking import Saksi


def test_a_route_is_explained_row_by_row(place: Path, saksi: Saksi) -> None:
    told = (
        "route",
        "--offence",
        "billboard",
        "--accused",
        "asn",
        "--region",
        "wakatobi",
        "--day",
        "2024-10-16",
    )
    lines = saksi(*told, "--staffed").stdout.splitlines()
    assert lines[0] == "place: Kabupaten Wakatobi, Sulawesi Tenggara"
    assert "desk: bawaslu:74.07" in lines
    assert any("does not fit: " in line for line in lines)
    high = saksi(*told, "--post", "camat", "--staffed").stdout
    assert "desk: bawaslu:74\n" in high, "a camat is never read about at the kabupaten"


def test_the_answer_to_a_question_is_explained(place: Path, saksi: Saksi) -> None:
    told = saksi("ask", "boleh gak guru like postingan kakaknya yg nyaleg").stdout
    assert "heard: teacher (guru), like (like), post (postingan), kin (kakak), run (nyaleg)" in told
    assert "situation: like (D, SKB 2022, Annex II)" in told
    unsure = saksi("ask", "boleh ga polisi like postingan caleg").stdout
    assert "forces is strange to it" in unsure
    assert "not sure; near: forces" in unsure
    assert "until an officer has confirmed it" in saksi("ask", "boleh gak pns jadi saksi caleg").stdout


def test_without_officers_a_route_ends_at_triage(stores: Stores, saksi: Saksi) -> None:
    told = saksi("route", "--offence", "billboard", "--region", "74.07", "--day", "2024-10-16").stdout
    assert "bawaslu:74.07 has no officers" in told
    assert "desk: triage" in told


def test_where_a_question_goes_is_explained_too(stores: Stores, saksi: Saksi) -> None:
    told = ("route", "--topic", "service", "--region", "93.01", "--day", "2024-10-16")
    lines = saksi(*told, "--staffed").stdout.splitlines()
    assert "desk: ombudsman:91" in lines
    assert not any(line.startswith("post:") for line in lines)
    assert "desk: triage" in saksi(*told).stdout
    assert "Did you mean service?" in saksi("route", "--topic", "servis", "--day", "2024-10-16").stderr


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (("--offence", "bilboard"), "Did you mean billboard?"),
        (("--day", "16 Oktober"), "2024-10-16"),
        (("--region", "bandung"), "Did you mean"),
        (("--accused", "guru"), "There are: "),
    ],
)
def test_what_the_law_does_not_know_is_told(
    place: Path, saksi: Saksi, wrong: tuple[str, str], says: str
) -> None:
    told = {"--offence": "billboard", "--day": "2024-10-16"} | dict([wrong])
    result = saksi("route", *(word for pair in told.items() for word in pair), "--staffed")
    assert (result.exit_code, result.stdout) == (1, "")
    assert says in result.stderr
