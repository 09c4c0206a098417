"""A PDF: its pages as images, bound anew. Scripts, forms, links, attachments and authors stay behind.

Runs in the limited child of `storage.cleaning`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pypdfium2
from PIL import Image
from pypdfium2 import raw

PAGES_MOST = 100
DOTS_PER_POINT = 150 / 72
SIDE_MOST = 3000
"""Pixels of a page's longer side, whatever size it claims to be."""
BOUND_AT = re.compile(rb"/CreationDate\(D:\d{14}[^()]{0,8}\)")
"""PDFium writes down when it bound a book: the very second at which a citizen's file came."""

Through = Callable[[Image.Image], Image.Image]


class Locked(Exception):
    """The PDF opens only with its password."""


def pages(content: bytes) -> tuple[dict[str, Any], bytes]:
    """Facts and a PDF of page images: the first PAGES_MOST; the facts tell how many there are.

    Raises Locked, or PdfiumError when it cannot be read.
    """
    try:
        original = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as fault:
        if fault.err_code == raw.FPDF_ERR_PASSWORD:
            raise Locked from None
        raise
    count = len(original)
    if count == 0:
        raise ValueError("no page")
    return {"pages": count, "pages_shown": min(count, PAGES_MOST)}, _bound(original, lambda page: page)


def bound(content: bytes, through: Through) -> bytes:
    """A copy of ours bound once more, each page's image passed `through`."""
    return _bound(pypdfium2.PdfDocument(content), through)


def _bound(original: Any, through: Through) -> bytes:
    fresh = pypdfium2.PdfDocument.new()
    for number in range(min(len(original), PAGES_MOST)):
        _copy(original[number], fresh, through)
    book = io.BytesIO()
    fresh.save(book)
    # As many blanks: the places of all that follows stay what the book's own index says.
    return BOUND_AT.sub(lambda found: b" " * len(found[0]), book.getvalue())


def _copy(page: Any, bound: Any, through: Through) -> None:
    width, height = page.get_size()
    scale = min(DOTS_PER_POINT, SIDE_MOST / max(width, height, 1))
    shown = through(page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB"))
    jpeg = io.BytesIO()
    shown.save(jpeg, "JPEG", quality=80)
    page.close()
    image = pypdfium2.PdfImage.new(bound)
    jpeg.seek(0)
    image.load_jpeg(jpeg, inline=True)
    image.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
    fresh = bound.new_page(width, height)
    fresh.insert_obj(image)
    fresh.gen_content()
    fresh.close()
