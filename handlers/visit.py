"""One message being handled: what its acts and letters need, all inside one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.cases import deadline
from bot.cases.lifecycle import Status
from bot.conversation.asking import HOME
from bot.conversation.message import Heard, Line, Make, Say
from bot.conversation.scene import Sight
from bot.flows.kinds import KINDS
from bot.flows.officer_card import offers
from bot.flows.reader import desk_word
from bot.flows.told import Facts
from bot.library import Library
from bot.talk.person import Act, Person, Talk
from handlers.casework import letter
from handlers.casework.work import Office, Work
from handlers.hearing import HEARD_IF_MERGED, call_of, heard, leading
from handlers.prior import prior_of
from storage import cases, evidence, mail, ties
from storage.cases import Case
from storage.desks import Officer
from storage.events import Event
from storage.keys import Dossier, Keys
from storage.people import Known

MAKES: Mapping[str, Make] = {
    "telegram": "buttons",
    "webchat": "buttons",
    "whatsapp": "numbers",
    "terminal": "numbers",
}
"""How each channel shows choices."""
STAYS = frozenset({"whatsapp", "terminal"})
"""Channels where what was sent stays as it is: nothing is changed there, or taken out of the chat again."""


@dataclass(slots=True)
class Visit:
    """What a turn works with.

    language  of who has said nothing of theirs: the house's, never that of whoever writes, which others would read
    now  real time (queues); at  civil time (texts, deadlines)
    person   as the talk left her; an act may put a draft back
    filed    drafts whose dossier is a case's now
    shares   draft -> the dossier that its first files are of, and their ids: there -> in the draft
    officer  who acts from this chat, as it was when the turn began
    office   the officers' side
    makes    how each channel shows choices
    ways     channel -> what a person opens to reach us there
    goes_on  False: what the talk was about to go on with is asked no more
    """

    db: Session
    keys: Keys
    library: Library
    now: datetime
    at: datetime
    known: Known
    address: str
    heard: Heard
    person: Person
    dossiers: dict[str, Dossier]
    draw: Callable[[int], bytes]
    staffed: Callable[[str], bool]
    sight: Sight
    officer: Officer | None = None
    filed: set[str] = field(default_factory=set)
    shares: dict[str, tuple[Dossier, Mapping[str, str]]] = field(default_factory=dict)
    office: Office = field(default_factory=Office)
    makes: Mapping[str, Make] = field(default_factory=lambda: MAKES)
    ways: Mapping[str, str] = field(default_factory=dict)
    language: str = "id"
    goes_on: bool = True

    @property
    def work(self) -> Work:
        """This transaction, as casework sees it."""
        return Work(
            self.db, self.keys, self.library, self.office, self.now, self.at, self.language, chat=self.lane
        )

    @property
    def lane(self) -> str:
        return self.known.lane

    @property
    def make(self) -> Make:
        return self.makes.get(self.known.channel, "numbers")

    def say(
        self,
        say: Say,
        *,
        rank: int = 0,
        case: Case | None = None,
        last: bool = False,
        slot: str = "",
        due_at: datetime | None = None,
    ) -> None:
        """Post a letter to this chat, for now or for `due_at`; one that is not for its make of screen is left out."""
        if say.only not in ("", self.make):
            return
        mail.post(
            self.db, self.keys, lane=self.lane, channel=self.known.channel, say=say,
            language=self.person.language or self.known.language, rank=rank,
            due_at=due_at or self.now, now=self.now, slot=slot, case_id=case.id if case else None, last=last,
            offers=offers(say),
        )  # fmt: skip

    def her_case(self, ticket: str) -> Case | None:
        """A case tied to this very chat, and not held there."""
        case = cases.by_ticket(self.db, ticket)
        tie = ties.tied_to(self.db, case.id) if case else None
        return case if tie and tie.is_hers(self.lane) else None

    def meant(self, act: Act) -> Case | None:
        """The case that she named, if it is hers in this chat; where it is not, she hears so."""
        case = self.her_case(str(act.answers["case"]))
        if case is None:
            self.say(Say((Line("no-case-here"),)))
        return case

    def lead(self, talk: Talk) -> None:
        """The talk goes on there, and asks no more what it was about to ask."""
        self.person, self.goes_on = talk.person, False
        for step in talk.steps:
            if isinstance(step, Say):
                self.say(step)

    def facts(self, case: Case) -> Facts:
        return facts_of(self.db, self.keys, self.library, case, self.now)


def zone_of_case(library: Library, case: Case) -> str:
    return library.land.zone(case.region) if case.region else HOME


def facts_of(db: Session, keys: Keys, library: Library, case: Case, now: datetime) -> Facts:
    """What she may be told of a case at `now` (real time). Where it was routed stands in its first event."""
    law = library.law
    zone = zone_of_case(library, case)
    hearing = heard(db, case, now)
    case, happened, clocks = hearing.case, hearing.events, hearing.deadlines
    lead, filed_event = leading(db, hearing, now), happened[0]
    over = Status(lead.case.status) in HEARD_IF_MERGED
    formal = bool(filed_event.data.get("formal"))
    learned = case.learned_on if formal else None
    kind = KINDS[case.kind]
    due = [(one.why, one.due_at) for one in clocks if one.state == "open"]
    before = cases.by_id(db, case.grown_from) if case.grown_from else None
    news = [at for why, at in due if why == "news"]
    first = [at for why, at in due if why == "first_answer"]
    news_by = news[-1] if news else deadline.news_due(law, case.filed_at, zone)
    rows, tie = evidence.of(db, case.dossier_id), ties.tied_to(db, case.id)
    return Facts(
        ticket=case.ticket,
        kind=case.kind,
        status=lead.case.status if over else case.status,
        topic=kind.topic(library, case.topic),
        reader=desk_word(library, lead.case.desk),
        office=desk_word(library, str(filed_event.data.get("office", case.desk))),
        head=letter.head(library, case, lead.events),
        since=_since(lead.events, case).astimezone(ZoneInfo(zone)).date(),
        news_by=news_by.astimezone(ZoneInfo(zone)).date(),
        neutrality=kind.neutral(library, case.topic),
        formal=formal,
        formal_until=deadline.safest_formal_day(law, learned, zone, case.region) if learned else None,
        zone=zone,
        files=sum(row.state == "stored" for row in rows),
        coming=sum(row.state == "wanted" for row in rows),
        call=call_of(db, hearing),
        awaited=_awaited(lead.case, lead.events, zone),
        outside=letter.outside(db, keys, lead, zone),
        tied=tie is not None and not tie.held,
        owed=bool(news) or all(one.why != "news" for one in clocks),
        asked=tuple((why, at) for why, at in due if why in ("withdraw", "erase")),
        beyond=prior_of(law, case, happened, clocks, zone) is not None,
        before=before.ticket if before else "",
        after=tuple(grown.ticket for grown in cases.grown_of(db, case.id)),
        answer_by=first[0].astimezone(ZoneInfo(zone)).date() if first else None,
    )


def _since(happened: Sequence[Event], case: Case) -> datetime:
    """When it came to the desk that has it: what was taken back did not move it."""
    undone = {event.data.get("of") for event in happened if event.what == "undo"}
    came = [event.at for event in happened if "was" in event.data and event.seq not in undone]
    return came[-1] if came else case.filed_at


def _awaited(case: Case, happened: Sequence[Event], zone: str) -> date | None:
    """The day of the letter to the PPK, while its decision is waited for."""
    return letter.since(case, happened, zone) if case.status == Status.AT_PPK.value else None
