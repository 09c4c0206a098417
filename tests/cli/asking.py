"""What a command prints and leaves behind."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from typer.testing import Result

from handlers.stores import Stores
from storage.events import of as events_of
from storage.sql import sql

Saksi = Callable[..., Result]


def told(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def change(stores: Stores, statement: str, **values: object) -> None:
    with stores.database.transaction() as db:
        db.connection().execute(sql(statement), values)


def looks(stores: Stores, case: str) -> list[tuple[str, dict[str, Any]]]:
    with stores.database.reading() as db:
        return [(event.by, dict(event.data)) for event in events_of(db, case) if event.what == "seen"]
