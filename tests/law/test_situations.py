"""The situations that ship say what they should; a mistake of whoever edits them is named."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bot.cases.audit import check
from bot.cases.law import FOLDER, Law, LawFault, load_law
from bot.cases.situation import words_of
from bot.words.audit import missing

pytestmark = pytest.mark.unit

ANSWERS = """
like no D | share no D | comment no D | follow no D | wa-status no D | family-group depends M | photo-posted depends D
photo-private depends M | pose no P | invite-tps yes M | campaign no D | listen depends P | party-shirt no D
uniform no D | cheer no D | introduction no D | subordinates no D | wedding depends M | spouse-campaign depends P
spouse-photo depends P | pupils no D | goods no D | billboard no D | spouse-billboard depends M | sticker no M
car no D | hall no D | aid no D | delay no D | rotation depends P | program no P | refuse yes M | member no D
team no D | form depends D | run depends M | id-card no D | witness no M | kpps depends P | vote yes P
tell-spouse yes M | leave no M | pppk-campaign no D | honorer-campaign depends P | village-head no P
village-team no P | rt-team depends P | state-company no P | forces no P | retired yes M | off-season depends M
report-colleague yes D
"""
"""The table of the 52 situations: may one, and how well do we know it."""
WORDS = {path.stem: path.read_text("utf-8") for path in (FOLDER.parent / "words").glob("*.ftl")}
NEVER = re.compile(
    r"melanggar|pelanggar|hukuman|dihukum|pecat|diberhentikan|teguran|denda|penjara|pidana|violat|punish|dismiss|fired|jail",
    re.IGNORECASE,
)
"""Nobody is accused or threatened by an explanation."""


def test_the_situations_that_ship_are_these(law: Law) -> None:
    rows = (row.split() for line in ANSWERS.strip().splitlines() for row in line.split(" | "))
    told = {key: (verdict, known) for key, verdict, known in rows}
    assert len(told) == 52
    assert {row.key: (row.verdict, row.known) for row in law.situations.rows} == told


def test_only_what_is_from_memory_waits_for_an_officer(law: Law) -> None:
    assert {row.key for row in law.situations.rows if not row.sure} == {
        row.key for row in law.situations.rows if row.known == "M"
    }


def test_each_names_its_source_and_every_basis_is_a_word(law: Law) -> None:
    assert all(row.source and row.basis for row in law.situations.rows)
    assert missing(WORDS, words_of(law.situations)) == []


@pytest.mark.parametrize("language", WORDS)
def test_no_explanation_accuses_or_threatens(language: str) -> None:
    texts = re.findall(
        r"^(?:situation|because|verdict|answer|basis)-[\w-]+ = (.*)$", WORDS[language], re.MULTILINE
    )
    assert len(texts) > 100
    assert [text for text in texts if NEVER.search(text)] == []


def test_a_text_that_is_missing_is_told(law: Law) -> None:
    torn = {"id": WORDS["id"].replace("because-like =", "because-lik ="), "en": WORDS["en"]}
    assert missing(torn, words_of(law.situations)) == ["words/id.ftl: because-like is missing."]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in FOLDER.glob("*.toml"):
        shutil.copy(path, tmp_path / path.name)
    return tmp_path


def edit(folder: Path, old: str, new: str, name: str = "situations.toml") -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('codes = ["KE-04"', 'codes = ["KE-99"', "codes names 'KE-99', which is no form of the catalogue"),
        ('offence = "social"', 'offence = "post"', "offence is 'post', which nobody can report"),
        ('source = "SKB', 'sauce = "SKB', "source is missing"),
        ('verdict = "no"', 'verdict = "never"', "verdict is 'never'"),
        ('known = "D"', 'known = "X"', "known is 'X'"),
        ('known = "M"', 'known = "M"\nconfirmed = "Budi"', "confirmed must name the officer and the day"),
        ('known = "M"', 'known = "M"\nconfirmed = "Budi, 2024-02-31"', "confirmed must name the officer and the day"),
        ('topic = "social"', 'topic = "sosial"', "topic is 'sosial', which is no topic of this file"),
        ('roles = ["asn"]', 'roles = ["like"]', "roles names 'like', which is no role of everyday.toml"),
        ('ways = ["like candidate', 'ways = ["lik candidate', "ways or may names 'lik', which is no concept"),
        ('near = ["follow"]', 'near = ["folow"]', "family-group is near to 'folow', which is no situation"),
        ('key = "like"', 'key = "Like!"', "key is 'Like!'"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_row_is_named(folder: Path, old: str, new: str, told: str) -> None:
    edit(folder, old, new)
    with pytest.raises(LawFault) as caught:
        load_law(folder)
    assert told in "\n".join(caught.value.faults)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('written = ["yg"', 'written = ["ga"', "'ga' is not one word, or is written for another one too"),
        ('within = "asn"', 'within = "asnn"', "within is 'asnn', which is no concept"),
        ('kind = "role"', 'kind = "roll"', "kind is 'roll'"),
        ('key = "teacher"', 'key = "asn"', "'asn' stands twice"),
        ('words = ["stiker"', 'words = ["baliho"', "'baliho' is too long, or means billboard too"),
    ],
)
def test_a_mistake_in_the_words_is_named(folder: Path, old: str, new: str, told: str) -> None:
    edit(folder, old, new, "everyday.toml")
    with pytest.raises(LawFault) as caught:
        load_law(folder)
    assert told in "\n".join(caught.value.faults)


def test_confirming_a_row_is_one_edit(folder: Path) -> None:
    key = 'key = "witness"'
    edit(folder, key, f'{key}\nconfirmed = "Budi, Bawaslu Kab. Wakatobi, 2024-10-21"')
    law = load_law(folder)
    row = law.situations.situation("witness")
    assert row is not None
    assert row.sure
    assert check(law) == []


def test_what_people_are_said_to_ask_has_to_lead_there(folder: Path) -> None:
    edit(
        folder, "bolehkah PNS like status calon di facebook", "bolehkah polisi like status calon di facebook"
    )
    assert any("situation like: 'bolehkah polisi" in fault for fault in check(load_law(folder)))


def test_a_topic_without_a_situation_is_told(folder: Path) -> None:
    edit(folder, '[[topic]]\nkey = "social"', '[[topic]]\nkey = "social"\n\n[[topic]]\nkey = "weather"')
    assert "topic weather: it has no situation" in check(load_law(folder))
