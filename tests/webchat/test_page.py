"""The page's requests over real HTTP: whose page it is, what is kept of a post, and what a stranger gets."""

from __future__ import annotations

import re
import threading
import time
from datetime import timedelta

import httpx2
import pytest

from handlers.webchat import accept, stream, told
from handlers.webchat.told import Hers
from storage import bubbles
from storage.sql import sql
from tests.webchat.conftest import Clock, Opens
from tests.webchat.site import Browser, Site, read


def kept(site: Site) -> int:
    """Messages that were accepted, from everybody."""
    with site.database.reading() as db:
        return int(db.connection().execute(sql("SELECT count(*) FROM inbox")).scalar_one())


def talk(site: Site, browser: Browser) -> list[str]:
    """Her own bubbles and ours, as the store has them."""
    with site.database.reading() as db:
        shown = bubbles.shown(db, site.keys, browser.lane, site.database.now())
    made = [told.opened(one.body) for one in shown if one.body is not None]
    return [one.text if isinstance(one, Hers) else one.say.lines[0].key for one in made]


def answers(site: Site) -> None:
    site.work()
    site.deliver_all()


def test_a_page_shows_nothing_keeps_nothing_and_says_so(site: Site, sari: Browser) -> None:
    page = sari.load()
    assert read(page) == []
    assert "Sekarang belum ada yang tersimpan." in page
    with site.database.reading() as db:
        for table in ("bubble", "bubble_clock", "address", "inbox", "lane", "bucket"):
            assert db.connection().execute(sql(f"SELECT count(*) FROM {table}")).scalar_one() == 0


def test_what_she_writes_is_kept_before_it_is_answered_and_shown_after_a_reload(
    site: Site, sari: Browser
) -> None:
    assert sari.post(text="Halo").status_code == 204
    assert kept(site) == 1
    assert talk(site, sari) == ["Halo"]
    answers(site)
    assert talk(site, sari) == ["Halo", "ask-consent"]
    shown = read(sari.load())
    assert [one["class"] for one in shown] == ["bubble hers", "bubble ours"]
    assert shown[0]["text"] == [["Halo"]]


def test_a_question_is_gone_from_the_page_within_an_hour_and_her_report_stays(
    site: Site, sari: Browser, clock: Clock
) -> None:
    """Also where she has agreed, so that the rest of the talk stays for days."""
    for text in (
        "Halo",
        "1",
        "boleh gak guru like postingan kakaknya yg nyaleg",
        "tanya",
        "boleh ga kades kampanye",
    ):
        sari.post(text=text)
        answers(site)
    assert {"boleh gak guru like postingan kakaknya yg nyaleg", "boleh ga kades kampanye"} <= set(
        talk(site, sari)
    )
    clock.turn(hours=1)
    assert [said for said in talk(site, sari) if said.startswith("boleh")] == []
    assert {"begin", "tanya"} <= set(talk(site, sari))


def test_the_same_post_twice_is_one_message(site: Site, sari: Browser) -> None:
    for _ in range(3):
        assert sari.post(text="Halo", id="kiriman-satu").status_code == 204
    assert kept(site) == 1
    answers(site)
    assert sari.post(text="Halo", id="kiriman-satu").status_code == 204
    answers(site)
    assert talk(site, sari) == ["Halo", "ask-consent"]


def test_another_text_under_an_old_id_is_another_message(site: Site, sari: Browser) -> None:
    """Without a script, a page that was gone back to still bears the id it was loaded with."""
    sari.post(text="Halo", id="kiriman-satu")
    sari.post(text="Halo lagi", id="kiriman-satu")
    assert talk(site, sari) == ["Halo", "Halo lagi"]


def test_one_browsers_id_is_not_anothers(site: Site, opens: Opens) -> None:
    sari, budi = opens(), opens()
    for browser in (sari, budi):
        assert browser.post(text="Halo", id="kiriman-satu").status_code == 204
    assert kept(site) == 2


def test_a_press_twice_is_one_press_and_closes_the_question(site: Site, sari: Browser) -> None:
    sari.post(text="Halo")
    answers(site)
    (_, value), *_ = read(sari.load())[-1]["rows"][0]
    for _ in range(2):
        assert sari.post(press=value, id="tekan-satu").status_code == 204
    answers(site)
    shown = read(sari.load())
    assert [one["class"] for one in shown] == ["bubble hers", "bubble ours", "bubble hers", "bubble ours"]
    assert shown[1]["chosen"]
    assert shown[1]["rows"] == []
    assert shown[2]["text"] == [["Setuju, mulai"]]


