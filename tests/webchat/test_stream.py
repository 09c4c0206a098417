"""What changes, told as it changes: in order, none missed and none twice, whatever becomes of the line."""

from __future__ import annotations

import threading
from contextlib import ExitStack

import httpx2

from handlers.webchat import live
from handlers.webchat.stream import AGAIN, CROWDED
from storage import bubbles
from tests.webchat.conftest import Clock, Opens
from tests.webchat.saying import answers, last
from tests.webchat.site import Browser, Site, read


def texts(events: list[tuple[str, str]]) -> list[str]:
    return [read(data)[0]["text"][0][0][:12] if event == "bubble" else event for event, data in events]


def test_a_bubble_comes_while_the_page_is_open(site: Site, sari: Browser) -> None:
    """Not at the next look, once a second, but as it is written."""
    lines: list[str] = []
    came = threading.Event()

    def listen() -> None:
        other = httpx2.Client(base_url=site.url, cookies=dict(sari.client.cookies), timeout=30)
        with other, other.stream("GET", "/chat/events") as answer:
            assert answer.headers["content-type"].startswith("text/event-stream")
            for line in answer.iter_lines():
                lines.append(line)
                if line.startswith("retry"):
                    opened.set()
                if "Halo" in line:
                    came.set()
                    return

    opened = threading.Event()
    listener = threading.Thread(target=listen)
    listener.start()
    assert opened.wait(30)
    sari.post(text="Halo")
    assert came.wait(30)
    listener.join()
    assert "event: bubble" in lines


def test_a_lost_line_goes_on_where_it_was(site: Site, sari: Browser, clock: Clock) -> None:
    for number in range(3):
        sari.post(text=f"pesan {number}", id=f"kiriman-{number}")
    first = sari.events(last(site, sari))
    assert texts(first) == ["pesan 0", "pesan 1", "pesan 2"]
    sari.post(text="pesan 3", id="kiriman-3")
    answers(site)
    again = httpx2.Client(base_url=site.url, cookies=dict(sari.client.cookies), timeout=30)
    told, ids = [], []
    with (
        again,
        again.stream("GET", "/chat/events?after=1", headers={"Last-Event-ID": str(sari.after)}) as answer,
    ):
        for line in answer.iter_lines():
            if line.startswith("id: "):
                ids.append(int(line[4:]))
            if line.startswith("data: <p "):
                told.append(line)
            if ids and ids[-1] == last(site, sari) and not line:
                break
    assert "pesan 3" in told[0]
    assert not [line for line in told if "pesan 2" in line]
    assert ids == sorted(set(ids))
    assert ids[0] > sari.after


def test_a_reload_and_the_stream_after_it_overlap_in_nothing(site: Site, sari: Browser) -> None:
    sari.post(text="pesan 0", id="kiriman-0")
    page = sari.load()
    after = int(page.split('data-after="')[1].split('"')[0])
    sari.post(text="pesan 1", id="kiriman-1")
    sari.after = after
    assert texts(sari.events(last(site, sari))) == ["pesan 1"]


def test_what_was_taken_away_is_told_to_open_pages_by_its_name_alone(
    site: Site, sari: Browser, clock: Clock
) -> None:
    sari.post(text="rahasia besar")
    place = last(site, sari)
    sari.events(place)
    with site.database.transaction() as db:
        bubbles.clean(db, sari.lane, site.database.now())
    assert sari.events(last(site, sari)) == [("gone", f"b{place}")]


def test_from_the_beginning_a_stream_tells_the_whole_talk_as_it_stands(site: Site, sari: Browser) -> None:
    """A browser whose page we know nothing of misses nothing."""
    sari.post(text="pesan 0", id="kiriman-0")
    for after in ("", "x", "-1", "9" * 30):
        sari.after = 0
        with sari.client.stream("GET", "/chat/events", params={"after": after}) as answer:
            assert any("pesan 0" in line for line in answer.iter_lines())


def test_one_page_opens_only_so_many_streams_and_is_told_to_come_back(
    site: Site, sari: Browser, opens: Opens
) -> None:
    with ExitStack() as held:
        every = [
            held.enter_context(sari.client.stream("GET", "/chat/events")) for _ in range(live.MOST_OF_ONE)
        ]
        lines = [answer.iter_lines() for answer in every]
        assert {next(one) for one in lines} == {f"retry: {AGAIN}"}
        with sari.client.stream("GET", "/chat/events") as crowded:
            assert list(crowded.iter_lines()) == [f"retry: {CROWDED}", ""]
        with opens().client.stream("GET", "/chat/events") as other:
            assert next(other.iter_lines()) == f"retry: {AGAIN}"


def test_the_streams_end_when_we_do(site: Site, sari: Browser) -> None:
    """An open page keeps no process from stopping."""
    ended = threading.Event()

    def listen() -> None:
        with sari.client.stream("GET", "/chat/events") as answer:
            for line in answer.iter_lines():
                if line.startswith("retry"):
                    opened.set()
        ended.set()

    opened = threading.Event()
    listener = threading.Thread(target=listen)
    listener.start()
    assert opened.wait(30)
    site.stop()
    assert ended.wait(30)
    listener.join()
