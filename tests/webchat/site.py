"""The page over real HTTP, its turns and letters worked by the test: between two posts everything is done."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import httpx2

from bot.conversation.message import Make
from handlers import web
from handlers.accepting import Accepting
from handlers.channel import SendLater
from handlers.copies import Copies
from handlers.dispatch import Dispatch, Fate
from handlers.ears import EARS
from handlers.house import House
from handlers.settings import Settings
from handlers.visit import MAKES
from handlers.webchat.channel import shelf
from handlers.webchat.live import Live
from handlers.webchat.page import Pages
from handlers.webchat.phone import Phone
from handlers.webchat.receive import router
from handlers.webchat.render import Letter, letter
from handlers.webchat.send import WebSender, sender
from handlers.webchat.session import Sessions
from storage.database import Database
from storage.keys import Keys
from storage.vault import Vault
from tests.talking import QUICKLY, Saksi, library

SHELF = shelf(library().land)


class Site(Saksi):
    """`url` is where the page is. work: turns until nobody waits; deliver_all: letters until none is due.

    look, makes   how the page shows letters, and choices
    """

    def __init__(
        self,
        database: Database,
        keys: Keys,
        vault: Vault,
        staffed: frozenset[str] = frozenset(),
        look: Letter = letter,
        makes: Mapping[str, Make] = MAKES,
    ) -> None:
        super().__init__(database, keys, staffed)
        self.vault, self.url = vault, ""
        self.runner = asyncio.Runner()
        self.stop: Callable[[], None] = lambda: None
        settings = Settings(_env_file=None, webchat=True, operator="{pengelola}", contact="{kontak}")
        self.house = House(settings, library(), database, keys, vault, lambda at: at)
        self.reception = replace(self.reception, ears=EARS, makes=makes)
        self.live = Live(database)
        writing = Accepting(database)
        self.copies = Copies(database, keys, vault)
        self.sending = WebSender(database, keys, library().words, writing, self.live.poke, self.copies)
        self.sender = replace(sender(self.sending), overall=QUICKLY, rate=lambda address: QUICKLY)
        self.dispatch = Dispatch(database, keys)
        self.phone = Phone(
            self.house, Pages(library().words, "id", SHELF), Sessions(keys, secure=False), self.live, writing,
            lambda: None, self.copies, look,
        )  # fmt: skip

    def work(self) -> None:
        while self.reception.turn() is not None:
            pass

    def deliver_all(self) -> None:
        while errands := self.dispatch.claim(self.sender, 50):
            for errand in errands:
                sent: Fate
                try:
                    sent = self.runner.run(self.sending.send(errand.letter, errand.address, errand.edit))
                except SendLater as later:
                    sent = later
                self.dispatch.record(self.sender, errand, sent)

    @contextmanager
    def serving(self) -> Iterator[Site]:
        """Answering in a thread of its own."""
        started, ended = threading.Event(), threading.Event()
        self.stop = ended.set

        async def serve() -> None:
            looking = asyncio.create_task(self.live.run())
            made = web.server(web.create(list, [router(self.phone), SHELF.router()]), "127.0.0.1", 0)
            task = asyncio.create_task(made.serve())
            while not made.started:  # noqa: ASYNC110 - the server tells nobody
                await asyncio.sleep(0.002)
            self.url = f"http://127.0.0.1:{made.servers[0].sockets[0].getsockname()[1]}"
            started.set()
            await asyncio.to_thread(ended.wait)
            looking.cancel()
            made.should_exit = True
            await asyncio.wait({looking})
            await task

        thread = threading.Thread(target=asyncio.run, args=(serve(),))
        thread.start()
        started.wait(30)
        with asyncio.Runner() as self.runner:
            try:
                yield self
            finally:
                ended.set()
                thread.join()


class Browser:
    """One browser at the page. `form` are the hidden fields of the page as it was last loaded."""

    def __init__(self, site: Site, path: str = "/chat") -> None:
        self.site = site
        self.path = path
        self.client = httpx2.Client(base_url=site.url, timeout=30)
        self.after = 0
        self.form: dict[str, str] = {}

    def load(self) -> str:
        """The page's HTML."""
        answer = self.client.get(self.path)
        assert answer.status_code == 200
        fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', answer.text)
        self.form = dict(reversed(fields))
        return answer.text

    def post(self, files: list[tuple[str, bytes, str]] | None = None, **fields: str) -> httpx2.Response:
        """As a script posts it; `files` are name, content, type."""
        if not self.form:
            self.load()
        told = self.form | {"id": f"id-{id(fields)}-{self.after}-{len(fields)}"} | fields
        return self.client.post(
            self.path,
            data=told,
            files=[("file", file) for file in files or []] or None,
            headers={"HX-Request": "true"},
        )

    @property
    def lane(self) -> str:
        cookie = next(iter(self.client.cookies.jar)).value or ""
        session = self.site.phone.sessions.of_cookie(cookie)
        assert session is not None
        return self.site.phone.lane(session)

    def events(self, until: int) -> list[tuple[str, str]]:
        """What changed since the last look, up to that moment: (event, data)."""
        told: list[tuple[str, str]] = []
        if until <= self.after:
            return told
        with self.client.stream("GET", f"{self.path}/events", params={"after": str(self.after)}) as answer:
            one: dict[str, list[str]] = {}
            for line in answer.iter_lines():
                name, _, value = line.partition(": ")
                if line:
                    one.setdefault(name, []).append(value)
                    continue
                if "event" in one:
                    told.append((one["event"][0], "\n".join(one["data"])))
                    self.after = int(one["id"][0])
                one = {}
                if self.after >= until:
                    return told
        return told


class Read(HTMLParser):
    """Bubbles of a page or of an event: class, paragraphs, rows of (label, value)."""

    def __init__(self) -> None:
        super().__init__()
        self.bubbles: list[dict[str, Any]] = []
        self._into: list[str] | None = None
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        match tag:
            case "li":
                self._inside = True
                self.bubbles.append(
                    {"id": told["id"], "class": told["class"], "text": [], "rows": [], "chosen": False}
                )
            case "p" if self._inside and told.get("class") == "chosen":
                self.bubbles[-1]["chosen"] = True
            case "p" if self._inside and told.get("class", "") in ("", "file"):
                self._into = [""]
                self.bubbles[-1]["text"].append(self._into)
            case "br" if self._into is not None:
                self._into.append("")
            case "div" if self._inside:
                self.bubbles[-1]["rows"].append([])
            case "button" if self._inside:
                self._into = [""]
                self.bubbles[-1]["rows"][-1].append((self._into, told["value"]))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "button"):
            self._into = None
        self._inside = self._inside and tag != "li"

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into[-1] += data


def read(html: str) -> list[dict[str, Any]]:
    made = Read()
    made.feed(html)
    return made.bubbles
