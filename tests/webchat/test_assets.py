"""Style and script of the pages: what others made is what they published, and nothing is asked of anybody else."""

from __future__ import annotations

import json
import re
from hashlib import sha256

from handlers.webchat.assets import FOLDER
from handlers.webchat.towns import packed
from tests.talking import library
from tests.webchat.site import SHELF


def test_what_others_made_is_as_they_published_it() -> None:
    rows = re.findall(
        r"^\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|$", (FOLDER / "VENDORED.md").read_text(), re.MULTILINE
    )
    assert {name for name, _ in rows} == {file.name for file in FOLDER.glob("*-[0-9]*")}
    for name, told in rows:
        assert sha256((FOLDER / name).read_bytes()).hexdigest() == told


def test_no_file_of_ours_names_another_host() -> None:
    ours = [file for file in FOLDER.iterdir() if file.suffix in (".css", ".js") and "-" not in file.stem]
    assert ours
    for file in ours:
        assert re.findall(r"https?://(?!www\.w3\.org/2000/svg)", file.read_text()) == []


def test_another_file_has_another_address() -> None:
    address = SHELF.address("saksi.css")
    assert re.fullmatch(r"/static/saksi\.css\?[0-9a-f]{12}", address)
    assert address != SHELF.address("phone.js")


def test_the_map_has_the_towns_of_the_land_and_of_nobody_else() -> None:
    told = json.loads(packed(library().land))
    wanci = next(town for town in told["towns"] if town[2] == "Wangi-wangi" or town[2] == "Wanci")
    assert told["areas"][wanci[3]] == "Kab. Wakatobi"
    assert all(94 < lon < 142 and -12 < lat < 7 for lon, lat, _, _ in told["towns"])
