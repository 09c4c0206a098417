"""The template catalogue: what may be sent outside the window, as data, with Meta's rules. Pure but for `load`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from handlers.whatsapp.contents import Content, named

FILE = Path(__file__).with_name("templates.toml")
VARIABLE = re.compile(r"\{\{(\w+)\}\}")
ENDS = re.compile(r"\A\s*\{\{|\}\}\s*\Z")
ADJACENT = re.compile(r"\}\}\s*\{\{")
BODY = 1024
SUBSTANTIAL = 3
"""Words that a body must have for each variable, or Meta refuses it."""


@dataclass(frozen=True, slots=True)
class Template:
    """buttons  titles of quick replies; approved ones have up to ten"""

    id: str
    language: str
    category: str
    body: str
    samples: Mapping[str, str] = field(default_factory=dict)
    buttons: tuple[str, ...] = ()

    @property
    def content(self) -> Content:
        """As the Content API takes it."""
        text: dict[str, Any] = {"body": self.body}
        kind = "twilio/quick-reply" if self.buttons else "twilio/text"
        if self.buttons:
            text["actions"] = [{"title": title, "id": title} for title in self.buttons]
        return named(f"{self.id}_{self.language}", self.language, dict(self.samples), {kind: text})


def load(file: Path = FILE) -> tuple[Template, ...]:
    """Raises what reading raises, and TypeError for a field that is not known."""
    rows = tomllib.loads(file.read_text("utf-8"))["template"]
    return tuple(Template(**row | {"buttons": tuple(row.get("buttons", ()))}) for row in rows)


def faults(templates: tuple[Template, ...]) -> Iterator[str]:
    """What Meta or Twilio would refuse, a sentence each."""
    keys = [(template.id, template.language) for template in templates]
    if len(set(keys)) < len(keys):
        yield "Two templates have the same id and language."
    for template in templates:
        yield from (f"Template {template.id} ({template.language}): {fault}" for fault in _wrong(template))


def filled(body: str, values: Mapping[str, str]) -> str:
    """The body as it is read."""
    return VARIABLE.sub(lambda found: values[found[1]], body)


def value(text: str) -> str:
    """A text that may stand in a variable: no new line, no tab, no run of spaces, never empty."""
    return re.sub(r"\s+", " ", text).strip() or "-"


def _wrong(template: Template) -> Iterator[str]:
    body, names = template.body, VARIABLE.findall(template.body)
    samples = template.samples
    yield from (sentence for wrong, sentence in (
        (template.category != "UTILITY", "the category must be UTILITY: we write about what she began."),
        (not re.fullmatch(r"[a-z0-9_]{1,64}", template.id), "the id must have small letters, digits and _ only."),
        (not 1 <= len(body) <= BODY, f"the body must have 1 to {BODY} characters."),
        (bool(ENDS.search(body)), "no variable may stand at the start or the end."),
        (bool(ADJACENT.search(body)), "two variables may not stand side by side."),
        (names != [str(number) for number in range(1, len(names) + 1)],
         "variables must be numbered from 1, in order."),
        (set(names) != set(samples), "every variable needs a sample, and nothing else has one."),
        (any(value(one) != one for one in samples.values()), "a sample may hold no new line and no run of spaces."),
        (len(VARIABLE.sub("", body).split()) < SUBSTANTIAL * len(names), "there are too few words for its variables."),
        (len(template.buttons) > 10 or any(not 1 <= len(title) <= 25 for title in template.buttons),
         "at most ten buttons of 1 to 25 characters."),
    ) if wrong)  # fmt: skip
