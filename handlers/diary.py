"""An entry for the calendar of her own phone: when she is called, and nothing that tells by whom or about what.

Whoever looks into that calendar, or keeps it for her on a server abroad, reads one word (threats.md 3). A call that is
moved has the same `UID` and a higher `SEQUENCE`, so that the entry moves too. RFC 5545, 3.8.4.7 and 3.8.7.4.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import NAMESPACE_OID, uuid5

from bot.cases.appointment import MINUTES, key_of, moment_of
from storage.slots import Slot

DIARY = "diary"
TYPE = "text/calendar"
FILE = "telepon.ics"


def named(slot: Slot, at: datetime) -> str:
    """The entry as a letter names it (`Say.file`): all that stands in it. Of the case only a digest."""
    return f"{DIARY}:{uuid5(NAMESPACE_OID, slot.case_id)}.{slot.times}.{key_of(at)}.{key_of(slot.starts_at)}"


def entry(name: str, title: str) -> bytes:
    """What `named` named, as RFC 5545 has it. ValueError: it is not such a name."""
    from icalendar import Calendar, Event  # noqa: PLC0415 - much to load for who agrees on no call

    uid, times, at, starts = name.split(".")
    event = Event()
    event.add("uid", uid)
    event.add("sequence", int(times) - 1)
    event.add("dtstamp", moment_of(at))
    event.add("dtstart", moment_of(starts))
    event.add("dtend", moment_of(starts) + timedelta(minutes=MINUTES))
    event.add("summary", title)
    event.add("class", "PRIVATE")
    calendar = Calendar()
    calendar.add("prodid", "-//Kalender//ID")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
