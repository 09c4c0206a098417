"""The keys file, and what its keys promise."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest
from tink import json_proto_keyset_format, new_keyset_handle, secret_key_access
from tink.aead import aead_key_templates
from tink.prf import prf_key_templates

from storage.keys import Erased, Keys, KeysMissing, KeysRefused, SealBroken

pytestmark = pytest.mark.unit


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "var" / "keys.json"


def with_a_new_primary(path: Path, name: str, template: object) -> None:
    """What `tinkey rotate-keyset` does to one keyset of the file."""
    held = json.loads(path.read_text())
    text = json_proto_keyset_format.serialize(new_keyset_handle(template), secret_key_access.TOKEN)
    fresh = json.loads(text)
    held[name]["key"].append(fresh["key"][0])
    held[name]["primaryKeyId"] = fresh["primaryKeyId"]
    path.write_text(json.dumps(held))


def test_new_keys_are_for_their_owner_alone_and_leave_nothing_beside_them(path: Path) -> None:
    Keys.make(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert list(path.parent.iterdir()) == [path]


def test_what_was_sealed_opens_with_the_same_file_after_a_restart(path: Path) -> None:
    sealed = Keys.make(path).seal(b"Sari melihat baliho", "inbox:1")
    assert b"Sari" not in sealed
    assert Keys.load(path).open(sealed, "inbox:1") == b"Sari melihat baliho"


def test_sealed_bytes_moved_to_another_row_do_not_open(path: Path) -> None:
    keys = Keys.make(path)
    with pytest.raises(SealBroken):
        keys.open(keys.seal(b"alamat", "inbox:1"), "inbox:2")


def test_one_altered_bit_is_noticed(path: Path) -> None:
    keys = Keys.make(path)
    sealed = bytearray(keys.seal(b"alamat", "a"))
    sealed[-1] ^= 1
    with pytest.raises(SealBroken):
        keys.open(bytes(sealed), "a")


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_keys_file_that_others_can_read_is_refused_with_the_remedy(path: Path, mode: int) -> None:
    Keys.make(path)
    path.chmod(mode)
    with pytest.raises(KeysRefused, match="chmod 600"):
        Keys.load(path)


@pytest.mark.parametrize("spoil", [
    lambda held: {},
    lambda held: [],
    lambda held: {**held, "receipt": {}},
    lambda held: {**held, "index": held["seal"]},
    lambda held: {name: keyset for name, keyset in held.items() if name != "index"},
    lambda held: {**held, "seal": "0123456789abcdef-not-to-be-repeated"},
])  # fmt: skip
def test_an_odd_keys_file_is_refused_without_repeating_it(path: Path, spoil: object) -> None:
    Keys.make(path)
    held = json.loads(path.read_text())
    path.write_text(json.dumps(spoil(held)))  # type: ignore[operator]
    with pytest.raises(KeysRefused, match="Restore it from its backup") as refused:
        Keys.load(path)
    assert "not-to-be-repeated" not in str(refused.value)
    assert refused.value.__cause__ is None


def test_keys_are_made_only_beside_an_empty_database(path: Path) -> None:
    with pytest.raises(KeysMissing, match="Restore the keys file"):
        Keys.ensure(path, database_is_empty=False)
    assert not path.exists()
    made = Keys.ensure(path, database_is_empty=True)
    assert Keys.ensure(path, database_is_empty=False).fingerprints() == made.fingerprints()


def test_existing_keys_are_never_written_over(path: Path) -> None:
    Keys.make(path)
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        Keys.make(path)
    Keys.ensure(path, database_is_empty=True)
    assert path.read_bytes() == before


def test_processes_starting_together_share_one_set_of_keys(path: Path) -> None:
    found: list[dict[str, str]] = []
    gate = threading.Barrier(8)

    def start() -> None:
        gate.wait()
        found.append(Keys.ensure(path, database_is_empty=True).fingerprints())

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [found[0]] * 8


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KeysRefused):
        Keys.ensure(tmp_path / "file" / "keys.json", database_is_empty=True)


def test_other_keys_stop_the_start_and_the_sentence_names_the_keyset(path: Path, tmp_path: Path) -> None:
    known = Keys.make(path).agree({})
    other = Keys.make(tmp_path / "other.json")
    with pytest.raises(KeysRefused, match="seal, index, receipt"):
        other.agree(known)
    assert Keys.load(path).agree(known) == known


def test_a_fingerprint_repeats_nothing_of_the_key(path: Path) -> None:
    marks = Keys.make(path).fingerprints()
    held = json.loads(path.read_text())
    for name, mark in marks.items():
        assert mark not in json.dumps(held[name])


def test_a_new_primary_key_reads_what_the_old_one_sealed(path: Path) -> None:
    old = Keys.make(path)
    known = old.agree({})
    sealed, dossier = old.seal(b"lama", "a"), old.new_dossier("d1")
    with_a_new_primary(path, "seal", aead_key_templates.AES256_GCM)

    new = Keys.load(path)
    assert new.open(sealed, "a") == b"lama"
    new.unwrap("d1", dossier.wrapped_content, dossier.wrapped_identity)
    with pytest.raises(SealBroken):
        old.open(new.seal(b"baru", "a"), "a")

    grown = new.agree(known)
    assert set(known["seal"].split()) < set(grown["seal"].split())
    with pytest.raises(KeysRefused, match="seal"):
        old.agree(grown)


def test_the_index_keyset_never_grows(path: Path) -> None:
    known = Keys.make(path).agree({})
    with_a_new_primary(path, "index", prf_key_templates.HMAC_SHA256)
    with pytest.raises(KeysRefused, match="index"):
        Keys.load(path).agree(known)


def test_the_index_finds_the_same_text_again_and_only_with_the_same_keys(path: Path, tmp_path: Path) -> None:
    keys = Keys.make(path)
    name = keys.index("telegram:9000001")
    assert len(name) == 32
    assert name == Keys.load(path).index("telegram:9000001")
    assert name != keys.index("telegram:9000002")
    assert name != Keys.make(tmp_path / "other.json").index("telegram:9000001")


def test_a_receipt_proves_its_own_ticket_only(path: Path) -> None:
    keys = Keys.make(path)
    kept = keys.receipt("KOPI-SENJA", "BS-1")
    assert b"KOPI" not in kept
    assert Keys.load(path).proves("KOPI-SENJA", "BS-1", kept)
    assert not keys.proves("KOPI-SENJA", "BS-2", kept)
    assert not keys.proves("KOPI-SENJB", "BS-1", kept)
    assert not keys.proves("KOPI-SENJA", "BS-1", kept[:-1])
    assert not keys.proves("KOPI-SENJA", "BS-1", b"")


def test_content_and_identity_of_a_dossier_open_apart(path: Path) -> None:
    keys = Keys.make(path)
    made = keys.new_dossier("d1")
    story, name = made.content.seal(b"cerita", "story"), made.identity.seal(b"Sari", "name")
    found = keys.unwrap("d1", made.wrapped_content, made.wrapped_identity)
    assert (found.content.open(story, "story"), found.identity.open(name, "name")) == (b"cerita", b"Sari")
    with pytest.raises(SealBroken):
        found.content.open(name, "name")


def test_wrapped_keys_belong_to_one_dossier_and_one_half_of_it(path: Path) -> None:
    keys = Keys.make(path)
    made = keys.new_dossier("d1")
    with pytest.raises(SealBroken):
        keys.unwrap("d2", made.wrapped_content, made.wrapped_identity)
    with pytest.raises(SealBroken):
        keys.unwrap("d1", made.wrapped_identity, made.wrapped_content)


def test_an_erased_key_is_said_to_be_erased(path: Path) -> None:
    keys = Keys.make(path)
    made = keys.new_dossier("d1")
    found = keys.unwrap("d1", made.wrapped_content, None)
    found.content.seal(b"", "x")
    with pytest.raises(Erased):
        _ = found.identity


def test_nothing_prints_a_key(path: Path) -> None:
    keys = Keys.make(path)
    dossier = keys.new_dossier("d1")
    shown = [repr(thing) for thing in (keys, dossier, dossier.content)]
    assert shown == ["<Keys>", "<Dossier>", "<Sealer>"]
