"""`saksi verify`: is every event where it was written, and every file what was received?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from handlers.commands.case import PAGE
from handlers.stores import Stores
from storage import custody, events, search
from storage.search import FIRST, Sought
from storage.vault import VaultGone


@dataclass(frozen=True, slots=True)
class Report:
    summary: str
    faults: tuple[str, ...]


def verify(stores: Stores) -> Report:
    """Read all of it. What was erased stays whole as a chain, and counts as erased."""
    count, faults = _chains(stores)
    proofs: Counter[str] = Counter()
    try:
        for proved in custody.prove(stores.database, stores.keys, stores.vault):
            proofs[proved.proof] += 1
            if proved.proof in ("lost", "altered"):
                faults.append(
                    f"{proved.id}: the {'clean copy' if proved.clean else 'original'} is {proved.proof}."
                )
    except VaultGone as fault:
        faults.append(f"{str(fault).capitalize()}.")
    summary = (
        f"{count} cases, {proofs['whole']} files whole, {proofs['erased']} erased, "
        f"{proofs['lost']} lost, {proofs['altered']} altered."
    )
    return Report(summary, tuple(faults))


def _chains(stores: Stores) -> tuple[int, list[str]]:
    """How many cases there are, and a sentence for each broken chain. A page is one look at the database."""
    count, faults, before = 0, [], FIRST
    while True:
        with stores.database.reading() as db:
            page = search.page(db, Sought(), before=before, most=PAGE)
            broken = [(case.ticket, events.broken_at(db, case.id)) for case in page]
        faults += [
            f"{ticket}: event {seq} is not what was written." for ticket, seq in broken if seq is not None
        ]
        if not page:
            return count, faults
        count += len(page)
        before = page[-1].id
