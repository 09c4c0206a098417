"""Which keys this database was written with: their fingerprints, kept beside what they sealed."""

from __future__ import annotations

import json

from sqlmodel import Session

from storage import meta
from storage.keys import Keys

KEY = "keys"


def compare(db: Session, keys: Keys) -> dict[str, str]:
    """What should be kept from now on, keyset -> fingerprint. Raises KeysRefused: these are other keys."""
    return keys.agree(json.loads(meta.get(db, KEY) or "{}"))


def keep(db: Session, keys: Keys) -> None:
    """Compare, and keep the fingerprints: from then on no other keys will do. Raises KeysRefused."""
    meta.put(db, KEY, json.dumps(compare(db, keys)))
