"""What one key seals: small secrets, the two halves of a dossier, and files as streams."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from io import BufferedWriter
from typing import Any, BinaryIO

from tink import TinkError, new_keyset_handle, proto_keyset_format, secret_key_access
from tink.aead import register as register_aead
from tink.streaming_aead import StreamingAead, streaming_aead_key_templates
from tink.streaming_aead import register as register_streaming_aead

register_aead()
register_streaming_aead()


class SealBroken(Exception):
    """Sealed bytes that this key did not seal for this place: altered, moved, or another key's."""


class Erased(Exception):
    """The dossier's key is gone, and with it what it sealed."""


class Sealer:
    """One AEAD key. `about` names the place where the sealed bytes lie; they open nowhere else."""

    def __init__(self, aead: Any) -> None:
        self._aead = aead

    def seal(self, plain: bytes, about: str) -> bytes:
        sealed: bytes = self._aead.encrypt(plain, about.encode())
        return sealed

    def open(self, sealed: bytes, about: str) -> bytes:
        """Raises SealBroken."""
        try:
            plain: bytes = self._aead.decrypt(sealed, about.encode())
        except TinkError:
            raise SealBroken(f"what lies at {about} cannot be opened") from None
        return plain

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


@dataclass(frozen=True, slots=True, repr=False)
class Dossier:
    """The two data keys of one dossier, opened. To be stored: the two that are wrapped."""

    id: str
    wrapped_content: bytes | None
    wrapped_identity: bytes | None
    _content: Sealer | None
    _identity: Sealer | None

    @property
    def content(self) -> Sealer:
        """The key of what a citizen wrote and sent. Raises Erased."""
        if self._content is None:
            raise Erased("the content of this dossier was erased")
        return self._content

    @property
    def identity(self) -> Sealer:
        """The key of who wrote it. Raises Erased."""
        if self._identity is None:
            raise Erased("the identity in this dossier was erased")
        return self._identity

    def opened(self, sealed: bytes, about: str) -> Mapping[str, Any] | None:
        """What was sealed with the content, as JSON; None when that was erased. Raises SealBroken."""
        if self._content is None:
            return None
        told: Mapping[str, Any] = json.loads(self._content.open(sealed, about))
        return told

    def __repr__(self) -> str:
        return "<Dossier>"


class FileKey:
    """The streaming key of one file: a megabyte a segment, and a stream that was cut short does not open."""

    def __init__(self, packed_key: bytes) -> None:
        self.packed = packed_key
        self._stream = unpacked(packed_key).primitive(StreamingAead)

    @classmethod
    def fresh(cls) -> FileKey:
        return cls(packed(streaming_aead_key_templates.AES256_GCM_HKDF_1MB))

    def sealing(self, sealed: BinaryIO, about: str) -> BufferedWriter:
        """A stream to write plain bytes to; closing it writes the last segment and closes `sealed`."""
        stream: BufferedWriter = self._stream.new_encrypting_stream(sealed, about.encode())
        return stream

    def opening(self, sealed: BinaryIO, about: str) -> BinaryIO:
        """A stream to read plain bytes from; what cannot be trusted raises TinkError in `read`."""
        stream: BinaryIO = self._stream.new_decrypting_stream(sealed, about.encode())
        return stream

    def __repr__(self) -> str:
        return "<FileKey>"


def packed(template: Any) -> bytes:
    """A fresh keyset of one key, in bytes: in the clear, so seal it at once."""
    keyset: bytes = proto_keyset_format.serialize(new_keyset_handle(template), secret_key_access.TOKEN)
    return keyset


def unpacked(keyset: bytes) -> Any:
    """The handle of a keyset that `packed` made. Raises SealBroken."""
    try:
        return proto_keyset_format.parse(keyset, secret_key_access.TOKEN)
    except TinkError:
        raise SealBroken("a stored key is not a key") from None
