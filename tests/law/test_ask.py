"""Questions as people write them: answered with what they are about, or with "not sure"; never with anything else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.everyday import ROLE
from bot.cases.law import Law, load_law
from bot.cases.likeness import Match, match
from bot.cases.meaning import read

pytestmark = pytest.mark.unit

FOLDER = Path(__file__).parent
LAW = load_law()
RIGHTLY = 0.75
"""The share of questions that has to be answered; the others may be "not sure"."""
SPOKEN_OF = {
    "asn": "pns", "teacher": "guru", "honorer": "honorer", "village_head": "kades", "village_staff": "perangkat desa",
    "rt": "ketua rt", "state_company": "karyawan bumn", "forces": "polisi", "retired": "pensiunan pns",
    "regional_head": "bupati", "legislator": "anggota dprd", "private_person": "warga biasa",
    "almost_asn": "mantan pns",
}  # fmt: skip
OTHERS = (
    "tukang ojek",
    "istri pns",
    "anak guru",
    "sopir camat",
    "guru silat",
    "caleg",
    "timses",
    "pns dan polisi",
)
"""Persons of whom nothing that is said of an ASN holds."""
ANYBODY = "private_person"
"""What holds for them holds for whoever asks: "siapa pun boleh memberi tahu"."""


def lines(name: str) -> Iterator[str]:
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


PHRASINGS = [tuple(line.split(": ", 1)) for line in lines("ask_phrasings.txt")]
UNANSWERABLE = list(lines("ask_unanswerable.txt"))


def found(text: str) -> Match:
    return match(LAW.everyday, LAW.situations, text)


def key_of(text: str) -> str:
    row = found(text).found
    return row.key if row else ""


def test_no_question_is_answered_with_another_and_most_are_answered() -> None:
    answered = {(key, text): key_of(text) for key, text in PHRASINGS}
    assert len(answered) >= 300
    assert {key for key, _ in answered} == {row.key for row in LAW.situations.rows}
    assert {asked: key for asked, key in answered.items() if key not in ("", asked[0])} == {}
    rightly = sum(bool(key) for key in answered.values())
    assert rightly / len(answered) >= RIGHTLY, f"{rightly} of {len(answered)}"


def test_a_question_that_has_no_answer_gets_none() -> None:
    assert len(UNANSWERABLE) >= 200
    assert {text: key for text in UNANSWERABLE if (key := key_of(text))} == {}


def test_the_lists_know_nothing_of_the_data() -> None:
    said = {said for row in LAW.situations.rows for said in row.said}
    assert said.isdisjoint({text for _, text in PHRASINGS} | set(UNANSWERABLE))


def test_nobody_is_answered_with_what_holds_for_another() -> None:
    """Each question again, asked about everybody else."""
    wrong = []
    for text in {
        *(text for _, text in PHRASINGS),
        *(said for row in LAW.situations.rows for said in row.said),
    }:
        for spoken in _persons_in(text):
            for role, other in SPOKEN_OF.items():
                row = found(text.casefold().replace(spoken, other)).found
                if (
                    row
                    and role not in row.may
                    and not any(LAW.everyday.is_within(role, own) for own in row.roles)
                ):
                    wrong.append((text, other, row.key))
    assert wrong == []


@pytest.mark.parametrize("other", OTHERS)
def test_of_a_person_we_do_not_know_we_are_not_sure(other: str) -> None:
    """ "Boleh gak sopir camat …": nothing said of an ASN is answered, whoever stands there in its place."""
    answered = {}
    for row in LAW.situations.rows:
        for said in row.said:
            for spoken in _persons_in(said):
                asked = said.casefold().replace(spoken, other)
                row_of = found(asked).found
                if row_of and row_of.sure and ANYBODY not in row_of.roles:
                    answered[asked] = row_of.key
    assert answered == {}


@pytest.mark.parametrize("turning", ["tidak", "bukan", "mantan", "melarang", "sebelum", "menegur"])
def test_a_word_that_turns_the_question_is_not_overheard(turning: str) -> None:
    wrong = {}
    for row in LAW.situations.rows:
        for said in row.said:
            for spoken in _persons_in(said):
                asked = said.casefold().replace(spoken, f"{spoken} {turning}")
                if key_of(asked) and f"{turning} boleh" not in asked:
                    wrong[asked] = key_of(asked)
    assert wrong == {}


def _persons_in(text: str) -> list[str]:
    """The words of the one person a question names, as they are written."""
    meant = read(LAW.everyday, text)
    named = [meant.heard[person] for person in meant.persons]
    return [named[0]] if len(named) == 1 and named[0] in text.casefold() else []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("BOLEH GAK GURU LIKE POSTINGAN KAKAKNYA YG NYALEG???", "like"),
        ("bolehhh ga gurunya nge-like postingn calon", "like"),
        ("sy pns blh ngefollow akun timsess ga", "follow"),
        ("pns pake mobil2 dinas bt kampanye", "car"),
        ("guru p3k ikut kmpanye blh ga", "pppk-campaign"),
        ("boleh gak kepsek nyuruh2 guru2 dukung caleg", "subordinates"),
    ],
)
def test_writing_in_a_hurry_is_understood(text: str, key: str) -> None:
    assert key_of(text) == key


@pytest.mark.parametrize(
    "text", ["bulan puasa pns pasang baliho caleg", "pns nyoblos, ga?", "boleh ga ya pns nyoblos"]
)
def test_no_word_is_taken_for_one_that_denies(text: str) -> None:
    assert "not" not in found(text).meant.heard


def test_a_person_between_marks_is_not_her_relative() -> None:
    assert found("suami saya caleg, saya pns").meant.persons == ("asn",)
    assert "someone" in found("suami saya pns, boleh pasang baliho?").meant.persons


def test_you_may_is_said_only_where_every_word_is_understood() -> None:
    """The unknown word may be what matters: "nyoblos dobel", "nyoblos titipan"."""
    assert key_of("apakah pns boleh nyoblos") == "vote"
    assert key_of("apakah pns boleh nyoblos dobel") == ""
    assert key_of("bolehkah pns memasang baliho caleg gede di rumah") == "billboard"


def test_it_says_why() -> None:
    scores = {score.situation.key: score for score in found("boleh gak polisi like postingan caleg").scores}
    assert scores["like"].strange == ("forces",)
    assert scores["forces"].missing == ("candidate|party", "support") or scores["forces"].missing == (
        "support",
    )
    assert not any(score.whole for score in scores.values())


def test_what_comes_near_is_about_the_same_person_and_may_be_answered() -> None:
    for text in (*(text for _, text in PHRASINGS), *UNANSWERABLE):
        result = found(text)
        persons = result.meant.persons or ("asn",)
        for row in result.nearest:
            assert row.sure, text
            assert row is not result.found, text
            theirs = any(LAW.everyday.is_within(person, role) for person in persons for role in row.roles)
            assert theirs or result.found is not None, text


@given(
    st.text(max_size=600) | st.lists(st.sampled_from(sorted(LAW.everyday.plain)), max_size=40).map(" ".join)
)
def test_no_text_makes_it_stumble_and_the_same_text_means_the_same(text: str) -> None:
    assert found(text) == found(text)


def test_every_role_has_a_word_in_this_test() -> None:
    roles = {key for key, concept in LAW.everyday.concepts.items() if concept.kind == ROLE}
    assert SPOKEN_OF.keys() <= roles


def test_the_law_that_ships_answers_what_it_says_it_answers(law: Law) -> None:
    for row in law.situations.rows:
        assert [said for said in row.said if key_of(said) != row.key] == []
