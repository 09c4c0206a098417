"""The catalogue keeps Meta's rules, and the commands bring it to Twilio once."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.conversation.message import Line, Option, Say
from bot.library import Library
from handlers.commands.whatsapp import CannotAsk, diff, push, status
from handlers.settings import Settings
from handlers.whatsapp.contents import shapes
from handlers.whatsapp.render import BUTTON, choices, render
from handlers.whatsapp.templates import Template, faults, filled, load, value
from tests.fakes.twilio.server import FakeTwilio
from tests.talking import WORDS, library

GOOD = Template("news", "id", "UTILITY", "Ada kabar untuk {{1}}. Balas untuk membacanya.", {"1": "K7M-4QX-3"})


def settings(fake: FakeTwilio, **more: Any) -> Settings:
    told = {"twilio_account_sid": fake.account, "twilio_auth_token": fake.token, "twilio_sender": fake.sender}
    return Settings(_env_file=None, **told | {"twilio_api_url": fake.url} | more)


def test_the_catalogue_breaks_no_rule_and_speaks_every_language() -> None:
    held: Library = library()
    assert list(faults(load())) == []
    for name in {template.id for template in load()}:
        assert {one.language for one in load() if one.id == name} == set(held.words.languages)


OPT_OUT = "CANCEL|END|QUIT|STOP|STOPALL|UNSUBSCRIBE|REVOKE|OPTOUT"
"""https://help.twilio.com/articles/223134027: who says one of these is sent nothing any more."""


def test_no_text_and_no_button_of_ours_asks_for_a_word_that_twilio_takes_for_goodbye() -> None:
    """STOP itself is understood by us as well, and never asked for."""
    for path in sorted(WORDS.glob("*.ftl")):
        said = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
        assert len(said) > 1000
        assert [line for line in said if re.search(rf"\b({OPT_OUT})\b", line)] == [], path.name
    titles = [title for template in load() for title in template.buttons]
    assert titles
    assert not any(re.fullmatch(OPT_OUT, title, re.IGNORECASE) for title in titles)
    message = render(Say((Line("begin"),), (Option("c", "desk-do-cancel"),)), library().words, "en")
    assert [one.title for one in choices(message, BUTTON)] == ["1 Stop the inquiry"], (
        "a button says its number first"
    )


def test_the_knock_says_what_the_push_begins_with() -> None:
    (news,) = [one for one in load() if (one.id, one.language) == ("news", "id")]
    said = library().words.text("id", "push", {"ticket": "K7M-4QX-3"})
    assert filled(news.body, {"1": "K7M-4QX-3"}).startswith(said)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"category": "MARKETING"}, "UTILITY"), ({"id": "Kabar baru"}, "small letters"),
        ({"body": "{{1}} ada kabar untuk Anda, balas saja."}, "start or the end"),
        ({"body": "Balas untuk membaca kabar tentang {{1}}"}, "start or the end"),
        ({"body": "Kabar untuk {{1}} {{2}} ada di sini sekarang.", "samples": {"1": "a", "2": "b"}}, "side by side"),
        ({"body": "Ada kabar untuk {{2}}. Balas untuk membacanya.", "samples": {"2": "a"}}, "numbered from 1"),
        ({"samples": {}}, "needs a sample"), ({"samples": {"1": "a\nb"}}, "no new line"),
        ({"samples": {"1": "a     b"}}, "run of spaces"), ({"body": "Kabar {{1}} ada."}, "too few words"),
        ({"body": ""}, "1 to 1024"), ({"buttons": ("x" * 26,)}, "ten buttons"),
        ({"buttons": ("x",) * 11}, "ten buttons"),
    ],
)  # fmt: skip
def test_a_template_that_would_be_refused_is_told_before(changed: dict[str, Any], says: str) -> None:
    assert list(faults((GOOD,))) == []
    assert any(says in fault for fault in faults((replace(GOOD, **changed),)))


def test_two_of_one_name_are_told() -> None:
    assert "same id" in next(faults((GOOD, GOOD)))


def test_a_variable_is_one_row_and_never_empty() -> None:
    assert [value(text) for text in ("a\n\tb     c", "  ", "K7M-4QX-3")] == ["a b c", "-", "K7M-4QX-3"]


def test_a_changed_text_is_another_content() -> None:
    assert GOOD.content.name == replace(GOOD).content.name
    assert GOOD.content.name != replace(GOOD, body=f"{GOOD.body} ").content.name


def test_push_makes_and_submits_what_is_missing_and_nothing_twice(fake: FakeTwilio) -> None:
    here = settings(fake)
    assert len(diff(here)) == len(load()) + len(shapes())
    assert len(push(here)) == len(load()) + len(shapes())
    assert (push(here), diff(here)) == ([], [])
    submitted = [one for one in fake.world.contents.values() if one.status != "unsubmitted"]
    assert {(one.status, one.category) for one in submitted} == {("received", "UTILITY")}
    assert len(submitted) == len(load())


def test_status_is_well_only_when_each_is_approved_as_what_it_was_submitted(
    fake: FakeTwilio, tmp_path: Path
) -> None:
    here = settings(fake, data_dir=tmp_path)
    assert not status(here)[1]
    push(here)
    assert not status(here)[1]
    fake.approve()
    assert status(here)[1]
    changed = next(one for one in fake.world.contents.values() if one.status == "approved")
    changed.category = "MARKETING"
    lines, usable = status(here)
    assert not usable
    assert any("MARKETING" in line for line in lines)


def test_what_is_in_no_catalogue_any_more_is_shown_and_left(fake: FakeTwilio) -> None:
    here = settings(fake)
    push(here)
    old = next(iter(fake.world.contents.values()))
    old.name = "saksi_old_0000000000"
    assert [line[0] for line in diff(here)] == ["+", "-"]
    assert old.sid in fake.world.contents


def test_what_cannot_be_asked_is_one_sentence_without_a_secret(fake: FakeTwilio, tmp_path: Path) -> None:
    with pytest.raises(CannotAsk, match="SAKSI_TWILIO_ACCOUNT_SID"):
        push(Settings(_env_file=None, data_dir=tmp_path))
    with pytest.raises(CannotAsk) as refused:
        push(settings(fake, twilio_auth_token="wrong-token-of-mine"))
    assert "wrong-token-of-mine" not in str(refused.value)
