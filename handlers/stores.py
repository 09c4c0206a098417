"""What Saksi remembers, opened together: the database, the keys that belong to it, and the evidence folder.

`establish` is for those who run it: it migrates, makes keys beside an empty database, and makes the folder.
`find` is for those who look: it makes nothing, and refuses what is not there or not of this release.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import structlog
from sqlalchemy.exc import DBAPIError

from bot.cases.law import FOLDER, LawFault, load_law
from bot.cases.region import load_land
from bot.conversation.message import Value, Word
from bot.library import Library
from bot.words.words import UnknownWord, load_words
from handlers.settings import Settings
from storage import custody, fingerprints, retention
from storage.custody import VaultForeign
from storage.database import BrokenReference, Database
from storage.disk import VaultGone
from storage.keys import Keys, KeysRefused
from storage.migrate import SchemaIsNewer, is_current, is_empty, migrate
from storage.vault import Vault

WORDS = FOLDER.parent / "words"
BACKUP_DAYS = 35

FAULTS = (KeysRefused, SchemaIsNewer, BrokenReference, VaultGone, DBAPIError, OSError)
"""What opening can raise."""

log = structlog.get_logger(__name__)


class CannotOpen(Exception):
    """Something that Saksi remembers is not there or not what it was; the sentence says what to do."""


@dataclass(frozen=True, slots=True)
class Stores:
    """`vault` is not touched until it is asked."""

    database: Database
    keys: Keys
    vault: Vault


def library(settings: Settings) -> Library:
    """The law, the land and the words. Raises CannotOpen."""
    folder = settings.law_dir or FOLDER
    try:
        law = load_law(folder)
        land = load_land(folder if (folder / "regions.csv").exists() else FOLDER)
        phone, whatsapp = law.agencies.agency("ombudsman").contacts[:2]
        constants: Mapping[str, Value] = {
            "operator": settings.operator or Word("operator-unset"),
            "contact": settings.contact or Word("contact-unset"),
            "months": retention.MONTHS,
            "backup-days": BACKUP_DAYS,
            "ombudsman-phone": phone,
            "ombudsman-whatsapp": whatsapp.removeprefix("WA "),
        }
        return Library(law, land, load_words(WORDS, constants))
    except (LawFault, UnknownWord, ValueError, LookupError, OSError) as fault:
        raise CannotOpen(sentence(fault)) from fault


def establish(settings: Settings) -> Stores:
    """Open everything and make what is missing, in the order in which nothing is made beside what is foreign.

    1. The data folder, mode 0700; the schema, under its lock.
    2. The keys: only beside an empty database. Their fingerprints are kept with it.
    3. The evidence folder, bound to this database. One that is away is waited for: conversations go on.
    Raises CannotOpen.
    """
    try:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _disposed_on_fault(Database(settings.database)) as database:
            migrate(database)
            keys = Keys.ensure(settings.keys_file, database_is_empty=is_empty(database))
            vault = Vault(settings.evidence_folder)
            with database.transaction() as db:
                fingerprints.keep(db, keys)
            _bind(database, vault)
            return Stores(database, keys, vault)
    except FAULTS as fault:
        raise CannotOpen(sentence(fault)) from fault


def find(settings: Settings) -> Stores:
    """Open what is there. Raises CannotOpen."""
    if settings.database_file is not None and not settings.database_file.exists():
        raise CannotOpen(f"There is no database at {settings.database_file} yet. `saksi run` makes one.")
    try:
        with _disposed_on_fault(Database(settings.database)) as database:
            if not is_current(database):
                raise CannotOpen(
                    "The database is of another release. `saksi run` brings an older one up to date; a newer one "
                    "needs the release that wrote it."
                )
            keys = Keys.load(settings.keys_file)
            with database.reading() as db:
                fingerprints.compare(db, keys)
            return Stores(database, keys, Vault(settings.evidence_folder))
    except FAULTS as fault:
        raise CannotOpen(sentence(fault)) from fault


@contextmanager
def _disposed_on_fault(database: Database) -> Iterator[Database]:
    try:
        yield database
    except BaseException:
        database.dispose()
        raise


def _bind(database: Database, vault: Vault) -> None:
    try:
        with database.transaction() as db:
            custody.bind(db, vault)
    except VaultForeign:
        raise
    except VaultGone as fault:
        log.error("stores.evidence_away", kind=type(fault).__name__)  # noqa: TRY400 - the name says it


def sentence(fault: BaseException) -> str:
    """One of FAULTS as a person reads it: without statements, values or passwords."""
    if isinstance(fault, DBAPIError):
        return f"The database cannot be used: {str(fault.orig).strip().splitlines()[0]}."
    if isinstance(fault, OSError):
        return f"{fault.filename or 'The data folder'} cannot be used: {fault.strerror}."
    text = str(fault).strip()
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
