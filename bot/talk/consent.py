"""Before she has agreed to the notice as it reads today: everything leads to it, and nothing she sends is lost."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.asking import ask, without_options
from bot.conversation.draft import Draft
from bot.conversation.early import SHORTEST_STORY, keep_early
from bot.conversation.files import sends_files
from bot.conversation.form import current
from bot.conversation.global_words import GlobalWord, global_word
from bot.conversation.greeting import greeting
from bot.conversation.message import Heard, Line, Say
from bot.conversation.scene import Sight
from bot.conversation.spoken import cleaned
from bot.conversation.turn import turn
from bot.flows import later
from bot.flows.welcome import WELCOME
from bot.talk.anywhere import BEGIN, NEED_CONSENT
from bot.talk.ending import finish, put
from bot.talk.interview import FORMS, HOLDING, SOFT, replaced, under_way
from bot.talk.person import Person, Talk


def may_without(person: Person, said: tuple[GlobalWord, str] | None, heard: Heard) -> bool:
    """Her rights, help, and a case shown by number and code need no yes; nor what she has begun of these. Files do."""
    if sends_files(WELCOME, heard):
        return False
    if said is not None and (said[0] not in NEED_CONSENT or (said[0] is GlobalWord.ADD and not person.cases)):
        return True
    if greeting(heard.text) or (said is not None and said[0] in BEGIN):
        return False
    here = under_way(person)
    if here is not None and here.form not in HOLDING:
        return not sends_files(WELCOME, heard)
    return said is None and not heard.attachments and later.ticket_in(heard.text) is not None


def before_consent(person: Person, heard: Heard, sight: Sight) -> Talk:
    """The notice, until she agrees. A file that came first is kept with it, and so is a long text."""
    here = under_way(person)
    fresh = here is None or here.form != "welcome"
    new = Draft("welcome", heard.fresh, spoken=heard.at.isoformat())
    draft = next((one for one in person.drafts if one.form == "welcome"), new)
    others = (one for one in person.drafts if one.form not in {"welcome", *SOFT})
    person = replace(person, drafts=(*others, draft))
    if sends_files(WELCOME, heard):
        return _kept(person, draft, heard, sight, fresh=fresh)
    said = global_word(heard.text)
    if said is not None and said[0] is GlobalWord.CANCEL and not fresh:
        declined = replace(draft, answers={**draft.answers, "consent": "read", "consented": "no"})
        return finish(replace(person, drafts=person.drafts[:-1]), declined, heard, sight)
    if not fresh and (_is_answer(draft, heard, sight) or not (said or greeting(heard.text))):
        return put(person, heard, sight)
    kept = (
        keep_early(WELCOME, draft, cleaned(heard.text))
        if len(cleaned(heard.text)) >= SHORTEST_STORY
        else None
    )
    lines = (Line("greet-salam"),) if greeting(heard.text) == "salam" else ()
    notice = _notice(draft, heard, sight, *lines)
    if kept is None:
        return Talk(person, (notice,))
    return Talk(replaced(person, kept), (notice, Say((Line("early-kept-first"),))))


def _kept(person: Person, draft: Draft, heard: Heard, sight: Sight, *, fresh: bool) -> Talk:
    """Files before the yes: with what waits for it and can hold files, else with the notice."""
    holds = (
        one for one in reversed(person.drafts) if one is not draft and FORMS[one.form].evidence is not None
    )
    home = next(holds, draft)
    told = turn(FORMS[home.form], home, heard, sight)
    says = tuple(without_options(say) for say in told.says)
    notice = (_notice(draft, heard, sight),) if fresh else ()
    wants = tuple((home.id, file) for file in told.wants)
    return Talk(replaced(person, told.draft), (*notice, *says), wants)


def _is_answer(draft: Draft, heard: Heard, sight: Sight) -> bool:
    told = turn(WELCOME, draft, heard, sight)
    return told.submitted or current(WELCOME, told.draft) != current(WELCOME, draft)


def _notice(draft: Draft, heard: Heard, sight: Sight, *lines: Line) -> Say:
    """With a line in her own language where that is another."""
    other = (
        heard.language
        and heard.language != sight.language
        and heard.language in sight.library.words.languages
    )
    say = ask(WELCOME, draft, heard, sight, *lines)
    return replace(
        say, lines=(*say.lines, *((Line("other-language", {"language": heard.language}),) if other else ()))
    )
