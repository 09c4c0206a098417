"""`/static/…`: style, script and data of the pages, read once, sent packed, kept by browsers for a year."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from fastapi import APIRouter, Request, Response

FOLDER = Path(__file__).parent / "static"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}
KEPT = {"cache-control": "public, max-age=31536000, immutable", "vary": "accept-encoding"}


class Asset:
    """One file as it is sent. mark: changes with what is in it."""

    def __init__(self, name: str, plain: bytes) -> None:
        self.type = TYPES[Path(name).suffix]
        self.plain = plain
        self.mark = sha256(plain).hexdigest()[:12]

    @cached_property
    def packed(self) -> bytes:
        return gzip.compress(self.plain, 9, mtime=0)


class Shelf:
    """Every file of these folders that a page may ask for, and what was `made` at start, by its whole name."""

    def __init__(self, *folders: Path, made: Mapping[str, bytes] | None = None) -> None:
        files = (file for folder in folders for file in folder.iterdir() if file.suffix in TYPES)
        found = {file.name: file.read_bytes() for file in files} | dict(made or {})
        self._assets = {name: Asset(name, plain) for name, plain in found.items()}

    def address(self, name: str) -> str:
        """Where it is: another address when it is another file, so that it may be kept for ever."""
        return f"/static/{name}?{self._assets[name].mark}"

    def router(self) -> APIRouter:
        made = APIRouter(include_in_schema=False)

        @made.get("/static/{name}")
        async def file(name: str, request: Request) -> Response:
            asset = self._assets.get(name)
            if asset is None:
                return Response(status_code=404)
            if "gzip" not in request.headers.get("accept-encoding", ""):
                return Response(asset.plain, headers=KEPT, media_type=asset.type)
            return Response(asset.packed, headers=KEPT | {"content-encoding": "gzip"}, media_type=asset.type)

        return made
