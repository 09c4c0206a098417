"""Every option of every screen can be reached on every channel: a button, a list, or else a number in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from bot.conversation import screen
from bot.conversation.message import Make, Say
from bot.conversation.spoken import match_option
from handlers.telegram import render as telegram
from handlers.webchat.render import letter
from handlers.whatsapp import render as whatsapp
from handlers.whatsapp.contents import shapes
from tests.fakes.twilio.content import filled
from tests.fakes.twilio.world import Content
from tests.talking import library
from tests.test_screens import LANGUAGES, explanations, letters, notices, screens

pytestmark = pytest.mark.unit

CONTENTS = {
    name: Content("HX1", one.name, one.language, dict(one.variables), dict(one.types), 0)
    for name, one in shapes().items()
}  # fmt: skip


@pytest.fixture(scope="module", params=LANGUAGES)
def shown(request: pytest.FixtureRequest) -> tuple[str, tuple[Say, ...]]:
    """A language, and every screen that has options in it."""
    language: str = request.param
    says: Iterator[Say] = iter([*screens(language), *explanations(language), *letters(), *notices(language)])
    return language, tuple(say for say in says if say.options)


def carried(say: Say, make: Make) -> list[str]:
    return [screen.data(say, option) for option in screen.choices(say, make)]


def test_no_screen_hides_an_option_behind_a_button_that_telegram_or_the_page_does_not_show(
    shown: tuple[str, tuple[Say, ...]],
) -> None:
    language, says = shown
    assert len(says) > 200
    for say in says:
        keyboard = [
            button for row in telegram.render(say, library().words, language).keyboard for button in row
        ]
        assert sorted(button.data for button in keyboard) == sorted(carried(say, "buttons"))
        assert all(button.label.strip() for button in keyboard)
        rows = letter(say, library().words, language).rows
        assert sorted(button.data for row in rows for button in row) == sorted(carried(say, "buttons"))


def test_every_option_on_whatsapp_has_its_number_in_the_text_and_its_button_or_row_where_one_fits(
    shown: tuple[str, tuple[Say, ...]],
) -> None:
    """Also as the strict Twilio takes it: titles differ after they were cut, and none is too long."""
    language, says = shown
    listed = {(say.question, one.key) for say in says for one in say.options if not one.quiet}
    tapped = 0
    for say in says:
        made = whatsapp.render(say, library().words, language)
        wanted = carried(say, "numbers")
        assert list(made.ids) == wanted
        rows = "\n".join(made.parts).split("\n")
        for option, row in zip(screen.choices(say, "numbers"), made.labels, strict=True):
            if option.quiet:  # it was listed above, or the text names its number
                number = row.partition(" ")[0]
                named = re.search(rf"\b{number}\b", "\n".join(made.parts))
                assert (say.question, option.key) in listed or named, (say.lines, option)
            else:
                assert row in rows, row
        assert [label.partition(" ")[0] for label in made.labels] == [
            str(at) for at in range(1, len(wanted) + 1)
        ]
        if which := whatsapp.shape(made):
            _, actions, faulty = filled(CONTENTS[which], whatsapp.variables(made))
            assert ([data for _, data in actions], faulty) == (wanted, "")
            _read_whole(say, which, [title for title, _ in actions], language)
            tapped += 1
    assert tapped > len(says) / 2


def _read_whole(say: Say, which: str, titles: list[str], language: str) -> None:
    """A button's title is cut only where it names something, a row has the whole of it beside it; and each is
    understood where it comes back without its id, as Twilio's list tells it.
    """
    options = screen.choices(say, "numbers")
    for title, option in zip(titles, options, strict=True):
        names = option.values or "." in option.label
        assert which.startswith("list") or names or not title.endswith("…"), title
        assert match_option(title, options, library().words, language) == option.key, title
