"""What an officer opens of a case. Every look is an event; what it shows is taken out of the chat after 15 minutes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from bot.conversation.asking import scene_of
from bot.conversation.draft import Draft
from bot.conversation.message import Line, Say
from bot.conversation.review import summary
from bot.flows.kinds import KINDS
from bot.flows.officer_desk import LOOKS
from bot.flows.officer_look import GUARDED
from handlers.casework import looks, may
from handlers.casework.looks import Story
from handlers.casework.work import Refused, Standing, Work
from handlers.desk import alike, files, history, official, prior
from handlers.visit import STAYS, Visit
from storage.cases import Case
from storage.desks import Officer

Letter = tuple[Line, ...] | Say
VANISHES = timedelta(minutes=15)
PIECE = 1500
"""Characters of one letter, so that none is cut."""
PARTS = {
    "story": "story", "files": "evidence", "history": "timeline", "copy": "story", "citizen": "identity", **GUARDED,
    "alike": "timeline", "prior": "timeline",
}  # fmt: skip
"""What is looked at -> the part of a case that may or may not be opened."""
LEVEL = {"citizen": "open", "name": "sealed"}
"""Look at who she is -> how she chose to be known."""
SAID = ("note", "reply", "text", "after", "objection")
"""Names under which stands what she wrote later."""


def offered(stands: Standing, officer: Officer) -> tuple[str, ...]:
    """What an officer, as they are today, may look at now."""
    parts = may.openable(stands, officer)
    return tuple(look for look in LOOKS if PARTS[look] in parts and _is_there(stands, officer, look) is None)


def look(visit: Visit, officer: Officer, case: Case, what: str) -> Refused | None:
    """Show it. `citizen`: who she is, where she said that officers may know; sealed names are opened elsewhere."""
    told = allowed(visit.work, officer, case, what)
    letters = told or SHOWS[what](visit, officer, case)
    if isinstance(letters, Refused):
        return letters
    show(visit, list(letters))
    return None


def slot_of(visit: Visit) -> str:
    """Of a screen that shows cases: it goes out of the chat with the officer."""
    return "" if visit.known.channel in STAYS else f"screen:{visit.heard.fresh}"


def show(visit: Visit, letters: list[Letter]) -> None:
    """Protected, and for each a later letter that takes it out of the chat again; where none can, that is said.

    One that stood too long by then, while all slept, is emptied: Telegram lets a bot take out no more.
    """
    stays = visit.known.channel in STAYS
    for number, letter in enumerate(letters):
        slot = f"detail:{visit.heard.fresh}:{number}"
        say = letter if isinstance(letter, Say) else Say(letter)
        visit.say(replace(say, protect=True), slot=slot)
        if not stays:
            visit.say(Say((Line("desk-detail-over"),), takes=slot), due_at=visit.now + VANISHES)
    if stays:
        visit.say(Say((Line("desk-stays"),)))


def allowed(work: Work, officer: Officer, case: Case, look: str) -> Refused | None:
    """None where this officer may have that look now, as far as no reason has to be given first."""
    return may.opens(work, officer, case, PARTS[look]) or _is_there(Standing(work, case), officer, look)


def _is_there(stands: Standing, officer: Officer, look: str) -> Refused | None:
    """None where the case has what would be shown."""
    case = stands.case
    if look in LEVEL and case.identity_level != LEVEL[look]:
        return Refused("role")
    if look == "copy" and not KINDS[case.kind].official:
        return Refused("kind")
    if look == "prior" and not (KINDS[case.kind].second and case.grown_from):
        return Refused("kind")
    if look == "original" and not files.numbered(stands.work, case):
        return Refused("erased")
    return alike.offered(stands, officer) if look == "alike" else None


def _story(visit: Visit, officer: Officer, case: Case) -> Iterator[Letter] | Refused:
    """Her answers, the story, what she added."""
    told = looks.story(visit.work, officer, case.id)
    return told if isinstance(told, Refused) else _told(visit, told)


def _told(visit: Visit, story: Story) -> Iterator[Letter]:
    yield (
        Line("desk-story-head", {"ticket": story.case.ticket, "who": KINDS[story.case.kind].who}),
        *_facts(visit, story),
    )
    for name in ("story", "asks"):
        for piece in _pieces(str(story.answers.get(name) or "")):
            yield (Line(f"desk-{name}", {"text": piece}),)
    numbers = {row.id: number for number, row in files.numbered(visit.work, story.case)}
    for part in (story.beside, *(one.said for one in story.added)):
        for said in (*(part.get(name) for name in SAID), *part.get("posts", ())):
            for piece in _pieces(said) if isinstance(said, str) else ():
                yield (Line("desk-note", {"text": piece}),)
        for file, said in part.get("captions", {}).items():
            for piece in _pieces(said) if file in numbers else ():
                yield (Line("desk-caption", {"number": numbers[file], "text": piece}),)


def _facts(visit: Visit, story: Story) -> Iterator[Line]:
    """Her answers as she gave them, but for who she is; the place as she wrote it."""
    kind, answers = KINDS[story.case.kind], story.answers
    form = kind.form
    assert form.review is not None
    draft = Draft(form.name, "", answers)
    scene = scene_of(form, draft, visit.heard, visit.sight)
    for name, row in summary(form, form.review, draft, scene, 300):
        if name in kind.rows:
            yield Line(row.key, row.values, "row")
    said = (answers.get("where") or {}).get("said")
    if said:
        yield Line("desk-place", {"who": kind.who, "text": str(said)}, "row")


def _form(visit: Visit, officer: Officer, case: Case) -> Iterator[Letter] | Refused:
    """The facts in the order of the official form, to be typed over."""
    told = looks.story(visit.work, officer, case.id)
    return told if isinstance(told, Refused) else _formed(visit, told)


def _formed(visit: Visit, story: Story) -> Iterator[Letter]:
    yield tuple(official.form(visit, story))
    for piece in _pieces(str(story.answers.get("story") or "")):
        yield (Line("desk-form-story", {"text": piece}),)


def _citizen(visit: Visit, officer: Officer, case: Case) -> Iterator[Letter] | Refused:
    identity = looks.identity(visit.work, officer, case.id)
    if isinstance(identity, Refused):
        return identity
    name, phone = (str(identity.get(one) or "-") for one in ("name", "phone"))
    return iter([(Line("desk-citizen", {"who": KINDS[case.kind].who, "name": name, "phone": phone}),)])


def _pieces(text: str) -> Iterator[str]:
    return (text[start : start + PIECE] for start in range(0, len(text), PIECE))


SHOWS: Mapping[str, Callable[[Visit, Officer, Case], Iterator[Letter] | Refused]] = {
    "story": _story, "files": files.files, "history": history.history, "copy": _form, "citizen": _citizen,
    "alike": alike.screen, "prior": prior.before,
}  # fmt: skip
