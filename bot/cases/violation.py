"""The life of a violation (pelanggaran), row by row; see `lifecycle.py` for what a row says.

What the rows hold: silence of an office is a move of the clock. Only an agency with the power `address_ppk`
(BKN) writes to the PPK. A question stops no clock. Withdrawing ends a report that is not registered; a
registered one goes on without her (Perbawaslu 7/2022), and the facts of a withdrawn one may still be
pursued. Erasing takes what is in our hands; what an office has already taken goes on.
"""

from __future__ import annotations

from bot.cases.lifecycle import Move, Status, Table
from bot.cases.moves import CITIZEN, CLOCK, OFFICER, SUPERVISOR, forwards, quiet, told

S = Status
UNFILED, WAITING, ASKED = frozenset({S.UNFILED}), frozenset({S.WAITING}), frozenset({S.ASKED})
REGISTERED, HANDED_OVER = frozenset({S.REGISTERED}), frozenset({S.HANDED_OVER})
BKN, PPK, SANCTIONED = frozenset({S.AT_BKN}), frozenset({S.AT_PPK}), frozenset({S.SANCTIONED})
WITHDRAWN, MERGED, CLOSED = frozenset({S.WITHDRAWN}), frozenset({S.MERGED}), frozenset({S.CLOSED})
READING = frozenset({S.EXAMINED}) | ASKED
UNREGISTERED = READING | WAITING
READ = READING | REGISTERED
AT_AGENCY = REGISTERED | BKN
BEYOND = HANDED_OVER | PPK
OPEN = UNREGISTERED | AT_AGENCY | BEYOND
DECIDED = SANCTIONED | {S.NOT_PROVEN, S.NOT_PURSUED, S.CANCELLED, S.LEFT_SERVICE}
OVER = CLOSED | WITHDRAWN | MERGED | {S.ERASED}
FILED = OPEN | DECIDED | OVER
AGAINST = frozenset({S.NOT_PROVEN, S.NOT_PURSUED, S.CANCELLED})

AGAIN, NEXT, ASKS = "read news", "step news", "answer step news"
SEE, REPLY = "next add", "answer skip"
DECISION = "decision_pemilu decision_pilkada step news"
LONGER = "decision_pemilu_longer decision_pilkada_longer step news"
WHY = "reason sentence"
AT_WORK = (
    "decision_pemilu decision_pemilu_longer decision_pilkada decision_pilkada_longer verify validate reply"
)
TO_BKN = "verify validate read news"
OUTSIDE = "office day summary copies"
LETTER = "ppk employer day summary copies"
NOT_ASN = "honorer village forces official unknown"


def ends(key: str, start: frozenset[Status], to: Status, needs: str, power: str = "") -> Move:
    """An outcome: she may object. One that goes against her report needs a second officer for high posts."""
    offers = (
        "add object ombudsman no" if to in AGAINST else "object ombudsman" if to is S.LEFT_SERVICE else ""
    )
    return told(
        key, start, to, OFFICER, needs, power=power, starts="objection", offers=offers, second=to in AGAINST
    )


HER_MOVES = (
    quiet("file", UNFILED, S.WAITING, CITIZEN, starts=AGAIN),
    quiet("add", FILED - WITHDRAWN - {S.ERASED}, None, CITIZEN, "addition"),
    quiet("answer", ASKED, S.EXAMINED, CITIZEN, "reply", starts=NEXT),
    quiet("answer", AT_AGENCY, None, CITIZEN, "reply", starts=NEXT),
    quiet("skip", ASKED, S.EXAMINED, CITIZEN, starts=NEXT),
    quiet("skip", AT_AGENCY, None, CITIZEN, starts=NEXT),
    told("name_post", UNREGISTERED, S.WAITING, CITIZEN, starts=AGAIN),
    told("name_post", REGISTERED | HANDED_OVER, None, CITIZEN, starts=AGAIN, keeps=AT_WORK),
    quiet("withdraw", UNREGISTERED, S.WITHDRAWN, CITIZEN),
    quiet("withdraw", AT_AGENCY | BEYOND | DECIDED, None, CITIZEN),
    quiet("erase", UNREGISTERED | WITHDRAWN | MERGED, S.ERASED, CITIZEN),
    quiet("erase", AT_AGENCY | BEYOND | DECIDED | CLOSED, None, CITIZEN),
    quiet("silence", FILED, None, CITIZEN),
    quiet("object", DECIDED | CLOSED | MERGED, S.WAITING, CITIZEN, "objection", starts=AGAIN, most=1),
)

