"""The fake as a process of its own: `python -m tests.fakes.twilio [--port N] --webhook URL`.

Prints one line of JSON, {"url", "account", "token", "sender"}, then serves until its input ends. A line of input is
a command, `{"person": "Sari", "do": "say", "with": ["Halo"], "sees": "Setuju"}`, answered by one line with her
screen, `{"screen": …}`. `do` is a verb of `Person`, bytes are {"base64": …}, `sees` waits for a text first.
`{"turn": HOURS}` turns Twilio's clock, `{"approve": true}` approves every content that was submitted.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import json
import sys
from typing import Any

from tests.fakes.twilio.people import Person
from tests.fakes.twilio.server import FakeTwilio

VERBS = {
    "say", "press", "tap", "send_photo", "send_album", "send_document", "send_voice", "send_video", "pin",
    "sticker", "contact", "forward", "refer", "block", "unblock", "opt_out", "move", "rename",
}  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser(prog="tests.fakes.twilio")
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--webhook", default="http://localhost:8000/whatsapp/webhook")
    chosen = options.parse_args()
    with FakeTwilio(chosen.port) as fake:
        fake.connect(chosen.webhook)
        _tell({"url": fake.url, "account": fake.account, "token": fake.token, "sender": fake.sender})
        people: dict[str, Person] = {}
        for line in filter(None, map(str.strip, sys.stdin)):
            command = json.loads(line)
            if "turn" in command:
                fake.turn(hours=command["turn"])
            if "approve" in command:
                fake.approve()
            if name := command.get("person"):
                person = people.get(name) or people.setdefault(name, fake.person(name))
                _tell({"screen": asyncio.run(_obey(person, command))})


def _tell(about: dict[str, Any]) -> None:
    sys.stdout.write(f"{json.dumps(about)}\n")
    sys.stdout.flush()


async def _obey(person: Person, command: dict[str, Any]) -> str:
    if "do" in command:
        if command["do"] not in VERBS:
            raise SystemExit(f"a person cannot {command['do']}")
        getattr(person, command["do"])(*(_plain(value) for value in command.get("with", [])))
    if "sees" in command:
        await person.sees(command["sees"])
    return person.screen


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else value


if __name__ == "__main__":
    main()
