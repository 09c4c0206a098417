"""An officer whose superior is the accused wants to know who reported, and has only what the desk shows."""

from __future__ import annotations

import pytest

from bot.cases.lifecycle import Role
from storage.sql import sql
from tests.officers.office import Office
from tests.officers.pressing import buttons, forged


@pytest.fixture
def engine() -> str:
    """What a desk shows is decided above the database."""
    return "sqlite"


def test_a_colleague_who_reported_is_on_the_list_of_whom_a_case_may_be_given_to(office: Office) -> None:
    """The one name that were missing would be hers; who has said that they are close to it is known anyway."""
    dewi, joko = office.officer("2001", name="Dewi"), office.officer("2002", name="Joko")
    tuti = office.officer("2003", role=Role.SUPERVISOR, name="Tuti")
    office.report(office.citizen())
    with office.database.transaction() as db:
        db.connection().execute(sql("UPDATE tie SET lane = :lane"), {"lane": dewi.lane})
    forged(joko, "recuse", office.case().step)
    office.pass_by(seconds=30)
    forged(tuti, "assign", office.case().step)
    assert {"Dewi", "Tuti"} <= {*buttons(tuti)}
    assert "Joko" not in buttons(tuti)
    office.say(tuti, "[Dewi]", "[Kirim]")
    assert office.case().status == "examined"
    forged(dewi, "story", office.case().step)
    assert ("opened", "officer") not in office.happened()
