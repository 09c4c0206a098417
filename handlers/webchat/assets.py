"""`/static/…`: style and script, read once, sent packed, kept by browsers for as long as they like."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

from fastapi import APIRouter, Request, Response

TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
KEPT = {"cache-control": "public, max-age=31536000, immutable", "vary": "accept-encoding"}


def router(folder: Path) -> APIRouter:
    """Only what lies in that folder itself, by its whole name."""
    made = APIRouter(include_in_schema=False)
    names = {file.name for file in folder.iterdir() if file.suffix in TYPES}

    @cache
    def packed(name: str) -> tuple[bytes, bytes]:
        plain = (folder / name).read_bytes()
        return plain, gzip.compress(plain, 9, mtime=0)

    @made.get("/static/{name}")
    async def file(name: str, request: Request) -> Response:
        if name not in names:
            return Response(status_code=404)
        plain, small = packed(name)
        headers = dict(KEPT)
        if "gzip" not in request.headers.get("accept-encoding", ""):
            return Response(plain, headers=headers, media_type=TYPES[Path(name).suffix])
        headers["content-encoding"] = "gzip"
        return Response(small, headers=headers, media_type=TYPES[Path(name).suffix])

    return made
