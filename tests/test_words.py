"""Every word is there in every language, with the same variables; somebody says it, and it reads well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from itertools import chain, combinations

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, Pattern, Term, VariableReference
from fluent.syntax.visitor import Visitor

from bot.conversation.global_words import global_word
from bot.conversation.greeting import greeting
from bot.conversation.message import Moment, Value
from bot.conversation.question import Choice
from bot.conversation.spoken import simplified
from bot.words.audit import differences
from bot.words.words import ZONES, Words, load_words
from handlers.visit import MAKES
from tests import asked, asked_casework, written
from tests.talking import CONSTANTS, WORDS

pytestmark = pytest.mark.unit

FILES = {path.stem: path.read_text("utf-8") for path in sorted(WORDS.glob("*.ftl"))}
LANGUAGES = ("id", "en")
COUNTS = frozenset(
    """coming count evidence-coming evidence-count files full last left length most number stored free mine due late
    size""".split()
)
DAYS = frozenset("backup by consent filed day first second since".split())
MOMENTS = frozenset("at until".split())
SPOKEN = ("short", "also", "tap")
"""Attributes that are no channel's."""
SHOWN = 500
"""Characters of one message (words.md)."""
NOT_SAID = {
    "id": """terlapor oknum pelaku ppk kajian dikaji diverifikasi tiket receipt draft gagal ibu bapak
        tindak·lanjut""",
    "en": """failed failure error invalid offender perpetrator culprit ticket receipt draft ppk sir madam
        your·fault""",
}
"""What officials and machines say, and we do not (words.md §1)."""
OFFICERS = ("card-", "desk-", "officer-", "notice-", "ask-ppk", "sum-ppk")
"""Officers read the law's own terms."""
CAPITALS = frozenset(
    """PPK KB PNS PPPK TNI BKN KTP NIP OTP PDF RI HP MB QR ASN SKB UU PP TPS KPPS KPU BPD BUMN BUMD RT RW WA
    ID""".split()
) | set(ZONES.values())
"""Names that are written so; any other word in capitals is one that she may type."""
OPT_OUT = frozenset("STOP STOPALL UNSUBSCRIBE CANCEL END QUIT REVOKE OPTOUT".split())
"""Taken by the carrier for "never write to me again", before it reaches us.

Source: https://help.twilio.com/articles/223134027 (default keywords).
"""


@cache
def words() -> Words:
    return load_words(WORDS, CONSTANTS)


@cache
def patterns(language: str) -> dict[str, Pattern]:
    """Every text of a file: `key`, `key.attribute`, `-term`."""
    found: dict[str, Pattern] = {}
    for entry in FluentParser(with_spans=False).parse(FILES[language]).body:
        if isinstance(entry, Message | Term):
            name = f"-{entry.id.name}" if isinstance(entry, Term) else entry.id.name
            if entry.value is not None:
                found[name] = entry.value
            found |= {f"{name}.{attribute.id.name}": attribute.value for attribute in entry.attributes}
    return found


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - the library's name
        self.names.add(node.id.name)


def variables(language: str, key: str) -> frozenset[str]:
    seen = Variables()
    seen.visit(patterns(language)[key])
    return frozenset(seen.names)


def sample(name: str, count: int) -> Value:
    if name in COUNTS:
        return count
    if name in DAYS:
        return date(2024, 9, 30)
    if name in MOMENTS:
        return Moment(datetime(2024, 10, 21, 8, tzinfo=UTC), "Asia/Makassar")
    return "id" if name == "language" else "Pak Harun, staf kantor camat"


def texts(language: str, *left_out: str) -> Iterator[tuple[str, str]]:
    """Key and text, as each channel reads it; once for each count that may stand in it."""
    for key in patterns(language):
        name, _, attribute = key.partition(".")
        if key.startswith("-") or attribute in left_out:
            continue
        names = variables(language, key) - CONSTANTS.keys()
        channel, spoken = ("", key) if attribute in SPOKEN else (attribute, name)
        for count in (0, 1, 2, 10, 11) if names & COUNTS else (1,):
            values = {name: sample(name, count) for name in names}
            yield key, words().text(language, spoken, values, channel)


def test_both_languages_hold_the_same_words_and_variables() -> None:
    assert set(FILES) == set(LANGUAGES)
    assert differences(FILES) == []
    assert list(patterns("id")) == list(patterns("en"))
    for key in patterns("id"):
        assert variables("id", key) == variables("en", key), key


