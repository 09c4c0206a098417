"""Many citizens at once, who type ahead without reading; and the count of what became of all they sent."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from handlers.stores import Stores
from storage import cases, search
from storage.search import Sought
from storage.sql import query
from tests.e2e.story import STORY, WAKATOBI, WHO
from tests.fakes.telegram.people import Person
from tests.fakes.telegram.server import FakeTelegram
from tests.files import image, photo

EARLY = ("/start", "Setuju, mulai", "Memasang baliho atau spanduk")
LATE = ("Kemarin", "Tidak, saya anonim", "Kirim")

_LEFT = query(
    "SELECT (SELECT count(*) FROM inbox WHERE state = 'new') AS waiting,"
    " (SELECT count(*) FROM evidence WHERE state = 'wanted') AS wanted,"
    " (SELECT count(*) FROM inbox WHERE state = 'done' AND channel = 'telegram') AS done,"
    " (SELECT count(*) FROM outbox WHERE state IN ('due', 'sending', 'unknown')) AS letters"
)
_INBOX = query("SELECT external_id, state FROM inbox WHERE channel = 'telegram'")
_ORDER = query("SELECT lane, done_at FROM inbox WHERE state = 'done' AND lane <> '' ORDER BY id", "done_at")
_FILES = query(
    "SELECT d.id AS dossier, e.state, e.sha256 FROM evidence e JOIN dossier d ON d.id = e.dossier_id"
)
_DRAFTS = query("SELECT count(*) FROM draft")


@dataclass(frozen=True, slots=True)
class Left:
    """What still waits: messages, files, letters; and how many messages are done."""

    waiting: int
    wanted: int
    done: int
    letters: int


class Crowd:
    """`size` citizens; every `photos`-th sends one photo of her own."""

    def __init__(self, fake: FakeTelegram, size: int, photos: int = 0) -> None:
        self.fake = fake
        self.people = [fake.person(f"Sari{number}") for number in range(size)]
        self.photos = {
            number: image(picture=photo(64 + number, 48))
            for number in range(size)
            if photos and not number % photos
        }
        self.sent: list[int] = []

    def type(self) -> None:
        """Everybody says everything: interleaved, each in her own order, faster than anybody answers."""
        before = self.fake.world.next_update
        for step in range(12):
            for number, person in enumerate(self.people):
                self._step(step, number, person)
        self.sent = list(range(before + 1, self.fake.world.next_update + 1))

    def _step(self, step: int, number: int, person: Person) -> None:
        body = self.photos.get(number)
        if step == 3 and body is not None:
            person.send_document(body, f"foto {number}.jpg", "image/jpeg")
        elif step == 8:
            person.pin(*WAKATOBI)
        elif step != 3:
            photo = "Tidak ada foto" if body is None else "Selesai"
            said = (*EARLY, "", photo, story(number), "1", WHO, "", *LATE)
            person.say(said[step])

    @property
    def repeated(self) -> int:
        """How many letters came to somebody more than once."""
        return sum(sum(count - 1 for count in letters(person).values()) for person in self.people)


def story(number: int) -> str:
    return f"Kejadian {number}. {STORY}"


def letters(person: Person) -> Counter[str]:
    return Counter(message.versions[0] for message in person.messages if message.mine)


def left(stores: Stores) -> Left:
    with stores.database.reading() as db:
        return Left(**db.connection().execute(_LEFT).one()._mapping)


def over(stores: Stores) -> bool:
    """Every message had its turn, and every file was fetched."""
    now = left(stores)
    return not (now.waiting or now.wanted)


def count(stores: Stores, crowd: Crowd) -> None:
    """None lost, none doubled, each in her order."""
    with stores.database.reading() as db:
        read = db.connection().execute
        inbox = {int(row.external_id): row.state for row in read(_INBOX)}
        assert sorted(inbox) == crowd.sent, "every message that was taken, and each once"
        assert set(inbox.values()) == {"done"}
        lanes: dict[str, list[Any]] = {}
        for row in read(_ORDER):
            lanes.setdefault(row.lane, []).append(row.done_at)
        assert all(moments == sorted(moments) for moments in lanes.values()), "each in her order"
        assert read(_DRAFTS).scalar_one() == 0
        filed = search.page(db, Sought(), most=len(crowd.people) + 1)
        told = {case.dossier_id: cases.content_of(db, stores.keys, case) for case in filed}
        files = [(row.dossier, row.state, row.sha256) for row in read(_FILES)]
    stories = {dossier: content["answers"]["story"] for dossier, content in told.items() if content}
    assert sorted(stories.values()) == sorted(story(number) for number in range(len(crowd.people)))
    assert all(content["answers"]["who"] == WHO for content in told.values() if content)
    expected = [(story(number), "stored", sha256(body).hexdigest()) for number, body in crowd.photos.items()]
    assert sorted((stories[dossier], state, hashed) for dossier, state, hashed in files) == sorted(expected)
