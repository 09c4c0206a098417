"""A letter that waits comes out as it went in; anything else is refused, and nothing is half understood."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.conversation.codec import Unreadable, say_from_json, say_to_json
from bot.conversation.message import Line, Moment, Option, Say, Value, Word

pytestmark = pytest.mark.unit

texts = some.text(max_size=40)
zones = some.sampled_from(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])
instants = some.datetimes(
    timezones=some.integers(-720, 840).map(lambda minutes: timezone(timedelta(minutes=minutes)))
)
values: some.SearchStrategy[Value] = some.recursive(
    texts | some.integers() | some.dates() | some.builds(Moment, instants, zones),
    lambda inner: some.builds(Word, texts, some.dictionaries(texts, inner, max_size=3)),
    max_leaves=5,
)
named = some.dictionaries(texts, values, max_size=3)
screens = some.sampled_from(["", "buttons", "numbers"])
lines = some.builds(Line, texts, named, some.sampled_from(["gap", "row", "run"]), screens)
options = some.builds(Option, texts, texts, named, screens, some.booleans())
says = some.builds(
    Say,
    lines=some.lists(lines, max_size=4).map(tuple),
    options=some.lists(options, max_size=4).map(tuple),
    draft=texts,
    question=texts,
    rows=texts,
    slot=texts,
    after=some.integers(0, 60),
    protect=some.booleans(),
    takes=texts,
    deletes=some.lists(texts, max_size=3).map(tuple),
)


@given(says)
def test_every_letter_comes_out_as_it_went_in(say: Say) -> None:
    assert say_from_json(say_to_json(say)) == say


def test_a_letter_of_the_first_release_stays_readable() -> None:
    written = (
        '{"v":1,"lines":[{"key":"filed","values":{"ticket":"SK-1","day":{"day":"2024-10-16"},'
        '"when":{"at":"2024-10-16T10:04:00+08:00","zone":"Asia/Makassar"},'
        '"what":{"word":"offence-like","values":{}},"n":3}}],"options":[{"key":"yes","label":"ok"}],"slot":"p"}'
    )
    at = datetime(2024, 10, 16, 10, 4, tzinfo=timezone(timedelta(hours=8)))
    assert say_from_json(written) == Say(
        lines=(
            Line(
                "filed",
                {
                    "ticket": "SK-1",
                    "day": date(2024, 10, 16),
                    "when": Moment(at, "Asia/Makassar"),
                    "what": Word("offence-like"),
                    "n": 3,
                },
            ),
        ),
        options=(Option("yes", "ok"),),
        slot="p",
    )


@pytest.mark.parametrize(
    "written",
    [
        "",
        "[]",
        "3",
        '{"lines":[]}',
        '{"v":2,"lines":[]}',
        '{"v":true,"lines":[]}',
        '{"v":1}',
        '{"v":1,"lines":{}}',
        '{"v":1,"lines":[],"colour":"red"}',
        '{"v":1,"lines":["greeting"]}',
        '{"v":1,"lines":[{"key":1}]}',
        '{"v":1,"lines":[{"key":"a","join":"sideways"}]}',
        '{"v":1,"lines":[{"key":"a","values":[]}]}',
        '{"v":1,"lines":[{"key":"a","values":{"x":true}}]}',
        '{"v":1,"lines":[{"key":"a","values":{"x":1.5}}]}',
        '{"v":1,"lines":[{"key":"a","values":{"x":null}}]}',
        '{"v":1,"lines":[{"key":"a","values":{"x":{"day":"yesterday"}}}]}',
        '{"v":1,"lines":[{"key":"a","values":{"x":{"at":"2024-10-16T10:04:00","zone":"Asia/Jakarta"}}}]}',
        '{"v":1,"lines":[{"key":"a","values":{"x":{"word":"b","values":{},"more":1}}}]}',
        '{"v":1,"lines":[],"options":[{"key":"a"}]}',
        '{"v":1,"lines":[],"after":"1"}',
        '{"v":1,"lines":[],"protect":1}',
    ],
)
def test_what_we_did_not_write_is_refused(written: str) -> None:
    with pytest.raises(Unreadable):
        say_from_json(written)


def test_a_refusal_does_not_repeat_what_was_written() -> None:
    with pytest.raises(Unreadable) as refused:
        say_from_json(json.dumps({"v": 1, "lines": [{"key": "a", "values": {"x": ["Sari"]}}]}))
    assert "Sari" not in str(refused.value)


def test_a_value_that_no_sentence_can_hold_is_refused_when_written() -> None:
    with pytest.raises(TypeError):
        say_to_json(Say((Line("a", {"x": True}),)))
