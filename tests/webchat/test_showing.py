"""A file that a letter brings along: seen on the page it was sent to, while the letter is there, and nowhere else."""

from __future__ import annotations

import io
import re
import time

import pytest
from PIL import Image

from bot.conversation.message import Line, Say
from handlers.copies import named
from handlers.stores import Stores
from storage import bubbles, cases, evidence
from storage.evidence import Evidence
from storage.recordings import recording
from tests.filed import PHOTO, file_report
from tests.files import image
from tests.files import recording as recorded
from tests.webchat.conftest import Opens
from tests.webchat.site import Browser, Site, read
from tests.webchat.test_send import met, post


@pytest.fixture
def photo(site: Site) -> Evidence:
    """The stored photo of somebody's report."""
    file_report(Stores(site.database, site.keys, site.vault), copy=image())
    with site.database.reading() as db:
        found = evidence.by_id(db, PHOTO)
    assert found is not None
    return found


def shown(site: Site, budi: Browser, photo: Evidence) -> str:
    """The letter is on Budi's page; where its file is looked at."""
    say = Say(
        (Line("early-story", {"text": "Berkas 1"}), Line("code", {"code": "Budi, 10.02"})), file=named(photo)
    )
    post(site, met(site, budi), say, slot="look")
    site.deliver_all()
    place = read(budi.load())[-1]["id"].removeprefix("b")
    return f"/chat/file/{place}"


def test_the_copy_is_shown_with_its_mark_and_does_nothing(site: Site, sari: Browser, photo: Evidence) -> None:
    where = shown(site, sari, photo)
    assert f'<img class="brought" src="{where}"' in sari.load()
    answer = sari.client.get(where)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["cache-control"] == "no-store"
    assert "sandbox" in answer.headers["content-security-policy"]
    marked, plain = (Image.open(io.BytesIO(content)).convert("RGB") for content in (answer.content, image()))
    assert marked.size[0] >= plain.size[0]
    assert answer.content != image()


def test_a_film_follows_and_is_played_by_parts(site: Site, sari: Browser) -> None:
    """Safari plays nothing of which it cannot have a part, and looks for the first two bytes."""
    _, plain = recording(recorded("mp4", video=True), "video/mp4")
    file_report(Stores(site.database, site.keys, site.vault), copy=plain, kind="video/mp4")
    with site.database.reading() as db:
        film = evidence.by_id(db, PHOTO)
    assert film is not None
    post(site, met(site, sari), Say((Line("code", {"code": "Budi, 10.02"}),), file=named(film)), slot="look")
    where, until = "", time.monotonic() + 60
    while not where:  # as long as it is made, its letter is asked for again
        assert time.monotonic() < until
        site.deliver_all()
        shown = re.search(r'<video class="brought" src="([^"]+)"', sari.load())
        where = shown[1] if shown else ""
    whole = sari.client.get(where)
    assert (whole.status_code, whole.headers["content-type"]) == (200, "video/mp4")
    assert whole.headers["accept-ranges"] == "bytes"
    assert whole.content != plain
    size = len(whole.content)
    for asked, start, end in (("0-1", 0, 2), ("7-", 7, size), (f"{size - 1}-{size + 9}", size - 1, size)):
        part = sari.client.get(where, headers={"Range": f"bytes={asked}"})
        assert (part.status_code, part.content) == (206, whole.content[start:end])
        assert part.headers["content-range"] == f"bytes {start}-{end - 1}/{size}"
    beyond = sari.client.get(where, headers={"Range": f"bytes={size}-"})
    assert (beyond.status_code, beyond.headers["content-range"]) == (416, f"bytes */{size}")
    for odd in ("bytes=5-3", "bytes=0-1,4-5", "bytes=-5", "x"):
        assert sari.client.get(where, headers={"Range": odd}).content == whole.content


def test_no_other_page_opens_it(site: Site, opens: Opens, photo: Evidence) -> None:
    budi, thief = opens(), opens()
    where = shown(site, budi, photo)
    met(site, thief)
    assert thief.client.get(where).status_code == 404
    thief.client.cookies.clear()
    assert thief.client.get(where).status_code == 404
    assert budi.client.get(where).status_code == 200


def test_it_is_gone_with_its_letter(site: Site, sari: Browser, photo: Evidence) -> None:
    where = shown(site, sari, photo)
    post(site, sari.lane, Say((), takes="look"))
    site.deliver_all()
    assert sari.client.get(where).status_code == 404


def test_it_is_gone_with_what_it_shows(site: Site, sari: Browser, photo: Evidence) -> None:
    where = shown(site, sari, photo)
    with site.database.transaction() as db:
        case = cases.by_dossier(db, photo.dossier_id)
        assert case is not None
        evidence.erase(db, photo.dossier_id, site.database.now())
    assert sari.client.get(where).status_code == 404


def test_what_cannot_be_opened_is_said_in_its_place(site: Site, sari: Browser, photo: Evidence) -> None:
    with site.database.transaction() as db:
        evidence.erase(db, photo.dossier_id, site.database.now())
    where = shown(site, sari, photo)
    last = read(sari.load())[-1]
    assert last["text"][-1] == ["Berkas ini sudah dihapus."]
    assert "<img" not in sari.load()
    assert sari.client.get(where).status_code == 404


@pytest.mark.parametrize("place", ["0", "x", "../../etc/passwd", "1" * 30, "-1"])
def test_a_made_up_place_is_none(sari: Browser, place: str) -> None:
    assert sari.client.get(f"/chat/file/{place}").status_code == 404


def test_a_letter_without_a_file_has_none(site: Site, sari: Browser) -> None:
    lane = met(site, sari)
    post(site, lane, Say((Line("filed"),)))
    site.deliver_all()
    with site.database.reading() as db:
        (one,) = bubbles.shown(db, site.keys, lane, site.database.now())
    assert sari.client.get(f"/chat/file/{one.place}").status_code == 404
