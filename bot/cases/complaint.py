"""The life of a complaint to the Ombudsman about how an office handled her case; see `lifecycle.py` for a row.

It is her second step (UU 37/2008 art. 24), and not the one review by the same desk (`object` in `violation.py`).
What the rows hold: the Ombudsman looks first whether it may take it (verifikasi formil dan materiel), and says why not
where it may not. Taken into its own register it has no clock of ours: an examination takes as long as it takes, and
she hears every week. All of it is hers: withdrawn or erased it is gone at any moment.
"""

from __future__ import annotations

from bot.cases.lifecycle import Status, Table
from bot.cases.moves import CITIZEN, CLOCK, OFFICER, SUPERVISOR, forwards, quiet, told

S = Status
UNFILED, WAITING, ASKED = frozenset({S.UNFILED}), frozenset({S.WAITING}), frozenset({S.ASKED})
READING, ACCEPTED = frozenset({S.EXAMINED}) | ASKED, frozenset({S.ACCEPTED})
OPEN = WAITING | READING | ACCEPTED
DONE = frozenset({S.ANSWERED, S.REFERRED, S.NOT_PURSUED})
CLOSED, WITHDRAWN = frozenset({S.CLOSED}), frozenset({S.WITHDRAWN})
OVER = CLOSED | WITHDRAWN | {S.ERASED}

ON, HEARD = "talk news", "heard"
FIRST = "first_answer"
REPLY = "answer skip"

HER_MOVES = (
    quiet("file", UNFILED, S.WAITING, CITIZEN, starts="first_answer news"),
    quiet("add", OPEN | DONE, None, CITIZEN, "addition"),
    quiet("answer", ASKED, S.EXAMINED, CITIZEN, "reply", starts=ON),
    quiet("answer", ACCEPTED, None, CITIZEN, "reply", starts="news"),
    quiet("skip", ASKED, S.EXAMINED, CITIZEN, starts=ON),
    quiet("skip", ACCEPTED, None, CITIZEN, starts="news"),
    quiet("withdraw", OPEN | DONE, S.WITHDRAWN, CITIZEN),
    quiet("erase", OPEN | DONE | CLOSED | WITHDRAWN, S.ERASED, CITIZEN),
    quiet("silence", OPEN | DONE | OVER, None, CITIZEN),
)

DESK_MOVES = (
    told("take", WAITING, S.EXAMINED, OFFICER, starts=ON, keeps=FIRST, says="take_complaint"),
    told("assign", WAITING, S.EXAMINED, SUPERVISOR, "officer", starts=ON, keeps=FIRST, says="take_complaint"),
    quiet("assign", READING, None, SUPERVISOR, "officer", starts="talk"),
    quiet("assign", ACCEPTED, None, SUPERVISOR, "officer"),
    quiet("give_back", READING, S.WAITING, OFFICER, starts="read", keeps=FIRST),
    quiet("recuse", WAITING | READING, S.WAITING, OFFICER, starts="read", keeps=FIRST),
    quiet("recuse", ACCEPTED, None, OFFICER, starts="read"),
    told(
        "ask", READING, S.ASKED, OFFICER, "question", starts="answer talk news", says="ask_back", until="answer",
        offers=REPLY,
    ),
    told(
        "ask", ACCEPTED, None, OFFICER, "question", starts="answer news", says="ask_back", until="answer",
        offers=REPLY,
    ),
    *forwards(WAITING | READING, "first_answer news"),
    told("accept", READING, S.ACCEPTED, OFFICER, "number day", starts="news"),
    told("not_admit", READING, S.NOT_PURSUED, OFFICER, "reason sentence", starts=HEARD),
    told("advise", ACCEPTED, S.ANSWERED, OFFICER, "advice", starts=HEARD, says="conclude"),
    told("refer", READING | ACCEPTED, S.REFERRED, OFFICER, "agency sentence", starts=HEARD),
    told("reopen", DONE | CLOSED, S.EXAMINED, OFFICER, "reason", starts=ON),
)  # fmt: skip

CLOCK_MOVES = (
    quiet("return", READING, S.WAITING, CLOCK, starts="read"),
    quiet("unanswered", ASKED, S.EXAMINED, CLOCK, starts="talk"),
    quiet("unanswered", ACCEPTED, None, CLOCK),
    told("lift", WAITING, S.WAITING, CLOCK, starts="read news", keeps=FIRST),
    told("lift", ACCEPTED, None, CLOCK, starts="read news", keeps=FIRST),
    told("no_change", OPEN, None, CLOCK, starts="news"),
    told("settle", DONE, S.CLOSED, CLOCK, starts="untie", says="settle_complaint"),
    quiet("untie", CLOSED, None, CLOCK),
)

COMPLAINT = Table(
    kind="complaint",
    first=S.UNFILED,
    open=OPEN,
    finals=OVER,
    moves=(*HER_MOVES, *DESK_MOVES, *CLOCK_MOVES),
)
