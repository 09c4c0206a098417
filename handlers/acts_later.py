"""What comes after filing: status, withdrawing, erasing, a new code, her data, and how this chat is used."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.cases.lifecycle import Status
from bot.cases.ticket import receipt as drawn_receipt
from bot.conversation.asking import HOME, scene_of
from bot.conversation.draft import Draft
from bot.conversation.message import Line, Moment, Say
from bot.conversation.review import summary
from bot.flows import told
from bot.flows.later import ELSEWHERE
from bot.flows.report import REPORT
from bot.talk.person import Act
from handlers import endings
from handlers.visit import Visit, zone_of_case
from storage import cases, deadlines, events, mail, pace, people, refs
from storage.cases import Case

WRONG_TRIES = pace.Rate(timedelta(hours=1) / 5, burst=5)
FROM_ELSEWHERE = timedelta(hours=48)
"""How long a withdrawal or erasure asked for from another chat waits, so that the tied chat can stop it."""
BACKUPS = timedelta(days=35)
DELETABLE = timedelta(hours=48)
LONGEST = 3_000


def status(visit: Visit, act: Act) -> None:
    case = proven(visit, act)
    if case is not None:
        visit.say(told.status(visit.facts(case), here=act.answers.get("case") != ELSEWHERE))


def withdraw(visit: Visit, act: Act) -> None:
    """In her chat at once; from another after 48 hours, and her chat is told."""
    case = proven(visit, act)
    if case is None or _already(visit, case):
        return
    if act.answers.get("case") == ELSEWHERE and cases.tied_to(visit.db, case.id):
        _wait(visit, case, "withdraw")
        return
    withdraw_now(visit, case)


def withdraw_now(visit: Visit, case: Case) -> None:
    endings.withdraw(visit.db, case, by="citizen", at=visit.at)
    _last(visit, case, Say((Line("withdrawn", {"ticket": case.ticket}),)))


def erase(visit: Visit, act: Act) -> None:
    """Destroy what she wrote and sent; the number, the offence, the area and the dates stay."""
    case = proven(visit, act)
    if case is None or _already(visit, case, "erased"):
        return
    if act.answers.get("case") == ELSEWHERE and cases.tied_to(visit.db, case.id):
        _wait(visit, case, "erase")
        return
    erase_now(visit, case)


def erase_now(visit: Visit, case: Case) -> None:
    endings.erase(visit.db, case, by="citizen", at=visit.at, now=visit.now)
    gone = (visit.at + BACKUPS).astimezone(ZoneInfo(HOME)).date()
    _last(visit, case, Say((Line("erased", {"ticket": case.ticket, "backup": gone}),)))


def newcode(visit: Visit, act: Act) -> None:
    """A new code for a case of this chat; the old one dies."""
    case = visit.her_case(str(act.answers["case"]))
    if case is None:
        visit.say(Say((Line("no-case-here"),)))
        return
    receipt = drawn_receipt(visit.draw(16))
    cases.new_receipt(visit.db, visit.keys, case, receipt)
    events.append(visit.db, case.id, what="new_receipt", by="citizen", at=visit.at)
    visit.say(told.code(case.ticket, receipt), case=case)


def leave(visit: Visit, act: Act) -> None:
    """Stop what another chat asked for."""
    stopped = [
        case
        for case in cases.of_lane(visit.db, visit.lane)
        if any([deadlines.end(visit.db, case.id, why, "cancelled") for why in ("withdraw", "erase")])
    ]
    for case in stopped:
        events.append(visit.db, case.id, what="kept", by="citizen", at=visit.at)
        visit.say(Say((Line("kept-after-all", {"ticket": case.ticket}),)), case=case)
    if not stopped:
        visit.say(Say((Line("nothing-to-keep"),)))


def lock(visit: Visit, act: Act) -> None:
    if not cases.of_lane(visit.db, visit.lane, 1):
        visit.say(Say((Line("no-case-here"),)))
        return
    people.flag(visit.db, visit.known, locked=True)
    visit.say(Say((Line("locked"),)))


def unlock(visit: Visit, act: Act) -> None:
    """The code of any case of this chat opens it again."""
    case = proven(visit, act)
    if case is None:
        return
    if visit.her_case(case.ticket) is None:
        visit.say(Say((Line("receipt-wrong"),)))
        return
    people.flag(visit.db, visit.known, locked=False)
    visit.say(Say((Line("unlocked"),)))


def short(visit: Visit, act: Act) -> None:
    people.flag(visit.db, visit.known, short=True)
    visit.say(Say((Line("short-on"),)))


def long(visit: Visit, act: Act) -> None:
    people.flag(visit.db, visit.known, short=False)
    visit.say(Say((Line("short-off"),)))


def stop(visit: Visit, act: Act) -> None:
    people.flag(visit.db, visit.known, muted=True)
    visit.say(Say((Line("stopped"),)))


def restart(visit: Visit, act: Act) -> None:
    people.flag(visit.db, visit.known, muted=False)
    visit.say(Say((Line("restarted-news"),)))


def clean(visit: Visit, act: Act) -> None:
    """Have both sides' messages of the last two days deleted, where the channel can."""
    if visit.make == "numbers":
        visit.say(Say((Line("how-to-clean"),)))
        return
    since = visit.now - DELETABLE
    mine = refs.sent_refs(visit.db, visit.keys, visit.lane, since)
    hers = refs.heard_refs(visit.db, visit.keys, visit.lane, since)
    visit.effects.append(("delete", tuple(dict.fromkeys((*hers, visit.heard.ref, *mine)))))
    visit.say(Say((Line("cleaned"),)))


