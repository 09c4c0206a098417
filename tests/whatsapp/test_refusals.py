"""What each code of Twilio means for a letter: the rows of our table of errors, and what operators are told to do."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.whatsapp.refusals import CLOSED, CONTENT_CODES, OTHER, TWILIO, refusal

AGAIN = {"again": True, "unreachable": False, "scope": "chat"}
NEVER = {"again": False, "unreachable": False}
SILENT = {"again": False, "unreachable": True}
WAITS = {"again": True, "unreachable": False, "scope": "bot"}
ROWS: dict[str, tuple[tuple[int, ...], dict[str, Any], bool, bool]] = {
    "the window is closed: its clock is put right, and a template knocks": ((63016,), NEVER, False, False),
    "too fast: later": ((63018, 20429, 14107), AGAIN, False, False),
    "no such phone on WhatsApp": ((63024, 63003, 21211), SILENT, False, False),
    "blocked, or may not be written to": ((63032, 63033, 63014), SILENT, False, False),
    "opted out, until she writes": ((21610,), SILENT, False, False),
    "policy and spam: the template is parked": ((63013, 63026), NEVER, True, True),
    "a template that cannot be used is parked": (
        (63041, 63042, 63027, 63028, 21655, 21656),
        NEVER,
        True,
        True,
    ),
    "a file that cannot be had: again, then without it": ((63019, 63034), AGAIN, False, False),
    "a content that is refused: its text alone": ((63005, 63021), NEVER, True, False),
    "the sandbox was not joined": ((63015,), SILENT, False, True),
    "WhatsApp is busy": ((63009, 63010, 63012), AGAIN, False, False),
    "our token or our sender is not known: everything waits": (
        (20003, 63007, 21701, 21606),
        WAITS,
        False,
        True,
    ),
}
"""what -> (codes, what becomes of the letter, whether a content is parked, whether an operator is told)"""


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_code_does_what_its_row_says(row: str) -> None:
    codes, told, parks, rings = ROWS[row]
    for code in codes:
        failed = refusal(code).failed()
        assert refusal(code) is not OTHER, f"{code} stands in no row"
        assert {name: getattr(failed, name) for name in told} == told, code
        assert (code in CONTENT_CODES, bool(refusal(code).remedy)) == (parks, rings), code


def test_no_code_is_in_two_rows_and_only_a_text_too_long_is_in_none() -> None:
    rowed = [code for codes, *_ in ROWS.values() for code in codes]
    assert len(set(rowed)) == len(rowed)
    assert TWILIO.keys() - set(rowed) == {21617}
    assert CLOSED in rowed


def test_what_an_operator_is_told_is_a_sentence_that_says_what_to_do() -> None:
    for code, row in TWILIO.items():
        if row.remedy:
            assert row.remedy.endswith("."), code
            assert len(row.remedy.split()) > 15, code
            assert any(word in row.remedy for word in ("SAKSI_", "saksi whatsapp", "console", "send")), code
