"""The evidence folder: whole files or none, sealed, and refusals that heal by themselves."""

from __future__ import annotations

import gc
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from storage.seal import FileKey
from storage.vault import FileBroken, FileLost, Kept, Vault, VaultFull, VaultGone

BYTES = bytes(range(256)) * 12_000
"""Three megabytes: four segments of a stream."""


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    vault = Vault(tmp_path / "evidence", floor=0)
    vault.make()
    return vault


@pytest.fixture
def key() -> FileKey:
    return FileKey.fresh()


def put(vault: Vault, key: FileKey, plain: bytes = BYTES, about: str = "evidence:1") -> Kept:
    with vault.writing(key, about) as writing:
        for start in range(0, len(plain), 70_000):
            writing.write(plain[start : start + 70_000])
        return writing.keep()


def get(vault: Vault, key: FileKey, path: str, about: str = "evidence:1") -> bytes:
    with vault.reading(path, key, about) as pieces:
        return b"".join(pieces)


def files(vault: Vault) -> list[Path]:
    return [path for path in vault.folder.rglob("*") if path.is_file() and path.name != "name"]


@pytest.mark.parametrize("size", [0, 1, 1 << 20, len(BYTES)])
def test_a_file_comes_back_byte_for_byte(vault: Vault, key: FileKey, size: int) -> None:
    kept = put(vault, key, BYTES[:size])
    assert (kept.size, kept.sha256) == (size, hashlib.sha256(BYTES[:size]).hexdigest())
    assert get(vault, key, kept.path) == BYTES[:size]


def test_on_the_disk_it_is_sealed_and_for_its_owner_alone(vault: Vault, key: FileKey) -> None:
    kept = put(vault, key)
    [file] = files(vault)
    assert file == vault.folder / kept.path
    assert file.stat().st_mode & 0o777 == 0o600
    assert BYTES[:64] not in file.read_bytes()
    for folder in (vault.folder, file.parent, vault.folder / "incoming"):
        assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("cut", [0, 30, 1 << 20, -(1 << 20), -1])
def test_a_file_cut_short_is_never_taken_for_whole(vault: Vault, key: FileKey, cut: int) -> None:
    kept = put(vault, key)
    file = vault.folder / kept.path
    file.write_bytes(file.read_bytes()[:cut])
    with pytest.raises(FileBroken):
        get(vault, key, kept.path)


@pytest.mark.parametrize("place", [0, 50, 2_000_000, -1])
def test_one_altered_bit_is_noticed(vault: Vault, key: FileKey, place: int) -> None:
    kept = put(vault, key)
    file = vault.folder / kept.path
    sealed = bytearray(file.read_bytes())
    sealed[place] ^= 1
    file.write_bytes(sealed)
    with pytest.raises(FileBroken):
        get(vault, key, kept.path)


def test_a_file_opens_only_for_its_own_row_and_key(vault: Vault, key: FileKey) -> None:
    kept = put(vault, key)
    with pytest.raises(FileBroken):
        get(vault, key, kept.path, about="evidence:2")
    with pytest.raises(FileBroken):
        get(vault, FileKey.fresh(), kept.path)


def test_a_download_that_breaks_off_leaves_nothing(vault: Vault, key: FileKey) -> None:
    def download() -> None:
        with vault.writing(key, "evidence:1") as writing:
            writing.write(BYTES)
            raise ConnectionError

    with pytest.raises(ConnectionError):
        download()
    assert files(vault) == []


def test_a_file_left_behind_never_bleeds_into_the_next(vault: Vault, key: FileKey) -> None:
    for _ in range(3):
        with vault.writing(key, "evidence:1") as writing:
            writing.write(BYTES)
        left_behind = [writing]
        with vault.writing(key, "evidence:2") as writing:
            left_behind.clear()
            gc.collect()
            writing.write(b"hanya ini")
            kept = writing.keep()
        assert get(vault, key, kept.path, "evidence:2") == b"hanya ini"


