"""Letters onto the page: once, in their slot, taken away again; and no letter lost between the two commits."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from bot.conversation.message import Line, Say
from bot.flows.told import code
from handlers.accepting import Accepting
from handlers.channel import SendFailed
from handlers.webchat import told
from handlers.webchat.hear import CHANNEL
from handlers.webchat.send import WebSender
from handlers.webchat.told import Ours
from storage import bubbles, mail, people
from storage.letters import Letter
from storage.sql import sql
from tests.talking import library
from tests.webchat.conftest import Clock
from tests.webchat.site import Browser, Site

FILED = Say((Line("filed"),))
SECRET = code("K7M-4QX-3", "8F2K-QM7T-4XRW")


def met(site: Site, sari: Browser) -> str:
    with site.database.transaction() as db:
        people.meet(
            db, site.keys, lane=sari.lane, channel=CHANNEL, address=_address(site, sari), language="id",
            now=site.database.now(),
        )  # fmt: skip
        people.consent(db, sari.lane, version="1", text_hash="h", channel=CHANNEL, at=site.database.now())
    return sari.lane


def _address(site: Site, sari: Browser) -> str:
    session = site.phone.sessions.of_cookie(next(iter(sari.client.cookies.jar)).value or "")
    assert session is not None
    return session.address


def post(site: Site, lane: str, say: Say, **more: Any) -> None:
    now = site.database.now()
    about: dict[str, Any] = {"rank": 0, "due_at": now}
    with site.database.transaction() as db:
        mail.post(db, site.keys, lane=lane, channel=CHANNEL, say=say, language="id", now=now, **about | more)


def says(site: Site, lane: str) -> list[Say]:
    with site.database.reading() as db:
        shown = bubbles.shown(db, site.keys, lane, site.database.now())
    made = [told.opened(one.body) for one in shown if one.body is not None]
    return [one.say for one in made if isinstance(one, Ours)]


def claimed(site: Site) -> Letter:
    (errand,) = site.dispatch.claim(site.sender, 5)
    return errand.letter


def test_a_letter_is_there_once_however_often_it_is_sent(site: Site, sari: Browser) -> None:
    """The process dies after the bubble was committed and before the letter was recorded as sent."""
    lane = met(site, sari)
    post(site, lane, FILED)
    letter = claimed(site)
    first = site.runner.run(site.sending.send(letter, "", None))
    again = site.runner.run(site.sending.send(replace(letter, doubts=1, attempts=2), "", None))
    assert first == again
    assert says(site, lane) == [FILED]


def test_a_letter_left_between_the_two_commits_is_delivered_by_the_next_process(
    site: Site, sari: Browser, clock: Clock
) -> None:
    lane = met(site, sari)
    post(site, lane, FILED)
    site.runner.run(site.sending.send(claimed(site), "", None))
    clock.turn(minutes=2)
    site.deliver_all()
    assert says(site, lane) == [FILED]
    with site.database.reading() as db:
        assert db.connection().execute(sql("SELECT state FROM outbox")).scalar_one() == "sent"


def test_a_letter_whose_id_comes_back_after_a_chat_was_forgotten_is_another(
    site: Site, sari: Browser, clock: Clock
) -> None:
    """SQLite gives the highest id anew once its row is gone."""
    lane = met(site, sari)
    post(site, lane, FILED)
    letter = claimed(site)
    site.runner.run(site.sending.send(letter, "", None))
    clock.turn(seconds=1)
    again = replace(letter, say=SECRET, made_at=site.database.now())
    site.runner.run(site.sending.send(again, "", None))
    assert says(site, lane) == [FILED, SECRET]


def test_a_newer_letter_of_its_slot_changes_the_bubble_in_its_place(site: Site, sari: Browser) -> None:
    lane = met(site, sari)
    one, two = (
        Say((Line("early-story", {"text": text}),), slot="progress", draft="d1") for text in ("a", "b")
    )
    post(site, lane, one)
    site.deliver_all()
    post(site, lane, FILED)
    site.deliver_all()
    post(site, lane, two)
    site.deliver_all()
    assert says(site, lane) == [two, FILED]


def test_where_the_bubble_of_its_slot_is_gone_it_stands_at_the_end(site: Site, sari: Browser) -> None:
    lane = met(site, sari)
    one, two = (
        Say((Line("early-story", {"text": text}),), slot="progress", draft="d1") for text in ("a", "b")
    )
    post(site, lane, one)
    site.deliver_all()
    with site.database.transaction() as db:
        bubbles.clean(db, lane, site.database.now())
    post(site, lane, FILED)
    post(site, lane, two)
    site.deliver_all()
    assert says(site, lane) == [FILED, two]


def test_a_letter_takes_an_earlier_one_away(site: Site, sari: Browser) -> None:
    lane = met(site, sari)
    post(site, lane, replace(SECRET, slot="detail"), slot="detail")
    site.deliver_all()
    post(site, lane, Say((), takes="detail"))
    site.deliver_all()
    assert says(site, lane) == []


def test_what_holds_a_secret_and_what_is_news_stay_their_own_while(
    site: Site, sari: Browser, clock: Clock
) -> None:
    lane = met(site, sari)
    post(site, lane, FILED)
    post(site, lane, SECRET)
    site.deliver_all()
    post(site, lane, Say((Line("push", {"ticket": "K7M-4QX-3"}),)), rank=1)
    with site.database.transaction() as db:
        db.connection().execute(sql("UPDATE lane SET held_until = :now"), {"now": site.database.now()})
    site.deliver_all()
    for days, left in ((0, ["filed", "code-head", "push"]), (2, ["filed", "push"]), (7, ["push"]), (60, [])):
        clock.turn(days=days)
        assert [say.lines[0].key for say in says(site, lane)] == left


def test_a_word_we_do_not_have_fails_the_letter_and_names_only_its_key(site: Site, sari: Browser) -> None:
    lane = met(site, sari)
    post(site, lane, Say((Line("no-such-word", {"text": "kepala dinas"}),)))
    with pytest.raises(SendFailed) as failed:
        site.runner.run(site.sending.send(claimed(site), "", None))
    assert (failed.value.reason, failed.value.again) == ("cannot-render", False)
    assert says(site, lane) == []


def test_a_database_that_is_away_is_waited_for(site: Site, sari: Browser) -> None:
    lane = met(site, sari)
    post(site, lane, FILED)

    class Away(Accepting):
        def accept(self, lane: str, write: Any) -> None:
            raise OperationalError("", None, Exception("locked"))

    away = WebSender(
        site.database, site.keys, library().words, Away(site.database), lambda lane: None, site.copies
    )
    with pytest.raises(SendFailed) as failed:
        site.runner.run(away.send(claimed(site), "", None))
    assert failed.value.again


def test_pages_hear_of_it_only_after_the_commit(site: Site, sari: Browser) -> None:
    lane = met(site, sari)
    seen: list[int] = []

    def changed(lane: str) -> None:
        with site.database.reading() as db:
            seen.append(len(bubbles.shown(db, site.keys, lane, site.database.now())))

    post(site, lane, FILED)
    made = WebSender(
        site.database, site.keys, library().words, Accepting(site.database), changed, site.copies
    )
    asyncio.run(made.send(claimed(site), "", None))
    assert seen == [1]


def test_letters_side_by_side_share_a_commit_and_none_is_lost(site: Site, sari: Browser) -> None:
    lane = met(site, sari)
    post(site, lane, FILED)
    letter = claimed(site)
    every = [replace(letter, id=1000 + number) for number in range(20)]

    async def send() -> list[str]:
        return await asyncio.gather(*(site.sending.send(one, "", None) for one in every))

    places = asyncio.run(send())
    assert len(set(places)) == 20
    assert len(says(site, lane)) == 20


def test_of_a_page_that_never_wrote_nothing_is_sent(site: Site, sari: Browser) -> None:
    post(site, sari.lane, FILED)
    site.deliver_all()
    assert says(site, sari.lane) == []
