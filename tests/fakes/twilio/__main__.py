"""The fake as a process of its own: `python -m tests.fakes.twilio [--port N] --webhook URL`.

Prints one line of JSON, {"url", "account", "token", "sender"}, then serves until its input ends. A line of input is
a command (`tests/fakes/obeying.py`).
`{"turn": HOURS}` turns Twilio's clock, `{"approve": true}` approves every content that was submitted.
"""

from __future__ import annotations

import argparse
import json
import sys

from tests.fakes.obeying import People, tell
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
        told = {"url": fake.url, "account": fake.account, "token": fake.token, "sender": fake.sender}
        tell(json.dumps(told))
        people = People(fake.person, VERBS)
        for line in filter(None, map(str.strip, sys.stdin)):
            command = json.loads(line)
            if "turn" in command:
                fake.turn(hours=command["turn"])
            if "approve" in command:
                fake.approve()
            if "person" in command:
                tell(people.obey(command))


if __name__ == "__main__":
    main()
