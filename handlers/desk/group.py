"""A group as the room of a desk: bound by an officer with a code, moved, left; who may press in it.

What the group shows is told when it is bound. Nothing that its members write is heard here, or kept anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.cases.desk import is_above
from bot.cases.lifecycle import Role
from bot.conversation.message import Line, Say, Value
from bot.flows.officer_card import DESK
from bot.flows.reader import desk_word
from handlers.casework.work import Work
from handlers.desk import gone
from handlers.desk.cards import Reader, post
from handlers.in_room import InRoom
from handlers.visit import Visit
from storage import boards, desks, people, rooms
from storage.desks import ACTING, Officer
from storage.rooms import Room
from storage.ulid import ulid

NAMES = 8
"""Administrators who are no officers, by name; the rest are counted."""

WHY_NOT = {"wrong": "room-wrong", "slow": "room-slow", "other": "room-other", "two": "room-two"}


def heard(work: Work, told: InRoom, channel: str, draw: Callable[[int], bytes]) -> tuple[Officer | None, str]:
    """Do what happened in a group. The officer who pressed, where they may; and what is said beside the letters."""
    lane = work.keys.index(f"{channel}:{told.room}")
    match told.what:
        case "press":
            return _pressed(work, told, lane, channel)
        case "code":
            return None, _bound(work, told, lane, channel, draw)
        case "moved":
            to = work.keys.index(f"{channel}:{told.to}")
            _redrawn(work, rooms.move(work.db, work.keys, lane, to=to, address=told.to, now=work.now))
        case "out":
            rooms.lose(work.db, lane, work.now)
        case "board":
            _redrawn(work, rooms.at(work.db, lane))
    return None, ""


def _pressed(work: Work, told: InRoom, lane: str, channel: str) -> tuple[Officer | None, str]:
    """Whether the one who pressed is an officer and the group a room; which case they may see is asked elsewhere."""
    officer = _officer(work, told, channel)
    if officer is None:
        return None, _text(work, "room-anonymous" if not told.by else "room-stranger")
    language = _language(work, officer)
    if rooms.at(work.db, lane) is None:
        return None, _text(work, "room-none", language=language)
    if told.said is None or told.said.press is None or told.said.press.draft != DESK:
        return None, _text(work, "room-old-button", language=language)
    known = people.load(work.db, officer.lane)
    if known is None or known.unreachable_at is not None:
        return None, _text(work, "room-closed-chat", language=language)
    return officer, _text(work, "room-see-private", language=language)


def _bound(work: Work, told: InRoom, lane: str, channel: str, draw: Callable[[int], bytes]) -> str:
    """Bind the group, and tell in it what it shows; else why not, as kindly to a stranger as may be.

    A code that makes an officer is for a private chat: written here it is everybody's, so it is good for nothing.
    """
    room = rooms.at(work.db, lane)
    officer = _officer(work, told, channel)
    if not told.code:
        _redrawn(work, room if officer else None)
        return "" if room else _text(work, "room-how")
    if desks.burn(work.db, work.keys, told.code, work.now):
        return _text(work, "room-invite", language=_language(work, officer) if officer else "")
    if officer is None:
        return _text(work, "room-anonymous-code" if not told.by else "room-stranger-code")
    language = _language(work, officer)
    if _lets_go(work, told.code):
        return _ended(work, officer, room, language)
    if officer.role not in ACTING:
        return _text(work, "room-stranger-code", language=language)
    fresh = ulid(work.at, draw(10))
    made = rooms.bind(
        work.db, work.keys, told.code, officer, id=fresh, lane=lane, address=told.room, now=work.now,
        language=told.spoken or work.language,
    )  # fmt: skip
    if not isinstance(made, Room):
        return _text(work, WHY_NOT[made], language=language)
    _welcome(work, made, told)
    _redrawn(work, made)
    return ""


def _lets_go(work: Work, code: str) -> bool:
    """Whether it is no code, but the word that ends the room, in any language."""
    words = work.library.words
    return code.casefold() in {words.text(one, "room-end-word", {}, "telegram") for one in words.languages}


def _ended(work: Work, officer: Officer, room: Room | None, language: str) -> str:
    """By a supervisor of the desk, or of one above it."""
    if room is None:
        return _text(work, "room-how", language=language)
    over = officer.desk == room.desk or is_above(officer.desk, room.desk)
    if officer.role is not Role.SUPERVISOR or not over:
        return _text(work, "room-not-yours", language=language)
    gone.ended(work, room)
    return ""


def _welcome(work: Work, room: Room, told: InRoom) -> None:
    """What the room shows, what the bot hears there, and who in it is not known: said before the first card comes."""
    sitting = desks.officers_of(work.db, work.keys, room.desk)
    known = {officer.lane for officer in sitting}
    strangers = [
        name for by, name in told.admins.items() if work.keys.index(f"{room.channel}:{by}") not in known
    ]
    values: dict[str, Value] = {"desk": desk_word(work.library, room.desk), "officers": len(sitting)}
    who = [
        Line("room-members", values | {"count": told.count - 1})
        if told.count
        else Line("room-members-unknown")
    ]
    if strangers:
        names = ", ".join(strangers[:NAMES])
        who.append(Line("room-admins", {"names": names, "more": max(0, len(strangers) - NAMES)}, "row"))
    for lines in (
        (Line("room-bound", values),),
        (Line("room-hears"), Line("room-pin")),
        (*who, Line("room-who-else")),
    ):
        post(work, Reader.of(room), Say(lines), due_at=work.now, rank=0)


def invite(visit: Visit, officer: Officer) -> None:
    """A supervisor asks for a code for a group; its link, where we know our own name, adds the bot and binds in one."""
    if officer.role is not Role.SUPERVISOR:
        visit.say(Say((Line("desk-refused-not-now"),)))
        return
    code, _ = rooms.make_code(
        visit.db, visit.keys, desk=officer.desk, now=visit.now, drawn=visit.draw(desks.CODE_BYTES)
    )
    values: dict[str, Value] = {"code": code, "desk": desk_word(visit.library, officer.desk)}
    link = visit.ways.get(officer.channel)
    lines = [Line("room-code", values)]
    lines += [Line("room-link", {"link": f"{link}?startgroup={code}"})] if link else []
    visit.say(Say((*lines, Line("room-code-care")), protect=True))


def _redrawn(work: Work, room: Room | None) -> None:
    if room is not None:
        boards.stale(work.db, room.desk, work.now)


def _officer(work: Work, told: InRoom, channel: str) -> Officer | None:
    return desks.officer_of(work.db, work.keys, work.keys.index(f"{channel}:{told.by}")) if told.by else None


def _language(work: Work, officer: Officer) -> str:
    known = people.load(work.db, officer.lane)
    return known.language if known and known.language else work.language


def _text(work: Work, key: str, values: Mapping[str, Value] | None = None, *, language: str = "") -> str:
    return work.library.words.text(language or work.language, key, values or {}, "telegram")
