"""Video and sound: the same streams in a new container, without tags, chapters, subtitles or data tracks.

Runs in the limited children of `storage.cleaning` and `storage.marking`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any

import av

from storage.kinds import M4A, MP3, MP4, OGG
from storage.pictures import said

CONTAINERS = {MP4: "mp4", M4A: "mp4", OGG: "ogg", MP3: "mp3"}
PLACE = re.compile(r"([+-]\d{1,2}(?:\.\d+)?)([+-]\d{1,3}(?:\.\d+)?)")
"""ISO 6709, as phones write it into a video: +06.1234-106.1234/"""


def recording(content: bytes, type: str) -> tuple[dict[str, Any], bytes]:
    """Facts and the copy. Raises what the library raises on what it cannot read, ValueError on no stream."""
    with av.open(io.BytesIO(content), "r", format=CONTAINERS[type]) as original:
        return _told(original), _copied(original, type, {})


def signed(content: bytes, type: str, mark: str) -> bytes:
    """The same recording with `mark` as its title: players show it, and a copy that was passed on says whose it was."""
    with av.open(io.BytesIO(content), "r", format=CONTAINERS[type]) as clean:
        return _copied(clean, type, titled(mark))


def titled(mark: str) -> dict[str, str]:
    """Tags that players show."""
    return {"title": mark, "artist": mark, "comment": mark}


def _copied(original: Any, type: str, tags: Mapping[str, str]) -> bytes:
    """Its streams in a container that has these tags and no others."""
    copy = io.BytesIO()
    # bitexact: the container names neither its maker nor the hour it was made.
    with av.open(copy, "w", format=CONTAINERS[type], options={"fflags": "+bitexact"}) as clean:
        clean.metadata.update(tags)
        streams = {
            stream.index: clean.add_stream_from_template(stream)
            for stream in original.streams
            if stream.type in {"video", "audio"} and not _cover(stream)
        }
        if not streams:
            raise ValueError("no sound and no picture")
        for stream in streams.values():
            stream.metadata.clear()
        for packet in original.demux([original.streams[index] for index in streams]):
            if packet.dts is not None:
                packet.stream = streams[packet.stream_index]
                clean.mux(packet)
    return copy.getvalue()


def _cover(stream: Any) -> bool:
    """A picture tagged onto the file, with metadata of its own."""
    return bool(stream.disposition & av.stream.Disposition.attached_pic)


def _told(original: Any) -> dict[str, Any]:
    """Where, when and with what, as the telephone wrote it."""
    tags: dict[str, str] = {}
    for stream in original.streams:
        tags.update({name.lower(): value for name, value in stream.metadata.items()})
    tags.update({name.lower(): value for name, value in original.metadata.items()})

    def first(*names: str) -> str:
        return next((said(tags[name]) for name in names if name in tags), "")

    maker = (first("com.apple.quicktime.make", "make"), first("com.apple.quicktime.model", "model"))
    place = PLACE.match(first("com.apple.quicktime.location.iso6709", "location", "location-eng"))
    told = {
        "camera": " ".join(filter(None, maker)),
        "taken_at": first("com.apple.quicktime.creationdate", "creation_time", "date"),
        "gps": [float(place[1]), float(place[2])] if place else None,
        "seconds": round(original.duration / av.time_base, 1) if original.duration else None,
    }
    return {name: value for name, value in told.items() if value}
