"""The law and the land as they ship, read once."""

import pytest

from bot.cases.law import FOLDER, Law, load_law
from bot.cases.region import Land, load_land


@pytest.fixture(scope="session")
def law() -> Law:
    return load_law()


@pytest.fixture(scope="session")
def land() -> Land:
    return load_land(FOLDER)
