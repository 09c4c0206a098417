"""What UU 37/2008 art. 24 asks of whoever complains to the Ombudsman, as far as it can be said beforehand.

The Ombudsman decides; this only tells her, before she gives her name, what will be missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.cases.deadline import due
from bot.cases.law import Law

AGE = "ombudsman_age"
LACKS = ("old", "unnamed", "bystander", "court")
"""old        what is complained of was more than two years ago (art. 24 (1) d)
unnamed    no complaint in her own name has gone to the office or its superior before (art. 24 (1) c)
bystander  she is neither the one it was done to nor their proxy (art. 24 (1) a, with art. 1)
court      it lies before a court (art. 36: the Ombudsman has to refuse)"""


def is_old(law: Law, day: date, today: date, zone: str) -> bool:
    """Whether two years have passed since `day`; on the very day two years later it is still in time."""
    begun = datetime.combine(day, time(12), ZoneInfo(zone))
    return today > due(law, AGE, begun, zone).date()


def lacks(answers: Mapping[str, Any]) -> tuple[str, ...]:
    """What her answers lack, in the order of LACKS; `prior` among them is what is known of the case before."""
    prior = answers.get("prior") or {}
    missing = {
        "old": bool(prior.get("old")),
        "unnamed": not prior.get("named") and answers.get("complained") != "yes",
        "bystander": answers.get("standing") == "bystander",
        "court": answers.get("court") == "yes",
    }
    return tuple(key for key in LACKS if missing[key])
