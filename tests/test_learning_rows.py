"""Which rows of the law the learning mode answers and lists: only those that are sure, nine to a screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.cases.law import Law
from bot.cases.situation import Situations
from bot.conversation.message import Heard, Press, Say
from bot.conversation.scene import Sight
from bot.flows.learning import NINE, SITUATION
from bot.library import Library
from bot.talk.person import Person
from bot.talk.talk import talk
from tests.saying import START, Chat
from tests.talking import library

pytestmark = pytest.mark.unit

MEMORY = "boleh gak pns jadi saksi caleg di tps"
"""About a row that nobody has confirmed."""


def confirmed(law: Law, *keys: str) -> Law:
    """The law after an officer has confirmed these rows."""
    rows = tuple(
        replace(row, confirmed="Budi, Bawaslu Kab. Wakatobi, 2024-10-21") if row.key in keys else row
        for row in law.situations.rows
    )
    return replace(law, situations=Situations(law.situations.topics, rows))


def test_what_is_from_memory_is_not_answered_before_an_officer_has_confirmed_it() -> None:
    chat = Chat()
    chat.hear(text=MEMORY)
    assert [line.key for line in chat.said[0].lines] == ["not-sure"]
    assert {"officer", "again"} <= {option.key for option in chat.said[0].options}
    known = replace(library(), law=confirmed(library().law, "witness"))
    answered = talk(Person(language="id"), Heard(START, "0f", text=MEMORY), Sight(known, "id"))
    assert [line.key for line in answered.steps[0].lines][:2] == ["answer-about", "verdict-no"]  # type: ignore[union-attr]


def test_a_row_from_memory_stands_in_no_list_before_it_is_confirmed() -> None:
    for law in (library().law, confirmed(library().law, "witness")):
        listed = [option.key for say in _lists(replace(library(), law=law)) for option in say.options]
        assert {f"open.{row.key}" for row in law.situations.rows if row.sure} <= set(listed)
        assert not {f"open.{row.key}" for row in law.situations.rows if not row.sure} & set(listed)


def test_a_list_has_nine_and_others_behind_one_more_choice() -> None:
    """Twelve rows in one topic: a page of nine, then three."""
    law = library().law
    rows = tuple(replace(row, topic="social", known="D") for row in law.situations.rows[:12])
    known = replace(library(), law=replace(law, situations=Situations(("social",), rows)))
    chat = Chat(Person(language="id", consented=True))
    first = _said(chat, known, press="topic.social.0")
    assert len(first.options) == NINE + 1
    assert first.options[-1].key == "topic.social.1"
    second = _said(chat, known, press="topic.social.1")
    assert [option.key for option in second.options[:-1]] == [f"open.{row.key}" for row in rows[NINE:]]
    assert second.options[-1].key == "topics.0"


def _lists(known: Library) -> Iterator[Say]:
    chat = Chat()
    for topic in known.law.situations.topics:
        for page in range(3):
            yield _said(chat, known, press=f"topic.{topic}.{page}")


def _said(chat: Chat, known: Library, press: str) -> Say:
    heard = Heard(START, "0f", press=Press("0e", SITUATION.name, press))
    step = talk(chat.person, heard, Sight(known, "id")).steps[0]
    assert isinstance(step, Say)
    return step
