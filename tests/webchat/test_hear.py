"""Raw posts in, what was heard out: a table."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.conversation.message import Attachment, Heard, Place, Press, kind_of
from handlers.webchat.hear import TEXT, Said, Upload, ear, named, packed, said

AT = datetime(2024, 10, 16, 11, 40, tzinfo=UTC)


def heard(fields: dict[str, str], *files: Upload) -> Heard | None:
    ids = (f"id{number}" for number in itertools.count())
    address, made = ear(packed(said(fields, files), "sari", 7), AT, lambda: next(ids))
    assert address == "sari"
    return made


def is_(**told: Any) -> Heard:
    usual: dict[str, Any] = {"at": AT, "fresh": "id0", "ref": "7"}
    return Heard(**usual | told)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"text": "Halo"}, is_(text="Halo")),
        ({"text": "  satu\r\ndua\rtiga \n"}, is_(text="satu\ndua\ntiga")),
        ({"text": "gpj.\u202eexe\x00\x07 \ud800"}, is_(text="gpj.exe")),
        ({"text": "x" * (TEXT + 5)}, is_(text="x" * TEXT)),
        ({"text": "halo", "language": "en"}, is_(text="halo", language="en")),
        ({"text": "halo", "language": "<script>"}, is_(text="halo")),
        ({"press": "42 d1:offence:billboard"}, is_(press=Press("d1", "offence", "billboard"), ref="42")),
        ({"press": "42 d1:q:a:b", "text": "tertinggal"}, is_(press=Press("d1", "q", "a:b"), ref="42")),
        ({"press": "42 bukan tombol kami"}, is_(ref="42", odd="other")),
        ({"press": "d1:q:a", "text": "halo"}, is_(text="halo")),
        ({"lat": "-5.3258", "lon": "123.5952"}, is_(place=Place(-5.3258, 123.5952))),
        ({"lat": "-5,3258", "lon": " 123,5952 "}, is_(place=Place(-5.3258, 123.5952))),
        ({"lat": "-5.3", "lon": "123.5", "text": "di sini"}, is_(text="di sini", place=Place(-5.3, 123.5))),
        ({"text": "halo", "lat": "-5.3", "lon": ""}, is_(text="halo")),
        ({"text": "halo", "lat": "nan", "lon": "123"}, is_(text="halo")),
        ({"text": "halo", "lat": "inf", "lon": "123"}, is_(text="halo")),
        ({"text": "halo", "lat": "-91", "lon": "123"}, is_(text="halo")),
        ({"text": "halo", "lat": "-5", "lon": "181"}, is_(text="halo")),
    ],
)
def test_what_she_does_is_heard(fields: dict[str, str], expected: Heard) -> None:
    assert heard(fields) == expected


def test_files_of_one_post_are_one_message() -> None:
    photo = Upload("kunci-foto", "IMG_1.jpg", "image/jpeg", 1200)
    large = Upload("kunci-video", "", "", None)
    assert heard({"text": "dua"}, photo, large) == is_(
        fresh="id2",
        text="dua",
        attachments=(
            Attachment("id0", "photo", "kunci-foto", "IMG_1.jpg", "image/jpeg", 1200),
            Attachment("id1", "document", "kunci-video", "", "application/octet-stream", None),
        ),
    )


@pytest.mark.parametrize("fields", [{}, {"text": " \n"}, {"lat": "1"}, {"press": ""}, {"file": "foto.jpg"}])
def test_an_empty_form_says_nothing(fields: dict[str, str]) -> None:
    assert said(fields).empty
    assert not Said(files=(Upload("k"),)).empty


@pytest.mark.parametrize(
    ("type", "kind"),
    [
        ("image/heic", "photo"), ("IMAGE/JPEG", "photo"), ("audio/ogg; codecs=opus", "voice"), ("audio/mpeg", "audio"),
        ("video/mp4", "video"), ("application/pdf", "document"), ("", "document"),
    ],
)  # fmt: skip
def test_a_file_is_what_its_browser_says_until_we_look(type: str, kind: str) -> None:
    assert kind_of(type) == kind


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("foto.jpg", "foto.jpg"), ("C:\\Users\\Sari\\foto.jpg", "foto.jpg"), ("../../etc/passwd", "passwd"),
        ("\u202egpj.exe", "gpj.exe"), ("a\x00b\n.jpg", "ab .jpg"), ("x" * 300 + ".jpg", ("x" * 300 + ".jpg")[-200:]),
    ],
)  # fmt: skip
def test_a_name_tells_no_folder(name: str, kept: str) -> None:
    assert named(name) == kept


def test_what_is_kept_of_a_press_or_a_post_shows_nothing_of_itself() -> None:
    told = said(
        {"text": "kepala dinas", "lat": "1", "lon": "2"}, (Upload("kunci", "sari.jpg", "image/jpeg", 3),)
    )
    assert "kepala" not in repr(told)
    assert "kunci" not in repr(told)
    assert "sari" not in repr(told)