DESK_MOVES = (
    told("take", WAITING, S.EXAMINED, OFFICER, starts=NEXT, offers=SEE),
    told("take", AT_AGENCY, None, OFFICER, starts=NEXT, offers=SEE, says="take_on"),
    told("assign", WAITING, S.EXAMINED, SUPERVISOR, "officer", starts=NEXT),
    quiet("assign", READING | AT_AGENCY | BEYOND, None, SUPERVISOR, "officer", starts="step"),
    quiet("give_back", READING, S.WAITING, OFFICER, starts="read"),
    quiet("give_back", AT_AGENCY, None, OFFICER, starts="read"),
    quiet("recuse", UNREGISTERED, S.WAITING, OFFICER, starts="read"),
    quiet("recuse", AT_AGENCY | BEYOND, None, OFFICER, starts="read"),
    told("ask", READING, S.ASKED, OFFICER, "question", starts=ASKS, until="answer", offers=REPLY),
    told("ask", AT_AGENCY, None, OFFICER, "question", starts=ASKS, until="answer", offers=REPLY),
    *forwards(UNREGISTERED, AGAIN, offers=SEE),
    told("rise", UNREGISTERED, S.WAITING, OFFICER, "reason", starts=AGAIN, most=1),
    told("merge", UNREGISTERED, S.MERGED, OFFICER, "ticket", second=True),
    told("split", MERGED, S.WAITING, SUPERVISOR, "reason", starts=AGAIN),
    ends("not_pursue", READING, S.NOT_PURSUED, WHY),
    told("register", READING, S.REGISTERED, OFFICER, "number day", power="register", starts=DECISION),
    told("find", READING | WITHDRAWN, S.REGISTERED, OFFICER, "number day", power="register", starts=DECISION),
    told("extend", REGISTERED, None, OFFICER, "reason", power="register", starts=LONGER, most=1),
    told(
        "pass_to_bkn", READ, S.AT_BKN, OFFICER, "summary copies", power="pass_on", starts=TO_BKN, offers=SEE
    ),
    told("hand_over", READ, S.HANDED_OVER, OFFICER, OUTSIDE, starts="reply news", kinds=NOT_ASN),
    told("take_back", HANDED_OVER, S.EXAMINED, OFFICER, "reason", starts=NEXT),
)

BKN_MOVES = (
    told("send_back", BKN, S.WAITING, OFFICER, "desk reason", power="address_ppk", starts=AGAIN, most=2),
    told(
        "recommend", READING | BKN, S.AT_PPK, OFFICER, LETTER, power="address_ppk", starts="ppk", until="ppk"
    ),
    told(
        "annul", SANCTIONED, S.AT_PPK, OFFICER, "reason day", power="address_ppk", starts="ppk", until="ppk"
    ),
)

OUTCOMES = (
    ends("sanction", PPK, S.SANCTIONED, "decision grade day", "address_ppk"),
    ends("sanction", READING, S.SANCTIONED, "decision day", "conclude"),
    ends("sanction", HANDED_OVER, S.SANCTIONED, "decision day"),
    ends("not_prove", READING, S.NOT_PROVEN, WHY, "register address_ppk conclude"),
    ends("not_prove", REGISTERED, S.NOT_PROVEN, WHY, "register"),
    ends("not_prove", BKN | PPK, S.NOT_PROVEN, WHY, "address_ppk"),
    ends("not_prove", HANDED_OVER, S.NOT_PROVEN, WHY),
    ends("cancel", BKN | PPK, S.CANCELLED, WHY, "address_ppk"),
    ends("leave_service", BKN | PPK, S.LEFT_SERVICE, "reason day", "address_ppk"),
)

END_MOVES = (
    quiet("pursue", WITHDRAWN, S.EXAMINED, OFFICER, "reason", starts="step"),
    told("reopen", DECIDED | CLOSED, S.EXAMINED, OFFICER, "reason", starts=NEXT),
    told(
        "close",
        DECIDED,
        S.CLOSED,
        SUPERVISOR,
        WHY,
        starts="objection untie",
        offers="object ombudsman unlink",
    ),
    quiet("close", WITHDRAWN, S.CLOSED, SUPERVISOR, "reason"),
)

CLOCK_MOVES = (
    quiet("return", READING, S.WAITING, CLOCK, starts="read"),
    quiet("return", AT_AGENCY, None, CLOCK, starts="read"),
    told("split", MERGED, S.WAITING, CLOCK, starts=AGAIN, offers=SEE, says="split_alone"),
    quiet("unanswered", ASKED, S.EXAMINED, CLOCK, starts="step"),
    quiet("unanswered", AT_AGENCY, None, CLOCK, starts="step"),
    told("no_change", OPEN, None, CLOCK, starts="news"),
    told("lift", WAITING, S.WAITING, CLOCK, starts=AGAIN, offers=SEE),
    told("lift", AT_AGENCY | HANDED_OVER, None, CLOCK, starts=AGAIN, keeps=AT_WORK, offers=SEE),
    told("overdue", PPK, None, CLOCK, starts="escalation", offers="next ombudsman"),
    told("escalate", PPK, None, CLOCK, starts="escalation", offers="next ombudsman"),
    told("settle", DECIDED - SANCTIONED, S.CLOSED, CLOCK, starts="untie", offers="ombudsman unlink"),
    told(
        "settle",
        SANCTIONED,
        S.CLOSED,
        CLOCK,
        starts="untie",
        offers="ombudsman unlink",
        says="settle_sanction",
    ),
    quiet("untie", CLOSED, None, CLOCK),
)

VIOLATION = Table(
    kind="violation",
    first=S.UNFILED,
    open=OPEN,
    finals=OVER,
    moves=(*HER_MOVES, *DESK_MOVES, *BKN_MOVES, *OUTCOMES, *END_MOVES, *CLOCK_MOVES),
    stands=AGAINST | CLOSED | {S.LEFT_SERVICE},
)
