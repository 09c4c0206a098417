"""The fake as a process of its own: `python -m tests.fakes.telegram [--port N] [--token T] [--talk]`.

Prints one line of JSON, {"url", "token"}, then serves until its input ends. A line of input is a command,
`{"person": "Sari", "do": "say", "with": ["Halo"], "sees": "Setuju"}`, answered by one line with her
screen, `{"screen": …}`. `do` is a verb of `Person`, bytes are {"base64": …}, `sees` waits for a text first.
With `--talk` lines are what Sari says, and `[label]` presses.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import json
import sys
from typing import Any

from tests.fakes.telegram.people import Person
from tests.fakes.telegram.server import TOKEN, FakeTelegram

VERBS = {
    "say", "start", "press", "send_photo", "send_album", "send_document", "send_voice", "send_video", "pin",
    "live", "venue", "sticker", "contact", "poll", "forward", "block", "unblock",
}  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser(prog="tests.fakes.telegram")
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--token", default=TOKEN)
    options.add_argument("--talk", action="store_true")
    chosen = options.parse_args()
    with FakeTelegram(chosen.token, chosen.port) as fake:
        _tell(json.dumps({"url": fake.url, "token": fake.token}))
        people: dict[str, Person] = {}
        for line in sys.stdin:
            if chosen.talk:
                sari = people.get("Sari") or people.setdefault("Sari", fake.person("Sari"))
                _tell(asyncio.run(_talk(sari, line.strip())))
            elif line.strip():
                command = json.loads(line)
                name = command["person"]
                person = people.get(name) or people.setdefault(name, fake.person(name))
                _tell(json.dumps({"screen": asyncio.run(_obey(person, command))}))


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
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


async def _talk(person: Person, line: str) -> str:
    if line.startswith("["):
        person.press(line.strip("[]"))
    elif line:
        person.say(line)
    await person.world.bell.until(lambda: person.news, 3)
    await asyncio.sleep(0.3)
    return "\n".join(
        f"{m.text}\n" + "\n".join(" ".join(f"[{b}]" for b in row) for row in m.rows) for m in person.news
    )


if __name__ == "__main__":
    main()
