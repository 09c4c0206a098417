"""The page's requests over real HTTP: whose page it is, what is kept of a post, and what a stranger gets."""

from __future__ import annotations

import threading
import time

import httpx2

from handlers.webchat import stream
from storage.sql import sql
from tests.webchat.conftest import Clock, Opens
from tests.webchat.saying import answers, kept, talk
from tests.webchat.site import Browser, Site, read


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
