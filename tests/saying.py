"""Anything that may be said in a chat, for Hypothesis: also what no honest phone would send."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

from hypothesis import strategies as st

from bot.conversation.draft import dump, revive
from bot.conversation.message import (
    Arrival,
    Attachment,
    AttachmentKind,
    Heard,
    OddKind,
    Option,
    Place,
    Press,
    Say,
    Value,
)
from bot.conversation.scene import Sight
from bot.flows.reader import offence_word
from bot.talk.person import Act, Filed, Person, Talk
from bot.talk.talk import talk
from tests.talking import library

START = datetime(2024, 10, 16, 11, 40, tzinfo=UTC)
STORY = "Baliho calon bupati dipasang di pagar kantor camat siang-siang. Yang pasang pegawai situ"
SPOKEN = (
    "1", "2", "3", "4", "5", "9", "10", "satu", "ya", "tidak", "setuju", "baca", "kembali", "ubah", "ubah 3",
    "ubah tempat", "lewati", "kirim", "batal", "halo", "assalamualaikum", "lapor", "/start x7", "menu", "status",
    "tambah", "tarik", "hapus", "dataku", "kunci", "kode baru", "biarkan", "stop", "mulai", "bersihkan chat",
    "kabar singkat", "english", "indonesia", "bahasa", "privasi", "???", "Wanci, Wakatobi", "bandung",
    "sulawesi tenggara", "jogja", "kemarin", "31 september", "besok", "12 oktober", "tidak tahu", "camat", "Sari",
    "0812 3456 7890", "K7M-4QX-3", "status K7M-4QX-3 8F2K-QM7T-4XRW", "8F2K-QM7T-4XRW", STORY, STORY * 60, "", " ",
    "\u202e\x00", "tetap", "pakai", "tanya", "boleh gak guru like postingan kakaknya yg nyaleg",
    "boleh ga polisi like postingan caleg", "boleh gak pns jadi saksi caleg di tps", "may a teacher join a party?",
)  # fmt: skip
KEYS = ("@back", "@keep", "@edit", "@edit.where", "@edit.", "@edit.evil", "send", "agree", "billboard", "today", "none",
        "done", "remove", "province", "add.K7M-4QX-3", "evil.K7M-4QX-3", "seen.like",
        "officer.like", "topic.social.0", "open.like", "again", "74.07", "2024-10-12", ":::", "")  # fmt: skip
QUESTIONS = (
    "consent",
    "offence",
    "evidence",
    "story",
    "where",
    "day",
    "identity",
    "review",
    "situation",
    "case",
    "evil",
    "",
)


@dataclass
class Chat:
    """A person, all that was said to her, and what the storage would have done for her."""

    person: Person = field(default_factory=lambda: Person(language="id"))
    at: datetime = START
    said: list[Say] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    files: list[tuple[str, str]] = field(default_factory=list)
    count: int = 0

    @property
    def sight(self) -> Sight:
        return Sight(library(), self.person.language, self.person.cases, lambda desk: desk != "bawaslu:74.07")

    def hear(self, **said: Any) -> Talk:
        """One message; drafts are written out and read back before and after it."""
        self.count += 1
        self.at += timedelta(seconds=30)
        heard = Heard(self.at, f"{self.count:012x}", ref=said.pop("ref", f"m{self.count}"), **said)
        answer = talk(revived(self.person), heard, self.sight)
        self.person = revived(answer.person)
        self.said = [step for step in answer.steps if isinstance(step, Say)] or self.said
        self.acts = [step for step in answer.steps if isinstance(step, Act)]
        self.files += [(draft, file.id) for draft, file in answer.wants]
        for act in self.acts:
            self._done(act)
        return answer

    def _done(self, act: Act) -> None:
        """What the storage makes of it, as far as the next message sees it."""
        if act.name == "report":
            case = option("K7M-4QX-3")
            self.person = replace(
                self.person, cases=(case,), filed=Filed(case.key, self.at, frozenset({"album"}))
            )
        elif act.name in ("withdraw", "erase") and act.answers.get("case") != "elsewhere":
            self.person = replace(self.person, cases=(), filed=None)
        elif act.name in ("lock", "unlock"):
            self.person = replace(self.person, locked=act.name == "lock")
        elif act.name in ("stop", "restart"):
            self.person = replace(self.person, muted=act.name == "stop")


def revived(person: Person) -> Person:
    return replace(
        person,
        drafts=tuple(revive(dump(draft)) for draft in person.drafts),
        kept=tuple(revive(dump(draft)) for draft in person.kept),
    )


def option(ticket: str) -> Option:
    values: dict[str, Value] = {
        "ticket": ticket,
        "topic": offence_word(library(), "social"),
        "day": START.date(),
    }
    return Option(ticket, "case-title", values)


def messages(chat: Chat) -> st.SearchStrategy[Mapping[str, Any]]:
    """What may come next: mostly what makes sense on her screen, and everything else too."""
    shown = [(say, one) for say in chat.said for one in say.options]
    pressed = [Press(say.draft, say.question, one.key) for say, one in shown]
    drafts = [draft.id for draft in (*chat.person.drafts, *chat.person.kept)] + ["case", "evil", ""]
    hostile = st.builds(Press, st.sampled_from(drafts), st.sampled_from(QUESTIONS), st.sampled_from(KEYS))
    kinds = st.sampled_from(get_args(AttachmentKind))
    files = st.lists(kinds, min_size=1, max_size=2).map(
        lambda some: tuple(Attachment(f"f{chat.count}-{n}", kind, "source") for n, kind in enumerate(some))
    )
    known = chat.files or [("evil", "evil")]
    arrivals = st.builds(
        lambda file, stored, why: Arrival(file[0], file[1], stored, "" if stored else why),
        st.sampled_from(known), st.booleans(), st.sampled_from(("network", "gone", "type", "full")),
    )  # fmt: skip
    texts = st.sampled_from(SPOKEN) | st.text(max_size=60)
    refs = st.integers(1, chat.count + 1).map(lambda number: f"m{number}")
    return st.one_of(
        st.fixed_dictionaries({"text": texts}),
        st.fixed_dictionaries({"press": st.sampled_from(pressed)} if pressed else {"press": hostile}),
        st.fixed_dictionaries({"press": hostile}),
        st.fixed_dictionaries({"attachments": files, "text": texts, "album": st.sampled_from(("", "album"))}),
        st.fixed_dictionaries({"arrival": arrivals}),
        st.fixed_dictionaries({"edited": st.just(True), "text": texts, "ref": refs}),
        st.fixed_dictionaries({"forwarded": st.just(True), "text": texts}),
        st.fixed_dictionaries({"odd": st.sampled_from(get_args(OddKind))}),
        st.builds(Place, st.floats(-90, 90), st.floats(-180, 180)).map(lambda place: {"place": place}),
    )
