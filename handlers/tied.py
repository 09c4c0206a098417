"""The chat that a case is tied to: held while something is done, told, let go of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from bot.conversation.message import Line, Say
from storage import cases, events, lanes, mail, people, readers, refs, ties
from storage.cases import Case
from storage.keys import Keys


@dataclass(frozen=True, slots=True)
class Tied:
    """A chat, and how it wants its news.

    brief  only that there is news: she asked for short news, or locked the chat
    hears  False: she asked for no news, cannot be reached, or somebody else may answer there now
    """

    lane: str = field(repr=False)
    channel: str
    language: str
    brief: bool = False
    hears: bool = True


def look(db: Session, case: str, language: str) -> tuple[Case, Tied | None]:
    """A case and its chat. `language` is spoken where the address was forgotten and only the tie is left.

    Raises LookupError.
    """
    found = cases.by_id(db, case)
    if found is None:
        raise LookupError("there is no such case")
    tie = ties.tied_to(db, case)
    if tie is None:
        return found, None
    known = people.load(db, tie.lane)
    if known is None:
        return found, Tied(tie.lane, tie.channel, language, hears=not tie.held)
    hears = not (known.muted or known.unreachable_at or tie.held)
    return found, Tied(tie.lane, tie.channel, known.language, known.short or known.locked, hears)


def hold(db: Session, case: str, language: str) -> tuple[Case, Tied | None]:
    """`look`, with the chat and the case locked until the transaction ends.

    In the order of every turn: her messages, the case, her letters. Nobody else then cuts the tie or moves the case.
    """
    tie = ties.tied_to(db, case)
    if tie is not None:
        lanes.lock(db, "in", tie.lane)
    events.lock(db, case)
    if tie is not None:
        readers.lock_hers(db, case, tie.lane)
    return look(db, case, language)


def push(
    db: Session,
    keys: Keys,
    case: Case,
    tied: Tied,
    *lines: Line,
    due_at: datetime,
    now: datetime,
    last: bool = False,
) -> None:
    """Tell her: first that there is news, then the news, unless she wants only the first. It asks nothing of her."""
    head = Line("push", {"ticket": case.ticket})
    mail.post(
        db,
        keys,
        lane=tied.lane,
        channel=tied.channel,
        language=tied.language,
        rank=1,
        say=Say((head,) if tied.brief else (head, *lines)),
        due_at=due_at,
        now=now,
        case_id=case.id,
        last=last,
    )


def farewell(
    db: Session, keys: Keys, case: Case, tied: Tied, *lines: Line, due_at: datetime, now: datetime
) -> None:
    """Her last letter about this case; the tie is cut with it, or at once where no letter may leave."""
    if tied.hears:
        push(db, keys, case, tied, *lines, due_at=due_at, now=now, last=True)
    else:
        refs.untie(db, tied.lane, case.id)
