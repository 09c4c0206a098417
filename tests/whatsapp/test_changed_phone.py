"""Another phone, or only another name, behind a number: who is taken for whom, and what nobody is shown meanwhile.

How it reads: `transcripts/changed_profile.txt`, and with the desk `officers/transcripts/changed_phone.txt`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.cases.lifecycle import Role
from bot.conversation.codec import say_from_json
from bot.conversation.draft import Draft
from bot.conversation.message import Line, Say
from bot.flows.growing import GROWN
from bot.flows.welcome import CONSENT_VERSION
from handlers.house import House
from handlers.settings import Settings
from handlers.tied import look
from handlers.whatsapp.accept import accept
from handlers.whatsapp.form import packed
from handlers.whatsapp.hear import envelope
from storage import cases, desks, drafts, mail, people, ties
from storage.case_tables import Case
from storage.database import Database
from storage.keys import Keys
from storage.sql import query, run
from storage.tables import Dossier
from tests.talking import library

AT = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
Witness = tuple[str, str]
TABLE: dict[str, tuple[Witness, Witness, str]] = {
    "nothing changed":                      (("ID.1", "Sari"), ("ID.1", "Sari"), ""),
    "another id":                           (("ID.1", "Sari"), ("ID.2", "Sari"), "account"),
    "another id and another name":          (("ID.1", "Sari"), ("ID.2", "Harun"), "account"),
    "the same id, another name":            (("ID.1", "Sari"), ("ID.1", "Bunga"), ""),
    "no id, another name":                  (("", "Sari"), ("", "Bunga"), "profile"),
    "no id, the name written otherwise":    (("", "Sari W."), ("", "  sari w 🌷"), ""),
    "no id, hearts for a name":             (("", "🌷"), ("", "🌷 "), ""),
    "no id, other hearts for a name":       (("", "🌷"), ("", "❤"), "profile"),
    "an id is told now, the same name":     (("", "Sari"), ("ID.1", "Sari"), ""),
    "an id is told now, another name":      (("", "Sari"), ("ID.1", "Bunga"), "profile"),
    "the id is not told, the same name":    (("ID.1", "Sari"), ("", "Sari"), ""),
    "the id is not told, another name":     (("ID.1", "Sari"), ("", "Bunga"), "profile"),
    "found in Twilio's list, without both": (("ID.1", "Sari"), ("", ""), ""),
    "no name before":                       (("", ""), ("", "Sari"), ""),
}  # fmt: skip
"""(id, name) before, and now -> what has changed, as whoever writes now is told first; "" nothing."""


class Number:
    """A number that is written from, in a house whose clock is turned by hand."""

    def __init__(self, database: Database, keys: Keys, number: str = "+6281100000001") -> None:
        vault: Any = None
        self.database, self.keys, self.number = database, keys, number
        self.house = House(Settings(_env_file=None), library(), database, keys, vault, lambda at: at)
        self.lane = keys.index(f"whatsapp:{number}")

    def writes(self, scoped: str = "", profile: str = "", *, sid: str = "") -> str:
        """She agrees to the notice with it. Returns what she is told has changed, "" for nothing."""
        form = {"From": f"whatsapp:{self.number}", "Body": "Halo", "ProfileName": profile}
        form["MessageSid"] = sid or f"SM{next(COUNT)}"
        form |= {"ExternalUserId": f"whatsapp:{scoped}{self.number[-3:]}"} if scoped else {}
        before = max(self.waits(), default=0)
        accept(self.house, "b", envelope(form), packed(form))
        came = (line for letter, line in self.waits().items() if letter > before)
        told = [line for line in came if line.key == "other-phone"]
        with self.database.transaction() as db:
            known = people.meet(
                db, self.keys, lane=self.lane, channel="whatsapp", address=self.number, language="id", now=AT
            )
            if not known.consented:
                people.consent(
                    db, self.lane, version=CONSENT_VERSION, text_hash="h", channel="whatsapp", at=AT
                )
        return str(told[0].values["what"]) if told else ""

    def waits(self) -> dict[int, Line]:
        """The first line of every letter that waits for this chat."""
        with self.database.reading() as db:
            rows = run(db, WAITS, {"lane": self.lane})
        opened = {row.id: self.keys.open(row.sealed, f"outbox:{self.lane}").decode() for row in rows}
        return {letter: say_from_json(text.partition("\n")[2]).lines[0] for letter, text in opened.items()}

    def consented(self) -> str:
        with self.database.reading() as db:
            known = people.load(db, self.lane)
        assert known is not None
        return known.consented

    def says(self, key: str, case: str | None = None) -> None:
        """A letter of ours waits for this chat."""
        with self.database.transaction() as db:
            mail.post(
                db, self.keys, lane=self.lane, channel="whatsapp", say=Say((Line(key),)), language="id",
                rank=1 if case else 0, due_at=AT, now=AT, case_id=case,
            )  # fmt: skip

    def files(self, case: str) -> None:
        """A case of this chat, as far as its tie needs one."""
        with self.database.transaction() as db:
            db.add(Dossier(id=f"of-{case}", made_at=AT))
            db.flush()
            db.add(
                Case(
                    id=case, ticket=case, kind="violation", topic="o", accused_kind="k", region="", desk="triage",
                    status="new", audience="", identity_level="anonymous", version=1, dossier_id=f"of-{case}",
                    receipt_hash=b"h", filed_at=AT, learned_on=AT.date(),
                )
            )  # fmt: skip
            db.flush()
            ties.tie(db, self.keys, case, lane=self.lane, channel="whatsapp", address=self.number, at=AT)

    def drafts(self, *found: Draft, at: datetime = AT) -> None:
        with self.database.transaction() as db:
            drafts.save(db, self.keys, self.lane, drafts.load(db, self.keys, self.lane), found, (), at)

    def shown(self) -> tuple[set[str], set[str]]:
        """Cases and drafts that a turn of this chat would have."""
        with self.database.reading() as db:
            known = cases.of_lane(db, self.lane)
            under_way = drafts.load(db, self.keys, self.lane).under_way
        return {case.id for case in known}, {draft.id for draft in under_way}

    def hears(self, case: str) -> bool:
        """Whether news of it is told in this chat."""
        with self.database.reading() as db:
            _, tied = look(db, case, "id")
        assert tied is not None
        return tied.hears

    def proves(self, case: str) -> bool:
        with self.database.transaction() as db:
            return ties.release(db, self.lane, case)


COUNT = itertools.count(1)
WAITS = query("SELECT id, sealed FROM outbox WHERE lane = :lane AND state = 'due' ORDER BY id")


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    made = Database(database_url, lambda: AT)
    yield made
    made.dispose()


@pytest.fixture
def hers(database: Database, keys: Keys) -> Number:
    """Sari's number, known by the name of its profile alone; a case of hers is filed."""
    made = Number(database, keys)
    made.writes("", "Sari")
    made.files("c")
    return made