def noted(visit: Visit, act: Act) -> None:
    """She has written the code down: the letter that held it goes, where the channel can."""
    if visit.make == "buttons":
        secret = refs.sent_refs(visit.db, visit.keys, visit.lane, visit.now - DELETABLE, protected=True)
        visit.effects.append(("delete", tuple(secret)))
    visit.say(Say((Line("code-noted"),)))


def next_steps(visit: Visit, act: Act) -> None:
    case = visit.her_case(str(act.answers["case"]))
    if case is not None:
        visit.say(told.next_steps(visit.facts(case)), case=case)


def formal(visit: Visit, act: Act) -> None:
    case = visit.her_case(str(act.answers["case"]))
    if case is not None:
        visit.say(told.formal(visit.facts(case), visit.at), case=case)


def no(visit: Visit, act: Act) -> None:
    visit.say(Say((Line("fine-as-it-is"),)))


def mydata(visit: Visit, act: Act) -> None:
    """Everything we keep for this chat, in her own words (UU 27/2022 art. 32)."""
    found: Sequence[Case] = () if visit.known.locked else cases.of_lane(visit.db, visit.lane)
    reports = [draft for draft in (*visit.person.drafts, *visit.person.kept) if draft.form == "report"]
    if not found and not reports or visit.known.consent_at is None:
        visit.say(Say((Line("data-none"),)))
        return
    visit.say(
        Say((
            Line("data-head", {"consent": visit.known.consent_at.astimezone(ZoneInfo(HOME)).date()}),
            Line("data-drafts", {"count": len(reports)}),
        ))
    )  # fmt: skip
    for case in found:
        _copy(visit, case)


def _copy(visit: Visit, case: Case) -> None:
    facts = visit.facts(case)
    content = cases.content_of(visit.db, visit.keys, case)
    identity = cases.identity_of(visit.db, visit.keys, case)
    opened = sum(event.what == "opened" for event in events.of(visit.db, case.id))
    lines = [
        Line("data-case", {"ticket": case.ticket, "day": facts.since, "reader": facts.reader, "count": facts.files}),
        Line("data-opened", {"count": opened}, "row"),
    ]
    story = ""
    if content is not None and REPORT.review is not None:
        draft = Draft("report", "", {**content["answers"], **(identity or {})})
        story = str(draft.answers.get("story") or "")
        scene = scene_of(REPORT, draft, visit.heard, visit.sight)
        rows = summary(REPORT, REPORT.review, draft, scene)
        lines += [Line(line.key, line.values, "row") for name, line in rows if name not in ("evidence", "story")]
    visit.say(Say(tuple(lines)), case=case)
    for start in range(0, len(story), LONGEST):
        visit.say(Say((Line("data-story", {"text": story[start : start + LONGEST]}),)), case=case)


def proven(visit: Visit, act: Act) -> Case | None:
    """The case she speaks of: one of this chat, or one whose number and code she gave.

    Five wrong tries an hour, for a chat and for a number; unknown and wrong are answered alike.
    """
    if act.answers["case"] != ELSEWHERE:
        case = visit.her_case(str(act.answers["case"]))
        if case is None:
            visit.say(Say((Line("no-case-here"),)))
        return case
    ticket, receipt = str(act.answers["ticket"]), str(act.answers["receipt"])
    buckets = (f"tries:{visit.lane}", f"tries:{visit.keys.index('ticket:' + ticket)}")
    if not all(pace.room(visit.db, bucket, WRONG_TRIES, visit.now) for bucket in buckets):
        visit.say(Say((Line("receipt-slow"),)))
        return None
    case = cases.by_ticket(visit.db, ticket)
    if case is not None and visit.keys.proves(receipt, ticket, case.receipt_hash):
        return case
    for bucket in buckets:
        pace.spend(visit.db, bucket, WRONG_TRIES, 1, visit.now)
    visit.say(Say((Line("receipt-wrong"),)))
    return None


def _already(visit: Visit, case: Case, *final: str) -> bool:
    """Nothing is left to do: she is told where the case stands."""
    over = final or (Status.WITHDRAWN.value, Status.ERASED.value)
    if case.status not in over:
        return False
    visit.say(told.status(visit.facts(case), here=False))
    return True


def _wait(visit: Visit, case: Case, why: str) -> None:
    """Asked for from another chat: it waits, and the tied chat is told."""
    due = visit.at + FROM_ELSEWHERE
    deadlines.start(visit.db, case.id, why, due)
    events.append(visit.db, case.id, what=f"{why}_asked", by="citizen", at=visit.at)
    values = {"ticket": case.ticket, "at": Moment(due, zone_of_case(visit.library, case))}
    tie = cases.tied_to(visit.db, case.id)
    tied = people.load(visit.db, tie[0]) if tie else None
    if tied is not None:
        mail.post(
            visit.db, visit.keys, lane=tied.lane, channel=tied.channel, language=tied.language, rank=1,
            say=Say((Line("push", {"ticket": case.ticket}), Line(f"{why}-asked", values))),
            due_at=visit.now, now=visit.now, case_id=case.id,
        )  # fmt: skip
    visit.say(Say((Line(f"{why}-waits", values),)))


def _last(visit: Visit, case: Case, say: Say) -> None:
    """Answer; with the last letter to the tied chat the tie is cut."""
    tie = cases.tied_to(visit.db, case.id)
    visit.say(say, case=case if tie and tie[0] == visit.lane else None, last=bool(tie and tie[0] == visit.lane))
