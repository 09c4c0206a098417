"""Files without an interview: kept, and she says where they belong."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.asking import ask, without_options
from bot.conversation.draft import Draft
from bot.conversation.message import Heard, Line, Say
from bot.conversation.scene import Sight
from bot.conversation.turn import turn
from bot.flows.welcome import LOOSE
from bot.talk.interview import FORMS, files_of, go_on, on_top, replaced, start, unfinished
from bot.talk.person import Act, Filed, Person, Talk
from bot.talk.unfinished import begin


def loose(person: Person, heard: Heard, sight: Sight) -> Talk:
    """They wait in an interview of their own; where a report is unfinished they belong to that."""
    if open_ones := unfinished(person):
        told = turn(FORMS[open_ones[-1].form], open_ones[-1], heard, sight)
        person = replaced(person, told.draft)
        offered = start(person, "resume", heard, sight, Line("kept-with-draft"))
        says = tuple(without_options(say) for say in told.says)
        wants = tuple((told.draft.id, file) for file in told.wants)
        return replace(offered, steps=(*says, *offered.steps), wants=wants)
    told = turn(LOOSE, Draft("loose", heard.fresh, spoken=heard.at.isoformat()), heard, sight)
    question = ask(LOOSE, told.draft, heard, sight)
    wants = tuple((told.draft.id, file) for file in told.wants)
    return Talk(replace(person, drafts=(*person.drafts, told.draft)), (question,), wants)


def housed(person: Person, draft: Draft, heard: Heard, sight: Sight) -> Talk:
    """A new report, one of her cases, or nowhere."""
    choice = draft.answers["loose"]
    if choice == "discard":
        return go_on(person, heard, sight, Say((Line("discarded"),)), drops=files_of(draft))
    if choice == "new":
        return begin(person, heard, sight, draft)
    answers = {"evidence": draft.answers.get("evidence"), "case": choice}
    added = Draft("add", draft.id, answers, spoken=heard.at.isoformat())
    return Talk(
        on_top(person, added),
        (ask(FORMS["add"], added, heard, sight, Line("adding", {"ticket": str(choice)})),),
    )


def sent_along(filed: Filed | None, heard: Heard) -> bool:
    """Whether these files were sent with the case that was just filed: of the same album, or before it was sent."""
    if filed is None or not heard.attachments or any(file.kind == "voice" for file in heard.attachments):
        return False
    return heard.album in filed.albums or heard.at <= filed.at


def attached(person: Person, filed: Filed, heard: Heard) -> Talk:
    """They belong to that case, whatever has been begun since."""
    files = [file.id for file in heard.attachments]
    act = Act(
        "late", {"case": filed.ticket, "files": files, "caption": heard.text}, Draft("late", heard.fresh)
    )
    return Talk(person, (act,), tuple((heard.fresh, file) for file in heard.attachments))
