"""The try-out's own house: its officers, its moved clock and its new beginnings reach nothing that is real."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.cases.position import propose_position
from bot.cases.routing import route, violation
from bot.cases.stage import stage_on
from handlers.settings import Settings
from handlers.stores import establish, find
from handlers.tryout.cast import HOME, OFFICERS
from handlers.tryout.clock import KEY
from handlers.tryout.house import clear, own, tried
from storage import meta
from storage.sql import sql
from tests.filed import file_report
from tests.talking import library

AS_GIVEN = {"http_host", "http_port", "metrics_port", "law_dir", "operator", "contact", "language"}
"""Settings that may be the same in both: none of them leads to data or to people."""


@pytest.fixture
def real(tmp_path: Path) -> Settings:
    """An installation with a report in it, each of its places named by a setting of its own."""
    settings = Settings(
        _env_file=None, data_dir=tmp_path / "var", keys=tmp_path / "kunci.json", evidence_url=str(tmp_path / "bukti"),
        database_url=SecretStr(f"sqlite:///{tmp_path / 'sungguhan.db'}"), public_url="https://saksi.example",
    )  # fmt: skip
    stores = establish(settings)
    file_report(stores)
    stores.database.dispose()
    return settings


def held(folder: Path) -> dict[str, bytes]:
    """What lies there that is not the try-out's."""
    files = (
        file
        for file in folder.rglob("*")
        if file.is_file() and file.suffix != ".db-shm" and "tryout" not in str(file)
    )
    return {file.name: file.read_bytes() for file in files}


def test_no_setting_leads_from_it_to_real_data_or_people(real: Settings) -> None:
    """Found in the settings themselves, so that a new one cannot be forgotten."""
    bare, mine = Settings(_env_file=None, data_dir=real.data_dir / "tryout"), own(real)
    for name in type(real).model_fields.keys() - AS_GIVEN - {"push_delay"}:
        assert getattr(mine, name) == getattr(bare, name), name
    for place in (mine.keys_file, mine.evidence_folder, mine.database_file):
        assert place is not None
        assert place.is_relative_to(real.data_dir / "tryout")


def test_officers_clock_and_a_new_beginning_leave_what_is_real_as_it_is(
    real: Settings, tmp_path: Path
) -> None:
    before, mine = held(tmp_path), own(real)
    assert {"sungguhan.db", "kunci.json"} < before.keys()
    house, clock = tried(mine)
    clock.press(house, "morning", lambda: None)
    with house.database.reading() as db:
        assert db.connection().execute(sql("SELECT count(*) FROM inbox")).scalar_one() == len(OFFICERS)
        assert meta.get(db, KEY) is not None
    assert house.keys.index("x") != find(real).keys.index("x")
    house.database.dispose()
    clear(mine.data_dir)
    assert not mine.data_dir.exists()
    assert held(tmp_path) == before


def test_a_link_to_real_data_is_let_go_of_and_not_followed(real: Settings, tmp_path: Path) -> None:
    before = held(tmp_path)
    place = own(real).data_dir
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(tmp_path / "bukti", target_is_directory=True)
    clear(place)
    assert not place.exists()
    assert held(tmp_path) == before


def test_where_a_report_of_a_high_post_comes_sit_two_since_not_to_pursue_it_takes_a_second() -> None:
    law, land, seats = library().law, library().land, [one.desk for one in OFFICERS]
    for day in (date(2024, 10, 16), date(2026, 6, 1)):
        stage = stage_on(law.calendar, day, HOME)
        for post in ("sekda", "camat", "bupati"):
            case = violation(
                law, offence="billboard", stage=stage, accused_kind="asn",
                position=propose_position(law.positions, post),
            )  # fmt: skip
            desk = route(law, land, case, region=HOME, audience="", staffed=lambda one: one in seats).desk
            assert case.high
            assert seats.count(desk) >= 2, (desk, day, post)