def test_a_file_that_is_gone_is_said_to_be_lost(vault: Vault, key: FileKey) -> None:
    kept = put(vault, key)
    vault.remove(kept.path)
    vault.remove(kept.path)
    with pytest.raises(FileLost):
        get(vault, key, kept.path)


@pytest.mark.parametrize(
    "path", ["", "../keys.json", "ab/../../keys.json", "/etc/passwd", "ab", "incoming/.."]
)
def test_no_path_leads_out_of_the_vault(vault: Vault, key: FileKey, path: str) -> None:
    with pytest.raises(FileLost):
        get(vault, key, path)
    with pytest.raises(FileLost):
        vault.remove(path)


def test_without_its_folder_nothing_is_written_and_later_it_goes_on(vault: Vault, key: FileKey) -> None:
    kept = put(vault, key)
    away = vault.folder.rename(vault.folder.with_name("unmounted"))
    vault.folder.mkdir()
    for attempt in (
        vault.ready,
        lambda: put(vault, key),
        lambda: vault.sweep(0),
        lambda: get(vault, key, kept.path),
    ):
        with pytest.raises(VaultGone):
            attempt()
    assert list(vault.folder.iterdir()) == []

    vault.folder.rmdir()
    away.rename(vault.folder)
    vault.ready()
    assert get(vault, key, kept.path) == BYTES


def test_the_floor_of_free_disk_is_kept(tmp_path: Path, key: FileKey) -> None:
    free = shutil.disk_usage(tmp_path).free
    vault = Vault(tmp_path / "evidence", floor=free * 2)
    vault.make()
    with pytest.raises(VaultFull):
        vault.ready()
    with pytest.raises(VaultFull):
        put(vault, key)
    assert files(vault) == []
    vault.floor = 0
    put(vault, key)


def test_a_disk_that_fills_up_while_writing_leaves_nothing(vault: Vault) -> None:
    program = f"""
import resource, sys
from pathlib import Path
from storage.seal import FileKey
from storage.vault import Vault, VaultFull
resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))
vault = Vault(Path({str(vault.folder)!r}), floor=0)
try:
    with vault.writing(FileKey.fresh(), "evidence:1") as writing:
        for _ in range(40):
            writing.write(bytes(100_000))
        writing.keep()
except VaultFull as full:
    print(full)
"""
    told = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "the evidence folder: File too large\n"
    assert told.stderr == ""
    assert files(vault) == []


def test_what_a_crash_left_half_written_is_swept_and_what_is_being_written_stays(
    vault: Vault, key: FileKey
) -> None:
    old, new = (vault.folder / "incoming" / name for name in ("aa", "bb"))
    old.write_bytes(b"half")
    new.write_bytes(b"half")
    os.utime(old, (1000, 1000))
    kept = put(vault, key)
    assert vault.sweep(before=2000) == 1
    assert not old.exists()
    assert new.exists()
    assert get(vault, key, kept.path) == BYTES


def test_all_kept_files_can_be_listed_by_age(vault: Vault, key: FileKey) -> None:
    old, new = put(vault, key), put(vault, key)
    os.utime(vault.folder / old.path, (1000, 1000))
    assert list(vault.kept(before=2000)) == [old.path]
    assert set(vault.kept(before=2e10)) == {old.path, new.path}


def test_a_crash_before_the_file_is_named_leaves_only_a_leftover(vault: Vault) -> None:
    program = f"""
import os
from pathlib import Path
from storage.seal import FileKey
from storage.vault import Vault
with Vault(Path({str(vault.folder)!r}), floor=0).writing(FileKey.fresh(), "evidence:1") as writing:
    writing.write(bytes(3_000_000))
    os._exit(9)
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[1], check=False)
    assert done.returncode == 9
    assert list(vault.kept(before=2e10)) == []
    assert vault.sweep(before=2e10) == 1
    assert files(vault) == []
