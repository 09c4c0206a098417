"""Every inbound message: one turn, undone or committed as a whole; turns that wait together share a commit.

1. Lock the oldest waiting message of a lane, open it, and let its channel say what was heard.
2. Load the person: address, open drafts, tied cases.
3. `talk()`: pure. Then save the drafts, want and drop files, post letters, do what was asked for.
4. Mark the message done, and commit, with the turns of others who waited (docs/adr/group-commits.md).
A fault of the turn itself is counted against its message (five, then it is parked); one of the database or the
disk is not: the message simply waits.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Protocol

import structlog
from sqlmodel import Session

from bot.conversation.message import Heard, Line, Make, Say
from bot.conversation.scene import Sight
from bot.flows.kinds import BY_FORM
from bot.library import Library
from bot.talk.person import Act, Talk
from bot.talk.talk import talk
from handlers import asked, crossing, growing
from handlers.acts import added, again, call, chat, filing, follow, later, named, ombudsman, told
from handlers.casework.work import Office, Work
from handlers.desk import group, phone, seats
from handlers.in_room import InRoom
from handlers.recall import recall
from handlers.visit import MAKES, Visit
from storage import bubbles, desks, drafts, evidence, mail, notice, pace, people, sharing
from storage.database import UNAVAILABLE, Database, anew, undoable
from storage.keys import Keys
from storage.mail import Inbound
from storage.people import Known

log = structlog.get_logger()

OURS = notice.CHANNEL
"""The channel of what we tell ourselves: files that were stored or could not be had, what came from another chat."""
MESSAGES = pace.Rate(timedelta(seconds=2), burst=30)
CALM_REPLIES = pace.Rate(timedelta(minutes=1))

DO: Mapping[str, Callable[[Visit, Act], None]] = {
    **dict.fromkeys(BY_FORM, filing.file), "raise": growing.begin, "consent": filing.consent,
    "add": added.add, "lift": named.lift, "late": added.late, "arrival": added.arrival, "edited": added.edited,
    "status": later.status, "withdraw": later.withdraw, "erase": later.erase,
    "newcode": later.newcode, "leave": later.leave,
    "lock": chat.lock, "unlock": chat.unlock, "short": chat.short, "long": chat.long,
    "stop": chat.stop, "restart": chat.restart, "clean": chat.clean, "noted": chat.noted,
    "next": told.next_steps, "formal": told.formal, "how": told.formal, "no": told.no,
    "mydata": told.mydata,
    "answer": asked.answered, "object": again.object, "unlink": again.unlink,
    "ombudsman": ombudsman.begin, "onward": ombudsman.go_on,
    "times": call.offered, "pick": call.picked, "unfit": call.unfit, "call": call.changed,
    "follow": follow.followed, "rate": follow.rated,
    "cross": crossing.begin, "cross_here": crossing.here, "crossed": crossing.crossed,
    "enrol": phone.enrol, "desk_list": phone.listed, "desk_find": phone.found, "desk_which": phone.which,
    "desk": phone.pressed, "move": phone.submitted, "look": phone.reasoned,
    "colleague": seats.invited,
}  # fmt: skip
"""What the talk may ask for."""


class Ear(Protocol):
    """How a channel hears: its raw body, the civil moment, fresh random ids -> the address and what was said."""

    def __call__(
        self, body: bytes, at: datetime, fresh: Callable[[], str]
    ) -> tuple[str, Heard | InRoom | None]: ...


@dataclass(frozen=True, slots=True)
class Done:
    """A message was handled. wants: files are to be fetched; aside: (address, press, text) for its channel."""

    lane: str
    channel: str
    wants: bool = False
    parked: bool = False
    end: str = "done"
    aside: tuple[str, str, str] | None = field(repr=False, default=None)


@dataclass(frozen=True, slots=True)
class Reception:
    """civil: real time -> civil time. staffed: (session, desk) -> whether officers sit there. draw: random bytes.

    makes     how each channel shows choices
    ways      channel -> what a person opens to reach us there, of those that are running
    patience  seconds for which turns may share a commit: whoever accepts a message meanwhile waits as long
    """

    database: Database
    keys: Keys
    library: Library
    ears: Mapping[str, Ear]
    language: str
    civil: Callable[[datetime], datetime]
    staffed: Callable[[Session, str], bool] = lambda db, desk: False
    draw: Callable[[int], bytes] = secrets.token_bytes
    office: Office = field(default_factory=Office)
    makes: Mapping[str, Make] = field(default_factory=lambda: MAKES)
    ways: Callable[[], Mapping[str, str]] = dict
    patience: float = 0.05

    def turn(self, *, only: str | None = None, counted: bool = False) -> Done | None:
        """Handle one message; None when nobody waits. Faults of the database are raised: nothing is counted."""
        return next(iter(self.turns(1, only=only, counted=counted)), None)

    def turns(self, most: int, *, only: str | None = None, counted: bool = False) -> list[Done]:
        """Handle up to `most` messages in one commit, which others wait for no longer than `patience` and a turn.

        A turn that fails is undone alone, and counted; its neighbours are not. Empty when nobody waits.
        """
        return anew(lambda: self._turns(most, only=only, counted=counted), enough=bool)

    def _turns(self, most: int, *, only: str | None, counted: bool) -> list[Done]:
        handled: list[Done] = []
        with self.database.transaction() as db:
            begun = time.monotonic()
            while len(handled) < most and time.monotonic() - begun < self.patience:
                now = self.database.now()
                inbound = mail.next_inbound(db, now, only=only)
                if inbound is None:
                    break
                handled.append(self._turn(db, inbound, now, counted=counted))
        return handled

    def _turn(self, db: Session, inbound: Inbound, now: datetime, *, counted: bool) -> Done:
        try:
            with undoable(db):
                done = self._take(db, inbound, now)
                mail.done(db, inbound, now)
                return done
        except UNAVAILABLE:
            raise
        except Exception as fault:  # noqa: BLE001 - its own fault, whatever it is
            kind, attempts = type(fault).__name__, inbound.attempts + 1
            log.error("turn failed", kind=kind, attempts=attempts, channel=inbound.channel)  # noqa: TRY400 - no story
        parked = mail.stumble(db, inbound, kind, now, counted=counted)
        if parked:
            self._tell_parked(db, inbound)
        return Done(inbound.lane, inbound.channel, parked=parked, end="failed")

    def recover(self) -> None:
        """What waited when the process started may have been the end of the one before: each lane alone, counted."""
        with self.database.transaction() as db:
            lanes = mail.suspects(db)
        for lane in lanes:
            with self.database.transaction() as db:
                parked = mail.suspect(db, lane, self.database.now())
                if parked is not None:
                    self._tell_parked(db, parked)
            if parked is None:
                self.turn(only=lane, counted=True)

    def _tell_parked(self, db: Session, inbound: Inbound) -> None:
        log.error("message parked", channel=inbound.channel, id=inbound.id)
        known = people.load(db, inbound.lane)
        if known is not None and inbound.channel != OURS:
            self._post(db, known, Say((Line("parked"),)))

    def _take(self, db: Session, inbound: Inbound, now: datetime) -> Done:
        body = mail.read(self.keys, inbound)
        at = self.civil(inbound.received_at)
        if inbound.channel == OURS:
            known = people.load(db, inbound.lane)
            if known is None:
                return Done(inbound.lane, inbound.channel)
            address = people.address_of(db, self.keys, inbound.lane) or ""
            heard: Heard | InRoom | None = notice.heard(body, at, self._fresh())
        else:
            address, heard = self.ears[inbound.channel](body, at, self._fresh)
            if heard is None:
                self._back(db, people.load(db, inbound.lane))
                return Done(inbound.lane, inbound.channel)
            if isinstance(heard, InRoom):
                return self._in_room(db, inbound, address, heard, now, at)
            known = people.meet(
                db, self.keys, lane=inbound.lane, channel=inbound.channel, address=address, language=self.language,
                now=now,
            )  # fmt: skip
            self._back(db, known)
            said = now - max(
                timedelta(0), at - heard.at
            )  # what waited while we were away was not said at once
            if pace.allow(db, pace.of_lane("messages", inbound.lane), MESSAGES, said):
                if not pace.allow(db, pace.of_lane("calm", inbound.lane), CALM_REPLIES, now):
                    self._post(db, known, Say((Line("too-fast"),)))
                return Done(inbound.lane, inbound.channel)
        assert isinstance(heard, Heard)
        return self._answer(db, inbound, known, address, heard, now, at)

    def _in_room(
        self, db: Session, inbound: Inbound, address: str, heard: InRoom, now: datetime, at: datetime
    ) -> Done:
        """A press is its officer's, as if made in their own chat; the rest is the room's. Nobody else is met."""
        if pace.allow(db, pace.of_lane("messages", inbound.lane), MESSAGES, now):
            return Done(inbound.lane, inbound.channel)
        work = Work(db, self.keys, self.library, self.office, now, at, self.language)
        done = Done(inbound.lane, inbound.channel)
        officer, aside = group.heard(work, heard, inbound.channel, self.draw)
        if officer is not None and heard.said is not None:
            known = people.load(db, officer.lane)
            assert known is not None
            done = self._answer(db, inbound, known, address, heard.said, now, at)
        return replace(done, aside=(address, heard.press, aside)) if aside else done

    def _answer(
        self,
        db: Session,
        inbound: Inbound,
        known: Known,
        address: str,
        heard: Heard,
        now: datetime,
        at: datetime,
    ) -> Done:
        """Talk, then keep what changed."""
        before = drafts.load(db, self.keys, known.lane)
        officer = desks.officer_of(db, self.keys, known.lane)
        said_at = None if heard.press else inbound.received_at
        person = recall(db, self.keys, self.library, known, before, officer, at, now, said_at)
        sight = Sight(self.library, known.language, person.cases, lambda desk: self.staffed(db, desk))
        answer = talk(person, heard, sight)
        if answer.person.language and answer.person.language != known.language:
            people.speak(db, known.lane, answer.person.language)
        visit = Visit(
            db, self.keys, self.library, now, at, known, address, heard, answer.person, dict(before.dossiers),
            self.draw, lambda desk: self.staffed(db, desk), replace(sight, language=answer.person.language), officer,
            office=self.office, makes=self.makes, ways=self.ways(), language=self.language,
        )  # fmt: skip
        for step in answer.steps:
            if isinstance(step, Act):
                DO[step.name](visit, step)
            elif visit.goes_on:
                visit.say(step)
        self._keep(db, visit, before, answer, now)
        if answer.fleeting:
            bubbles.fade_one(db, known.lane, heard.ref)
        return Done(known.lane, known.channel, bool(answer.wants))

    def _keep(self, db: Session, visit: Visit, before: drafts.Open, answer: Talk, now: datetime) -> None:
        """Files let go of, drafts, files wanted: in this order, so that what a draft held goes with it.

        Of a report that she threw away nothing is shown any more, either.
        """
        for file in answer.drops:
            evidence.remove(db, file, now)
        person = visit.person
        dossiers = drafts.save(
            db, self.keys, visit.lane, before, person.drafts, person.kept, now, visit.filed
        )
        reports = {one.id for one in (*before.under_way, *before.kept) if one.form in BY_FORM}
        if reports - dossiers.keys() - visit.filed:
            bubbles.clean(db, visit.lane, now)
        dossiers = {**visit.dossiers, **dossiers}
        for draft, (source, ids) in visit.shares.items():
            sharing.share(
                db, source, dossiers[draft], ids,
                lane=visit.lane, channel=visit.known.channel, draft_id=draft, now=now,
            )  # fmt: skip
        for draft, attachment in answer.wants:
            evidence.want(
                db, self.keys, dossiers[draft], attachment,
                lane=visit.lane, channel=visit.known.channel, draft_id=draft, now=now, into=_adds_to(visit, draft),
            )  # fmt: skip

    def _back(self, db: Session, known: Known | None) -> None:
        """Whatever comes from a chat shows that it is there: also that she lets the bot in again and says nothing."""
        if known is not None and known.unreachable_at is not None:
            mail.resume(db, known.lane)

    def _post(self, db: Session, known: Known, say: Say) -> None:
        now = self.database.now()
        mail.post(
            db, self.keys, lane=known.lane, channel=known.channel, say=say, language=known.language,
            rank=0, due_at=now, now=now,
        )  # fmt: skip

    def _fresh(self) -> str:
        return secrets.token_hex(6)


def _adds_to(visit: Visit, draft: str) -> str:
    """The dossier of the case of this chat that a draft adds to, or answers about; "" where it makes a new one."""
    tickets = (
        str(one.answers["case"]) for one in visit.person.drafts if one.id == draft and "case" in one.answers
    )
    case = next((found for ticket in tickets if (found := visit.her_case(ticket)) is not None), None)
    return case.dossier_id if case else ""
