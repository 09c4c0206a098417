"""What a file is, by its content alone: its name and what a channel says about it are never asked.

Runs in the limited child of `storage.cleaning`: it reads bytes that a stranger made.
"""

from __future__ import annotations

import io
import zipfile

import filetype

JPEG, PNG, WEBP, HEIC = "image/jpeg", "image/png", "image/webp", "image/heic"
PDF = "application/pdf"
MP4, OGG, M4A, MP3 = "video/mp4", "audio/ogg", "audio/mp4", "audio/mpeg"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TXT = "text/plain"

IMAGES = {JPEG, PNG, WEBP, HEIC}
RECORDINGS = {MP4, OGG, M4A, MP3}
KINDS = IMAGES | RECORDINGS | {PDF, DOCX, XLSX, TXT}

BRANDS = {
    HEIC: {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"},
    MP4: {b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"dash", b"MSNV", b"M4V "},
    M4A: {b"M4A ", b"M4B "},
}
"""The major brand of an ISO base media file (ISO/IEC 14496-12 §4.3; https://mp4ra.org)."""

OFFICE = {DOCX: "word/document.xml", XLSX: "xl/workbook.xml"}
UNPACKED_MOST = 1_000_000_000
"""Bytes an office document may claim to unpack to."""

ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")
CONTROLS = {code for code in range(32) if chr(code) not in "\t\n\r\f"} | {127}


class Bomb(Exception):
    """Content that unpacks to more than any honest file."""


def kind(content: bytes) -> str | None:
    """One of KINDS, or None: it is not kept. Raises Bomb."""
    if content[4:8] == b"ftyp":
        return next((name for name, brands in BRANDS.items() if content[8:12] in brands), None)
    found = filetype.guess_mime(content[:8192])
    if found in {JPEG, PNG, WEBP, OGG, MP3}:
        return str(found)
    if b"%PDF-" in content[:1024]:  # readers allow it to begin a little later than the file
        return PDF
    if content[:4] == b"PK\x03\x04":
        return _office(content)
    return TXT if _text(content) else None


def mixed(image: bytes) -> bool:
    """Is this image also an archive or a PDF, for whoever opens it as one?

    What phones append to a photo (a film clip, a depth map) is neither; it stays in the original.
    """
    if b"%PDF-" in image[:1024] or any(mark in image for mark in ARCHIVES):
        return True
    try:
        with zipfile.ZipFile(io.BytesIO(image)) as archive:
            return bool(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def _office(content: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {part.filename: part.file_size for part in archive.infolist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    if "[Content_Types].xml" not in parts or any(name.endswith("vbaProject.bin") for name in parts):
        return None
    found = next((name for name, part in OFFICE.items() if part in parts), None)
    if found and sum(parts.values()) > UNPACKED_MOST:
        raise Bomb
    return found


def _text(content: bytes) -> bool:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return False
    return bool(text) and CONTROLS.isdisjoint(content)
