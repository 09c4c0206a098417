"""Real files, made on the spot: what a telephone, a scanner and an ill-wisher would send."""

from __future__ import annotations

import io
import math
import struct
import zipfile
import zlib
from array import array
from fractions import Fraction
from typing import Any

import av
import pillow_heif
from PIL import Image, ImageChops
from PIL.ExifTags import GPS, IFD, Base

WAKATOBI = [-5.323611, 123.5925]
SECRET = "Sari-punya-HP"
"""Stands in every tag a maker below writes; no clean copy may hold it."""


def photo(width: int = 64, height: int = 48) -> Image.Image:
    """Something with a left and a right, a top and a bottom."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    image.paste((200, 30, 30), (0, 0, width // 3, height // 4))
    return image


def exif(orientation: int = 1) -> Image.Exif:
    """Taken in Wakatobi, with Sari's telephone."""
    told = Image.Exif()
    told[Base.Orientation] = orientation
    told[Base.Make], told[Base.Model], told[Base.Artist] = "Xiaomi", "Redmi 9A", SECRET
    told[IFD.Exif] = {Base.DateTimeOriginal: "2024:10:16 10:04:33", Base.OffsetTimeOriginal: "+08:00"}
    told[IFD.GPSInfo] = {
        GPS.GPSLatitudeRef: "S",
        GPS.GPSLatitude: (5.0, 19.0, 25.0),
        GPS.GPSLongitudeRef: "E",
        GPS.GPSLongitude: (123.0, 35.0, 33.0),
    }
    return told


def image(format: str = "JPEG", picture: Image.Image | None = None, **more: Any) -> bytes:
    pillow_heif.register_heif_opener()
    file = io.BytesIO()
    (picture or photo()).save(file, format, **({"exif": exif()} | more))
    return file.getvalue()


def png_bomb(side: int = 30_000) -> bytes:
    """900 million pixels in about a hundred kilobytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    packer = zlib.compressobj(9)
    row = bytes(1 + side // 8)
    packed = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def office(part: str, **more: bytes) -> bytes:
    return zipped({"[Content_Types].xml": b"<Types/>", part: b"<document/>", **more})


def pdf(pages: int = 2) -> bytes:
    file = io.BytesIO()
    first, *others = [photo(200 + 10 * number, 300) for number in range(pages)]
    first.save(file, "PDF", save_all=True, append_images=others, author=SECRET, title=SECRET)
    return file.getvalue()


def locked_pdf() -> bytes:
    """A PDF whose encryption dictionary asks for a password nobody has (ISO 32000-1 §7.6)."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>",
    ]
    file, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"<< /Size 4 /Root 1 0 R /Encrypt 3 0 R /ID [<%b> <%b>] >>" % (b"43" * 16, b"43" * 16)
    return file + b"xref\n0 4\n0000000000 65535 f \n%btrailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        trailer,
        len(file),
    )


def recording(container: str, *, video: bool = False, seconds: int = 1, place: bool = True) -> bytes:
    """A tone, and a moving picture where asked, with every tag a telephone writes."""
    file = io.BytesIO()
    with av.open(file, "w", format={"m4a": "ipod"}.get(container, container)) as made:
        made.metadata.update({"title": SECRET, "artist": SECRET, "comment": SECRET})
        made.metadata["creation_time"] = "2024-10-16T02:04:33Z"
        if place:
            made.metadata["location"] = "-05.3236+123.5925/"
        codec = {"ogg": "libopus", "mp3": "mp3"}.get(container, "aac")
        sound = made.add_stream(codec, rate=48_000)
        picture = made.add_stream("mpeg4", rate=10, width=64, height=48, pix_fmt="yuv420p") if video else None
        _fill(made, sound, picture, seconds)
    return file.getvalue()


def film(picture: Image.Image | None = None, *, turned: int = 0, last: float = 1.0) -> bytes:
    """Ten times this picture, or grey, ten a second but for the last; held so many degrees aside."""
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as made:
        stream: Any = made.add_stream("libx264", rate=10, width=320, height=180, pix_fmt="yuv420p")
        stream.codec_context.time_base = Fraction(1, 10)
        if turned:
            stream.set_display_rotation(turned)
        frames: Any = av.VideoFrame
        for at in (*range(9), int(last * 10)):
            shown = frames.from_image(picture or Image.new("RGB", (320, 180), (128, 128, 128)))
            shown.pts, shown.time_base = at, Fraction(1, 10)
            made.mux(stream.encode(shown))
        made.mux(stream.encode(None))
    return file.getvalue()


def _fill(made: Any, sound: Any, picture: Any, seconds: int) -> None:
    if picture is not None:
        for number in range(seconds * 10):
            shown: Any = av.VideoFrame(64, 48, "yuv420p")
            for plane in shown.planes:
                plane.update(bytes([number * 9]) * plane.buffer_size)
            shown.pts, shown.time_base = number, Fraction(1, 10)
            made.mux(picture.encode(shown))
        made.mux(picture.encode(None))
    wave = array("h", (int(math.sin(place / 20) * 9000) for place in range(48_000 * seconds)))
    frame: Any = av.AudioFrame(format="s16", layout="mono", samples=len(wave))
    frame.planes[0].update(wave.tobytes())
    frame.sample_rate, frame.pts = 48_000, 0
    codec = sound.codec_context
    resampler = av.AudioResampler(codec.format, "mono", 48_000, codec.frame_size)
    for part in (*resampler.resample(frame), *resampler.resample(None)):
        made.mux(sound.encode(part))
    made.mux(sound.encode(None))


EXE = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00" + bytes(400)


def unlike(one: bytes, other: bytes) -> set[str]:
    """The quarters in which two pictures differ."""
    with Image.open(io.BytesIO(one)) as first, Image.open(io.BytesIO(other)) as second:
        apart = ImageChops.difference(
            first.convert("L").resize((400, 300)), second.convert("L").resize((400, 300))
        )
    quarters = {
        "top left": (0, 0),
        "top right": (200, 0),
        "bottom left": (0, 150),
        "bottom right": (200, 150),
    }
    return {name for name, (x, y) in quarters.items() if strongest(apart.crop((x, y, x + 200, y + 150))) > 25}


def strongest(apart: Image.Image) -> int:
    """The largest difference of any pixel."""
    return max(shade for shade, count in enumerate(apart.histogram()) if count)
