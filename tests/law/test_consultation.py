"""A question to the Ombudsman: its life, and which of its offices answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.cases.audit import check
from bot.cases.consultation import CONSULTATION, DONE, OPEN
from bot.cases.law import Law
from bot.cases.lifecycle import Refusal, Role, Status, allowed, move, possible
from bot.cases.region import Land
from bot.cases.routing import Case, Route, is_desk, route, title

pytestmark = pytest.mark.unit

S = Status
NEW_PROVINCES = {"93": "91", "94": "91", "95": "91", "96": "92"}
"""Made in 2022, without an office of the Ombudsman -> the province whose office looks after them."""


def sent(
    law: Law, land: Land, region: str, staffed: Callable[[str], bool] = lambda _: True, topic: str = "service"
) -> Route:
    return route(law, land, Case(CONSULTATION.kind, topic, None), region=region, audience="", staffed=staffed)


def test_the_ombudsman_of_her_province_answers(law: Law, land: Land) -> None:
    found = sent(law, land, "74.07")
    assert (found.desk, found.agency, found.formal_possible) == ("ombudsman:74", "ombudsman", False)
    key, values = title(law, land, found.desk)
    assert (key, values["region"]) == ("desk-province", "Sulawesi Tenggara")


def test_without_officers_there_the_national_desk_answers_and_then_triage(law: Law, land: Land) -> None:
    assert sent(law, land, "74.07", lambda desk: desk == "ombudsman").desk == "ombudsman"
    assert sent(law, land, "74.07", lambda desk: False).desk == "triage"
    assert sent(law, land, "").desk == "ombudsman"


@pytest.mark.parametrize(("province", "neighbour"), NEW_PROVINCES.items())
def test_a_province_without_an_office_goes_to_the_neighbour_that_the_data_names(
    law: Law, land: Land, province: str, neighbour: str
) -> None:
    regency = land.children(province)[0].code
    assert sent(law, land, regency).desk == f"ombudsman:{neighbour}"
    assert not is_desk(law, land, f"ombudsman:{province}")


def test_every_province_has_somebody_and_there_are_thirty_four_offices(law: Law, land: Land) -> None:
    provinces = [one.code for one in land.regions.values() if one.kind == "province"]
    desks = {sent(law, land, code).desk for code in provinces}
    assert len(provinces) == 38
    assert len(desks) == len(law.offices.rows) == 34
    assert all(is_desk(law, land, desk) for desk in desks)
    assert list(law.offices.faults(provinces)) == []


@pytest.mark.parametrize(
    "topic", ["neutrality", "service", "handling", "levy", "other", "of_an_older_release"]
)
def test_whatever_she_asks_about_somebody_answers(law: Law, land: Land, topic: str) -> None:
    assert sent(law, land, "74.07", topic=topic).agency == "ombudsman"


def test_a_report_never_goes_to_the_ombudsman_first(law: Law) -> None:
    assert all(rule.agency != "ombudsman" for rule in law.agencies.routes("violation"))
    assert check(law) == []


def test_taking_a_question_is_no_answer_to_it() -> None:
    row = allowed(CONSULTATION, S.WAITING, "take", Role.OFFICER)
    assert not isinstance(row, Refusal)
    assert "first_answer" in row.keeps
    advise = allowed(CONSULTATION, S.IN_TALK, "advise", Role.OFFICER)
    assert not isinstance(advise, Refusal)
    assert advise.keeps == ()


def test_she_may_ask_on_after_an_answer_withdraw_or_erase_at_any_moment() -> None:
    for status in OPEN | DONE:
        keys = {row.key for row in possible(CONSULTATION, status, Role.CITIZEN)}
        assert {"add", "withdraw", "erase", "silence"} <= keys, status
    for status in DONE:
        assert move(CONSULTATION, status, "add", Role.CITIZEN) == S.IN_TALK
        assert move(CONSULTATION, status, "clear", Role.CITIZEN) == S.CLOSED


def test_silence_closes_an_answered_question_and_rates_nothing(law: Law) -> None:
    assert law.clocks.by_id["follow_up"].then == "settle"
    assert move(CONSULTATION, S.ANSWERED, "settle", Role.CLOCK) == S.CLOSED
    rates = [row for row in CONSULTATION.moves if row.key == "rate"]
    assert [row.by for row in rates] == [{Role.CITIZEN}]
    assert rates[0].most == 1


def test_her_own_moves_are_answered_in_the_talk_and_each_step_of_officers_is_told() -> None:
    assert all(not row.says for row in CONSULTATION.moves if row.by == {Role.CITIZEN})
    silent = {(row.key, *row.by) for row in CONSULTATION.moves if not row.says and Role.CITIZEN not in row.by}
    assert {key for key, *by in silent if Role.CLOCK not in by} == {"assign", "give_back", "recuse"}
    # Of a call that is off because another phone may answer she reads later, once it is she who reads.
    assert {key for key, *by in silent if by == [Role.CLOCK]} == {
        "call_off", "called", "return", "unanswered", "unrated", "untie",
    }  # fmt: skip


def test_nothing_waits_for_a_second_officer_since_nobody_is_accused() -> None:
    assert not any(row.second or row.kinds or row.powers - {"distribute"} for row in CONSULTATION.moves)
