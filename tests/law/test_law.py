"""The law files: what ships is whole, and a mistake of an administrator is named, with every other one."""

import shutil
from pathlib import Path

import pytest

from bot.cases.audit import check
from bot.cases.law import FOLDER, Law, LawFault, load_law

pytestmark = pytest.mark.unit

FILES = (
    "catalogue.toml",
    "positions.toml",
    "agencies.toml",
    "offices.toml",
    "calendar.toml",
    "clocks.toml",
    "everyday.toml",
    "situations.toml",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the law that an administrator may edit."""
    for name in FILES:
        shutil.copy(FOLDER / name, tmp_path / name)
    return tmp_path


def edit(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")


def add(folder: Path, name: str, rows: str) -> None:
    (folder / name).write_text((folder / name).read_text("utf-8") + rows, "utf-8")


def faults(folder: Path) -> str:
    with pytest.raises(LawFault) as caught:
        load_law(folder)
    return "\n".join(caught.value.faults)


def test_the_law_that_ships_has_no_fault() -> None:
    assert check(load_law()) == []


def test_the_first_screen_is_nine_plain_choices_in_their_order(law: Law) -> None:
    first = [offence.key for offence in law.catalogue.choices()]
    assert first == [
        "billboard",
        "social",
        "rally",
        "urging",
        "facility",
        "party",
        "idcards",
        "post",
        "other",
    ]
    assert [offence.key for offence in law.catalogue.choices("post")] == ["levy", "gift", "appointment"]


def test_every_form_of_the_decree_is_reached_from_some_choice(law: Law) -> None:
    codes = [f"KE-{n:02}" for n in range(1, 8)] + [f"DS-{n:02}" for n in range(1, 17)]
    assert [item.code for item in law.catalogue.items] == codes
    reached = {code for offence in law.catalogue.offences for code in offence.skb}
    assert reached == set(codes)


def test_an_officer_refines_an_unsure_report_from_the_whole_decree(law: Law) -> None:
    assert law.catalogue.items_of("other") == law.catalogue.items
    assert [item.code for item in law.catalogue.items_of("billboard")] == ["KE-01", "DS-01"]


def test_only_a_post_online_asks_for_a_link(law: Law) -> None:
    assert [offence.key for offence in law.catalogue.offences if offence.online] == ["social"]


def test_what_is_from_memory_is_marked(law: Law) -> None:
    marked = {item.code for item in law.catalogue.items if item.unconfirmed}
    assert marked == {"KE-07", "DS-13", "DS-14", "DS-15", "DS-16"}


def test_every_fault_of_every_file_stands_in_one_list(folder: Path) -> None:
    edit(folder, "catalogue.toml", '"KE-01", "DS-01"', '"KE-01", "DS-99"')
    edit(folder, "catalogue.toml", 'skb = ["DS-11"]\n', "")
    edit(folder, "agencies.toml", 'agency = "bkn"', 'agency = "bkm"')
    edit(folder, "clocks.toml", "amount = 14", 'amount = "fourteen"')
    edit(folder, "calendar.toml", "last = 2024-02-14", "last = 2024-02-13")
    edit(folder, "positions.toml", 'words = ["lurah"]', 'word = ["lurah"]')
    found = faults(folder)
    assert "'billboard' names the unknown item 'DS-99'" in found
    assert "'DS-01' is reached from no offence" in found
    assert "'idcards' is about neutrality, but names no item" in found
    assert "agency is 'bkm'" in found
    assert "amount must be a whole number above zero" in found
    assert "last is before first" in found
    assert "word is not a field of this table" in found


def test_a_row_that_stands_twice_is_a_fault(folder: Path) -> None:
    add(folder, "catalogue.toml", '[[offence]]\nkey = "rally"\nskb = ["KE-03"]\nsource = "again"\n')
    assert "offence 'rally' stands twice" in faults(folder)


def test_a_missing_file_and_a_broken_one_are_both_named(folder: Path) -> None:
    (folder / "clocks.toml").unlink()
    (folder / "agencies.toml").write_text("[[agency\n", "utf-8")
    found = faults(folder)
    assert "clocks.toml: the file is missing" in found
    assert "agencies.toml: cannot be read" in found


def test_a_group_without_choices_and_a_choice_behind_no_group_are_faults(folder: Path) -> None:
    text = (folder / "catalogue.toml").read_text("utf-8").replace('parent = "post"', 'parent = "rally"')
    (folder / "catalogue.toml").write_text(text, "utf-8")
    found = faults(folder)
    assert "the group 'post' opens an empty screen" in found
    assert "'levy' stands behind 'rally', which is no group" in found


ROUTE = """
[[route]]
key = "extra"
offence = ["{offence}"]
stage = ["{stage}"]
agency = "{agency}"
at_least = "{at_least}"
source = "a test"
"""


@pytest.mark.parametrize(
    ("route", "sentence"),
    [
        (("billboard", "campaign", "bawaslu", "regency"), "route extra: it can never match"),
        (("bilboard", "campaign", "bawaslu", "regency"), "route extra: there is no offence 'bilboard'"),
        (("billboard", "champaign", "bawaslu", "regency"), "route extra: there is no stage 'champaign'"),
        (("levy", "off", "ppk", "province"), "route extra: ppk may not be the first to read a violation"),
        (
            ("levy", "off", "ombudsman", "national"),
            "route extra: ombudsman may not be the first to read a violation",
        ),
        (("levy", "off", "inspektorat", "national"), "route extra: inspektorat has no office at national"),
        (("levy", "off", "inspektorat", "regency"), "route extra: inspektorat may be the accused's own"),
    ],
)
def test_an_unwise_route_is_found(folder: Path, route: tuple[str, str, str, str], sentence: str) -> None:
    offence, stage, agency, at_least = route
    add(
        folder,
        "agencies.toml",
        ROUTE.format(offence=offence, stage=stage, agency=agency, at_least=at_least),
    )
    assert any(sentence in fault for fault in check(load_law(folder)))


def test_a_gap_is_found(folder: Path) -> None:
    edit(folder, "agencies.toml", 'accused = ["asn", "honorer", "unknown"]', 'accused = ["asn", "honorer"]')
    assert "no route for rally, off season, unknown" in check(load_law(folder))


def test_a_formal_report_off_season_is_found(folder: Path) -> None:
    edit(folder, "agencies.toml", 'stage = ["running"]\nagency', 'stage = ["running", "off"]\nagency')
    assert any("route election: leads to bawaslu off season" in fault for fault in check(load_law(folder)))


def test_successors_that_go_round_are_found(folder: Path) -> None:
    edit(folder, "agencies.toml", 'key = "bkn"\n', 'key = "bkn"\nsuccessor = "kasn"\nuntil = 2027-10-16\n')
    assert any("successors go round in a loop" in fault for fault in check(load_law(folder)))


def test_an_agency_that_no_route_leads_to_is_found(folder: Path) -> None:
    add(
        folder,
        "agencies.toml",
        '[[agency]]\nkey = "x"\nname = "X"\nlevels = ["national"]\nsource = "a test"\n',
    )
    assert "agency x: no route of a violation leads to it" in check(load_law(folder))


def test_a_stage_that_never_wins_is_found(folder: Path) -> None:
    add(
        folder,
        "calendar.toml",
        '[[stage]]\nelection = "pilkada-2024"\nkey = "count"\nfirst = 2024-10-01\nlast = 2024-10-02\n'
        'source = "a test"\n',
    )
    assert any("stage count of pilkada-2024 never wins" in fault for fault in check(load_law(folder)))


def test_a_clock_that_the_lifecycle_starts_may_not_be_missing(folder: Path) -> None:
    edit(folder, "clocks.toml", 'id = "ppk"', 'id = "ppk2"')
    edit(folder, "clocks.toml", 'then = "overdue"', 'then = "overdo"')
    found = check(load_law(folder))
    assert "move recommend of a violation starts the clock ppk, which is missing" in found
    assert "clock ppk2: 'overdo' is no move of any case" in found


def test_a_clock_may_make_no_move_that_the_case_it_runs_for_does_not_know(folder: Path) -> None:
    edit(folder, "clocks.toml", 'id = "read"', 'id = "read"\nthen = "untie2"')
    assert "clock read: 'untie2' is no move of a violation, which starts it" in check(load_law(folder))


def test_the_new_body_of_2027_is_an_edit_of_rows(folder: Path) -> None:
    edit(
        folder,
        "agencies.toml",
        'key = "bkn"\nname = "BKN"',
        'key = "bkn"\nname = "BKN"\nsuccessor = "badan"\nuntil = 2027-10-16',
    )
    edit(folder, "agencies.toml", 'successor = "bkn"', 'successor = "badan"')
    add(
        folder,
        "agencies.toml",
        '[[agency]]\nkey = "badan"\nname = "Badan"\nlevels = ["national"]\npowers = ["address_ppk"]\n'
        'source = "a test"\n',
    )
    law = load_law(folder)
    assert check(law) == []
    assert law.agencies.agency("kasn").key == law.agencies.agency("bkn").key == "badan"


def test_the_law_shows_nothing_of_itself_in_a_log(law: Law) -> None:
    assert repr(law) == "Law()"
