"""A posted form, read as it comes: fields are short, files go piece by piece to whoever keeps them.

Never a whole file in memory, never a byte of it on the disk as it is: so no form parser that spools by itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import parse_qsl

from fastapi import Request
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import ClientDisconnect

from handlers.webchat.hear import Upload

FIELDS = 20
FIELD = 64 * 1024
"""Bytes of all fields together."""
FILES = 12
"""Of one post. A report holds ten; the rest are told about one by one."""
PATIENCE = 60.0
"""Seconds until the next piece of a body: a phone on a weak line is slow, but not silent."""
SLOWEST = 8_000
"""Bytes a second, below which a body is not waited for for ever."""


class Refused(Exception):
    """The form is not taken. status: of the answer; text: what she wrote, to be given back to her."""

    def __init__(self, status: int, text: str = "") -> None:
        super().__init__(str(status))
        self.status, self.text = status, text


class Keeping(Protocol):
    async def write(self, piece: bytes) -> None: ...
    async def end(self) -> Upload | None: ...
    async def close(self) -> None: ...


Opens = Callable[[str, str], Keeping]
"""(name, type) -> where the pieces of that file go."""
Allows = Callable[[dict[str, str]], Awaitable[None]]
"""Asked with the fields so far before the first file, and with all at the end. Raises Refused."""


@dataclass(slots=True)
class _Part:
    """What is being read: the headers of a part, then its name and, of a file, where it goes."""

    headers: dict[str, bytes] = field(default_factory=dict)
    header: bytearray = field(default_factory=bytearray)
    value: bytearray = field(default_factory=bytearray)
    name: str = ""
    into: Keeping | None = None


async def read(request: Request, allows: Allows, opens: Opens) -> tuple[dict[str, str], tuple[Upload, ...]]:
    """The fields and the files that are kept. Raises Refused, VaultFull, VaultGone."""
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    if kind == b"application/x-www-form-urlencoded":
        fields = await _plain(request)
        await allows(fields)
        return fields, ()
    if kind != b"multipart/form-data" or not options.get(b"boundary"):
        raise Refused(415)
    form = _Multipart(options[b"boundary"], allows, opens)
    try:
        async for piece in _pieces(request):
            await form.take(piece)
        return await form.whole()
    finally:
        await form.close()


def length_of(request: Request) -> int:
    """Bytes that a body has, as its sender says; the server holds him to it. Raises Refused."""
    told = request.headers.get("content-length", "")
    if not told.isdecimal():
        raise Refused(411)
    return int(told)


async def _plain(request: Request) -> dict[str, str]:
    body = bytearray()
    async for piece in _pieces(request):
        body += piece
        if len(body) > FIELD:
            raise Refused(413)
    try:
        return dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=FIELDS))
    except ValueError:
        raise Refused(400) from None


async def _pieces(request: Request) -> AsyncIterator[bytes]:
    stream, loop = request.stream(), asyncio.get_running_loop()
    ends = loop.time() + PATIENCE + length_of(request) / SLOWEST
    while True:
        try:
            async with asyncio.timeout_at(min(ends, loop.time() + PATIENCE)):
                piece = await anext(stream, None)
        except (TimeoutError, ClientDisconnect):
            raise Refused(408) from None
        if piece is None:
            return
        yield piece


class _Multipart:
    """The parser calls back while it is given bytes; what it told is worked through before it gets more."""

    def __init__(self, boundary: bytes, allows: Allows, opens: Opens) -> None:
        self._allows, self._opens = allows, opens
        self._told: list[tuple[str, bytes]] = []
        self._part = _Part()
        self._fields: dict[str, str] = {}
        self._files: list[Upload] = []
        self._length = self._opened = 0
        self._ended = False
        data = ("part_data", "header_field", "header_value")
        plain = ("part_begin", "part_end", "header_end", "headers_finished", "end")
        callbacks: dict[str, Callable[..., None]] = {f"on_{name}": self._with_data(name) for name in data}
        callbacks |= {f"on_{name}": self._without(name) for name in plain}
        self._parser = MultipartParser(boundary, callbacks)  # type: ignore[arg-type]

    async def take(self, piece: bytes) -> None:
        try:
            self._parser.write(piece)
        except FormParserError:
            raise Refused(400) from None
        told, self._told = self._told, []
        for what, data in told:
            await self._work(what, data)

    async def whole(self) -> tuple[dict[str, str], tuple[Upload, ...]]:
        if not self._ended:
            raise Refused(400)
        await self._allows(self._fields)
        return self._fields, tuple(self._files)

    async def close(self) -> None:
        if self._part.into is not None:
            await self._part.into.close()

    async def _work(self, what: str, data: bytes) -> None:
        part = self._part
        match what:
            case "part_begin":
                self._part = _Part()
            case "header_field":
                self._count(data)
                part.header += data
            case "header_value":
                self._count(data)
                part.value += data
            case "header_end":
                part.headers[part.header.decode("latin-1").lower()] = bytes(part.value)
                part.header.clear()
                part.value.clear()
            case "headers_finished":
                await self._begun(part)
            case "part_data" if part.into is not None:
                await part.into.write(data)
            case "part_data":
                self._count(data)
                part.value += data
            case "part_end":
                await self._over(part)
            case "end":
                self._ended = True

    async def _begun(self, part: _Part) -> None:
        _, told = parse_options_header(part.headers.get("content-disposition", b""))
        part.name = told.get(b"name", b"").decode("utf-8", "replace")
        if b"filename" not in told:
            return
        self._opened += 1
        if self._opened > FILES:
            raise Refused(413)
        await self._allows(self._fields)
        kind = part.headers.get("content-type", b"").decode("latin-1")
        part.into = self._opens(told[b"filename"].decode("utf-8", "replace"), kind)

    async def _over(self, part: _Part) -> None:
        if part.into is None:
            self._fields.setdefault(part.name, part.value.decode("utf-8", "replace"))
            if len(self._fields) > FIELDS:
                raise Refused(413)
            return
        kept = await part.into.end()
        await part.into.close()
        part.into = None
        if kept is not None:
            self._files.append(kept)

    def _count(self, data: bytes) -> None:
        self._length += len(data)
        if self._length > FIELD:
            raise Refused(413)

    def _with_data(self, name: str) -> Callable[[bytes, int, int], None]:
        return lambda data, start, end: self._told.append((name, data[start:end]))

    def _without(self, name: str) -> Callable[[], None]:
        return lambda: self._told.append((name, b""))