def test_the_id_speaks_before_the_name_and_the_name_only_where_there_is_no_id(
    database: Database, keys: Keys
) -> None:
    found = {}
    for count, (name, (before, now, _)) in enumerate(TABLE.items()):
        one = Number(database, keys, f"+62811000{count:05}")
        assert one.writes(*before) == "", "nobody was known there"
        one.files(f"case-{count}")
        found[name] = (one.writes(*now), one.hears(f"case-{count}"))
    assert found == {name: (told, not told) for name, (_, _, told) in TABLE.items()}


def test_until_the_receipt_is_given_nothing_of_the_case_is_shown_or_sent(hers: Number) -> None:
    hers.says("push", "c")
    hers.says("not-stored")
    assert hers.writes("", "Bunga") == "profile"
    assert (hers.shown(), hers.hears("c")) == ((set(), set()), False)
    assert [line.key for line in hers.waits().values()] == ["not-stored", "other-phone"], (
        "no news, but replies"
    )
    assert hers.writes("", "Bunga") == "", "she is asked once"
    assert hers.proves("c")
    assert (hers.shown()[0], hers.hears("c")) == ({"c"}, True)
    assert hers.writes("", "Bunga") == ""
    assert hers.hears("c"), "and is not asked again under that name"


def test_the_name_that_changes_in_the_middle_of_a_report_loses_nothing_of_it(hers: Number) -> None:
    going, told = Draft("report", "new"), Draft("report", "grown", {GROWN: "c"})
    asked, left = Draft("answer", "asked", {"case": "c"}), Draft("report", "left")
    hers.drafts(left, at=AT - timedelta(days=2))
    hers.drafts(left, told, asked, going)
    assert hers.writes("", "Bunga") == "profile"
    assert hers.shown()[1] == {"new"}, "neither what tells of the case, nor what was left lying"
    assert hers.consented() == CONSENT_VERSION


