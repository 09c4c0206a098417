"""An officer whose superior is the accused wants to know who reported, and has only what the desk shows."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from bot.cases.lifecycle import Role
from storage.sql import sql
from tests.officers.office import TICKET, Office
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


def test_before_it_is_taken_nothing_tells_how_she_chose_to_be_known_or_at_which_minute_she_wrote(
    office: Office,
) -> None:
    budi = office.officer("2001")
    seen = []
    for number, known in enumerate((("1",), ("2", "Sari Wulandari", "1"), ("3", "Sari Wulandari", "1"))):
        office.turn(17, 10 + number, 7 * number + 2)
        office.report(office.citizen(f"100{number}"), *known)
        card = budi.read()
        ticket = card[0].split(" ", 1)[0]
        office.pass_by(minutes=1)
        told = "\n".join([*card, *forged(budi, "open", 0, ticket), *forged(budi, "story", 0, ticket)])
        assert not re.search(r"\d[.:]\d\d", told), "no hour stands anywhere"
        assert "Wulandari" not in told
        seen.append(told.replace(ticket, TICKET).replace(" [Laporan mirip]", ""))
    with office.database.reading() as db:
        levels = (
            db.connection().execute(sql("SELECT identity_level FROM case_file ORDER BY id")).scalars().all()
        )
    assert levels == ["anonymous", "sealed", "open"]
    assert seen[0] == seen[1] == seen[2]


def test_who_asks_every_minute_does_not_learn_at_which_one_a_report_came(slow: Office) -> None:
    """Neither by the list and its counts, nor by a number that is tried, nor by a press of no button."""
    budi = slow.officer("2001")
    tries: tuple[Callable[[], list[str]], ...] = (
        lambda: budi.line("MEJA"), lambda: budi.line(TICKET), lambda: forged(budi, "open", 0),
        lambda: forged(budi, "take", 0), lambda: forged(budi, "timeline", 0),
    )  # fmt: skip
    before = [tried() for tried in tries]
    slow.report(slow.citizen())
    slow.turn(17, 10, 4)
    assert [tried() for tried in tries] == before
    slow.turn(17, 10, 5)
    after = [tried() for tried in tries[:4]]
    assert all(any(TICKET in line for line in read) for read in after), after
