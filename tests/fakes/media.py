"""Pictures as the phone sends them: several sizes, the largest last, compressed again, nothing of EXIF."""

from __future__ import annotations

import io

from PIL import Image, ImageOps

SIDES = (90, 320, 800, 1280)


def sizes(body: bytes) -> list[tuple[int, int, bytes]]:
    """(width, height, JPEG) of each size up to the picture's own."""
    with Image.open(io.BytesIO(body)) as opened:
        picture = ImageOps.exif_transpose(opened).convert("RGB")
    made = []
    for side in [s for s in SIDES if s < max(picture.size)] + [min(max(picture.size), SIDES[-1])]:
        smaller = picture.copy()
        smaller.thumbnail((side, side))
        out = io.BytesIO()
        smaller.save(out, "JPEG", quality=87)
        made.append((smaller.width, smaller.height, out.getvalue()))
    return sorted({size[:2]: size for size in made}.values())
