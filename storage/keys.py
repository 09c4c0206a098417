"""The keys: everything that is sealed at rest, every blind index and every receipt is made here.

The keys file holds three named Tink keysets, one primitive each:

    seal      AEAD, AES-256-GCM: small secrets (inbox bodies, letters, addresses) and the keys of dossiers
    index     PRF, HMAC-SHA-256: text -> blind index, by which a row is found again and not read
    receipt   MAC, HMAC-SHA-256: what is kept of the code that proves a case is mine

A dossier has two data keys of its own, content and identity, kept wrapped under `seal` and bound to the
dossier's id; a file has a streaming key of its own, kept sealed under its dossier's content key. Erasing a
wrapped key erases all that it sealed. Why there is no keyset for streams: docs/adr/no-stream-keyset.md.

To rotate, add a key to `seal` or `receipt` and make it primary (Google's `tinkey` does both): new things use
it, old ones stay readable. `index` has one key for ever: every lane and every tie is named by it.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tink import TinkError, json_proto_keyset_format, new_keyset_handle, secret_key_access
from tink.aead import Aead, aead_key_templates
from tink.mac import Mac, mac_key_templates
from tink.mac import register as register_mac
from tink.prf import PrfSet, prf_key_templates
from tink.prf import register as register_prf

from storage.disk import write_once
from storage.seal import Dossier, Erased, SealBroken, Sealer, packed, unpacked

__all__ = ["Dossier", "Erased", "Keys", "KeysMissing", "KeysRefused", "SealBroken", "Sealer"]

register_mac()
register_prf()

TOKEN = secret_key_access.TOKEN
INDEX_BYTES = 16
TEMPLATES: Mapping[str, tuple[Any, Any]] = {
    "seal": (aead_key_templates.AES256_GCM, Aead),
    "index": (prf_key_templates.HMAC_SHA256, PrfSet),
    "receipt": (mac_key_templates.HMAC_SHA256_256BITTAG, Mac),
}


class KeysRefused(Exception):
    """The keys cannot be used; the sentence says what an operator should restore or change."""


class KeysMissing(KeysRefused):
    """There is no keys file."""


class Keys(Sealer):
    """The opened keys file: `seal` and `open` under the seal keyset, `index`, `receipt`, and dossiers."""

    def __init__(self, handles: Mapping[str, Any], marks: Mapping[str, str]) -> None:
        super().__init__(handles["seal"].primitive(Aead))
        self._prf = handles["index"].primitive(PrfSet).primary()
        self._mac = handles["receipt"].primitive(Mac)
        self._marks = dict(marks)

    @classmethod
    def load(cls, path: Path) -> Keys:
        """Read the keys file. Raises KeysRefused when it is missing, open to others, or not what we wrote."""
        try:
            with path.open("rb") as file:
                mode = os.fstat(file.fileno()).st_mode
                if not stat.S_ISREG(mode):
                    raise KeysRefused(f"{path} is not a file. SAKSI_KEYS names the keys file.")
                if mode & 0o077:
                    raise KeysRefused(f"{path} can be read by others. Run: chmod 600 {path}")
                text = file.read()
        except FileNotFoundError:
            raise KeysMissing(f"There is no keys file at {path}. Restore it from its backup.") from None
        except OSError as fault:
            raise KeysRefused(f"{path} cannot be read ({fault.strerror}).") from None
        return cls._parse(text, path)

    @classmethod
    def _parse(cls, text: bytes, path: Path) -> Keys:
        handles: dict[str, Any] = {}
        marks: dict[str, str] = {}
        try:
            found = json.loads(text)
            for name, (_, primitive) in TEMPLATES.items():
                handles[name] = json_proto_keyset_format.parse(json.dumps(found[name]), TOKEN)
                handles[name].primitive(primitive)
                marks[name] = _mark(name, found[name])
        except (ValueError, TypeError, KeyError, TinkError):
            # `from None`: the parser's own message can quote key material.
            raise KeysRefused(
                f"{path} does not hold the keysets {', '.join(TEMPLATES)}. Restore it from its backup."
            ) from None
        return cls(handles, marks)

    @classmethod
    def make(cls, path: Path) -> Keys:
        """Make new keys at `path`, mode 0600, durable before this returns. Raises FileExistsError, OSError."""
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        keysets = {name: _made(template) for name, (template, _) in TEMPLATES.items()}
        write_once(path, json.dumps(keysets, indent=1).encode())
        return cls.load(path)

    @classmethod
    def ensure(cls, path: Path, database_is_empty: bool) -> Keys:
        """Load the keys; make them only where there is nothing yet that other keys could have sealed.

        Raises KeysRefused when the database is in use and its keys are not there.
        """
        try:
            return cls.load(path)
        except KeysMissing:
            if not database_is_empty:
                raise KeysMissing(
                    f"The database is in use, and its keys are not at {path}. Restore the keys file from its "
                    "backup or let SAKSI_KEYS name it. New keys would open nothing that is stored."
                ) from None
        try:
            return cls.make(path)
        except FileExistsError:
            return cls.load(path)  # another process, starting beside us, made them first
        except OSError as fault:
            raise KeysRefused(f"No keys could be made at {path} ({fault.strerror}).") from None

    def fingerprints(self) -> dict[str, str]:
        """Keyset name -> one mark for each of its keys, separated by spaces. Tells nothing about the keys."""
        return dict(self._marks)

    def agree(self, known: Mapping[str, str]) -> dict[str, str]:
        """Compare with the fingerprints the database keeps (none at first); what to keep from now on.

        A key may be added to `seal` and `receipt`; one that the database knows may not be missing, and
        the key of `index` never changes. Raises KeysRefused with the names of the keysets that differ.
        """
        differ = []
        for name, marks in self._marks.items():
            before, now = set(known.get(name, "").split()), set(marks.split())
            if not before <= now or (name == "index" and before and before != now):
                differ.append(name)
        if differ:
            raise KeysRefused(
                f"The keys file is not the one this database was written with (keyset: {', '.join(differ)}). "
                "Restore the keys file that belongs to this database, or the database that belongs to it."
            )
        return self.fingerprints()

    def index(self, text: str) -> str:
        """The blind index of a text: 32 hexadecimal digits, the same for the same text, telling nothing."""
        digest: bytes = self._prf.compute(text.encode(), INDEX_BYTES)
        return digest.hex()

    def receipt(self, code: str, ticket: str) -> bytes:
        """What is kept of a receipt: a keyed hash of the code, bound to its ticket."""
        kept: bytes = self._mac.compute_mac(_proof(code, ticket))
        return kept

    def proves(self, code: str, ticket: str, kept: bytes) -> bool:
        """Is this the code whose hash was kept? Compares in constant time."""
        try:
            self._mac.verify_mac(kept, _proof(code, ticket))
        except TinkError:
            return False
        return True

    def new_dossier(self, id: str) -> Dossier:
        """Two fresh data keys for the dossier `id`."""
        content, identity = (packed(aead_key_templates.AES256_GCM) for _ in range(2))
        return self.unwrap(
            id,
            self.seal(content, f"dossier:{id}:content"),
            self.seal(identity, f"dossier:{id}:identity"),
        )

    def unwrap(self, id: str, content: bytes | None, identity: bytes | None) -> Dossier:
        """The dossier whose wrapped keys these are; None is a key that was erased. Raises SealBroken."""
        return Dossier(
            id, content, identity,
            self.half(id, "content", content),
            self.half(id, "identity", identity),
        )  # fmt: skip

    def half(self, id: str, which: str, wrapped: bytes | None) -> Sealer | None:
        """One of the two data keys of the dossier `id`: `content` or `identity`; None is one that was erased.

        Raises SealBroken.
        """
        if wrapped is None:
            return None
        return Sealer(unpacked(self.open(wrapped, f"dossier:{id}:{which}")).primitive(Aead))


def _proof(code: str, ticket: str) -> bytes:
    return json.dumps([ticket, code]).encode()


def _made(template: Any) -> Any:
    return json.loads(json_proto_keyset_format.serialize(new_keyset_handle(template), TOKEN))


def _mark(name: str, keyset: Any) -> str:
    """One mark a key: 16 hexadecimal digits of a hash over 256 random bits, which cannot be turned back."""
    values = sorted(b64decode(key["keyData"]["value"]) for key in keyset["key"])
    return " ".join(hashlib.sha256(f"saksi {name} ".encode() + value).hexdigest()[:16] for value in values)
