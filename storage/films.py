"""A film with a mark burnt into every picture of it: what is filmed off a screen still says whose look it was.

1. Walk over its packets: how many pictures are there, in how many seconds? Its headers are a stranger's word.
2. Choose the largest size, then the quickest pace, that one look may take to make.
3. Decode, turn upright, make smaller, lay the mark over it, encode. The sound goes along as it is.

Runs in the limited child of `storage.marking`; what was measured is in docs/adr/films-bear-the-officers-name.md.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

import av
from PIL import Image

from storage.kinds import MP4
from storage.recordings import CONTAINERS

SECONDS_MOST = 600
BUDGET = 1_300_000_000
"""Pixels of a whole copy: about ten seconds of one processor."""
SIDES = (1280, 960, 640)
"""Pixels of the longer side, largest first."""
PACE = 30
"""Pictures a second, at most."""
BYTES_MOST = 14_000_000
"""What WhatsApp takes is 16 MB: https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages"""
SOUND, RATE_MOST = 128_000, 4_000_000
"""Bits a second: kept free for the sound; and what a moving picture gets at most."""
TURNS = {
    90: ("transpose=cclock",),
    -90: ("transpose=clock",),
    180: ("hflip", "vflip"),
    -180: ("hflip", "vflip"),
}
"""By how many degrees, against the clock, a phone says its pictures are to be turned -> filters."""

Sheet = Callable[[tuple[int, int]], Image.Image]
"""(width, height) -> the mark, on nothing."""


class TooLong(Exception):
    """It runs longer than a copy may take to make."""


class NothingToSee(Exception):
    """A sound, in what films come in."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What the copy will be. pace: pictures a second. rate: bits a second."""

    width: int
    height: int
    pace: float
    rate: int


def burnt(content: bytes, sheet: Sheet, tags: Mapping[str, str]) -> bytes:
    """The film with the sheet over each of its pictures, and these tags.

    Raises TooLong, NothingToSee, ValueError where no picture can be read, and what the library raises.
    """
    seconds = _seconds(content)
    if seconds > SECONDS_MOST:
        raise TooLong
    copy = io.BytesIO()
    with (
        av.open(io.BytesIO(content), "r", format=CONTAINERS[MP4]) as film,
        av.open(copy, "w", format=CONTAINERS[MP4], options={"fflags": "+bitexact"}) as made,
    ):
        made.metadata.update(tags)
        _copied(film, made, sheet, seconds)
    return copy.getvalue()


def shape(width: int, height: int, seconds: float) -> Shape:
    """The largest side at the full pace; of a long film the smallest, at the pace that is left."""
    seconds = max(seconds, 1.0)
    sizes = [_within(most, width, height) for most in SIDES]
    paces = [BUDGET / (wide * high * seconds) for wide, high in sizes]
    (wide, high), pace = next(
        (found for found in zip(sizes, paces, strict=True) if found[1] >= PACE), (sizes[-1], paces[-1])
    )
    rate = int(BYTES_MOST * 8 / seconds) - SOUND
    return Shape(wide, high, min(float(PACE), pace), min(RATE_MOST, rate))


