"""The child that writes across a clean copy who looks at it and when, so that a screenshot says whose it was.

It reads one line of JSON and the copy to the end of standard input, and answers with the marked copy; nothing where
it cannot. `storage.marking` starts it; it is never imported there.
"""

from __future__ import annotations

import io
import json
import os
import sys

from PIL import Image, ImageDraw, ImageFont

from storage.cleaner import MOST, limit
from storage.marking import FILM, TOO_LONG

SIDE_MOST = 2560
"""Pixels of the longer side. What a phone shows; the original stays as it was."""
TILT = 30
"""Degrees: a line of text cannot be cropped away along an edge."""
NICE = 10
"""A film is made from what the talk leaves of the processors."""
WHITE, BLACK = (255, 255, 255, 110), (0, 0, 0, 110)
"""Seen on bright and on dark, and the picture through it."""


def main() -> None:
    limit()
    told = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read(MOST)
    made = _marked(content, told["type"], str(told["mark"]))
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()


def _marked(content: bytes, type: str, mark: str) -> bytes:
    if type == "application/pdf":
        return _book(content, mark)
    if type.startswith("image/"):
        return _picture(content, mark)
    from storage.recordings import signed  # noqa: PLC0415 - only for what needs it

    return _film(content, mark) if type == FILM else signed(content, type, mark)


def _film(content: bytes, mark: str) -> bytes:
    from storage.films import NothingToSee, TooLong, burnt  # noqa: PLC0415
    from storage.recordings import signed, titled  # noqa: PLC0415

    os.nice(NICE)
    try:
        return burnt(content, lambda size: sheet(size, mark), titled(mark))
    except TooLong:
        sys.exit(TOO_LONG)
    except NothingToSee:
        return signed(content, FILM, mark)


def marked(image: Image.Image, mark: str) -> Image.Image:
    """The picture, no larger than it may be, with `mark` in tilted rows all over it."""
    image = image.convert("RGB")
    image.thumbnail((SIDE_MOST, SIDE_MOST))
    shown = sheet(image.size, mark)
    image.paste(shown, mask=shown)
    return image


def sheet(size: tuple[int, int], mark: str) -> Image.Image:
    """`mark` in tilted rows, on nothing."""
    width, height = size
    font = ImageFont.load_default(max(14, max(size) // 36))
    left, top, right, bottom = (int(edge) for edge in font.getbbox(mark))
    wide, high = right - left + 60, (bottom - top) * 5
    side = int((width**2 + height**2) ** 0.5) + wide
    rows = Image.new("RGBA", (side, side))
    pen = ImageDraw.Draw(rows)
    for row, down in enumerate(range(0, side, high)):
        for along in range(-(row % 2) * wide // 2, side, wide):
            pen.text((along, down), mark, WHITE, font, stroke_width=2, stroke_fill=BLACK)
    rows = rows.rotate(TILT)
    corner = ((side - width) // 2, (side - height) // 2)
    return rows.crop((*corner, corner[0] + width, corner[1] + height))


def _picture(content: bytes, mark: str) -> bytes:
    with Image.open(io.BytesIO(content), formats=["JPEG", "PNG"]) as opened:
        made = marked(opened, mark)
    out = io.BytesIO()
    made.save(out, "JPEG", quality=88)
    return out.getvalue()


def _book(content: bytes, mark: str) -> bytes:
    from storage.pages import bound  # noqa: PLC0415 - only for what needs it

    return bound(content, lambda page: marked(page, mark))
