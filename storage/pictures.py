"""An image: what the original tells beside the picture, its likeness, and a copy that is the picture alone.

Runs in the limited child of `storage.cleaning`.
"""

from __future__ import annotations

import io
import warnings
from typing import Any

import pillow_heif
from PIL import Image, ImageOps
from PIL.ExifTags import GPS, IFD, Base

from storage.kinds import HEIC, JPEG, PNG, WEBP, Bomb

PIXELS_MOST = 60_000_000
PNG_PIXELS_MOST = 12_000_000
"""A screenshot stays a PNG; a larger one becomes a JPEG, or its copy would outweigh the original."""

FORMATS = {JPEG: "JPEG", PNG: "PNG", WEBP: "WEBP", HEIC: "HEIF"}

Image.MAX_IMAGE_PIXELS = PIXELS_MOST
warnings.simplefilter("error", Image.DecompressionBombWarning)
pillow_heif.options.DECODE_THREADS = 1  # each thread reserves memory of its own, and ours is counted
pillow_heif.register_heif_opener()


def picture(content: bytes, type: str) -> tuple[dict[str, Any], str, str, bytes]:
    """Facts, dHash, type of the copy, copy. Raises Bomb; anything else: it does not decode to its end."""
    try:
        image: Image.Image = Image.open(io.BytesIO(content), formats=[FORMATS[type]])
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise Bomb from None
    image.load()
    facts = {"width": image.width, "height": image.height, **_told(image)}
    # Turned upright first: what says how it is turned is not copied.
    image = _plain(ImageOps.exif_transpose(image))
    likeness = dhash(image)
    small = image.width * image.height <= PNG_PIXELS_MOST
    clean = PNG if image.mode in {"RGBA", "LA"} or (type == PNG and small) else JPEG
    if clean == JPEG and image.mode in {"RGBA", "LA"}:
        image = image.convert("RGB")
    copy = io.BytesIO()
    image.save(copy, FORMATS[clean], quality=90)
    return facts, likeness, clean, copy.getvalue()


def dhash(image: Image.Image) -> str:
    """64 bits, 16 hexadecimal digits: is each of 8x8 cells darker than its right neighbour?

    Recompressed, brightened and captioned copies keep it; cropped or turned ones do not.
    """
    small = image.resize((9, 8), Image.Resampling.BOX).convert("L")
    cells = small.tobytes()
    bits = 0
    for row in range(8):
        for column in range(8):
            bits = bits << 1 | (cells[row * 9 + column] < cells[row * 9 + column + 1])
    return f"{bits:016x}"


def _plain(image: Image.Image) -> Image.Image:
    """The picture in a mode every viewer shows, and nothing beside it: comment, profile, EXIF, XMP, text."""
    if image.mode.startswith("I") or image.mode == "F":
        image = image.point(lambda value: value * (1 / 256)).convert("L")
    elif image.mode in {"P", "PA"}:
        image = image.convert("RGBA" if "transparency" in image.info or image.mode == "PA" else "RGB")
    elif image.mode == "1":
        image = image.convert("L")
    elif image.mode not in {"L", "LA", "RGB", "RGBA"}:
        image = image.convert("RGB")
    image.info = {}
    return image


def _told(image: Image.Image) -> dict[str, Any]:
    """Where, when and with what, as the camera wrote it (Exif 2.32 §4.6). A lie is kept as it was told."""
    try:
        exif = image.getexif()
        main, place = exif.get_ifd(IFD.Exif), exif.get_ifd(IFD.GPSInfo)
    except Exception:  # noqa: BLE001 - the picture is good even where what is written beside it is not
        return {}
    camera = " ".join(filter(None, (said(exif.get(tag)) for tag in (Base.Make, Base.Model))))
    taken = said(main.get(Base.DateTimeOriginal)) or said(exif.get(Base.DateTime))
    zone = said(main.get(Base.OffsetTimeOriginal)) or said(main.get(Base.OffsetTime))
    told = {"camera": camera, "taken_at": (taken + zone) if taken else "", "gps": _degrees(place)}
    return {name: value for name, value in told.items() if value}


def said(value: Any) -> str:
    """A stranger's text, short and printable."""
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value or "")
    return "".join(letter for letter in text if letter.isprintable()).strip()[:80]


def _degrees(place: dict[int, Any]) -> list[float] | None:
    """[latitude, longitude] in degrees, south and west negative."""
    try:
        pair = []
        for tag, ref, negative in (
            (GPS.GPSLatitude, GPS.GPSLatitudeRef, "S"),
            (GPS.GPSLongitude, GPS.GPSLongitudeRef, "W"),
        ):
            degrees, minutes, seconds = (float(part) for part in place[tag])
            size = degrees + minutes / 60 + seconds / 3600
            pair.append(round(-size if said(place.get(ref)).upper() == negative else size, 6))
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    return pair if abs(pair[0]) <= 90 and abs(pair[1]) <= 180 else None
