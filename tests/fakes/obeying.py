"""What people do with a fake that is a process of its own: a line of JSON is a command, and her screen the answer.

`{"person": "Sari", "do": "say", "with": ["Halo"], "sees": "Setuju"}` is answered by `{"screen": …}`. `do` is a verb
of `Person`, bytes are {"base64": …}, `sees` waits for a text first.
"""

from __future__ import annotations

import asyncio
import base64
import json
import sys
from collections.abc import Callable
from typing import Any

from tests.fakes.screen import Screen


class People:
    """`join` makes a person of a name that was not heard before; `verbs` are what she can do."""

    def __init__(self, join: Callable[[str], Screen[Any]], verbs: set[str]) -> None:
        self._join, self._verbs = join, verbs
        self._known: dict[str, Screen[Any]] = {}

    def called(self, name: str) -> Screen[Any]:
        if name not in self._known:
            self._known[name] = self._join(name)
        return self._known[name]

    def obey(self, command: dict[str, Any]) -> str:
        """One line of JSON."""
        person = self.called(command["person"])
        if "do" in command:
            if command["do"] not in self._verbs:
                raise SystemExit(f"a person cannot {command['do']}")
            getattr(person, command["do"])(*(_plain(value) for value in command.get("with", [])))
        if "sees" in command:
            asyncio.run(person.sees(command["sees"]))
        return json.dumps({"screen": person.screen})


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else value
