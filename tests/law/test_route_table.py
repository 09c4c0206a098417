"""The whole route table, golden: every offence × stage × region level, all desks staffed.

`routes.txt` is what an expert reads and signs. After a wanted change of the rows:
`python -m tests.law.test_route_table` writes it anew, and the difference is the review.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cases.law import FOLDER, Law, load_law
from bot.cases.region import Land, load_land
from bot.cases.routing import route, violation
from bot.cases.stage import STAGES

pytestmark = pytest.mark.unit

GOLDEN = Path(__file__).parent / "routes.txt"
REGIONS = (("regency", "74.07"), ("province", "74"), ("unknown", ""))
CASES = {
    "ordinary": ("asn", None, ""),
    "her wish": ("asn", None, "province"),
    "camat": ("asn", "camat", ""),
    "village": ("village", None, ""),
    "forces": ("forces", None, ""),
    "official": ("official", None, ""),
}
WIDTH = 15


def table(law: Law, land: Land) -> Iterator[str]:
    stages = {stage: next(row for row in law.calendar.stages if row.key == stage) for stage in STAGES}
    yield _line("offence", "stage", "place", *CASES)
    for offence in (one.key for one in law.catalogue.offences if not one.group):
        for stage in (*STAGES, "off"):
            for place, region in REGIONS:
                desks = (
                    route(
                        law,
                        land,
                        violation(
                            law,
                            offence=offence,
                            stage=stages.get(stage),
                            accused_kind=kind,
                            position=position,
                        ),
                        region=region,
                        audience=audience,
                        staffed=lambda _: True,
                    ).desk
                    for kind, position, audience in CASES.values()
                )
                yield _line(offence, stage, place, *desks)


def _line(*cells: str) -> str:
    return " ".join(cell.ljust(WIDTH) for cell in cells).rstrip()


def test_every_offence_stage_and_region_level_goes_where_the_table_says(law: Law, land: Land) -> None:
    assert "\n".join(table(law, land)) + "\n" == GOLDEN.read_text("utf-8")


if __name__ == "__main__":
    GOLDEN.write_text("\n".join(table(load_law(), load_land(FOLDER))) + "\n", "utf-8")
