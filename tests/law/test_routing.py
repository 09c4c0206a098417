"""Which desk reads: by rows, then by place, rising until a desk has officers, and never nobody."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.cases.law import FOLDER, Law, load_law
from bot.cases.region import Land
from bot.cases.routing import Route, is_desk, level, route, title, violation
from bot.cases.stage import STAGES, stage_on

pytestmark = pytest.mark.unit

WAKATOBI = "74.07"
CAMPAIGN, OFF_SEASON = date(2024, 10, 16), date(2026, 11, 22)


def everyone(_: str) -> bool:
    return True


def only(*desks: str) -> Callable[[str], bool]:
    return lambda desk: desk in desks


@pytest.fixture
def send(law: Law, land: Land) -> Callable[..., Route]:
    """Sari's banner in Wakatobi, with what a test says about it."""

    def to(
        offence: str = "billboard",
        day: date = CAMPAIGN,
        kind: str = "asn",
        position: str | None = None,
        region: str = WAKATOBI,
        audience: str = "",
        staffed: Callable[[str], bool] = everyone,
    ) -> Route:
        return route(
            law,
            land,
            violation(
                law,
                offence=offence,
                stage=stage_on(law.calendar, day, region),
                accused_kind=kind,
                position=position,
            ),
            region=region,
            audience=audience,
            staffed=staffed,
        )

    return to


Send = Callable[..., Route]


def test_a_banner_in_the_campaign_is_read_by_the_bawaslu_of_the_place(send: Send) -> None:
    found = send()
    assert (found.desk, found.agency, found.office) == ("bawaslu:74.07", "bawaslu", "bawaslu:74.07")
    assert found.formal_possible
    assert found.copies == ("bkn",)


def test_off_season_the_same_banner_goes_to_bkn_without_a_formal_report(send: Send) -> None:
    found = send(day=OFF_SEASON)
    assert (found.desk, found.formal_possible) == ("bkn", False)
    assert all("bawaslu" not in step.subject for step in found.why if step.what in ("unstaffed", "desk"))


def test_a_desk_without_officers_is_passed_over_from_kabupaten_to_province_to_national(send: Send) -> None:
    assert send(staffed=only("bawaslu:74", "bawaslu")).desk == "bawaslu:74"
    assert send(staffed=only("bawaslu")).desk == "bawaslu"
    passed = [step.subject for step in send(staffed=only("bawaslu")).why if step.what == "unstaffed"]
    assert passed == ["bawaslu:74.07", "bawaslu:74"]


def test_when_no_desk_has_officers_triage_reads_and_the_office_stays_named(send: Send) -> None:
    found = send(staffed=only())
    assert (found.desk, found.agency, found.office) == ("triage", "bawaslu", "bawaslu:74.07")
    assert found.formal_possible


@pytest.mark.parametrize("day", [CAMPAIGN, OFF_SEASON])
@pytest.mark.parametrize("position", ["sekda", "camat", "head_of_office", "jpt", "regional_head", "kin"])
def test_a_high_post_is_never_read_in_its_own_kabupaten(send: Send, day: date, position: str) -> None:
    found = send(day=day, position=position, staffed=lambda desk: level(desk) == "regency")
    assert found.desk == "triage"
    assert all(level(step.subject) != "regency" for step in found.why if step.what == "unstaffed")


def test_a_camat_in_the_campaign_goes_straight_to_the_province(send: Send) -> None:
    assert send(position="camat").desk == send(kind="official").desk == "bawaslu:74"


def test_lower_posts_stay_with_the_office_of_the_place(send: Send) -> None:
    assert send(position="lurah").desk == send(position="school_head").desk == "bawaslu:74.07"


def test_her_wish_for_the_province_is_obeyed(send: Send) -> None:
    found = send(audience="province", staffed=only("bawaslu:74.07", "bawaslu"))
    assert found.desk == "bawaslu"
    assert [step.subject for step in found.why if step.what == "raised"] == ["regency"]


def test_her_wish_never_sends_a_high_post_down(send: Send) -> None:
    assert send(audience="province", position="sekda").desk == "bawaslu:74"


def test_a_place_known_by_its_province_only_is_read_there(send: Send) -> None:
    assert send(region="74").desk == "bawaslu:74"


def test_a_place_not_known_at_all_is_read_nationally(send: Send) -> None:
    assert send(region="").desk == send(region="99.99").desk == "bawaslu"


def test_what_no_route_knows_is_read_by_triage(send: Send) -> None:
    for offence in ("", "post", "of_an_older_catalogue"):
        found = send(offence=offence)
        assert found.desk == "triage"
        assert "gap" in [step.what for step in found.why]


def test_levies_are_not_read_by_the_inspectorate_of_the_accused(send: Send) -> None:
    assert send(offence="levy").desk == "inspektorat:74"
    assert send(offence="levy", position="camat").desk == "kpk"


