"""The try-out's page: two phones side by side, and the clock that moves the day. For this machine alone.

GET  /        both phones; `desk`, `citizen` and `officer` say which desk, and how each phone shows its letters
GET  /clock   the clock as it stands;  POST  move it
GET  /desks   which desk has something new
GET  /events  what changes on both phones: `handlers.webchat.stream`
POST /reset   begin again with a new house
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode, urlsplit
from zoneinfo import ZoneInfo

import segno
from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from bot.cases.stage import stage_on
from bot.conversation.message import Moment, Word
from bot.flows.reader import desk_word
from handlers.tryout.cast import CITIZEN, HOME, OFFICERS, PLAYERS, ZONE
from handlers.tryout.clock import MOVES, Clock
from handlers.tryout.here import local
from handlers.webchat import form, post
from handlers.webchat.form import Keeping, Refused
from handlers.webchat.front import lost
from handlers.webchat.looks import LOOKS
from handlers.webchat.page import HEADERS
from handlers.webchat.phone import Phone, facts
from handlers.webchat.receive import SCRIPT, router
from handlers.webchat.stream import View, streamed
from storage import bubbles

TURNS = {
    "morning": "tryout-move-morning",
    "hour": "tryout-move-hour",
    "fortnight": "tryout-move-fortnight",
    "today": "tryout-move-today",
}
"""What is read on the buttons of the clock."""
Phones = Mapping[tuple[str, str], Phone]


def only_here(request: Request) -> None:
    """Another site's name that leads to this machine is not this machine's (DNS rebinding)."""
    if not local(urlsplit(f"//{request.headers.get('host', '')}").hostname or ""):
        raise HTTPException(421)


class Table:
    """What lies on the table: the phones, the clock, and what of each desk was seen."""

    def __init__(
        self, phones: Phones, clock: Clock, told: Callable[[], None], again: Callable[[], None]
    ) -> None:
        self.phones, self.clock = phones, clock
        self._told, self._again = told, again
        self._seen: dict[str, int] = {}
        self._pressing = asyncio.Lock()
        self._left = False
        self.house = next(iter(phones.values())).house
        self.pages = next(iter(phones.values())).pages

    def routes(self) -> APIRouter:
        made = APIRouter(include_in_schema=False, dependencies=[Depends(only_here), Depends(self.stays)])
        made.add_api_route("/", self.show)
        made.add_api_route("/clock", self.shown_clock)
        made.add_api_route("/clock", self.press, methods=["POST"])
        made.add_api_route("/desks", self.shown_desks)
        made.add_api_route("/events", self.events)
        made.add_api_route("/reset", self.reset, methods=["POST"])
        for phone in self.phones.values():
            made.include_router(router(phone))
        made.include_router(self.pages.shelf.router())
        made.add_api_route("/{elsewhere:path}", self.nowhere)
        return made

    def stays(self) -> None:
        """While this house is left, whoever still comes to it is sent to the next one."""
        if self._left:
            raise HTTPException(503, headers={"refresh": "1; url=/", "connection": "close"})

    async def nowhere(self, request: Request) -> Response:
        return Response(lost(self.pages, request), status_code=404, headers=HEADERS)

    async def show(self, request: Request) -> Response:
        told = _asked(request)
        language = self.pages.language(request)
        citizen = await self._part(CITIZEN.key, told["citizen"], language, told, "citizen")
        officer = await self._part(told["desk"], told["officer"], language, told, "officer")
        there = f"{self.house.settings.address}/phones/{told['desk']}/{told['officer']}"
        return self._page(
            "tryout.html", language,
            beside=True, citizen=citizen, officer=officer, asked=told, alone=there,
            switch=_to(told | {"lang": "en" if language == "id" else "id"}),
            qr=segno.make(there, micro=False).svg_inline(scale=4, border=2, omitsize=False),
            **self._clock(), **await self._desks(told),
        )  # fmt: skip

    async def shown_clock(self, request: Request) -> Response:
        return self._page("clock.html", self.pages.language(request), asked=_asked(request), **self._clock())

    async def shown_desks(self, request: Request) -> Response:
        told = _asked(request)
        return self._page("desks.html", self.pages.language(request), asked=told, **await self._desks(told))

    async def events(self, request: Request) -> Response:
        told, language = _asked(request), self.pages.language(request)
        phones = self.phones[CITIZEN.key, told["citizen"]], self.phones[told["desk"], told["officer"]]
        return streamed(request, [await self._view(phone, language) for phone in phones])

    async def press(self, request: Request) -> Response:
        fields = await self._read(request)
        if fields is None or fields.get("move") not in MOVES:
            return Response(status_code=403)
        async with self._pressing:
            await asyncio.to_thread(self.clock.press, self.house, fields["move"], self._told)
        if SCRIPT in request.headers:
            return await self.shown_clock(request)
        return RedirectResponse(_to(_asked(request)), status_code=303)

    async def reset(self, request: Request) -> Response:
        if await self._read(request) is None:
            return Response(status_code=403)
        self._left = True
        self._again()
        return RedirectResponse("/", status_code=303)

    async def _view(self, phone: Phone, language: str) -> View:
        lane = phone.lane(phone.sessions.begin())
        _, spoken = await asyncio.to_thread(phone.talk, lane)
        return View(phone, lane, spoken or language)

    async def _part(
        self, who: str, look: str, language: str, told: dict[str, str], which: str
    ) -> dict[str, Any]:
        phone = self.phones[who, look]
        session = phone.sessions.begin()
        talk, spoken = await asyncio.to_thread(phone.talk, phone.lane(session))
        looks = {one: _to(told | {which: one}) for one in LOOKS}
        return facts(phone, session, talk, spoken or language) | {
            "language": spoken or language,
            "looks": looks,
        }

    async def _desks(self, told: dict[str, str]) -> dict[str, Any]:
        """Each desk: its name, where it is shown, whether it has something new."""
        lanes = {one.key: self._lane(one.key) for one in OFFICERS}
        found = await asyncio.to_thread(self._changed, list(lanes.values()))
        for key, lane in lanes.items():
            if key == told["desk"] or key not in self._seen:
                self._seen[key] = found.get(lane, 0)
        library, desks = self.house.library, [one.desk for one in OFFICERS]
        rows = [
            {
                "key": one.key,
                "name": Word(
                    "tryout-desk-of" if desks.count(one.desk) > 1 else "tryout-desk",
                    {"desk": desk_word(library, one.desk), "name": one.name},
                ),
                "href": _to(told | {"desk": one.key}),
                "new": found.get(lanes[one.key], 0) > self._seen[one.key],
            }
            for one in OFFICERS
        ]
        return {"desks": rows, "query": urlencode(told)}

    def _changed(self, lanes: list[str]) -> dict[str, int]:
        with self.house.database.reading() as db:
            return bubbles.changed(db, lanes)

    def _lane(self, who: str) -> str:
        phone = self.phones[who, "webchat"]
        return phone.lane(phone.sessions.begin())

    def _clock(self) -> dict[str, Any]:
        now = self.house.database.now()
        at = self.clock(now)
        csrf = self.phones[CITIZEN.key, "webchat"].sessions.begin().csrf
        return {
            "moment": Moment(at, ZONE),
            "stage": self._stage(at),
            "turns": {move: Word(label, {"stage": self._stage(now)}) for move, label in TURNS.items()},
            "csrf": csrf,
        }

    def _stage(self, at: datetime) -> Word:
        """The stage of an election in which Wakatobi is on that day."""
        day = at.astimezone(ZoneInfo(ZONE)).date()
        stage = stage_on(self.house.library.law.calendar, day, HOME)
        return Word(f"card-stage-{stage.key}") if stage else Word("tryout-off")

    async def _read(self, request: Request) -> dict[str, str] | None:
        """The fields of a form that is one of ours."""
        phone = self.phones[CITIZEN.key, "webchat"]
        try:
            fields, _ = await form.read(request, post.owned(phone, phone.sessions.begin()), _no_file)
        except Refused:
            return None
        return fields

    def _page(self, template: str, language: str, **told: Any) -> Response:
        return Response(self.pages.draw(template, language, **told), headers=HEADERS)


def _asked(request: Request) -> dict[str, str]:
    """What the address asks for, with the usual in place of what is not there."""
    told = {"desk": OFFICERS[0].key, "citizen": "webchat", "officer": "webchat"} | dict(request.query_params)
    desk = told["desk"] if told["desk"] in PLAYERS and told["desk"] != CITIZEN.key else OFFICERS[0].key
    looks = {name: told[name] if told[name] in LOOKS else "webchat" for name in ("citizen", "officer")}
    lang = {"lang": told["lang"]} if told.get("lang") in ("id", "en") else {}
    return {"desk": desk, **looks, **lang}


def _to(told: Mapping[str, str]) -> str:
    return f"/?{urlencode(told)}"


def _no_file(name: str, type: str) -> Keeping:
    raise Refused(413)
