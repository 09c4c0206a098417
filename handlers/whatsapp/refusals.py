"""Twilio's error codes as a table, and what each means for a letter, refused at once or given back later.

Source: https://www.twilio.com/docs/api/errors
"""

from __future__ import annotations

from dataclasses import dataclass

from twilio.base.exceptions import TwilioRestException

from handlers.channel import Scope, SendFailed, SendUnknown
from handlers.whatsapp.client import AnswerLost, NotSent, ServerDown, TooMany, code

UNSURE = 60.0
"""Seconds after which a message whose answer was lost stands in Twilio's list, or never will."""
CLOSED = 63016
"""Outside the 24-hour window: our clock was wrong."""
OPERATOR = 300.0
"""Seconds between tries of what only an operator can put right."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """`again`, `after`, `scope` and `unreachable` as in SendFailed.

    remedy  what an operator has to do, a plain sentence, where nobody else can put it right; "" where nothing is to do
    """

    reason: str
    again: bool = False
    after: float | None = None
    scope: Scope = "chat"
    unreachable: bool = False
    remedy: str = ""

    def failed(self) -> SendFailed:
        return SendFailed(
            self.reason, again=self.again, after=self.after, scope=self.scope, unreachable=self.unreachable
        )


THROTTLED = Refusal("too-many", again=True, after=6.0)
BUSY = Refusal("channel-busy", again=True)
NOT_ON_WHATSAPP = Refusal("not-on-whatsapp", unreachable=True)
BLOCKED = Refusal("blocked", unreachable=True)
CONTENT = Refusal("bad-content")
MEDIA = Refusal("bad-media", again=True, after=30.0)
TEMPLATE = Refusal(
    "bad-template",
    remedy="Meta or Twilio does not take this template as it is: `saksi whatsapp templates status` says which, and"
    " `saksi whatsapp templates push` submits what is missing. News waits meanwhile. It is parked for six hours, or"
    " until `saksi whatsapp templates status --lift` says that it is put right.",
)
POLICY = Refusal(
    "policy",
    remedy="WhatsApp holds a message of ours for spam or against its policy: see the sender's quality and violations"
    " in the Twilio console and in Meta's WhatsApp Manager.",
)
SETUP = Refusal(
    "set-up",
    again=True,
    after=OPERATOR,
    scope="bot",
    remedy="Twilio knows no WhatsApp sender of this name: compare SAKSI_TWILIO_SENDER with the senders in its console."
    " Every letter waits meanwhile.",
)
TOKEN = Refusal(
    "token",
    again=True,
    after=OPERATOR,
    scope="bot",
    remedy="Twilio does not accept our credentials: put the account's SID and its primary token into"
    " SAKSI_TWILIO_ACCOUNT_SID and SAKSI_TWILIO_AUTH_TOKEN. Every letter waits meanwhile.",
)
SANDBOX = Refusal(
    "sandbox-not-joined",
    unreachable=True,
    remedy="The sender is Twilio's sandbox, and this phone has not joined it, or joined more than three days ago: send"
    ' "join" and the two words of Messaging > Try it out from that phone. The public needs a sender of your own.',
)

TWILIO: dict[int, Refusal] = {
    20429: THROTTLED,
    14107: THROTTLED,
    63018: THROTTLED,
    63009: BUSY,
    63010: BUSY,
    63012: BUSY,
    20003: TOKEN,
    63007: SETUP,  # no such sender
    21701: SETUP,  # no such messaging service
    21606: SETUP,
    21211: Refusal("bad-address", unreachable=True),
    63003: NOT_ON_WHATSAPP,
    63024: NOT_ON_WHATSAPP,
    63014: BLOCKED,
    63032: BLOCKED,
    63033: BLOCKED,
    21610: Refusal("opted-out", unreachable=True),
    63015: SANDBOX,
    63016: Refusal("window-closed"),
    63013: POLICY,
    63026: POLICY,
    63027: TEMPLATE,
    63028: TEMPLATE,
    63041: TEMPLATE,
    63042: TEMPLATE,
    21655: TEMPLATE,
    21656: TEMPLATE,
    63005: CONTENT,
    63019: MEDIA,
    63021: CONTENT,
    63034: MEDIA,
    21617: Refusal("too-long"),
}
OTHER = Refusal("refused")

CONTENT_CODES = frozenset(number for number, row in TWILIO.items() if row in (CONTENT, TEMPLATE, POLICY))
"""What may be wrong with a content and not with its text: the text alone may still go."""


def refusal(number: int) -> Refusal:
    return TWILIO.get(number, OTHER)


def meaning(error: Exception) -> SendFailed | SendUnknown:
    """What a failed call means for its letter. Twilio's text is not repeated: it may hold an address."""
    match error:
        case NotSent():
            return SendFailed("no-connection", again=True, scope="bot")
        case ServerDown(status=504):
            return SendUnknown("server-504", after=UNSURE)
        case ServerDown(status=status):
            return SendFailed(f"server-{status}", again=True)
        case TooMany(after=after):
            return SendFailed("too-many", again=True, after=after, scope="bot")
        case AnswerLost():
            return SendUnknown("answer-lost", after=UNSURE)
        case TwilioRestException(status=401):
            return TOKEN.failed()
    return refusal(code(error)).failed() if code(error) else SendUnknown("unclear", after=UNSURE)
