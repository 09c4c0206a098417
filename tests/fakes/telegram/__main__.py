"""The fake as a process of its own: `python -m tests.fakes.telegram [--port N] [--token T] [--talk]`.

Prints one line of JSON, {"url", "token"}, then serves until its input ends. A line of input is a command
(`tests/fakes/obeying.py`). With `--talk` lines are what Sari says, and `[label]` presses.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys

from tests.fakes.obeying import People, tell
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
        tell(json.dumps({"url": fake.url, "token": fake.token}))
        people = People(fake.person, VERBS)
        sari = fake.person("Sari") if chosen.talk else None
        for line in map(str.strip, sys.stdin):
            if sari is not None:
                tell(asyncio.run(_talk(sari, line)))
            elif line:
                tell(people.obey(json.loads(line)))


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
