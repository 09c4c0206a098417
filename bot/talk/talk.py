"""The whole talk with one chat: which interview a message belongs to, and what is done when one ends. Pure.

An address may have several open drafts: the last of `Person.drafts` is under way, those below it wait (a report
interrupted by a look at its status). Words such as *status* and *batal* are understood before any question.
"""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.asking import scene_of
from bot.conversation.early import SHORTEST_STORY
from bot.conversation.files import sends_files
from bot.conversation.form import current
from bot.conversation.global_words import GlobalWord, global_word
from bot.conversation.greeting import greeting
from bot.conversation.message import Heard, Line, Say
from bot.conversation.question import Choice
from bot.conversation.scene import Sight
from bot.conversation.spoken import cleaned, simplified
from bot.conversation.thanks import thanked
from bot.flows import later
from bot.flows.welcome import LOOSE
from bot.talk import about
from bot.talk.anywhere import language, word
from bot.talk.asked import answering, without_offers
from bot.talk.brought import brought
from bot.talk.cases import asked_for
from bot.talk.consent import before_consent, may_without
from bot.talk.desk import nothing_open, said_at_desk
from bot.talk.elsewhere import code_in
from bot.talk.ending import put
from bot.talk.interview import FORMS, SOFT, go_on, under_way, understands, unfinished
from bot.talk.loose import attached, loose, sent_along
from bot.talk.loose_words import about_times, times_again, to_menu
from bot.talk.out_of_turn import asked_out_of_turn
from bot.talk.person import Act, Person, Talk
from bot.talk.rest import rested
from bot.talk.unfinished import greeted, offered


def talk(person: Person, heard: Heard, sight: Sight) -> Talk:
    """Answer one message.

    1. What is about one draft or case (a stored file, a button, an edited message, one brought here) goes there.
    2. Small interviews that were left hours ago are closed, so that they swallow nothing.
    3. Without consent, everything but her rights and questions leads to the notice; what she sent is kept with it.
    4. Words understood anywhere; then the interview under way; then what it may mean without one.
    """
    person = replace(person, drafts=tuple(draft for draft in person.drafts if draft.form in FORMS))
    if heard.arrival is not None:
        return about.arrived(person, heard, sight)
    if heard.brought:
        return brought(person, heard, sight)
    if heard.press is not None:
        return about.pressed(person, heard, sight)
    if heard.edited:
        return about.edited(person, heard, sight)
    person, closed = rested(person, heard)
    answered = _said(person, heard, sight)
    return replace(answered, steps=(*closed, *answered.steps))


def _said(person: Person, heard: Heard, sight: Sight) -> Talk:
    said = global_word(heard.text) if heard.text and not (heard.attachments or heard.forwarded) else None
    ahead = _ahead_of_all(person, said, heard, sight)
    if ahead is not None:
        return ahead
    if said is not None and said[0] is GlobalWord.DESK:
        said = None  # an officer's word, and this is none
    if not person.consented and not may_without(person, said, heard):
        return nothing_open(person, said, heard) or before_consent(person, heard, sight)
    if person.filed is not None and sent_along(person.filed, heard):
        return attached(person, person.filed, heard)
    if heard.odd is not None:
        return go_on(person, heard, sight, Say((Line(f"odd-{heard.odd}"),)))
    if said is not None and not _is_answer(person, heard, sight) and not _at_a_loss(person, heard):
        done = word(person, *said, heard, sight)
        if done is not None:
            return done
    return _plain(person, heard, sight)


def _ahead_of_all(
    person: Person, said: tuple[GlobalWord, str] | None, heard: Heard, sight: Sight
) -> Talk | None:
    """What needs no yes to the notice: another language, an officer's or a carried code, a question."""
    if said is not None and said[0] is GlobalWord.LANGUAGE:
        return language(person, said[1], heard, sight)
    at_desk = said_at_desk(person, said, heard, sight)
    if at_desk is not None:
        return at_desk
    if code := code_in(said, heard.text):
        return Talk(person, (Act("cross_here", {"code": code}),))
    return asked_out_of_turn(person, heard, sight) if said is None else None


def _plain(person: Person, heard: Heard, sight: Sight) -> Talk:
    """An answer to the interview under way, or what a message means without one."""
    files = sends_files(LOOSE, heard)
    kind = greeting(heard.text) if heard.text and not files else None
    if kind is not None:
        return greeted(person, kind, heard, sight)
    person = without_offers(person) if person.asked else person
    here = under_way(person)
    if here is not None and here.form in SOFT and not understands(here, heard, sight):
        person = replace(person, drafts=tuple(draft for draft in person.drafts if draft.form not in SOFT))
        if not person.consented and not may_without(person, None, heard):
            return _courteous(person, heard) or before_consent(person, heard, sight)
        here = under_way(person)
    if here is not None and not (files and FORMS[here.form].evidence is None):
        if _only_to_read(person, heard) and unfinished(person):
            return offered(person, heard, sight)
        return put(person, heard, sight)
    answered = None if later.ticket_in(heard.text) else answering(person, heard, sight)
    if answered is not None:
        return answered
    if files:
        return loose(person, heard, sight)
    ticket = later.ticket_in(heard.text)
    if person.officer and ticket and all(one.key != ticket for one in person.cases):
        return go_on(person, heard, sight, Act("desk_find", {"ticket": ticket}))
    if ticket:
        return asked_for(person, GlobalWord.STATUS, heard.text, heard, sight)
    return times_again(person, heard) or _courteous(person, heard) or _at_loose_ends(person, heard, sight)


def _at_loose_ends(person: Person, heard: Heard, sight: Sight) -> Talk:
    """Nothing is under way: an unfinished report is offered, a story is kept, and else there is the menu."""
    if _only_to_read(person, heard):
        return Talk(person)
    if unfinished(person):
        return offered(person, heard, sight)
    return about_times(person, heard, sight) or to_menu(person, cleaned(heard.text), heard, sight)


def _only_to_read(person: Person, heard: Heard) -> bool:
    """She was told to write so that she can read what waits: a word or two answer nothing else then."""
    return person.news and not heard.attachments and len(cleaned(heard.text)) < SHORTEST_STORY


def _courteous(person: Person, heard: Heard) -> Talk | None:
    """Thanks, or KIRIM once more: everything is done, and she should not think that it is not."""
    said = global_word(heard.text)
    if person.sent is not None and said is not None and said[0] is GlobalWord.SEND:
        return Talk(person, (Say((Line("already-sent", {"ticket": person.sent.ticket}),)),))
    return Talk(person, (Say((Line("welcome"),)),)) if thanked(heard.text) else None


def _at_a_loss(person: Person, heard: Heard) -> bool:
    """Question marks alone, after something was not understood: the question helps further."""
    here = under_way(person)
    return here is not None and here.misses > 0 and not simplified(heard.text)


def _is_answer(person: Person, heard: Heard, sight: Sight) -> bool:
    """Whether a word that is understood anywhere is an option of what is being asked: then it is that."""
    draft = under_way(person)
    if draft is None:
        return False
    form = FORMS[draft.form]
    question = current(form, draft)
    return (
        isinstance(question, Choice)
        and question.chosen(heard, scene_of(form, draft, heard, sight)) is not None
    )