def test_a_missing_word_and_a_strange_variable_are_found() -> None:
    torn = FILES["en"].replace("greet = Hello.\n", "").replace("{ $choice }", "{ $choise }", 1)
    assert differences({"id": FILES["id"], "en": torn}) == [
        "words/id.ftl: ack-offence has $choice, and no other language has.",
        "words/en.ftl: ack-offence has $choise, and no other language has.",
        "words/en.ftl: greet is missing.",
    ]


def test_no_word_is_there_twice() -> None:
    for language, file in FILES.items():
        keys = re.findall(r"^([a-z][\w-]*) =", file, re.MULTILINE)
        assert len(keys) == len(set(keys)), language


def test_attributes_are_channels_or_ways_of_saying_it() -> None:
    attributes = {key.partition(".")[2] for key in patterns("id")} - {""}
    assert attributes <= {*MAKES, *SPOKEN}


def test_every_way_of_putting_a_key_together_is_known() -> None:
    assert written.patterns() == asked.families().keys() | asked.optional().keys()


def test_every_word_the_code_asks_for_is_there() -> None:
    needed = written.literal().union(*asked.families().values(), asked_casework.MOVES)
    assert sorted(key for key in needed if key not in patterns("id")) == []


def test_every_word_is_asked_for_by_the_code() -> None:
    wanted = {key.partition(".")[0] for key in written.literal().union(*asked.families().values())}
    wanted |= written.mentioned().union(*asked.optional().values(), asked_casework.MOVES)
    there = {key.partition(".")[0] for key in patterns("id") if not key.startswith("-")}
    assert sorted(there - wanted) == []


def test_no_text_needs_a_value_that_the_code_does_not_give() -> None:
    pairs = written.given()
    assert len(pairs) > 100
    for key, names in pairs:
        ways = [one for one in patterns("id") if one.partition(".")[0] == key]
        needed = frozenset(chain.from_iterable(variables("id", one) for one in ways))
        assert needed <= names | CONSTANTS.keys(), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_whole_and_fits_a_phone(language: str) -> None:
    for key, text in texts(language):
        assert text.strip(), key
        assert len(text) <= SHOWN, key
        assert "  " not in text, key
        assert not re.search(r" \n|\n |\n{3}|^\s| $|\.\.| [,.;?!]", text), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_of_a_file_ends_in_a_blank(language: str) -> None:
    assert [line for line in FILES[language].split("\n") if line != line.rstrip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_we_speak_as_people_do(language: str) -> None:
    never = {word.replace("·", " ") for word in NOT_SAID[language].split()}
    for key, text in texts(language, "also"):
        plain = f" {' '.join(re.findall(r'[a-z]+', text.casefold()))} "
        terms = {"ppk", "terlapor"} if key.startswith(OFFICERS) else set()
        assert [word for word in never - terms if f" {word} " in plain] == [], key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_she_is_told_to_type_is_understood(language: str) -> None:
    named = set()
    for key, text in texts(language, "also"):
        found = re.findall(r"\b[A-Z]{2,}(?: [A-Z]{2,})*\b", text)
        for word in (word for word in found if word not in CAPITALS):
            named.add(word)
            assert global_word(word) is not None or greeting(word) is not None, (key, word)
            assert word not in OPT_OUT, (key, word)
    assert len(named) > 15


def test_zero_leaves_what_is_under_way() -> None:
    """English names 0: CANCEL, END and QUIT never reach us over WhatsApp."""
    zero, cancel = global_word("0"), global_word("batal")
    assert zero == cancel
    assert "type 0" in words().text("en", "begin")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_choices_of_a_question_go_by_the_same_name(language: str) -> None:
    for question in (one for one in asked.QUESTIONS if isinstance(one, Choice)):
        for one, other in combinations(question.of, 2):
            both = names(language, f"{question.name}-{one}") & names(language, f"{question.name}-{other}")
            assert both == set(), question.name


def names(language: str, option: str) -> set[str]:
    """Every way of choosing an option in words."""
    ways = [key for key in patterns(language) if key.split(".")[0] == option]
    own = [
        text.split(",") if key.endswith(".also") else [text] for key, text in texts(language) if key in ways
    ]
    return {simplified(name) for name in chain.from_iterable(own)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bots_profile_fits_what_telegram_shows(language: str) -> None:
    """Source: https://core.telegram.org/bots/api#setmycommands and below."""
    most = {"profile-description": 512, "profile-short": 120}
    for key, text in texts(language):
        if key in most or key.startswith("command-"):
            assert len(text) <= most.get(key, 256), key
