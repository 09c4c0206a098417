"""The law as one value: catalogue, posts, agencies, offices, calendar, clocks, situations. Its faults in one list."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from bot.cases.agency import Agencies, load_agencies
from bot.cases.catalogue import Catalogue, load_catalogue
from bot.cases.clock import Clocks, load_clocks
from bot.cases.everyday import Everyday, load_everyday
from bot.cases.office import Offices, load_offices
from bot.cases.position import Positions, load_positions
from bot.cases.situation import Situations, load_situations
from bot.cases.stage import Calendar, load_calendar

FOLDER = Path(__file__).parent.parent / "law"


class LawFault(ValueError):
    """The law files cannot be used. `faults`: a sentence for each thing to put right."""

    def __init__(self, folder: Path, faults: tuple[str, ...]) -> None:
        super().__init__(f"The law in {folder} has faults:\n" + "\n".join(f"- {fault}" for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True, eq=False)
class Law:
    catalogue: Catalogue = field(repr=False)
    positions: Positions = field(repr=False)
    agencies: Agencies = field(repr=False)
    offices: Offices = field(repr=False)
    calendar: Calendar = field(repr=False)
    clocks: Clocks = field(repr=False)
    everyday: Everyday = field(repr=False)
    situations: Situations = field(repr=False)


def load_law(folder: Path = FOLDER) -> Law:
    """The law of a folder (`.toml`): catalogue, positions, agencies, offices, calendar, clocks, situations, everyday.

    Raises LawFault with every fault of every file. What is readable but unwise (a route that never fits, a
    gap) is found by `audit.check`.
    """
    faults: list[str] = []
    catalogue = load_catalogue(folder / "catalogue.toml", faults)
    agencies = load_agencies(folder / "agencies.toml", faults)
    everyday = load_everyday(folder / "everyday.toml", faults)
    law = Law(
        catalogue=catalogue,
        positions=load_positions(folder / "positions.toml", faults),
        agencies=agencies,
        offices=load_offices(folder / "offices.toml", agencies, faults),
        calendar=load_calendar(folder / "calendar.toml", faults),
        clocks=load_clocks(folder / "clocks.toml", faults),
        everyday=everyday,
        situations=load_situations(folder / "situations.toml", everyday, catalogue, faults),
    )
    if faults:
        raise LawFault(folder, tuple(faults))
    return law