def test_a_press_on_what_is_gone_or_anothers_is_answered_and_changes_nothing(
    site: Site, opens: Opens
) -> None:
    sari, budi = opens(), opens()
    for browser in (sari, budi):
        browser.post(text="Halo")
        answers(site)
    (_, value), *_ = read(sari.load())[-1]["rows"][0]
    budi.post(press=value)
    answers(site)
    assert read(sari.load())[-1]["chosen"] is False
    assert talk(site, sari) == ["Halo", "ask-consent"]
    assert talk(site, budi)[:2] == ["Halo", "ask-consent"]
    assert len(talk(site, budi)) == 3  # told that nothing has changed


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


def last(site: Site, browser: Browser) -> int:
    with site.database.reading() as db:
        return max(one.changed for one in bubbles.since(db, site.keys, browser.lane, 0))


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


def test_without_a_script_a_form_leads_back_to_the_page(site: Site, sari: Browser) -> None:
    answer = sari.client.post("/chat", data=sari.form | {"text": "Halo"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/chat#latest")
    refused = sari.client.post("/chat", data=sari.form | {"text": "Halo", "csrf": ""})
    assert refused.status_code == 403
    assert "<!doctype html>" in refused.text
    assert 'href="/chat#latest"' in refused.text


def test_without_a_script_the_page_she_is_led_back_to_shows_the_answer(site: Site, sari: Browser) -> None:
    """The post waits a little for it, and goes on as soon as it is there."""
    came: list[httpx2.Response] = []

    def post() -> None:
        came.append(sari.client.post("/chat", data=sari.form | {"text": "Halo"}, follow_redirects=True))

    begun = time.monotonic()
    posting = threading.Thread(target=post)
    posting.start()
    while not kept(site):
        time.sleep(0.005)
    answers(site)
    posting.join()
    assert time.monotonic() - begun < stream.ANSWERED + 5
    assert came[0].status_code == 200
    assert [one["class"] for one in read(came[0].text)] == ["bubble hers", "bubble ours"]


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


def test_the_language_is_the_browsers_until_she_has_chosen(site: Site, sari: Browser) -> None:
    english = sari.client.get("/chat", headers={"Accept-Language": "fr, en-GB;q=0.8, id;q=0.3"}).text
    assert '<html lang="en">' in english
    assert 'name="text" value="English"' in english  # her first press asks for it
    assert '<html lang="id">' in sari.client.get("/chat?lang=id", headers={"Accept-Language": "en"}).text
    sari.post(text="English")
    answers(site)
    assert '<html lang="en">' in sari.client.get("/chat").text


def test_leaving_makes_the_browser_forget_the_page(site: Site, sari: Browser) -> None:
    sari.post(text="Halo")
    assert sari.client.post("/chat/leave", data={"csrf": "0"}).status_code == 403
    answer = sari.client.post("/chat/leave", data={"csrf": sari.form["csrf"]})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert not list(sari.client.cookies.jar)
    assert read(sari.load()) == []


def test_clean_chat_erases_the_talk_and_the_report_stays(site: Site, sari: Browser) -> None:
    sari.post(text="Halo")
    answers(site)
    sari.post(text="1")
    answers(site)
    sari.post(text="bersihkan chat")
    answers(site)
    (_, value), *_ = read(sari.load())[-1]["rows"][0]
    sari.post(press=value)
    answers(site)
    shown = read(sari.load())
    assert shown[0]["text"][0][0].startswith("Percakapan di halaman ini sudah kami hapus")
    with site.database.reading() as db:
        sealed = (
            db.connection().execute(sql("SELECT count(*) FROM bubble WHERE sealed IS NOT NULL")).scalar_one()
        )
        drafts = db.connection().execute(sql("SELECT count(*) FROM draft")).scalar_one()
    assert sealed == len(shown)
    assert drafts > 0


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


def test_the_period_of_the_cookie_is_that_of_an_address() -> None:
    from handlers.webchat.session import LASTS  # noqa: PLC0415
    from storage.retention import ADDRESSES  # noqa: PLC0415

    assert timedelta(seconds=LASTS) == ADDRESSES
