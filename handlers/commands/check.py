"""`saksi check`: settings, law, land, words, database, keys, evidence and WhatsApp, without changing anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.cases import audit, horizon
from bot.cases.agency import TRIAGE
from bot.cases.catalogue import topic_words
from bot.cases.law import FOLDER, LawFault, load_law
from bot.cases.region import load_land
from bot.cases.situation import words_of
from bot.words.audit import differences, missing
from handlers import deserted
from handlers.commands import whatsapp
from handlers.settings import Settings, SettingsFault, read
from handlers.stores import CannotOpen, find, sentence
from handlers.whatsapp import alarms
from storage import desks, meta, migrate
from storage.disk import VaultGone


def faults(folder: Path) -> list[str]:
    """Every fault, as sentences. Wrong settings hide what lies where they point, not the law and the words."""
    try:
        settings = read(folder)
    except SettingsFault as fault:
        return [*fault.faults, *_law(FOLDER), *_words()]
    return [*_law(settings.law_dir or FOLDER), *_words(), *_stores(settings), *_templates(settings)]


def ahead(folder: Path, day: date) -> list[str]:
    """What is not wrong on this day and will be before long, as sentences. None where there are faults to see first."""
    try:
        settings = read(folder)
        return [*_ending(settings, day), *_resort(settings)]
    except (SettingsFault, LawFault, CannotOpen):
        return []


def _ending(settings: Settings, day: date) -> Iterator[str]:
    """Where the calendar ends, and which file is to be edited."""
    law = load_law(settings.law_dir or FOLDER)
    if settings.law_dir is None:
        file, how = FOLDER / "calendar.toml", " (In a copy of that folder, named by SAKSI_LAW_DIR.)"
    else:
        file, how = settings.law_dir / "calendar.toml", ""
    yield from (f"{file}: {sentence}{how}" for sentence in horizon.lacking(law, day))


def _resort(settings: Settings) -> Iterator[str]:
    """Desks have officers, and the last resort has none."""
    if settings.database_file is not None and not settings.database_file.exists():
        return
    database = find(settings).database
    try:
        with database.reading() as db:
            staffed = desks.staffed_desks(db)
    finally:
        database.dispose()
    if staffed and TRIAGE not in staffed:
        yield (
            f"Nobody sits at {TRIAGE}, the last resort: what no other desk can take would lie there unread. "
            f"`saksi officer invite --desk {TRIAGE} --name …` makes an officer there."
        )


def _law(folder: Path) -> Iterator[str]:
    try:
        land, law = load_land(FOLDER), load_law(folder)
        yield from audit.check(law)
        yield from law.offices.faults([one.code for one in land.regions.values() if one.kind == "province"])
        yield from missing(_texts(), (*words_of(law.situations), *topic_words(law.catalogue)))
    except LawFault as fault:
        yield from fault.faults
    except (ValueError, OSError) as fault:
        yield f"{fault}."


def _words() -> Iterator[str]:
    yield from differences(_texts())


def _texts() -> dict[str, str]:
    return {path.stem: path.read_text("utf-8") for path in sorted((FOLDER.parent / "words").glob("*.ftl"))}


def _stores(settings: Settings) -> Iterator[str]:
    """Before the first start there is nothing yet to be wrong."""
    if settings.database_file is not None and not settings.database_file.exists():
        if settings.keys_file.exists():
            yield f"There are keys at {settings.keys_file}, but no database at {settings.database_file}."
        return
    try:
        stores = find(settings)
    except CannotOpen as fault:
        yield str(fault)
        return
    try:
        if migrate.differences(stores.database):
            yield "The database's tables are not the ones this release made."
        stores.vault.ready()
        with stores.database.reading() as db:
            ours = meta.get(db, "vault")
        if ours is not None and stores.vault.name() != ours:
            yield "The evidence folder belongs to another database: see SAKSI_EVIDENCE_URL and SAKSI_DATABASE_URL."
        yield from alarms.standing(stores.database, stores.database.now())
        yield from deserted.standing(stores.database)
    except VaultGone as fault:
        yield sentence(fault)
    finally:
        stores.database.dispose()


def _templates(settings: Settings) -> Iterator[str]:
    """Asks Twilio, where WhatsApp is set up."""
    if settings.twilio_account_sid is None:
        return
    try:
        yield from whatsapp.unusable(settings)
    except whatsapp.CannotAsk as fault:
        yield str(fault)
