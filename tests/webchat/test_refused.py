"""What the page refuses: forms of others, forged cookies, too many at once, what is no form; and what it tells then."""

from __future__ import annotations

import re
import socket
from datetime import timedelta
from http.client import HTTPResponse

import httpx2
import pytest

from handlers.webchat import accept
from handlers.webchat.post import BODY
from storage import bubbles
from storage.sql import sql
from tests.webchat.conftest import Clock, Opens
from tests.webchat.saying import answers, kept, last
from tests.webchat.site import Browser, Site, read


def test_an_empty_post_is_no_message(site: Site, sari: Browser) -> None:
    empty: list[dict[str, str]] = [{}, {"text": " \r\n "}, {"lat": "", "lon": ""}]
    for fields in empty:
        assert sari.post(None, **fields).status_code == 204
    assert kept(site) == 0


@pytest.mark.parametrize("csrf", ["", "0" * 32, "x"])
def test_a_form_that_is_not_hers_is_refused_with_what_to_do(site: Site, sari: Browser, csrf: str) -> None:
    answer = sari.post(text="Halo", csrf=csrf)
    assert answer.status_code == 403
    assert answer.text.startswith("Belum tersimpan: halaman ini dibuka")
    assert kept(site) == 0


def test_another_pages_form_is_refused(site: Site, opens: Opens) -> None:
    sari, thief = opens(), opens()
    assert sari.post(text="Halo", csrf=thief.form["csrf"]).status_code == 403
    assert kept(site) == 0


@pytest.mark.parametrize("from_where", ["cross-site", "same-site"])
def test_a_post_from_another_site_is_refused_whatever_it_knows(
    site: Site, sari: Browser, from_where: str
) -> None:
    answer = sari.client.post("/chat", data=sari.form | {"text": "x"}, headers={"Sec-Fetch-Site": from_where})
    assert answer.status_code == 403
    assert kept(site) == 0


def test_without_the_cookie_a_form_opens_nothing(site: Site, sari: Browser) -> None:
    with httpx2.Client(base_url=site.url) as stranger:
        assert stranger.post("/chat", data=sari.form | {"text": "x"}).status_code == 403
        assert stranger.get("/chat/events").status_code == 204
    assert kept(site) == 0


def test_a_forged_cookie_sees_nothing(site: Site, sari: Browser) -> None:
    sari.post(text="kepala dinas membagi sembako")
    answers(site)
    mine = next(iter(sari.client.cookies.jar)).value or ""
    token, mark = mine.split(".")
    for forged in (
        token,
        f"{token}.",
        f"{token}.{'0' * 32}",
        f"{'A' * 43}.{mark}",
        f"{token[:-1]}.{mark}",
        "",
        ".",
    ):
        bearing = {"Cookie": f"saksi={forged}"}
        with httpx2.Client(base_url=site.url) as thief:
            page = thief.get("/chat", headers=bearing)
            assert "sembako" not in page.text
            assert read(page.text) == []
            assert thief.cookies.get("saksi") not in (None, forged)  # it was given a page of its own
        assert httpx2.get(f"{site.url}/chat/events", headers=bearing).status_code == 204
    with httpx2.Client(base_url=site.url, cookies={"saksi": mine}) as same:
        assert "sembako" in same.get("/chat").text


def test_one_talk_is_out_of_reach_from_another(site: Site, opens: Opens, clock: Clock) -> None:
    sari, thief = opens(), opens()
    sari.post(text="kepala dinas membagi sembako")
    answers(site)
    place = read(sari.load())[0]["id"].removeprefix("b")
    clock.turn(seconds=1)
    thief.post(text="Halo")
    thief.post(press=f"{place} d1:consent:agree")
    answers(site)
    assert "sembako" not in thief.load()
    with site.database.reading() as db:
        assert bubbles.at(db, site.keys, thief.lane, int(place), site.database.now()) is None
    assert all("sembako" not in data for _, data in thief.events(last(site, thief)))


def test_the_cookie_is_for_this_page_alone_and_only_its_hash_is_kept(site: Site, sari: Browser) -> None:
    answer = httpx2.get(f"{site.url}/chat")
    told = answer.headers["set-cookie"]
    assert {"HttpOnly", "SameSite=lax", "Path=/", "Max-Age=2592000"} <= set(told.split("; "))
    sari.post(text="Halo")
    site.work()
    token = (next(iter(sari.client.cookies.jar)).value or "").split(".")[0]
    assert len(token) == 43
    with site.database.reading() as db:
        rows = [
            repr(tuple(row))
            for table in ("address", "bubble", "inbox", "lane", "bucket", "draft")
            for row in db.connection().execute(sql(f"SELECT * FROM {table}"))
        ]
        address = site.keys.open(
            db.connection().execute(sql("SELECT sealed FROM address")).scalar_one(), f"address:{sari.lane}"
        )
    assert rows
    assert not [row for row in rows if token in row]
    assert token.encode() not in address


