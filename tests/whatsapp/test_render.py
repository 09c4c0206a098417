"""Says as numbered text and, beside it, as buttons or a list: no option is ever out of reach."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation import screen
from bot.conversation.message import Line, Say
from bot.words.words import Words
from handlers.whatsapp.contents import shapes
from handlers.whatsapp.render import (
    BODY,
    BUTTON,
    DESCRIPTION,
    ITEM,
    TEXT,
    CannotRender,
    choices,
    render,
    shape,
    split,
    variables,
)
from tests.fakes.twilio.content import filled
from tests.fakes.twilio.world import Content
from tests.whatsapp.letters import question


def test_a_say_is_text_with_numbers(words: Words) -> None:
    assert render(question(), words, "id").parts == ("Halo Sari.\n\nBenar?\n\n1 Ya\n2 Tidak",)


@given(count=st.integers(1, 14), name=st.text(min_size=1, max_size=1200))
def test_every_option_of_every_screen_can_be_reached(words: Words, count: int, name: str) -> None:
    say = question(name or "x", count)
    message = render(say, words, "id")
    text = "\n".join(message.parts)
    for number, option in enumerate(screen.choices(say, "numbers"), 1):
        assert re.search(rf"^{number} ", text, re.MULTILINE), "by its number"
        assert screen.data(say, option) in message.ids
    for limit in (BUTTON, ITEM):
        made = choices(message, limit)
        assert len({one.title for one in made}) == len(made), "titles differ after they are cut"
        assert all(len(one.title) <= limit and len(one.description) <= DESCRIPTION for one in made)
    assert all(len(part) <= TEXT for part in message.parts)
    which = shape(message)
    if which:
        assert len(text) <= BODY
        content = shapes()[which]
        held = Content("HX1", content.name, "id", dict(content.variables), dict(content.types), 0)
        body, actions, faulty = filled(held, variables(message))
        assert (body, faulty) == (text, "")
        assert [data for _, data in actions] == list(message.ids)
    assert bool(which) == (len(text) <= BODY and count <= 10)


def test_the_shapes_are_contents_that_twilio_takes() -> None:
    assert list(shapes()) == [*(f"buttons-{n}" for n in (1, 2, 3)), *(f"list-{n}" for n in range(4, 11))]
    for content in shapes().values():
        held = Content("HX1", content.name, "id", dict(content.variables), dict(content.types), 0)
        assert filled(held, {}, creating=True)[2] == ""
        assert filled(held, {})[2] == ""


def test_a_long_text_is_split_where_a_sentence_ends(words: Words) -> None:
    sentences = " ".join(f"Ini kalimat nomor {n} dari cerita yang panjang." for n in range(45))
    parts = render(Say((Line("hello", {"name": sentences}), Line("ask"))), words, "id").parts
    assert len(parts) == 2
    assert parts[0].endswith(".")
    assert " ".join(" ".join(parts).split()) == " ".join(f"Halo {sentences}. Benar?".split())


@given(st.text(alphabet=st.sampled_from("ab. \n!?é🙏"), max_size=400), st.integers(5, 60))
def test_splitting_loses_nothing_but_gaps(text: str, limit: int) -> None:
    parts = split(text.strip(), limit)
    assert all(0 < len(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_what_is_hers_is_cut_and_turns_no_text_around(words: Words) -> None:
    (text,) = render(Say((Line("hello", {"name": "a\u202eb\u0007c"}),)), words, "id").parts
    assert text == "Halo abc."
    assert len("".join(render(Say((Line("hello", {"name": "a" * 9000}),)), words, "id").parts)) < 2500


def test_a_letter_that_says_nothing_here_is_a_fault_of_ours(words: Words) -> None:
    with pytest.raises(CannotRender):
        render(Say((Line("ask", only="buttons"),)), words, "id")
