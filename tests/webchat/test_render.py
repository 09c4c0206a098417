"""A letter in, HTML out: escaped, whole, with every option, and no link in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.conversation.message import Line, Option, Place, Say
from handlers.webchat import told
from handlers.webchat.hear import Upload, said
from handlers.webchat.looks import LOOKS
from handlers.webchat.page import Drawn, Pages
from handlers.webchat.render import Letter, letter, render
from handlers.webchat.told import Hers, Ours, opened
from storage.bubbles import Bubble
from tests.talking import library
from tests.webchat.site import SHELF, Site, read

HOSTILE = '<script>alert(1)</script> & "kutip" https://jahat.example/x {{ 7 * 7 }}'
PAGES = Pages(library().words, "id", SHELF)
SURE = Say(
    (Line("early-story", {"text": "Pak Harun"}),),
    (Option("agree", "consent-agree"), Option("read", "consent-read"), Option("ask", "consent-ask")),
    draft="d1",
    question="consent",
    rows="agree | read ask",
)


def drawn(one: Ours | Hers, look: Letter = letter) -> str:
    shown = render(one, library().words, "id", look)
    return PAGES.draw("bubble.html", "id", at="", bubble=Drawn(42, shown))


def bubble(one: Ours | Hers, look: Letter = letter) -> dict[str, Any]:
    return read(drawn(one, look))[0]


def test_buttons_stand_in_their_rows_and_carry_their_place() -> None:
    made = bubble(Ours(SURE, "id"))
    assert made["id"] == "b42"
    assert made["rows"] == [
        [(["Setuju, mulai"], "42 d1:consent:agree")],
        [(["Baca dulu"], "42 d1:consent:read"), (["Cuma mau bertanya"], "42 d1:consent:ask")],
    ]


@pytest.mark.parametrize("text", [HOSTILE, "</li></ol><h1>", "\u202egpj.exe", "a\n\nb" * 50, "x" * 5000])
def test_nobodys_text_breaks_out_of_its_bubble(text: str) -> None:
    page = drawn(Ours(Say((Line("early-story", {"text": text}),)), "id"))
    assert len(read(page)) == 1
    for never in ("<script", "<h1", "<a ", "href", "\u202e"):
        assert never not in page
    assert page.count("</li>") == 1


def test_her_own_words_are_escaped_and_kept_as_they_are() -> None:
    page = drawn(opened(told.hers(said({"text": HOSTILE}))))
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert read(page)[0]["text"] == [[HOSTILE]]


def test_a_press_is_shown_as_what_stood_on_the_button_and_the_question_closes() -> None:
    pressed = bubble(Ours(SURE, "id", chosen="d1:consent:read"))
    assert pressed["rows"] == []
    assert pressed["chosen"] is True
    hers = opened(told.hers(said({"press": "42 d1:consent:read"}), SURE.options[1], "id"))
    assert bubble(hers)["text"] == [["Baca dulu"]]
    assert bubble(hers)["class"] == "bubble hers"


@pytest.mark.parametrize("whose", ["case", "desk"])
def test_what_is_offered_of_a_case_stays_on_offer_to_her_and_to_an_officer(whose: str) -> None:
    offers = Say((Line("filed"),), (Option("next", "sent-next"), Option("add", "sent-add")), draft=whose)
    assert len(bubble(Ours(offers, "id", chosen=f"{whose}::next"))["rows"]) == 2


def test_a_pin_and_files_are_told_in_words() -> None:
    hers = opened(
        told.hers(said({"lat": "-5.3258", "lon": "123.5952"}, (Upload("k", "a<b>.jpg"), Upload("k"))))
    )
    assert bubble(hers)["text"] == [["Titik: -5.32580, 123.59520"], ["Berkas: a<b>.jpg"], ["Berkas: ?"]]
    assert isinstance(hers, Hers)
    assert hers.pin == Place(-5.3258, 123.5952)


@pytest.mark.parametrize(
    "text", ["8F2K-QM7T-4XRW", "K7M-4QX-3 8f2k qm7t 4xrw", "status K7M4QX3 8F2KQM7T4XRW"]
)
def test_a_secret_code_is_not_shown_again(text: str) -> None:
    kept = told.hers(said({"text": text}))
    assert b"QM7T" not in kept.upper()
    assert bubble(opened(kept))["text"] == [["(kode rahasia, tidak ditampilkan)"]]


def test_a_letter_with_a_secret_is_marked() -> None:
    assert (
        "secret"
        in bubble(Ours(Say((Line("code", {"code": "8F2K-QM7T-4XRW"}),), protect=True), "id"))["class"]
    )


@pytest.mark.parametrize("look", ["telegram", "whatsapp"])
def test_the_other_channels_own_renderers_make_the_same_bubble_look_like_theirs(look: str) -> None:
    made = bubble(Ours(SURE, "id"), LOOKS[look])
    labels = [label for row in made["rows"] for (label,), _ in row]
    values = [value for row in made["rows"] for _, value in row]
    assert values == ["42 d1:consent:agree", "42 d1:consent:read", "42 d1:consent:ask"]
    if look == "telegram":
        assert labels == ["Setuju, mulai", "Baca dulu", "Cuma mau bertanya"]
    else:
        assert labels == ["1 Setuju, mulai", "2 Baca dulu", "3 Cuma bertanya"]
        assert made["text"][-1][-1] == "3 Saya cuma mau bertanya"


def test_a_list_is_opened_as_whatsapp_opens_it_and_its_rows_say_the_whole_of_what_is_cut() -> None:
    say = replace(
        SURE, options=(*SURE.options, Option("later", "menu-report")), rows="agree | read | ask | later"
    )
    page = drawn(Ours(say, "id"), LOOKS["whatsapp"])
    assert (
        page.index("<details")
        < page.index("1–4</summary>")
        < page.index("<button")
        < page.index("</details>")
    )
    assert "4 Melaporkan yang saya…<small>4 Melaporkan yang saya lihat</small>" in page
    assert "<details" not in drawn(Ours(SURE, "id"), LOOKS["whatsapp"])
    assert "<details" not in drawn(Ours(say, "id"), LOOKS["telegram"])


def test_a_bubble_bears_the_moved_clocks_time_and_one_of_an_earlier_release_none(site: Site) -> None:
    at = datetime(2024, 11, 6, 0, 0, 9, tzinfo=UTC)
    kept = [
        told.ours(Ours(SURE, "id", at=at)),
        told.hers(said({"text": "Halo"}), at=at),
        told.ours(Ours(SURE, "id")),
    ]
    talk = [Bubble(place, place, False, body) for place, body in enumerate(kept)]
    shown = replace(site.phone, zone="Asia/Makassar").drawn(talk, "id")
    pages = [PAGES.draw("bubble.html", "id", at="", bubble=one) for one in shown]
    stamp = '<time datetime="2024-11-06T00:00:09+00:00">Rabu 6 Nov, 08.00 WITA</time>'
    assert [stamp in page for page in pages] == [True, True, False]
    assert "<time" not in pages[2]


@pytest.mark.parametrize("look", LOOKS)
def test_no_look_lets_a_text_break_out(look: str) -> None:
    page = drawn(Ours(Say((Line("early-story", {"text": HOSTILE}),)), "id"), LOOKS[look])
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#34;kutip&#34;" in page


def test_what_is_kept_shows_nothing_of_itself() -> None:
    one = Ours(Say((Line("early-story", {"text": "kepala dinas"}),)), "id")
    assert "kepala" not in repr(one)
    assert "kepala" not in repr(opened(told.hers(said({"text": "kepala dinas"}))))
    assert "kepala" not in repr(render(one, library().words, "id"))
