"""The life of a consultation (konsultasi non-laporan, KNL), row by row; see `lifecycle.py` for what a row says.

What the rows hold: taking a question is no answer to it, so that its clock goes on. Nobody is accused, so that nothing
waits for a second officer. Her silence after an answer closes it, and is never counted as satisfaction. All of it is
hers: withdrawn or erased it is gone at any moment, and only she makes a report of it.
"""

from __future__ import annotations

from functools import partial

from bot.cases.lifecycle import Move, Status, Table
from bot.cases.moves import CITIZEN, CLOCK, OFFICER, SUPERVISOR, forwards, quiet, told

S = Status
UNFILED, WAITING, ASKED = frozenset({S.UNFILED}), frozenset({S.WAITING}), frozenset({S.ASKED})
ANSWERED, CLOSED, WITHDRAWN = frozenset({S.ANSWERED}), frozenset({S.CLOSED}), frozenset({S.WITHDRAWN})
OFFERED, SCHEDULED = frozenset({S.OFFERED}), frozenset({S.SCHEDULED})
TALK = frozenset({S.IN_TALK}) | ASKED
CALLING = OFFERED | SCHEDULED
OPEN = WAITING | TALK | CALLING
DONE = ANSWERED | {S.REFERRED}
RAISED = frozenset({S.RAISED})
OVER = CLOSED | RAISED | WITHDRAWN | {S.ERASED}

ON = "talk news"
FIRST = "first_answer"


def offers(start: frozenset[Status], says: str) -> tuple[Move, Move]:
    """Times for a call, three times in all; the words of the last tell that no others follow."""
    row = partial(
        told, "propose", start, S.OFFERED, OFFICER, "times", starts="answer talk news", until="answer"
    )
    return row(says=says, most=2), row(says=f"{says}_last", most=3)


HER_MOVES = (
    quiet("file", UNFILED, S.WAITING, CITIZEN, starts="first_answer news"),
    quiet("add", OPEN, None, CITIZEN, "addition"),
    quiet("add", DONE, S.IN_TALK, CITIZEN, "addition", starts=ON),
    quiet("answer", ASKED, S.IN_TALK, CITIZEN, "reply", starts=ON),
    quiet("skip", ASKED, S.IN_TALK, CITIZEN, starts=ON),
    quiet("pick", OFFERED, S.SCHEDULED, CITIZEN, "time", starts="news"),
    quiet("unfit", OFFERED, S.IN_TALK, CITIZEN, starts=ON),
    quiet("call_off", SCHEDULED, S.IN_TALK, CITIZEN, starts=ON),
    quiet("clear", DONE, S.CLOSED, CITIZEN, starts="rating untie"),
    quiet("rate", CLOSED, None, CITIZEN, "rating", most=1),
    quiet("raise", OPEN | DONE, S.RAISED, CITIZEN, starts="untie"),
    quiet("withdraw", OPEN | DONE, S.WITHDRAWN, CITIZEN),
    quiet("erase", OPEN | DONE | CLOSED | RAISED | WITHDRAWN, S.ERASED, CITIZEN),
    quiet("silence", OPEN | DONE | OVER, None, CITIZEN),
)

DESK_MOVES = (
    told("take", WAITING, S.IN_TALK, OFFICER, starts=ON, keeps=FIRST, says="take_question"),
    told("assign", WAITING, S.IN_TALK, SUPERVISOR, "officer", starts=ON, keeps=FIRST, says="take_question"),
    told("assign", SCHEDULED, S.IN_TALK, SUPERVISOR, "officer", starts=ON, says="lost_call"),
    told("assign", OFFERED, S.IN_TALK, SUPERVISOR, "officer", starts=ON, says="lost_offer"),
    quiet("assign", TALK, None, SUPERVISOR, "officer", starts="talk"),
    quiet("give_back", TALK, S.WAITING, OFFICER, starts="read", keeps=FIRST),
    told("give_back", OFFERED, S.WAITING, OFFICER, starts="read news", keeps=FIRST, says="lost_offer"),
    told("recuse", SCHEDULED, S.WAITING, OFFICER, starts="read news", says="lost_call"),
    told("recuse", OFFERED, S.WAITING, OFFICER, starts="read news", keeps=FIRST, says="lost_offer"),
    quiet("recuse", WAITING | TALK, S.WAITING, OFFICER, starts="read", keeps=FIRST),
    told(
        "ask", TALK | OFFERED, S.ASKED, OFFICER, "question", starts="answer talk news", says="ask_back", until="answer",
        offers="answer skip",
    ),
    *offers(TALK | OFFERED, says="propose_call"),
    *offers(SCHEDULED, says="propose_other"),
    told("call_off", SCHEDULED, S.IN_TALK, OFFICER, "sentence", starts=ON),
    *forwards(WAITING | TALK | OFFERED, "first_answer news", of="_question"),
    told(
        "advise", TALK | CALLING, S.ANSWERED, OFFICER, "advice", starts="follow_up", until="follow_up",
        offers="clear more",
    ),
    told(
        "refer", TALK | CALLING | ANSWERED, S.REFERRED, OFFICER, "agency sentence", starts="follow_up",
        until="follow_up", offers="clear more",
    ),
    told("suggest", TALK | CALLING | ANSWERED, None, OFFICER, "sentence", keeps=FIRST, offers="raise", most=1),
    told(
        "close", TALK | CALLING | DONE, S.CLOSED, OFFICER, "outcome sentence", starts="rating untie",
        says="close_question", offers="rate",
    ),
    told("reopen", DONE | CLOSED, S.IN_TALK, OFFICER, "sentence", starts=ON, says="reopen_question"),
)  # fmt: skip

CLOCK_MOVES = (
    quiet("return", TALK, S.WAITING, CLOCK, starts="read"),
    told("return", SCHEDULED, S.WAITING, CLOCK, starts="read news", says="lost_call"),
    told("return", OFFERED, S.WAITING, CLOCK, starts="read news", says="lost_offer"),
    quiet("call_off", SCHEDULED, S.IN_TALK, CLOCK, starts=ON),
    quiet("called", SCHEDULED, S.IN_TALK, CLOCK, starts="talk"),
    quiet("unanswered", ASKED | OFFERED, S.IN_TALK, CLOCK, starts="talk"),
    told("lift", WAITING, S.WAITING, CLOCK, starts="read news", keeps=FIRST, says="lift_question"),
    told("no_change", OPEN, None, CLOCK, starts="news"),
    told("settle", DONE, S.CLOSED, CLOCK, starts="rating untie", says="settle_question", offers="rate"),
    quiet("unrated", CLOSED, None, CLOCK),
    quiet("untie", CLOSED | RAISED, None, CLOCK),
)

CONSULTATION = Table(
    kind="consultation",
    first=S.UNFILED,
    open=OPEN,
    finals=OVER,
    moves=(*HER_MOVES, *DESK_MOVES, *CLOCK_MOVES),
)
