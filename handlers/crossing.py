"""Going on in a chat on another channel: the link that leads there, the yes that is asked for here, what goes over."""

from __future__ import annotations

from collections.abc import Mapping

from bot.cases.ticket import receipt as drawn_code
from bot.conversation.message import Line, Option, Say, Value, Word
from bot.flows.later import CROSS, DRAFT
from bot.talk.interview import unfinished
from bot.talk.person import Act
from handlers.visit import Visit
from storage import bubbles, cases, crossings, events, mail, notice, people
from storage.crossings import Crossing

CARRIES: Mapping[str, str] = {
    "telegram": "{link}?start=lanjut-{code}",
    "whatsapp": "{link}?text=Lanjut%20{code}",
    "webchat": "{link}",
}
"""Channel -> its link with a code in it: what is sent there when she opens it. On a page she writes it herself: an
address of the web stays in histories and logs.

https://core.telegram.org/bots/features#deep-linking, https://faq.whatsapp.com/5913398998672934
"""


def begin(visit: Visit, act: Act) -> None:
    """A link and a code for the channel she named, or for any other there is."""
    ways = {name: link for name, link in visit.ways.items() if link and name in CARRIES}
    here = visit.known.channel
    to = str(act.answers["to"]) or next((name for name in ways if name != here), "")
    if to == here:
        visit.say(Say((Line("cross-same"),)))
        return
    if to not in ways:
        visit.say(Say((Line("cross-no-way"),)))
        return
    where: dict[str, Value] = {"where": Word(f"channel-{to}")}
    what = str(act.answers[CROSS.name])
    case = visit.her_case(what) if what not in ("", DRAFT) else None
    if not what or (case is None and what != DRAFT):
        visit.say(Say((Line("cross-nothing", where | {"link": ways[to]}),)))
        return
    code = drawn_code(visit.draw(16))
    crossings.begin(visit.db, visit.keys, visit.lane, case.id if case else "", code, visit.now)
    link = CARRIES[to].format(link=ways[to], code=code)
    lines = (
        Line("cross-link", where | {"link": link}),
        Line("cross-code", {"code": code}),
        Line("cross-then"),
    )
    visit.say(Say(lines, protect=True))


def here(visit: Visit, act: Act) -> None:
    """A code was written in this chat: the chat that has it is asked. Nothing of what it holds is told here."""
    found = crossings.reach(visit.db, visit.keys, str(act.answers["code"]), visit.lane, visit.now)
    if not isinstance(found, Crossing):
        visit.say(Say((Line(f"cross-{found}"),)))
        return
    first = people.load(visit.db, found.lane)
    if first is None:
        visit.say(Say((Line("cross-wrong"),)))
        return
    yes = tuple(Option(key, f"cross-{key}", only="buttons") for key in ("yes", "no"))
    asked = Line("cross-asked", {"where": Word(f"channel-{visit.known.channel}")})
    mail.post(
        visit.db, visit.keys, lane=first.lane, channel=first.channel, language=first.language, rank=0,
        say=Say((asked,), yes, draft=CROSS.name, rows="yes no"), due_at=visit.now, now=visit.now,
    )  # fmt: skip
    visit.say(Say((Line("cross-here"),)))


def crossed(visit: Visit, act: Act) -> None:
    """The chat that has it says yes: it goes over, and is asked about there."""
    going = crossings.waiting(visit.db, visit.lane, visit.now)
    there = people.load(visit.db, going.to) if going else None
    if going is None or there is None:
        visit.say(Say((Line("cross-none"),)))
        return
    crossings.end(visit.db, visit.lane)
    where: dict[str, Value] = {"where": Word(f"channel-{there.channel}")}
    if going.what:
        _case(visit, going, there.channel, where)
        return
    mine = unfinished(visit.person)
    if not mine:
        visit.say(Say((Line("cross-none"),)))
        return
    crossings.bring_drafts(visit.db, [draft.id for draft in mine], going)
    _bring(visit, going, mine[-1].id)
    visit.say(Say((Line("cross-draft-gone", where),)))


def stopped(visit: Visit) -> bool:
    """The chat that has it says no."""
    return crossings.end(visit.db, visit.lane)


def _case(visit: Visit, going: Crossing, channel: str, where: dict[str, Value]) -> None:
    case = cases.by_id(visit.db, going.what)
    address = people.address_of(visit.db, visit.keys, going.to)
    if case is None or address is None:
        visit.say(Say((Line("cross-none"),)))
        return
    events.lock(visit.db, case.id)
    if not crossings.bring_tie(visit.db, visit.keys, case.id, going, channel, address, visit.now):
        visit.say(Say((Line("cross-none"),)))
        return
    events.append(visit.db, case.id, what="crossed", by="citizen", at=visit.at)
    _bring(visit, going, case.ticket)
    visit.say(Say((Line("cross-case-gone", where | {"ticket": case.ticket}),)))


def _bring(visit: Visit, going: Crossing, what: str) -> None:
    """The other chat goes on by itself, in a turn of its own; what was told here is not shown here much longer."""
    bubbles.fade_talk(visit.db, visit.lane)
    notice.bring(visit.db, visit.keys, lane=going.to, what=what, id=visit.heard.fresh, now=visit.now)