def test_of_another_account_nothing_is_left_but_what_the_receipt_opens(
    database: Database, keys: Keys
) -> None:
    hers = Number(database, keys)
    hers.writes("ID.1", "Sari")
    hers.files("c")
    hers.drafts(Draft("report", "new"))
    hers.says("not-stored")
    with database.transaction() as db:
        known = people.load(db, hers.lane)
        assert known is not None
        people.flag(db, known, muted=True, short=True)
    form = {"MessageSid": "SM0", "From": f"whatsapp:{hers.number}", "ExternalUserId": "whatsapp:ID.2"}
    accept(hers.house, "b", envelope(form), packed(form))
    assert hers.shown() == (set(), set())
    assert [line.key for line in hers.waits().values()] == ["other-phone"]
    assert hers.consented() != CONSENT_VERSION, "the notice is read by whoever writes now"
    assert hers.proves("c")
    with database.transaction() as db:
        assert people.come_back(db, hers.lane)
    assert (hers.consented(), hers.hears("c")) == (CONSENT_VERSION, True)


def test_a_late_copy_of_a_message_from_before_changes_nothing_back(hers: Number) -> None:
    hers.writes("", "Sari", sid="SMearly")
    hers.writes("", "Bunga")
    assert hers.proves("c")
    assert hers.writes("", "Sari", sid="SMearly") == ""
    assert hers.hears("c")


def test_a_receipt_opens_what_was_held_with_its_case_and_not_what_another_filed(hers: Number) -> None:
    hers.files("c2")
    hers.writes("", "Harun")
    hers.files("his")
    assert hers.hears("his"), "who writes now is told of what is his"
    hers.database.now = lambda: AT + timedelta(minutes=1)  # type: ignore[method-assign]
    hers.writes("", "Sari")
    assert hers.proves("c2")
    assert {case: hers.hears(case) for case in ("c", "c2", "his")} == {"c": True, "c2": True, "his": False}


@pytest.mark.parametrize(
    ("before", "now", "stays"),
    [(("ID.1", "Budi"), ("ID.1", "B."), True), (("ID.1", "Budi"), ("ID.2", "Budi"), False),
     (("", "Budi"), ("", "B."), False)],
)  # fmt: skip
def test_an_officer_whose_phone_changes_is_one_no_more_until_enrolled_anew(
    database: Database, keys: Keys, before: Witness, now: Witness, stays: bool
) -> None:
    budi = Number(database, keys)

    def enrol(id: str) -> None:
        with database.transaction() as db:
            code, _ = desks.invite(
                db, keys, desk="bawaslu:74.07", role=Role.OFFICER, name="Budi", now=AT, drawn=bytes(range(32))
            )
            desks.enrol(
                db, keys, code, id=id, lane=budi.lane, channel="whatsapp", address=budi.number, now=AT
            )

    def sits() -> bool:
        with database.reading() as db:
            return desks.officer_of(db, keys, budi.lane) is not None

    budi.writes(*before)
    enrol("o1")
    budi.says("card")
    budi.writes(*now)
    assert sits() is stays
    assert ("card" in {line.key for line in budi.waits().values()}) is stays
    if not stays:
        with database.transaction() as db:
            db.connection().execute(query("DELETE FROM invite"))
        enrol("o2")
        assert sits()
