"""The last screen before sending: every answer in a line of its own, each of which can be changed."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation.draft import Draft
from bot.conversation.form import Form, Review, path
from bot.conversation.message import CHOICES, Line, Option, Say, Value
from bot.conversation.question import Sheet
from bot.conversation.scene import Scene
from bot.conversation.screen import numbered
from bot.conversation.text import SHOWN, shortened

REVIEW = "review"
EDIT = "@edit"
SEND = "send"
AGAIN = "@review"
"""Nothing is to be changed after all."""
PHONE = 500
"""Characters that one message may have."""
CUTS = (36, 24, 16)
"""Characters that each text of hers keeps, tried until the screen fits."""
ON_BUTTON = 36


def review_sheet(form: Form, review: Review, draft: Draft, scene: Scene) -> Sheet:
    """Summary, reader, send. Numbers name the lines; buttons offer send, edit and what may be added here."""
    words, language = scene.library.words, scene.language
    sheet = _sheet(form, review, draft, scene, SHOWN)
    for cut in CUTS:
        if len(numbered(Say(sheet.lines, sheet.options), words, language, "")) <= PHONE:
            break
        sheet = _sheet(form, review, draft, scene, cut)
    return sheet


def edit_sheet(form: Form, review: Review, draft: Draft, scene: Scene) -> Sheet:
    """The same lines as choices, short enough for a button: which one to change."""
    lines = summary(form, review, draft, scene, ON_BUTTON)
    options = tuple(Option(f"{EDIT}.{name}", line.key, line.values) for name, line in lines)
    return Sheet((Line("ask-edit"),), (*options, Option(AGAIN, "back", only="buttons")))


def summary(
    form: Form, review: Review, draft: Draft, scene: Scene, cut: int = SHOWN
) -> tuple[tuple[str, Line], ...]:
    """Group name and summary line, for every group that was asked and is answered."""
    asked = {question.name: question for question in path(form, draft.answers)}
    found = []
    for group in review.groups:
        members = [asked[name] for name in group if name in asked]
        if not members or not all(question.answered(draft.answers) for question in members):
            continue
        values = {}
        for question in members:
            own = question.values(draft.answers.get(question.name), scene)
            values.update({f"{question.called}-{name}": value for name, value in own.items()})
        present = "-".join(question.called for question in members)
        found.append((members[0].name, Line(f"sum-{present}", _cut(values, cut))))
    return tuple(found)


def _sheet(form: Form, review: Review, draft: Draft, scene: Scene, cut: int) -> Sheet:
    lines = summary(form, review, draft, scene, cut)
    numbers = tuple(Option(f"{EDIT}.{name}", line.key, line.values, only="numbers") for name, line in lines)
    offers = tuple(
        Option(offer.name, f"offer-{offer.name}", quiet=True)
        for offer in review.offers
        if offer.name not in draft.answers and offer.asked(draft.answers) and review.useful(scene)
    )
    said = review.said_by_head(draft.answers)
    shown = [line for name, line in lines if name not in said]
    rows = tuple(
        Line(line.key, line.values, "row" if place else "gap", "buttons") for place, line in enumerate(shown)
    )
    send = Option(SEND, "review-send", only="buttons")
    edit = Option(EDIT, "review-edit", only="buttons")
    return Sheet(
        (*review.head(scene), *rows, CHOICES, *review.foot(scene, len(numbers) + 1)),
        (send, edit, *numbers, *offers),
        f"{SEND} | {EDIT} " + " ".join(offer.key for offer in offers),
    )


def _cut(values: Mapping[str, Value], most: int) -> Mapping[str, Value]:
    return {
        name: shortened(value, most) if isinstance(value, str) else value for name, value in values.items()
    }