def test_no_page_lets_anything_in_from_elsewhere(site: Site, sari: Browser) -> None:
    sari.post(text="lihat https://jahat.example/x dan <img src=//jahat.example>")
    answers(site)
    for answer in (sari.client.get("/chat"), sari.client.get("/chat?lang=en"), sari.post(text="x", csrf="0")):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-content-type-options"] == "nosniff"
        page = answer.text
        assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon\w+=|javascript:", page) == []
        places = re.findall(
            r"""\b(?:src|href|action|data-events)=["']?([^"' >]+)""", page.replace("&lt;", "<_")
        )
        assert [one for one in places if not one.startswith(("/", "data:,")) and "jahat" not in one] == []
        assert "<img" not in page
        assert '<a href="https://jahat' not in page


def test_she_who_writes_too_fast_is_told_and_nothing_of_hers_is_lost(site: Site, sari: Browser) -> None:
    for number in range(accept.DOOR.burst):
        assert sari.post(text=f"pesan {number}", id=f"kiriman-{number}").status_code == 204
    answer = sari.post(text="satu lagi", id="kiriman-lagi")
    assert (answer.status_code, answer.text.strip()) == (
        429, "Belum tersimpan: terlalu banyak kiriman dalam waktu singkat. Tunggu sebentar, lalu kirim lagi.",
    )  # fmt: skip
    assert kept(site) == accept.DOOR.burst


def test_she_may_go_on_a_moment_later(site: Site, sari: Browser, clock: Clock) -> None:
    for number in range(accept.DOOR.burst + 1):
        sari.post(text=f"pesan {number}", id=f"kiriman-{number}")
    clock.turn(seconds=1)
    assert sari.post(text="lagi", id="kiriman-lagi").status_code == 204


def test_from_one_place_come_only_so_many_new_pages_and_those_in_use_go_on(
    site: Site, sari: Browser, opens: Opens, clock: Clock
) -> None:
    sari.post(text="Halo")
    for _ in range(accept.NEW_OF_ONE.burst - 1):
        assert opens().post(text="Halo").status_code == 204
    assert opens().post(text="Halo").status_code == 429
    assert sari.post(text="lagi").status_code == 204
    clock.turn(seconds=accept.NEW_OF_ONE.per.total_seconds())
    assert opens().post(text="Halo").status_code == 204


def test_where_she_writes_from_is_kept_nowhere(site: Site, sari: Browser) -> None:
    sari.client.post(
        "/chat",
        data=sari.form | {"text": "Halo"},
        headers={"X-Forwarded-For": "9.9.9.9, 203.0.113.77", "HX-Request": "1"},
    )
    answers(site)
    with site.database.reading() as db:
        for table in ("address", "bubble", "inbox", "lane", "bucket", "outbox"):
            for row in db.connection().execute(sql(f"SELECT * FROM {table}")):
                assert not re.search(r"203\.0\.113|9\.9\.9|127\.0\.0", repr(tuple(row)))


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_nothing_else_is_understood(sari: Browser, method: str) -> None:
    assert sari.client.request(method, "/chat").status_code == 405


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/json", b"{}", 415),
        ("text/plain", b"text=x", 415),
        ("multipart/form-data", b"x", 415),
        ("multipart/form-data; boundary=b", b"nothing of the kind", 400),
        (
            "multipart/form-data; boundary=b",
            b'--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nx',
            400,
        ),
        ("application/x-www-form-urlencoded", b"a=1&" * 30, 400),
        ("application/x-www-form-urlencoded", b"text=" + b"x" * 70_000, 413),
        ("application/x-www-form-urlencoded", "text=ß".encode(), 400),
    ],
)
def test_what_is_no_form_is_refused_and_answered(
    site: Site, sari: Browser, kind: str, body: bytes, status: int
) -> None:
    answer = sari.client.post("/chat", content=body, headers={"Content-Type": kind, "HX-Request": "true"})
    assert answer.status_code == status
    assert answer.text.startswith(("Belum tersimpan", "Pesan Anda belum tersimpan"))
    assert kept(site) == 0


def test_a_post_that_is_too_much_is_refused_before_it_comes(site: Site, sari: Browser) -> None:
    host, port = site.url.removeprefix("http://").split(":")
    cookie = next(iter(sari.client.cookies.jar))
    with socket.create_connection((host, int(port)), 30) as line:
        line.sendall(
            f"POST /chat HTTP/1.1\r\nHost: x\r\nCookie: {cookie.name}={cookie.value}\r\nHX-Request: true\r\n"
            f"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: {BODY + 1}\r\n\r\n".encode()
        )
        answer = HTTPResponse(line)
        answer.begin()
        told = answer.read().decode()
    assert answer.status == 413
    assert "Belum tersimpan: terlalu banyak sekaligus." in told
    assert kept(site) == 0


def test_the_period_of_the_cookie_is_that_of_an_address() -> None:
    from handlers.webchat.session import LASTS  # noqa: PLC0415
    from storage.retention import ADDRESSES  # noqa: PLC0415

    assert timedelta(seconds=LASTS) == ADDRESSES
