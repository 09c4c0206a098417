"""The page at work: what was accepted, what stands there, and the answers that came."""

from __future__ import annotations

from handlers.webchat import told
from handlers.webchat.told import Hers
from storage import bubbles
from storage.sql import sql
from tests.webchat.site import Browser, Site


def kept(site: Site) -> int:
    """Messages that were accepted, from everybody."""
    with site.database.reading() as db:
        return int(db.connection().execute(sql("SELECT count(*) FROM inbox")).scalar_one())


def talk(site: Site, browser: Browser) -> list[str]:
    """Her own bubbles and ours, as the store has them."""
    with site.database.reading() as db:
        shown = bubbles.shown(db, site.keys, browser.lane, site.database.now())
    made = [told.opened(one.body) for one in shown if one.body is not None]
    return [one.text if isinstance(one, Hers) else one.say.lines[0].key for one in made]


def answers(site: Site) -> None:
    site.work()
    site.deliver_all()


def last(site: Site, browser: Browser) -> int:
    with site.database.reading() as db:
        return max(one.changed for one in bubbles.since(db, site.keys, browser.lane, 0))
