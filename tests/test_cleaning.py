"""What is kept and what is refused; and what a clean copy no longer tells."""

from __future__ import annotations

import io
import re
from typing import Any

import av
import pypdfium2
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from storage.cleaning import Verdict, clean
from storage.kinds import DOCX, XLSX
from tests import files

GONE = ("xif", files.SECRET, "Redmi", "Xiaomi", "2024:10:16", "5.3236")


def look(content: bytes) -> tuple[Verdict, bytes]:
    copy = bytearray()
    pieces = (content[start : start + 65_536] for start in range(0, len(content), 65_536))
    return clean(pieces, copy.extend), bytes(copy)


def tells(copy: bytes) -> list[str]:
    return [word for word in GONE if word.encode() in copy]


@pytest.mark.parametrize(("format", "type", "copy_type"), [
    ("JPEG", "image/jpeg", "image/jpeg"),
    ("PNG", "image/png", "image/png"),
    ("WEBP", "image/webp", "image/jpeg"),
    ("HEIF", "image/heic", "image/jpeg"),
])  # fmt: skip
def test_a_photo_is_copied_without_what_its_camera_wrote_beside_it(
    format: str, type: str, copy_type: str
) -> None:
    original = files.image(format)
    assert files.SECRET.encode() in original
    verdict, copy = look(original)
    assert (verdict.type, verdict.refused, verdict.copy, verdict.copy_type) == (type, "", "ready", copy_type)
    assert verdict.facts == {
        "width": 64, "height": 48, "camera": "Xiaomi Redmi 9A",
        "taken_at": "2024:10:16 10:04:33+08:00", "gps": files.WAKATOBI,
    }  # fmt: skip
    assert tells(copy) == []
    shown = Image.open(io.BytesIO(copy))
    assert shown.size == (64, 48)
    assert dict(shown.getexif()) == {}
    assert {
        name for name in shown.info if name not in {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    } == set()


def test_comments_profiles_and_text_of_an_image_stay_behind() -> None:
    note = PngInfo()
    note.add_text("Author", files.SECRET)
    png = files.image("PNG", pnginfo=note, icc_profile=files.SECRET.encode())
    jpeg = files.image("JPEG", comment=files.SECRET.encode(), icc_profile=files.SECRET.encode())
    for original in (png, jpeg):
        verdict, copy = look(original)
        assert verdict.copy == "ready"
        assert tells(copy) == []


def test_a_photo_taken_sideways_is_turned_upright() -> None:
    verdict, copy = look(files.image(exif=files.exif(orientation=6)))
    assert (verdict.facts["width"], verdict.facts["height"]) == (64, 48)
    shown = Image.open(io.BytesIO(copy))
    assert shown.size == (48, 64)
    red, _, blue = shown.getpixel((46, 2))  # type: ignore[misc]
    assert red > blue + 100


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_every_make_of_image_gets_a_copy(mode: str) -> None:
    picture = Image.new(mode, (20, 20))
    verdict, copy = look(files.image("JPEG" if mode == "CMYK" else "PNG", picture))
    assert verdict.copy == "ready"
    assert Image.open(io.BytesIO(copy)).size == (20, 20)


def test_a_clip_that_a_phone_appends_to_a_photo_does_not_stop_it() -> None:
    verdict, copy = look(files.image() + files.recording("mp4", video=True))
    assert (verdict.type, verdict.copy) == ("image/jpeg", "ready")
    assert b"ftyp" not in copy


def test_the_likeness_of_a_photo_survives_recompression_and_not_another_motif() -> None:
    noise = Image.effect_noise((320, 240), 90).convert("RGB").resize((640, 480))
    marks = [
        look(files.image(picture=picture, quality=quality))[0].dhash
        for picture, quality in ((noise, 95), (noise.resize((320, 240)), 40), (files.photo(640, 480), 95))
    ]
    assert all(re.fullmatch("[0-9a-f]{16}", mark) for mark in marks)
    near, far = ((int(marks[0], 16) ^ int(mark, 16)).bit_count() for mark in marks[1:])
    assert near <= 6
    assert far >= 16


def test_a_bomb_of_pixels_is_refused() -> None:
    bomb = files.png_bomb()
    assert len(bomb) < 200_000
    assert look(bomb)[0] == Verdict("image/png", refused="bomb")


def test_an_office_document_that_claims_to_unpack_to_gigabytes_is_refused() -> None:
    original = bytearray(files.office("word/document.xml"))
    place = original.rindex(b"PK\x01\x02")  # the last entry of the directory; its size stands 24 bytes on
    original[place + 24 : place + 28] = (3_000_000_000).to_bytes(4, "little")
    assert look(bytes(original))[0] == Verdict(refused="bomb")


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_half_a_photo_is_refused_so_that_it_is_sent_again(format: str) -> None:
    original = files.image(format, Image.effect_noise((400, 300), 80).convert("RGB"))
    verdict, copy = look(original[: len(original) // 2])
    assert verdict.refused == "broken"
    assert copy == b""


@pytest.mark.parametrize("tail", [
    files.zipped({"payload.exe": files.EXE}),
    b"Rar!\x1a\x07\x01\x00" + bytes(100),
    b"7z\xbc\xaf\x27\x1c" + bytes(100),
])  # fmt: skip
def test_an_image_that_is_an_archive_as_well_is_refused(tail: bytes) -> None:
    assert look(files.image() + tail)[0] == Verdict("image/jpeg", refused="mixed")


def test_an_image_that_is_a_pdf_as_well_is_refused() -> None:
    assert look(files.image(comment=files.pdf()))[0].refused == "mixed"


def test_a_pdf_becomes_images_of_its_pages() -> None:
    original = files.pdf(3)
    verdict, copy = look(original)
    assert (verdict.type, verdict.copy, verdict.copy_type) == ("application/pdf", "ready", "application/pdf")
    assert verdict.facts == {"pages": 3, "pages_shown": 3}
    assert tells(copy) == []
    before, after = pypdfium2.PdfDocument(original), pypdfium2.PdfDocument(copy)
    assert [page.get_size() for page in after] == [page.get_size() for page in before]
    assert not after.get_metadata_value("Author")
    left, right = (document[1].render(scale=1).to_pil().convert("RGB") for document in (before, after))
    for place in ((5, 5), (100, 150), (190, 290)):
        assert all(abs(a - b) < 12 for a, b in zip(left.getpixel(place), right.getpixel(place), strict=True))
    for document in (before, after):
        document.close()


def test_the_copy_of_a_pdf_does_not_tell_the_second_at_which_it_came() -> None:
    copy = look(files.pdf(2))[1]
    assert b"CreationDate" not in copy
    with pypdfium2.PdfDocument(copy) as opened:
        assert {name: value for name, value in opened.get_metadata_dict().items() if value} == {
            "Creator": "PDFium"
        }


def test_a_page_that_claims_to_be_a_kilometre_wide_stays_small() -> None:
    document = pypdfium2.PdfDocument.new()
    for size in ((2_800_000, 10), (14_400, 14_400), (0, 0)):
        document.new_page(*size)
    file = io.BytesIO()
    document.save(file)
    document.close()
    verdict, copy = look(file.getvalue())
    assert verdict.copy == "ready"
    assert len(copy) < 1_000_000


def test_a_locked_pdf_is_kept_without_a_copy() -> None:
    verdict, copy = look(files.locked_pdf())
    assert verdict == Verdict("application/pdf", copy="failed", reason="encrypted")
    assert copy == b""


def test_a_pdf_of_nothing_but_its_first_line_is_kept_without_a_copy() -> None:
    assert look(b"%PDF-1.7\n\xff\xff\xff")[0] == Verdict("application/pdf", copy="failed", reason="broken")


@pytest.mark.parametrize(("container", "video", "type"), [
    ("mp4", True, "video/mp4"),
    ("m4a", False, "audio/mp4"),
    ("ogg", False, "audio/ogg"),
    ("mp3", False, "audio/mpeg"),
])  # fmt: skip
def test_a_recording_is_copied_without_its_tags(container: str, video: bool, type: str) -> None:
    original = files.recording(container, video=video, seconds=2)
    assert files.SECRET.encode() in original
    verdict, copy = look(original)
    assert (verdict.type, verdict.copy, verdict.copy_type) == (type, "ready", type)
    assert verdict.facts["seconds"] == pytest.approx(2, abs=0.2)
    assert tells(copy) == []
    assert b"2024" not in copy
    assert not re.search(rb"Lavf\d", copy)
    assert frames(copy) == frames(original)
    with av.open(io.BytesIO(copy)) as opened:
        assert not {"title", "artist", "comment", "location", "creation_time"} & opened.metadata.keys()


def frames(content: bytes) -> dict[str, int]:
    """How many pictures and pieces of sound can be played."""
    counted: dict[str, int] = {}
    for kind in ("video", "audio"):
        opened: Any = av.open(io.BytesIO(content))
        with opened:
            if streams := getattr(opened.streams, kind):
                counted[kind] = len(list(opened.decode(streams[0])))
    return counted


def test_the_place_and_hour_of_a_video_are_facts() -> None:
    verdict, _ = look(files.recording("mp4", video=True))
    assert verdict.facts["gps"] == [-5.3236, 123.5925]
    assert verdict.facts["taken_at"].startswith("2024-10-16T02:04:33")


def test_a_video_whose_end_is_missing_is_kept_without_a_copy() -> None:
    original = files.recording("mp4", video=True)
    assert look(original[: len(original) // 2])[0] == Verdict("video/mp4", copy="failed", reason="broken")


@pytest.mark.parametrize(("content", "type"), [
    (files.office("word/document.xml"), DOCX),
    (files.office("xl/workbook.xml"), XLSX),
    ("Pak Kades bilang: “pilih nomor dua”.\r\n\tBegitu.".encode(), "text/plain"),
    (b"\xef\xbb\xbfBMKG menulis ini", "text/plain"),
    (b"BMKG juga menulis ini, tanpa tanda urutan", "text/plain"),
])  # fmt: skip
def test_documents_and_texts_are_kept_without_a_copy(content: bytes, type: str) -> None:
    assert look(content) == (Verdict(type), b"")


@pytest.mark.parametrize("content", [
    files.EXE,
    b"\x7fELF" + bytes(100),
    files.zipped({"a.txt": b"x"}),
    files.office("word/document.xml", **{"word/vbaProject.bin": b"Sub AutoOpen()"}),
    b"PK\x03\x04 no archive",
    b"GIF89a" + bytes(100),
    b"\x00\x00\x00\x14ftypqt  " + bytes(100),
    b"\x00\x00\x00\x1cftypavif" + bytes(100),
    b"\x1aE\xdf\xa3" + bytes(100),
    b"teks\x00dengan nol",
    b"\xff\xfehalo".replace(b"\xff", b"\x80"),
    b"\x00" * 5000,
])  # fmt: skip
def test_what_is_none_of_our_kinds_is_refused_whatever_it_is_called(content: bytes) -> None:
    assert look(content)[0] == Verdict(refused="type")


def test_an_empty_file_is_refused() -> None:
    assert look(b"")[0] == Verdict(refused="empty")
