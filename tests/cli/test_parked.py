"""`saksi parked`: messages that failed five times."""

from __future__ import annotations

from handlers.stores import Stores
from storage import mail
from storage.sql import sql
from tests.cli.asking import Saksi, told


def park(stores: Stores, name: str = "1") -> int:
    with stores.database.transaction() as db:
        mail.accept(
            db, stores.keys, channel="telegram", bot="b", external_id=name, lane="lane", body=b"halo",
            now=stores.database.now(),
        )  # fmt: skip
        db.connection().execute(sql("UPDATE inbox SET state = 'parked', attempts = 5, reason = 'ValueError'"))
        newest: int = db.connection().execute(sql("SELECT max(id) FROM inbox")).scalar_one()
        return newest


def test_a_parked_message_is_listed_and_given_another_try(stores: Stores, saksi: Saksi) -> None:
    assert saksi("parked", "list").stdout == "Nothing is parked.\n"
    parked = park(stores)
    (one,) = told(saksi("parked", "list", "--json"))
    assert (one["id"], one["channel"], one["attempts"], one["reason"]) == (
        parked,
        "telegram",
        5,
        "ValueError",
    )
    assert "halo" not in saksi("parked", "list").stdout
    assert saksi("parked", "retry", str(parked)).exit_code == 0
    assert told(saksi("parked", "list", "--json")) == []
    assert saksi("parked", "retry", str(parked)).exit_code == 1


def test_a_parked_message_is_erased_for_good(stores: Stores, saksi: Saksi) -> None:
    parked = park(stores)
    assert saksi("parked", "drop", str(parked)).exit_code == 0
    assert told(saksi("parked", "list", "--json")) == []
    with stores.database.reading() as db:
        row = (
            db.connection()
            .execute(sql("SELECT sealed, lane FROM inbox WHERE id = :id"), {"id": parked})
            .one()
        )
    assert tuple(row) == (None, "")
    assert saksi("parked", "drop", str(parked)).exit_code == 1
