"""A film bears the officer's name in each of its pictures; what cannot be marked is said, and not shown."""

from __future__ import annotations

import io
import threading
from typing import Any

import av
import pytest
from PIL import Image

from handlers.channel import SendLater
from handlers.films import Films
from storage.films import BUDGET, BYTES_MOST, PACE, SECONDS_MOST, SOUND, shape
from storage.marking import FILM, CannotMark, TooLong, mark
from storage.recordings import recording
from tests import files
from tests.files import film

ACROSS = "Budi · Bawaslu Kab. Wakatobi · Kamis, 17 Oktober 2024, pukul 10.02 WITA"


def opened(film: bytes) -> Any:
    return av.open(io.BytesIO(film))


def pictures(film: bytes) -> list[Image.Image]:
    with opened(film) as read:
        return [frame.to_image() for frame in read.decode(video=0)]


def bears(picture: Image.Image) -> bool:
    """Something lighter and something darker than grey, all over it."""
    grey = picture.convert("L")
    corners = [(0, 0), (grey.width // 2, 0), (0, grey.height // 2), (grey.width // 2, grey.height // 2)]
    quarters = [grey.crop((x, y, x + grey.width // 2, y + grey.height // 2)) for x, y in corners]
    return all(min(quarter.tobytes()) < 100 and max(quarter.tobytes()) > 150 for quarter in quarters)


@pytest.mark.parametrize(
    ("turned", "size"), [(0, (320, 180)), (90, (180, 320)), (-90, (180, 320)), (180, (320, 180))]
)
def test_every_picture_of_a_film_bears_the_name_and_stands_upright(
    turned: int, size: tuple[int, int]
) -> None:
    marked = mark(film(turned=turned), FILM, ACROSS)
    shown = pictures(marked)
    assert len(shown) == 10
    assert {picture.size for picture in shown} == {size}
    assert [bears(picture) for picture in shown] == [True] * 10
    with opened(marked) as read:
        assert read.metadata["title"] == ACROSS
        assert next(read.decode(video=0)).rotation == 0


def test_it_is_turned_the_way_its_phone_says() -> None:
    """A picture whose top left is red, held a quarter turn aside: that corner is at the bottom."""
    upright = pictures(mark(film(files.photo(320, 180), turned=90), FILM, ACROSS))[0].resize((9, 16))
    top, bottom = (upright.crop((0, y, 1, y + 1)).tobytes() for y in (0, 15))
    assert bottom[0] > 150 > bottom[1]
    assert abs(top[0] - top[1]) < 30


def test_its_sound_goes_along_and_what_its_phone_wrote_does_not() -> None:
    _, clean = recording(files.recording("mp4", video=True), FILM)
    marked = mark(clean, FILM, ACROSS)
    with opened(marked) as read, opened(clean) as before:
        heard, said = ([bytes(packet) for packet in one.demux(audio=0)] for one in (read, before))
        assert heard == said
    assert files.SECRET.encode() not in marked


def test_what_is_broken_in_the_middle_is_left_out_and_the_rest_bears_the_name() -> None:
    spoilt = bytearray(film())
    with opened(bytes(spoilt)) as read:
        places = [(packet.pos, packet.size) for packet in read.demux(video=0) if packet.size and packet.pos]
    start, size = places[4]
    spoilt[start : start + size] = b"\xff" * size
    shown = pictures(mark(bytes(spoilt), FILM, ACROSS))
    assert 0 < len(shown) <= 10
    assert all(bears(picture) for picture in shown)


def test_a_sound_in_what_films_come_in_has_the_name_as_its_title() -> None:
    marked = mark(files.recording("mp4"), FILM, ACROSS)
    with opened(marked) as read:
        assert (read.metadata["title"], len(read.streams.video)) == (ACROSS, 0)


def test_what_runs_longer_than_it_can_be_marked_is_said_to_be_long() -> None:
    assert len(pictures(mark(film(last=SECONDS_MOST - 1), FILM, ACROSS))) == 10
    with pytest.raises(TooLong):
        mark(film(last=SECONDS_MOST + 1), FILM, ACROSS)


def test_what_is_no_film_is_not_marked() -> None:
    with pytest.raises(CannotMark):
        mark(b"\0\0\0\x18ftypisom" + bytes(200), FILM, ACROSS)


@pytest.mark.parametrize("seconds", [0.1, 9, 60, 90, 240, SECONDS_MOST])
@pytest.mark.parametrize("size", [(1920, 1080), (480, 848), (3840, 2160), (2, 4000)])
def test_a_copy_is_as_large_as_one_look_allows(size: tuple[int, int], seconds: float) -> None:
    made = shape(*size, seconds)
    assert made.width * made.height * made.pace * max(seconds, 1) <= BUDGET * 1.001
    assert max(made.width, made.height) <= min(1280, max(size))
    assert made.width % 2 == made.height % 2 == 0
    assert (made.rate + SOUND) * max(seconds, 1) <= BYTES_MOST * 8
    assert made.pace >= 9
    assert made.pace == PACE or max(made.width, made.height) <= 640


# While officers wait


class Maker:
    """A film that is made when it is let."""

    def __init__(self) -> None:
        self.let = threading.Event()
        self.begun = 0
        self.fault: Exception | None = None

    def __call__(self) -> tuple[bytes, str]:
        self.begun += 1
        assert self.let.wait(30)
        if self.fault is not None:
            raise self.fault
        return b"film", FILM


def test_a_film_is_made_once_however_often_its_letter_asks() -> None:
    films, maker, name = Films(), Maker(), ("photo-1", ACROSS)
    for _ in range(3):
        with pytest.raises(SendLater):
            films.made(name, maker, patience=0)
    maker.let.set()
    assert films.made(name, maker, patience=30) == (b"film", FILM)
    assert films.made(name, maker, patience=0) == (b"film", FILM)
    assert maker.begun == 1


def test_what_could_not_be_made_is_told_once_and_made_anew_for_the_next_look() -> None:
    films, maker, name = Films(), Maker(), ("photo-1", ACROSS)
    maker.let.set()
    maker.fault = CannotMark()
    with pytest.raises(CannotMark):
        films.made(name, maker, patience=30)
    maker.fault = None
    assert films.made(name, maker, patience=30) == (b"film", FILM)


def test_what_waits_too_long_is_given_up_before_its_letter_is_taken_out_of_the_chat() -> None:
    films, maker, name = Films(latest=-1.0), Maker(), ("photo-1", ACROSS)
    with pytest.raises(CannotMark):
        films.made(name, maker, patience=0)
    maker.let.set()


def test_only_as_many_are_kept_as_fit_the_newest_of_them() -> None:
    films, maker = Films(most=9), Maker()
    maker.let.set()
    for number in range(4):
        films.made((f"photo-{number}", ACROSS), maker, patience=30)
    made = maker.begun
    films.made(("photo-3", ACROSS), maker, patience=30)
    assert maker.begun == made
    films.made(("photo-0", ACROSS), maker, patience=30)
    assert maker.begun == made + 1