def _within(most: int, width: int, height: int) -> tuple[int, int]:
    """No side longer than `most`, both even: https://trac.ffmpeg.org/wiki/Encode/H.264#Encodingfordumbplayers"""
    shrunk = min(1.0, most / max(width, height))
    return max(2, int(width * shrunk) // 2 * 2), max(2, int(height * shrunk) // 2 * 2)


def _seconds(content: bytes) -> float:
    """From its first picture to its last."""
    with av.open(io.BytesIO(content), "r", format=CONTAINERS[MP4]) as film:
        if not film.streams.video:
            raise NothingToSee
        stream = film.streams.video[0]
        times = [packet.pts for packet in film.demux(stream) if packet.pts is not None]
        if not times or stream.time_base is None:
            raise ValueError("no picture")
        return float((max(times) - min(times)) * stream.time_base)


def _copied(film: Any, made: Any, sheet: Sheet, seconds: float) -> None:
    moving, sounds = film.streams.video[0], film.streams.audio[:1]
    frames = _decoded(film, moving, sounds)
    earlier: list[Any] = []  # sound, before there is anything to see
    for one in frames:
        earlier.append(one)
        if isinstance(one, av.VideoFrame):
            break
    else:
        raise ValueError("no picture")
    first = earlier[-1]
    turned = first.rotation in {90, -90}
    wide, high = first.width, first.height
    target = shape(*((high, wide) if turned else (wide, high)), seconds)
    picture = made.add_stream("libx264", rate=PACE)
    picture.width, picture.height, picture.pix_fmt = target.width, target.height, "yuv420p"
    picture.codec_context.time_base = moving.time_base
    picture.codec_context.thread_count = 1
    picture.options = {
        "preset": "superfast", "tune": "zerolatency", "crf": "26",
        "maxrate": str(target.rate), "bufsize": str(target.rate),
    }  # fmt: skip
    sound = made.add_stream_from_template(sounds[0]) if sounds else None
    if sound is not None:
        sound.metadata.clear()
    laid = _Laid(moving, first, target, sheet((target.width, target.height)))
    due = float("-inf")
    for one in chain(earlier, frames):
        if not isinstance(one, av.VideoFrame):
            one.stream = sound
            made.mux(one)
        elif one.pts is not None and float(one.pts * moving.time_base) >= due:
            due = max(due, float(one.pts * moving.time_base) - 0.5 / target.pace) + 1 / target.pace
            for shown in laid.over(one):
                made.mux(picture.encode(shown))
    made.mux(picture.encode(None))


def _decoded(film: Any, moving: Any, sounds: Any) -> Iterator[Any]:
    """Its pictures, and the packets of its sound. What is broken is left out, as a player does."""
    moving.codec_context.thread_count = 1
    for packet in film.demux([moving, *sounds]):
        if packet.stream_index != moving.index:
            if packet.dts is not None:
                yield packet
            continue
        try:
            yield from packet.decode()
        except av.error.InvalidDataError:
            continue


class _Laid:
    """A chain of filters: upright, smaller, with the sheet over it."""

    def __init__(self, moving: Any, first: Any, target: Shape, sheet: Image.Image) -> None:
        graph: Any = av.filter.Graph()
        self._graph = graph
        self._in = graph.add_buffer(
            width=first.width, height=first.height, format=first.format, time_base=moving.time_base
        )
        above: Any = graph.add_buffer(
            width=target.width, height=target.height, format="rgba", time_base=moving.time_base
        )
        last: Any = self._in
        turns = [turn.partition("=") for turn in TURNS.get(first.rotation, ())]
        for name, _, how in (
            *turns, ("scale", "", f"{target.width}:{target.height}:flags=bilinear"), ("format", "", "yuv420p")
        ):  # fmt: skip
            step = graph.add(name, how or None)
            last.link_to(step)
            last = step
        over, out = graph.add("overlay", "0:0:eof_action=repeat"), graph.add("buffersink")
        last.link_to(over, 0, 0)
        above.link_to(over, 0, 1)
        over.link_to(out)
        graph.configure()
        above.push(_frame(sheet, first))
        above.push(None)

    def over(self, frame: Any) -> Iterator[Any]:
        """The pictures that are ready."""
        self._in.push(frame)
        try:
            while True:
                ready = self._graph.pull()
                ready.pict_type = 0  # the encoder's own choice, not the original's
                yield ready
        except (av.error.BlockingIOError, av.error.EOFError):
            return


def _frame(sheet: Image.Image, first: Any) -> Any:
    """A picture that may be seen through, as a frame: each row as long as the library's rows are."""
    frame: Any = av.VideoFrame(sheet.width, sheet.height, "rgba")
    (plane,) = frame.planes
    raw, wide = sheet.convert("RGBA").tobytes(), sheet.width * 4
    rows = (raw[start : start + wide].ljust(plane.line_size, b"\0") for start in range(0, len(raw), wide))
    plane.update(b"".join(rows))
    frame.pts, frame.time_base = first.pts, first.time_base
    return frame