def test_gifts_go_to_kpk_and_appointments_to_bkn_at_any_time(send: Send) -> None:
    for day in (CAMPAIGN, OFF_SEASON):
        assert send(offence="gift", day=day).desk == "kpk"
        assert send(offence="appointment", day=day).desk == "bkn"
        assert not send(offence="gift", day=day).formal_possible


def test_off_season_each_kind_of_person_has_a_reader(send: Send) -> None:
    readers = {
        kind: send(day=OFF_SEASON, kind=kind).desk
        for kind in ("asn", "honorer", "village", "forces", "official", "unknown")
    }
    assert readers == {
        "asn": "bkn",
        "honorer": "bkn",
        "village": "inspektorat:74",
        "forces": "triage",
        "official": "kemendagri",
        "unknown": "bkn",
    }


def test_every_step_is_explained_in_order(send: Send) -> None:
    why = send(day=OFF_SEASON, staffed=only("bkn")).why
    assert [(step.what, step.subject, step.because) for step in why[:2]] == [
        ("passed", "election-high", "stage"),
        ("passed", "election", "stage"),
    ]
    assert [(step.what, step.subject) for step in why[-2:]] == [("chosen", "off"), ("desk", "bkn")]


def test_nobody_is_never_the_answer_and_the_accuseds_own_is_never_first(law: Law, land: Land) -> None:
    stages = [*(next(row for row in law.calendar.stages if row.key == key) for key in STAGES), None]
    posts = [None, *(position.key for position in law.positions.rows)]
    for offence in (one.key for one in law.catalogue.offences):
        for stage in stages:
            for kind in (one.key for one in law.catalogue.accused):
                for post in posts:
                    found = route(
                        law,
                        land,
                        violation(law, offence=offence, stage=stage, accused_kind=kind, position=post),
                        region=WAKATOBI,
                        audience="",
                        staffed=everyone,
                    )
                    assert found.desk == "triage" or is_desk(law, land, found.desk)
                    assert found.desk.split(":")[0] not in ("ppk", "ombudsman", "kemenpanrb", "kasn")
                    assert found.desk != "inspektorat:74.07"


def test_every_kabupaten_and_kota_and_province_has_its_bawaslu_without_a_row(law: Law, land: Land) -> None:
    desks = [f"bawaslu:{code}" for code in land.regions]
    assert len(desks) == 38 + 514
    assert all(is_desk(law, land, desk) for desk in desks)


@pytest.mark.parametrize(
    "desk", ["", "bawaslu:", "bawaslu:99.99", "bkn:74", "kasn", "nobody", "inspektorat", "bawaslu:74.07:1"]
)
def test_a_desk_that_does_not_exist_takes_no_officers(law: Law, land: Land, desk: str) -> None:
    assert not is_desk(law, land, desk)


@pytest.mark.parametrize(
    ("desk", "key", "values"),
    [
        ("bawaslu:74.07", "desk-regency", {"agency": "Bawaslu", "region": "Kab. Wakatobi"}),
        ("bawaslu:32.71", "desk-regency", {"agency": "Bawaslu", "region": "Kota Bogor"}),
        ("bawaslu:74", "desk-province", {"agency": "Bawaslu", "region": "Sulawesi Tenggara"}),
        ("bawaslu", "desk-national", {"agency": "Bawaslu RI"}),
        ("bkn", "desk-national", {"agency": "BKN"}),
        ("triage", "desk-triage", {}),
    ],
)
def test_a_desk_is_named_as_people_know_it(
    law: Law, land: Land, desk: str, key: str, values: dict[str, str]
) -> None:
    assert title(law, land, desk) == (key, values)


def test_a_silent_ppk_of_a_region_is_carried_to_bkn_then_mendagri(law: Law) -> None:
    assert [one.key for one in law.agencies.above_ppk("region")] == ["bkn", "kemendagri"]
    assert [one.key for one in law.agencies.above_ppk("ministry")] == ["bkn", "kemenpanrb"]


def test_kasn_means_its_successor(law: Law) -> None:
    assert law.agencies.agency("kasn").key == "bkn"


def test_only_bkn_may_address_the_ppk(law: Law) -> None:
    assert [one.key for one in law.agencies.rows if "address_ppk" in one.powers] == ["bkn"]


def test_the_ombudsmans_number_is_known(law: Law) -> None:
    assert law.agencies.agency("ombudsman").contacts == ("137", "WA 0821-3737-3737")


def test_off_season_nothing_is_formal_whatever_the_rows_say(tmp_path: Path, land: Land) -> None:
    for file in FOLDER.glob("*.toml"):
        text = file.read_text("utf-8").replace(
            'stage = ["running"]\nagency', 'stage = ["running", "off"]\nagency'
        )
        (tmp_path / file.name).write_text(text, "utf-8")
    law = load_law(tmp_path)
    found = route(
        law,
        land,
        violation(law, offence="billboard", stage=None, accused_kind="asn", position=None),
        region=WAKATOBI,
        audience="",
        staffed=everyone,
    )
    assert (found.agency, found.formal_possible) == ("bawaslu", False)
